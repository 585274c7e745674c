//! Resigning: the place goes to the next in line, or back, in the same transaction. Leaving the line and declining an offer
//! are the same deed.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{Deed, on_group, told};
use crate::app::Shared;
use crate::catalogue::{Counts, GroupId};
use crate::enrolment::permissions::Resign;
use crate::enrolment::rules::{self, CanNotResign};
use crate::enrolment::{EnrolmentId, EnrolmentState, Event, Listed, store};
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

/// Gives a place back until the deadline of the group, or leaves its line at any time; a letter removes the meetings from
/// the calendar.
///
/// # Errors
/// Why not.
pub async fn resign(
    app: &Shared,
    permit: &Permit<Resign>,
    now: Timestamp,
) -> Result<(), ResignError> {
    let (on, by, own) = (permit.on(), permit.by(), app.clone());
    let work = on_group(app, on.1, move |tx| {
        let own = own.clone();
        Box::pin(async move {
            let deed = Deed::on(tx, on.1, Some(by), &own, now).await?;
            give_up(tx, &deed, on).await
        })
    });
    let counts = work.await?;
    told(app, on.1, Some(counts));
    Ok(())
}

/// Answers how the group stands then.
async fn give_up(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    (id, group_id): (EnrolmentId, GroupId),
) -> Result<Counts, ResignError> {
    let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
    rules::may_resign(one.state, &deed.detail, deed.now).map_err(ResignError::Refused)?;
    let is_undrawn = deed.detail.group.is_undrawn();
    let action = match one.state {
        EnrolmentState::Waiting if is_undrawn => "enrolment.leave_draw",
        EnrolmentState::Waiting => "enrolment.leave_line",
        EnrolmentState::Offered => "enrolment.decline_offer",
        _ => "enrolment.resign",
    };
    let counts = deed
        .leave(tx, (id, one.state), Event::Resign, action)
        .await?
        .ok_or(ResignError::Refused(CanNotResign::AlreadyOver))?;
    let entries = deed.calendar_cancel(&one);
    deed.tell(tx, &one, "resigned", |about| match one.state {
        EnrolmentState::Waiting if is_undrawn => about.left_draw(),
        EnrolmentState::Waiting => about.left_line(),
        EnrolmentState::Offered => about.declined(),
        _ => about.resigned(entries),
    })
    .await?;
    Ok(counts)
}
