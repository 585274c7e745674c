//! Letters wait here from the transaction that caused them until a mail server took them. Each is sent at least once;
//! sent again only when a process died between the server's answer and its own note, with the same Message-ID.

pub mod schedule;
pub mod store;
mod types;
pub mod worker;

use database::{Db, DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use crate::accounts::AccountId;
pub use types::{Attachment, Enclosed, Letter, LetterId, Outbox};

/// How long the text of a letter is kept after it was sent.
const TEXTS_KEPT: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Queues a letter in the caller's transaction; nothing is mailed when that does not commit. The same `key` twice is
/// one letter (`spec/rules.md`, Notices). `app.outbox.wake()` after the commit sends it at once.
///
/// # Errors
/// The database refuses.
pub async fn queue(
    tx: &mut Tx<'_>,
    key: &str,
    account_id: Option<AccountId>,
    recipient: &str,
    letter: &Letter,
    now: Timestamp,
) -> Result<(), DbError> {
    let text = serde_json::to_string(letter).map_err(|error| DbError::Other(error.to_string()))?;
    tx.exec(
        store::INSERT_LETTER,
        &[&key, &account_id, &recipient, &text, &now],
    )
    .await?;
    Ok(())
}

/// How the queue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Letters that wait.
    pub queued: i64,
    /// When the oldest of them was queued.
    pub oldest: Option<Timestamp>,
    /// Letters that nobody took.
    pub given_up: i64,
}

/// How the queue stands now.
///
/// # Errors
/// The database does not answer.
pub async fn standing(db: &Db) -> Result<Standing, DbError> {
    db.read(|tx| {
        Box::pin(async move {
            let (queued, oldest) = tx
                .one::<(i64, Option<Timestamp>)>(store::COUNT_QUEUED, &[])
                .await?;
            let given_up = tx.one(store::COUNT_GIVEN_UP, &[]).await?;
            Ok(Standing {
                queued,
                oldest,
                given_up,
            })
        })
    })
    .await
}

/// Removes the texts of letters that were sent 30 days ago or earlier; answers how many.
///
/// # Errors
/// The database refuses.
pub async fn forget_texts(db: &Db, now: Timestamp) -> Result<u64, DbError> {
    let before = now.checked_sub(TEXTS_KEPT).unwrap_or(Timestamp::MIN);
    db.write_retrying(move |tx| {
        Box::pin(async move { tx.exec(store::FORGET_TEXTS, &[&before]).await })
    })
    .await
}
