-- A record or an account that was taken into another one, kept so that it can be taken apart again for thirty days.
CREATE TABLE merges (
    id {id},
    -- Accounts; none where only two records of a child were joined.
    gone_account_id BIGINT REFERENCES accounts (id),
    kept_account_id BIGINT REFERENCES accounts (id),
    -- People: the records of a child, or what the holders of both accounts are known by.
    gone_person_id BIGINT REFERENCES people (id),
    kept_person_id BIGINT REFERENCES people (id),
    state TEXT NOT NULL CHECK (state IN ('asked', 'declined', 'done', 'undone')),
    -- What was chosen, and what was known before (JSON).
    chosen TEXT NOT NULL,
    known_before TEXT NOT NULL DEFAULT '{}',
    reason TEXT NOT NULL,
    -- Which organisation acts; none is the whole installation.
    organisation_id BIGINT REFERENCES organisations (id),
    opened_at BIGINT NOT NULL,
    opened_by BIGINT NOT NULL REFERENCES accounts (id),
    decided_at BIGINT,
    undone_at BIGINT,
    undone_by BIGINT REFERENCES accounts (id)
);
CREATE INDEX merges_kept_account ON merges (kept_account_id, state);
CREATE INDEX merges_opened ON merges (opened_at);

-- Every row that a merge has moved: by which reference, and what else stood there.
CREATE TABLE merge_moves (
    merge_id BIGINT NOT NULL REFERENCES merges (id),
    reference TEXT NOT NULL,
    row_key BIGINT NOT NULL,
    was TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (merge_id, reference, row_key)
);

-- The account that has taken the place of a merged one.
ALTER TABLE accounts ADD COLUMN merged_into BIGINT REFERENCES accounts (id);
