//! Who may act in which branch (`spec/rules.md`, Who sees what).

use super::{OrganisationId, Tree};
use crate::accounts::{Actor, RoleKind};

/// Whether one of the actor's roles is among `kinds` and holds for `organisation`. The administrator of the
/// installation may everything.
pub fn may(actor: &Actor, tree: &Tree, kinds: &[RoleKind], organisation: OrganisationId) -> bool {
    actor.roles.iter().any(|role| {
        let fits = kinds.contains(&role.kind) || role.kind == RoleKind::InstallationAdministrator;
        fits && role
            .branch
            .is_none_or(|branch| tree.is_within(organisation, branch))
    })
}
