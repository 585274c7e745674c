-- From how much evidence on somebody was asked, and from how much on two records were one child, when a case was opened: in
-- hundredths of a bit. They rise with the register; none for cases from before.
ALTER TABLE duplicate_cases ADD COLUMN asked_from BIGINT;
ALTER TABLE duplicate_cases ADD COLUMN same_from BIGINT;
-- Documents of corrections that wait for a new key are found by the one that they are sealed with.
CREATE INDEX child_corrections_key ON child_corrections (key_number) WHERE key_number IS NOT NULL;
