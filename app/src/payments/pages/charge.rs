//! One charge as the accountant sees it: what was booked, what can be done.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::Timestamp;

use super::bookkeeper;
use super::list::{Line, line, note_look_up};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::audit::{LIST_RECORDED, Recorded};
use crate::catalogue::editing::pages::id_of;
use crate::enrolment::permissions::may_decide;
use crate::enrolment::{self, payer};
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::payments::actions::{BookError, ManageError, pay_back, refund, unbook, waive};
use crate::payments::bank_store::{self, BookingLine};
use crate::payments::permissions::{KeepBooks, may_keep_books};
use crate::payments::store::{self, ChargeLine};
use crate::payments::together::{self, Eyes};
use crate::payments::types::{BookingId, Charge, ChargeId, ChargeState};
use crate::permit::Permit;
use crate::staff_tables::bulk::check_words;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "payments/staff_charge.html")]
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
struct OneCharge {
    page: Page,
    form: Form,
    line: Line,
    here: String,
    /// None for those to whom its page is not open.
    enrolment: Option<String>,
    bookings: Vec<Booked>,
    paid: String,
    can_waive: bool,
    can_refund: bool,
    can_pay_back: bool,
    can_unbook: bool,
    timeline: Vec<Event>,
    /// Whether something is to be paid, so that a pro-forma can be printed.
    is_due: bool,
    /// What the same institution pays together with it: id, and what it is.
    others: Vec<(String, String)>,
}

struct Booked {
    id: String,
    entry: String,
    day: String,
    amount: String,
    counterparty: String,
    title: String,
    by: String,
    undone: Option<String>,
}

struct Event {
    text: String,
    when: String,
    stamp: String,
    who: String,
}

struct Found {
    one: ChargeLine,
    bookings: Vec<BookingLine>,
    events: Vec<Recorded>,
    permit: Permit<KeepBooks>,
    others: Vec<ChargeLine>,
}

async fn load(app: &Shared, actor: &Actor, id: &str, now: Timestamp) -> Result<Found, AppError> {
    let (id, by): (ChargeId, _) = (id_of(id)?, actor.account_id);
    let (tree, actor) = (app.organisations.current(), actor.clone());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let one: ChargeLine = tx.one(store::FIND_LINE, &[&id]).await?;
            let permit = may_keep_books(&actor, &tree, one.organisation_id);
            let permit = permit.ok_or(DbError::NotFound)?;
            note_look_up(tx, by, ("charge", id.get()), now).await?;
            let charge: Charge = tx.one(store::FIND_CHARGE, &[&id]).await?;
            let others = match payer::institution_of(tx, charge.enrolment_id).await? {
                Some(institution) => {
                    let all = together::others(tx, &charge, &institution, Eyes::All).await?;
                    all.iter().map(|one| one.id.get()).collect()
                }
                None => Vec::new(),
            };
            Ok::<_, DbError>(Found {
                others: tx.among(store::LIST_LINES_AMONG, &others).await?,
                bookings: tx.all(bank_store::LIST_BOOKINGS_OF_CHARGE, &[&id]).await?,
                events: tx.all(LIST_RECORDED, &[&"charge", &id]).await?,
                one,
                permit,
            })
        })
    });
    Ok(write.await?)
}

fn view(app: &Shared, ctx: &Context, actor: &Actor, found: &Found, form: Form) -> OneCharge {
    let (t, one) = (ctx.t(), &found.one);
    let tree = app.organisations.current();
    let zone = tree
        .find(one.organisation_id)
        .map_or(jiff::tz::TimeZone::UTC, |home| home.time_zone.clone());
    let events = found.events.iter();
    let events = events.filter(|event| event.action != "payment.look_up");
    OneCharge {
        page: ctx.page(crate::payments::token::title_of(one.id)).dense(),
        form,
        here: format!("/staff/payments/charges/{}", one.id),
        enrolment: may_decide(actor, &tree, one.organisation_id, one.group_id)
            .map(|_| format!("/staff/enrolments/{}", one.enrolment_id)),
        bookings: found.bookings.iter().map(|one| booked(t, one)).collect(),
        paid: t.money(one.booked_minor, &one.currency),
        can_waive: one.state.is_open(),
        can_refund: one.booked_minor > 0
            && (one.state.is_open() || one.state == ChargeState::Booked),
        can_pay_back: one.state == ChargeState::RefundDue,
        can_unbook: (one.state.is_open() || one.state == ChargeState::Booked)
            && found.bookings.iter().any(|one| one.undone_at.is_none()),
        timeline: events
            .map(|event| {
                let what = t.get(enrolment::event_key(&event.action)).to_string();
                Event {
                    text: match &event.reason {
                        Some(reason) => t
                            .get("staff-event-because")
                            .text("event", what)
                            .text("reason", reason)
                            .to_string(),
                        None => what,
                    },
                    when: t.date_time(event.at, &zone),
                    stamp: event.at.to_string(),
                    who: event
                        .who(t)
                        .unwrap_or_else(|| t.get("staff-event-by-system").to_string()),
                }
            })
            .collect(),
        is_due: one.remaining() > 0,
        others: found
            .others
            .iter()
            .map(|other| {
                let amount = t.money(other.remaining(), &other.currency);
                let text = format!("{}, {}: {amount}", other.name(), other.title);
                (other.id.to_string(), text)
            })
            .collect(),
        line: line(t, one),
    }
}

