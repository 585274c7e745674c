//! The first meeting begins: `confirmed → attending`, and the group runs.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{Deed, line};
use crate::app::Shared;
use crate::catalogue::{self, GroupId, GroupState};
use crate::enrolment::{EnrolmentState, Event, rules, store};

/// Starts every published group whose first meeting has begun; called by a worker every minute, safe on several nodes.
/// Answers how many groups were started.
///
/// # Errors
/// The database does not answer; what was started stays so.
pub async fn start_due(app: &Shared, now: Timestamp) -> Result<usize, DbError> {
    let due = app.db.read(move |tx| {
        Box::pin(async move { tx.all::<GroupId>(store::LIST_DUE_TO_START, &[&now]).await })
    });
    let mut started = 0;
    for group_id in due.await? {
        let own = app.clone();
        let work = app.db.write_hot(group_id.get(), move |tx| {
            Box::pin(async move {
                let deed = Deed::on(tx, group_id, None, &own, now).await?;
                start(tx, &deed).await
            })
        });
        match work.await {
            Ok(is_started) => started += usize::from(is_started),
            // One group must not keep the others from beginning.
            Err(error) => {
                tracing::error!(%error, group = group_id.get(), "a group could not be started");
            }
        }
    }
    if started > 0 {
        app.catalogue.refresh_soon(&app.db, now).await;
    }
    Ok(started)
}

/// Starts one published group and everybody confirmed in it; who has waited, or has not answered an offer, is told that it
/// began without them; `false` when it has been started, or cancelled, meanwhile.
pub(super) async fn start(tx: &mut Tx<'_>, deed: &Deed<'_>) -> Result<bool, DbError> {
    let (from, to) = (GroupState::Published, GroupState::Running);
    let id = deed.detail.group.id;
    if tx
        .exec(store::MOVE_GROUP, &[&id, &from, &to, &deed.now])
        .await?
        == 0
    {
        return Ok(false);
    }
    deed.note_group(tx, "group.start", to).await?;
    for one in deed.listed(tx).await? {
        match one.state {
            EnrolmentState::Offered => drop(line::lapse(tx, deed, &one).await?),
            EnrolmentState::Waiting => line::close(tx, deed, &one).await?,
            _ => {}
        }
        if let Ok(to) = rules::next(one.state, Event::Start) {
            deed.step(tx, (one.id, one.state), to, "enrolment.start")
                .await?;
        }
    }
    catalogue::touch(tx).await?;
    Ok(true)
}
