//! Somebody was moved to another group: the charge goes along, at the price and with the due day of the new group. What
//! was paid too much goes back, what is missing is to be paid.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::bill::{Because, Bill};
use super::charge::{Cost, NewCharge, insert};
use super::institution;
use crate::app::Shared;
use crate::enrolment::EnrolmentId;
use crate::i18n::Translator;
use crate::payments::letters::{Facts, kinds};
use crate::payments::store::JoinedRow;
use crate::payments::types::{BookingId, Charge, ChargeState, EntryId, Payer};
use crate::payments::{bank_store, institution_store, store};
use crate::secrets::Token;

/// `false` when the new enrolment is to be charged as every other one; what was charged before ends with the old one then.
pub(super) async fn bring_along(
    tx: &mut Tx<'_>,
    app: &Shared,
    (from, to): (EnrolmentId, EnrolmentId),
    (row, cost): (&JoinedRow, &Cost),
    now: Timestamp,
) -> Result<bool, DbError> {
    let old: Option<Charge> = tx.opt(store::FIND_OF_ENROLMENT, &[&from]).await?;
    let Some(old) = old else { return Ok(false) };
    let is_waived = old.state == ChargeState::Waived && old.amount_minor > 0;
    let is_same_money = old.currency == cost.currency;
    let goes_along = is_waived || old.state.is_open() || old.state == ChargeState::Booked;
    if !goes_along || !is_same_money || (cost.amount_minor == 0 && !is_waived) {
        return Ok(false);
    }
    if is_waived {
        let row: database::Params<'_> = &[&from, &to, &now];
        tx.exec(store::MOVE_TO_ENROLMENT, row).await?;
        tx.exec(store::COPY_PAYER, &[&from, &to]).await?;
    } else if old.booked_minor > cost.amount_minor {
        split(tx, app, old, to, (row, cost), now).await?;
    } else {
        reprice(tx, app, old, to, cost, now).await?;
    }
    Ok(true)
}

/// At least as much is to be paid there as was paid here.
async fn reprice(
    tx: &mut Tx<'_>,
    app: &Shared,
    old: Charge,
    to: EnrolmentId,
    cost: &Cost,
    now: Timestamp,
) -> Result<(), DbError> {
    tx.exec(store::COPY_PAYER, &[&old.enrolment_id, &to])
        .await?;
    let state = if old.booked_minor == cost.amount_minor {
        ChargeState::Booked
    } else {
        ChargeState::Due
    };
    let row: database::Params<'_> = &[&old.id, &to, &cost.amount_minor, &cost.due_on, &state, &now];
    let charge: Charge = tx.one(store::REPRICE, row).await?;
    let bill = Bill::of(tx, app, charge, now).await?;
    let day = cost.due_on.to_string();
    let amounts = (
        format!("{} {}", old.amount_minor, old.due_on),
        format!("{} {day}", cost.amount_minor),
    );
    bill.note(
        tx,
        "payment.move",
        (&amounts.0, &amounts.1),
        Because::default(),
    )
    .await?;
    let is_open = bill.charge.state.is_open();
    let is_dearer = cost.amount_minor > old.amount_minor;
    let changed = is_dearer || cost.amount_minor < old.amount_minor || cost.due_on != old.due_on;
    match bill.charge.payer {
        // It has agreed to another price, or to none yet.
        Payer::Institution
            if is_open
                && (is_dearer || changed && institution::is_asked(tx, bill.charge.id).await?) =>
        {
            institution::ask_again(tx, &bill).await
        }
        Payer::Institution if is_open && changed => {
            let kind = &kinds::INSTITUTION_REMINDER;
            bill.tell_institution(tx, kind, Facts::Transfer).await
        }
        Payer::Participant if is_open && changed => {
            bill.tell(tx, &kinds::MOVED, Facts::Transfer, "").await
        }
        _ => Ok(()),
    }
}

/// More was paid here than is to be paid there: what is needed settles a new charge, the rest of the old one goes back.
async fn split(
    tx: &mut Tx<'_>,
    app: &Shared,
    old: Charge,
    to: EnrolmentId,
    (row, cost): (&JoinedRow, &Cost),
    now: Timestamp,
) -> Result<(), DbError> {
    tx.exec(store::COPY_PAYER, &[&old.enrolment_id, &to])
        .await?;
    let new = NewCharge {
        enrolment_id: to,
        account_id: row.account_id,
        payer: old.payer,
        state: ChargeState::Due,
    };
    let Some(new) = insert(tx, &new, cost, now).await? else {
        return Ok(());
    };
    let goes_back = old.booked_minor - cost.amount_minor;
    let settled: database::Params<'_> = &[&new.id, &cost.amount_minor, &now];
    let new: Charge = tx.one(store::SETTLE, settled).await?;
    let returned: database::Params<'_> = &[&old.id, &goes_back, &now];
    let old: Charge = tx.one(store::KEEP_TO_RETURN, returned).await?;
    // The institution finds what it has paid among its charges.
    let token = Token::new(&app.random);
    let row: database::Params<'_> = &[&old.id, &new.id, &token.hash()];
    tx.exec(institution_store::COPY_ASK, row).await?;
    let new = Bill::of(tx, app, new, now).await?;
    let old = Bill::of(tx, app, old, now).await?;
    rebook(tx, (&old, &new), now).await?;
    let because = Because::default();
    new.note(tx, "payment.move", ("", new.charge.state.code()), because)
        .await?;
    let states = (ChargeState::Booked.code(), old.charge.state.code());
    old.note(tx, "payment.refund_due", states, because).await?;
    match old.charge.payer {
        Payer::Institution => {
            let kind = &kinds::INSTITUTION_REFUND_DUE;
            old.tell_institution(tx, kind, Facts::Amount).await
        }
        Payer::Participant => {
            let reason = Translator::new(old.lang).get("payments-reason-cheaper");
            let reason = reason.to_string();
            old.tell(tx, &kinds::RETURNED, Facts::Amount, &reason).await
        }
    }
}

/// The bookings of the old charge, given to both: the new one first.
async fn rebook(
    tx: &mut Tx<'_>,
    (old, new): (&Bill<'_>, &Bill<'_>),
    now: Timestamp,
) -> Result<(), DbError> {
    let held: Vec<(BookingId, EntryId, i64)> =
        tx.all(bank_store::LIST_HELD, &[&old.charge.id]).await?;
    let mut needed = new.charge.amount_minor;
    let today = new.today();
    let nobody: Option<crate::accounts::AccountId> = None;
    for (booking, entry, amount) in held {
        let undo: database::Params<'_> = &[&booking, &old.charge.id, &now, &nobody, &"", &today];
        let _: Option<(EntryId, i64)> = tx.opt(bank_store::UNDO_BOOKING, undo).await?;
        let there = amount.min(needed);
        needed -= there;
        for (charge, part) in [(new.charge.id, there), (old.charge.id, amount - there)] {
            if part > 0 {
                let row: database::Params<'_> =
                    &[&entry, &charge, &part, &now, &today, &nobody, &0_i64];
                let _: Option<BookingId> = tx.opt(bank_store::INSERT_BOOKING, row).await?;
            }
        }
    }
    Ok(())
}
