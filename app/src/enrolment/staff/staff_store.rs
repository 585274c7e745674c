//! SQL of the staff's side of enrolments.

use database::{DbError, FromRow, Row, from_row};
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId};
use crate::catalogue::{GroupId, GroupState};
use crate::enrolment::{EnrolmentId, EnrolmentState};
use crate::families::types::PersonState;
use crate::text::mask_email;

/// Participants as staff sees them.
macro_rules! participants {
    () => {
        "SELECT e.id, e.state, e.applied_at, p.surname, p.given_name, a.email, p.phone, \
        COALESCE(o.name, p.workplace_name) AS workplace, \
        COALESCE((SELECT c.state FROM charges c WHERE c.enrolment_id = e.id ORDER BY c.id DESC LIMIT 1), '') AS payment, \
        (p.state = 'unconfirmed' AND (p.account_id IS NULL OR p.account_id <> e.account_id)) AS lacks_documents \
        FROM enrolments e JOIN people p ON p.id = e.person_id \
        JOIN accounts a ON a.id = e.account_id LEFT JOIN organisations o ON o.id = p.workplace_id"
    };
}

/// The organisations whose groups account $1 works with at $2.
macro_rules! branch {
    () => {
        "WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o JOIN roles r ON (r.organisation_id = o.id \
        OR r.organisation_id IS NULL) WHERE r.account_id = $1 AND (r.ends_at IS NULL OR r.ends_at > $2) \
        AND r.role IN ('installation_administrator', 'organisation_administrator', 'operator') \
        UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id) "
    };
}

