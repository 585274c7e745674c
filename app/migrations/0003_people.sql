CREATE TABLE people (
    id {id},
    account_id BIGINT UNIQUE REFERENCES accounts (id),
    surname TEXT NOT NULL,
    given_name TEXT NOT NULL,
    born_on TEXT,
    birth_place TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    workplace_id BIGINT REFERENCES organisations (id),
    -- Typed by the person when the directory does not have it.
    workplace_name TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX people_surname ON people (surname, given_name);
CREATE INDEX people_workplace ON people (workplace_id);

-- Who agreed to which text, when; one row per purpose and version.
CREATE TABLE consents (
    id {id},
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    purpose TEXT NOT NULL,
    version TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    given_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX consents_once ON consents (account_id, purpose, version);
