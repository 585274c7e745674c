-- Every letter to a paying institution carries a link of its own; only the hashes are kept.
CREATE TABLE institution_links (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    charge_id BIGINT NOT NULL REFERENCES charges (id)
);
CREATE INDEX institution_links_charge ON institution_links (charge_id);
CREATE INDEX enrolment_payers_tax_id ON enrolment_payers (tax_id);
CREATE INDEX enrolment_payers_organisation ON enrolment_payers (organisation_id);

-- A transfer for many charges has one title, ZZ- with this number: the same charges get the same one again.
CREATE TABLE collective_titles (
    id {id},
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    -- Of the ids of the charges, in order.
    set_hash BYTEA NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX collective_titles_set ON collective_titles (organisation_id, set_hash);
CREATE TABLE collective_charges (
    title_id BIGINT NOT NULL REFERENCES collective_titles (id),
    charge_id BIGINT NOT NULL REFERENCES charges (id),
    PRIMARY KEY (title_id, charge_id)
);
CREATE INDEX collective_charges_charge ON collective_charges (charge_id);

-- Whoever books by hand says how much of the entry was booked on the charge before, so that the rest of it can be booked
-- too, and a form sent twice books once.
ALTER TABLE bookings ADD COLUMN after_minor BIGINT NOT NULL DEFAULT 0;
DROP INDEX bookings_once;
CREATE UNIQUE INDEX bookings_once ON bookings (entry_id, charge_id, after_minor) WHERE undone_at IS NULL;

-- When it ended together with the place, and nobody had to decide.
ALTER TABLE charges ADD COLUMN let_go_at BIGINT;
UPDATE charges SET let_go_at = changed_at WHERE state = 'waived' AND EXISTS (SELECT 1 FROM audit u
    WHERE u.subject_kind = 'charge' AND u.subject_id = charges.id AND u.action = 'payment.waive' AND u.account_id IS NULL);
