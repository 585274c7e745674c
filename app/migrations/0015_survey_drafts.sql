-- Questions that an organisation is writing; publishing them makes a new version, which is never changed.
CREATE TABLE survey_drafts (
    organisation_id BIGINT NOT NULL PRIMARY KEY REFERENCES organisations (id),
    -- JSON: list of questions, as in survey_templates.
    questions TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by BIGINT NOT NULL REFERENCES accounts (id)
);
