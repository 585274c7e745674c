//! A new password, chosen by its holder.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::reset_password::tell_of_new_password;
use crate::accounts::letters::Writer;
use crate::accounts::links::Purpose;
use crate::accounts::permissions::ChangePassword;
use crate::accounts::store;
use crate::audit::Entry;
use crate::permit::Permit;

/// Sets the password, ends every sign-in (the caller begins a new one for the browser at hand) and makes open reset
/// links useless.
///
/// # Errors
/// The database refuses.
pub async fn change_password(
    tx: &mut Tx<'_>,
    permit: &Permit<ChangePassword>,
    password_hash: &str,
    writer: &Writer,
    now: Timestamp,
) -> Result<(), DbError> {
    let id = permit.on();
    tx.exec(store::SET_PASSWORD, &[&id, &password_hash]).await?;
    tx.exec(store::END_OTHER_SESSIONS, &[&id, &0_i64, &now])
        .await?;
    tx.exec(
        store::VOID_LINKS,
        &[&id, &Purpose::ResetPassword.code(), &now],
    )
    .await?;
    Entry::new(
        now,
        permit.by(),
        "account.change_password",
        "account",
        id.get(),
    )
    .write(tx)
    .await?;
    tell_of_new_password(tx, id, writer, now).await
}
