//! The institution hands the signed application in: the region decides from now on.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::app::Shared;
use crate::audit;
use crate::families::moving::permissions::KeepMove;
use crate::families::moving::types::{Move, MoveState, SignedCopy};
use crate::families::moving::{letters, moving_store as own};
use crate::families::staff::letters::{News, tell_guardians};
use crate::permit::Permit;

/// Why nothing was handed in.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubmitError {
    /// It is no draft any more.
    #[error("it is no draft any more")]
    Meanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Keeps the signed copy with the application, and tells everybody who acts for the child. When nothing was handed in, the
/// file is deleted from the store.
///
/// # Errors
/// [`SubmitError`].
pub async fn submit(
    app: &Shared,
    permit: Permit<KeepMove>,
    copy: SignedCopy,
    now: Timestamp,
) -> Result<(), SubmitError> {
    let (own_app, key) = (app.clone(), copy.key.clone());
    let work = app
        .db
        .write(move |tx| Box::pin(async move { put(tx, &own_app, &permit, &copy, now).await }));
    let done = work.await;
    if done.is_err()
        && let Err(error) = app.files.delete(&key).await
    {
        tracing::warn!(%error, "a signed copy that no row knows stays until it is swept");
    }
    app.outbox.wake();
    done
}

async fn put(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepMove>,
    copy: &SignedCopy,
    now: Timestamp,
) -> Result<(), SubmitError> {
    let (by, id) = (permit.by(), permit.on());
    let one: Move = tx.one(own::FIND_MOVE, &[&id]).await?;
    let (kind, key) = (copy.kind.ending, &copy.key);
    let row: database::Params<'_> = &[
        &id, &copy.name, &kind, &copy.size, &copy.hash, key, &by, &now,
    ];
    if tx.exec(own::SUBMIT_MOVE, row).await? == 0 {
        return Err(SubmitError::Meanwhile);
    }
    audit::Entry {
        organisation_id: one.organisation_id,
        before: Some(MoveState::Draft.code()),
        after: Some(MoveState::Submitted.code()),
        ..audit::Entry::new(now, by, "move.submit", "person", one.person_id.get())
    }
    .write(tx)
    .await?;
    let news = News {
        kind: &letters::SUBMITTED,
        by: one.organisation_id,
        reason: &one.reason,
    };
    tell_guardians(tx, app, one.person_id, news, now).await?;
    Ok(())
}
