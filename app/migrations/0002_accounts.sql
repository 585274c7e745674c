CREATE TABLE accounts (
    id {id},
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'locked', 'merged', 'erased')),
    language TEXT NOT NULL CHECK (language IN ('pl', 'ru', 'en')),
    created_at BIGINT NOT NULL,
    activated_at BIGINT
);
CREATE UNIQUE INDEX accounts_email_key ON accounts (email_key);

-- Links sent by mail. Only the hash of the token is stored; used_at makes it single-use.
CREATE TABLE links (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    purpose TEXT NOT NULL CHECK (purpose IN ('activate', 'reset_password', 'change_email')),
    new_email TEXT,
    -- An activation brings the password of the registration that it was sent for, so that whoever registers somebody
    -- else's address with a password of their own gains nothing when the holder registers too.
    password_hash TEXT,
    -- What else was typed then (JSON), for the same reason: it becomes the person when the link is used, not before.
    registration TEXT,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX links_account ON links (account_id, purpose);

CREATE TABLE sessions (
    id {id},
    token_hash BYTEA NOT NULL UNIQUE,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    device TEXT NOT NULL,
    network TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

-- What was typed into a form whose session had ended; given back once, to the same browser and account.
CREATE TABLE form_drafts (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    path TEXT NOT NULL,
    fields TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX form_drafts_expiry ON form_drafts (expires_at);

-- (account, organisation, role) holds for the branch below the organisation; NULL is the whole installation.
CREATE TABLE roles (
    id {id},
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    organisation_id BIGINT REFERENCES organisations (id),
    role TEXT NOT NULL CHECK (role IN ('installation_administrator', 'organisation_administrator', 'trainer',
        'operator', 'accountant', 'support_centre')),
    granted_at BIGINT NOT NULL,
    granted_by BIGINT REFERENCES accounts (id),
    ends_at BIGINT
);
CREATE INDEX roles_account ON roles (account_id);
CREATE INDEX roles_organisation ON roles (organisation_id);
