//! The beginning of a sign-in.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::AccountId;
use crate::accounts::letters::{self, Writer};
use crate::accounts::store::{self, AccountRow};
use crate::accounts::{SessionId, sessions};
use crate::audit::Entry;
use crate::random::Random;
use crate::secrets::{Token, TokenHash};

/// Who signs in, and on what.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// The account, whose password was right.
    pub account_id: AccountId,
    /// Browser and system.
    pub device: String,
    /// Network.
    pub network: String,
    /// Hash of the token that the browser brought along; that sign-in ends.
    pub replaced: Option<TokenHash>,
}

/// Begins a sign-in with a new token, ends the one that this browser had, and writes to the holder when the account was
/// never used on such a device.
///
/// # Errors
/// The database refuses.
pub async fn sign_in(
    tx: &mut Tx<'_>,
    random: &Random,
    new: &SignIn,
    writer: &Writer,
    now: Timestamp,
) -> Result<Token, DbError> {
    let id = new.account_id;
    if let Some(replaced) = &new.replaced {
        tx.opt::<AccountId>(store::END_SESSION_OF_TOKEN, &[replaced, &now])
            .await?;
    }
    let (before, on_device) = tx
        .one::<(i64, i64)>(store::COUNT_SIGN_INS, &[&id, &new.device])
        .await?;
    let token = sessions::begin(tx, random, id, &new.device, &new.network, now).await?;
    if before > 0 && on_device == 0 {
        let account = tx.one::<AccountRow>(store::FIND_ACCOUNT, &[&id]).await?;
        let letter = writer.new_device(account.lang(), &new.device, &new.network, now);
        let key = format!("account.device:{id}:{}", now.as_microsecond());
        letters::send(tx, &key, &account, &letter, now).await?;
    }
    let session = tx
        .one::<SessionId>(store::FIND_SESSION_ID, &[&token.hash()])
        .await?;
    Entry::new(now, id, "account.sign_in", "session", session.get())
        .write(tx)
        .await?;
    Ok(token)
}
