//! What the accountant decides: charges that are let go, money that went back, entries that are no payments.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::bill::{Because, Bill};
use super::let_go::withdraw;
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::audit;
use crate::catalogue::prices::{self, Price};
use crate::catalogue::{self, GroupId};
use crate::payments::letters::{Facts, kinds};
use crate::payments::permissions::{KeepBooks, SetPrices};
use crate::payments::rules::Event;
use crate::payments::types::{AsideKind, Charge, ChargeId, EntryId, Payer};
use crate::payments::{bank_store, store};
use crate::permit::Permit;

/// Why nothing was done.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ManageError {
    /// A reason has to be given.
    #[error("a reason is needed")]
    NoReason,
    /// It stands elsewhere meanwhile, or something is booked of it.
    #[error("this can not be done any more")]
    NotPossible,
    /// Another organisation has this account.
    #[error("the account is another organisation's")]
    AccountTaken,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

async fn find<'a>(
    tx: &mut Tx<'_>,
    app: &'a Shared,
    permit: &Permit<KeepBooks>,
    id: ChargeId,
    now: Timestamp,
) -> Result<Bill<'a>, ManageError> {
    let charge: Charge = tx.one(store::FIND_CHARGE, &[&id]).await?;
    if charge.organisation_id != permit.on() {
        return Err(DbError::NotFound.into());
    }
    Ok(Bill::of(tx, app, charge, now).await?)
}

/// Lets an open charge go, or the rest of one that was paid in part; the participant is told, and the gate is looked at.
///
/// # Errors
/// [`ManageError`]; nothing was done then.
pub async fn waive(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepBooks>,
    id: ChargeId,
    reason: &str,
    now: Timestamp,
) -> Result<(), ManageError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(ManageError::NoReason);
    }
    let mut bill = find(tx, app, permit, id, now).await?;
    let because = Because {
        by: Some(permit.by()),
        reason: Some(reason),
    };
    if bill.charge.booked_minor > 0 {
        waive_rest(tx, &mut bill, because).await?;
    } else {
        let moved = bill.go(tx, Event::Waive, "payment.waive", because).await?;
        moved.ok_or(ManageError::NotPossible)?;
        bill.tell(tx, &kinds::WAIVED, Facts::Amount, reason).await?;
    }
    if bill.charge.payer == Payer::Institution {
        let kind = &kinds::INSTITUTION_RELEASED;
        bill.tell_institution(tx, kind, Facts::Amount).await?;
    }
    let enrolment = bill.charge.enrolment_id;
    Ok((app.reactions.after_payment)(tx, app.clone(), enrolment, now).await?)
}

/// What was paid is the whole amount from now on.
async fn waive_rest(
    tx: &mut Tx<'_>,
    bill: &mut Bill<'_>,
    because: Because<'_>,
) -> Result<(), ManageError> {
    let row: database::Params<'_> = &[&bill.charge.id, &bill.now];
    let charge: Option<Charge> = tx.opt(store::WAIVE_REST, row).await?;
    let charge = charge.ok_or(ManageError::NotPossible)?;
    let before = std::mem::replace(&mut bill.charge, charge);
    let states = (before.state.code(), bill.charge.state.code());
    bill.note(tx, "payment.waive_rest", states, because).await?;
    let reason = because.reason.unwrap_or_default();
    let kind = &kinds::REST_WAIVED;
    Ok(bill.tell(tx, kind, Facts::Amount, reason).await?)
}

/// Says with a reason that what was paid is to go back; whoever paid is told.
///
/// # Errors
/// [`ManageError`]; nothing was done then.
pub async fn refund(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepBooks>,
    id: ChargeId,
    reason: &str,
    now: Timestamp,
) -> Result<(), ManageError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(ManageError::NoReason);
    }
    let mut bill = find(tx, app, permit, id, now).await?;
    let because = Because {
        by: Some(permit.by()),
        reason: Some(reason),
    };
    if !withdraw(tx, &mut bill, because).await? {
        return Err(ManageError::NotPossible);
    }
    let both = (&kinds::RETURNED, &kinds::INSTITUTION_REFUND_DUE);
    Ok(bill.tell_who_paid(tx, both, reason).await?)
}

/// Notes that the money went back; the participant is told.
///
/// # Errors
/// [`ManageError`]; nothing was done then.
pub async fn pay_back(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepBooks>,
    id: ChargeId,
    now: Timestamp,
) -> Result<(), ManageError> {
    let mut bill = find(tx, app, permit, id, now).await?;
    let because = Because {
        by: Some(permit.by()),
        reason: None,
    };
    let moved = bill
        .go(tx, Event::PayBack, "payment.refund", because)
        .await?;
    moved.ok_or(ManageError::NotPossible)?;
    let (charge, by) = (&bill.charge, permit.by());
    let row: database::Params<'_> = &[&charge.id, &charge.booked_minor, &now, &bill.today(), &by];
    tx.exec(bank_store::INSERT_REFUND, row).await?;
    let both = (&kinds::REFUNDED, &kinds::INSTITUTION_REFUNDED);
    Ok(bill.tell_who_paid(tx, both, "").await?)
}

/// Takes what is left of an entry out of the queue, with the reason why it is not booked.
///
/// # Errors
/// [`ManageError`]; nothing was done then.
pub async fn set_aside(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepBooks>,
    id: EntryId,
    (kind, reason): (AsideKind, &str),
    now: Timestamp,
) -> Result<(), ManageError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(ManageError::NoReason);
    }
    let row: database::Params<'_> = &[&id, &reason, &kind];
    if tx.exec(bank_store::SET_ASIDE, row).await? == 0 {
        return Err(ManageError::NotPossible);
    }
    audit::Entry {
        organisation_id: Some(permit.on()),
        after: Some(kind.code()),
        reason: Some(reason),
        ..audit::Entry::new(now, permit.by(), "entry.set_aside", "entry", id.get())
    }
    .write(tx)
    .await?;
    Ok(())
}

/// Puts an entry that was set aside into the queue again.
///
/// # Errors
/// [`ManageError`]; nothing was done then.
pub async fn take_up(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepBooks>,
    id: EntryId,
    now: Timestamp,
) -> Result<(), ManageError> {
    if tx.exec(bank_store::TAKE_UP, &[&id]).await? == 0 {
        return Err(ManageError::NotPossible);
    }
    audit::Entry {
        organisation_id: Some(permit.on()),
        after: Some("to_match"),
        ..audit::Entry::new(now, permit.by(), "entry.take_up", "entry", id.get())
    }
    .write(tx)
    .await?;
    Ok(())
}

/// Says what those pay who work in listed branches. Charges that are made stay as they are.
///
/// # Errors
/// The database refuses.
pub async fn save_prices(
    tx: &mut Tx<'_>,
    permit: &Permit<SetPrices>,
    organisation: OrganisationId,
    list: &[Price],
    now: Timestamp,
) -> Result<(), DbError> {
    let group: GroupId = permit.on();
    prices::replace(tx, group, list).await?;
    catalogue::touch(tx).await?;
    let after: Vec<String> = list
        .iter()
        .map(|one| format!("{}: {}", one.organisation_id, one.price_minor))
        .collect();
    audit::Entry {
        organisation_id: Some(organisation),
        after: Some(&after.join(", ")),
        ..audit::Entry::new(now, permit.by(), "payment.prices", "group", group.get())
    }
    .write(tx)
    .await
}
