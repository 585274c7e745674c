//! Who of the staff may look at a child, and do what: administrators, operators and the support centre, in their branch, or
//! with a look that was given a reason (`spec/rules.md`, Who sees what; Person).

use crate::accounts::{AccountId, Actor, OrganisationId, Role, RoleKind};
use crate::families::types::{CaseId, PersonState};
use crate::organisations::{Kind, Tree};
use crate::people::PersonId;
use crate::permit::Permit;

crate::actions! {
    /// Finding a child by exact data.
    pub FindChild on AccountId;
    /// Noting that a child's data were compared with documents, in this organisation.
    pub ConfirmChild on (PersonId, OrganisationId);
    /// Correcting a child's data, or deciding about a correction.
    pub CorrectChild on PersonId;
    /// Deciding whether two records are one child.
    pub DecideCase on CaseId;
    /// Acting on a child whose page is open: showing a guardian's address.
    pub ServeChild on PersonId;
    /// Deciding whether an account that asks acts for a child.
    pub LetInGuardian on (PersonId, AccountId);
}

/// Those whom families concern.
pub(in crate::families) const KINDS: &[RoleKind] = &[
    RoleKind::InstallationAdministrator,
    RoleKind::OrganisationAdministrator,
    RoleKind::Operator,
    RoleKind::SupportCentre,
];
/// Those who compare data with documents: the support centre sees nobody at a desk.
pub(in crate::families) const AT_THE_DESK: &[RoleKind] =
    &[RoleKind::OrganisationAdministrator, RoleKind::Operator];

/// Where a child belongs: the municipality where it lives, and where it has open applications.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// Where it lives.
    pub municipality: Option<OrganisationId>,
    /// Whose groups it has open applications in.
    pub applied_at: Vec<OrganisationId>,
}

/// Whether the pages of children are open to this account at all.
pub fn serves_families(actor: &Actor) -> bool {
    actor.roles.iter().any(|role| KINDS.contains(&role.kind))
}

/// What a role reaches: a support centre serves the municipality that it belongs to.
pub(in crate::families) fn reach(tree: &Tree, role: Role) -> Option<OrganisationId> {
    let branch = role.branch?;
    let own = tree.find(branch);
    let served = own.filter(|one| one.kind == Kind::SupportCentre);
    served.and_then(|one| one.parent).or(Some(branch))
}

/// The role in whose branch the child is.
pub fn inside(actor: &Actor, tree: &Tree, place: &Place) -> Option<Role> {
    let holds = |role: &&Role| {
        KINDS.contains(&role.kind)
            && reach(tree, **role).is_none_or(|branch| {
                let mut all = place.municipality.iter().chain(&place.applied_at);
                all.any(|one| tree.is_within(*one, branch))
            })
    };
    actor.roles.iter().find(holds).copied()
}

/// Staff finds a child by exact data and for a reason; answers with the role that lets them.
pub fn may_find_child(actor: &Actor) -> Option<(Permit<FindChild>, Role)> {
    let role = actor.roles.iter().find(|role| KINDS.contains(&role.kind))?;
    let permit = Permit::new(FindChild(()), actor.account_id, actor.account_id);
    Some((permit, *role))
}

/// Whether a desk of this branch is near the child: in the municipality where it lives, or where it has an open application.
fn is_near(tree: &Tree, place: &Place, branch: OrganisationId) -> bool {
    let lives_there = match place.municipality {
        Some(one) => tree.is_within(branch, one) || tree.is_within(one, branch),
        None => tree.all().all(|one| one.kind != Kind::Municipality),
    };
    let mut applied_at = place.applied_at.iter();
    lives_there || applied_at.any(|one| tree.is_within(*one, branch))
}

/// An operator or administrator of an institution in the child's municipality, or of one where it has an open application,
/// compares the data of a child with documents, unless it resembles another one (`spec/rules.md`, Person).
pub fn may_confirm_child(
    actor: &Actor,
    tree: &Tree,
    (child, state, is_doubted): (PersonId, PersonState, bool),
    place: &Place,
) -> Option<Permit<ConfirmChild>> {
    if state != PersonState::Unconfirmed || is_doubted {
        return None;
    }
    let home = actor.roles.iter().find_map(|role| {
        let branch = match (role.kind, role.branch) {
            (RoleKind::InstallationAdministrator, _) => return place.municipality,
            (kind, Some(branch)) if AT_THE_DESK.contains(&kind) => branch,
            _ => return None,
        };
        is_near(tree, place, branch).then_some(branch)
    })?;
    Some(Permit::new(
        ConfirmChild(()),
        actor.account_id,
        (child, home),
    ))
}

/// Whoever has the child's page open serves its family.
pub fn may_serve_child(
    actor: &Actor,
    is_open: bool,
    child: PersonId,
) -> Option<Permit<ServeChild>> {
    is_open.then(|| Permit::new(ServeChild(()), actor.account_id, child))
}

/// The same desks decide whether a second guardian is let in: they see the documents. Nobody lets themselves in. Answers with the
/// organisation that decides; none is the installation.
pub fn may_let_in_guardian(
    actor: &Actor,
    tree: &Tree,
    (child, state, account): (PersonId, PersonState, AccountId),
    place: &Place,
) -> Option<(Permit<LetInGuardian>, Option<OrganisationId>)> {
    let stands = matches!(state, PersonState::Unconfirmed | PersonState::Confirmed);
    if !stands || actor.account_id == account {
        return None;
    }
    let by = actor
        .roles
        .iter()
        .find_map(|role| match (role.kind, role.branch) {
            (RoleKind::InstallationAdministrator, _) => Some(None),
            (kind, Some(branch)) if AT_THE_DESK.contains(&kind) => {
                is_near(tree, place, branch).then_some(Some(branch))
            }
            _ => None,
        })?;
    let permit = Permit::new(LetInGuardian(()), actor.account_id, (child, account));
    Some((permit, by))
}

/// Whoever has the child's page open corrects its data, unless another record has taken its place.
pub fn may_correct_child(
    actor: &Actor,
    (child, state): (PersonId, PersonState),
) -> Option<Permit<CorrectChild>> {
    matches!(state, PersonState::Unconfirmed | PersonState::Confirmed)
        .then(|| Permit::new(CorrectChild(()), actor.account_id, child))
}

/// Whoever may see both records decides whether they are one child.
pub fn may_decide_case(actor: &Actor, sees_both: bool, case: CaseId) -> Option<Permit<DecideCase>> {
    sees_both.then(|| Permit::new(DecideCase(()), actor.account_id, case))
}
