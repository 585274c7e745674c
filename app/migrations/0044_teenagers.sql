-- A teenager's own sign-in to the record that a parent holds (`spec/rules.md`, 14 and older).
CREATE TABLE linked_sign_ins (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    -- The teenager's own address, as the parent typed it and as it is compared.
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    -- Of the link in the invitation.
    token_hash BYTEA NOT NULL UNIQUE,
    -- None until the invitation is accepted.
    account_id BIGINT REFERENCES accounts (id),
    -- invited → linked → ended, or grown: the record is the person's own now.
    state TEXT NOT NULL CHECK (state IN ('invited', 'linked', 'ended', 'grown')),
    -- Whether the teenager submits applications, by the parent's choice.
    may_submit BOOLEAN NOT NULL DEFAULT FALSE,
    invited_by BIGINT NOT NULL REFERENCES accounts (id),
    invited_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    linked_at BIGINT,
    ended_at BIGINT,
    -- None when nobody ended it but time.
    ended_by BIGINT REFERENCES accounts (id)
);
CREATE UNIQUE INDEX linked_sign_ins_person ON linked_sign_ins (person_id) WHERE state IN ('invited', 'linked');
CREATE UNIQUE INDEX linked_sign_ins_account ON linked_sign_ins (account_id) WHERE state = 'linked';

-- What a teenager has prepared and a parent submits. It holds no place.
CREATE TABLE prepared_applications (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    group_id BIGINT NOT NULL REFERENCES groups (id),
    prepared_by BIGINT NOT NULL REFERENCES accounts (id),
    prepared_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'submitted', 'declined', 'withdrawn')),
    decided_at BIGINT,
    decided_by BIGINT REFERENCES accounts (id)
);
CREATE UNIQUE INDEX prepared_applications_once ON prepared_applications (person_id, group_id) WHERE state = 'waiting';
CREATE INDEX prepared_applications_person ON prepared_applications (person_id, state);

-- Who comes of age is looked for every day.
CREATE INDEX people_born ON people (born_on) WHERE identity_key IS NOT NULL;
