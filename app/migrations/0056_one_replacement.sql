-- One replacement of an address waits for each account: the same wish twice is one, another one takes its place.
ALTER TABLE email_replacements ADD COLUMN wish BYTEA;
ALTER TABLE email_replacements ADD COLUMN superseded_at BIGINT;
UPDATE email_replacements SET superseded_at = asked_at WHERE done_at IS NULL;
CREATE UNIQUE INDEX email_replacements_waiting ON email_replacements (account_id) WHERE done_at IS NULL AND superseded_at IS NULL;
