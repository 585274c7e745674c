//! Registration: an account and its person, at once.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::save_of_account;
use crate::accounts::NewAccount;
use crate::accounts::actions::{self, Registered};
use crate::accounts::letters::Writer;
use crate::audit::Entry;
use crate::people::{Details, store};
use crate::secrets::Token;

/// A text that was agreed to.
#[derive(Clone, Debug)]
pub struct Consent {
    /// What for.
    pub purpose: &'static str,
    /// Version of the text.
    pub version: &'static str,
    /// SHA-256 of the text as it was shown, hexadecimal.
    pub text_hash: String,
}

/// Everything that a registration brings.
#[derive(Clone, Debug)]
pub struct Registration {
    /// The account.
    pub account: NewAccount,
    /// The person.
    pub details: Details,
    /// Consent to the processing of data.
    pub consent: Consent,
}

/// Registers; for a known address nothing but a letter to its holder comes of it, and the answer is the same.
///
/// # Errors
/// The database refuses.
pub async fn register(
    tx: &mut Tx<'_>,
    new: &Registration,
    token: &Token,
    writer: &Writer,
    now: Timestamp,
) -> Result<(), DbError> {
    let Registered::Pending(account_id) =
        actions::register(tx, &new.account, token, writer, now).await?
    else {
        return Ok(());
    };
    let person_id = save_of_account(tx, account_id, &new.details, now).await?;
    let consent = &new.consent;
    tx.exec(
        store::INSERT_CONSENT,
        &[
            &account_id,
            &consent.purpose,
            &consent.version,
            &consent.text_hash,
            &now,
        ],
    )
    .await?;
    Entry::new(
        now,
        account_id,
        "person.register",
        "person",
        person_id.get(),
    )
    .write(tx)
    .await
}
