CREATE TABLE courses (
    id {id},
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    subject TEXT NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    -- One topic a line; printed on the page and on the certificate.
    topics TEXT NOT NULL DEFAULT '',
    audience TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT 'pl',
    teaching_hours BIGINT NOT NULL CHECK (teaching_hours > 0),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'archived')),
    version BIGINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX courses_code ON courses (organisation_id, code);

CREATE TABLE groups (
    id {id},
    course_id BIGINT NOT NULL REFERENCES courses (id),
    code TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'running', 'finished', 'cancelled')),
    mode TEXT NOT NULL CHECK (mode IN ('on_site', 'online', 'mixed')),
    place TEXT NOT NULL DEFAULT '',
    online_link TEXT NOT NULL DEFAULT '',
    trainers TEXT NOT NULL DEFAULT '',
    capacity BIGINT NOT NULL CHECK (capacity > 0),
    minimum BIGINT NOT NULL DEFAULT 0,
    taken BIGINT NOT NULL DEFAULT 0 CHECK (taken >= 0),
    opens_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    price_minor BIGINT NOT NULL DEFAULT 0 CHECK (price_minor >= 0),
    currency TEXT NOT NULL DEFAULT 'PLN',
    attendance_percent BIGINT NOT NULL DEFAULT 75 CHECK (attendance_percent BETWEEN 0 AND 100),
    signatory_name TEXT NOT NULL DEFAULT '',
    signatory_role TEXT NOT NULL DEFAULT '',
    -- SEQUENCE of the calendar entry (RFC 5545): grows with every change that people are told of.
    sequence BIGINT NOT NULL DEFAULT 0,
    -- Grows with every save, so that two editors do not overwrite each other.
    version BIGINT NOT NULL DEFAULT 1,
    published_at BIGINT,
    finished_at BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT groups_places CHECK (taken <= capacity),
    CONSTRAINT groups_window CHECK (opens_at < closes_at)
);
CREATE UNIQUE INDEX groups_code ON groups (course_id, code);
CREATE INDEX groups_state ON groups (state);

CREATE TABLE meetings (
    id {id},
    group_id BIGINT NOT NULL REFERENCES groups (id),
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    CONSTRAINT meetings_order CHECK (starts_at < ends_at)
);
CREATE INDEX meetings_group ON meetings (group_id, starts_at);

-- Trainers who have an account and work with the group's lists.
CREATE TABLE group_trainers (
    group_id BIGINT NOT NULL REFERENCES groups (id),
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (group_id, account_id)
);
CREATE INDEX group_trainers_account ON group_trainers (account_id);

-- Grows when a snapshot kept in memory must be read anew, on every node.
CREATE TABLE snapshot_versions (
    name TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL
);
INSERT INTO snapshot_versions (name, version) VALUES ('catalogue', 1), ('organisations', 1);
