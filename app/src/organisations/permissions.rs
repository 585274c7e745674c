//! Who may act in which branch (`spec/rules.md`, Who sees what).

use super::{Organisation, OrganisationId, Tree};
use crate::accounts::{Actor, RoleKind};
use crate::permit::Permit;

crate::actions! {
    /// Saying when an organisation is open.
    pub SetHours on OrganisationId;
}

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

/// Administrators say when the organisations of their branch are open.
pub fn may_set_hours(
    actor: &Actor,
    tree: &Tree,
    organisation: OrganisationId,
) -> Option<Permit<SetHours>> {
    let kinds = &[RoleKind::OrganisationAdministrator];
    may(actor, tree, kinds, organisation)
        .then(|| Permit::new(SetHours(()), actor.account_id, organisation))
}

/// The organisations whose hours somebody sets, in no order.
pub fn hours_set_by<'a>(actor: &Actor, tree: &'a Tree) -> Vec<&'a Organisation> {
    let own = |one: &&Organisation| may_set_hours(actor, tree, one.id).is_some();
    tree.all().filter(own).collect()
}
