//! A family orders its wishes among groups that are matched together, until their window closes.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{Deed, on_group};
use crate::app::Shared;
use crate::catalogue::{Allocation, Counts};
use crate::enrolment::draw_store::{self as store, Ranked};
use crate::enrolment::permissions::Rank;
use crate::enrolment::{EnrolmentId, line_store};
use crate::permit::Permit;

/// Why the wishes stay as they are.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RankError {
    /// The window has closed, or the application was withdrawn.
    #[error("the wishes can not be ordered any more")]
    Closed,
    /// It is not the wish that it was when the page was made, or there is nothing above or below it.
    #[error("the wishes were ordered otherwise meanwhile")]
    Otherwise,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Makes a wish the one before, or (`down`) the one after. `from` is which wish it is now, counted from 1, so that a form that
/// is sent twice moves it once.
///
/// # Errors
/// Why not.
pub async fn rank(
    app: &Shared,
    permit: &Permit<Rank>,
    (from, down): (usize, bool),
    now: Timestamp,
) -> Result<(), RankError> {
    let ((id, group_id), by, own) = (permit.on(), permit.by(), app.clone());
    on_group(app, group_id, move |tx| {
        let own = own.clone();
        Box::pin(async move {
            // A draw that has begun is waited for; one that begins waits.
            tx.one::<Counts>(line_store::HOLD_LINE, &[&group_id])
                .await?;
            let deed = Deed::on(tx, group_id, Some(by), &own, now).await?;
            let group = &deed.detail.group;
            let is_open = group.allocation == Allocation::Ranked
                && group.is_undrawn()
                && now < group.closes_at;
            if !is_open {
                return Err(RankError::Closed);
            }
            exchange(tx, &deed, id, (from, down)).await
        })
    })
    .await
}

async fn exchange(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    id: EnrolmentId,
    (from, down): (usize, bool),
) -> Result<(), RankError> {
    let mut wishes: Vec<Ranked> = tx.all(store::LIST_ROUND_OF, &[&id]).await?;
    let at = wishes.iter().position(|wish| wish.enrolment_id == id);
    let at = at.ok_or(RankError::Closed)?;
    let to = if down {
        Some(at + 1)
    } else {
        at.checked_sub(1)
    };
    let to = to.filter(|to| *to < wishes.len() && at + 1 == from);
    let to = to.ok_or(RankError::Otherwise)?;
    wishes.swap(at, to);
    for (wish, number) in wishes.iter().zip(1_i64..) {
        tx.exec(store::SET_WISH, &[&wish.enrolment_id, &number])
            .await?;
    }
    let numbers = ((at + 1).to_string(), (to + 1).to_string());
    let subject = ("enrolment", id.get());
    let note = deed.note(tx, "enrolment.rank", subject, (&numbers.0, &numbers.1));
    note.await?;
    Ok(())
}
