//! Who keeps the books of an organisation, who sets prices, who pays online.

use super::types::ChargeId;
use crate::accounts::{Actor, OrganisationId, RoleKind};
use crate::catalogue::GroupId;
use crate::enrolment::Concern;
use crate::organisations::{self, Tree};
use crate::permit::Permit;

crate::actions! {
    /// Statements, bookings, waivers, refunds and the account of an organisation.
    pub KeepBooks on OrganisationId;
    /// What those pay who work in listed branches.
    pub SetPrices on GroupId;
    /// Whether an institution pays a charge.
    pub AnswerFor on ChargeId;
}

/// Roles that keep books.
pub const BOOKKEEPERS: &[RoleKind] = &[RoleKind::OrganisationAdministrator, RoleKind::Accountant];

/// Accountants and administrators of the branch.
pub fn may_keep_books(
    actor: &Actor,
    tree: &Tree,
    organisation: OrganisationId,
) -> Option<Permit<KeepBooks>> {
    organisations::may(actor, tree, BOOKKEEPERS, organisation)
        .then(|| Permit::new(KeepBooks(()), actor.account_id, organisation))
}

/// Whether the pages of payments are open to this account at all.
pub fn keeps_any_books(actor: &Actor) -> bool {
    actor.is_installation_administrator()
        || actor
            .roles
            .iter()
            .any(|role| BOOKKEEPERS.contains(&role.kind))
}

/// Administrators, operators and accountants of the group's branch.
pub fn may_set_prices(
    actor: &Actor,
    tree: &Tree,
    organisation: OrganisationId,
    group: GroupId,
) -> Option<Permit<SetPrices>> {
    const KINDS: &[RoleKind] = &[
        RoleKind::OrganisationAdministrator,
        RoleKind::Operator,
        RoleKind::Accountant,
    ];
    organisations::may(actor, tree, KINDS, organisation)
        .then(|| Permit::new(SetPrices(()), actor.account_id, group))
}

/// Roles that speak for an institution that is asked to pay.
const PAYERS: &[RoleKind] = &[
    RoleKind::OrganisationAdministrator,
    RoleKind::Operator,
    RoleKind::Accountant,
];

/// Whether the account has such a role in any institution.
pub fn pays_for_any(actor: &Actor) -> bool {
    actor
        .roles
        .iter()
        .any(|role| PAYERS.contains(&role.kind) && role.branch.is_some())
}

/// Administrators, operators and accountants of the institution that was named: it was chosen from the directory, or
/// one of theirs has its tax id.
pub fn may_answer_for(
    actor: &Actor,
    tree: &Tree,
    named: (Option<OrganisationId>, &[OrganisationId]),
    charge: ChargeId,
) -> Option<Permit<AnswerFor>> {
    let (chosen, with_its_tax_id) = named;
    let institutions = chosen
        .as_ref()
        .map_or(with_its_tax_id, std::slice::from_ref);
    institutions
        .iter()
        .any(|one| organisations::may(actor, tree, PAYERS, *one))
        .then(|| Permit::new(AnswerFor(()), actor.account_id, charge))
}

/// Whoever acts in an enrolment pays for it online; a teenager reads what is due, and a parent pays.
pub fn may_pay_online(concern: Concern) -> bool {
    concern == Concern::Acts
}
