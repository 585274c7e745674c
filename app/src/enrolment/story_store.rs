//! SQL of everything that concerns an account, in as many queries as there are tables, and what happened as it is read.

use database::from_row;
use jiff::Timestamp;

use super::EnrolmentId;
use super::concern_store::concerning;
use super::store::enrolment;

database::statements! {
    /// All enrolments that concern an account, newest first.
    pub LIST_OF_ACCOUNT = concat!("SELECT ", enrolment!(), " FROM enrolments e JOIN people p ON p.id = e.person_id \
        WHERE e.id IN (", concerning!(), ") ORDER BY e.applied_at DESC, e.id DESC");
    /// Attendance of everything an account has joined.
    pub LIST_MARKS_OF_ACCOUNT = concat!("SELECT a.enrolment_id, a.meeting_id, a.present FROM attendance a \
        WHERE a.enrolment_id IN (", concerning!(), ")");
    /// What happened to the enrolments of an account, oldest first.
    pub LIST_EVENTS_OF_ACCOUNT = concat!("SELECT a.subject_id, a.at, a.action, a.before_state, a.after_state, a.reason, \
        CASE WHEN a.account_id IS NULL THEN 'system' WHEN a.account_id = $1 THEN 'you' WHEN EXISTS (SELECT 1 FROM enrolments f \
        WHERE f.id = a.subject_id AND (f.account_id = a.account_id OR EXISTS (SELECT 1 FROM guardianships q \
        WHERE q.person_id = f.person_id AND q.account_id = a.account_id AND q.state IN ('holds', 'ended')) \
        OR EXISTS (SELECT 1 FROM linked_sign_ins l WHERE l.person_id = f.person_id AND l.account_id = a.account_id \
        AND l.state = 'linked'))) THEN 'family' ELSE 'staff' END AS doer FROM audit a \
        WHERE a.subject_kind = 'enrolment' AND a.subject_id IN (", concerning!(), ") ORDER BY a.id");

    /// The groups that an account has joined.
    pub LIST_GROUPS_OF_ACCOUNT = concat!("SELECT g.* FROM groups g WHERE g.id IN (SELECT e.group_id FROM enrolments e \
        WHERE e.id IN (", concerning!(), "))");
    /// Their courses.
    pub LIST_COURSES_OF_ACCOUNT = concat!("SELECT c.* FROM courses c WHERE c.id IN (SELECT g.course_id FROM groups g \
        JOIN enrolments e ON e.group_id = g.id WHERE e.id IN (", concerning!(), "))");
    /// The organisations that offer them.
    pub LIST_ORGANISATIONS_OF_ACCOUNT = concat!("SELECT o.* FROM organisations o WHERE o.id IN (SELECT c.organisation_id \
        FROM courses c JOIN groups g ON g.course_id = c.id JOIN enrolments e ON e.group_id = g.id WHERE e.id IN (", concerning!(), "))");
    /// Their meetings, in order of time.
    pub LIST_MEETINGS_OF_ACCOUNT = concat!("SELECT m.id, m.group_id, m.starts_at, m.ends_at, m.place, m.room_id FROM meetings m \
        WHERE m.group_id IN (SELECT e.group_id FROM enrolments e WHERE e.id IN (", concerning!(), ")) ORDER BY m.starts_at, m.id");
}

database::codes! {
    /// Who did something to an enrolment.
    Doer {
        /// The account that asks.
        You = "you",
        /// Somebody else whom it concerns: the other guardian, the teenager.
        Family = "family",
        /// Anybody else.
        Staff = "staff",
        /// Nobody: it went by itself.
        System = "system",
    }
}

/// Something that happened to an enrolment, for its timeline.
#[derive(Clone, Debug)]
pub struct Happened {
    /// To which enrolment.
    pub subject_id: EnrolmentId,
    /// When.
    pub at: Timestamp,
    /// Who caused it, as the account that asks sees it.
    pub doer: Doer,
    /// What, as `enrolment.join`.
    pub action: String,
    /// State or values before.
    pub before_state: Option<String>,
    /// State or values after.
    pub after_state: Option<String>,
    /// Why, as kept; see [`super::reasons`].
    pub reason: Option<String>,
}

from_row!(Happened {
    subject_id,
    at,
    doer,
    action,
    before_state,
    after_state,
    reason
});
