//! Clears away files that no message knows.

use std::collections::HashSet;

use database::DbError;

use super::{ROOM, file_store as store};
use crate::app::Shared;

/// Deletes files that are in no row and older than a day.
///
/// # Errors
/// The database does not answer. What the store refuses is in the log, and tried again next time.
pub async fn sweep(app: &Shared) -> Result<(), DbError> {
    let known = app
        .db
        .read(|tx| Box::pin(async move { tx.all::<String>(store::LIST_KEYS, &[]).await }));
    let known: HashSet<String> = known
        .await
        .map_err(|error: DbError| error)?
        .into_iter()
        .collect();
    match app.files.sweep(ROOM, &known, app.clock.now()).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "files that no message knows were deleted"),
        Err(error) => tracing::warn!(%error, "the store of files can not be swept"),
    }
    Ok(())
}
