//! Paying through the gateway: set out, announced by the gateway, confirmed by it, and only then an entry that meets its
//! charge as those of the bank do. What does not agree any more waits for a person. Each step can come twice or late.

use database::{DbError, Tx, Value};
use jiff::{SignedDuration, Timestamp};

use super::bill::{Because, Bill};
use super::matched::match_new;
use super::silent;
use crate::accounts::{AccountId, Actor};
use crate::app::Shared;
use crate::outbox::schedule::{Next, after_failure};
use crate::payments::gateway::{Announced, Gateway, GatewayError, NotBelieved, Start};
use crate::payments::online_store::{self, Online};
use crate::payments::permissions::may_pay_online;
use crate::payments::types::{
    Charge, ChargeId, EntryId, EntryState, OnlineId, OnlineState, Payer, StatementId,
};
use crate::payments::{bank_store, charge_concerning, store, token};
use crate::secrets::Token;

/// A payment that was set out for so recently is gone on with, rather than begun anew.
const FRESH: SignedDuration = SignedDuration::from_mins(20);

/// Why nobody can pay online now.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum OnlineError {
    /// It is not to be paid by this person, or not online.
    #[error("this can not be paid online")]
    NotPayable,
    /// It was paid a moment ago, and is being confirmed.
    #[error("a payment is being confirmed")]
    BeingConfirmed(String),
    /// The gateway does not answer, or refuses.
    #[error(transparent)]
    Gateway(#[from] GatewayError),
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Why a notification was not taken.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoticeError {
    /// The gateway did not write it.
    #[error(transparent)]
    NotBelieved(#[from] NotBelieved),
    /// Nobody set out to pay this.
    #[error("there is no such payment")]
    Unknown,
    /// Amount, currency or number are not what was set out for.
    #[error("this is not what was to be paid")]
    Differs,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Whether the participant can pay this through the gateway of the installation.
pub fn can_pay_online(app: &Shared, charge: &Charge) -> bool {
    let tree = app.organisations.current();
    let is_due = charge.state.is_open() && charge.remaining() > 0;
    let is_served =
        |gateway: &Gateway| gateway.serves(&tree, charge.organisation_id, &charge.currency);
    is_due && charge.payer == Payer::Participant && app.gateway.as_ref().is_some_and(is_served)
}

/// What the gateway has to be told.
enum Way {
    Known(String),
    New(OnlineId, Start),
}

/// Sets out to pay what is still due of a charge of one's own, or of a child that one acts for; answers the address where it is
/// paid. The gateway writes to whoever pays.
///
/// # Errors
/// [`OnlineError`]; nothing can be paid by it then. Charges of others are not found.
pub async fn set_out(
    app: &Shared,
    payer: &Actor,
    id: ChargeId,
    now: Timestamp,
) -> Result<String, OnlineError> {
    let Some(gateway) = &app.gateway else {
        return Err(DbError::NotFound.into());
    };
    let by = payer.account_id;
    let (own, payer) = (app.clone(), payer.clone());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { begin(tx, &own, (&payer, id), now).await }));
    let (online, start) = match write.await? {
        Way::Known(address) => return Ok(address),
        Way::New(online, start) => (online, start),
    };
    let address = gateway.start(&start).await.inspect_err(|error| {
        tracing::warn!(%error, "a payment online could not be started");
    })?;
    let (own, kept) = (app.clone(), address.clone());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let row: database::Params<'_> = &[&online, &kept, &silent::asked_at(now, 0)];
            tx.exec(online_store::SET_ADDRESS, row).await?;
            let charge: Charge = tx.one(store::FIND_CHARGE, &[&id]).await?;
            let bill = Bill::of(tx, &own, charge, now).await?;
            let because = Because {
                by: Some(by),
                reason: None,
            };
            let state = bill.charge.state.code();
            bill.note(tx, "payment.online_start", ("", state), because)
                .await
        })
    });
    write.await.map_err(|error: DbError| error)?;
    Ok(address)
}

