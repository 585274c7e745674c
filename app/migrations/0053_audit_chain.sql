-- The audit log as a chain: each link is a keyed mark over the one before it and over its row. Rows that are in the chain can not
-- be removed, since links refer to them. A worker appends them, so that writers do not wait for each other.
CREATE TABLE audit_chain (
    -- Counted from 1 without gaps.
    place BIGINT PRIMARY KEY,
    audit_id BIGINT NOT NULL REFERENCES audit (id),
    hash TEXT NOT NULL
);
CREATE UNIQUE INDEX audit_chain_row ON audit_chain (audit_id);
