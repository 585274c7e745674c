//! Resigning: the place goes back in the same transaction.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{ATTEMPTS, Deed};
use crate::app::Shared;
use crate::catalogue::{GroupId, places};
use crate::enrolment::permissions::Resign;
use crate::enrolment::rules::{self, CanNotResign};
use crate::enrolment::{EnrolmentId, Event, Listed, NoSuchTransition, store};
use crate::permit::Permit;

/// Why somebody can not resign. Nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ResignError {
    /// The rules say no.
    #[error("can not resign: {0:?}")]
    Refused(CanNotResign),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl From<NoSuchTransition> for ResignError {
    fn from(_: NoSuchTransition) -> Self {
        Self::Refused(CanNotResign::AlreadyOver)
    }
}

/// Gives a place back until the deadline of the group; a letter removes the meetings from the calendar.
///
/// # Errors
/// Why not.
pub async fn resign(
    app: &Shared,
    permit: &Permit<Resign>,
    now: Timestamp,
) -> Result<(), ResignError> {
    let (on, by) = (permit.on(), permit.by());
    let mut tries = 1;
    loop {
        let own = app.clone();
        let work = app.db.write_hot(on.1.get(), move |tx| {
            Box::pin(async move {
                let deed = Deed::on(tx, on.1, Some(by), &own, now).await?;
                give_up(tx, &deed, on).await
            })
        });
        match work.await {
            Ok(taken) => {
                if let Some(taken) = taken {
                    app.catalogue.set_taken(on.1, taken);
                }
                return Ok(());
            }
            Err(ResignError::Database(DbError::Retry)) if tries < ATTEMPTS => tries += 1,
            Err(error) => return Err(error),
        }
    }
}

/// Answers how many places are taken then, when one was given back.
async fn give_up(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    (id, group_id): (EnrolmentId, GroupId),
) -> Result<Option<i64>, ResignError> {
    let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
    rules::may_resign(one.state, &deed.detail, deed.now).map_err(ResignError::Refused)?;
    let to = rules::next(one.state, Event::Resign)?;
    if !deed
        .step(tx, (id, one.state), to, "enrolment.resign")
        .await?
    {
        return Err(ResignError::Refused(CanNotResign::AlreadyOver));
    }
    let entries = deed.calendar_cancel(&one);
    deed.tell(tx, &one, "resigned", |about| about.resigned(entries))
        .await?;
    if one.state.holds_a_place() {
        Ok(Some(places::give_back(tx, group_id).await?))
    } else {
        Ok(None)
    }
}
