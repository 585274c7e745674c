-- What a group costs those whose workplace lies in a branch; everybody else pays the group's price.
CREATE TABLE group_prices (
    group_id BIGINT NOT NULL REFERENCES groups (id),
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    price_minor BIGINT NOT NULL CONSTRAINT group_prices_amount CHECK (price_minor >= 0),
    PRIMARY KEY (group_id, organisation_id)
);

-- The institution that is to pay, as chosen when joining; without a row the participant pays.
CREATE TABLE enrolment_payers (
    enrolment_id BIGINT NOT NULL PRIMARY KEY REFERENCES enrolments (id),
    -- The directory has it.
    organisation_id BIGINT REFERENCES organisations (id),
    name TEXT NOT NULL,
    tax_id TEXT NOT NULL,
    street TEXT NOT NULL,
    postal_code TEXT NOT NULL,
    city TEXT NOT NULL,
    -- Who is asked.
    email TEXT NOT NULL,
    -- Who receives, when the payer is the municipality above it.
    recipient_name TEXT NOT NULL DEFAULT '',
    recipient_address TEXT NOT NULL DEFAULT ''
);