async fn begin(
    tx: &mut Tx<'_>,
    app: &Shared,
    (payer, id): (&Actor, ChargeId),
    now: Timestamp,
) -> Result<Way, OnlineError> {
    let (charge, concern) = charge_concerning(tx, payer.account_id, id).await?;
    if !may_pay_online(concern) {
        return Err(DbError::NotFound.into());
    }
    if !can_pay_online(app, &charge) {
        return Err(OnlineError::NotPayable);
    }
    let since = now - FRESH;
    let latest: Option<Online> = tx.opt(online_store::FIND_LATEST, &[&id, &since]).await?;
    if let Some(latest) = latest {
        if latest.state == OnlineState::Announced {
            return Err(OnlineError::BeingConfirmed(latest.session));
        }
        if latest.amount_minor == charge.remaining() {
            return Ok(Way::Known(latest.address));
        }
    }
    let session = format!("{id}-{}", Token::new(&app.random).as_str());
    let row: database::Params<'_> = &[&id, &session, &charge.remaining(), &charge.currency, &now];
    let online: OnlineId = tx.one(online_store::INSERT_ONLINE, row).await?;
    let bill = Bill::of(tx, app, charge, now).await?;
    let base = &app.config.base_url;
    let start = Start {
        amount_minor: bill.charge.remaining(),
        currency: bill.charge.currency.clone(),
        description: format!("{} {}", token::title_of(id), bill.detail.course.title),
        email: payer.email.clone(),
        lang: payer.lang,
        return_to: format!("{base}/my/payments/online/{session}"),
        notify_at: format!("{base}/payments/online/notification"),
        session,
    };
    Ok(Way::New(online, start))
}

/// Takes a notification of the gateway: it is kept, and confirmed at once where the gateway answers. Repeats change
/// nothing.
///
/// # Errors
/// [`NoticeError`]; nothing is booked then, and what was signed and differs is written down with the charge.
pub async fn take_notice(app: &Shared, body: &[u8], now: Timestamp) -> Result<(), NoticeError> {
    let gateway = app.gateway.as_ref().ok_or(NoticeError::Unknown)?;
    let announced = gateway.take(body)?;
    let own = app.clone();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let session = &announced.session;
            let found: Option<Online> = tx.opt(online_store::FIND_BY_SESSION, &[session]).await?;
            let online = found.ok_or(NoticeError::Unknown)?;
            note_notice(tx, &own, &online, &announced, now).await
        })
    });
    let is_new = write.await?.ok_or(NoticeError::Differs)?;
    if is_new {
        // What fails here is tried again by the worker.
        confirm_waiting(app, now).await?;
    }
    Ok(())
}

/// Whether the notification was new; none when it differs from what was set out for.
pub(super) async fn note_notice(
    tx: &mut Tx<'_>,
    app: &Shared,
    online: &Online,
    said: &Announced,
    now: Timestamp,
) -> Result<Option<bool>, NoticeError> {
    let agrees = said.amount_minor == online.amount_minor && said.currency == online.currency;
    if !agrees {
        refuse(tx, app, online, "amount or currency differ", now).await?;
        return Ok(None);
    }
    if matches!(
        online.state,
        OnlineState::Announced | OnlineState::Confirmed
    ) {
        let is_same = online.order_number == Some(said.order_number);
        return Ok(is_same.then_some(false));
    }
    let row: database::Params<'_> = &[&online.id, &said.order_number, &now];
    tx.exec(online_store::ANNOUNCE, row).await?;
    Ok(Some(true))
}

/// Writes with the charge that the gateway's word is not taken, once.
async fn refuse(
    tx: &mut Tx<'_>,
    app: &Shared,
    online: &Online,
    why: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    if tx.exec(online_store::REFUSE, &[&online.id, &now]).await? == 0 {
        return Ok(());
    }
    let charge: Charge = tx.one(store::FIND_CHARGE, &[&online.charge_id]).await?;
    let bill = Bill::of(tx, app, charge, now).await?;
    let because = Because {
        by: None,
        reason: Some(why),
    };
    let state = bill.charge.state.code();
    bill.note(tx, "payment.online_refused", ("", state), because)
        .await
}

/// Asks the gateway about every payment that it has announced and whose time has come; what is confirmed becomes an entry
/// and meets its charge. Several may ask at once: each payment becomes one entry.
///
/// # Errors
/// The database refuses; the next call goes on.
pub async fn confirm_waiting(app: &Shared, now: Timestamp) -> Result<(), DbError> {
    let Some(gateway) = &app.gateway else {
        return Ok(());
    };
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.all::<Online>(online_store::LIST_WAITING, &[&now]).await })
    });
    let waiting: Vec<Online> = read.await.map_err(|error: DbError| error)?;
    let mut is_any_confirmed = false;
    for online in waiting {
        let announced = Announced {
            session: online.session.clone(),
            order_number: online.order_number.unwrap_or_default(),
            amount_minor: online.amount_minor,
            currency: online.currency.clone(),
        };
        let answer = gateway.confirm(&announced).await;
        is_any_confirmed |= answer.is_ok();
        let own = app.clone();
        let write = app.db.write(move |tx| {
            Box::pin(async move { note_answer(tx, &own, &online, answer, now).await })
        });
        write.await?;
    }
    if is_any_confirmed {
        match_new(app, now).await?;
        app.outbox.wake();
    }
    Ok(())
}

