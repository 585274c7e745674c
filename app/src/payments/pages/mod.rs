//! Pages of payments: the participant's own, the institution's answer, the accountant's.

mod asked;
mod charge;
mod closing;
mod columns;
mod entry;
mod list;
mod many;
mod mine;
mod online;
mod paying;
mod prices;
mod pro_forma;
mod queue;
mod settings;
mod statement;
mod statements;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};
use database::DbError;
use jiff::Timestamp;

use super::permissions::keeps_any_books;
use super::types::{ChargeState, EntryState, Settings};
use super::{bank_store, qr, store};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::i18n::Translator;
use crate::web::{AppError, Context};

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/my/payments", get(mine::page))
        .route("/my/payments/{charge}/online", post(online::send))
        .route("/my/payments/online/{session}", get(online::page))
        .route("/payments/online/notification", post(online::notice))
        .route(
            "/payments/asked/{token}",
            get(asked::page).post(asked::send),
        )
        .route("/my/payments/{charge}/pro-forma.pdf", get(pro_forma::own))
        .route(
            "/payments/asked/{token}/pro-forma.pdf",
            get(pro_forma::of_institution),
        )
        .route(
            "/staff/payments/charges/{charge}/pro-forma.pdf",
            get(pro_forma::of_staff),
        )
        .route("/staff/paying", get(paying::list))
        .route(
            "/staff/paying/{charge}",
            get(paying::page).post(paying::send),
        )
        .route(
            "/staff/paying/{charge}/pro-forma.pdf",
            get(paying::pro_forma),
        )
        .route("/staff/payments", get(list::charges).post(many::settle))
        .route("/staff/payments/queue", get(queue::queue).post(many::leave))
        .route(
            "/staff/payments/charges/{charge}",
            get(charge::page).post(charge::send),
        )
        .route(
            "/staff/payments/entries/{entry}",
            get(entry::page).post(entry::send),
        )
        .route(
            "/staff/payments/statements",
            get(statements::page).post(statements::send),
        )
        .route(
            "/staff/payments/statements/{statement}",
            get(statement::page),
        )
        .route("/staff/payments/closing", get(closing::page))
        .route("/staff/payments/settings", get(settings::list))
        .route(
            "/staff/payments/settings/{organisation}",
            get(settings::page).post(settings::send),
        )
        .route(
            "/staff/payments/settings/{organisation}/csv",
            get(columns::page).post(columns::send),
        )
        .route(
            "/staff/payments/settings/{organisation}/csv/sample",
            post(columns::sample),
        )
        .route(
            "/staff/groups/{group}/prices",
            get(prices::page).post(prices::send),
        )
}

/// Somebody who keeps books; for others the pages do not exist.
fn bookkeeper(ctx: &Context) -> Result<&Arc<Actor>, AppError> {
    let actor = ctx.staff()?;
    if keeps_any_books(actor) {
        Ok(actor)
    } else {
        Err(AppError::NotFound)
    }
}

/// One of the accountant's pages in the row above them.
struct Way {
    href: &'static str,
    text: String,
    count: String,
    is_here: bool,
}

/// The row of the accountant's pages, with how much waits where.
async fn ways(
    app: &Shared,
    t: Translator,
    actor: &Actor,
    now: Timestamp,
    here: &str,
) -> Result<Vec<Way>, AppError> {
    let account = actor.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let states: Vec<(ChargeState, i64)> =
                tx.all(store::COUNT_STATES, &[&account, &now]).await?;
            let params: database::Params<'_> = &[&account, &now, &EntryState::ToMatch];
            let queue: i64 = tx.one(bank_store::COUNT_QUEUE, params).await?;
            Ok::<_, DbError>((states, queue))
        })
    });
    let (states, queue) = read.await?;
    let of = |wanted: ChargeState| {
        let found = states.iter().find(|(state, _)| *state == wanted);
        found.map_or(0, |(_, count)| *count).to_string()
    };
    let rows = [
        ("/staff/payments", "due", of(ChargeState::Due)),
        (
            "/staff/payments?show=overdue",
            "overdue",
            of(ChargeState::Overdue),
        ),
        ("/staff/payments/queue", "queue", queue.to_string()),
        (
            "/staff/payments?show=booked",
            "booked",
            of(ChargeState::Booked),
        ),
        (
            "/staff/payments?show=refunds",
            "refunds",
            of(ChargeState::RefundDue),
        ),
        (
            "/staff/payments?show=waived",
            "waived",
            of(ChargeState::Waived),
        ),
        ("/staff/payments?show=ended", "ended", String::new()),
        ("/staff/payments/statements", "statements", String::new()),
        ("/staff/payments/closing", "closing", String::new()),
        ("/staff/payments/settings", "settings", String::new()),
    ];
    Ok(rows
        .into_iter()
        .map(|(href, code, count)| Way {
            href,
            text: t.get(&format!("payments-way-{code}")).to_string(),
            count,
            is_here: code == here,
        })
        .collect())
}

/// A transfer's QR as shapes; none without an account, or where no standard serves it.
fn code_of(
    settings: Option<&Settings>,
    title: &str,
    amount: i64,
    currency: &str,
) -> Option<qr::Shape> {
    let settings = settings?;
    let transfer = qr::Transfer {
        iban: &settings.iban,
        name: &settings.seller_name,
        tax_id: &settings.seller_tax_id,
        title,
        amount_minor: amount,
        currency,
        bank: qr::Bank::of(settings),
    };
    qr::draw(&qr::payload(&transfer)?)
}

/// The state's meaning and word, as badges show it.
fn state_badge(t: Translator, state: ChargeState) -> (&'static str, String) {
    let key = format!("payments-state-{}", state.code());
    (state.kind(), t.get(&key).to_string())
}
