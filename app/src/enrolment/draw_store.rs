//! SQL of draws of places: who takes part, by which code, and what it came to.

use database::from_row;
use jiff::Timestamp;

use super::EnrolmentId;
use super::concern_store::{acting, concerning};
use crate::catalogue::{Allocation, CourseId, GroupId};
use crate::people::PersonId;

/// A wish that can still be ordered.
macro_rules! ranked {
    () => {
        "SELECT d.enrolment_id, e.person_id, CASE WHEN p.account_id = e.account_id THEN '' ELSE p.given_name END AS child, \
         g.id AS group_id, g.code AS group_code, c.id AS course_id, c.title, g.closes_at, o.time_zone FROM draw_entries d \
         JOIN enrolments e ON e.id = d.enrolment_id AND e.state = 'waiting' JOIN people p ON p.id = e.person_id \
         JOIN groups g ON g.id = e.group_id AND g.allocation = 'ranked' AND g.drawn_at IS NULL AND g.state = 'published' \
         JOIN courses c ON c.id = g.course_id JOIN organisations o ON o.id = c.organisation_id"
    };
}

database::statements! {
    /// The wishes of account $1 and of the children that it acts for, in groups whose windows are open at $2.
    pub LIST_WISHES = concat!(ranked!(), " WHERE g.closes_at > $2 AND d.enrolment_id IN (", acting!(), ") \
        ORDER BY e.person_id, g.closes_at, d.wish, d.enrolment_id");
    /// The wishes that are matched together with enrolment $1, the dearest first.
    pub LIST_ROUND_OF = concat!(ranked!(), " JOIN enrolments own ON own.id = $1 AND own.person_id = e.person_id \
        JOIN groups h ON h.id = own.group_id AND h.closes_at = g.closes_at ORDER BY d.wish, d.enrolment_id");
    /// Which wish it is.
    pub SET_WISH = "UPDATE draw_entries SET wish = $2 WHERE enrolment_id = $1 AND number IS NULL";
    /// The code of a person's other applications that will be matched with this one, $1, if there are any.
    pub FIND_OTHER_CODE = "SELECT d.code FROM enrolments own JOIN groups g ON g.id = own.group_id AND g.allocation = 'ranked' \
        JOIN enrolments e ON e.person_id = own.person_id AND e.id <> own.id AND e.state = 'waiting' \
        JOIN draw_entries d ON d.enrolment_id = e.id JOIN groups o ON o.id = e.group_id AND o.allocation = 'ranked' AND o.drawn_at IS NULL \
        WHERE own.id = $1 ORDER BY d.enrolment_id LIMIT 1";
    /// Forgets a code of somebody who has left group $1 before its draw.
    pub DELETE_LEFT = "DELETE FROM draw_entries WHERE group_id = $1 AND code = $2 AND number IS NULL";
    /// Enrolment $1 takes part in the draw of group $2, as the last wish of the person; nothing when the code is taken.
    pub INSERT_ENTRY = "INSERT INTO draw_entries (enrolment_id, group_id, code, wish) SELECT $1, $2, $3, COALESCE(MAX(d.wish), 0) + 1 \
        FROM enrolments own LEFT JOIN enrolments e ON e.person_id = own.person_id AND e.state = 'waiting' AND e.id <> own.id \
        LEFT JOIN draw_entries d ON d.enrolment_id = e.id AND d.number IS NULL WHERE own.id = $1 ON CONFLICT DO NOTHING";
    /// Groups whose draw is due at $1.
    pub LIST_DUE = "SELECT g.id, g.allocation, g.closes_at FROM groups g WHERE g.allocation <> 'first_come' AND g.drawn_at IS NULL \
        AND g.state = 'published' AND (g.closes_at <= $1 OR EXISTS (SELECT 1 FROM meetings m WHERE m.group_id = g.id \
        AND m.starts_at <= $1)) ORDER BY g.closes_at, g.id";
    /// Closes a group for its draw at $2 and answers how many places there are to give; no row when it was drawn meanwhile.
    pub CLAIM = "UPDATE groups SET drawn_at = $2, version = version + 1 WHERE id = $1 AND allocation <> 'first_come' AND drawn_at IS NULL \
        AND state = 'published' AND (closes_at <= $2 OR EXISTS (SELECT 1 FROM meetings m WHERE m.group_id = $1 AND m.starts_at <= $2)) \
        RETURNING capacity - taken";
    /// Who takes part in the draw of a group.
    pub LIST_TAKING_PART = "SELECT d.enrolment_id, d.group_id, e.person_id, d.code, d.wish FROM draw_entries d \
        JOIN enrolments e ON e.id = d.enrolment_id WHERE d.group_id = $1 AND e.state = 'waiting' ORDER BY d.enrolment_id";
    /// Notes what an application came to.
    pub SET_OUTCOME = "UPDATE draw_entries SET code = $2, wish = $3, number = $4, outcome = $5 WHERE enrolment_id = $1";
    /// Everybody drawn in groups that were drawn together with group $1, in the order of the draw.
    pub LIST_DRAWN = "SELECT d.group_id, d.number, d.code, d.wish, d.outcome FROM draw_entries d JOIN draws w ON w.group_id = d.group_id \
        WHERE w.drawn_with = $1 AND d.number IS NOT NULL ORDER BY d.group_id, d.number";
    /// The entries of an account.
    pub LIST_ENTRIES_OF_ACCOUNT = concat!("SELECT d.enrolment_id, d.code, d.number FROM draw_entries d WHERE d.enrolment_id IN (", concerning!(), ")");
}

