//! SQL of enrolments and attendance, and the rows as they are read.

use database::from_row;
use jiff::Timestamp;
use jiff::civil::Date;

use super::{EnrolmentId, EnrolmentState};
use crate::accounts::AccountId;
use crate::catalogue::{GroupId, MeetingId};
use crate::people::PersonId;

/// States that leave the group open to the same person again; the unique index `enrolments_once` says the same.
macro_rules! closed {
    () => {
        "('refused', 'cancelled', 'resigned', 'lapsed', 'transferred')"
    };
}

/// Columns of an [`Enrolment`].
macro_rules! enrolment {
    () => {
        "e.id, e.person_id, e.group_id, e.account_id, e.state, e.applied_at, e.changed_at, e.survey_done_on, \
         e.offered_until, e.transferred_from"
    };
}

database::statements! {
    /// Gives the person of account $1 an enrolment in group $2, in state $4, unless there is one that is not closed.
    pub INSERT_ENROLMENT = "INSERT INTO enrolments (person_id, group_id, account_id, state, applied_at, changed_at) \
        SELECT p.id, $2, $1, $4, $3, $3 FROM people p WHERE p.account_id = $1 ON CONFLICT DO NOTHING RETURNING id";
    /// The same for somebody whom staff moves here from enrolment $1.
    pub INSERT_TRANSFERRED = "INSERT INTO enrolments (person_id, group_id, account_id, state, applied_at, changed_at, transferred_from) \
        SELECT e.person_id, $2, e.account_id, 'confirmed', $3, $3, e.id FROM enrolments e WHERE e.id = $1 \
        ON CONFLICT DO NOTHING RETURNING id";
    /// The enrolment in group $2, not closed, of the person of account $1.
    pub FIND_JOINED = concat!("SELECT e.id FROM enrolments e JOIN people p ON p.id = e.person_id \
        WHERE p.account_id = $1 AND e.group_id = $2 AND e.state NOT IN ", closed!());
    /// One enrolment.
    pub FIND_ENROLMENT = concat!("SELECT ", enrolment!(), " FROM enrolments e WHERE e.id = $1");
    /// All enrolments of an account, newest first.
    pub LIST_OF_ACCOUNT = concat!("SELECT ", enrolment!(), " FROM enrolments e WHERE e.account_id = $1 \
        ORDER BY e.applied_at DESC, e.id DESC");
    /// Moves an enrolment from state $2 to $3; nothing when it stands elsewhere meanwhile.
    pub MOVE = "UPDATE enrolments SET state = $3, changed_at = $4 WHERE id = $1 AND state = $2";
    /// The people of a group whose enrolment is not closed, in order of application, with what letters need.
    pub LIST_OF_GROUP = concat!("SELECT e.id, e.state, e.account_id, a.email, a.language FROM enrolments e \
        JOIN accounts a ON a.id = e.account_id WHERE e.group_id = $1 AND e.state NOT IN ", closed!(),
        " ORDER BY e.applied_at, e.id");
    /// The same for one enrolment, whatever its state.
    pub FIND_IN_GROUP = "SELECT e.id, e.state, e.account_id, a.email, a.language FROM enrolments e \
        JOIN accounts a ON a.id = e.account_id WHERE e.id = $1 AND e.group_id = $2";
    /// Meetings of other groups in which an account holds a place, that share an instant with meetings of group $2.
    pub LIST_OVERLAPS = "SELECT DISTINCT c.title, m.starts_at, m.ends_at FROM enrolments e \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id JOIN meetings m ON m.group_id = g.id \
        JOIN meetings w ON w.group_id = $2 AND m.starts_at < w.ends_at AND w.starts_at < m.ends_at \
        WHERE e.account_id = $1 AND e.group_id <> $2 AND e.state IN ('applied', 'offered', 'confirmed', 'attending') \
        ORDER BY m.starts_at, m.ends_at, c.title";

    /// The workplace of an account's person, with what a payer needs.
    pub FIND_WORKPLACE = "SELECT o.id AS organisation_id, o.name, COALESCE(o.tax_id, '') AS tax_id, \
        TRIM(o.street || ' ' || o.street_number) AS street, o.postal_code, o.city, o.email, \
        '' AS recipient_name, '' AS recipient_address FROM people p JOIN organisations o ON o.id = p.workplace_id WHERE p.account_id = $1";
    /// The institution that is to pay for an enrolment.
    pub FIND_PAYER = "SELECT organisation_id, name, tax_id, street, postal_code, city, email, recipient_name, \
        recipient_address FROM enrolment_payers \
        WHERE enrolment_id = $1";
    /// Notes it.
    pub INSERT_PAYER = "INSERT INTO enrolment_payers (enrolment_id, organisation_id, name, tax_id, street, postal_code, city, \
        email, recipient_name, recipient_address) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /// Published groups whose first meeting has begun.
    pub LIST_DUE_TO_START = "SELECT g.id FROM groups g WHERE g.state = 'published' \
        AND EXISTS (SELECT 1 FROM meetings m WHERE m.group_id = g.id AND m.starts_at <= $1) ORDER BY g.id";
    /// Published groups that begin after $1 and not after $2, whose people were not reminded of this beginning.
    pub LIST_COMING = "SELECT s.id FROM (SELECT g.id, MIN(m.starts_at) AS starts_at FROM groups g JOIN meetings m ON m.group_id = g.id \
        WHERE g.state = 'published' GROUP BY g.id) s WHERE s.starts_at > $1 AND s.starts_at <= $2 \
        AND NOT EXISTS (SELECT 1 FROM group_reminders r WHERE r.group_id = s.id AND r.starts_at = s.starts_at) ORDER BY s.starts_at, s.id";
    /// Notes that the people of a group are reminded of this beginning; nothing when they were.
    pub INSERT_REMINDER = "INSERT INTO group_reminders (group_id, starts_at, reminded_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    /// The people of a group who have had their place since before $2, with what letters need.
    pub LIST_TO_REMIND = "SELECT e.id, e.state, e.account_id, a.email, a.language FROM enrolments e \
        JOIN accounts a ON a.id = e.account_id WHERE e.group_id = $1 AND e.state = 'confirmed' AND e.changed_at < $2 ORDER BY e.id";
    /// Moves a group from state $2 to $3.
    pub MOVE_GROUP = "UPDATE groups SET state = $3, changed_at = $4, version = version + 1 WHERE id = $1 AND state = $2";
    /// Ends a running group and gives $3 places back.
    pub FINISH_GROUP = "UPDATE groups SET state = 'finished', finished_at = $2, changed_at = $2, taken = taken - $3, \
        version = version + 1 \
        WHERE id = $1 AND state = 'running'";
    /// Cancels a group, gives all places back and raises the SEQUENCE of its calendar entry.
    pub CANCEL_GROUP = "UPDATE groups SET state = 'cancelled', changed_at = $2, taken = 0, waiting = 0, sequence = sequence + 1, \
        version = version + 1 WHERE id = $1 AND state IN ('draft', 'published', 'running')";

    /// Notes whether somebody was at a meeting; the last word counts.
    pub MARK = "INSERT INTO attendance (meeting_id, enrolment_id, present, marked_at, marked_by) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (meeting_id, enrolment_id) DO UPDATE SET present = excluded.present, marked_at = excluded.marked_at, \
        marked_by = excluded.marked_by WHERE attendance.present <> excluded.present";
    /// Attendance of a group.
    pub LIST_MARKS_OF_GROUP = "SELECT a.enrolment_id, a.meeting_id, a.present FROM attendance a \
        JOIN meetings m ON m.id = a.meeting_id WHERE m.group_id = $1";
    /// Attendance of everything an account has joined.
    pub LIST_MARKS_OF_ACCOUNT = "SELECT a.enrolment_id, a.meeting_id, a.present FROM attendance a \
        JOIN enrolments e ON e.id = a.enrolment_id WHERE e.account_id = $1";
    /// What happened to the enrolments of an account, oldest first.
    pub LIST_EVENTS_OF_ACCOUNT = "SELECT a.subject_id, a.at, a.account_id, a.action, a.before_state, a.after_state, a.reason FROM audit a \
        WHERE a.subject_kind = 'enrolment' AND a.subject_id IN (SELECT id FROM enrolments WHERE account_id = $1) \
        ORDER BY a.id";

    /// The groups that an account has joined.
    pub LIST_GROUPS_OF_ACCOUNT = "SELECT g.* FROM groups g WHERE g.id IN \
        (SELECT group_id FROM enrolments WHERE account_id = $1)";
    /// Their courses.
    pub LIST_COURSES_OF_ACCOUNT = "SELECT c.* FROM courses c WHERE c.id IN (SELECT g.course_id FROM groups g \
        JOIN enrolments e ON e.group_id = g.id WHERE e.account_id = $1)";
    /// The organisations that offer them.
    pub LIST_ORGANISATIONS_OF_ACCOUNT = "SELECT o.* FROM organisations o WHERE o.id IN (SELECT c.organisation_id \
        FROM courses c JOIN groups g ON g.course_id = c.id JOIN enrolments e ON e.group_id = g.id WHERE e.account_id = $1)";
    /// Their meetings, in order of time.
    pub LIST_MEETINGS_OF_ACCOUNT = "SELECT m.id, m.group_id, m.starts_at, m.ends_at, m.place, m.room_id FROM meetings m \
        WHERE m.group_id IN (SELECT group_id FROM enrolments WHERE account_id = $1) ORDER BY m.starts_at, m.id";
}

