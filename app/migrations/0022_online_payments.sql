-- Payments through an online gateway: one row for each time that somebody sets out to pay. The money becomes an entry
-- beside those of the bank's statements once the gateway has confirmed it.
CREATE TABLE online_payments (
    id {id},
    charge_id BIGINT NOT NULL REFERENCES charges (id),
    -- By which the gateway names it in its notifications.
    session TEXT NOT NULL,
    amount_minor BIGINT NOT NULL CONSTRAINT online_payments_amount CHECK (amount_minor > 0),
    currency TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('started', 'announced', 'confirmed', 'refused')),
    -- Where the participant pays; empty while the gateway has not said so.
    address TEXT NOT NULL DEFAULT '',
    started_at BIGINT NOT NULL,
    -- The gateway's own number, from its notification.
    order_number BIGINT,
    announced_at BIGINT,
    attempts BIGINT NOT NULL DEFAULT 0,
    next_attempt_at BIGINT,
    closed_at BIGINT,
    entry_id BIGINT REFERENCES statement_entries (id)
);
CREATE UNIQUE INDEX online_payments_session ON online_payments (session);
CREATE INDEX online_payments_charge ON online_payments (charge_id);
CREATE INDEX online_payments_waiting ON online_payments (next_attempt_at) WHERE state = 'announced';
CREATE INDEX online_payments_entry ON online_payments (entry_id);
