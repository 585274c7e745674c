-- Filters of the staff's tables that somebody keeps under a name of their own.
CREATE TABLE staff_views (
    id {id},
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    kept_at BIGINT NOT NULL,
    UNIQUE (account_id, place, name)
);
