//! What is kept for a while only.

use database::{Db, DbError};
use jiff::{SignedDuration, Timestamp};

use crate::accounts::store;

/// Ended sign-ins and links are kept this long: they tell known devices from new ones, and let old links say that they
/// are old.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// Registrations that nobody finished are kept this long: a new link can be asked for.
const UNFINISHED_KEPT: SignedDuration = SignedDuration::from_hours(24 * 7);

/// Empties registrations that nobody finished within a week, and deletes sign-ins and links that ended 90 days ago, and kept forms whose hour is over. Housekeeping calls it.
///
/// # Errors
/// The database refuses.
pub async fn purge(db: &Db, now: Timestamp) -> Result<(), DbError> {
    let before = now.checked_sub(KEPT).unwrap_or(Timestamp::UNIX_EPOCH);
    let unfinished = now
        .checked_sub(UNFINISHED_KEPT)
        .unwrap_or(Timestamp::UNIX_EPOCH);
    db.write(move |tx| {
        Box::pin(async move {
            tx.exec(store::FORGET_UNFINISHED, &[&unfinished]).await?;
            tx.exec(store::ERASE_UNFINISHED, &[&unfinished]).await?;
            tx.exec(store::PURGE_SESSIONS, &[&before]).await?;
            tx.exec(store::PURGE_LINKS, &[&before]).await?;
            tx.exec(store::PURGE_TOKENS, &[&before]).await?;
            tx.exec(store::PURGE_DRAFTS, &[&now]).await?;
            Ok(())
        })
    })
    .await
}
