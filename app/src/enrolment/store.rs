//! SQL of enrolments and attendance, and the rows as they are read.

use database::from_row;
use jiff::Timestamp;
use jiff::civil::Date;

use super::{EnrolmentId, EnrolmentState};
use crate::accounts::AccountId;
use crate::catalogue::{GroupId, MeetingId};
use crate::families::types::PersonState;
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
         e.offered_until, e.transferred_from, CASE WHEN p.account_id = e.account_id THEN '' ELSE p.given_name END AS child, \
         p.state AS person_state"
    };
}

pub(super) use enrolment;

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
    /// Gives child $5 of account $1 an enrolment in group $2, in state $4, unless there is one that is not closed.
    pub INSERT_FOR_CHILD = "INSERT INTO enrolments (person_id, group_id, account_id, state, applied_at, changed_at) \
        VALUES ($5, $2, $1, $4, $3, $3) ON CONFLICT DO NOTHING RETURNING id";
    /// The enrolment in group $2, not closed, of a child.
    pub FIND_JOINED_CHILD = concat!("SELECT e.id FROM enrolments e WHERE e.person_id = $1 AND e.group_id = $2 AND e.state NOT IN ", closed!());
    /// Who would take part: the person of account $1.
    pub FIND_OWN_TAKER = "SELECT p.born_on, p.state, '' AS child FROM people p WHERE p.account_id = $1";
    /// The same of child $2, for whom account $1 acts.
    pub FIND_CHILD_TAKER = "SELECT p.born_on, p.state, p.given_name AS child FROM people p JOIN guardianships d ON d.person_id = p.id \
        AND d.account_id = $1 AND d.state = 'holds' WHERE p.id = $2 AND p.state IN ('unconfirmed', 'confirmed')";
    /// Everybody whom account $1 can enrol: itself and its children, with what they have in group $2.
    pub LIST_TAKERS = concat!("SELECT p.id AS person_id, p.given_name, p.surname, p.born_on, p.state, \
        p.account_id, (SELECT MAX(e.id) FROM enrolments e WHERE e.person_id = p.id \
        AND e.group_id = $2 AND e.state NOT IN ", closed!(), ") AS joined FROM people p WHERE p.id IN \
        (SELECT h.id FROM people h WHERE h.account_id = $1 UNION SELECT d.person_id FROM guardianships d \
        WHERE d.account_id = $1 AND d.state = 'holds' UNION SELECT l.person_id FROM linked_sign_ins l WHERE l.account_id = $1 \
        AND l.state = 'linked') AND p.state IN ('unconfirmed', 'confirmed') ORDER BY p.born_on, p.id");
    /// Enrolments of a person who has come of age are in the own cabinet, where there is one.
    pub MOVE_TO_OWN_ACCOUNT = "UPDATE enrolments SET account_id = (SELECT p.account_id FROM people p WHERE p.id = $1) \
        WHERE person_id = $1 AND EXISTS (SELECT 1 FROM people p WHERE p.id = $1 AND p.account_id IS NOT NULL)";
    /// Enrolments of a child that are in the cabinet of nobody who acts for it are in that of the first who does.
    pub MOVE_TO_GUARDIAN = "UPDATE enrolments SET account_id = (SELECT g.account_id FROM guardianships g WHERE g.person_id = $1 \
        AND g.state = 'holds' ORDER BY g.id LIMIT 1) WHERE person_id = $1 AND EXISTS (SELECT 1 FROM guardianships o \
        WHERE o.person_id = $1 AND o.state = 'holds') AND NOT EXISTS (SELECT 1 FROM guardianships n WHERE n.person_id = $1 \
        AND n.account_id = enrolments.account_id AND n.state = 'holds')";
    /// One where the enrolment is of a child whose data nobody has compared with documents yet.
    pub COUNT_UNCONFIRMED = "SELECT COUNT(*) FROM enrolments e JOIN people p ON p.id = e.person_id WHERE e.id = $1 \
        AND p.state = 'unconfirmed' AND (p.account_id IS NULL OR p.account_id <> e.account_id)";
    /// Applications of a child that waited for its confirmation alone.
    pub LIST_WAITING_FOR_CONFIRMATION = "SELECT e.id, e.group_id FROM enrolments e JOIN groups g ON g.id = e.group_id \
        WHERE e.person_id = $1 AND e.state = 'applied' AND NOT g.needs_approval AND g.state IN ('published', 'running') ORDER BY e.id";

    /// A person's ways that are open, with whose they are.
    pub LIST_OPEN_OF_PERSON = "SELECT e.id, c.organisation_id FROM enrolments e JOIN groups g ON g.id = e.group_id \
        JOIN courses c ON c.id = g.course_id WHERE e.person_id = $1 \
        AND e.state IN ('applied', 'waiting', 'offered', 'confirmed', 'attending') ORDER BY e.id";

    /// One enrolment.
    pub FIND_ENROLMENT = concat!("SELECT ", enrolment!(), " FROM enrolments e JOIN people p ON p.id = e.person_id WHERE e.id = $1");
    /// Moves an enrolment from state $2 to $3; nothing when it stands elsewhere meanwhile.
    pub MOVE = "UPDATE enrolments SET state = $3, changed_at = $4 WHERE id = $1 AND state = $2";
    /// Open enrolments of record $1 in groups that record $2 is in as well.
    pub LIST_DOUBLED = concat!("SELECT e.id, e.group_id, e.account_id, c.organisation_id FROM enrolments e JOIN groups g ON g.id = e.group_id \
        JOIN courses c ON c.id = g.course_id WHERE e.person_id = $1 AND e.state IN \
        ('applied', 'waiting', 'offered', 'confirmed', 'attending') AND EXISTS (SELECT 1 FROM enrolments o \
        WHERE o.person_id = $2 AND o.group_id = e.group_id AND o.state NOT IN ", closed!(), ") ORDER BY e.group_id, e.id");
    /// The account that acts for a person: its own, else the first guardian's.
    pub FIND_ACTING = "SELECT a.id, a.email FROM people p LEFT JOIN guardianships g ON g.person_id = p.id AND g.state = 'holds' \
        JOIN accounts a ON a.id = COALESCE(p.account_id, g.account_id) WHERE p.id = $1 ORDER BY g.id LIMIT 1";
    /// What is open in an account: the enrolment, its group, whose course it is.
    pub LIST_OPEN_OF_ACCOUNT = "SELECT e.id, e.group_id, c.organisation_id FROM enrolments e JOIN groups g ON g.id = e.group_id \
        JOIN courses c ON c.id = g.course_id WHERE e.account_id = $1 AND e.state IN ('applied', 'waiting', 'offered', 'confirmed', 'attending') \
        ORDER BY e.group_id, e.id";
    /// Telephone and hours of an organisation.
    pub FIND_TELEPHONE = "SELECT phone, office_hours FROM organisations WHERE id = $1";
    /// The people of a group whose enrolment is not closed, in order of application, with what letters need.
    pub LIST_OF_GROUP = concat!(listed!(), " WHERE e.group_id = $1 AND e.state NOT IN ", closed!(),
        " ORDER BY e.applied_at, e.id");
    /// The same for one enrolment, whatever its state.
    pub FIND_IN_GROUP = concat!(listed!(), " WHERE e.id = $1 AND e.group_id = $2");
    /// Meetings of other groups in which somebody whom account $1 can enrol holds a place, that share an instant with meetings
    /// of group $2.
    pub LIST_OVERLAPS = "SELECT DISTINCT e.person_id, c.title, m.starts_at, m.ends_at FROM enrolments e \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id JOIN meetings m ON m.group_id = g.id \
        JOIN meetings w ON w.group_id = $2 AND m.starts_at < w.ends_at AND w.starts_at < m.ends_at \
        WHERE e.person_id IN (SELECT h.id FROM people h WHERE h.account_id = $1 UNION SELECT d.person_id FROM guardianships d \
        WHERE d.account_id = $1 AND d.state = 'holds' UNION SELECT l.person_id FROM linked_sign_ins l WHERE l.account_id = $1 \
        AND l.state = 'linked') AND e.group_id <> $2 AND e.state IN ('applied', 'offered', 'confirmed', 'attending') \
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
    pub LIST_DUE_TO_START = "SELECT g.id FROM groups g WHERE g.state = 'published' AND (g.allocation = 'first_come' OR g.drawn_at IS NOT NULL) \
        AND EXISTS (SELECT 1 FROM meetings m WHERE m.group_id = g.id AND m.starts_at <= $1) ORDER BY g.id";
    /// Published groups that begin after $1 and not after $2, whose people were not reminded of this beginning.
    pub LIST_COMING = "SELECT s.id FROM (SELECT g.id, MIN(m.starts_at) AS starts_at FROM groups g JOIN meetings m ON m.group_id = g.id \
        WHERE g.state = 'published' GROUP BY g.id) s WHERE s.starts_at > $1 AND s.starts_at <= $2 \
        AND NOT EXISTS (SELECT 1 FROM group_reminders r WHERE r.group_id = s.id AND r.starts_at = s.starts_at) ORDER BY s.starts_at, s.id";
    /// Notes that the people of a group are reminded of this beginning; nothing when they were.
    pub INSERT_REMINDER = "INSERT INTO group_reminders (group_id, starts_at, reminded_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    /// The people of a group who have had their place since before $2, with what letters need.
    pub LIST_TO_REMIND = concat!(listed!(), " WHERE e.group_id = $1 AND e.state = 'confirmed' AND e.changed_at < $2 ORDER BY e.id");
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
    /// Given name of the child that the account acts for; empty where the account's own person takes part.
    pub child: String,
    /// Whether the data of whoever takes part was compared with documents.
    pub person_state: PersonState,
}

