//! Venues and their rooms: an organisation keeps a list of them, and meetings of its groups, and of groups below it, are
//! placed in one. Two meetings in one room, or of one trainer, at the same time are a [`Warning`], no error.

pub mod actions;
mod form;
pub mod pages;
pub mod venue_store;
mod warnings;

use database::{DbError, Tx, from_row};

use crate::accounts::OrganisationId;
use crate::catalogue::{Meeting, RoomId, VenueId};
use crate::organisations::Tree;

pub use form::{RoomDraft, VenueDraft};
pub use warnings::{Warning, warnings};

/// A room with what is said of its venue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Room {
    /// Its id.
    pub id: RoomId,
    /// Where it is.
    pub venue_id: VenueId,
    /// Its own name or number.
    pub name: String,
    /// So many people find a place in it.
    pub places: i64,
    /// Name of the venue.
    pub venue: String,
    /// Address of the venue.
    pub address: String,
}

from_row!(Room {
    id,
    venue_id,
    name,
    places,
    venue,
    address
});

impl Room {
    /// The room as people are told it: venue, address, room.
    pub fn place(&self) -> String {
        let parts = [&self.venue, &self.address, &self.name];
        let filled: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        filled.join(", ")
    }

    /// The room as it is chosen in a list.
    pub fn choice(&self) -> String {
        format!("{}, {} ({})", self.venue, self.name, self.places)
    }
}

/// Rooms that a group of an organisation can meet in: its own, those of the organisations above it, and whatever rooms its
/// meetings are in already.
///
/// # Errors
/// The database does not answer.
pub async fn rooms_for(
    tx: &mut Tx<'_>,
    tree: &Tree,
    organisation: OrganisationId,
    meetings: &[Meeting],
) -> Result<Vec<Room>, DbError> {
    let mut rooms: Vec<Room> = Vec::new();
    let mut seen = Vec::new();
    let mut at = Some(organisation);
    while let Some(id) = at.filter(|id| !seen.contains(id)) {
        rooms.extend(tx.all::<Room>(venue_store::LIST_ROOMS_OF, &[&id]).await?);
        seen.push(id);
        at = tree.find(id).and_then(|one| one.parent);
    }
    for id in meetings.iter().filter_map(|meeting| meeting.room_id) {
        if !rooms.iter().any(|room| room.id == id) {
            rooms.extend(tx.opt::<Room>(venue_store::FIND_ROOM, &[&id]).await?);
        }
    }
    Ok(rooms)
}
