//! SQL of surveys.

use std::collections::HashMap;

use database::{DbError, FromRow, Row};

use jiff::Timestamp;

use super::results::Sheet;
use super::rules::shown;
use super::{Question, Template, TemplateId};
use crate::catalogue::GroupId;

/// 1 when nobody of a group answers any more: it is finished, and whoever completed it answered before a day. Else 0.
macro_rules! complete {
    ($group:literal, $day:literal) => {
        concat!(
            "CASE WHEN ",
            $group,
            ".state = 'finished' AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.group_id = ",
            $group,
            ".id AND e.state = 'completed' AND (e.survey_done_on IS NULL OR e.survey_done_on >= ",
            $day,
            ")) THEN 1 ELSE 0 END AS is_complete"
        )
    };
}
pub(crate) use complete;

database::statements! {
    /// The template that an organisation uses: its own newest one, or else the newest default.
    pub FIND_TEMPLATE = "SELECT id, questions FROM survey_templates WHERE organisation_id = $1 OR organisation_id IS NULL \
        ORDER BY CASE WHEN organisation_id IS NULL THEN 1 ELSE 0 END, version DESC LIMIT 1";
    /// A template that was answered for a group, the newest.
    pub FIND_TEMPLATE_OF_ANSWERS = "SELECT id, questions FROM survey_templates \
        WHERE id IN (SELECT template_id FROM survey_answers WHERE group_id = $1) ORDER BY id DESC LIMIT 1";
    /// The newest default template.
    pub FIND_DEFAULT = "SELECT id, questions FROM survey_templates WHERE organisation_id IS NULL ORDER BY version DESC LIMIT 1";
    /// The version of the newest default template.
    pub FIND_DEFAULT_VERSION = "SELECT COALESCE(MAX(version), 0) FROM survey_templates WHERE organisation_id IS NULL";
    /// A new default template; nothing when this version is there.
    pub INSERT_DEFAULT = "INSERT INTO survey_templates (organisation_id, version, questions, created_at) VALUES (NULL, $1, $2, $3) \
        ON CONFLICT DO NOTHING";

    /// Notes that the survey of a completed enrolment was done, once; answers the group.
    pub MARK_DONE = "UPDATE enrolments SET survey_done_on = $2 \
        WHERE id = $1 AND state = 'completed' AND survey_done_on IS NULL RETURNING group_id";
    /// Keeps answers, apart from the person.
    pub INSERT_ANSWERS = "INSERT INTO survey_answers (id, group_id, template_id, answered_on, answers) VALUES ($1, $2, $3, $4, $5)";
    /// Answers of days before $3 that are not shown yet get that day: a day is that of $4 answers or more, or of all that
    /// wait.
    pub WAIT_TOGETHER = "UPDATE survey_answers SET answered_on = $3 WHERE id IN (SELECT id FROM (SELECT id, \
        ROW_NUMBER() OVER (ORDER BY answered_on, id) AS place, COUNT(*) OVER () AS number FROM survey_answers \
        WHERE group_id = $1 AND template_id = $2 AND answered_on < $3) AS past WHERE place > number - number % $4)";
    /// How many answers a group has.
    pub COUNT_ANSWERS = "SELECT COUNT(*) FROM survey_answers WHERE group_id = $1";
    /// Answers of the groups of a course and of its copies that were given before day $2, in each group by day and then by their random ids: what
    /// comes later stands later.
    pub LIST_ANSWERS_OF_COURSE = concat!("SELECT s.group_id, g.code, s.template_id, s.answers, \
        (SELECT MIN(m.starts_at) FROM meetings m WHERE m.group_id = g.id) AS starts_at, ", complete!("g", "$2"), " \
        FROM survey_answers s JOIN groups g ON g.id = s.group_id JOIN courses c ON c.id = g.course_id \
        WHERE COALESCE(c.origin_id, c.id) = \
        (SELECT COALESCE(o.origin_id, o.id) FROM courses o WHERE o.id = $1) AND s.answered_on < $2 \
        ORDER BY g.id, s.answered_on, s.id");
    /// The same for one group.
    pub LIST_ANSWERS_OF_GROUP = concat!("SELECT s.group_id, g.code, s.template_id, s.answers, \
        (SELECT MIN(m.starts_at) FROM meetings m WHERE m.group_id = g.id) AS starts_at, ", complete!("g", "$2"), " \
        FROM survey_answers s JOIN groups g ON g.id = s.group_id WHERE s.group_id = $1 AND s.answered_on < $2 \
        ORDER BY s.answered_on, s.id");
    /// The versions that groups of a course and of its copies answered, newest first.
    pub LIST_TEMPLATES_OF_COURSE = "SELECT id, questions FROM survey_templates WHERE id IN (SELECT s.template_id \
        FROM survey_answers s JOIN groups g ON g.id = s.group_id JOIN courses c ON c.id = g.course_id \
        WHERE COALESCE(c.origin_id, c.id) = \
        (SELECT COALESCE(o.origin_id, o.id) FROM courses o WHERE o.id = $1)) ORDER BY id DESC";
    /// The versions that a group answered, newest first.
    pub LIST_TEMPLATES_OF_GROUP = "SELECT id, questions FROM survey_templates \
        WHERE id IN (SELECT template_id FROM survey_answers WHERE group_id = $1) ORDER BY id DESC";
    /// A version that an organisation may have asked: its own, or one of the product.
    pub FIND_VERSION_OF = "SELECT id, questions FROM survey_templates WHERE id = $1 AND (organisation_id = $2 OR organisation_id IS NULL)";
    /// An organisation's own versions, newest first.
    pub LIST_OWN_VERSIONS = "SELECT t.id, t.version, t.created_at, t.questions, \
        (SELECT COUNT(*) FROM survey_answers s WHERE s.template_id = t.id) AS answers \
        FROM survey_templates t WHERE t.organisation_id = $1 ORDER BY t.version DESC";
    /// A new version of an organisation's questions.
    pub INSERT_VERSION = "INSERT INTO survey_templates (organisation_id, version, questions, created_at) \
        SELECT $1, (SELECT COALESCE(MAX(version), 0) + 1 FROM survey_templates WHERE organisation_id = $1), $2, $3 RETURNING version";
    /// Organisations that offer courses.
    pub LIST_OFFERING = "SELECT DISTINCT organisation_id FROM courses";
    /// Questions being written.
    pub FIND_DRAFT = "SELECT questions FROM survey_drafts WHERE organisation_id = $1";
    /// Keeps questions being written.
    pub SAVE_DRAFT = "INSERT INTO survey_drafts (organisation_id, questions, changed_at, changed_by) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (organisation_id) DO UPDATE SET questions = excluded.questions, changed_at = excluded.changed_at, \
        changed_by = excluded.changed_by";
    /// Forgets them.
    pub DELETE_DRAFT = "DELETE FROM survey_drafts WHERE organisation_id = $1";
    /// Whether an account teaches a group.
    pub IS_TRAINER = "SELECT COUNT(*) FROM group_trainers WHERE group_id = $1 AND account_id = $2";
}

