//! 14 and older (`spec/rules.md`): whoever registers and is in a parent's cabinet already is led to a sign-in that is linked to
//! the same record; at 18 the record is the person's alone.

mod actions;
mod before;
pub mod letters;
mod of_age;
pub mod pages;
pub mod permissions;
pub mod teen_store;

pub use actions::{
    AcceptError, InviteError, after_join, end_link, invite, set_may_submit, take_invitation,
};
pub use before::{after_own_person, before_own_person};
pub use of_age::come_of_age;
pub use teen_store::{Link, LinkState};

use database::{DbError, Tx};

use crate::accounts::AccountId;

/// The sign-in of this account to the record that a parent holds.
///
/// # Errors
/// The database does not answer.
pub async fn link_of_account(tx: &mut Tx<'_>, account: AccountId) -> Result<Option<Link>, DbError> {
    tx.opt(teen_store::FIND_OF_ACCOUNT, &[&account]).await
}
