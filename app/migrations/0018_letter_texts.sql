-- Texts of letters that an organisation, or the installation (without an organisation), has in the place of the standard
-- ones. Every change is a new row and none is ever changed; the newest counts. An empty subject and text: the standard one
-- again from here on.
CREATE TABLE letter_texts (
    id {id},
    organisation_id BIGINT REFERENCES organisations (id),
    kind TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('pl', 'ru', 'en')),
    version BIGINT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    written_by BIGINT REFERENCES accounts (id),
    written_at BIGINT NOT NULL,
    CHECK ((subject = '') = (body = ''))
);
CREATE UNIQUE INDEX letter_texts_version ON letter_texts ((COALESCE(organisation_id, 0)), kind, language, version);

INSERT INTO snapshot_versions (name, version) VALUES ('letters', 1);
