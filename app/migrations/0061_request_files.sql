-- Files that are attached to messages of a request.
CREATE TABLE request_files (
    id {id},
    request_id BIGINT NOT NULL REFERENCES requests (id),
    message_id BIGINT NOT NULL REFERENCES request_messages (id),
    -- Cleaned, with its ending.
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    size BIGINT NOT NULL,
    -- SHA-256 in hexadecimal digits.
    hash TEXT NOT NULL,
    -- Where it lies in the store of files.
    file_key TEXT NOT NULL UNIQUE,
    added_at BIGINT NOT NULL
);
CREATE INDEX request_files_request ON request_files (request_id, id);
CREATE INDEX request_files_message ON request_files (message_id);
