-- What an accountant sees of an entry at a second look, and days that never change once they are closed.

-- The bank says that it takes an earlier entry back.
ALTER TABLE statement_entries ADD COLUMN is_reversal BOOLEAN NOT NULL DEFAULT FALSE;
-- The entry that this one takes back.
ALTER TABLE statement_entries ADD COLUMN reverses BIGINT REFERENCES statement_entries (id);
-- Of account, day, amount and title: another format of the same statement has the same.
ALTER TABLE statement_entries ADD COLUMN repeat_key BYTEA;
-- The entry of another statement that this one probably repeats.
ALTER TABLE statement_entries ADD COLUMN repeats BIGINT REFERENCES statement_entries (id);
-- Why what is left of it is not booked: 'no_payment', 'paid_back', 'repeat', 'reversed'.
ALTER TABLE statement_entries ADD COLUMN aside_kind TEXT NOT NULL DEFAULT '';
UPDATE statement_entries SET aside_kind = 'no_payment' WHERE state = 'set_aside';
CREATE INDEX statement_entries_repeat_key ON statement_entries (repeat_key, statement_id);
CREATE INDEX statement_entries_amount ON statement_entries (account_key, amount_minor);

-- The day in the organisation's calendar on which a booking was undone.
ALTER TABLE bookings ADD COLUMN undone_on TEXT;
UPDATE bookings SET undone_on = closed_on WHERE undone_at IS NOT NULL;
CREATE INDEX bookings_undone ON bookings (undone_on);

-- Money that went back.
CREATE TABLE charge_refunds (
    id {id},
    charge_id BIGINT NOT NULL REFERENCES charges (id),
    amount_minor BIGINT NOT NULL CONSTRAINT charge_refunds_amount CHECK (amount_minor > 0),
    refunded_at BIGINT NOT NULL,
    -- The day in the organisation's calendar, for its closing.
    closed_on TEXT NOT NULL,
    refunded_by BIGINT REFERENCES accounts (id)
);
CREATE INDEX charge_refunds_charge ON charge_refunds (charge_id);
CREATE INDEX charge_refunds_day ON charge_refunds (closed_on);
