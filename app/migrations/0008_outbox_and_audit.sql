CREATE TABLE outbox (
    id {id},
    -- The same notice queued twice is sent once.
    dedup_key TEXT NOT NULL UNIQUE,
    account_id BIGINT REFERENCES accounts (id),
    recipient TEXT NOT NULL,
    -- JSON of the letter, composed in the recipient's language.
    letter TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'given_up')),
    attempts BIGINT NOT NULL DEFAULT 0,
    queued_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    -- Claimed by a worker until then.
    leased_until BIGINT NOT NULL DEFAULT 0,
    -- Three days after it, a letter that nobody takes is given up.
    first_tried_at BIGINT,
    sent_at BIGINT,
    last_error TEXT
);
CREATE INDEX outbox_due ON outbox (state, due_at);

CREATE TABLE audit (
    id {id},
    at BIGINT NOT NULL,
    account_id BIGINT REFERENCES accounts (id),
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id BIGINT NOT NULL,
    organisation_id BIGINT,
    before_state TEXT,
    after_state TEXT,
    reason TEXT
);
CREATE INDEX audit_subject ON audit (subject_kind, subject_id, id);
