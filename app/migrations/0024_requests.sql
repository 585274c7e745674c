-- What people ask of an organisation: a thread each, answered by staff.
CREATE TABLE requests (
    id {id},
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    -- None: somebody without an account, whose address is confirmed by a link before anybody reads it.
    account_id BIGINT REFERENCES accounts (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('pl', 'ru', 'en')),
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'opened', 'answered', 'closed')),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX requests_organisation ON requests (organisation_id, state, changed_at);
CREATE INDEX requests_account ON requests (account_id);
CREATE INDEX requests_unconfirmed ON requests (created_at) WHERE state = 'unconfirmed';

CREATE TABLE request_messages (
    id {id},
    request_id BIGINT NOT NULL REFERENCES requests (id),
    -- Who of the staff wrote it; none is whoever asks.
    answered_by BIGINT REFERENCES accounts (id),
    text TEXT NOT NULL,
    written_at BIGINT NOT NULL
);
CREATE INDEX request_messages_request ON request_messages (request_id, id);
