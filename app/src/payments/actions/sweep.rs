//! What time does to charges: reminders, days that are over, institutions that did not answer.

use database::{DbError, Tx};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::bill::{Because, Bill};
use super::institution;
use super::matched::match_new;
use crate::app::Shared;
use crate::payments::institution_store;
use crate::payments::letters::{Facts, kinds};
use crate::payments::rules::{Event, REMINDED_BEFORE};
use crate::payments::store::{self, Coming};
use crate::payments::types::ChargeId;

/// Looks once at everything whose time has come, each in a transaction of its own; calling it again changes nothing.
/// Entries that an import left behind are matched.
///
/// # Errors
/// The database refuses; the next sweep goes on.
pub async fn sweep(app: &Shared, now: Timestamp) -> Result<(), DbError> {
    match_new(app, now).await?;
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.all(institution_store::LIST_UNANSWERED, &[&now]).await })
    });
    let silent: Vec<ChargeId> = read.await.map_err(|error: DbError| error)?;
    let mut told = silent.len();
    for id in silent {
        let own = app.clone();
        let write = app
            .db
            .write(move |tx| Box::pin(async move { institution::lapse(tx, &own, id, now).await }));
        write.await?;
    }
    // A day more than the reminder needs, whatever the time zone.
    let until = now.to_zoned(TimeZone::UTC).date();
    let until = until
        .checked_add((REMINDED_BEFORE + 1).days())
        .unwrap_or(until);
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(store::LIST_COMING, &[&until]).await }));
    let coming: Vec<Coming> = read.await.map_err(|error: DbError| error)?;
    for one in coming {
        let own = app.clone();
        let write = app
            .db
            .write(move |tx| Box::pin(async move { look_at(tx, &own, one, now).await }));
        told += usize::from(write.await?);
    }
    if told > 0 {
        app.outbox.wake();
    }
    Ok(())
}

/// `true` when somebody was written to.
async fn look_at(
    tx: &mut Tx<'_>,
    app: &Shared,
    one: Coming,
    now: Timestamp,
) -> Result<bool, DbError> {
    let zone = TimeZone::get(&one.time_zone).unwrap_or(TimeZone::UTC);
    let today = now.to_zoned(zone).date();
    let due_on = one.charge.due_on;
    if due_on < today {
        let mut bill = Bill::of(tx, app, one.charge, now).await?;
        let moved = bill
            .go(tx, Event::DayOver, "payment.overdue", Because::default())
            .await?;
        if moved.is_none() {
            return Ok(false);
        }
        let both = (&kinds::OVERDUE, &kinds::INSTITUTION_OVERDUE);
        bill.tell_payer(tx, both, Facts::Transfer).await?;
        return Ok(true);
    }
    let remind_from = due_on.checked_sub(REMINDED_BEFORE.days()).unwrap_or(due_on);
    // Who has just been told does not need to be reminded.
    let is_fresh = now.duration_since(one.charge.created_at).as_hours() < 24;
    if one.reminded_at.is_some() || today < remind_from || is_fresh {
        return Ok(false);
    }
    let marked = tx
        .exec(store::MARK_REMINDED, &[&one.charge.id, &now])
        .await?;
    if marked == 0 {
        return Ok(false);
    }
    let bill = Bill::of(tx, app, one.charge, now).await?;
    let both = (&kinds::REMINDER, &kinds::INSTITUTION_REMINDER);
    bill.tell_payer(tx, both, Facts::Transfer).await?;
    Ok(true)
}
