-- How places are given: first come, by a draw when the window closes, or by ranked wishes, drawn and matched then.
ALTER TABLE groups ADD COLUMN allocation TEXT NOT NULL DEFAULT 'first_come' CHECK (allocation IN ('first_come', 'draw', 'ranked'));
-- None until it was drawn.
ALTER TABLE groups ADD COLUMN drawn_at BIGINT;
CREATE INDEX groups_to_draw ON groups (closes_at) WHERE allocation <> 'first_come' AND drawn_at IS NULL;

-- What a group is drawn with. The secret follows from the root key and the nonce, and stands here only once it was opened.
CREATE TABLE draws (
    group_id BIGINT NOT NULL PRIMARY KEY REFERENCES groups (id),
    nonce TEXT NOT NULL,
    commitment TEXT NOT NULL,
    committed_at BIGINT NOT NULL,
    -- The first group of those that were drawn and matched together.
    drawn_with BIGINT REFERENCES groups (id),
    drawn_at BIGINT,
    places BIGINT,
    secret TEXT,
    seed TEXT
);
CREATE INDEX draws_together ON draws (drawn_with);

-- Who takes part, by a code that is published.
CREATE TABLE draw_entries (
    enrolment_id BIGINT NOT NULL PRIMARY KEY REFERENCES enrolments (id),
    group_id BIGINT NOT NULL REFERENCES groups (id),
    code TEXT NOT NULL,
    -- Which wish of the person it is; what counts is the order.
    wish BIGINT NOT NULL DEFAULT 1,
    -- Where it was drawn, counted from 1, and what it came to.
    number BIGINT,
    outcome TEXT CHECK (outcome IN ('place', 'line', 'ended'))
);
CREATE UNIQUE INDEX draw_entries_code ON draw_entries (group_id, code);
