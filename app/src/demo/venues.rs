//! Where the demo's meetings take place: the centre's own building and a school's gym, with some meetings placed in rooms.

use database::{DbError, Tx};

use super::offer::Made;
use super::town::Town;
use crate::catalogue::editing::venues::{Room, venue_store as store};
use crate::catalogue::writing::{self, MeetingFields};
use crate::catalogue::{Meeting, RoomId, VenueId, store as catalogue_store};

/// Names and places of the rooms in the centre's building.
const ROOMS: [(&str, i64); 6] = [
    ("sala 1", 12),
    ("sala 2", 24),
    ("sala 5", 16),
    ("sala 6", 18),
    ("sala 8", 30),
    ("sala 12", 24),
];

/// Groups whose meetings are in a room, by the numbers of the run and of the room: one is under way, one on offer.
const PLACED: [(usize, usize); 2] = [(15, 5), (4, 4)];

pub(super) async fn build(tx: &mut Tx<'_>, town: &Town, made: &[Made]) -> Result<(), DbError> {
    let school: VenueId = tx
        .one(
            store::INSERT_VENUE,
            &[&town.centre, &"Szkoła Podstawowa nr 1", &"ul. Szkolna 2"],
        )
        .await?;
    let gym: database::Params<'_> = &[&school, &"sala gimnastyczna", &40_i64];
    tx.one::<RoomId>(store::INSERT_ROOM, gym).await?;
    let home: VenueId = tx
        .one(
            store::INSERT_VENUE,
            &[&town.centre, &"Siedziba Centrum", &"ul. Ogrodowa 4"],
        )
        .await?;
    let mut rooms: Vec<Room> = Vec::new();
    for (name, places) in ROOMS {
        let id: RoomId = tx.one(store::INSERT_ROOM, &[&home, &name, &places]).await?;
        rooms.push(tx.one(store::FIND_ROOM, &[&id]).await?);
    }
    for (run, room) in PLACED {
        let (group, room) = (made[run].group_id, &rooms[room]);
        let meetings: Vec<Meeting> = tx
            .all(catalogue_store::LIST_MEETINGS_OF_GROUP, &[&group])
            .await?;
        for meeting in meetings {
            let fields = MeetingFields {
                starts_at: meeting.starts_at,
                ends_at: meeting.ends_at,
                place: room.place(),
                room_id: Some(room.id),
            };
            writing::update_meeting(tx, group, meeting.id, &fields).await?;
        }
    }
    Ok(())
}
