-- A copied material has a row of its own; where its content lies, with those of all copies, when that is not under its own key.
ALTER TABLE materials ADD COLUMN content_key TEXT;
CREATE INDEX materials_content ON materials (content_key);
