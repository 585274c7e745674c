//! SQL of announcements.

use database::{DbError, FromRow, Row};

use super::{Announcement, Draft, Mailed};
use crate::accounts::AccountId;
use crate::notices::notice_store::{language, texts};

/// Columns of an [`Announcement`].
macro_rules! announcement {
    () => {
        "SELECT id, organisation_id, version, withdrawn_at, audience, language, texts, from_on, until_on FROM announcements "
    };
}

/// The organisations of a branch, which begins with $1.
macro_rules! branch {
    () => {
        "WITH RECURSIVE branch (id) AS (SELECT o.id FROM organisations o WHERE o.id = $1 \
         UNION SELECT o.id FROM organisations o JOIN branch b ON o.parent_id = b.id) "
    };
}

database::statements! {
    /// The newest announcements.
    pub LIST_NEWEST = concat!(announcement!(), "ORDER BY from_on DESC, id DESC LIMIT 1000");
    /// One of them.
    pub FIND = concat!(announcement!(), "WHERE id = $1");
    /// A new one; none when this form was sent before.
    pub INSERT = "INSERT INTO announcements (organisation_id, audience, language, texts, from_on, until_on, form_key, created_at, \
        created_by, changed_at, changed_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $9) \
        ON CONFLICT (form_key) DO NOTHING RETURNING id";
    /// What a form of an account has become.
    pub FIND_BY_FORM = "SELECT id FROM announcements WHERE form_key = $1 AND created_by = $2";
    /// Changes it; nothing when it has another version meanwhile, or was withdrawn.
    pub UPDATE = "UPDATE announcements SET audience = $3, language = $4, texts = $5, from_on = $6, until_on = $7, changed_at = $8, \
        changed_by = $9, version = version + 1 WHERE id = $1 AND version = $2 AND withdrawn_at IS NULL";
    /// Withdraws it; nothing when it was withdrawn before.
    pub WITHDRAW = "UPDATE announcements SET withdrawn_at = $2, changed_at = $2, changed_by = $3, version = version + 1 \
        WHERE id = $1 AND withdrawn_at IS NULL";
    /// The courses and groups that it is only for.
    pub LIST_SCOPES_OF = "SELECT announcement_id, course_id, group_id FROM announcement_scopes WHERE announcement_id = $1 ORDER BY id";
    /// Forgets them.
    pub DELETE_SCOPES = "DELETE FROM announcement_scopes WHERE announcement_id = $1";
    /// One more of them.
    pub INSERT_SCOPE = "INSERT INTO announcement_scopes (announcement_id, course_id, group_id) VALUES ($1, $2, $3)";
    /// The times that it was mailed.
    pub LIST_MAILED = "SELECT number, people, sent_at FROM announcement_mails WHERE announcement_id = $1 ORDER BY number";
    /// One more time; nothing when it was mailed with this number before.
    pub INSERT_MAILED = "INSERT INTO announcement_mails (announcement_id, number, people, sent_at, sent_by) VALUES ($1, $2, $3, $4, $5) \
        ON CONFLICT (announcement_id, number) DO NOTHING";
    /// Which announcements were mailed, and to how many altogether.
    pub LIST_MAILED_PEOPLE = "SELECT announcement_id, CAST(SUM(people) AS BIGINT) AS people FROM announcement_mails GROUP BY announcement_id";
    /// Who takes part in what branch $1 offers, or acts for somebody who does; of the courses and groups that $2 is only for, where
    /// it names some.
    pub LIST_PARTICIPANTS = concat!(branch!(), ", wanted (id) AS (SELECT g.id FROM groups g JOIN courses c ON c.id = g.course_id \
        WHERE c.organisation_id IN (SELECT b.id FROM branch b) \
        AND (NOT EXISTS (SELECT 1 FROM announcement_scopes s WHERE s.announcement_id = $2) \
        OR EXISTS (SELECT 1 FROM announcement_scopes s WHERE s.announcement_id = $2 AND (s.group_id = g.id OR s.course_id = g.course_id)))), \
        joined (person_id, account_id) AS (SELECT e.person_id, e.account_id FROM wanted w JOIN enrolments e ON e.group_id = w.id \
        WHERE e.state IN ('applied', 'waiting', 'offered', 'confirmed', 'attending')) \
        SELECT a.id AS account_id, a.email, a.language FROM accounts a WHERE a.state = 'active' AND a.id IN (\
        SELECT j.account_id FROM joined j WHERE NOT EXISTS (SELECT 1 FROM guardianships q \
        WHERE q.person_id = j.person_id AND q.account_id = j.account_id AND q.state <> 'holds') \
        UNION SELECT p.account_id FROM joined j JOIN people p ON p.id = j.person_id WHERE p.account_id IS NOT NULL \
        UNION SELECT d.account_id FROM joined j JOIN guardianships d ON d.person_id = j.person_id WHERE d.state = 'holds') ORDER BY a.id");
    /// Who works in branch $1 at $2; for the top of the tree those of the installation as well.
    pub LIST_STAFF = concat!(branch!(), "SELECT a.id AS account_id, a.email, a.language FROM accounts a WHERE a.state = 'active' AND a.id IN (\
        SELECT r.account_id FROM roles r WHERE (r.ends_at IS NULL OR r.ends_at > $2) AND (r.organisation_id IN (SELECT b.id FROM branch b) \
        OR (r.organisation_id IS NULL AND EXISTS (SELECT 1 FROM organisations o WHERE o.id = $1 AND o.parent_id IS NULL)))) ORDER BY a.id");
}

impl FromRow for Announcement {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            organisation_id: row.get("organisation_id")?,
            version: row.get("version")?,
            withdrawn_at: row.get("withdrawn_at")?,
            draft: Draft {
                audience: row.get("audience")?,
                language: language(row)?,
                texts: texts(row)?,
                from_on: row.get("from_on")?,
                until_on: row.get("until_on")?,
                courses: Vec::new(),
                groups: Vec::new(),
            },
        })
    }
}

database::from_row!(Mailed {
    number,
    people,
    sent_at
});

/// Somebody whom it concerns.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// The account.
    pub account_id: AccountId,
    /// Where letters go.
    pub email: String,
    /// Code of the language they are written in.
    pub language: String,
}

database::from_row!(Recipient {
    account_id,
    email,
    language
});
