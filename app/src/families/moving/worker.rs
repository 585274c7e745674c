//! Clears away signed copies that no application knows.

use std::collections::HashSet;

use database::DbError;

use super::{ROOM, moving_store as store};
use crate::app::Shared;

/// Deletes the files of signed copies that are in no row and older than a day.
///
/// # Errors
/// The database does not answer. What the store refuses is in the log, and tried again next time.
pub async fn sweep(app: &Shared) -> Result<(), DbError> {
    let known = app
        .db
        .read(|tx| Box::pin(async move { tx.all::<String>(store::LIST_COPIES, &[]).await }));
    let known: HashSet<String> = known
        .await
        .map_err(|error: DbError| error)?
        .into_iter()
        .collect();
    match app.files.sweep(ROOM, &known, app.clock.now()).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "signed copies that nobody knows were deleted"),
        Err(error) => tracing::warn!(%error, "the store of files can not be swept"),
    }
    Ok(())
}
