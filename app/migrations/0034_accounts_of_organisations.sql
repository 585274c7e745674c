-- An organisation is paid on one account or on several: each has its currency and its own CSV.
CREATE TABLE payment_accounts (
    id {id},
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    -- An IBAN, or the digits of an account that is none.
    account TEXT NOT NULL,
    -- As statements are compared with it: without the country of an IBAN.
    account_key TEXT NOT NULL,
    -- ISO 4217; also of entries whose file does not name one.
    currency TEXT NOT NULL,
    -- The first of a currency is the one that is paid on.
    place BIGINT NOT NULL,
    -- JSON: what the columns of the bank's CSV mean.
    csv_mapping TEXT
);
CREATE UNIQUE INDEX payment_accounts_key ON payment_accounts (account_key);
CREATE INDEX payment_accounts_organisation ON payment_accounts (organisation_id, place);
INSERT INTO payment_accounts (organisation_id, account, account_key, currency, place, csv_mapping)
    SELECT organisation_id, iban, account_key, 'PLN', 1, csv_mapping FROM payment_settings;
DROP INDEX payment_settings_account;
ALTER TABLE payment_settings DROP COLUMN iban;
ALTER TABLE payment_settings DROP COLUMN account_key;
ALTER TABLE payment_settings DROP COLUMN csv_mapping;
CREATE INDEX statement_entries_currency ON statement_entries (account_key) WHERE currency = '';
