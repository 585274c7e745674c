//! What a completed training still needs for its certificate, and the way to it. The gate decides.

use database::{DbError, Tx};

use super::card::{Card, Check, Download};
use crate::accounts::AccountId;
use crate::certificates::gate::{Facts, Gate, Missing, gate};
use crate::certificates::rules::{Lacking, lacking};
use crate::certificates::{self, Certificate, CertificateState};
use crate::enrolment::{EnrolmentState, Story};
use crate::i18n::Translator;
use crate::payments::{self, Charge, ChargeState, Payer};
use crate::people;

/// What has become of a certificate.
pub(super) struct Paper {
    gate: Gate,
    /// What of the holder's data is lacking.
    lacks: Vec<Lacking>,
    /// The one that was issued last, valid or not.
    certificate: Option<Certificate>,
    charge: Option<Charge>,
}

impl Paper {
    /// What the one gate says.
    pub(super) fn gate(&self) -> &Gate {
        &self.gate
    }
}

/// One for each story, in the same order.
pub(super) async fn papers(
    tx: &mut Tx<'_>,
    account_id: AccountId,
    stories: &[Story],
) -> Result<Vec<Paper>, DbError> {
    let is_completed = |story: &Story| story.enrolment.state == EnrolmentState::Completed;
    let mut charges = payments::charges_of_account(tx, account_id).await?;
    let (mut certificates, mut lacks) = Default::default();
    if stories.iter().any(is_completed) {
        certificates = certificates::last_of_account(tx, account_id).await?;
        let person = people::find_by_account(tx, account_id).await?;
        lacks = person.map_or_else(Vec::new, |person| lacking(&person.details));
    }
    Ok(stories
        .iter()
        .map(|story| {
            let charge = charges.remove(&story.enrolment.id);
            let state = charge.as_ref().map(|charge| charge.state);
            Paper {
                gate: gate(&Facts::of(&story.enrolment, state)),
                lacks: if story.enrolment.child.is_empty() {
                    lacks.clone()
                } else {
                    Vec::new()
                },
                certificate: certificates.remove(&story.enrolment.id),
                charge,
            }
        })
        .collect())
}

/// Adds the parts of the gate to the card of a completed training; what is to be paid shows from the beginning.
pub(super) fn add(t: Translator, card: &mut Card, story: &Story, paper: &Paper) {
    let is_completed = story.enrolment.state == EnrolmentState::Completed;
    if is_completed {
        card.checks.push(survey(t, story));
    }
    card.checks.extend(payment(t, paper));
    if !is_completed {
        return;
    }
    match &paper.certificate {
        Some(certificate) if certificate.state == CertificateState::Revoked => {
            say_revoked(t, card, story, certificate);
        }
        Some(certificate) if paper.gate.is_open() => {
            card.badge = ("done", t.get("certificates-badge-ready").to_string());
            let more = t.get("certificates-ready-more");
            let more = more.text("number", &certificate.register_number);
            card.sentence = (t.get("certificates-ready").to_string(), more.to_string());
            card.checks.clear();
            card.downloads.push(Download {
                href: format!("/my/trainings/{}/certificate.pdf", card.id),
                text: t.get("certificates-download").to_string(),
            });
        }
        _ => {
            if !paper.lacks.is_empty() {
                card.checks.push(profile(t, paper));
            }
            say_what_is_missing(t, card, paper);
        }
    }
}

/// It was revoked: which one, why, and whom to ask. Nothing waits for the holder then.
fn say_revoked(t: Translator, card: &mut Card, story: &Story, certificate: &Certificate) {
    card.badge = ("problem", t.get("certificates-badge-revoked").to_string());
    let sentence = t.get("certificates-revoked");
    card.sentence.0 = sentence
        .text("number", &certificate.register_number)
        .to_string();
    let mut events = story.events.iter().rev();
    let revoked = events.find(|event| event.action == certificates::REVOKE);
    let why = revoked.and_then(|event| event.reason.as_deref());
    let why = why.map(|reason| {
        let reason = reason.trim_end_matches('.');
        t.get("staff-event-reason")
            .text("reason", reason)
            .to_string()
    });
    let ask = t.get("certificates-revoked-ask");
    let ask = ask.text("organisation", &story.detail.organisation.name);
    card.sentence.1 = format!("{} {ask}", why.unwrap_or_default());
    card.checks.retain(|check| check.done);
    card.asks = true;
}

