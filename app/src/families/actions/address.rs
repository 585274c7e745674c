//! "I do not remember which address I registered with": whoever knows the child's data and the number of its document has
//! the holder told, and sees the address masked (B3).

use database::{DbError, Tx};
use jiff::Timestamp;
use jiff::civil::Date;
use person_matching::IdentityKey;

use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::families::identity::date_of;
use crate::families::letters::{self, Guardian};
use crate::families::store;
use crate::families::turn;
use crate::families::types::Document;
use crate::people::PersonId;
use crate::text::mask_email;

/// What somebody knows of a child.
#[derive(Clone, Debug)]
pub struct Claim {
    /// Surname.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// Date of birth.
    pub born_on: Date,
    /// A document.
    pub document: Document,
}

/// The masked addresses of those who act for the child; none where data and document do not belong to one child. Asks the
/// same of the database in either case.
///
/// # Errors
/// The database refuses.
pub async fn remind_of_address(
    tx: &mut Tx<'_>,
    app: &Shared,
    by: Option<AccountId>,
    claim: &Claim,
    now: Timestamp,
) -> Result<Vec<String>, DbError> {
    let key = IdentityKey::of(&claim.surname, &claim.given_name, date_of(claim.born_on));
    let key = key.map_or_else(String::new, |key| key.to_string());
    let by_key: Option<PersonId> = tx.opt(store::FIND_BY_KEY, &[&key]).await?;
    let mut by_document: Option<PersonId> = None;
    let document = &claim.document;
    for hash in turn::hashes_of(tx, app, document).await? {
        let found = tx.opt(store::FIND_BY_DOCUMENT, &[&hash]).await?;
        by_document = by_document.or(found);
    }
    let child = by_key.filter(|id| by_document == Some(*id));
    let looked_for = child.unwrap_or(PersonId::new(0));
    let guardians: Vec<Guardian> = tx.all(store::LIST_GUARDIANS, &[&looked_for]).await?;
    if let Some(child) = child {
        audit::Entry::new(now, by, "child.remind_of_address", "person", child.get())
            .write(tx)
            .await?;
        letters::tell_guardians(tx, app, child, &letters::REMINDED, now).await?;
    }
    Ok(guardians.iter().map(|one| mask_email(&one.email)).collect())
}
