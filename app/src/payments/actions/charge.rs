//! A place that is taken in a paid group makes a charge; one that is given up ends it. Both happen in the transaction of
//! the enrolment, as reactions to it.

use database::{DbError, Tx, Work};
use jiff::Timestamp;

use super::bill::{Because, Bill};
use super::institution;
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::catalogue::{self, prices};
use crate::enrolment::payer;
use crate::enrolment::{EnrolmentId, EnrolmentState};
use crate::letters::Kind;
use crate::payments::letters::{Facts, kinds};
use crate::payments::rules::{self, Event, Leaving};
use crate::payments::store::{self, JoinedRow};
use crate::payments::types::{Charge, ChargeState, Payer};

/// The reaction to joining: a charge, once the place is confirmed. A place that is only waited for, offered or looked at
/// by staff has none; somebody who was moved here brings theirs along.
pub fn after_join<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    id: EnrolmentId,
    now: Timestamp,
) -> Work<'a, (), DbError> {
    Box::pin(async move {
        let row: JoinedRow = tx.one(store::FIND_JOINED, &[&id]).await?;
        if row.state != EnrolmentState::Confirmed {
            return Ok(());
        }
        if let Some(from) = row.transferred_from
            && bring_along(tx, from, id, now).await?
        {
            return Ok(());
        }
        if row.price_minor > 0 {
            make(tx, &app, id, &row, now).await?;
        }
        Ok(())
    })
}

async fn bring_along(
    tx: &mut Tx<'_>,
    from: EnrolmentId,
    to: EnrolmentId,
    now: Timestamp,
) -> Result<bool, DbError> {
    let moved = tx
        .exec(store::MOVE_TO_ENROLMENT, &[&from, &to, &now])
        .await?;
    if moved > 0 {
        tx.exec(store::COPY_PAYER, &[&from, &to]).await?;
    }
    Ok(moved > 0)
}

async fn make(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: EnrolmentId,
    row: &JoinedRow,
    now: Timestamp,
) -> Result<(), DbError> {
    let detail = catalogue::load_group(tx, row.group_id).await?;
    let detail = detail.ok_or(DbError::NotFound)?;
    let organisation_id = detail.organisation.id;
    let workplace: Option<OrganisationId> =
        tx.one(store::FIND_WORKPLACE, &[&row.person_id]).await?;
    let prices = prices::of_group(tx, row.group_id).await?;
    let tree = app.organisations.current();
    let amount = prices::price_for(&detail.group, &prices, workplace, &tree);
    let days: Option<i64> = tx.opt(store::FIND_DUE_DAYS, &[&organisation_id]).await?;
    let days = days.unwrap_or(super::USUAL_DAYS);
    let first = detail.starts_at().map(|at| detail.local_date(at));
    let due_on = rules::due_on(detail.local_date(now), days, first);
    let state = match amount {
        0 => ChargeState::Waived,
        _ => ChargeState::Due,
    };
    let is_for_institution = amount > 0 && payer::institution_of(tx, id).await?.is_some();
    let payer = if is_for_institution {
        Payer::Institution
    } else {
        Payer::Participant
    };
    let new: database::Params<'_> = &[
        &id,
        &organisation_id,
        &row.account_id,
        &payer,
        &state,
        &amount,
        &detail.group.currency,
        &due_on,
        &now,
    ];
    let Some(charge) = tx.opt::<Charge>(store::INSERT_CHARGE, new).await? else {
        return Ok(());
    };
    let bill = Bill::of(tx, app, charge, now).await?;
    bill.note(tx, "payment.charge", ("", state.code()), Because::default())
        .await?;
    match (payer, state) {
        (_, ChargeState::Waived) => Ok(()),
        (Payer::Institution, _) => institution::ask(tx, &bill).await,
        (Payer::Participant, _) => bill.tell(tx, &kinds::DUE, Facts::Transfer, "").await,
    }
}

/// To a participant, and to an institution that paid.
const REFUND_DUE: (&Kind, &Kind) = (&kinds::REFUND_DUE, &kinds::INSTITUTION_REFUND_DUE);

/// The reaction to leaving: what is due is let go and what was paid goes back, unless the place was given back too late.
pub fn after_leaving<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    id: EnrolmentId,
    now: Timestamp,
) -> Work<'a, (), DbError> {
    Box::pin(async move {
        let charge: Option<Charge> = tx.opt(store::FIND_OF_ENROLMENT, &[&id]).await?;
        let Some(charge) = charge else {
            return Ok(());
        };
        let row: JoinedRow = tx.one(store::FIND_JOINED, &[&id]).await?;
        let mut bill = Bill::of(tx, &app, charge, now).await?;
        if rules::leaving(row.state, &bill.detail, now) == Leaving::Stays {
            return Ok(());
        }
        let_go(tx, &mut bill).await
    })
}

async fn let_go(tx: &mut Tx<'_>, bill: &mut Bill<'_>) -> Result<(), DbError> {
    let charge = &bill.charge;
    if charge.state.is_open() && charge.booked_minor > 0 {
        let before = charge.state.code();
        tx.exec(store::WITHDRAW_PART, &[&charge.id, &bill.now])
            .await?;
        bill.charge.state = ChargeState::RefundDue;
        bill.charge.amount_minor = bill.charge.booked_minor;
        let after = ChargeState::RefundDue.code();
        bill.note(
            tx,
            "payment.refund_due",
            (before, after),
            Because::default(),
        )
        .await?;
        return bill.tell_payer(tx, REFUND_DUE, Facts::Amount).await;
    }
    let because = Because::default();
    if bill
        .go(tx, Event::Withdraw, "payment.refund_due", because)
        .await?
        .is_some()
    {
        return bill.tell_payer(tx, REFUND_DUE, Facts::Amount).await;
    }
    let moved = bill.go(tx, Event::Waive, "payment.let_go", because).await?;
    if moved.is_some() {
        let row: database::Params<'_> = &[&bill.charge.id, &bill.now];
        tx.exec(store::MARK_LET_GO, row).await?;
        if bill.charge.payer == Payer::Institution {
            let kind = &kinds::INSTITUTION_RELEASED;
            bill.tell_institution(tx, kind, Facts::Amount).await?;
        }
    }
    Ok(())
}
