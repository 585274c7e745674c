//! SQL of venues and rooms.

use database::from_row;
use jiff::Timestamp;

use super::super::editing_store::branch;
use crate::accounts::OrganisationId;
use crate::catalogue::{GroupId, VenueId};

/// Columns of a [`super::Room`].
macro_rules! room {
    () => {
        "SELECT r.id, r.venue_id, r.name, r.places, v.name AS venue, v.address FROM rooms r JOIN venues v ON v.id = r.venue_id "
    };
}

/// Meetings of other groups than $4 that share an instant with the time from $2 to $3.
macro_rules! busy {
    () => {
        "SELECT g.id AS group_id, g.code, c.title, c.organisation_id, m.starts_at, m.ends_at FROM meetings m \
        JOIN groups g ON g.id = m.group_id JOIN courses c ON c.id = g.course_id WHERE m.starts_at < $3 AND m.ends_at > $2 \
        AND g.id <> $4 AND g.state IN ('draft', 'published', 'running') "
    };
}

database::statements! {
    /// Venues in the branch of account $1 at $2 that are in use.
    pub LIST_VENUES = concat!(branch!(), "SELECT v.id, v.organisation_id, v.name, v.address, v.version FROM venues v \
        JOIN branch b ON b.id = v.organisation_id WHERE v.closed_at IS NULL ORDER BY v.name, v.id");
    /// Their rooms.
    pub LIST_ROOMS = concat!(branch!(), room!(), "JOIN branch b ON b.id = v.organisation_id \
        WHERE r.closed_at IS NULL AND v.closed_at IS NULL ORDER BY r.name, r.id");
    /// One venue that is in use.
    pub FIND_VENUE = "SELECT id, organisation_id, name, address, version FROM venues WHERE id = $1 AND closed_at IS NULL";
    /// Its rooms.
    pub LIST_ROOMS_OF_VENUE = concat!(room!(), "WHERE r.venue_id = $1 AND r.closed_at IS NULL ORDER BY r.name, r.id");
    /// Rooms of an organisation's venues.
    pub LIST_ROOMS_OF = concat!(room!(), "WHERE v.organisation_id = $1 AND r.closed_at IS NULL AND v.closed_at IS NULL \
        ORDER BY v.name, v.id, r.name, r.id");
    /// One room, whether or not it is in use any more.
    pub FIND_ROOM = concat!(room!(), "WHERE r.id = $1");
    /// A new venue.
    pub INSERT_VENUE = "INSERT INTO venues (organisation_id, name, address) VALUES ($1, $2, $3) RETURNING id";
    /// Writes a venue of this version.
    pub UPDATE_VENUE = "UPDATE venues SET name = $3, address = $4, version = version + 1 WHERE id = $1 AND version = $2 \
        AND closed_at IS NULL";
    /// A new room.
    pub INSERT_ROOM = "INSERT INTO rooms (venue_id, name, places) VALUES ($1, $2, $3) RETURNING id";
    /// Writes a room of a venue.
    pub UPDATE_ROOM = "UPDATE rooms SET name = $3, places = $4 WHERE id = $1 AND venue_id = $2 AND closed_at IS NULL";
    /// Takes a room out of use.
    pub CLOSE_ROOM = "UPDATE rooms SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL";
    /// Takes a venue out of use.
    pub CLOSE_VENUE = "UPDATE venues SET closed_at = $2, version = version + 1 WHERE id = $1 AND closed_at IS NULL";
    /// How many meetings that are not over at $2 are to be in a room.
    pub COUNT_MEETINGS_IN = "SELECT COUNT(*) FROM meetings m JOIN groups g ON g.id = m.group_id WHERE m.room_id = $1 \
        AND m.ends_at > $2 AND g.state IN ('draft', 'published', 'running')";
    /// What else is in room $1 at a time.
    pub LIST_IN_ROOM = concat!(busy!(), "AND m.room_id = $1 ORDER BY m.starts_at, m.id");
    /// What else trainer $1 teaches at a time.
    pub LIST_OF_TRAINER = concat!(busy!(), "AND EXISTS (SELECT 1 FROM group_trainers t WHERE t.group_id = g.id \
        AND t.account_id = $1) ORDER BY m.starts_at, m.id");
}

/// A venue.
#[derive(Clone, Debug)]
pub struct Venue {
    /// Its id.
    pub id: VenueId,
    /// Whose it is.
    pub organisation_id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Its address.
    pub address: String,
    /// Grows with every save.
    pub version: i64,
}

from_row!(Venue {
    id,
    organisation_id,
    name,
    address,
    version
});

/// A meeting of another group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Busy {
    /// The group.
    pub group_id: GroupId,
    /// Known by in lists.
    pub code: String,
    /// Title of its course.
    pub title: String,
    /// Whose offer it is.
    pub organisation_id: OrganisationId,
    /// Begin.
    pub starts_at: Timestamp,
    /// End.
    pub ends_at: Timestamp,
}

from_row!(Busy {
    group_id,
    code,
    title,
    organisation_id,
    starts_at,
    ends_at
});
