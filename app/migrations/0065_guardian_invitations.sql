-- Who acts for a child invites a second guardian by letter (`spec/rules.md`, Person).
CREATE TABLE guardian_invitations (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    -- As it was typed; emptied when the invitation is over.
    email TEXT NOT NULL,
    -- Of the link in the letter.
    token_hash BYTEA NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('invited', 'accepted', 'ended')),
    invited_by BIGINT NOT NULL REFERENCES accounts (id),
    invited_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- Who accepted, or took it back.
    ended_by BIGINT REFERENCES accounts (id),
    ended_at BIGINT
);
CREATE INDEX guardian_invitations_person ON guardian_invitations (person_id, state);
CREATE INDEX guardian_invitations_invited ON guardian_invitations (expires_at) WHERE state = 'invited';