/// An enrolment as kept.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// Who takes part.
    pub person_id: PersonId,
    /// In which group.
    pub group_id: GroupId,
    /// The account that joined; letters go there.
    pub account_id: AccountId,
    /// Where it stands.
    pub state: EnrolmentState,
    /// When it was asked for; the order of the waiting list.
    pub applied_at: Timestamp,
    /// When it last moved.
    pub changed_at: Timestamp,
    /// The day on which the survey was filled in.
    pub survey_done_on: Option<Date>,
    /// The first instant at which the offer of a place is over.
    pub offered_until: Option<Timestamp>,
    /// The enrolment in another group of the course that staff moved here.
    pub transferred_from: Option<EnrolmentId>,
}

from_row!(Enrolment {
    id,
    person_id,
    group_id,
    account_id,
    state,
    applied_at,
    changed_at,
    survey_done_on,
    offered_until,
    transferred_from
});

/// Somebody on a group's list, with what letters need.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The enrolment.
    pub id: EnrolmentId,
    /// Where it stands.
    pub state: EnrolmentState,
    /// Whose account.
    pub account_id: AccountId,
    /// Where letters go.
    pub email: String,
    /// Code of the language they are written in.
    pub language: String,
}

from_row!(Listed {
    id,
    state,
    account_id,
    email,
    language
});

/// Whether somebody was at a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Whose enrolment.
    pub enrolment_id: EnrolmentId,
    /// Which meeting.
    pub meeting_id: MeetingId,
    /// There or not.
    pub present: bool,
}

from_row!(Mark {
    enrolment_id,
    meeting_id,
    present
});

/// Something that happened to an enrolment, for its timeline.
#[derive(Clone, Debug)]
pub struct Happened {
    /// To which enrolment.
    pub subject_id: EnrolmentId,
    /// When.
    pub at: Timestamp,
    /// Who caused it; none is the system.
    pub account_id: Option<AccountId>,
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
    account_id,
    action,
    before_state,
    after_state,
    reason
});

/// A meeting elsewhere at the same time.
#[derive(Clone, Debug)]
pub struct Overlap {
    /// Title of the other training.
    pub title: String,
    /// When its meeting begins.
    pub starts_at: Timestamp,
    /// When its meeting ends.
    pub ends_at: Timestamp,
}

from_row!(Overlap {
    title,
    starts_at,
    ends_at
});
