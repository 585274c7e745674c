//! The name and language that an account shows.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::permissions::ChangeProfile;
use crate::accounts::store;
use crate::audit::Entry;
use crate::i18n::Lang;
use crate::permit::Permit;

/// Sets name and language. The caller forgets the cached sign-ins.
///
/// # Errors
/// The database refuses.
pub async fn set_name_and_language(
    tx: &mut Tx<'_>,
    permit: &Permit<ChangeProfile>,
    name: &str,
    lang: Lang,
    now: Timestamp,
) -> Result<(), DbError> {
    let id = permit.on();
    tx.exec(store::SET_NAME_AND_LANGUAGE, &[&id, &name, &lang.code()])
        .await?;
    Entry::new(
        now,
        permit.by(),
        "account.change_profile",
        "account",
        id.get(),
    )
    .write(tx)
    .await
}
