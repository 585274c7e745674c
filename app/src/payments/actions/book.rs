//! Booking: money of an entry meets a charge. The database holds that no entry gives more than came, no charge takes more
//! than is due, and the same money is booked on the same charge once.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::bill::{Because, Bill};
use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::payments::letters::{Facts, kinds};
use crate::payments::permissions::KeepBooks;
use crate::payments::rules::Event;
use crate::payments::types::{BookingId, Charge, ChargeId, ChargeState, Entry, EntryId};
use crate::payments::{bank_store, store};
use crate::permit::Permit;

/// Why nothing was booked or undone.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum BookError {
    /// The entry has not so much left, or is booked on this charge already.
    #[error("there is not so much left of the entry")]
    NotLeft,
    /// The charge is settled, or less is to be paid.
    #[error("the charge does not take this amount")]
    NotDue,
    /// They are in different currencies, or the amount is not above zero.
    #[error("entry and charge do not fit")]
    DoNotFit,
    /// A reason has to be given.
    #[error("a reason is needed")]
    NoReason,
    /// It was undone before, or the money is on its way back.
    #[error("the booking does not hold any more")]
    NotHeld,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// What is to be booked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// Money of this entry …
    pub entry: EntryId,
    /// … for this charge.
    pub charge: ChargeId,
    /// Minor units.
    pub amount_minor: i64,
    /// So much of the entry was booked on the charge before, as whoever books has seen it: a form sent twice books once.
    pub after_minor: i64,
}

/// Books by hand, in the books of the permit's organisation.
///
/// # Errors
/// [`BookError`]; nothing was booked then.
pub async fn book(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepBooks>,
    order: Order,
    now: Timestamp,
) -> Result<(), BookError> {
    let entry: Entry = tx.one(bank_store::FIND_ENTRY, &[&order.entry]).await?;
    if entry.organisation_id != Some(permit.on()) {
        return Err(DbError::NotFound.into());
    }
    let by = Some(permit.by());
    book_entry(tx, app, (&entry, order), (permit.on(), by), now).await
}

/// Books money of an entry on a charge of the organisation; `by` none is by itself. When that settles the charge, the
/// participant is told, and rooms above look at their gates.
pub(super) async fn book_entry(
    tx: &mut Tx<'_>,
    app: &Shared,
    (entry, order): (&Entry, Order),
    (organisation, by): (OrganisationId, Option<AccountId>),
    now: Timestamp,
) -> Result<(), BookError> {
    let amount = order.amount_minor;
    let charge: Charge = tx.one(store::FIND_CHARGE, &[&order.charge]).await?;
    if charge.organisation_id != organisation {
        return Err(DbError::NotFound.into());
    }
    if amount <= 0 || charge.currency != entry.currency {
        return Err(BookError::DoNotFit);
    }
    if tx
        .exec(bank_store::BOOK_ENTRY, &[&entry.id, &amount])
        .await?
        == 0
    {
        return Err(BookError::NotLeft);
    }
    let params: database::Params<'_> = &[&charge.id, &amount, &now];
    let charge: Option<Charge> = tx.opt(store::ADD_BOOKED, params).await?;
    let mut bill = Bill::of(tx, app, charge.ok_or(BookError::NotDue)?, now).await?;
    let row: database::Params<'_> = &[
        &entry.id,
        &bill.charge.id,
        &amount,
        &now,
        &bill.today(),
        &by,
        &order.after_minor,
    ];
    if tx
        .opt::<BookingId>(bank_store::INSERT_BOOKING, row)
        .await?
        .is_none()
    {
        return Err(BookError::NotLeft);
    }
    let because = Because { by, reason: None };
    let sum = bill.charge.booked_minor;
    let settled = bill
        .go(tx, Event::Booked(sum), "payment.book", because)
        .await?;
    if settled.is_none() {
        let after = format!("{sum}/{}", bill.charge.amount_minor);
        let before = bill.charge.state.code();
        bill.note(tx, "payment.book_part", (before, &after), because)
            .await?;
        return Ok(());
    }
    bill.tell(tx, &kinds::BOOKED, Facts::Amount, "").await?;
    Ok((app.reactions.after_payment)(tx, app.clone(), bill.charge.enrolment_id, now).await?)
}

/// Undoes a booking of a charge with a reason: the money waits for a person again, and the charge is open.
///
/// # Errors
/// [`BookError`]; nothing was done then.
pub async fn unbook(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepBooks>,
    (charge, booking): (ChargeId, BookingId),
    reason: &str,
    now: Timestamp,
) -> Result<(), BookError> {
    if reason.trim().is_empty() {
        return Err(BookError::NoReason);
    }
    let found: Charge = tx.one(store::FIND_CHARGE, &[&charge]).await?;
    if found.organisation_id != permit.on() {
        return Err(DbError::NotFound.into());
    }
    let by = permit.by();
    let today = Bill::of(tx, app, found, now).await?.today();
    let row: database::Params<'_> = &[&booking, &charge, &now, &by, &reason.trim(), &today];
    let undone: Option<(EntryId, i64)> = tx.opt(bank_store::UNDO_BOOKING, row).await?;
    let (entry, amount) = undone.ok_or(BookError::NotHeld)?;
    tx.exec(bank_store::UNBOOK_ENTRY, &[&entry, &amount])
        .await?;
    let params: database::Params<'_> = &[&charge, &amount, &now];
    let charge: Option<Charge> = tx.opt(store::TAKE_BOOKED, params).await?;
    let mut bill = Bill::of(tx, app, charge.ok_or(BookError::NotHeld)?, now).await?;
    let because = Because {
        by: Some(by),
        reason: Some(reason.trim()),
    };
    let sum = bill.charge.booked_minor;
    let before = bill
        .go(tx, Event::Booked(sum), "payment.unbook", because)
        .await?;
    if before == Some(ChargeState::Booked) {
        bill.tell(tx, &kinds::UNBOOKED, Facts::Transfer, reason.trim())
            .await?;
    } else {
        let after = format!("{sum}/{}", bill.charge.amount_minor);
        let state = bill.charge.state.code();
        bill.note(tx, "payment.unbook", (state, &after), because)
            .await?;
    }
    Ok(())
}
