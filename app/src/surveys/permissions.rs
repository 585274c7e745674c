//! Who may answer, and who sees the results.

use crate::accounts::{Actor, RoleKind};
use crate::catalogue::GroupDetail;
use crate::enrolment::{Enrolment, EnrolmentId};
use crate::organisations::{self, Tree};
use crate::permit::Permit;

crate::actions! {
    /// Filling in the survey of an enrolment.
    pub AnswerSurvey on EnrolmentId;
}

/// The holder of the account that joined; for others the survey does not exist.
pub fn may_answer(actor: &Actor, enrolment: &Enrolment) -> Option<Permit<AnswerSurvey>> {
    let is_own = actor.account_id == enrolment.account_id;
    is_own.then(|| Permit::new(AnswerSurvey(()), actor.account_id, enrolment.id))
}

/// Operators and administrators of the branch, and the group's own trainers.
pub fn may_see_results(
    actor: &Actor,
    tree: &Tree,
    detail: &GroupDetail,
    is_its_trainer: bool,
) -> bool {
    const KINDS: &[RoleKind] = &[RoleKind::OrganisationAdministrator, RoleKind::Operator];
    let home = detail.organisation.id;
    let teaches = is_its_trainer && organisations::may(actor, tree, &[RoleKind::Trainer], home);
    teaches || organisations::may(actor, tree, KINDS, home)
}
