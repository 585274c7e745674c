//! SQL of templates of answers.

/// Columns of a [`super::Template`].
macro_rules! template {
    () => {
        "SELECT s.id, s.organisation_id, s.kind, s.name, s.text_pl, s.text_ru, s.text_en FROM answer_templates s"
    };
}

database::statements! {
    /// All that are in use, by name. They are few: an organisation writes some dozens.
    pub LIST_TEMPLATES = concat!(template!(), " WHERE s.removed_at IS NULL ORDER BY s.name, s.id LIMIT 2000");
    /// One that is in use.
    pub FIND_TEMPLATE = concat!(template!(), " WHERE s.id = $1 AND s.removed_at IS NULL");
    /// A new one.
    pub INSERT_TEMPLATE = "INSERT INTO answer_templates (organisation_id, kind, name, text_pl, text_ru, text_en, changed_by, changed_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";
    /// It says something else from now on.
    pub SET_TEMPLATE = "UPDATE answer_templates SET organisation_id = $2, kind = $3, name = $4, text_pl = $5, text_ru = $6, \
        text_en = $7, changed_by = $8, changed_at = $9 WHERE id = $1 AND removed_at IS NULL";
    /// It is not offered any more.
    pub REMOVE_TEMPLATE = "UPDATE answer_templates SET removed_at = $2, changed_by = $3 WHERE id = $1 AND removed_at IS NULL";
}
