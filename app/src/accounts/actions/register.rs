//! From registration to an account that is ready.

use data_encoding::HEXLOWER;
use database::{DbError, Tx};
use jiff::Timestamp;

use super::create::insert;
use crate::accounts::letters::{self, Writer};
use crate::accounts::links::{self, Load, Purpose, Standing};
use crate::accounts::store::{self, AccountRow};
use crate::accounts::{AccountId, AccountState, NewAccount};
use crate::audit::Entry;
use crate::secrets::Token;

/// What a registration met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registered {
    /// A new account, to be activated; or one that never was activated and now has this data.
    Pending(AccountId),
    /// The address has an account; its holder gets a letter, and whoever asks learns nothing.
    Known,
}

/// Registers. The password travels with the link, and so does `registration`, all else that was typed: whoever activates
/// by a link gets what was typed when that link was asked for, never what a stranger typed before or after.
///
/// # Errors
/// The database refuses.
pub async fn register(
    tx: &mut Tx<'_>,
    new: &NewAccount,
    registration: &str,
    token: &Token,
    writer: &Writer,
    now: Timestamp,
) -> Result<Registered, DbError> {
    let made = insert(tx, new, AccountState::Pending, None, now).await?;
    let account = tx
        .one::<AccountRow>(store::FIND_ACCOUNT_BY_EMAIL, &[&new.email_key])
        .await?;
    let id = account.id;
    if made.is_none() {
        if account.state() != AccountState::Pending {
            tell_of_attempt(tx, &account, writer, now).await?;
            Entry::new(now, None, "account.attempt", "account", id.get())
                .write(tx)
                .await?;
            return Ok(Registered::Known);
        }
        tx.exec(
            store::REPLACE_PENDING,
            &[
                &id,
                &new.email,
                &new.password_hash,
                &new.name,
                &new.lang.code(),
            ],
        )
        .await?;
    }
    let account = AccountRow {
        email: new.email.clone(),
        password_hash: new.password_hash.clone(),
        language: new.lang.code().to_owned(),
        ..account
    };
    let load = Load {
        password_hash: Some(new.password_hash.clone()),
        registration: Some(registration.to_owned()),
        ..Load::default()
    };
    send_activation(tx, &account, &load, token, writer, now).await?;
    let mut entry = Entry::new(now, id, "account.register", "account", id.get());
    entry.after = Some(AccountState::Pending.code());
    entry.write(tx).await?;
    Ok(Registered::Pending(id))
}

/// Sends the activation link again; answers the same for every address.
///
/// # Errors
/// The database refuses.
pub async fn ask_activation(
    tx: &mut Tx<'_>,
    email_key: &str,
    token: &Token,
    writer: &Writer,
    now: Timestamp,
) -> Result<(), DbError> {
    let found = tx
        .opt::<AccountRow>(store::FIND_ACCOUNT_BY_EMAIL, &[&email_key])
        .await?;
    // One row for every address, so that the time tells nothing.
    let subject = found.as_ref().map_or(0, |account| account.id.get());
    Entry::new(now, None, "account.ask_activation", "account", subject)
        .write(tx)
        .await?;
    match found {
        Some(account) if account.state() == AccountState::Pending => {
            send_activation_again(tx, &account, token, writer, now).await
        }
        Some(account) => tell_of_attempt(tx, &account, writer, now).await,
        None => Ok(()),
    }
}

/// Makes the account of a link ready; `chosen` is the password that was chosen just now, where the
/// link brings none or somebody else may have typed it.
/// Answers with what was typed at the registration, for the caller to make the person of.
///
/// # Errors
/// The database refuses; there is no password at all. Inside, why the link does not work.
pub async fn activate(
    tx: &mut Tx<'_>,
    token: &str,
    chosen: Option<String>,
    now: Timestamp,
) -> Result<Result<(AccountId, Option<String>), Standing>, DbError> {
    let used = match links::consume(tx, token, Purpose::Activate, now).await? {
        Ok(used) => used,
        Err(standing) => return Ok(Err(standing)),
    };
    let id = used.account_id;
    let password = chosen.or(used.load.password_hash);
    let password =
        password.ok_or_else(|| DbError::Other("an activation without a password".into()))?;
    tx.exec(store::ACTIVATE_ACCOUNT, &[&id, &now, &password])
        .await?;
    tx.exec(store::FORGET_REGISTRATIONS, &[&id]).await?;
    let mut entry = Entry::new(now, id, "account.activate", "account", id.get());
    entry.before = Some(AccountState::Pending.code());
    entry.after = Some(AccountState::Active.code());
    entry.write(tx).await?;
    Ok(Ok((id, used.load.registration)))
}

/// Takes an activation back in its own transaction, where the person turns out to need no account: an invitation to the same
/// address finds it, and housekeeping empties it otherwise.
///
/// # Errors
/// The database refuses.
pub async fn deactivate(tx: &mut Tx<'_>, id: AccountId, now: Timestamp) -> Result<(), DbError> {
    tx.exec(store::DEACTIVATE_ACCOUNT, &[&id]).await?;
    let mut entry = Entry::new(now, id, "account.deactivate", "account", id.get());
    entry.before = Some(AccountState::Active.code());
    entry.after = Some(AccountState::Pending.code());
    entry.write(tx).await
}

/// Who asks for a link again need not be who registered last: the link brings no password, so that one is chosen by
/// whoever reads the letter.
pub(super) async fn send_activation_again(
    tx: &mut Tx<'_>,
    account: &AccountRow,
    token: &Token,
    writer: &Writer,
    now: Timestamp,
) -> Result<(), DbError> {
    let load = Load {
        registration: tx.opt(store::FIND_REGISTRATION, &[&account.id]).await?,
        ..Load::default()
    };
    send_activation(tx, account, &load, token, writer, now).await
}

async fn send_activation(
    tx: &mut Tx<'_>,
    account: &AccountRow,
    load: &Load,
    token: &Token,
    writer: &Writer,
    now: Timestamp,
) -> Result<(), DbError> {
    links::make(tx, token, account.id, Purpose::Activate, load, now).await?;
    let letter = writer.activation(account.lang(), token);
    letters::send(tx, &key("activate", token), account, &letter, now).await
}

/// One letter an hour is enough, however often somebody tries.
pub(super) async fn tell_of_attempt(
    tx: &mut Tx<'_>,
    account: &AccountRow,
    writer: &Writer,
    now: Timestamp,
) -> Result<(), DbError> {
    if account.state() != AccountState::Active {
        return Ok(());
    }
    let hour = now.as_second() / 3600;
    let key = format!("account.attempt:{}:{hour}", account.id);
    letters::send(tx, &key, account, &writer.attempt(account.lang()), now).await
}

/// De-duplication key of a letter that carries a link.
pub(super) fn key(kind: &str, token: &Token) -> String {
    format!("account.{kind}:{}", HEXLOWER.encode(&token.hash()))
}