fn booked(t: Translator, one: &BookingLine) -> Booked {
    let by_itself = || t.get("payments-booked-by-itself").to_string();
    Booked {
        id: one.id.to_string(),
        entry: format!("/staff/payments/entries/{}", one.entry_id),
        day: t.plain_date(one.booked_on),
        amount: t.money(one.amount_minor, &one.currency),
        counterparty: one.counterparty.clone(),
        title: one.title.clone(),
        by: one.booked_by.clone().unwrap_or_else(by_itself),
        undone: undone_words(t, one),
    }
}

/// That a booking was undone, and why; none for one that holds.
pub(super) fn undone_words(t: Translator, one: &BookingLine) -> Option<String> {
    one.undone_at?;
    Some(match one.undone_reason.as_deref().unwrap_or_default() {
        // It was given to the charge of another group.
        "" => t.get("payments-undone-moved").to_string(),
        reason => t.get("payments-undone").text("reason", reason).to_string(),
    })
}

/// `GET /staff/payments/charges/{charge}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = bookkeeper(&ctx)?;
    let found = load(&app, actor, &id, ctx.now()).await?;
    show(&view(&app, &ctx, actor, &found, Form::new()))
}

/// `POST /staff/payments/charges/{charge}`: `deed` is `waive`, `refund`, `unbook` or `pay_back`.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let now = ctx.now();
    let found = load(&app, &actor, &id, now).await?;
    for field in ["unbook_reason", "refund_reason", "waive_reason"] {
        check_words(&mut form, field);
    }
    if form.is_fine() {
        let deed = form.value("deed").to_owned();
        let permit = may_keep_books(&actor, &app.organisations.current(), found.permit.on())
            .ok_or(AppError::NotFound)?;
        match act(&app, permit, found.one.id, (&deed, &form), now).await? {
            Ok(said) => {
                app.outbox.wake();
                let here = format!("/staff/payments/charges/{}", found.one.id);
                return Ok(go_saying(&app, &here, said));
            }
            Err(error) => form.refuse(error),
        }
    }
    let found = load(&app, &actor, &id, now).await?;
    show_refused(&view(&app, &ctx, &actor, &found, form))
}

/// What was done, or why it was not.
async fn act(
    app: &Shared,
    permit: Permit<KeepBooks>,
    id: ChargeId,
    (deed, form): (&str, &Form),
    now: Timestamp,
) -> Result<Result<&'static str, FieldError>, AppError> {
    let own = app.clone();
    match deed {
        "unbook" => {
            let booking: BookingId = id_of(form.value("booking"))?;
            let reason = form.value("unbook_reason").trim().to_owned();
            let write = app.db.write(move |tx| {
                Box::pin(
                    async move { unbook(tx, &own, &permit, (id, booking), &reason, now).await },
                )
            });
            match write.await {
                Ok(()) => Ok(Ok("payments-unbooked")),
                Err(BookError::NoReason) => Ok(Err(FieldError::new("unbook_reason", "required"))),
                Err(BookError::Database(error)) => Err(error.into()),
                Err(_) => Ok(Err(FieldError::new("", "payment_not_held"))),
            }
        }
        "waive" | "refund" | "pay_back" => {
            let deed = deed.to_owned();
            let field = if deed == "refund" {
                "refund_reason"
            } else {
                "waive_reason"
            };
            let reason = form.value(field).trim().to_owned();
            let write = app.db.write(move |tx| {
                Box::pin(async move {
                    match deed.as_str() {
                        "waive" => {
                            waive(tx, &own, &permit, id, &reason, now).await?;
                            Ok("payments-waived")
                        }
                        "refund" => {
                            refund(tx, &own, &permit, id, &reason, now).await?;
                            Ok("payments-to-refund")
                        }
                        _ => {
                            pay_back(tx, &own, &permit, id, now).await?;
                            Ok::<_, ManageError>("payments-refunded")
                        }
                    }
                })
            });
            match write.await {
                Ok(said) => Ok(Ok(said)),
                Err(ManageError::NoReason) => Ok(Err(FieldError::new(field, "required"))),
                Err(ManageError::Database(error)) => Err(error.into()),
                Err(_) => Ok(Err(FieldError::new("", "payment_not_possible"))),
            }
        }
        _ => Ok(Err(FieldError::new("", "payment_not_possible"))),
    }
}
