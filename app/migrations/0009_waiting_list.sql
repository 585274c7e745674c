-- An offered place is held this long; shorter as the start comes near.
ALTER TABLE organisations ADD COLUMN offer_hours BIGINT NOT NULL DEFAULT 48 CHECK (offer_hours BETWEEN 2 AND 720);

-- How many may wait for a place (0 is no waiting list), and how many do. A place is taken past nobody who waits.
ALTER TABLE groups ADD COLUMN waiting_places BIGINT NOT NULL DEFAULT 0 CHECK (waiting_places >= 0);
ALTER TABLE groups ADD COLUMN waiting BIGINT NOT NULL DEFAULT 0 CHECK (waiting >= 0);
ALTER TABLE groups ADD COLUMN needs_approval BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX groups_with_a_line ON groups (id) WHERE waiting > 0;

-- Where somebody stands in line: time of application to the microsecond, then number; staff can move people up.
ALTER TABLE enrolments ADD COLUMN line_at BIGINT;
ALTER TABLE enrolments ADD COLUMN line_no BIGINT;
-- The first instant at which an offer is over.
ALTER TABLE enrolments ADD COLUMN offered_until BIGINT;
-- The enrolment in another group of the course that staff moved here.
ALTER TABLE enrolments ADD COLUMN transferred_from BIGINT REFERENCES enrolments (id);
CREATE INDEX enrolments_in_line ON enrolments (group_id, line_at, line_no) WHERE state = 'waiting';
CREATE INDEX enrolments_offered ON enrolments (offered_until) WHERE state = 'offered';

-- After the deadline one asks the administrator to be withdrawn.
CREATE TABLE late_resignations (
    id {id},
    enrolment_id BIGINT NOT NULL REFERENCES enrolments (id),
    asked_at BIGINT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    state TEXT NOT NULL CHECK (state IN ('open', 'withdrawn', 'declined')),
    decided_at BIGINT,
    decided_by BIGINT REFERENCES accounts (id),
    answer TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX late_resignations_open ON late_resignations (enrolment_id) WHERE state = 'open';
CREATE INDEX late_resignations_enrolment ON late_resignations (enrolment_id);
