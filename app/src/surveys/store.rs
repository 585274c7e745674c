//! SQL of surveys.

use database::{DbError, FromRow, Row};

use super::{Answers, Template};

database::statements! {
    /// The template that an organisation uses: its own newest one, or else the newest default.
    pub FIND_TEMPLATE = "SELECT id, questions FROM survey_templates WHERE organisation_id = $1 OR organisation_id IS NULL \
        ORDER BY CASE WHEN organisation_id IS NULL THEN 1 ELSE 0 END, version DESC LIMIT 1";
    /// A template that was answered for a group, the newest.
    pub FIND_TEMPLATE_OF_ANSWERS = "SELECT id, questions FROM survey_templates \
        WHERE id IN (SELECT template_id FROM survey_answers WHERE group_id = $1) ORDER BY version DESC, id DESC LIMIT 1";
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
    /// Answers of a group that were given before day $2, by day and then by their random ids: what comes later stands later.
    pub LIST_ANSWERS = "SELECT answers FROM survey_answers WHERE group_id = $1 AND answered_on < $2 ORDER BY answered_on, id";
    /// How many answers a group has.
    pub COUNT_ANSWERS = "SELECT COUNT(*) FROM survey_answers WHERE group_id = $1";
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

/// Answers as they are kept.
pub(super) struct Kept(pub Answers);

impl FromRow for Kept {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let answers: String = row.get("answers")?;
        parsed(&answers).map(Self)
    }
}

fn parsed<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, DbError> {
    serde_json::from_str(json).map_err(|error| DbError::Other(format!("survey: {error}")))
}
