-- The tree of organisations: region, municipality, institution, support centre.
CREATE TABLE organisations (
    id {id},
    parent_id BIGINT REFERENCES organisations (id),
    kind TEXT NOT NULL CHECK (kind IN ('region', 'municipality', 'training_centre', 'institution', 'support_centre')),
    name TEXT NOT NULL CHECK (name <> ''),
    name_folded TEXT NOT NULL,
    institution_type TEXT NOT NULL DEFAULT '',
    street TEXT NOT NULL DEFAULT '',
    street_number TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    post_office TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL DEFAULT '',
    tax_id TEXT,
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    -- When somebody answers, in words: pon.–pt. 8:00–16:00.
    office_hours TEXT NOT NULL DEFAULT '',
    time_zone TEXT NOT NULL DEFAULT 'Europe/Warsaw',
    -- What makes two rows of two lists the same organisation: folded name, postal code and address.
    import_key TEXT NOT NULL,
    -- A training is long from this many teaching hours or meetings on; that decides the deadline to resign.
    long_from_hours BIGINT NOT NULL DEFAULT 5,
    long_from_meetings BIGINT NOT NULL DEFAULT 2,
    closed_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX organisations_import_key ON organisations (import_key);
CREATE INDEX organisations_parent ON organisations (parent_id);
