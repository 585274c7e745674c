//! Who may download, replace and revoke certificates of others.

use super::{Certificate, CertificateId};
use crate::accounts::{Actor, OrganisationId, RoleKind};
use crate::organisations::{self, Tree};
use crate::permit::Permit;

crate::actions! {
    /// Replacing a certificate after a correction, or revoking it.
    pub ManageCertificate on CertificateId;
    /// Changing how the certificates of an organisation look.
    pub EditLayout on OrganisationId;
}

const STAFF: &[RoleKind] = &[RoleKind::OrganisationAdministrator, RoleKind::Operator];

/// Whether the registers are open to this account at all.
pub fn keeps_registers(actor: &Actor) -> bool {
    actor.is_installation_administrator()
        || actor.roles.iter().any(|role| STAFF.contains(&role.kind))
}

/// Operators and administrators of the branch read its registers.
pub fn may_read_register(actor: &Actor, tree: &Tree, organisation: OrganisationId) -> bool {
    organisations::may(actor, tree, STAFF, organisation)
}

/// Operators and administrators of the branch see the certificates that it issued.
pub fn may_see(actor: &Actor, tree: &Tree, certificate: &Certificate) -> bool {
    organisations::may(actor, tree, STAFF, certificate.organisation_id)
}

/// Administrators of the branch edit its layouts.
pub fn may_edit_layout(
    actor: &Actor,
    tree: &Tree,
    organisation: OrganisationId,
) -> Option<Permit<EditLayout>> {
    let kinds = [RoleKind::OrganisationAdministrator];
    organisations::may(actor, tree, &kinds, organisation)
        .then(|| Permit::new(EditLayout(()), actor.account_id, organisation))
}

/// Those who see them may replace and revoke them.
pub fn may_manage(
    actor: &Actor,
    tree: &Tree,
    certificate: &Certificate,
) -> Option<Permit<ManageCertificate>> {
    may_see(actor, tree, certificate)
        .then(|| Permit::new(ManageCertificate(()), actor.account_id, certificate.id))
}
