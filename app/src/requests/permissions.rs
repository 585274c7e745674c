//! Who reads and answers requests: administrators, operators and the support centre of the branch.

use super::types::{Request, RequestId, RequestState};
use crate::accounts::{Actor, OrganisationId, RoleKind};
use crate::organisations::{self, Tree};
use crate::permit::Permit;

crate::actions! {
    /// Answering and closing a request.
    pub AnswerRequest on RequestId;
}

const KINDS: &[RoleKind] = &[
    RoleKind::OrganisationAdministrator,
    RoleKind::Operator,
    RoleKind::SupportCentre,
];

/// Whether the pages of requests are open to this account at all.
pub fn answers_any(actor: &Actor) -> bool {
    actor.is_installation_administrator()
        || actor.roles.iter().any(|role| KINDS.contains(&role.kind))
}

/// Staff of the branch; what came from an address that was not confirmed does not exist.
pub fn may_answer(actor: &Actor, tree: &Tree, request: &Request) -> Option<Permit<AnswerRequest>> {
    let is_there = request.state != RequestState::Unconfirmed;
    (is_there && organisations::may(actor, tree, KINDS, request.organisation_id))
        .then(|| Permit::new(AnswerRequest(()), actor.account_id, request.id))
}

/// Who answers a request reads it, and so do those who had it before they handed it on.
pub fn may_read(actor: &Actor, tree: &Tree, request: &Request, earlier: &[OrganisationId]) -> bool {
    let had_it = |one: &OrganisationId| organisations::may(actor, tree, KINDS, *one);
    may_answer(actor, tree, request).is_some()
        || request.state != RequestState::Unconfirmed && earlier.iter().any(had_it)
}