/// A group whose draw is due.
#[derive(Clone, Copy, Debug)]
pub struct Due {
    /// The group.
    pub id: GroupId,
    /// Whether wishes are matched.
    pub allocation: Allocation,
    /// When its window closes: ranked groups that close together are matched together.
    pub closes_at: Timestamp,
}

from_row!(Due {
    id,
    allocation,
    closes_at
});

/// Somebody who takes part in a draw.
#[derive(Clone, Debug)]
pub struct TakingPart {
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// In which group.
    pub group_id: GroupId,
    /// Whose.
    pub person_id: PersonId,
    /// Code of the application.
    pub code: String,
    /// Which wish of the person; what counts is the order.
    pub wish: i64,
}

from_row!(TakingPart {
    enrolment_id,
    group_id,
    person_id,
    code,
    wish
});

/// What an application came to, without whose it is.
#[derive(Clone, Debug)]
pub struct DrawnEntry {
    /// In which group.
    pub group_id: GroupId,
    /// Where it was drawn.
    pub number: i64,
    /// Its code.
    pub code: String,
    /// Which wish it was.
    pub wish: i64,
    /// `place`, `line` or `ended`.
    pub outcome: String,
}

from_row!(DrawnEntry {
    group_id,
    number,
    code,
    wish,
    outcome
});

/// An application in a draw, as its own people see it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// Its code.
    pub code: String,
    /// Where it was drawn; none before.
    pub number: Option<i64>,
}

from_row!(Entry {
    enrolment_id,
    code,
    number
});

/// A wish in a round of groups that are matched together.
#[derive(Clone, Debug)]
pub struct Ranked {
    /// The enrolment.
    pub enrolment_id: EnrolmentId,
    /// Whose wish.
    pub person_id: PersonId,
    /// Given name of a child; empty for the account's own person.
    pub child: String,
    /// For which group.
    pub group_id: GroupId,
    /// Known by in lists.
    pub group_code: String,
    /// Its course.
    pub course_id: CourseId,
    /// Title of the course.
    pub title: String,
    /// When the wishes are matched.
    pub closes_at: Timestamp,
    /// IANA name of the time zone of the organisation.
    pub time_zone: String,
}

from_row!(Ranked {
    enrolment_id,
    person_id,
    child,
    group_id,
    group_code,
    course_id,
    title,
    closes_at,
    time_zone
});
