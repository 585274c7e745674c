-- Pictures that an organisation has given for its certificates; checked when they came, never changed.
CREATE TABLE certificate_logos (
    id {id},
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('png', 'svg')),
    content BYTEA NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE INDEX certificate_logos_organisation ON certificate_logos (organisation_id);

-- What an organisation changes of the standard layout. Every save is a new version; none is ever changed, since a
-- certificate keeps the one that it was issued with.
CREATE TABLE certificate_layouts (
    id {id},
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    version BIGINT NOT NULL,
    -- JSON: words by language, what is shown, signatory.
    layout TEXT NOT NULL,
    logo_id BIGINT REFERENCES certificate_logos (id),
    saved_by BIGINT REFERENCES accounts (id),
    saved_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX certificate_layouts_version ON certificate_layouts (organisation_id, version);

-- The one that new certificates are issued with; without a row it is the standard layout.
CREATE TABLE certificate_layouts_in_use (
    organisation_id BIGINT NOT NULL PRIMARY KEY REFERENCES organisations (id),
    layout_id BIGINT NOT NULL REFERENCES certificate_layouts (id)
);

-- None is the standard layout.
ALTER TABLE certificates ADD COLUMN layout_id BIGINT REFERENCES certificate_layouts (id);
