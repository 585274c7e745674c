//! An institution is asked by a letter with a link, and answers on the page behind it; without an answer in three working
//! days the participant pays.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::bill::{Because, Bill};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::letters::Kind;
use crate::organisations::working_days_after;
use crate::payments::institution_store::{self, Ask};
use crate::payments::letters::{Facts, kinds};
use crate::payments::permissions::AnswerFor;
use crate::payments::rules::{self, DAYS_TO_ANSWER};
use crate::payments::store;
use crate::payments::types::{AskState, Charge, ChargeId, Payer, Settings};
use crate::permit::Permit;
use crate::secrets::{self, Token};

/// Asks, once a charge; both sides are told.
pub(super) async fn ask(tx: &mut Tx<'_>, bill: &Bill<'_>) -> Result<(), DbError> {
    ask_by(tx, bill, &kinds::INSTITUTION_ASKED).await
}

async fn ask_by(tx: &mut Tx<'_>, bill: &Bill<'_>, letter: &Kind) -> Result<(), DbError> {
    let token = Token::new(&bill.app.random);
    let zone = &bill.detail.organisation.time_zone;
    let last = working_days_after(bill.today(), DAYS_TO_ANSWER, zone);
    // Until the end of that day.
    let ends = last.tomorrow().unwrap_or(last);
    let ends = ends.to_zoned(bill.detail.organisation.zone.clone());
    let answer_before = ends.map_or(bill.now, |zoned| zoned.timestamp());
    let row: database::Params<'_> = &[&bill.charge.id, &token.hash(), &bill.now, &answer_before];
    if tx.exec(institution_store::INSERT_ASK, row).await? == 0 {
        return Ok(());
    }
    let because = Because::default();
    let after = AskState::Awaiting.code();
    bill.note(tx, "payment.ask", ("", after), because).await?;
    bill.tell_institution_with(tx, letter, Facts::Transfer, &token)
        .await?;
    bill.tell(tx, &kinds::ASKED, Facts::Amount, "").await
}

/// Asks anew about another amount; the links that it has lead to the new question.
pub(super) async fn ask_again(tx: &mut Tx<'_>, bill: &Bill<'_>) -> Result<(), DbError> {
    let id = &bill.charge.id;
    tx.exec(institution_store::KEEP_LINK, &[id]).await?;
    tx.exec(institution_store::FORGET_ASK, &[id]).await?;
    ask_by(tx, bill, &kinds::INSTITUTION_ASKED_AGAIN).await
}

/// Whether an institution was asked about a charge and has yet to answer.
pub(super) async fn is_asked(tx: &mut Tx<'_>, id: ChargeId) -> Result<bool, DbError> {
    let ask: Option<Ask> = tx
        .opt(institution_store::FIND_ASK_OF_CHARGE, &[&id])
        .await?;
    Ok(ask.is_some_and(|ask| ask.state == AskState::Awaiting))
}

/// Why an answer was not taken.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// There is no such link.
    #[error("there is no such question")]
    Unknown,
    /// It was answered before, its time is over, or nothing is to be paid any more.
    #[error("the question is closed")]
    Closed,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// The question behind a link, with its charge.
///
/// # Errors
/// [`AnswerError::Unknown`]
pub async fn find_asked(tx: &mut Tx<'_>, token: &str) -> Result<(Ask, Charge), AnswerError> {
    let hash = secrets::hash_of(token);
    let ask: Option<Ask> = tx.opt(institution_store::FIND_ASK, &[&hash]).await?;
    let ask = ask.ok_or(AnswerError::Unknown)?;
    let charge = tx.one(store::FIND_CHARGE, &[&ask.charge_id]).await?;
    Ok((ask, charge))
}

/// Takes the institution's answer, once: it pays until its own due day, or the participant does. Whoever has the link
/// answers for the institution.
///
/// # Errors
/// [`AnswerError`]; nothing was done then.
pub async fn answer(
    tx: &mut Tx<'_>,
    app: &Shared,
    token: &str,
    accepts: bool,
    now: Timestamp,
) -> Result<(), AnswerError> {
    let found = find_asked(tx, token).await?;
    take(tx, app, found, (accepts, None), now).await
}

