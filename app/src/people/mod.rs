//! People: a human being each, with the data that certificates and letters need. A participant's person belongs to the
//! own account.

pub mod actions;
pub mod fields;
pub mod pages;
pub mod store;
mod types;

use database::{DbError, Tx};

use crate::accounts::AccountId;
pub use types::{Details, Person, PersonId};

/// The person that an account's holder is.
///
/// # Errors
/// The database does not answer.
pub async fn find_by_account(
    tx: &mut Tx<'_>,
    account_id: AccountId,
) -> Result<Option<Person>, DbError> {
    tx.opt(store::FIND_BY_ACCOUNT, &[&account_id]).await
}

/// A person by id.
///
/// # Errors
/// The database does not answer.
pub async fn find(tx: &mut Tx<'_>, person_id: PersonId) -> Result<Option<Person>, DbError> {
    tx.opt(store::FIND_PERSON, &[&person_id]).await
}
