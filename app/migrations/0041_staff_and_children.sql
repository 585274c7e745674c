-- Who of the staff looked at a child, as what, and why; the family sees it. A look opens the child's page for a while.
CREATE TABLE child_looks (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    -- None is the whole installation.
    organisation_id BIGINT REFERENCES organisations (id),
    -- Empty where the child is of the own branch.
    reason TEXT NOT NULL,
    looked_at BIGINT NOT NULL,
    open_until BIGINT NOT NULL
);
CREATE INDEX child_looks_person ON child_looks (person_id, id);
CREATE INDEX child_looks_open ON child_looks (account_id, person_id, open_until);

-- What a guardian asks to be put right in the data of a child that was compared with documents before.
CREATE TABLE child_corrections (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    asked_by BIGINT NOT NULL REFERENCES accounts (id),
    asked_at BIGINT NOT NULL,
    -- JSON of the data as they should be.
    known TEXT NOT NULL,
    reason TEXT NOT NULL,
    -- A document that shows it, sealed as all are; none when none was named.
    document_kind TEXT,
    number_hash BYTEA,
    sealed BYTEA,
    key_number BIGINT,
    state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'refused')),
    decided_at BIGINT,
    decided_by BIGINT REFERENCES accounts (id),
    answer TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX child_corrections_open ON child_corrections (person_id) WHERE state = 'open';
CREATE INDEX child_corrections_person ON child_corrections (person_id, id);

-- Addresses that staff replaces; in force on the link that was sent to the new one.
CREATE TABLE email_replacements (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    asked_by BIGINT NOT NULL REFERENCES accounts (id),
    asked_at BIGINT NOT NULL,
    -- Kind of the identity document that was seen.
    document TEXT NOT NULL,
    reason TEXT NOT NULL,
    done_at BIGINT
);
CREATE INDEX email_replacements_account ON email_replacements (account_id, asked_at);

-- The record that has taken the place of a merged one.
ALTER TABLE people ADD COLUMN merged_into BIGINT REFERENCES people (id);
CREATE INDEX people_merged ON people (merged_into) WHERE merged_into IS NOT NULL;
-- What one person joined.
CREATE INDEX enrolments_of_person ON enrolments (person_id);
