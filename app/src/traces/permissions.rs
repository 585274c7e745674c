//! Who reads the log: administrators, that of their branch; who administers the whole installation, all of it.

use super::types::Scope;
use crate::accounts::{Actor, RoleKind};

const READERS: [RoleKind; 2] = [
    RoleKind::InstallationAdministrator,
    RoleKind::OrganisationAdministrator,
];

/// What of the log somebody reads; none for those who administer nothing.
pub fn may_read(actor: &Actor) -> Option<Scope> {
    let roles = actor
        .roles
        .iter()
        .filter(|role| READERS.contains(&role.kind));
    let mut found = None;
    for role in roles {
        match role.branch {
            None => return Some(Scope::All),
            Some(branch) => found = found.or(Some(Scope::Branch(branch))),
        }
    }
    found
}
