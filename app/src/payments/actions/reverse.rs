//! The bank takes back what it had given: the bookings of that money are undone, and both entries are done with.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::book::{BookError, unbook};
use super::manage::{ManageError, set_aside};
use crate::app::Shared;
use crate::payments::bank_store::{self, BookingLine};
use crate::payments::permissions::KeepBooks;
use crate::payments::types::{AsideKind, Entry, EntryId, EntryState};
use crate::permit::Permit;

impl From<ManageError> for BookError {
    fn from(error: ManageError) -> Self {
        match error {
            ManageError::NoReason => Self::NoReason,
            ManageError::Database(error) => Self::Database(error),
            _ => Self::NotHeld,
        }
    }
}

/// Undoes all bookings of the entry that entry `id` takes back, with a reason, and sets both aside. The charges are open
/// again, and those concerned are told.
///
/// # Errors
/// [`BookError`]; nothing must be kept then.
pub async fn reverse(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepBooks>,
    (id, reason): (EntryId, &str),
    now: Timestamp,
) -> Result<(), BookError> {
    if reason.trim().is_empty() {
        return Err(BookError::NoReason);
    }
    let entry: Entry = tx.one(bank_store::FIND_ENTRY, &[&id]).await?;
    if entry.organisation_id != Some(permit.on()) {
        return Err(DbError::NotFound.into());
    }
    let original = entry.reverses.ok_or(BookError::NotHeld)?;
    let bookings: Vec<BookingLine> = tx
        .all(bank_store::LIST_BOOKINGS_OF_ENTRY, &[&original])
        .await?;
    for one in bookings.iter().filter(|one| one.undone_at.is_none()) {
        unbook(tx, app, permit, (one.charge_id, one.id), reason, now).await?;
    }
    let why = (AsideKind::Reversed, reason);
    let taken_back: Entry = tx.one(bank_store::FIND_ENTRY, &[&original]).await?;
    if taken_back.state == EntryState::ToMatch {
        set_aside(tx, permit, original, why, now).await?;
    }
    Ok(set_aside(tx, permit, id, why, now).await?)
}
