//! Who may write the texts of letters.

use crate::accounts::{Actor, OrganisationId, RoleKind};
use crate::letters::Kind;
use crate::organisations::{self, Tree};
use crate::permit::Permit;

crate::actions! {
    /// Writing the letters of an organisation; of none, those of the installation.
    pub WriteLetters on Option<OrganisationId>;
}

/// Administrators of the branch write the letters of its organisations, the administrator of the installation those of the
/// installation as well.
pub fn may_write_letters(
    actor: &Actor,
    tree: &Tree,
    organisation: Option<OrganisationId>,
) -> Option<Permit<WriteLetters>> {
    let may = match organisation {
        None => actor.is_installation_administrator(),
        Some(id) => {
            let kinds = [RoleKind::OrganisationAdministrator];
            tree.find(id).is_some() && organisations::may(actor, tree, &kinds, id)
        }
    };
    may.then(|| Permit::new(WriteLetters(()), actor.account_id, organisation))
}

/// Whether a kind of letter can have a text of this organisation's own.
pub fn is_written_by(kind: &Kind, organisation: Option<OrganisationId>) -> bool {
    organisation.is_none() || !kind.is_of_installation()
}
