//! The person of an account.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::AccountId;
use crate::people::{Details, PersonId, store};

/// Makes the person of an account, or replaces its data. The caller writes the audit row, since only it knows why.
///
/// # Errors
/// The database refuses.
pub async fn save_of_account(
    tx: &mut Tx<'_>,
    account_id: AccountId,
    details: &Details,
    now: Timestamp,
) -> Result<PersonId, DbError> {
    tx.one(
        store::SAVE_OF_ACCOUNT,
        &[
            &account_id,
            &details.surname,
            &details.given_name,
            &details.born_on,
            &details.birth_place,
            &details.phone,
            &details.street,
            &details.postal_code,
            &details.city,
            &details.workplace_id,
            &details.workplace_name,
            &now,
        ],
    )
    .await
}
