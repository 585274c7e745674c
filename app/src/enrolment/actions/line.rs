//! The line for places: whoever is first is offered the place that becomes free, in the transaction that frees it; an
//! offer that nobody answers lapses, and the next one is asked.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{Deed, on_group, told};
use crate::app::Shared;
use crate::catalogue::{Counts, GroupId, places};
use crate::enrolment::{Event, Listed, line_store as store, rules};

/// Offers free places to those in line, first come first, until no place is free or nobody waits; answers how the group
/// stands then. The places are taken at once, so that nobody else gets them meanwhile.
pub(super) async fn fill(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    mut counts: Counts,
) -> Result<Counts, DbError> {
    if counts.waiting == 0 {
        return Ok(counts);
    }
    let Some(until) = rules::offer_until(&deed.detail, deed.now) else {
        return Ok(counts);
    };
    let (id, deed) = (deed.detail.group.id, deed.by_itself());
    while counts.waiting > 0
        && let Some(after) = places::pass_on(tx, id).await?
    {
        counts = after;
        let next: Listed = tx.one(store::FIND_FIRST_IN_LINE, &[&id]).await?;
        let to = rules::next(next.state, Event::Offer)
            .map_err(|error| DbError::Other(error.to_string()))?;
        tx.exec(store::SET_OFFERED_UNTIL, &[&next.id, &until])
            .await?;
        deed.step(tx, (next.id, next.state), to, "enrolment.offer")
            .await?;
        deed.tell(tx, &next, "offered", |about| about.offered(until))
            .await?;
    }
    Ok(counts)
}

/// Ends every offer that was not answered in time and asks the next ones; offers places that became free otherwise, such
/// as by a list that raised a capacity. Called by a worker every minute, safe on several nodes. Answers how many groups
/// were looked after.
///
/// # Errors
/// The database does not answer; what was done stays so.
pub async fn sweep(app: &Shared, now: Timestamp) -> Result<usize, DbError> {
    let due = app.db.read(move |tx| {
        Box::pin(async move {
            let mut due: Vec<GroupId> = tx.all(store::LIST_GROUPS_WITH_LAPSED, &[&now]).await?;
            due.extend(tx.all::<GroupId>(store::LIST_GROUPS_TO_FILL, &[]).await?);
            due.sort_unstable();
            due.dedup();
            Ok::<_, DbError>(due)
        })
    });
    let due = due.await?;
    for id in &due {
        let (own, id) = (app.clone(), *id);
        let work = on_group(app, id, move |tx| {
            let own = own.clone();
            Box::pin(async move {
                let deed = Deed::on(tx, id, None, &own, now).await?;
                look_after(tx, &deed).await
            })
        });
        told(app, id, Some(work.await?));
    }
    Ok(due.len())
}

async fn look_after(tx: &mut Tx<'_>, deed: &Deed<'_>) -> Result<Counts, DbError> {
    let id = deed.detail.group.id;
    let counts: Counts = tx.one(store::HOLD_LINE, &[&id]).await?;
    let lapsed: Vec<Listed> = tx.all(store::LIST_LAPSED, &[&id, &deed.now]).await?;
    let mut counts = fill(tx, deed, counts).await?;
    for one in &lapsed {
        counts = lapse(tx, deed, one).await?.unwrap_or(counts);
    }
    Ok(counts)
}

/// An offer ends without an answer.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method alone is not general enough in its lifetimes"
)]
pub(super) async fn lapse(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    one: &Listed,
) -> Result<Option<Counts>, DbError> {
    let counts = deed
        .leave(tx, (one.id, one.state), Event::Lapse, "enrolment.lapse")
        .await?;
    if counts.is_some() {
        deed.tell(tx, one, "lapsed", |about| about.lapsed()).await?;
    }
    Ok(counts)
}

/// The training begins: nobody waits for it any more.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method alone is not general enough in its lifetimes"
)]
pub(super) async fn close(tx: &mut Tx<'_>, deed: &Deed<'_>, one: &Listed) -> Result<(), DbError> {
    let event = Event::Cancel;
    deed.leave(tx, (one.id, one.state), event, "enrolment.list_closed")
        .await?;
    deed.tell(tx, one, "list-closed", |about| about.list_closed())
        .await
}
