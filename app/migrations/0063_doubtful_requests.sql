-- A message that looks like one that nobody wrote: it is read last, and nobody gets a letter about it.
ALTER TABLE requests ADD COLUMN is_doubtful BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX request_messages_written ON request_messages (written_at);
