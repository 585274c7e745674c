//! What staff can decide about one enrolment as it stands: the ways from its page.

use super::Opened;
use crate::catalogue::GroupState;
use crate::enrolment::{Enrolment, EnrolmentState};
use crate::i18n::Translator;

/// Something that can be done.
#[derive(Clone, Debug)]
pub struct Deed {
    /// Where.
    pub href: String,
    /// What the link or button says.
    pub text: String,
    /// Done at once by a button; otherwise a page asks first.
    pub at_once: bool,
}

/// All that can be done now; nothing for trainers.
pub fn deeds(t: Translator, opened: &Opened, one: &Enrolment) -> Vec<Deed> {
    if opened.decide.is_none() {
        return Vec::new();
    }
    let mut names = Vec::new();
    match one.state {
        EnrolmentState::Applied => names.extend(["confirm", "refuse"]),
        EnrolmentState::Waiting if opened.detail.group.is_undrawn() => names.push("refuse"),
        EnrolmentState::Waiting => names.extend(["move-up", "refuse"]),
        EnrolmentState::Confirmed if opened.detail.group.state == GroupState::Published => {
            names.push("transfer");
        }
        _ => {}
    }
    if one.state.is_open() {
        names.push("cancel");
    }
    let deed = |name: &str| Deed {
        href: format!("/staff/enrolments/{}/{name}", one.id),
        text: t.get(&format!("staff-deed-{name}")).to_string(),
        at_once: name == "confirm",
    };
    names.into_iter().map(deed).collect()
}
