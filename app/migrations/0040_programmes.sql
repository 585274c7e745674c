-- Programmes for children, and others that ask for an age: how old people are on the day of the first meeting. A course
-- without ages is for adults who join by themselves.
ALTER TABLE courses ADD COLUMN age_from BIGINT CHECK (age_from BETWEEN 0 AND 99);
ALTER TABLE courses ADD COLUMN age_to BIGINT CHECK (age_to BETWEEN 0 AND 99);
-- Whether a family's funding certificate pays for it.
ALTER TABLE courses ADD COLUMN takes_certificate BOOLEAN NOT NULL DEFAULT FALSE;
-- What a person has joined, whoever did it for them.
CREATE INDEX enrolments_person ON enrolments (person_id, applied_at);