/// The same from the institution's own sign-in.
///
/// # Errors
/// [`AnswerError`]; nothing was done then.
pub async fn answer_for(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<AnswerFor>,
    accepts: bool,
    now: Timestamp,
) -> Result<(), AnswerError> {
    let id = permit.on();
    let ask: Option<Ask> = tx
        .opt(institution_store::FIND_ASK_OF_CHARGE, &[&id])
        .await?;
    let ask = ask.ok_or(AnswerError::Unknown)?;
    let charge = tx.one(store::FIND_CHARGE, &[&id]).await?;
    take(tx, app, (ask, charge), (accepts, Some(permit.by())), now).await
}

async fn take(
    tx: &mut Tx<'_>,
    app: &Shared,
    (ask, charge): (Ask, Charge),
    (accepts, by): (bool, Option<AccountId>),
    now: Timestamp,
) -> Result<(), AnswerError> {
    if now >= ask.answer_before || !charge.state.is_open() {
        return Err(AnswerError::Closed);
    }
    let to = if accepts {
        AskState::Accepted
    } else {
        AskState::Declined
    };
    if !end(tx, app, charge, (to, by), now).await? {
        return Err(AnswerError::Closed);
    }
    Ok(())
}

/// Gives a charge whose question was not answered in time back to the participant.
pub(super) async fn lapse(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: ChargeId,
    now: Timestamp,
) -> Result<(), DbError> {
    let charge: Charge = tx.one(store::FIND_CHARGE, &[&id]).await?;
    end(tx, app, charge, (AskState::Lapsed, None), now).await?;
    Ok(())
}

/// `false` when it was answered meanwhile.
async fn end(
    tx: &mut Tx<'_>,
    app: &Shared,
    charge: Charge,
    (to, by): (AskState, Option<AccountId>),
    now: Timestamp,
) -> Result<bool, DbError> {
    let row: database::Params<'_> = &[&charge.id, &to, &now];
    if tx.exec(institution_store::ANSWER_ASK, row).await? == 0 {
        return Ok(false);
    }
    let mut bill = Bill::of(tx, app, charge, now).await?;
    if !bill.charge.state.is_open() {
        return Ok(true);
    }
    let states = (AskState::Awaiting.code(), to.code());
    let action = match to {
        AskState::Accepted => "payment.accepted",
        AskState::Declined => "payment.declined",
        _ => "payment.unanswered",
    };
    bill.note(tx, action, states, Because { by, reason: None })
        .await?;
    let payer = match to {
        AskState::Accepted => Payer::Institution,
        _ => Payer::Participant,
    };
    let settings: Option<&Settings> = bill.settings.as_ref();
    let days = settings.map_or(super::USUAL_DAYS, |settings| settings.due_days);
    let first = bill.detail.starts_at().map(|at| bill.detail.local_date(at));
    // Whoever pays now has the usual days from now on.
    let due_on = rules::due_on(bill.today(), days, first).max(bill.charge.due_on);
    let row: database::Params<'_> = &[&bill.charge.id, &payer, &due_on, &now];
    tx.exec(store::SET_PAYER, row).await?;
    (bill.charge.payer, bill.charge.due_on) = (payer, due_on);
    match to {
        AskState::Accepted => {
            bill.tell_institution(tx, &kinds::INSTITUTION_ACCEPTED, Facts::Transfer)
                .await?;
            bill.tell(tx, &kinds::ACCEPTED, Facts::Amount, "").await?;
        }
        AskState::Lapsed => bill.tell(tx, &kinds::LAPSED, Facts::Transfer, "").await?,
        _ => bill.tell(tx, &kinds::DECLINED, Facts::Transfer, "").await?,
    }
    Ok(true)
}