database::statements! {
    /// Everybody who ever joined a group, with what staff needs to reach them, in no particular order: alphabets are not SQL's.
    pub LIST_PARTICIPANTS = concat!(participants!(), " WHERE e.group_id = $1");
    /// One of them.
    pub FIND_PARTICIPANT = concat!(participants!(), " WHERE e.id = $1");
    /// Applications that wait for a decision in the branch of account $1 at $2, oldest first.
    pub LIST_APPLICATIONS = concat!(branch!(), "SELECT e.id, e.group_id, e.applied_at, e.account_id, p.surname, p.given_name, \
        p.state AS person_state, p.account_id AS own_account, g.code, c.title, c.organisation_id FROM enrolments e \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id JOIN people p ON p.id = e.person_id \
        WHERE e.state = 'applied' AND c.organisation_id IN (SELECT id FROM branch) ORDER BY e.applied_at, e.id");
    /// Other groups of course $1 than $2 that have yet to begin at $3, soonest first.
    pub LIST_TARGETS = "SELECT g.id, g.code, g.capacity - g.taken AS free, g.price_minor, g.currency, MIN(m.starts_at) AS starts_at FROM groups g \
        LEFT JOIN meetings m ON m.group_id = g.id WHERE g.course_id = $1 AND g.id <> $2 AND g.state = 'published' \
        AND g.taken < g.capacity AND g.waiting = 0 AND (g.allocation = 'first_come' OR g.drawn_at IS NOT NULL) \
        GROUP BY g.id, g.code, g.capacity, g.taken, g.price_minor, g.currency \
        HAVING MIN(m.starts_at) IS NULL OR MIN(m.starts_at) > $3 ORDER BY starts_at, g.id";
    /// Where a person works.
    pub FIND_WORKPLACE_OF = "SELECT workplace_id FROM people WHERE id = $1";
    /// The deadlines of an organisation.
    pub FIND_DEADLINES = "SELECT name, offer_hours, long_from_hours, long_from_meetings FROM organisations WHERE id = $1";
    /// Sets them.
    pub SET_DEADLINES = "UPDATE organisations SET offer_hours = $2, long_from_hours = $3, long_from_meetings = $4 WHERE id = $1";
    /// How many people hold a place in a group.
    pub COUNT_HOLDERS = "SELECT COUNT(*) FROM enrolments WHERE group_id = $1 AND state IN ('applied', 'offered', 'confirmed', 'attending')";
    /// How many took part in a group that is over, and how many of them completed it.
    pub COUNT_TOOK_PART = "SELECT COUNT(*) AS all_of_them, COUNT(CASE WHEN state = 'completed' THEN 1 END) AS completed \
        FROM enrolments WHERE group_id = $1 AND state IN ('completed', 'not_completed')";
    /// Groups that were finished after $3, newest first, in the branch of account $1 or taught by it at $2.
    pub LIST_FINISHED_GROUPS = concat!(branch!(), "SELECT g.id, g.code, g.finished_at, c.title, c.organisation_id, \
        (SELECT COUNT(*) FROM enrolments e WHERE e.group_id = g.id AND e.state IN ('completed', 'not_completed')) AS took_part, \
        (SELECT COUNT(*) FROM enrolments e WHERE e.group_id = g.id AND e.state = 'completed') AS completed \
        FROM groups g JOIN courses c ON c.id = g.course_id WHERE g.state = 'finished' AND g.finished_at > $3 \
        AND (c.organisation_id IN (SELECT id FROM branch) \
        OR EXISTS (SELECT 1 FROM group_trainers t WHERE t.group_id = g.id AND t.account_id = $1)) \
        ORDER BY g.finished_at DESC, g.id LIMIT 50");
    /// Groups on offer or running, in the branch of account $1 or taught by it, with what waits in them at $2.
    pub LIST_LIVE_GROUPS = concat!(branch!(), "SELECT g.id, g.code, g.state, g.taken, g.capacity, g.minimum, c.title, c.organisation_id, \
        (SELECT MIN(m.starts_at) FROM meetings m WHERE m.group_id = g.id) AS starts_at, \
        (SELECT MAX(m.ends_at) FROM meetings m WHERE m.group_id = g.id) AS ends_at, \
        (SELECT COUNT(*) FROM meetings m JOIN enrolments e ON e.group_id = m.group_id WHERE m.group_id = g.id \
         AND m.starts_at <= $2 AND e.state IN ('confirmed', 'attending') AND NOT EXISTS (SELECT 1 FROM attendance a \
         WHERE a.meeting_id = m.id AND a.enrolment_id = e.id)) AS unmarked, \
        (SELECT COUNT(*) FROM enrolments e WHERE e.group_id = g.id AND e.state = 'applied') AS applied, \
        (SELECT COUNT(*) FROM late_resignations l JOIN enrolments e ON e.id = l.enrolment_id WHERE e.group_id = g.id \
         AND l.state = 'open' AND e.state IN ('applied', 'confirmed', 'attending')) AS late \
        FROM groups g JOIN courses c ON c.id = g.course_id WHERE g.state IN ('published', 'running') \
        AND (c.organisation_id IN (SELECT id FROM branch) \
        OR EXISTS (SELECT 1 FROM group_trainers t WHERE t.group_id = g.id AND t.account_id = $1)) ORDER BY starts_at, g.id");
    /// Meetings from $3 until $4 of groups that were not called off, in the branch of account $1 or taught by it at $2.
    pub LIST_AGENDA = concat!(branch!(), "SELECT m.id, g.id AS group_id, g.code, g.state, m.starts_at, m.ends_at, \
        CASE WHEN m.place <> '' THEN m.place ELSE g.place END AS place, g.trainers, g.taken, g.capacity, c.title, \
        c.organisation_id, (SELECT COUNT(*) FROM group_trainers t WHERE t.group_id = g.id AND t.account_id = $1) AS own \
        FROM meetings m JOIN groups g ON g.id = m.group_id JOIN courses c ON c.id = g.course_id \
        WHERE m.starts_at >= $3 AND m.starts_at < $4 AND g.state <> 'cancelled' AND (c.organisation_id IN (SELECT id FROM branch) \
        OR EXISTS (SELECT 1 FROM group_trainers t WHERE t.group_id = g.id AND t.account_id = $1)) \
        ORDER BY m.starts_at, c.title, m.id");
}

/// Somebody on a group's list, as staff sees it.
#[derive(Clone, Debug)]
pub struct Participant {
    /// The enrolment.
    pub id: EnrolmentId,
    /// Where it stands.
    pub state: EnrolmentState,
    /// When it was asked for.
    pub applied_at: Timestamp,
    /// Surname.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// Address of the account, masked: the whole one is looked up with a reason.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Workplace by its name in the directory, or as typed.
    pub workplace: String,
    /// Code of the state of the last charge; empty where nothing was charged.
    pub payment: String,
    /// A child whose data nobody has compared with documents yet: its application can not be confirmed.
    pub lacks_documents: bool,
}

