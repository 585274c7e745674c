//! A forgotten password.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::register::{key, send_activation_again};
use crate::accounts::letters::{self, Writer};
use crate::accounts::links::{self, Load, Purpose, Standing};
use crate::accounts::store::{self, AccountRow};
use crate::accounts::{AccountId, AccountState};
use crate::audit::Entry;
use crate::secrets::Token;

/// Sends the link that sets a new password; to an account that was never activated, the link that activates it. Answers
/// the same for every address.
///
/// # Errors
/// The database refuses.
pub async fn ask_reset(
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
    Entry::new(now, None, "account.ask_reset", "account", subject)
        .write(tx)
        .await?;
    let Some(account) = found else {
        return Ok(());
    };
    match account.state() {
        AccountState::Pending => send_activation_again(tx, &account, token, writer, now).await,
        AccountState::Active => {
            links::make(
                tx,
                token,
                account.id,
                Purpose::ResetPassword,
                &Load::default(),
                now,
            )
            .await?;
            let letter = writer.reset(account.lang(), token);
            letters::send(tx, &key("reset", token), &account, &letter, now).await
        }
        AccountState::Locked | AccountState::Merged | AccountState::Erased => Ok(()),
    }
}

/// Sets the password of a link's account and ends all its sign-ins and tokens. The caller forgets the cached ones.
///
/// # Errors
/// The database refuses; inside, why the link does not work.
pub async fn reset_password(
    tx: &mut Tx<'_>,
    token: &str,
    password_hash: &str,
    writer: &Writer,
    now: Timestamp,
) -> Result<Result<AccountId, Standing>, DbError> {
    let used = match links::consume(tx, token, Purpose::ResetPassword, now).await? {
        Ok(used) => used,
        Err(standing) => return Ok(Err(standing)),
    };
    let id = used.account_id;
    tx.exec(store::SET_PASSWORD, &[&id, &password_hash]).await?;
    tx.exec(store::END_OTHER_SESSIONS, &[&id, &0_i64, &now])
        .await?;
    tx.exec(store::END_TOKENS, &[&id, &now]).await?;
    Entry::new(now, id, "account.reset_password", "account", id.get())
        .write(tx)
        .await?;
    tell_of_new_password(tx, id, writer, now).await?;
    Ok(Ok(id))
}

pub(super) async fn tell_of_new_password(
    tx: &mut Tx<'_>,
    account_id: AccountId,
    writer: &Writer,
    now: Timestamp,
) -> Result<(), DbError> {
    let account = tx
        .one::<AccountRow>(store::FIND_ACCOUNT, &[&account_id])
        .await?;
    let key = format!("account.password:{account_id}:{}", now.as_microsecond());
    letters::send(
        tx,
        &key,
        &account,
        &writer.password_changed(account.lang()),
        now,
    )
    .await
}
