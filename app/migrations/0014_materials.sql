-- Files that a group's participants get: the content lies in the store of files under object_key.
CREATE TABLE materials (
    id {id},
    group_id BIGINT NOT NULL REFERENCES groups (id),
    position BIGINT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    -- Ending of a kind that is taken; it decides what browsers are told.
    kind TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size > 0),
    -- SHA-256 of the content in hexadecimal digits.
    content_hash TEXT NOT NULL,
    object_key TEXT NOT NULL UNIQUE,
    -- Open to everybody with a place, before the gate is.
    from_start BOOLEAN NOT NULL,
    added_at BIGINT NOT NULL,
    added_by BIGINT NOT NULL REFERENCES accounts (id)
);
CREATE INDEX materials_group ON materials (group_id, position);
