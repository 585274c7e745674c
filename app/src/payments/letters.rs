//! What participants and institutions are told about payments, each in their language.

use super::token;
use super::types::{Charge, Settings};
use crate::app::App;
use crate::catalogue::GroupDetail;
use crate::enrolment::payer::Institution;
use crate::i18n::{Lang, Translator};
use crate::letters::{Kind, Texts, Values};
use crate::outbox::Letter;
use crate::text::grouped_iban;

pub mod kinds;

/// What all letters about a charge need.
pub(super) struct About<'a> {
    pub detail: &'a GroupDetail,
    pub charge: &'a Charge,
    pub settings: Option<&'a Settings>,
    /// Given name and surname of the participant.
    pub name: &'a str,
    pub institution: Option<&'a Institution>,
    pub app: &'a App,
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

    fn letter(&self, kind: &Kind, facts: Facts, values: Values) -> Letter {
        let (t, organisation) = (self.t(), &self.detail.organisation);
        let values = values
            .text("title", &self.detail.course.title)
            .text("organisation", &organisation.name)
            .text("name", self.name)
            .text("institution", self.institution.map_or("", |one| &one.name))
            .text(
                "amount",
                t.money(self.charge.amount_minor, &self.charge.currency),
            )
            .text("day", t.date(self.charge.due_on))
            .facts(self.facts(facts));
        let texts = Texts::of(self.app);
        Letter {
            sender: organisation.name.clone(),
            contact: organisation.contact(),
            ..texts.letter(kind, self.lang, Some(organisation.id), &values)
        }
    }

    /// To the participant; the button leads to the own payments.
    pub fn to_participant(&self, kind: &Kind, facts: Facts, reason: &str) -> Letter {
        let address = format!("{}/my/payments", self.app.config.base_url);
        let values = Values::new().text("reason", reason).button(address);
        self.letter(kind, facts, values)
    }

    /// To the institution, with the link that was made for it.
    pub fn to_institution(&self, kind: &Kind, facts: Facts, path: &str) -> Letter {
        let address = format!("{}{path}", self.app.config.base_url);
        self.letter(kind, facts, Values::new().button(address))
    }
}
