-- The guide "What happened?": a version for each time that it was published, none ever changed; the newest counts. An empty
-- tree: the guide that comes with the program, from here on.
CREATE TABLE guide_versions (
    id {id},
    version BIGINT NOT NULL,
    -- JSON: questions and ends with their texts in each language.
    tree TEXT NOT NULL,
    published_by BIGINT REFERENCES accounts (id),
    published_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX guide_versions_version ON guide_versions (version);

-- The one guide that is being written. An empty tree: nothing is; its number rises with every change, so that nobody writes
-- over what they have not seen.
CREATE TABLE guide_draft (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    revision BIGINT NOT NULL,
    tree TEXT NOT NULL,
    changed_by BIGINT REFERENCES accounts (id),
    changed_at BIGINT
);
INSERT INTO guide_draft (id, revision, tree) VALUES (1, 0, '');
