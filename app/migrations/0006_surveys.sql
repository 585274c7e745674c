CREATE TABLE survey_templates (
    id {id},
    -- NULL is the installation's default template.
    organisation_id BIGINT REFERENCES organisations (id),
    version BIGINT NOT NULL,
    -- JSON: list of questions with their texts in each language.
    questions TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX survey_templates_organisation ON survey_templates (organisation_id, version);

-- Apart from the person: no enrolment, no account, nothing finer than the day.
CREATE TABLE survey_answers (
    id TEXT NOT NULL PRIMARY KEY,
    group_id BIGINT NOT NULL REFERENCES groups (id),
    template_id BIGINT NOT NULL REFERENCES survey_templates (id),
    answered_on TEXT NOT NULL,
    answers TEXT NOT NULL
);
CREATE INDEX survey_answers_group ON survey_answers (group_id);
