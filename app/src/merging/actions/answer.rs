//! The holder of the kept account says whether the applications of the other one may come over.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::accounts::{MergeError, done};
use super::people::json;
use crate::app::Shared;
use crate::audit;
use crate::families::turn;
use crate::merging::permissions::AnswerMerge;
use crate::merging::store::{self, Merge};
use crate::merging::types::{Chosen, MergeId, MergeState};
use crate::permit::Permit;

async fn decide(
    tx: &mut Tx<'_>,
    id: MergeId,
    to: MergeState,
    now: Timestamp,
) -> Result<(), MergeError> {
    if tx.exec(store::DECIDE, &[&id, &to, &now]).await? == 0 {
        return Err(MergeError::Meanwhile);
    }
    Ok(())
}

/// The other account is theirs: the accounts become one, with the applications in their places.
///
/// # Errors
/// [`MergeError`]; nothing was done then.
pub async fn agree(
    app: &Shared,
    permit: &Permit<AnswerMerge>,
    now: Timestamp,
) -> Result<(), MergeError> {
    let (by, id, own) = (permit.by(), permit.on(), app.clone());
    let work = turn::in_turn(app, move |tx| {
        let own = own.clone();
        Box::pin(async move {
            let merge: Merge = tx.one(store::FIND_MERGE, &[&id]).await?;
            decide(tx, id, MergeState::Done, now).await?;
            let chosen: Chosen = serde_json::from_str(&merge.chosen).map_err(json)?;
            let pair = merge.gone_account_id.zip(merge.kept_account_id);
            let pair = pair.ok_or(DbError::NotFound)?;
            done(tx, &own, (id, by), pair, (&chosen, &merge.reason), now).await?;
            Ok::<_, MergeError>(pair.0)
        })
    });
    let gone = work.await?;
    app.sessions.forget(gone);
    app.catalogue.refresh(&app.db, now).await?;
    app.outbox.wake();
    Ok(())
}

/// They do not know the other account: nothing is done, and staff sees it.
///
/// # Errors
/// [`MergeError::Meanwhile`] when it was answered before.
pub async fn decline(
    tx: &mut Tx<'_>,
    permit: &Permit<AnswerMerge>,
    now: Timestamp,
) -> Result<(), MergeError> {
    let (by, id) = (permit.by(), permit.on());
    decide(tx, id, MergeState::Declined, now).await?;
    let entry = audit::Entry::new(now, by, "merge.decline", "merge", id.get());
    entry.write(tx).await?;
    Ok(())
}
