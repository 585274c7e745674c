//! Who sees which institutions are behind, and who has a daily letter to switch off.

use crate::accounts::{AccountId, Actor, OrganisationId, RoleKind};
use crate::organisations::{Kind, Tree};
use crate::permit::Permit;

crate::actions! {
    /// Switching one's own daily letter off or on.
    pub SwitchDigest on AccountId;
}

/// Whoever works here switches the own letter.
pub fn may_switch_digest(actor: &Actor) -> Option<Permit<SwitchDigest>> {
    actor
        .is_staff()
        .then(|| Permit::new(SwitchDigest(()), actor.account_id, actor.account_id))
}

/// The branches whose institutions somebody oversees, none of them being the whole installation: administrators their own,
/// the support centre the municipality that it belongs to. Empty for everybody else.
pub fn overseen(actor: &Actor, tree: &Tree) -> Vec<Option<OrganisationId>> {
    let branches = actor.roles.iter().filter_map(|role| match role.kind {
        RoleKind::InstallationAdministrator | RoleKind::OrganisationAdministrator => {
            Some(role.branch)
        }
        RoleKind::SupportCentre => {
            let own = role.branch.and_then(|id| tree.find(id));
            let centre = own.filter(|one| one.kind == Kind::SupportCentre);
            Some(centre.and_then(|one| one.parent).or(role.branch))
        }
        _ => None,
    });
    branches.collect()
}
