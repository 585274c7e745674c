-- The last number given in an organisation's yearly register.
CREATE TABLE certificate_registers (
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    year BIGINT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, year)
);
CREATE TABLE certificates (
    id {id},
    -- Public address: organisation, number and year, such as 12-214-2026.
    number TEXT NOT NULL UNIQUE,
    -- As printed: 214/2026.
    register_number TEXT NOT NULL,
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    enrolment_id BIGINT NOT NULL REFERENCES enrolments (id),
    state TEXT NOT NULL CHECK (state IN ('issued', 'reissued', 'revoked')),
    issued_at BIGINT NOT NULL,
    -- JSON: everything that is printed, as it was at issue.
    snapshot TEXT NOT NULL,
    code TEXT NOT NULL
);
CREATE UNIQUE INDEX certificates_current ON certificates (enrolment_id) WHERE state = 'issued';
CREATE INDEX certificates_enrolment ON certificates (enrolment_id);
CREATE INDEX certificates_register_number ON certificates (register_number);

-- The gate is open, but what is printed is not complete: looked at again when the person's data change.
CREATE TABLE certificates_waiting (
    enrolment_id BIGINT NOT NULL PRIMARY KEY REFERENCES enrolments (id),
    tried_at BIGINT NOT NULL
);
