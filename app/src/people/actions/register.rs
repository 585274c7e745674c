//! Registration: an account at once, its person when the account is activated.

use database::{DbError, Tx, Work};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::save_of_account;
use crate::accounts::actions::{self, Registered};
use crate::accounts::letters::Writer;
use crate::accounts::store::SET_NAME_AND_LANGUAGE;
use crate::accounts::{AccountId, NewAccount};
use crate::app::Shared;
use crate::audit::Entry;
use crate::i18n::Lang;
use crate::people::{Details, store};
use crate::secrets::Token;

/// A text that was agreed to.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Consent {
    /// What for.
    pub purpose: String,
    /// Version of the text.
    pub version: String,
    /// SHA-256 of the text as it was shown, hexadecimal.
    pub text_hash: String,
    /// When.
    pub given_at: Timestamp,
}

/// What travels with the activation link: everything that a registration brings beside address and password.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Registration {
    /// The person.
    pub details: Details,
    /// Language of pages and letters.
    pub lang: Lang,
    /// Consent to the processing of data.
    pub consent: Consent,
}

/// Registers; for a known address nothing but a letter to its holder comes of it, and the answer is the same. Whether a parent
/// holds the record of a teenager of these data is asked when the link is followed: a stranger without a mailbox learns nothing
/// and sets nothing in motion.
///
/// # Errors
/// The database refuses.
pub async fn register(
    tx: &mut Tx<'_>,
    account: &NewAccount,
    new: &Registration,
    (token, writer): (&Token, &Writer),
    now: Timestamp,
) -> Result<Registered, DbError> {
    let typed = serde_json::to_string(new).map_err(|error| DbError::Other(error.to_string()))?;
    actions::register(tx, account, &typed, token, writer, now).await
}

/// The reaction to an activation, in its transaction: the person, as it was typed when the link was asked for. A parent may
/// hold a teenager's record: there is no second one then and no account, the parent is told, and the answer is false.
pub fn after_activation<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    account_id: AccountId,
    registration: String,
    now: Timestamp,
) -> Work<'a, bool, DbError> {
    Box::pin(async move {
        let typed: Registration = serde_json::from_str(&registration)
            .map_err(|error| DbError::Other(format!("registration: {error}")))?;
        let by = account_id;
        let is_held = app.reactions.before_own_person;
        if is_held(tx, app.clone(), typed.details.clone(), by, now).await? {
            actions::deactivate(tx, account_id, now).await?;
            return Ok(false);
        }
        let person_id = save_of_account(tx, account_id, &typed.details, now).await?;
        (app.reactions.after_own_person)(tx, app.clone(), person_id, now).await?;
        let (name, lang) = (typed.details.name(), typed.lang.code());
        let named: database::Params<'_> = &[&account_id, &name, &lang];
        tx.exec(SET_NAME_AND_LANGUAGE, named).await?;
        let consent = &typed.consent;
        tx.exec(
            store::INSERT_CONSENT,
            &[
                &account_id,
                &consent.purpose,
                &consent.version,
                &consent.text_hash,
                &consent.given_at,
            ],
        )
        .await?;
        let subject = person_id.get();
        Entry::new(now, account_id, "person.register", "person", subject)
            .write(tx)
            .await?;
        Ok(true)
    })
}
