//! Who opens a change of municipality, deals with it, decides about it, and who only sees it: an institution's desk opens it
//! and keeps it, the region decides, the support centre sees it (`spec/rules.md`, Request; Who sees what).

use super::types::{Move, MoveId, MoveState};
use crate::accounts::{Actor, OrganisationId, Role, RoleKind};
use crate::families::staff::permissions::{AT_THE_DESK, KINDS, Place, reach};
use crate::families::types::PersonState;
use crate::organisations::Tree;
use crate::people::PersonId;
use crate::permit::Permit;

crate::actions! {
    /// Opening a change of municipality for a child whose page is open.
    pub OpenMove on PersonId;
    /// Printing the application, handing the signed copy in, taking a draft back.
    pub KeepMove on MoveId;
    /// Approving or refusing it.
    pub DecideMove on MoveId;
}

/// Whether a role is one of those at a desk, or that of the whole installation.
fn is_at_the_desk(role: Role) -> bool {
    role.kind == RoleKind::InstallationAdministrator || AT_THE_DESK.contains(&role.kind)
}

/// Whoever has the child's page open and works at an institution's desk opens a change for it; answers with the
/// organisation that will deal with it: the one near the child, when the actor has several.
pub fn may_open_move(
    actor: &Actor,
    tree: &Tree,
    (child, state): (PersonId, PersonState),
    place: &Place,
) -> Option<(Permit<OpenMove>, Option<OrganisationId>)> {
    let home = place.municipality?;
    if !matches!(state, PersonState::Unconfirmed | PersonState::Confirmed) {
        return None;
    }
    let mut roles = actor.roles.iter().filter(|role| is_at_the_desk(**role));
    let first = roles.clone().next()?;
    let is_near = |role: &&Role| {
        role.branch
            .is_some_and(|branch| tree.is_within(branch, home) || tree.is_within(home, branch))
    };
    let role = roles.find(is_near).unwrap_or(first);
    let permit = Permit::new(OpenMove(()), actor.account_id, child);
    Some((permit, role.branch))
}

/// Whether staff sees a change at all: those of the branch where the child was known to live, where it lives once that was
/// decided, and of the institution that deals with it; of each the support centre as well.
pub fn sees_move(actor: &Actor, tree: &Tree, one: &Move) -> bool {
    let lives = (one.state == MoveState::Approved).then_some(one.to_id);
    let places = [Some(one.from_id), lives, one.organisation_id];
    actor.roles.iter().any(|role| {
        KINDS.contains(&role.kind)
            && reach(tree, *role).is_none_or(|branch| {
                let mut known = places.iter().flatten();
                known.any(|place| tree.is_within(*place, branch))
            })
    })
}

/// The desk of the institution that has opened it deals with it.
pub fn may_keep_move(actor: &Actor, tree: &Tree, one: &Move) -> Option<Permit<KeepMove>> {
    let holds = |role: &Role| match (role.branch, one.organisation_id) {
        (None, _) => true,
        (Some(branch), Some(institution)) => tree.is_within(institution, branch),
        (Some(_), None) => false,
    };
    let mut roles = actor.roles.iter().filter(|role| is_at_the_desk(**role));
    roles
        .any(holds)
        .then(|| Permit::new(KeepMove(()), actor.account_id, one.id))
}

/// An administrator of a branch that holds both municipalities decides: the region, or the installation. Answers with the
/// organisation that decides.
pub fn may_decide_move(
    actor: &Actor,
    tree: &Tree,
    one: &Move,
) -> Option<(Permit<DecideMove>, Option<OrganisationId>)> {
    let holds = |role: &&Role| match (role.kind, role.branch) {
        (RoleKind::InstallationAdministrator, _) => true,
        (RoleKind::OrganisationAdministrator, Some(branch)) => {
            let both = [one.from_id, one.to_id];
            both.iter().all(|town| tree.is_within(*town, branch))
        }
        _ => false,
    };
    let role = actor.roles.iter().find(holds)?;
    let permit = Permit::new(DecideMove(()), actor.account_id, one.id);
    Some((permit, role.branch))
}
