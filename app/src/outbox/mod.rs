//! Letters wait here from the transaction that caused them until a mail server took them.

pub mod store;
mod types;

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::AccountId;
pub use types::{Attachment, Letter, Outbox};

/// Queues a letter in the caller's transaction; nothing is mailed when that does not commit. The same `key` twice is
/// one letter (`spec/rules.md`, Notices).
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
