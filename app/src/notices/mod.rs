//! What organisations announce, as pages show it: kept in memory, so that a visitor's page asks the database for nothing; whoever
//! is signed in can put a notice away. Rooms of any height show notices; what is announced is written in a room far above,
//! [`crate::announcements`].

mod kept;
pub mod notice_store;
mod pages;
mod rules;
mod shown;
mod types;

pub use kept::{Kept, Notices};
pub use pages::routes;
pub use rules::is_within_days;
pub use shown::{announced, at_organisation, for_account, for_staff};
pub use types::{AnnouncementId, Audience, Notice, Text, Texts};

use database::{DbError, Tx};

/// Says in the transaction of a change that every node is to read the notices anew.
///
/// # Errors
/// The database refuses.
pub async fn touch(tx: &mut Tx<'_>) -> Result<(), DbError> {
    tx.exec(notice_store::TOUCH, &[]).await.map(drop)
}
