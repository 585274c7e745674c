-- Children are people: what is asked of them besides, and the key under which nobody can be entered twice.
ALTER TABLE people ADD COLUMN patronymic TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN sex TEXT NOT NULL DEFAULT '' CHECK (sex IN ('', 'female', 'male'));
ALTER TABLE people ADD COLUMN municipality_id BIGINT REFERENCES organisations (id);
ALTER TABLE people ADD COLUMN state TEXT NOT NULL DEFAULT 'unconfirmed'
    CHECK (state IN ('unconfirmed', 'confirmed', 'merged', 'archived'));
-- Canonical surname, given name and date of birth, with a number behind it for a true namesake; none for who holds an
-- account of their own and was never entered as a child.
ALTER TABLE people ADD COLUMN identity_key TEXT;
-- Grows with every change, so that two editors do not overwrite each other.
ALTER TABLE people ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX people_identity ON people (identity_key);
CREATE INDEX people_municipality ON people (municipality_id);

-- Accounts that act for a child. The first who enters it holds it; a second asks and is let in.
CREATE TABLE guardianships (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    state TEXT NOT NULL CHECK (state IN ('asked', 'holds', 'refused', 'ended')),
    asked_at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by BIGINT REFERENCES accounts (id)
);
CREATE UNIQUE INDEX guardianships_once ON guardianships (person_id, account_id);
CREATE INDEX guardianships_account ON guardianships (account_id, state);

-- Numbers of documents: sealed, and found by a keyed hash. One document names one person.
CREATE TABLE documents (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('pesel', 'snils', 'birth_certificate', 'other')),
    number_hash BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    -- Which of the installation's keys it is sealed with.
    key_number BIGINT NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX documents_once ON documents (number_hash);
CREATE INDEX documents_person ON documents (person_id);
CREATE INDEX documents_key ON documents (key_number);

-- By which a person is found among a million, mistyped as well.
CREATE TABLE person_keys (
    hash BIGINT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES people (id),
    PRIMARY KEY (hash, person_id)
);
CREATE INDEX person_keys_person ON person_keys (person_id);

-- What was known before each change.
CREATE TABLE person_versions (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    version BIGINT NOT NULL,
    -- JSON.
    known TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by BIGINT NOT NULL REFERENCES accounts (id),
    reason TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX person_versions_once ON person_versions (person_id, version);

-- Who has compared a child's data with documents, where, and with which.
CREATE TABLE confirmations (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    confirmed_by BIGINT NOT NULL REFERENCES accounts (id),
    confirmed_at BIGINT NOT NULL,
    -- Kinds of documents, with spaces between them.
    seen TEXT NOT NULL
);
CREATE INDEX confirmations_person ON confirmations (person_id);

-- Two records that may be one person: a human being decides.
CREATE TABLE duplicate_cases (
    id {id},
    -- The later record.
    person_id BIGINT NOT NULL REFERENCES people (id),
    other_id BIGINT NOT NULL REFERENCES people (id),
    -- Evidence in hundredths of a bit, and the fields that it comes from (JSON).
    bits BIGINT NOT NULL,
    reasons TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'same', 'different')),
    opened_at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by BIGINT REFERENCES accounts (id),
    decision TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX duplicate_cases_once ON duplicate_cases (person_id, other_id);
CREATE INDEX duplicate_cases_other ON duplicate_cases (other_id);
CREATE INDEX duplicate_cases_open ON duplicate_cases (opened_at) WHERE state = 'open';

-- Agreements about a child, each for its own purpose, given and taken back by a guardian.
CREATE TABLE person_consents (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    purpose TEXT NOT NULL,
    version TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    withdrawn_at BIGINT
);
CREATE INDEX person_consents_person ON person_consents (person_id, purpose);

-- Entering children takes its turn by this row, on every node.
INSERT INTO snapshot_versions (name, version) VALUES ('people', 1);