fn say_what_is_missing(t: Translator, card: &mut Card, paper: &Paper) {
    let mut what: Vec<&str> = paper
        .gate
        .missing()
        .iter()
        .filter(|part| **part != Missing::Completion)
        .map(|part| part.code())
        .collect();
    if !paper.lacks.is_empty() {
        what.push("profile");
    }
    let sentence = match what.as_slice() {
        [] => {
            let soon = t.get("certificates-soon").to_string();
            format!("{soon} {}", t.get("certificates-soon-more"))
        }
        [only] => {
            let key = format!("certificates-what-{only}");
            let what = t.get(&key).to_string();
            t.get("certificates-missing-one")
                .text("what", what)
                .to_string()
        }
        several => t
            .get("certificates-missing-several")
            .int("count", several.len())
            .to_string(),
    };
    if let Some(first) = what.first() {
        let key = format!("certificates-badge-{first}");
        card.badge = ("information", t.get(&key).to_string());
    }
    card.sentence.1 = format!("{} {sentence}", card.sentence.1);
}

fn survey(t: Translator, story: &Story) -> Check {
    let text = t.get("certificates-part-survey").to_string();
    match story.enrolment.survey_done_on {
        Some(day) => Check {
            done: true,
            text,
            hint: t
                .get("certificates-part-survey-done")
                .text("day", t.day(day))
                .to_string(),
            href: String::new(),
            action: String::new(),
            by_parent: false,
        },
        None => Check {
            done: false,
            text,
            hint: t.get("certificates-part-survey-hint").to_string(),
            href: format!("/my/trainings/{}/survey", story.enrolment.id),
            action: t.get("certificates-part-survey-button").to_string(),
            by_parent: false,
        },
    }
}

/// What is paid, or to be paid.
fn payment(t: Translator, paper: &Paper) -> Option<Check> {
    let charge = paper.charge.as_ref()?;
    let text = t.get("certificates-part-payment").to_string();
    let amount = t.money(charge.amount_minor, &charge.currency);
    let key = format!("payments-state-{}", charge.state.code());
    let is_others = charge.state.is_open() && charge.payer == Payer::Institution;
    let state = if is_others {
        t.get("certificates-part-payment-institution")
    } else {
        t.get(&key)
    };
    // What an institution pays is not for the participant to do.
    let is_open = charge.state.is_open() && charge.payer == Payer::Participant;
    Some(Check {
        done: charge.state.is_settled() || charge.state == ChargeState::Refunded,
        text,
        hint: t
            .get("certificates-part-payment-state")
            .text("amount", amount)
            .text("state", state)
            .to_string(),
        href: if is_open { "/my/payments" } else { "" }.to_owned(),
        action: if charge.payer == Payer::Participant {
            t.get("certificates-part-payment-button").to_string()
        } else {
            String::new()
        },
        by_parent: true,
    })
}

fn profile(t: Translator, paper: &Paper) -> Check {
    let parts = paper.lacks.iter().map(|part| match part {
        Lacking::BornOn => "certificates-part-profile-born-on",
        Lacking::BirthPlace => "certificates-part-profile-birth-place",
        Lacking::Letters => "certificates-part-profile-letters",
    });
    let parts: Vec<String> = parts.map(|key| t.get(key).to_string()).collect();
    Check {
        done: false,
        text: t.get("certificates-part-profile").to_string(),
        hint: parts.join(". "),
        href: "/my/profile".to_owned(),
        action: t.get("certificates-part-profile-button").to_string(),
        by_parent: true,
    }
}
