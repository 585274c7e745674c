//! Who may enter, see and change children: their guardians. What staff may do comes with its own actions.

use super::types::PersonState;
use crate::accounts::{AccountId, Actor};
use crate::people::PersonId;
use crate::permit::Permit;

crate::actions! {
    /// Entering a child into one's own cabinet.
    pub EnterChild on AccountId;
    /// Changing what is known of a child that nobody has compared with documents yet.
    pub ChangeChild on PersonId;
    /// Asking for a correction of a child that was compared with documents.
    pub AskCorrection on PersonId;
    /// Letting a second guardian act for a child.
    pub DecideGuardian on PersonId;
}

/// Whoever is signed in enters the own children.
pub fn may_enter_child(actor: &Actor) -> Permit<EnterChild> {
    Permit::new(EnterChild(()), actor.account_id, actor.account_id)
}

/// A guardian changes a child until an operator has compared its data with documents; `holds` is whether the actor is one.
pub fn may_change_child(
    actor: &Actor,
    holds: bool,
    (child, state): (PersonId, PersonState),
) -> Option<Permit<ChangeChild>> {
    (holds && state == PersonState::Unconfirmed)
        .then(|| Permit::new(ChangeChild(()), actor.account_id, child))
}

/// A guardian asks for a correction once an operator has compared the data with documents (`spec/rules.md`, Person).
pub fn may_ask_correction(
    actor: &Actor,
    holds: bool,
    (child, state): (PersonId, PersonState),
) -> Option<Permit<AskCorrection>> {
    (holds && state == PersonState::Confirmed)
        .then(|| Permit::new(AskCorrection(()), actor.account_id, child))
}

/// Whoever holds a child decides who else does.
pub fn may_decide_guardian(
    actor: &Actor,
    holds: bool,
    child: PersonId,
) -> Option<Permit<DecideGuardian>> {
    holds.then(|| Permit::new(DecideGuardian(()), actor.account_id, child))
}
