-- Applications that have waited too long are told of once per stage.
CREATE TABLE undecided_told (
    enrolment_id BIGINT NOT NULL REFERENCES enrolments (id),
    stage TEXT NOT NULL CHECK (stage IN ('reminder', 'escalation')),
    told_at BIGINT NOT NULL,
    PRIMARY KEY (enrolment_id, stage)
);
CREATE INDEX enrolments_applied ON enrolments (changed_at) WHERE state = 'applied';
