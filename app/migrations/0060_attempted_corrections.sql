-- What somebody wanted to make of a record when it met the other one of a case: the data as JSON, by whom and when.
ALTER TABLE duplicate_cases ADD COLUMN attempted TEXT;
ALTER TABLE duplicate_cases ADD COLUMN attempted_by BIGINT REFERENCES accounts (id);
ALTER TABLE duplicate_cases ADD COLUMN attempted_at BIGINT;
