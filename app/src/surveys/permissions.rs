//! Who may answer, and who sees the results.

use crate::accounts::{Actor, OrganisationId, RoleKind};
use crate::catalogue::GroupDetail;
use crate::enrolment::{Concern, Enrolment, EnrolmentId};
use crate::organisations::{self, Tree};
use crate::permit::Permit;

crate::actions! {
    /// Filling in the survey of an enrolment.
    pub AnswerSurvey on EnrolmentId;
    /// Writing the questions of an organisation.
    pub WriteQuestions on OrganisationId;
}

/// Everybody whom the enrolment concerns, whoever is first: a child's guardians, and the teenager who was there. For others
/// (`concern` is none) the survey does not exist.
pub fn may_answer(
    actor: &Actor,
    enrolment: &Enrolment,
    concern: Option<Concern>,
) -> Option<Permit<AnswerSurvey>> {
    concern.map(|_| Permit::new(AnswerSurvey(()), actor.account_id, enrolment.id))
}

const EDITORS: &[RoleKind] = &[RoleKind::OrganisationAdministrator, RoleKind::Operator];

/// Operators and administrators of the branch see all groups of a course side by side.
pub fn may_compare(actor: &Actor, tree: &Tree, organisation: OrganisationId) -> bool {
    organisations::may(actor, tree, EDITORS, organisation)
}

/// Administrators of the branch write the questions of its organisations.
pub fn may_write_questions(
    actor: &Actor,
    tree: &Tree,
    organisation: OrganisationId,
) -> Option<Permit<WriteQuestions>> {
    let kinds = [RoleKind::OrganisationAdministrator];
    let is_there = tree.find(organisation).is_some();
    (is_there && organisations::may(actor, tree, &kinds, organisation))
        .then(|| Permit::new(WriteQuestions(()), actor.account_id, organisation))
}

/// Operators and administrators of the branch, and the group's own trainers.
pub fn may_see_results(
    actor: &Actor,
    tree: &Tree,
    detail: &GroupDetail,
    is_its_trainer: bool,
) -> bool {
    let home = detail.organisation.id;
    let teaches = is_its_trainer && organisations::may(actor, tree, &[RoleKind::Trainer], home);
    teaches || may_compare(actor, tree, home)
}
