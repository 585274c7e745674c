-- Where the meetings of an organisation, and of those below it, take place.
CREATE TABLE venues (
    id {id},
    organisation_id BIGINT NOT NULL REFERENCES organisations (id),
    name TEXT NOT NULL CHECK (name <> ''),
    address TEXT NOT NULL DEFAULT '',
    -- Grows with every save, so that two editors do not overwrite each other.
    version BIGINT NOT NULL DEFAULT 1,
    closed_at BIGINT
);
CREATE INDEX venues_organisation ON venues (organisation_id);

CREATE TABLE rooms (
    id {id},
    venue_id BIGINT NOT NULL REFERENCES venues (id),
    name TEXT NOT NULL CHECK (name <> ''),
    places BIGINT NOT NULL CHECK (places > 0),
    closed_at BIGINT
);
CREATE INDEX rooms_venue ON rooms (venue_id);

-- The room of a meeting. Its name and address stand in the meeting's place as people were told them.
ALTER TABLE meetings ADD COLUMN room_id BIGINT REFERENCES rooms (id);
CREATE INDEX meetings_room ON meetings (room_id, starts_at);
