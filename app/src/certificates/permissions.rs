//! Who may download, replace and revoke certificates of others.

use super::{Certificate, CertificateId};
use crate::accounts::{Actor, RoleKind};
use crate::organisations::{self, Tree};
use crate::permit::Permit;

crate::actions! {
    /// Replacing a certificate after a correction, or revoking it.
    pub ManageCertificate on CertificateId;
}

const STAFF: &[RoleKind] = &[RoleKind::OrganisationAdministrator, RoleKind::Operator];

/// Operators and administrators of the branch see the certificates that it issued.
pub fn may_see(actor: &Actor, tree: &Tree, certificate: &Certificate) -> bool {
    organisations::may(actor, tree, STAFF, certificate.organisation_id)
}

/// The same may replace and revoke them.
pub fn may_manage(
    actor: &Actor,
    tree: &Tree,
    certificate: &Certificate,
) -> Option<Permit<ManageCertificate>> {
    may_see(actor, tree, certificate)
        .then(|| Permit::new(ManageCertificate(()), actor.account_id, certificate.id))
}
