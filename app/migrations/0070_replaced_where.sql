-- Which organisation replaces an address, so that the letter to the old one says whom to call; none is the whole installation.
ALTER TABLE email_replacements ADD COLUMN organisation_id BIGINT REFERENCES organisations (id);
