CREATE TABLE enrolments (
    id {id},
    person_id BIGINT NOT NULL REFERENCES people (id),
    group_id BIGINT NOT NULL REFERENCES groups (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    state TEXT NOT NULL CHECK (state IN ('applied', 'waiting', 'offered', 'confirmed', 'attending', 'completed',
        'not_completed', 'refused', 'cancelled', 'resigned', 'lapsed', 'transferred')),
    applied_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    survey_done_on TEXT
);
-- One per person and group that is not closed.
CREATE UNIQUE INDEX enrolments_once ON enrolments (person_id, group_id)
    WHERE state NOT IN ('refused', 'cancelled', 'resigned', 'lapsed', 'transferred');
CREATE INDEX enrolments_group ON enrolments (group_id, applied_at, id);
CREATE INDEX enrolments_account ON enrolments (account_id, applied_at);

CREATE TABLE attendance (
    meeting_id BIGINT NOT NULL REFERENCES meetings (id),
    enrolment_id BIGINT NOT NULL REFERENCES enrolments (id),
    present BOOLEAN NOT NULL,
    marked_at BIGINT NOT NULL,
    marked_by BIGINT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (meeting_id, enrolment_id)
);
CREATE INDEX attendance_enrolment ON attendance (enrolment_id);
