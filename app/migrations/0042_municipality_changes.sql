-- Changes of the municipality where a child lives: an institution prints the application, a guardian signs it, the region
-- decides.
CREATE TABLE municipality_changes (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    from_id BIGINT NOT NULL REFERENCES organisations (id),
    to_id BIGINT NOT NULL REFERENCES organisations (id),
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'refused', 'withdrawn')),
    -- Which institution prints the application and takes it back; none is the whole installation.
    organisation_id BIGINT REFERENCES organisations (id),
    -- Who signs; none where nobody acts for the child yet.
    guardian_id BIGINT REFERENCES accounts (id),
    opened_by BIGINT NOT NULL REFERENCES accounts (id),
    opened_at BIGINT NOT NULL,
    -- The signed copy.
    file_name TEXT,
    file_kind TEXT,
    file_size BIGINT,
    file_hash TEXT,
    file_key TEXT,
    submitted_by BIGINT REFERENCES accounts (id),
    submitted_at BIGINT,
    decided_by BIGINT REFERENCES accounts (id),
    decided_at BIGINT,
    answer TEXT NOT NULL DEFAULT '',
    CONSTRAINT municipality_changes_signed CHECK (state IN ('draft', 'withdrawn') OR file_key IS NOT NULL)
);
-- One at a time for a child.
CREATE UNIQUE INDEX municipality_changes_open ON municipality_changes (person_id) WHERE state IN ('draft', 'submitted');
CREATE INDEX municipality_changes_person ON municipality_changes (person_id, id);
CREATE INDEX municipality_changes_from ON municipality_changes (from_id, state);