impl FromRow for Participant {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let email: String = row.get("email")?;
        Ok(Self {
            id: row.get("id")?,
            state: row.get("state")?,
            applied_at: row.get("applied_at")?,
            surname: row.get("surname")?,
            given_name: row.get("given_name")?,
            email: mask_email(&email),
            phone: row.get("phone")?,
            workplace: row.get("workplace")?,
            payment: row.get("payment")?,
            lacks_documents: row.get("lacks_documents")?,
        })
    }
}

/// An application that waits for a decision.
#[derive(Clone, Debug)]
pub struct Application {
    /// The enrolment.
    pub id: EnrolmentId,
    /// In which group.
    pub group_id: GroupId,
    /// When it came in.
    pub applied_at: Timestamp,
    /// Who applied.
    pub account_id: AccountId,
    /// Surname of whoever would take part.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// Whether the data was compared with documents.
    pub person_state: PersonState,
    /// The account of their own; none for a child.
    pub own_account: Option<AccountId>,
    /// Code of the group.
    pub code: String,
    /// Title of the course.
    pub title: String,
    /// Whose offer it is.
    pub organisation_id: OrganisationId,
}

from_row!(Application {
    id,
    group_id,
    applied_at,
    account_id,
    surname,
    given_name,
    person_state,
    own_account,
    code,
    title,
    organisation_id
});

impl Application {
    /// Whether it waits for a child's documents before it can be decided.
    pub fn lacks_documents(&self) -> bool {
        self.own_account != Some(self.account_id) && self.person_state == PersonState::Unconfirmed
    }
}

/// A group in which something may wait.
#[derive(Clone, Debug)]
pub struct LiveGroup {
    /// Its id.
    pub id: GroupId,
    /// Known by in lists.
    pub code: String,
    /// Where it stands.
    pub state: GroupState,
    /// Places held.
    pub taken: i64,
    /// Places.
    pub capacity: i64,
    /// So many are needed.
    pub minimum: i64,
    /// Title of its course.
    pub title: String,
    /// Whose offer it is.
    pub organisation_id: OrganisationId,
    /// First meeting.
    pub starts_at: Option<Timestamp>,
    /// End of the last one.
    pub ends_at: Option<Timestamp>,
    /// People and begun meetings without a mark.
    pub unmarked: i64,
    /// Applications that wait for a decision.
    pub applied: i64,
    /// Requests to be withdrawn after the deadline.
    pub late: i64,
}

/// What an organisation sets for all its groups.
#[derive(Clone, Debug)]
pub struct Deadlines {
    /// Its name.
    pub name: String,
    /// An offered place is held so many hours.
    pub offer_hours: i64,
    /// A training is long from this many teaching hours on.
    pub long_from_hours: i64,
    /// A training is long from this many meetings on.
    pub long_from_meetings: i64,
}

from_row!(Deadlines {
    name,
    offer_hours,
    long_from_hours,
    long_from_meetings
});

/// A group that somebody can be moved to.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its id.
    pub id: GroupId,
    /// Known by in lists.
    pub code: String,
    /// Free places.
    pub free: i64,
    /// What it costs, in minor units.
    pub price_minor: i64,
    /// ISO 4217 code.
    pub currency: String,
    /// First meeting.
    pub starts_at: Option<Timestamp>,
}

from_row!(Target {
    id,
    code,
    free,
    price_minor,
    currency,
    starts_at
});

from_row!(LiveGroup {
    id,
    code,
    state,
    taken,
    capacity,
    minimum,
    title,
    organisation_id,
    starts_at,
    ends_at,
    unmarked,
    applied,
    late
});

/// How a group ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TookPart {
    /// Everybody with a result.
    pub all: i64,
    /// Those who completed it.
    pub completed: i64,
}

impl FromRow for TookPart {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            all: row.get("all_of_them")?,
            completed: row.get("completed")?,
        })
    }
}

/// A group that is over.
#[derive(Clone, Debug)]
pub struct FinishedGroup {
    /// Its id.
    pub id: GroupId,
    /// Known by in lists.
    pub code: String,
    /// When it was finished.
    pub finished_at: Timestamp,
    /// Title of its course.
    pub title: String,
    /// Whose offer it was.
    pub organisation_id: OrganisationId,
    /// Everybody with a result.
    pub took_part: i64,
    /// Those who completed it.
    pub completed: i64,
}

from_row!(FinishedGroup {
    id,
    code,
    finished_at,
    title,
    organisation_id,
    took_part,
    completed
});
