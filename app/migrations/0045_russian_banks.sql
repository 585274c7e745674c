-- The bank of an organisation's account in roubles, as a transfer names it; empty where it has none.
ALTER TABLE payment_settings ADD COLUMN bank_name TEXT NOT NULL DEFAULT '';
ALTER TABLE payment_settings ADD COLUMN bank_code TEXT NOT NULL DEFAULT '';
-- The bank's own account at the central bank.
ALTER TABLE payment_settings ADD COLUMN bank_account TEXT NOT NULL DEFAULT '';
