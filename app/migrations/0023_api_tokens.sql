-- Tokens by which programs act as an account; only their hashes are kept.
CREATE TABLE api_tokens (
    id {id},
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    -- What its holder calls it.
    name TEXT NOT NULL,
    token_hash BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE UNIQUE INDEX api_tokens_hash ON api_tokens (token_hash);
CREATE INDEX api_tokens_account ON api_tokens (account_id);

-- What was answered to a request with an Idempotency-Key, so that the same request again does nothing again.
CREATE TABLE api_answers (
    account_id BIGINT NOT NULL REFERENCES accounts (id),
    request_key TEXT NOT NULL,
    -- Of method, address and body: another request must not come with the same key.
    request_hash BYTEA NOT NULL,
    -- None while the request is being worked on.
    status BIGINT,
    body TEXT,
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, request_key)
);
CREATE INDEX api_answers_time ON api_answers (asked_at);
