//! A place that is taken in a paid group makes a charge; one that is given up ends it. Both happen in the transaction of
//! the enrolment, as reactions to it.

use database::{DbError, Tx, Work};
use jiff::Timestamp;
use jiff::civil::Date;

use super::bill::{Because, Bill};
use super::let_go::let_go;
use super::{institution, moved};
use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::catalogue::{self, prices};
use crate::enrolment::payer;
use crate::enrolment::{EnrolmentId, EnrolmentState};
use crate::payments::letters::{Facts, kinds};
use crate::payments::rules::{self, Leaving};
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
        if row.price_minor == 0 && !row.has_prices && row.transferred_from.is_none() {
            return Ok(());
        }
        let cost = cost_of(tx, &app, &row, now).await?;
        if let Some(from) = row.transferred_from
            && moved::bring_along(tx, &app, (from, id), (&row, &cost), now).await?
        {
            return Ok(());
        }
        if row.price_minor == 0 && cost.amount_minor == 0 {
            return Ok(());
        }
        make(tx, &app, id, (&row, &cost), now).await
    })
}

/// What somebody has to pay for a group, and until when.
pub(super) struct Cost {
    pub organisation_id: OrganisationId,
    pub amount_minor: i64,
    pub currency: String,
    pub due_on: Date,
}

async fn cost_of(
    tx: &mut Tx<'_>,
    app: &Shared,
    row: &JoinedRow,
    now: Timestamp,
) -> Result<Cost, DbError> {
    let detail = catalogue::load_group(tx, row.group_id).await?;
    let detail = detail.ok_or(DbError::NotFound)?;
    let organisation_id = detail.organisation.id;
    let workplace: Option<OrganisationId> =
        tx.one(store::FIND_WORKPLACE, &[&row.person_id]).await?;
    let prices = prices::of_group(tx, row.group_id).await?;
    let tree = app.organisations.current();
    let days: Option<i64> = tx.opt(store::FIND_DUE_DAYS, &[&organisation_id]).await?;
    let days = days.unwrap_or(super::USUAL_DAYS);
    let first = detail.starts_at().map(|at| detail.local_date(at));
    Ok(Cost {
        organisation_id,
        amount_minor: prices::price_for(&detail.group, &prices, workplace, &tree),
        due_on: rules::due_on(detail.local_date(now), days, first),
        currency: detail.group.currency,
    })
}

/// Whose charge it is, and who pays.
pub(super) struct NewCharge {
    pub enrolment_id: EnrolmentId,
    pub account_id: AccountId,
    pub payer: Payer,
    pub state: ChargeState,
}

/// Writes it, unless the enrolment has one.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    new: &NewCharge,
    cost: &Cost,
    now: Timestamp,
) -> Result<Option<Charge>, DbError> {
    let row: database::Params<'_> = &[
        &new.enrolment_id,
        &cost.organisation_id,
        &new.account_id,
        &new.payer,
        &new.state,
        &cost.amount_minor,
        &cost.currency,
        &cost.due_on,
        &now,
    ];
    tx.opt(store::INSERT_CHARGE, row).await
}

async fn make(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: EnrolmentId,
    (row, cost): (&JoinedRow, &Cost),
    now: Timestamp,
) -> Result<(), DbError> {
    let state = match cost.amount_minor {
        0 => ChargeState::Waived,
        _ => ChargeState::Due,
    };
    if let Some(from) = row.transferred_from {
        tx.exec(store::COPY_PAYER, &[&from, &id]).await?;
    }
    let is_for_institution =
        cost.amount_minor > 0 && payer::institution_of(tx, id).await?.is_some();
    let payer = if is_for_institution {
        Payer::Institution
    } else {
        Payer::Participant
    };
    let new = NewCharge {
        enrolment_id: id,
        account_id: row.account_id,
        payer,
        state,
    };
    let Some(charge) = insert(tx, &new, cost, now).await? else {
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
        let_go(tx, &mut bill).await.map(drop)
    })
}
