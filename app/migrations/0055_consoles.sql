-- The daily letter of each member of staff: whether it is wanted, and on which day it was last thought of, so that several
-- nodes write one.
CREATE TABLE digests (
    account_id BIGINT NOT NULL PRIMARY KEY REFERENCES accounts (id),
    is_off BOOLEAN NOT NULL DEFAULT FALSE,
    told_on TEXT
);
-- What waits is counted for the first page without reading what was decided long ago.
CREATE INDEX guardianships_asked ON guardianships (asked_at) WHERE state = 'asked';
CREATE INDEX people_unconfirmed ON people (municipality_id) WHERE state = 'unconfirmed' AND identity_key IS NOT NULL;
CREATE INDEX merges_asked ON merges (opened_at) WHERE state = 'asked';
CREATE INDEX municipality_changes_state ON municipality_changes (state, opened_at);
