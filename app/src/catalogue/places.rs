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
    /// How many are taken then, for [`Catalogue::set_taken`](super::Catalogue::set_taken) after the commit.
    pub taken: i64,
    /// The group's version: whether what is known of it from memory still holds.
    pub version: i64,
}

/// Takes one place of a published group whose window is open.
///
/// # Errors
/// Why there is no place; the transaction is not doomed by that.
pub async fn take(tx: &mut Tx<'_>, id: GroupId, now: Timestamp) -> Result<Place, NoPlace> {
    let row = tx
        .opt::<(i64, i64)>(store::TAKE_PLACE, &[&id, &now])
        .await?;
    if let Some((taken, version)) = row {
        return Ok(Place { taken, version });
    }
    let found = tx
        .opt::<(GroupState, Timestamp, Timestamp)>(store::FIND_WINDOW, &[&id])
        .await?;
    Err(match found {
        None | Some((GroupState::Draft, ..)) => NoPlace::Gone,
        Some((GroupState::Cancelled, ..)) => NoPlace::Cancelled,
        Some((GroupState::Running | GroupState::Finished, ..)) => NoPlace::Closed,
        Some((GroupState::Published, opens_at, _)) if now < opens_at => {
            NoPlace::NotOpenYet(opens_at)
        }
        Some((GroupState::Published, _, closes_at)) if now >= closes_at => NoPlace::Closed,
        Some((GroupState::Published, ..)) => NoPlace::Full,
    })
}

/// Gives a place back; answers how many are taken then.
///
/// # Errors
/// [`DbError::NotFound`] when the group has no place taken: the caller held none.
pub async fn give_back(tx: &mut Tx<'_>, id: GroupId) -> Result<i64, DbError> {
    tx.one(store::GIVE_PLACE_BACK, &[&id]).await
}
