//! An account for whoever reads the letters of an address and was invited there.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::create::insert;
use crate::accounts::links::Purpose;
use crate::accounts::store::{self, AccountRow};
use crate::accounts::{AccountId, AccountState, NewAccount};
use crate::audit::Entry;

/// Makes an account that can sign in at once, for somebody who has followed a link that was sent to its address. An account
/// that never was activated, or that has nothing of its own, is taken with the new password; its sign-ins end. None when the
/// address belongs to an account with a person, roles or children of its own.
///
/// # Errors
/// The database refuses.
pub async fn open_by_letter(
    tx: &mut Tx<'_>,
    new: &NewAccount,
    now: Timestamp,
) -> Result<Option<AccountId>, DbError> {
    let made = insert(tx, new, AccountState::Active, Some(now), now).await?;
    let id = match made {
        Some(id) => id,
        None => match take(tx, new, now).await? {
            Some(id) => id,
            None => return Ok(None),
        },
    };
    let named: database::Params<'_> = &[&id, &new.name, &new.lang.code()];
    tx.exec(store::SET_NAME_AND_LANGUAGE, named).await?;
    let mut entry = Entry::new(now, id, "account.open_by_letter", "account", id.get());
    entry.after = Some(AccountState::Active.code());
    entry.write(tx).await?;
    Ok(Some(id))
}

/// The account that has the address, where it may be taken.
async fn take(
    tx: &mut Tx<'_>,
    new: &NewAccount,
    now: Timestamp,
) -> Result<Option<AccountId>, DbError> {
    let account: AccountRow = tx
        .one(store::FIND_ACCOUNT_BY_EMAIL, &[&new.email_key])
        .await?;
    let id = account.id;
    match account.state() {
        AccountState::Pending => {
            tx.exec(store::ACTIVATE_ACCOUNT, &[&id, &now, &new.password_hash])
                .await?;
            tx.exec(store::FORGET_REGISTRATIONS, &[&id]).await?;
            let purpose = Purpose::Activate.code();
            tx.exec(store::VOID_LINKS, &[&id, &purpose, &now]).await?;
        }
        AccountState::Active => {
            let belongings: i64 = tx.one(store::COUNT_BELONGINGS, &[&id]).await?;
            if belongings > 0 {
                return Ok(None);
            }
            tx.exec(store::SET_PASSWORD, &[&id, &new.password_hash])
                .await?;
            tx.exec(store::END_OTHER_SESSIONS, &[&id, &0_i64, &now])
                .await?;
            tx.exec(store::END_TOKENS, &[&id, &now]).await?;
        }
        _ => return Ok(None),
    }
    Ok(Some(id))
}
