//! Who may announce something.

use crate::accounts::{Actor, OrganisationId, RoleKind};
use crate::organisations::{self, Organisation, Tree};
use crate::permit::Permit;
use crate::text::fold;

crate::actions! {
    /// Announcing something in the branch of an organisation.
    pub Announce on OrganisationId;
}

/// Who announces.
const ANNOUNCING: [RoleKind; 2] = [RoleKind::OrganisationAdministrator, RoleKind::Operator];

/// Administrators and operators announce in their branch.
pub fn may_announce(
    actor: &Actor,
    tree: &Tree,
    organisation: OrganisationId,
) -> Option<Permit<Announce>> {
    let may = tree.find(organisation).is_some()
        && organisations::may(actor, tree, &ANNOUNCING, organisation);
    may.then(|| Permit::new(Announce(()), actor.account_id, organisation))
}

/// The organisations in whose branches somebody may announce, by name; whoever has none has none of these pages.
pub fn announces_in<'a>(actor: &Actor, tree: &'a Tree) -> Vec<&'a Organisation> {
    let may = |one: &&Organisation| may_announce(actor, tree, one.id).is_some();
    let mut found: Vec<&Organisation> = tree.all().filter(may).collect();
    found.sort_by_cached_key(|one| (one.parent.is_some(), fold(&one.name), one.id));
    found
}
