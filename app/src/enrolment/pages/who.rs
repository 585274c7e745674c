//! For whom one applies where a course asks for an age: oneself, or one of the children that one acts for.

use jiff::Timestamp;

use super::joining::Seen;
use crate::catalogue::Offer;
use crate::enrolment::rules;
use crate::enrolment::store::Candidate;
use crate::families::types::PersonState;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::people::PersonId;
use crate::people::fields::{age_on, is_teenager};

/// Somebody who can be chosen.
pub(super) struct Choice {
    pub id: String,
    pub name: String,
    /// What is to be known before choosing.
    pub note: String,
}

/// Who can be chosen, and who is in already.
#[derive(Default)]
pub(super) struct Who {
    pub choices: Vec<Choice>,
    pub joined: Vec<String>,
    /// Children of another age, each in a sentence.
    pub unfit: Vec<String>,
}

fn fits(offer: &Offer, one: &Candidate, now: Timestamp) -> bool {
    let is_child = one.account_id.is_none();
    rules::fits_age(&offer.detail, one.born_on, is_child, now)
}

/// Why a child can not take part: its age on the day of the first meeting.
fn other_age(t: Translator, offer: &Offer, one: &Candidate, now: Timestamp) -> Option<String> {
    let (from, to) = offer.detail.course.ages()?;
    let born = one.born_on.filter(|_| one.account_id.is_none())?;
    let day = offer
        .detail
        .local_date(offer.detail.starts_at().unwrap_or(now));
    let said = t.get("enrolment-who-other-age");
    let said = said.text("name", &one.given_name);
    let said = said
        .int("age", i64::from(age_on(day, born)))
        .int("from", from)
        .int("to", to);
    Some(said.to_string())
}

/// Nobody where the course asks for no age: one joins by oneself then.
pub(super) fn who(t: Translator, offer: &Offer, seen: &Seen, now: Timestamp) -> Who {
    let mut who = Who::default();
    if offer.detail.course.ages().is_none() {
        return who;
    }
    for one in &seen.candidates {
        if !fits(offer, one, now) {
            who.unfit.extend(other_age(t, offer, one, now));
            continue;
        }
        let name = format!("{} {}", one.given_name, one.surname);
        if one.joined.is_some() {
            who.joined.push(name);
            continue;
        }
        let today = offer.detail.local_date(now);
        let is_young = one.born_on.is_some_and(|born| is_teenager(today, born));
        let note = match one.state {
            PersonState::Unconfirmed if one.account_id.is_none() || is_young => {
                t.get("enrolment-who-unconfirmed").to_string()
            }
            _ => String::new(),
        };
        who.choices.push(Choice {
            id: one.person_id.to_string(),
            name,
            note,
        });
    }
    who
}

/// Who was chosen: a child, or none for oneself. The error is beside the field.
pub(super) fn chosen(
    form: &mut Form,
    offer: &Offer,
    seen: &Seen,
    now: Timestamp,
) -> Option<PersonId> {
    let typed = form.value("person");
    let mut able = seen.candidates.iter().filter(|one| fits(offer, one, now));
    let found = able.find(|one| one.person_id.to_string() == typed);
    if found.is_none() {
        form.refuse(FieldError::new("person", "choose"));
    }
    found
        .filter(|one| one.account_id.is_none())
        .map(|one| one.person_id)
}
