CREATE TABLE statements (
    id {id},
    -- Whose account it is; none when no organisation has named it.
    organisation_id BIGINT REFERENCES organisations (id),
    account TEXT NOT NULL,
    account_key TEXT NOT NULL,
    currency TEXT NOT NULL,
    from_on TEXT,
    to_on TEXT,
    opening_minor BIGINT,
    closing_minor BIGINT,
    file_name TEXT NOT NULL,
    -- How many entries it has, and how many of them were not known before.
    entries BIGINT NOT NULL,
    fresh BIGINT NOT NULL,
    imported_at BIGINT NOT NULL,
    imported_by BIGINT REFERENCES accounts (id)
);
CREATE INDEX statements_organisation ON statements (organisation_id, imported_at);

CREATE TABLE statement_entries (
    id {id},
    statement_id BIGINT NOT NULL REFERENCES statements (id),
    organisation_id BIGINT REFERENCES organisations (id),
    account_key TEXT NOT NULL,
    -- By which the entry is known again in another statement of the account.
    fingerprint TEXT NOT NULL,
    booked_on TEXT NOT NULL,
    amount_minor BIGINT NOT NULL,
    currency TEXT NOT NULL,
    title TEXT NOT NULL,
    counterparty TEXT NOT NULL,
    counterparty_account TEXT NOT NULL,
    counterparty_tax_id TEXT NOT NULL,
    reference TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('new', 'to_match', 'booked', 'set_aside', 'outgoing')),
    -- Sum of the bookings that hold: never more than came.
    booked_minor BIGINT NOT NULL DEFAULT 0,
    set_aside_reason TEXT,
    CONSTRAINT statement_entries_booked CHECK (booked_minor = 0 OR (booked_minor > 0 AND booked_minor <= amount_minor))
);
CREATE UNIQUE INDEX statement_entries_fingerprint ON statement_entries (account_key, fingerprint);
CREATE INDEX statement_entries_queue ON statement_entries (organisation_id, state, booked_on);
CREATE INDEX statement_entries_new ON statement_entries (id) WHERE state = 'new';
CREATE INDEX statement_entries_statement ON statement_entries (statement_id, state);

CREATE TABLE bookings (
    id {id},
    entry_id BIGINT NOT NULL REFERENCES statement_entries (id),
    charge_id BIGINT NOT NULL REFERENCES charges (id),
    amount_minor BIGINT NOT NULL CONSTRAINT bookings_amount CHECK (amount_minor > 0),
    booked_at BIGINT NOT NULL,
    -- The day in the organisation's calendar, for its closing.
    closed_on TEXT NOT NULL,
    -- None: by itself.
    booked_by BIGINT REFERENCES accounts (id),
    undone_at BIGINT,
    undone_by BIGINT REFERENCES accounts (id),
    undone_reason TEXT
);
-- The same money is booked on the same charge once.
CREATE UNIQUE INDEX bookings_once ON bookings (entry_id, charge_id) WHERE undone_at IS NULL;
CREATE INDEX bookings_charge ON bookings (charge_id);
CREATE INDEX bookings_day ON bookings (closed_on);
