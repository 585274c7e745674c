//! Who may write the offer: administrators and operators of the organisation's branch (`spec/rules.md`, Who sees what).

use crate::accounts::{Actor, OrganisationId, RoleKind};
use crate::catalogue::{Course, CourseId, GroupDetail, GroupId};
use crate::organisations::{self, Tree};
use crate::permit::Permit;

/// Roles that may write the offer of their branch.
pub const EDITORS: &[RoleKind] = &[RoleKind::OrganisationAdministrator, RoleKind::Operator];

crate::actions! {
    /// Making courses of an organisation.
    pub MakeCourse on OrganisationId;
    /// Keeping the list of venues and rooms of an organisation.
    pub KeepVenues on OrganisationId;
    /// Changing a course, making groups of it.
    pub EditCourse on CourseId;
    /// Changing, publishing and cancelling a group.
    pub EditGroup on GroupId;
}

/// Whether the actor may make courses of an organisation.
pub fn may_make_course(
    actor: &Actor,
    tree: &Tree,
    organisation: OrganisationId,
) -> Option<Permit<MakeCourse>> {
    covers(actor, tree, organisation)
        .then(|| Permit::new(MakeCourse(()), actor.account_id, organisation))
}

/// Whether the actor may keep the venues of an organisation; for others they do not exist.
pub fn may_keep_venues(
    actor: &Actor,
    tree: &Tree,
    organisation: OrganisationId,
) -> Option<Permit<KeepVenues>> {
    covers(actor, tree, organisation)
        .then(|| Permit::new(KeepVenues(()), actor.account_id, organisation))
}

/// Whether the actor may change a course; for others it does not exist.
pub fn may_edit_course(actor: &Actor, tree: &Tree, course: &Course) -> Option<Permit<EditCourse>> {
    covers(actor, tree, course.organisation_id)
        .then(|| Permit::new(EditCourse(()), actor.account_id, course.id))
}

/// Whether the actor may change a group; for others its form does not exist.
pub fn may_edit_group(
    actor: &Actor,
    tree: &Tree,
    detail: &GroupDetail,
) -> Option<Permit<EditGroup>> {
    let id = detail.group.id;
    covers(actor, tree, detail.organisation.id)
        .then(|| Permit::new(EditGroup(()), actor.account_id, id))
}

fn covers(actor: &Actor, tree: &Tree, organisation: OrganisationId) -> bool {
    tree.find(organisation).is_some() && organisations::may(actor, tree, EDITORS, organisation)
}
