-- Where an organisation is paid, and how it is named on pro-formas.
CREATE TABLE payment_settings (
    organisation_id BIGINT NOT NULL PRIMARY KEY REFERENCES organisations (id),
    iban TEXT NOT NULL,
    -- As statements are compared with it: digits without the country.
    account_key TEXT NOT NULL,
    -- The seller, and the unit that receives when the seller is a municipality.
    seller_name TEXT NOT NULL,
    seller_tax_id TEXT NOT NULL,
    seller_address TEXT NOT NULL,
    recipient_name TEXT NOT NULL DEFAULT '',
    recipient_address TEXT NOT NULL DEFAULT '',
    -- Days from joining; never after the first meeting.
    due_days BIGINT NOT NULL DEFAULT 14 CONSTRAINT payment_settings_days CHECK (due_days BETWEEN 0 AND 365),
    -- JSON: what the columns of the bank's CSV mean.
    csv_mapping TEXT,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX payment_settings_account ON payment_settings (account_key);

CREATE TABLE charges (
    id {id},
    enrolment_id BIGINT NOT NULL REFERENCES enrolments (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    -- The participant's.
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    payer TEXT NOT NULL CHECK (payer IN ('participant', 'institution')),
    state TEXT NOT NULL CHECK (state IN ('due', 'overdue', 'booked', 'waived', 'refund_due', 'refunded')),
    amount_minor BIGINT NOT NULL CONSTRAINT charges_amount CHECK (amount_minor >= 0),
    currency TEXT NOT NULL,
    -- Sum of the bookings that hold.
    booked_minor BIGINT NOT NULL DEFAULT 0,
    due_on TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    reminded_at BIGINT,
    CONSTRAINT charges_booked CHECK (booked_minor BETWEEN 0 AND amount_minor)
);
CREATE UNIQUE INDEX charges_enrolment ON charges (enrolment_id);
CREATE INDEX charges_organisation ON charges (organisation_id, state, due_on);
CREATE INDEX charges_account ON charges (account_id);
CREATE INDEX charges_state ON charges (state, due_on);

-- An institution is asked once a charge; only the hash of its link is kept.
CREATE TABLE institution_asks (
    charge_id BIGINT NOT NULL PRIMARY KEY REFERENCES charges (id),
    token_hash BYTEA NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('awaiting_institution', 'accepted', 'declined', 'lapsed')),
    asked_at BIGINT NOT NULL,
    -- First instant at which it is too late.
    answer_before BIGINT NOT NULL,
    answered_at BIGINT
);
CREATE UNIQUE INDEX institution_asks_token ON institution_asks (token_hash);
CREATE INDEX institution_asks_state ON institution_asks (state, answer_before);
