//! Who reads and answers requests: administrators, operators and the support centre of the branch.

use super::types::{Request, RequestId, RequestState};
use crate::accounts::{Actor, OrganisationId, RoleKind};
use crate::organisations::{self, Tree};
use crate::permit::Permit;

crate::actions! {
    /// Answering and closing a request.
    pub AnswerRequest on RequestId;
    /// Keeping a template of answers: of an organisation and those below it, or (none) of the whole installation.
    pub KeepTemplate on Option<OrganisationId>;
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

/// Staff keeps the templates of its branch; those of the whole installation only who has a role in all of it.
pub fn may_keep_template(
    actor: &Actor,
    tree: &Tree,
    home: Option<OrganisationId>,
) -> Option<Permit<KeepTemplate>> {
    let everywhere = || actor.is_installation_administrator();
    let is_theirs = home.map_or_else(everywhere, |home| {
        tree.find(home).is_some() && organisations::may(actor, tree, KINDS, home)
    });
    is_theirs.then(|| Permit::new(KeepTemplate(()), actor.account_id, home))
}

/// Staff uses its own templates and those of the organisations above.
pub fn may_use_template(actor: &Actor, tree: &Tree, home: Option<OrganisationId>) -> bool {
    let Some(home) = home else {
        return true;
    };
    let below = |branch: OrganisationId| tree.is_within(branch, home);
    organisations::may(actor, tree, KINDS, home) || template_homes(actor).into_iter().any(below)
}

/// The organisations for which the roles of an account hold, as far as they answer requests.
pub fn template_homes(actor: &Actor) -> Vec<OrganisationId> {
    let roles = actor.roles.iter();
    let mut homes: Vec<OrganisationId> = roles
        .filter(|role| KINDS.contains(&role.kind))
        .filter_map(|role| role.branch)
        .collect();
    homes.sort_unstable();
    homes.dedup();
    homes
}
