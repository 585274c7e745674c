//! Venues: made, written, taken out of use.

use database::{Db, DbError, Tx};
use jiff::Timestamp;

use super::venue_store::{self as store, Venue};
use super::{Room, VenueDraft};
use crate::audit::{self, changed_fields};
use crate::catalogue::editing::permissions::KeepVenues;
use crate::catalogue::{RoomId, VenueId};
use crate::permit::Permit;

/// Why a venue was not saved. Nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VenueError {
    /// Somebody else has saved it meanwhile.
    #[error("the venue was changed meanwhile")]
    ChangedMeanwhile,
    /// So many meetings are still to be in this room.
    #[error("{1} meetings are still to be in room {0}")]
    InUse(String, i64),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Adds a venue to an organisation's list.
///
/// # Errors
/// The database refuses.
pub async fn make_venue(
    db: &Db,
    permit: &Permit<KeepVenues>,
    draft: VenueDraft,
    now: Timestamp,
) -> Result<VenueId, VenueError> {
    let (by, home) = (permit.by(), permit.on());
    db.write(move |tx| {
        Box::pin(async move {
            let row: database::Params<'_> = &[&home, &draft.name, &draft.address];
            let id: VenueId = tx.one(store::INSERT_VENUE, row).await?;
            write_rooms(tx, id, &[], &draft, now).await?;
            let (_, new) = changed_fields(&VenueDraft::default(), &draft);
            audit::Entry {
                organisation_id: Some(home),
                after: Some(&new),
                ..audit::Entry::new(now, by, "venue.make", "venue", id.get())
            }
            .write(tx)
            .await?;
            Ok(id)
        })
    })
    .await
}

/// Writes a venue of this version. Meetings that are placed in its rooms keep the words that people were told.
///
/// # Errors
/// Why not.
pub async fn save_venue(
    db: &Db,
    permit: &Permit<KeepVenues>,
    (id, version): (VenueId, i64),
    draft: VenueDraft,
    now: Timestamp,
) -> Result<(), VenueError> {
    let (by, home) = (permit.by(), permit.on());
    db.write(move |tx| {
        Box::pin(async move {
            let (venue, rooms) = read(tx, id).await?;
            let row: database::Params<'_> = &[&id, &version, &draft.name, &draft.address];
            if tx.exec(store::UPDATE_VENUE, row).await? == 0 {
                return Err(VenueError::ChangedMeanwhile);
            }
            write_rooms(tx, id, &rooms, &draft, now).await?;
            let (old, new) = changed_fields(&VenueDraft::of(&venue, &rooms), &draft);
            audit::Entry {
                organisation_id: Some(home),
                before: Some(&old),
                after: Some(&new),
                ..audit::Entry::new(now, by, "venue.save", "venue", id.get())
            }
            .write(tx)
            .await?;
            Ok(())
        })
    })
    .await
}

/// Takes a venue with all its rooms out of use.
///
/// # Errors
/// [`VenueError::InUse`] while meetings are still to be in it.
pub async fn close_venue(
    db: &Db,
    permit: &Permit<KeepVenues>,
    id: VenueId,
    now: Timestamp,
) -> Result<(), VenueError> {
    let (by, home) = (permit.by(), permit.on());
    db.write(move |tx| {
        Box::pin(async move {
            let (venue, rooms) = read(tx, id).await?;
            for room in &rooms {
                close(tx, room, now).await?;
            }
            tx.exec(store::CLOSE_VENUE, &[&id, &now]).await?;
            let was = VenueDraft::of(&venue, &rooms);
            let (old, _) = changed_fields(&was, &VenueDraft::default());
            audit::Entry {
                organisation_id: Some(home),
                before: Some(&old),
                ..audit::Entry::new(now, by, "venue.close", "venue", id.get())
            }
            .write(tx)
            .await?;
            Ok(())
        })
    })
    .await
}

async fn read(tx: &mut Tx<'_>, id: VenueId) -> Result<(Venue, Vec<Room>), DbError> {
    let venue = tx.one(store::FIND_VENUE, &[&id]).await?;
    Ok((venue, tx.all(store::LIST_ROOMS_OF_VENUE, &[&id]).await?))
}

async fn close(tx: &mut Tx<'_>, room: &Room, now: Timestamp) -> Result<(), VenueError> {
    match tx.one(store::COUNT_MEETINGS_IN, &[&room.id, &now]).await? {
        0_i64 => {}
        count => return Err(VenueError::InUse(room.name.clone(), count)),
    }
    tx.exec(store::CLOSE_ROOM, &[&room.id, &now]).await?;
    Ok(())
}

async fn write_rooms(
    tx: &mut Tx<'_>,
    id: VenueId,
    before: &[Room],
    draft: &VenueDraft,
    now: Timestamp,
) -> Result<(), VenueError> {
    let is_gone = |room: &&Room| !draft.rooms.iter().any(|one| one.id == Some(room.id));
    for room in before.iter().filter(is_gone) {
        close(tx, room, now).await?;
    }
    for room in &draft.rooms {
        if let Some(room_id) = room.id {
            let row: database::Params<'_> = &[&room_id, &id, &room.name, &room.places];
            if tx.exec(store::UPDATE_ROOM, row).await? == 0 {
                return Err(VenueError::ChangedMeanwhile);
            }
        } else {
            let row: database::Params<'_> = &[&id, &room.name, &room.places];
            tx.one::<RoomId>(store::INSERT_ROOM, row).await?;
        }
    }
    Ok(())
}
