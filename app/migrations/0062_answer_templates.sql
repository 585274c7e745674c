-- What staff answers again and again, with fields; in the three languages.
CREATE TABLE answer_templates (
    id {id},
    -- Of which organisation and those below it; none is the whole installation.
    organisation_id BIGINT REFERENCES organisations (id),
    -- For which kind of message; empty for all.
    kind TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    text_pl TEXT NOT NULL,
    text_ru TEXT NOT NULL,
    text_en TEXT NOT NULL,
    changed_by BIGINT NOT NULL REFERENCES accounts (id),
    changed_at BIGINT NOT NULL,
    removed_at BIGINT
);
CREATE INDEX answer_templates_organisation ON answer_templates (organisation_id) WHERE removed_at IS NULL;
