-- The tree is looked after on pages: grows with every save, so that two editors do not overwrite each other.
ALTER TABLE organisations ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
-- Who took over when it was closed.
ALTER TABLE organisations ADD COLUMN handed_to BIGINT REFERENCES organisations (id);

-- The role of somebody who is absent: its holder acts "for" the holder of that role, until ends_at.
ALTER TABLE roles ADD COLUMN for_role BIGINT REFERENCES roles (id);
CREATE INDEX roles_for_role ON roles (for_role) WHERE for_role IS NOT NULL;
CREATE INDEX roles_ends ON roles (ends_at) WHERE ends_at IS NOT NULL;

-- For whom somebody acted who stood in.
ALTER TABLE audit ADD COLUMN on_behalf_of BIGINT REFERENCES accounts (id);

-- Invitations to a role. Only the hash of the link is kept.
CREATE TABLE staff_invitations (
    id {id},
    token_hash BYTEA NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    -- NULL is the whole installation.
    organisation_id BIGINT REFERENCES organisations (id),
    role TEXT NOT NULL CHECK (role IN ('installation_administrator', 'organisation_administrator', 'trainer',
        'operator', 'accountant', 'support_centre')),
    -- When the role ends; NULL is never.
    role_ends_at BIGINT,
    invited_by BIGINT NOT NULL REFERENCES accounts (id),
    invited_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_by BIGINT REFERENCES accounts (id),
    -- Accepted, taken back or replaced by a newer one.
    over_at BIGINT
);
CREATE UNIQUE INDEX staff_invitations_token ON staff_invitations (token_hash);
CREATE INDEX staff_invitations_organisation ON staff_invitations (organisation_id, over_at);
CREATE INDEX staff_invitations_invited_by ON staff_invitations (invited_by, over_at);

-- Somebody of the staff is absent, and a colleague stands in for one of their roles.
CREATE TABLE stand_ins (
    id {id},
    role_id BIGINT NOT NULL REFERENCES roles (id),
    delegate_id BIGINT NOT NULL REFERENCES accounts (id),
    state TEXT NOT NULL CHECK (state IN ('asked', 'agreed', 'declined', 'ended')),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    asked_by BIGINT NOT NULL REFERENCES accounts (id),
    asked_at BIGINT NOT NULL,
    -- The role that the delegate got when it began.
    given_role_id BIGINT REFERENCES roles (id),
    CONSTRAINT stand_ins_order CHECK (starts_at < ends_at)
);
CREATE INDEX stand_ins_role ON stand_ins (role_id, state);
CREATE INDEX stand_ins_delegate ON stand_ins (delegate_id, state);
CREATE INDEX stand_ins_due ON stand_ins (starts_at) WHERE state = 'agreed' AND given_role_id IS NULL;
