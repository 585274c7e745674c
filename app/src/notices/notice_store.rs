//! SQL of notices as pages show them.

use database::{DbError, FromRow, Row};

use super::{AnnouncementId, Notice, Texts};
use crate::accounts::OrganisationId;
use crate::catalogue::{CourseId, GroupId};
use crate::enrolment::concern_store::concerning;
use crate::i18n::Lang;

database::statements! {
    /// What is announced on day $1 or later.
    pub LIST_NOTICES = "SELECT id, organisation_id, audience, language, texts, from_on, until_on FROM announcements \
        WHERE withdrawn_at IS NULL AND until_on >= $1 ORDER BY from_on DESC, id DESC";
    /// The courses and groups that what is announced on day $1 or later is only for.
    pub LIST_SCOPES = "SELECT s.announcement_id, s.course_id, s.group_id FROM announcements a \
        JOIN announcement_scopes s ON s.announcement_id = a.id WHERE a.withdrawn_at IS NULL AND a.until_on >= $1 ORDER BY s.id";
    /// Raises the version of the notices, so that every node reads them anew.
    pub TOUCH = "UPDATE snapshot_versions SET version = version + 1 WHERE name = 'announcements'";
    /// The version of the notices.
    pub FIND_VERSION = "SELECT version FROM snapshot_versions WHERE name = 'announcements'";
    /// The groups in which account $1 takes part or acts for somebody who does, as long as they are open.
    pub LIST_JOINED = concat!("SELECT DISTINCT g.id AS group_id, g.course_id, c.organisation_id FROM enrolments e \
        JOIN groups g ON g.id = e.group_id JOIN courses c ON c.id = g.course_id \
        WHERE e.state IN ('applied', 'waiting', 'offered', 'confirmed', 'attending') AND e.id IN (", concerning!(), ")");
    /// What account $1 has put away.
    pub LIST_PUT_AWAY = "SELECT announcement_id FROM announcements_put_away WHERE account_id = $1";
    /// Account $1 does not want to see $2 any more.
    pub PUT_AWAY = "INSERT INTO announcements_put_away (account_id, announcement_id, put_away_at) VALUES ($1, $2, $3) \
        ON CONFLICT (account_id, announcement_id) DO NOTHING";
}

/// A group that somebody has joined.
#[derive(Clone, Copy, Debug)]
pub struct Joined {
    /// The group.
    pub group_id: GroupId,
    /// Its course.
    pub course_id: CourseId,
    /// Who offers it.
    pub organisation_id: OrganisationId,
}

database::from_row!(Joined {
    group_id,
    course_id,
    organisation_id
});

/// A course or a group that an announcement is only for.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    /// The announcement.
    pub announcement_id: AnnouncementId,
    /// A course.
    pub course_id: Option<CourseId>,
    /// Or a group.
    pub group_id: Option<GroupId>,
}

database::from_row!(Scope {
    announcement_id,
    course_id,
    group_id
});

impl FromRow for Notice {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            organisation_id: row.get("organisation_id")?,
            audience: row.get("audience")?,
            language: language(row)?,
            texts: texts(row)?,
            from_on: row.get("from_on")?,
            until_on: row.get("until_on")?,
            courses: Vec::new(),
            groups: Vec::new(),
        })
    }
}

/// The language that an announcement was written in first.
///
/// # Errors
/// The row has no such column.
pub fn language(row: &Row<'_>) -> Result<Lang, DbError> {
    let code: String = row.get("language")?;
    Ok(Lang::from_code(&code).unwrap_or_default())
}

/// The texts of an announcement.
///
/// # Errors
/// The row has no such column, or it can not be read.
pub fn texts(row: &Row<'_>) -> Result<Texts, DbError> {
    let texts: String = row.get("texts")?;
    serde_json::from_str(&texts).map_err(|error| DbError::Other(error.to_string()))
}
