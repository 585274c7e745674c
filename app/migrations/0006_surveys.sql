CREATE TABLE survey_templates (
    id {id},
    -- NULL is the installation's default template.
    organisation_id BIGINT REFERENCES organisations (id),
    version BIGINT NOT NULL,
    -- JSON: list of questions with their texts in each language.
    questions TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX survey_templates_version ON survey_templates (organisation_id, version);
CREATE UNIQUE INDEX survey_templates_default ON survey_templates (version) WHERE organisation_id IS NULL;

-- Apart from the person: no enrolment, no account, nothing finer than the day. Kept in the order of their random ids where the
-- engine can, since the order in which answers came is that of the certificates.
CREATE TABLE survey_answers (
    id TEXT NOT NULL PRIMARY KEY,
    group_id BIGINT NOT NULL REFERENCES groups (id),
    template_id BIGINT NOT NULL REFERENCES survey_templates (id),
    answered_on TEXT NOT NULL,
    answers TEXT NOT NULL
){by_key};
CREATE INDEX survey_answers_group ON survey_answers (group_id);
