//! SQL of applications that a teenager has prepared and a parent submits.

use database::from_row;
use jiff::Timestamp;

use crate::catalogue::{CourseId, GroupId};
use crate::people::PersonId;

database::id! {
    /// What a teenager has prepared.
    PreparedId;
}

/// Columns of a [`Prepared`].
macro_rules! prepared {
    () => {
        "SELECT a.id, a.person_id, a.group_id, g.course_id, c.title, c.language, p.given_name AS child, a.prepared_at \
         FROM prepared_applications a JOIN people p ON p.id = a.person_id JOIN groups g ON g.id = a.group_id \
         JOIN courses c ON c.id = g.course_id"
    };
}

/// The people whom account $1 acts for, or is linked to.
macro_rules! concerned {
    () => {
        "(SELECT d.person_id FROM guardianships d WHERE d.account_id = $1 AND d.state = 'holds' \
         UNION SELECT l.person_id FROM linked_sign_ins l WHERE l.account_id = $1 AND l.state = 'linked')"
    };
}

database::statements! {
    /// Prepares an application for the record that account $3 is linked to; nothing when that is done already.
    pub INSERT_PREPARED = "INSERT INTO prepared_applications (person_id, group_id, prepared_by, prepared_at, state) \
        SELECT l.person_id, $2, $3, $4, 'waiting' FROM linked_sign_ins l WHERE l.person_id = $1 AND l.account_id = $3 \
        AND l.state = 'linked' ON CONFLICT DO NOTHING RETURNING id";
    /// What waits to be submitted, for a parent or for the teenager.
    pub LIST_PREPARED = concat!(prepared!(), " WHERE a.state = 'waiting' AND a.person_id IN ", concerned!(), " ORDER BY a.prepared_at, a.id");
    /// How much that is.
    pub COUNT_PREPARED = concat!("SELECT COUNT(*) FROM prepared_applications a WHERE a.state = 'waiting' AND a.person_id IN ", concerned!());
    /// One of them.
    pub FIND_PREPARED = concat!(prepared!(), " WHERE a.state = 'waiting' AND a.person_id IN ", concerned!(), " AND a.id = $2");
    /// Whether account $2 may submit for the record of person $1 that it is linked to.
    pub COUNT_MAY_SUBMIT = "SELECT COUNT(*) FROM linked_sign_ins WHERE person_id = $1 AND account_id = $2 AND state = 'linked' AND may_submit";
    /// A prepared application is declined or withdrawn.
    pub DECIDE_PREPARED = "UPDATE prepared_applications SET state = $2, decided_at = $3, decided_by = $4 WHERE id = $1 AND state = 'waiting'";
    /// What was prepared for a person and group is submitted, in whatever way.
    pub NOTE_SUBMITTED = "UPDATE prepared_applications SET state = 'submitted', decided_at = $3, decided_by = $4 \
        WHERE person_id = $1 AND group_id = $2 AND state = 'waiting'";
    /// Who has come of age applies alone.
    pub WITHDRAW_PREPARED = "UPDATE prepared_applications SET state = 'withdrawn', decided_at = $2 WHERE person_id = $1 AND state = 'waiting'";
}

/// What a teenager has prepared.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// Which.
    pub id: PreparedId,
    /// For whom.
    pub person_id: PersonId,
    /// Which group.
    pub group_id: GroupId,
    /// Of which course.
    pub course_id: CourseId,
    /// Title of the course.
    pub title: String,
    /// Language of the title.
    pub language: String,
    /// Given name of the teenager.
    pub child: String,
    /// When.
    pub prepared_at: Timestamp,
}

from_row!(Prepared {
    id,
    person_id,
    group_id,
    course_id,
    title,
    language,
    child,
    prepared_at
});
