//! Places: given once, whatever happens at the same moment, because one statement checks and takes.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{GroupId, GroupState, store};

/// Why no place was taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPlace {
    /// Every place is taken.
    #[error("every place is taken")]
    Full,
    /// The enrolment window opens at this instant.
    #[error("the enrolment window is not open yet")]
    NotOpenYet(Timestamp),
    /// The enrolment window has closed, or the group has begun or is over.
    #[error("the enrolment window has closed")]
    Closed,
    /// The group was called off.
    #[error("the group was cancelled")]
    Cancelled,
    /// There is no such group on offer.
    #[error("there is no such group")]
    Gone,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// A place that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// How many are taken then; nobody waits, or there would have been no place.
    pub taken: i64,
    /// The group's version: whether what is known of it from memory still holds.
    pub version: i64,
}

impl Place {
    /// How the group stands with it.
    pub fn counts(self) -> Counts {
        Counts {
            taken: self.taken,
            waiting: 0,
        }
    }
}

/// A spot in the line for places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// How many wait then, with this one.
    pub waiting: i64,
    /// The group's version: whether what is known of it from memory still holds.
    pub version: i64,
}

/// How a group stands, for [`Catalogue::set_counts`](super::Catalogue::set_counts) after the commit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Places held.
    pub taken: i64,
    /// People in line for one.
    pub waiting: i64,
}

database::from_row!(Counts { taken, waiting });

/// Takes one place of a published group whose window is open.
///
/// # Errors
/// Why there is no place; the transaction is not doomed by that.
pub async fn take(tx: &mut Tx<'_>, id: GroupId, now: Timestamp) -> Result<Place, NoPlace> {
    let row = tx
        .opt::<(i64, i64)>(store::TAKE_PLACE, &[&id, &now])
        .await?;
    match row {
        Some((taken, version)) => Ok(Place { taken, version }),
        None => Err(why_not(tx, id, Some(now)).await),
    }
}

/// Takes one place for somebody whom staff moves here, whatever the window.
///
/// # Errors
/// Why there is no place; the transaction is not doomed by that.
pub async fn take_for_staff(tx: &mut Tx<'_>, id: GroupId) -> Result<Place, NoPlace> {
    let row = tx
        .opt::<(i64, i64)>(store::TAKE_PLACE_FOR_STAFF, &[&id])
        .await?;
    match row {
        Some((taken, version)) => Ok(Place { taken, version }),
        None => Err(why_not(tx, id, None).await),
    }
}

/// Takes the last spot in the line of a published group whose window is open and whose places are taken.
///
/// # Errors
/// Why there is no spot: [`NoPlace::Full`] also without a waiting list.
pub async fn line_up(tx: &mut Tx<'_>, id: GroupId, now: Timestamp) -> Result<Spot, NoPlace> {
    let row = tx.opt::<(i64, i64)>(store::LINE_UP, &[&id, &now]).await?;
    match row {
        Some((waiting, version)) => Ok(Spot { waiting, version }),
        None => Err(why_not(tx, id, Some(now)).await),
    }
}

async fn why_not(tx: &mut Tx<'_>, id: GroupId, now: Option<Timestamp>) -> NoPlace {
    let found = tx
        .opt::<(GroupState, Timestamp, Timestamp)>(store::FIND_WINDOW, &[&id])
        .await;
    let found = match found {
        Ok(found) => found,
        Err(error) => return NoPlace::Database(error),
    };
    match (found, now) {
        (None | Some((GroupState::Draft, ..)), _) => NoPlace::Gone,
        (Some((GroupState::Cancelled, ..)), _) => NoPlace::Cancelled,
        (Some((GroupState::Running | GroupState::Finished, ..)), _) => NoPlace::Closed,
        (Some((GroupState::Published, opens_at, _)), Some(now)) if now < opens_at => {
            NoPlace::NotOpenYet(opens_at)
        }
        (Some((GroupState::Published, _, closes_at)), Some(now)) if now >= closes_at => {
            NoPlace::Closed
        }
        (Some((GroupState::Published, ..)), _) => NoPlace::Full,
    }
}

/// Gives a place back; answers how the group stands then.
///
/// # Errors
/// [`DbError::NotFound`] when the group has no place taken: the caller held none.
pub async fn give_back(tx: &mut Tx<'_>, id: GroupId) -> Result<Counts, DbError> {
    tx.one(store::GIVE_PLACE_BACK, &[&id]).await
}

/// Gives a spot in the line back; answers how the group stands then.
///
/// # Errors
/// [`DbError::NotFound`] when nobody waits: the caller did not either.
pub async fn leave_line(tx: &mut Tx<'_>, id: GroupId) -> Result<Counts, DbError> {
    tx.one(store::LEAVE_LINE, &[&id]).await
}

/// Takes a free place for the next in line, who leaves the line with it; none when no place is free or nobody waits.
///
/// # Errors
/// The database refuses.
pub async fn pass_on(tx: &mut Tx<'_>, id: GroupId) -> Result<Option<Counts>, DbError> {
    tx.opt(store::PASS_PLACE_ON, &[&id]).await
}
