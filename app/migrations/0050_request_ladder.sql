-- What a request is about, on which step of the ladder it stands, by when it is answered, and who has taken it.
ALTER TABLE requests ADD COLUMN kind TEXT NOT NULL DEFAULT 'other' CHECK (kind IN ('forgotten_email', 'replace_email',
    'correct_child', 'change_municipality', 'already_registered', 'cancelled_application', 'second_guardian',
    'late_resignation', 'personal_data', 'other'));
ALTER TABLE requests ADD COLUMN level TEXT NOT NULL DEFAULT 'institution'
    CHECK (level IN ('institution', 'support_centre', 'region'));
-- Only while it waits for an answer.
ALTER TABLE requests ADD COLUMN due_at BIGINT;
ALTER TABLE requests ADD COLUMN owner_id BIGINT REFERENCES accounts (id);
-- The child that it is about.
ALTER TABLE requests ADD COLUMN person_id BIGINT REFERENCES people (id);
-- A week for what waits already.
UPDATE requests SET due_at = changed_at + 604800000000 WHERE state = 'opened';
CREATE INDEX requests_due ON requests (organisation_id, state, due_at);
CREATE INDEX requests_owner ON requests (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX requests_person ON requests (person_id) WHERE person_id IS NOT NULL;

-- What was said; a note that only staff reads; a step up the ladder, whose text is what was tried.
ALTER TABLE request_messages ADD COLUMN kind TEXT NOT NULL DEFAULT 'said' CHECK (kind IN ('said', 'note', 'step'));
ALTER TABLE request_messages ADD COLUMN from_id BIGINT REFERENCES organisations (id);
ALTER TABLE request_messages ADD COLUMN to_id BIGINT REFERENCES organisations (id);
CREATE INDEX request_messages_from ON request_messages (from_id, request_id) WHERE from_id IS NOT NULL;