impl FromRow for Template {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let questions: String = row.get("questions")?;
        Ok(Self {
            id: row.get("id")?,
            questions: parsed(&questions)?,
        })
    }
}

/// One sheet with the group that it is about.
#[derive(Clone, Debug)]
pub struct Given {
    /// The group.
    pub group_id: GroupId,
    /// Known by in lists.
    pub code: String,
    /// First meeting.
    pub starts_at: Option<Timestamp>,
    /// Whether nobody of the group answers any more.
    pub is_complete: bool,
    /// What was answered.
    pub sheet: Sheet,
}

impl FromRow for Given {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let answers: String = row.get("answers")?;
        Ok(Self {
            group_id: row.get("group_id")?,
            code: row.get("code")?,
            starts_at: row.get("starts_at")?,
            is_complete: row.get::<i64>("is_complete")? == 1,
            sheet: Sheet {
                template_id: row.get("template_id")?,
                answers: parsed(&answers)?,
            },
        })
    }
}

/// Those that are shown: of each group and version the first ones, as many as [`shown`] says.
pub(super) fn shown_of(given: Vec<Given>) -> Vec<Given> {
    let key = |one: &Given| (one.group_id, one.sheet.template_id);
    let mut left: HashMap<_, (usize, bool)> = HashMap::new();
    for one in &given {
        let (count, is_complete) = left.entry(key(one)).or_default();
        (*count, *is_complete) = (*count + 1, one.is_complete);
    }
    for (count, is_complete) in left.values_mut() {
        *count = shown(*count, *is_complete);
    }
    let is_shown = |one: &Given| match left.get_mut(&key(one)) {
        Some((count, _)) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    };
    given.into_iter().filter(is_shown).collect()
}

/// A version of an organisation's own questions.
#[derive(Clone, Debug)]
pub(super) struct Published {
    pub id: TemplateId,
    pub version: i64,
    pub created_at: Timestamp,
    pub answers: i64,
    pub questions: Vec<Question>,
}

impl FromRow for Published {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let questions: String = row.get("questions")?;
        Ok(Self {
            id: row.get("id")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
            answers: row.get("answers")?,
            questions: parsed(&questions)?,
        })
    }
}

pub(super) fn parsed<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, DbError> {
    serde_json::from_str(json).map_err(|error| DbError::Other(format!("survey: {error}")))
}
