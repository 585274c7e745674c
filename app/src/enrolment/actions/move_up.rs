//! Staff moves somebody up the line; those who are passed can see that, and why.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{Deed, on_group};
use crate::app::Shared;
use crate::catalogue::Counts;
use crate::enrolment::EnrolmentId;
use crate::enrolment::line_store::{self as store, InLine};
use crate::enrolment::permissions::Decide;
use crate::permit::Permit;

/// Why nobody was moved. Nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoveError {
    /// Nobody passes another without one.
    #[error("moving somebody up needs a reason")]
    NoReason,
    /// The person does not wait any more.
    #[error("the person is not in line")]
    NotInLine,
    /// The spot is not ahead of where the person stands.
    #[error("this is not further ahead")]
    NotAhead,
    /// The places are still to be drawn: until then nobody is ahead of anybody.
    #[error("the places are not drawn yet")]
    NotDrawn,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Moves somebody in line to a position further ahead, counted from 1, for a reason that those passed can read. Answers
/// how many were passed.
///
/// # Errors
/// Why not.
pub async fn move_up(
    app: &Shared,
    permit: &Permit<Decide>,
    id: EnrolmentId,
    position: usize,
    reason: &str,
    now: Timestamp,
) -> Result<usize, MoveError> {
    let (by, group_id, own) = (permit.by(), permit.on(), app.clone());
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(MoveError::NoReason);
    }
    on_group(app, group_id, move |tx| {
        let (own, reason) = (own.clone(), reason.clone());
        Box::pin(async move {
            let deed = Deed::on(tx, group_id, Some(by), &own, now)
                .await?
                .because(&reason);
            if deed.detail.group.is_undrawn() {
                return Err(MoveError::NotDrawn);
            }
            tx.one::<Counts>(store::HOLD_LINE, &[&group_id]).await?;
            pass(tx, &deed, id, position).await
        })
    })
    .await
}

/// Everybody between the two positions takes the spot behind their own.
async fn pass(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    id: EnrolmentId,
    position: usize,
) -> Result<usize, MoveError> {
    let line: Vec<InLine> = tx.all(store::LIST_LINE, &[&deed.detail.group.id]).await?;
    let at = line.iter().position(|one| one.id == id);
    let at = at.ok_or(MoveError::NotInLine)?;
    let to = position.checked_sub(1).filter(|to| *to < at);
    let to = to.ok_or(MoveError::NotAhead)?;
    let spots = &line[to..=at];
    let order = spots[spots.len() - 1..]
        .iter()
        .chain(&spots[..spots.len() - 1]);
    for (one, spot) in order.zip(spots) {
        tx.exec(
            store::MOVE_IN_LINE,
            &[&one.id, &spot.line_at, &spot.line_no],
        )
        .await?;
    }
    let numbers = |from: usize, to: usize| ((from + 1).to_string(), (to + 1).to_string());
    for (place, one) in (to..).zip(&line[to..at]) {
        let (before, after) = numbers(place, place + 1);
        deed.note(
            tx,
            "enrolment.passed",
            ("enrolment", one.id.get()),
            (&before, &after),
        )
        .await?;
    }
    let (before, after) = numbers(at, to);
    let subject = ("enrolment", id.get());
    deed.note(tx, "enrolment.move_up", subject, (&before, &after))
        .await?;
    Ok(at - to)
}
