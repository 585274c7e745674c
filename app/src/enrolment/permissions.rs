//! Who may do what to an enrolment. Every writer takes a permit, so that forgetting to ask does not compile.

use jiff::Timestamp;

use super::attendance_store::Attendable;
use super::prepared_store::{Prepared, PreparedId};
use super::{Enrolment, EnrolmentId, room_code};
use crate::accounts::{Actor, OrganisationId, RoleKind};
use crate::catalogue::{GroupId, MeetingId};
use crate::families::teenager::{Link, LinkState};
use crate::organisations::{self, Tree};
use crate::people::PersonId;
use crate::permit::Permit;
use crate::secrets::RootKey;

crate::actions! {
    /// Joining a group oneself, or enrolling a child that one acts for.
    pub Join on (GroupId, Option<PersonId>);
    /// Preparing an application for the record that one is linked to.
    pub Prepare on (GroupId, PersonId);
    /// Declining what was prepared, or (true) withdrawing it oneself.
    pub DropPrepared on (PreparedId, PersonId, bool);
    /// Giving one's own place back.
    pub Resign on (EnrolmentId, GroupId);
    /// Taking a place that was offered to oneself.
    pub AnswerOffer on (EnrolmentId, GroupId);
    /// Ordering one's own wishes.
    pub Rank on (EnrolmentId, GroupId);
    /// Marking oneself, or a child that one came with, as present at a meeting of a group, by the code shown in the room.
    pub CheckIn on (GroupId, MeetingId, EnrolmentId);
    /// Deciding who is in a group: applications, transfers, the line, late resignations.
    pub Decide on GroupId;
    /// Setting the deadlines of an organisation.
    pub SetDeadlines on OrganisationId;
    /// Keeping a group's list: attendance, the end, corrections, cancelling.
    pub KeepList on GroupId;
}

/// Everybody who is signed in may ask for a place for themselves.
pub fn may_join(actor: &Actor, group_id: GroupId) -> Permit<Join> {
    Permit::new(Join(()), actor.account_id, (group_id, None))
}

/// Whoever acts for a child may ask for a place for it; whether the actor does is looked at once more in the transaction.
pub fn may_enrol_child(actor: &Actor, group_id: GroupId, child: PersonId) -> Permit<Join> {
    Permit::new(Join(()), actor.account_id, (group_id, Some(child)))
}

/// A teenager prepares an application for the record that the own sign-in is linked to.
pub fn may_prepare(actor: &Actor, link: &Link, group_id: GroupId) -> Option<Permit<Prepare>> {
    let is_own = link.account_id == Some(actor.account_id) && link.state == LinkState::Linked;
    is_own.then(|| Permit::new(Prepare(()), actor.account_id, (group_id, link.person_id)))
}

/// By a parent's choice a teenager submits too; whether that still holds is looked at once more in the transaction.
pub fn may_submit(actor: &Actor, link: &Link, group_id: GroupId) -> Option<Permit<Join>> {
    let is_own = link.account_id == Some(actor.account_id) && link.state == LinkState::Linked;
    let on = (group_id, Some(link.person_id));
    (is_own && link.may_submit).then(|| Permit::new(Join(()), actor.account_id, on))
}

/// Whoever finds what was prepared among what concerns them: parents decline it, the teenager withdraws it.
pub fn may_drop_prepared(actor: &Actor, prepared: &Prepared) -> Permit<DropPrepared> {
    let on = (prepared.id, prepared.person_id, actor.is_linked);
    Permit::new(DropPrepared(()), actor.account_id, on)
}

/// The holder of the account that joined may resign, and whoever acts for the child (`acts`); for others the enrolment does not
/// exist.
pub fn may_resign(actor: &Actor, enrolment: &Enrolment, acts: bool) -> Option<Permit<Resign>> {
    (acts || actor.account_id == enrolment.account_id).then(|| {
        Permit::new(
            Resign(()),
            actor.account_id,
            (enrolment.id, enrolment.group_id),
        )
    })
}

/// The holder of the account that joined may take the place, and whoever acts for the child (`acts`); for others the
/// enrolment does not exist.
pub fn may_answer_offer(
    actor: &Actor,
    enrolment: &Enrolment,
    acts: bool,
) -> Option<Permit<AnswerOffer>> {
    (acts || actor.account_id == enrolment.account_id).then(|| {
        Permit::new(
            AnswerOffer(()),
            actor.account_id,
            (enrolment.id, enrolment.group_id),
        )
    })
}

/// The holder of the account that applied may order the wishes, and whoever acts for the child (`acts`); for others the
/// enrolment does not exist.
pub fn may_rank(actor: &Actor, enrolment: &Enrolment, acts: bool) -> Option<Permit<Rank>> {
    let on = (enrolment.id, enrolment.group_id);
    (acts || actor.account_id == enrolment.account_id)
        .then(|| Permit::new(Rank(()), actor.account_id, on))
}

/// Whoever takes part in the meeting's group, and types or opens a code that is shown in the room now. None when the code is
/// another.
pub fn may_check_in(
    actor: &Actor,
    meeting: &Attendable,
    key: &RootKey,
    typed: &str,
    now: Timestamp,
) -> Option<Permit<CheckIn>> {
    let on = (meeting.group_id, meeting.meeting_id, meeting.enrolment_id);
    room_code::is_shown(key, meeting.meeting_id, typed, now)
        .then(|| Permit::new(CheckIn(()), actor.account_id, on))
}

/// Administrators and operators of the branch that the group's organisation lies in; trainers do not decide.
pub fn may_decide(
    actor: &Actor,
    tree: &Tree,
    organisation_id: OrganisationId,
    group_id: GroupId,
) -> Option<Permit<Decide>> {
    let kinds = [RoleKind::OrganisationAdministrator, RoleKind::Operator];
    organisations::may(actor, tree, &kinds, organisation_id)
        .then(|| Permit::new(Decide(()), actor.account_id, group_id))
}

/// Administrators of the branch.
pub fn may_set_deadlines(
    actor: &Actor,
    tree: &Tree,
    organisation_id: OrganisationId,
) -> Option<Permit<SetDeadlines>> {
    let kinds = [RoleKind::OrganisationAdministrator];
    organisations::may(actor, tree, &kinds, organisation_id)
        .then(|| Permit::new(SetDeadlines(()), actor.account_id, organisation_id))
}

/// Trainers of the group; administrators and operators of the branch that its organisation lies in.
pub fn may_keep_list(
    actor: &Actor,
    tree: &Tree,
    organisation_id: OrganisationId,
    group_id: GroupId,
    is_its_trainer: bool,
) -> Option<Permit<KeepList>> {
    let kinds = [RoleKind::OrganisationAdministrator, RoleKind::Operator];
    (is_its_trainer || organisations::may(actor, tree, &kinds, organisation_id))
        .then(|| Permit::new(KeepList(()), actor.account_id, group_id))
}
