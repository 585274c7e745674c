//! What is said of a child's changes of municipality on its pages, to the family and to staff.

use jiff::Timestamp;

use super::badge;
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::families::moving::types::{Move, MoveState};
use crate::families::staff::pages::name_of;
use crate::i18n::Translator;

/// A change of municipality in words.
pub(in crate::families) struct Told {
    pub(in crate::families) badge: (&'static str, String),
    /// `Gmina Biała → Gmina Czarna`
    pub(in crate::families) way: String,
    /// What is to be done, or was decided.
    pub(in crate::families) sentence: String,
    pub(in crate::families) when: String,
    pub(in crate::families) stamp: String,
    /// Its page, for those of the staff who may see it; empty for others.
    pub(in crate::families) href: String,
}

/// The way from one municipality to the other, the same in every language.
pub(super) fn way(app: &Shared, (from, to): (OrganisationId, OrganisationId)) -> String {
    let tree = app.organisations.current();
    let name = |id| name_of(app, &tree, Some(id));
    format!("{} → {}", name(from), name(to))
}

/// When it came to where it stands.
fn since(one: &Move) -> Timestamp {
    let last = one.decided_at.or(one.submitted_at);
    last.unwrap_or(one.opened_at)
}

pub(super) fn sentence(app: &Shared, t: Translator, one: &Move) -> String {
    let tree = app.organisations.current();
    let institution = name_of(app, &tree, one.organisation_id);
    let key = format!("moving-what-{}", one.state.code());
    let said = t.get(&key).text("organisation", institution);
    match one.state {
        MoveState::Refused => said.text("reason", &one.answer).to_string(),
        _ => said.to_string(),
    }
}

/// A change in words.
pub(in crate::families) fn told(app: &Shared, t: Translator, one: &Move) -> Told {
    let at = since(one);
    Told {
        badge: badge(t, one.state),
        way: way(app, (one.from_id, one.to_id)),
        sentence: sentence(app, t, one),
        when: t.date_time(at, &crate::clock::zone()),
        stamp: at.to_string(),
        href: String::new(),
    }
}
