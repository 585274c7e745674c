//! What participants and institutions are told about payments, each in their language.

use super::token;
use super::types::{Charge, Settings};
use crate::catalogue::GroupDetail;
use crate::enrolment::payer::Institution;
use crate::i18n::{Lang, Translator};
use crate::outbox::Letter;
use crate::text::grouped_iban;

/// What all letters about a charge need.
pub(super) struct About<'a> {
    pub detail: &'a GroupDetail,
    pub charge: &'a Charge,
    pub settings: Option<&'a Settings>,
    /// Given name and surname of the participant.
    pub name: &'a str,
    pub institution: Option<&'a Institution>,
    pub base_url: &'a str,
    pub lang: Lang,
}

/// Whether the recipient needs to know how to pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facts {
    /// Amount, account, title, due day.
    Transfer,
    /// Only the amount.
    Amount,
}

impl About<'_> {
    fn t(&self) -> Translator {
        Translator::new(self.lang)
    }

    /// A sentence from `payments-letter-<code>`.
    fn say(&self, code: &str, reason: &str) -> String {
        let key = format!("payments-letter-{code}");
        let t = self.t();
        t.get(&key)
            .text("title", &self.detail.course.title)
            .text("name", self.name)
            .text("institution", self.institution.map_or("", |one| &one.name))
            .text(
                "amount",
                t.money(self.charge.amount_minor, &self.charge.currency),
            )
            .text("day", t.date(self.charge.due_on))
            .text("reason", reason)
            .to_string()
    }

    fn contact(&self) -> String {
        let organisation = &self.detail.organisation;
        let parts = [&organisation.name, &organisation.phone, &organisation.email];
        let filled = parts.into_iter().map(String::as_str);
        let filled: Vec<&str> = filled.filter(|part| !part.is_empty()).collect();
        filled.join(", ")
    }

    fn facts(&self, facts: Facts) -> Vec<(String, String)> {
        let (t, charge) = (self.t(), self.charge);
        let label = |key: &str| t.get(key).to_string();
        let amount = (
            label("payments-amount"),
            t.money(charge.remaining(), &charge.currency),
        );
        let Facts::Transfer = facts else {
            let all = t.money(charge.amount_minor, &charge.currency);
            return vec![(label("payments-amount"), all)];
        };
        let mut lines = vec![amount];
        if let Some(settings) = self.settings {
            lines.push((label("payments-recipient"), settings.seller_name.clone()));
            lines.push((label("payments-account"), grouped_iban(&settings.iban)));
        }
        lines.push((label("payments-transfer-title"), token::title_of(charge.id)));
        lines.push((label("payments-due-on"), t.date(charge.due_on)));
        lines
    }

    fn letter(&self, code: &str, facts: Facts, reason: &str) -> Letter {
        let what = self.say(&format!("{code}-what"), reason);
        let next = self.say(&format!("{code}-next"), reason);
        Letter {
            lang: self.lang,
            sender: self.detail.organisation.name.clone(),
            subject: self.say(&format!("{code}-subject"), reason),
            paragraphs: vec![what, next],
            facts: self.facts(facts),
            contact: self.contact(),
            ..Letter::default()
        }
    }

    /// To the participant; the button leads to the own payments.
    pub fn to_participant(&self, code: &str, facts: Facts, reason: &str) -> Letter {
        let words = self.t().get("payments-letter-open").to_string();
        Letter {
            action: Some((words, format!("{}/my/payments", self.base_url))),
            ..self.letter(code, facts, reason)
        }
    }

    /// To the institution, with the link that was made for it.
    pub fn to_institution(&self, code: &str, facts: Facts, path: Option<&str>) -> Letter {
        let words = self.t().get("payments-letter-answer").to_string();
        Letter {
            action: path.map(|path| (words, format!("{}{path}", self.base_url))),
            ..self.letter(code, facts, "")
        }
    }
}
