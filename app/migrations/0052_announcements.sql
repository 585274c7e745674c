-- What an organisation announces on the pages of those concerned, and mails to them when it wants to.
CREATE TABLE announcements (
    id {id},
    -- Concerned is its whole branch.
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    audience TEXT NOT NULL CHECK (audience IN ('everybody', 'participants', 'staff')),
    -- The language that it was written in first.
    language TEXT NOT NULL CHECK (language IN ('pl', 'ru', 'en')),
    -- JSON: title and text by language.
    texts TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    -- Grows with every save, so that two editors do not overwrite each other.
    version BIGINT NOT NULL DEFAULT 1,
    -- Made with the form: what is sent twice is one announcement.
    form_key TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by BIGINT NOT NULL REFERENCES accounts (id),
    changed_at BIGINT NOT NULL,
    changed_by BIGINT NOT NULL REFERENCES accounts (id),
    withdrawn_at BIGINT,
    CONSTRAINT announcements_days CHECK (from_on <= until_on)
);
CREATE UNIQUE INDEX announcements_form ON announcements (form_key);
CREATE INDEX announcements_until ON announcements (until_on) WHERE withdrawn_at IS NULL;
CREATE INDEX announcements_organisation ON announcements (organisation_id, from_on);

-- The courses and groups whose people are concerned; without any, those of the whole branch.
CREATE TABLE announcement_scopes (
    id {id},
    announcement_id BIGINT NOT NULL REFERENCES announcements (id),
    course_id BIGINT REFERENCES courses (id),
    group_id BIGINT REFERENCES groups (id),
    CONSTRAINT announcement_scopes_one CHECK ((course_id IS NULL) <> (group_id IS NULL))
);
CREATE INDEX announcement_scopes_of ON announcement_scopes (announcement_id);

-- Each time that it was mailed, and to how many; the letters have this number in their keys.
CREATE TABLE announcement_mails (
    announcement_id BIGINT NOT NULL REFERENCES announcements (id),
    number BIGINT NOT NULL,
    people BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    sent_by BIGINT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (announcement_id, number)
);

-- Who does not want to see it any more.
CREATE TABLE announcements_put_away (
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    announcement_id BIGINT NOT NULL REFERENCES announcements (id),
    put_away_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, announcement_id)
);

INSERT INTO snapshot_versions (name, version) VALUES ('announcements', 1);
