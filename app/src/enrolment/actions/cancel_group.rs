//! Cancelling a group: every open enrolment ends, everybody is told, the calendar entries go.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::Deed;
use crate::app::Shared;
use crate::catalogue::{self, GroupState};
use crate::enrolment::permissions::KeepList;
use crate::enrolment::{Event, rules, store};
use crate::permit::Permit;

/// Why a group was not cancelled. Nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CancelError {
    /// It is over, or cancelled already.
    #[error("the group has ended")]
    AlreadyOver,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Cancels a group with all its open enrolments; answers how many people were told.
///
/// # Errors
/// Why not.
pub async fn cancel_group(
    app: &Shared,
    permit: &Permit<KeepList>,
    reason: &str,
    now: Timestamp,
) -> Result<usize, CancelError> {
    let (by, group_id) = (permit.by(), permit.on());
    let (own, reason) = (app.clone(), reason.trim().to_owned());
    let work = app.db.write_hot(group_id.get(), move |tx| {
        Box::pin(async move {
            let mut deed = Deed::on(tx, group_id, Some(by), &own, now)
                .await?
                .because(&reason);
            if tx.exec(store::CANCEL_GROUP, &[&group_id, &now]).await? == 0 {
                return Err(CancelError::AlreadyOver);
            }
            // As the statement has just raised it: calendars heed an entry with a higher one.
            deed.detail.group.sequence += 1;
            end_all(tx, &deed).await
        })
    });
    let told = work.await?;
    app.catalogue.refresh_soon(&app.db, now).await;
    Ok(told)
}

async fn end_all(tx: &mut Tx<'_>, deed: &Deed<'_>) -> Result<usize, CancelError> {
    deed.note_group(tx, "group.cancel", GroupState::Cancelled)
        .await?;
    let mut told = 0;
    for one in deed.listed(tx).await? {
        let Ok(to) = rules::next(one.state, Event::Cancel) else {
            continue;
        };
        deed.step(tx, (one.id, one.state), to, "enrolment.cancel")
            .await?;
        let (entries, reason) = (deed.calendar_cancel(&one), deed.reason.unwrap_or_default());
        deed.tell(tx, &one, "cancelled", |about| {
            about.group_cancelled(reason, entries)
        })
        .await?;
        told += 1;
    }
    let (app, group) = (deed.app, deed.detail.group.id);
    (app.reactions.after_cancelling)(tx, app.clone(), group, deed.now).await?;
    catalogue::touch(tx).await?;
    Ok(told)
}
