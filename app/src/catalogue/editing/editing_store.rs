//! SQL of the staff's side of the catalogue.

use database::from_row;
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId};
use crate::catalogue::{CourseId, CourseState, GroupId, GroupState};

/// The branch in which account $1 holds one of the roles that write the offer, at $2.
macro_rules! branch {
    () => {
        "WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o JOIN roles r ON (r.organisation_id = o.id \
         OR r.organisation_id IS NULL) WHERE r.account_id = $1 AND (r.ends_at IS NULL OR r.ends_at > $2) \
         AND r.role IN ('installation_administrator', 'organisation_administrator', 'operator') \
         UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id) "
    };
}

pub(super) use branch;

database::statements! {
    /// Course $1 is a copy of course $2, and comes from where that one comes from.
    pub SET_ORIGIN = "UPDATE courses SET origin_id = (SELECT COALESCE(o.origin_id, o.id) FROM courses o WHERE o.id = $2) WHERE id = $1";
    /// Keeps the materials of group $1 as they are until the end of the transaction.
    pub HOLD_MATERIALS = "UPDATE materials SET position = position WHERE group_id = $1";
    /// Those of group $1, if organisation $2 offers it, for group $3: the same contents, under keys of their own.
    pub COPY_MATERIALS = "INSERT INTO materials \
        (group_id, position, name, kind, size, content_hash, object_key, content_key, from_start, added_at, added_by) \
        SELECT CAST($3 AS BIGINT), m.position, m.name, m.kind, m.size, m.content_hash, \
        COALESCE(m.content_key, m.object_key) || '/' || CAST(CAST($3 AS BIGINT) AS TEXT), COALESCE(m.content_key, m.object_key), \
        m.from_start, $4, $5 FROM materials m JOIN groups g ON g.id = m.group_id \
        JOIN courses c ON c.id = g.course_id WHERE m.group_id = $1 AND c.organisation_id = $2";
    /// Courses in the branch of account $1 at $2, with their groups on offer or running and the next meeting.
    pub LIST_COURSES = concat!(branch!(), "SELECT c.id, c.organisation_id, c.code, c.title, c.subject, c.state, \
        (SELECT COUNT(*) FROM groups g WHERE g.course_id = c.id AND g.state IN ('published', 'running')) AS open_groups, \
        (SELECT MIN(m.starts_at) FROM meetings m JOIN groups g ON g.id = m.group_id \
         WHERE g.course_id = c.id AND g.state IN ('published', 'running') AND m.starts_at > $2) AS next_at \
        FROM courses c JOIN branch b ON b.id = c.organisation_id ORDER BY c.title, c.id");
    /// Groups of a course with the first meeting, latest first; those without meetings at the top.
    pub LIST_GROUPS = "SELECT g.id, g.code, g.state, g.taken, g.capacity, \
        (SELECT MIN(m.starts_at) FROM meetings m WHERE m.group_id = g.id) AS starts_at \
        FROM groups g WHERE g.course_id = $1 \
        ORDER BY CASE WHEN EXISTS (SELECT 1 FROM meetings m WHERE m.group_id = g.id) THEN 1 ELSE 0 END, \
        (SELECT MIN(m.starts_at) FROM meetings m WHERE m.group_id = g.id) DESC, g.id DESC";
    /// How many groups of a course are on offer or running.
    pub COUNT_LIVE_GROUPS = "SELECT COUNT(*) FROM groups WHERE course_id = $1 AND state IN ('published', 'running')";
    /// Groups of a course that were not called off, in the order in which they were made.
    pub LIST_TO_COPY = "SELECT id FROM groups WHERE course_id = $1 AND state <> 'cancelled' ORDER BY id";
    /// Codes of the groups of a course.
    pub LIST_GROUP_CODES = "SELECT code FROM groups WHERE course_id = $1";
    /// Accounts with a trainer's role, and the branch it holds for.
    pub LIST_TRAINERS = "SELECT a.id, a.name, r.organisation_id FROM roles r JOIN accounts a ON a.id = r.account_id \
        WHERE r.role = 'trainer' AND (r.ends_at IS NULL OR r.ends_at > $1) AND a.state = 'active' ORDER BY a.name, a.id";
    /// Trainers of a group.
    pub LIST_GROUP_TRAINERS = "SELECT account_id FROM group_trainers WHERE group_id = $1 ORDER BY account_id";
    /// Whether account $2 is a trainer of group $1.
    pub IS_GROUP_TRAINER = "SELECT COUNT(*) FROM group_trainers WHERE group_id = $1 AND account_id = $2";
    /// Forgets the trainers of a group.
    pub DELETE_GROUP_TRAINERS = "DELETE FROM group_trainers WHERE group_id = $1";
    /// A trainer of a group.
    pub INSERT_GROUP_TRAINER = "INSERT INTO group_trainers (group_id, account_id) VALUES ($1, $2)";
    /// Puts a draft of this version on offer.
    pub PUBLISH_GROUP = "UPDATE groups SET state = 'published', published_at = $3, changed_at = $3, version = version + 1 \
        WHERE id = $1 AND version = $2 AND state = 'draft'";
    /// Raises the SEQUENCE of a group's calendar entries.
    pub RAISE_SEQUENCE = "UPDATE groups SET sequence = sequence + 1 WHERE id = $1 RETURNING sequence";
    /// Moves a course of this version to another state.
    pub MOVE_COURSE = "UPDATE courses SET state = $3, changed_at = $4, version = version + 1 WHERE id = $1 AND version = $2";
}

/// A course as the staff's list shows it.
#[derive(Clone, Debug)]
pub struct CourseRow {
    /// Its id.
    pub id: CourseId,
    /// Whose offer it is.
    pub organisation_id: OrganisationId,
    /// Known by in lists.
    pub code: String,
    /// Title.
    pub title: String,
    /// Subject.
    pub subject: String,
    /// Where it stands.
    pub state: CourseState,
    /// Groups that are not over.
    pub open_groups: i64,
    /// The next meeting of any of them.
    pub next_at: Option<Timestamp>,
}

from_row!(CourseRow {
    id,
    organisation_id,
    code,
    title,
    subject,
    state,
    open_groups,
    next_at
});

/// A group as the page of its course shows it.
#[derive(Clone, Debug)]
pub struct GroupRow {
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
    /// First meeting.
    pub starts_at: Option<Timestamp>,
}

from_row!(GroupRow {
    id,
    code,
    state,
    taken,
    capacity,
    starts_at
});

/// Somebody who trains in a branch.
#[derive(Clone, Debug)]
pub struct TrainerRow {
    /// The account.
    pub id: AccountId,
    /// Name.
    pub name: String,
    /// Root of the branch; none is the whole installation.
    pub organisation_id: Option<OrganisationId>,
}

from_row!(TrainerRow {
    id,
    name,
    organisation_id
});
