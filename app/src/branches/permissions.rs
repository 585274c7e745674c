//! Who looks after which part of the tree, and who gives roles in it.

use crate::accounts::{AccountId, Actor, OrganisationId, RoleKind};
use crate::organisations::{self, Tree};
use crate::permit::Permit;

crate::actions! {
    /// Adding an organisation below another one, or at the top.
    pub AddOrganisation on Option<OrganisationId>;
    /// Correcting what is known of an organisation.
    pub EditOrganisation on OrganisationId;
    /// Moving, closing and reopening an organisation, and saying of which kind it is.
    pub PlaceOrganisation on OrganisationId;
    /// Inviting staff of an organisation, or of the whole installation, and ending roles.
    pub KeepStaff on Option<OrganisationId>;
    /// Naming a colleague who stands in for an account, and ending that.
    pub NameStandIn on AccountId;
    /// Answering whether one stands in.
    pub AnswerStandIn on AccountId;
}

const ADMINISTRATORS: &[RoleKind] = &[RoleKind::OrganisationAdministrator];

/// Whether the pages of the tree are open to this account at all.
pub fn keeps_branches(actor: &Actor) -> bool {
    let kinds = [
        RoleKind::InstallationAdministrator,
        RoleKind::OrganisationAdministrator,
    ];
    actor.roles.iter().any(|role| kinds.contains(&role.kind))
}

/// Whether somebody administers this organisation; none is the installation.
pub fn administers(actor: &Actor, tree: &Tree, organisation: Option<OrganisationId>) -> bool {
    match organisation {
        None => actor.is_installation_administrator(),
        Some(id) => organisations::may(actor, tree, ADMINISTRATORS, id),
    }
}

/// Who administers the place above adds below it.
pub fn may_add(
    actor: &Actor,
    tree: &Tree,
    parent: Option<OrganisationId>,
) -> Option<Permit<AddOrganisation>> {
    administers(actor, tree, parent)
        .then(|| Permit::new(AddOrganisation(()), actor.account_id, parent))
}

/// Who administers an organisation corrects it.
pub fn may_edit(
    actor: &Actor,
    tree: &Tree,
    id: OrganisationId,
) -> Option<Permit<EditOrganisation>> {
    administers(actor, tree, Some(id))
        .then(|| Permit::new(EditOrganisation(()), actor.account_id, id))
}

/// Where an organisation lies, and that it is closed, is decided by those above it.
pub fn may_place(
    actor: &Actor,
    tree: &Tree,
    (id, parent): (OrganisationId, Option<OrganisationId>),
) -> Option<Permit<PlaceOrganisation>> {
    administers(actor, tree, parent)
        .then(|| Permit::new(PlaceOrganisation(()), actor.account_id, id))
}

/// Roles are given by administrators of the branch, none above their own. `own` is the actor with those roles alone that are
/// the account's own: who stands in gives none, since they would outlast the absence.
pub fn may_keep_staff(
    own: &Actor,
    tree: &Tree,
    organisation: Option<OrganisationId>,
) -> Option<Permit<KeepStaff>> {
    administers(own, tree, organisation)
        .then(|| Permit::new(KeepStaff(()), own.account_id, organisation))
}

/// The holder of a role names who stands in, or an administrator of its branch does. `own` as in [`may_keep_staff`].
pub fn may_name_stand_in(
    own: &Actor,
    tree: &Tree,
    (holder, branch): (AccountId, Option<OrganisationId>),
) -> Option<Permit<NameStandIn>> {
    let may = own.account_id == holder || administers(own, tree, branch);
    may.then(|| Permit::new(NameStandIn(()), own.account_id, holder))
}

/// Whoever was asked answers.
pub fn may_answer_stand_in(actor: &Actor, delegate: AccountId) -> Option<Permit<AnswerStandIn>> {
    (actor.account_id == delegate)
        .then(|| Permit::new(AnswerStandIn(()), actor.account_id, delegate))
}