impl Enrolment {
    /// Whether it waits for a child's documents to be seen.
    pub fn lacks_documents(&self) -> bool {
        !self.child.is_empty() && self.person_state == PersonState::Unconfirmed
    }

    /// The page on which whoever acts finds it.
    pub fn home(&self) -> &'static str {
        home_of(&self.child)
    }
}

/// The page of one's own trainings, or of the children's applications.
pub(super) fn home_of(child: &str) -> &'static str {
    if child.is_empty() {
        "/my/trainings"
    } else {
        "/my/applications"
    }
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
    transferred_from,
    child,
    person_state
});

/// Who takes part in what is joined.
#[derive(Clone, Debug)]
pub struct Taker {
    /// Date of birth.
    pub born_on: Option<Date>,
    /// Whether its data was compared with documents.
    pub state: PersonState,
    /// Given name of a child; empty for the account's own person.
    pub child: String,
}

impl Taker {
    /// The account's own person where nothing depends on who it is.
    pub(super) fn unasked() -> Self {
        Self {
            born_on: None,
            state: PersonState::Unconfirmed,
            child: String::new(),
        }
    }
}

from_row!(Taker {
    born_on,
    state,
    child
});

/// Somebody whom an account can enrol.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Who.
    pub person_id: PersonId,
    /// Given name.
    pub given_name: String,
    /// Surname.
    pub surname: String,
    /// Date of birth.
    pub born_on: Option<Date>,
    /// Whether its data was compared with documents.
    pub state: PersonState,
    /// The account of its own.
    pub account_id: Option<AccountId>,
    /// Its enrolment in the group, not closed.
    pub joined: Option<EnrolmentId>,
}

from_row!(Candidate {
    person_id,
    given_name,
    surname,
    born_on,
    state,
    account_id,
    joined
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
    /// Given name of the child that the account acts for; empty where the account's own person takes part.
    pub child: String,
    /// Who reads them.
    pub name: String,
}

from_row!(Listed {
    id,
    state,
    account_id,
    email,
    language,
    child,
    name
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

/// A meeting elsewhere at the same time.
#[derive(Clone, Debug)]
pub struct Overlap {
    /// Whose.
    pub person_id: PersonId,
    /// Title of the other training.
    pub title: String,
    /// When its meeting begins.
    pub starts_at: Timestamp,
    /// When its meeting ends.
    pub ends_at: Timestamp,
}

from_row!(Overlap {
    person_id,
    title,
    starts_at,
    ends_at
});