async fn note_answer(
    tx: &mut Tx<'_>,
    app: &Shared,
    online: &Online,
    answer: Result<(), GatewayError>,
    now: Timestamp,
) -> Result<(), DbError> {
    match answer {
        Ok(()) => become_entry(tx, app, online, now).await,
        Err(GatewayError::Refused(why)) => {
            tracing::warn!(
                why,
                "the gateway does not confirm a payment that it announced"
            );
            refuse(tx, app, online, "the gateway does not confirm it", now).await
        }
        Err(GatewayError::Away(why)) => {
            tracing::warn!(why, "the gateway does not say whether a payment is there");
            let first = online.announced_at.unwrap_or(now);
            match after_failure(online.attempts + 1, first, now) {
                Next::TryAt(at) => {
                    tx.exec(online_store::PUT_OFF, &[&online.id, &at]).await?;
                    Ok(())
                }
                Next::GiveUp => refuse(tx, app, online, "the gateway does not answer", now).await,
            }
        }
    }
}

/// Keeps confirmed money as an entry that nothing has looked at yet; once, whoever else is at it.
async fn become_entry(
    tx: &mut Tx<'_>,
    app: &Shared,
    online: &Online,
    now: Timestamp,
) -> Result<(), DbError> {
    let Some(gateway) = &app.gateway else {
        return Ok(());
    };
    if tx.exec(online_store::CONFIRM, &[&online.id, &now]).await? == 0 {
        return Ok(());
    }
    let charge: Charge = tx.one(store::FIND_CHARGE, &[&online.charge_id]).await?;
    let bill = Bill::of(tx, app, charge, now).await?;
    let (organisation, today) = (bill.charge.organisation_id, bill.today());
    let (name, key) = (gateway.name(), gateway.account_key());
    let statement = statement_of(tx, gateway, &bill, &online.currency).await?;
    let order = online.order_number.unwrap_or_default();
    let mark = format!("order {order}");
    let row = vec![
        Value::from(statement),
        Value::from(organisation),
        Value::from(key.clone()),
        Value::from(mark.clone()),
        Value::from(today.to_string()),
        Value::from(online.amount_minor),
        Value::from(online.currency.clone()),
        Value::from(token::title_of(online.charge_id)),
        Value::from(bill.name.clone()),
        Value::from(String::new()),
        Value::from(String::new()),
        Value::from(format!("{name} {order}")),
        Value::from(EntryState::New.code().to_owned()),
        Value::from(false),
        Value::Null,
    ];
    if tx.batch(bank_store::INSERT_ENTRY, &[row]).await? > 0 {
        tx.exec(online_store::COUNT_ENTRY, &[&statement]).await?;
    }
    let entry: EntryId = tx.one(online_store::FIND_ENTRY, &[&key, &mark]).await?;
    tx.exec(online_store::SET_ENTRY, &[&online.id, &entry])
        .await?;
    Ok(())
}

/// The day's statement of the organisation's payments through the gateway.
async fn statement_of(
    tx: &mut Tx<'_>,
    gateway: &Gateway,
    bill: &Bill<'_>,
    currency: &str,
) -> Result<StatementId, DbError> {
    let (organisation, today) = (bill.charge.organisation_id, bill.today());
    let (name, key) = (gateway.name(), gateway.account_key());
    let wanted: database::Params<'_> = &[&organisation, &key, &today];
    if let Some(id) = tx.opt(online_store::FIND_STATEMENT, wanted).await? {
        return Ok(id);
    }
    let nothing: Option<i64> = None;
    let nobody: Option<AccountId> = None;
    let row: database::Params<'_> = &[
        &organisation,
        &name,
        &key,
        &currency,
        &today,
        &today,
        &nothing,
        &nothing,
        &name,
        &0_i64,
        &bill.now,
        &nobody,
    ];
    tx.one(bank_store::INSERT_STATEMENT, row).await
}
