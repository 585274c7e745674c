//! The institution's answer, behind the link of its letter; no account is needed.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::{DbError, Tx};
use jiff::Timestamp;

use super::mine::Transfer;
use crate::app::Shared;
use crate::enrolment::payer::Institution;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::payments::actions::{AnswerError, Bill, answer, find_asked};
use crate::payments::institution_store::Ask;
use crate::payments::together::{self, Eyes};
use crate::payments::types::{AskState, Charge, ChargeState};
use crate::web::{AppError, Context, Page, Posted, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "payments/asked.html")]
pub(super) struct Asked {
    page: Page,
    pub(super) form: Form,
    action: String,
    organisation: String,
    contact: String,
    institution: Institution,
    name: String,
    title: String,
    language: String,
    when: Vec<String>,
    amount: String,
    /// What has been paid and what is left, when it is paid in part.
    parts: Option<(String, String)>,
    /// Empty when nothing is to be paid.
    due_on: String,
    answer_before: String,
    /// Whether it can be answered now.
    is_open: bool,
    /// What has become of it, in words.
    status: (&'static str, String),
    transfer: Option<Transfer>,
    /// The paper of everything that is paid together: its address, and of how many charges it is.
    together: Option<(String, i64)>,
}

/// The address of the paper of a charge with these others, and of how many charges it is; none without others.
fn paper_together(here: &str, others: &[Charge]) -> Option<(String, i64)> {
    let with: Vec<String> = others
        .iter()
        .map(|one| format!("with={}", one.id))
        .collect();
    let address = format!("{here}/pro-forma.pdf?{}", with.join("&"));
    let count = i64::try_from(others.len() + 1).unwrap_or(i64::MAX);
    (!others.is_empty()).then_some((address, count))
}

/// A question with its charge, and what is paid together with it.
pub(super) struct Found<'a> {
    ask: Ask,
    bill: Bill<'a>,
    others: Vec<Charge>,
}

impl<'a> Found<'a> {
    /// Reads it.
    pub(super) async fn of(
        tx: &mut Tx<'_>,
        app: &'a Shared,
        (ask, charge): (Ask, Charge),
        eyes: Eyes,
        now: Timestamp,
    ) -> Result<Self, DbError> {
        let bill = Bill::of(tx, app, charge, now).await?;
        let others = match &bill.institution {
            Some(one) => together::others(tx, &bill.charge, one, eyes).await?,
            None => Vec::new(),
        };
        Ok(Self { ask, bill, others })
    }
}

/// Whether this answer was given before: sent twice, it does no harm.
async fn is_answered(app: &Shared, token: String, accepts: bool) -> Result<bool, AppError> {
    let read = app
        .db
        .read(move |tx| Box::pin(async move { find_asked(tx, &token).await }));
    let (ask, _) = read.await.map_err(failure)?;
    let given = if accepts {
        AskState::Accepted
    } else {
        AskState::Declined
    };
    Ok(ask.state == given)
}

async fn load(app: &Shared, ctx: &Context, token: String) -> Result<Asked, AppError> {
    let (own, now, t) = (app.clone(), ctx.now(), ctx.t());
    let action = format!("/payments/asked/{token}");
    let page = ctx.page(t.get("payments-asked-title"));
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let asked = find_asked(tx, &token).await?;
            let found = Found::of(tx, &own, asked, Eyes::Mailbox, now).await?;
            view(page, t, action, found, now).ok_or(AnswerError::Unknown)
        })
    });
    read.await.map_err(failure)
}

/// The page about a question; none when no institution was named.
pub(super) fn view(
    page: Page,
    t: Translator,
    action: String,
    found: Found<'_>,
    now: Timestamp,
) -> Option<Asked> {
    let Found { ask, bill, others } = found;
    let Bill {
        charge,
        detail,
        settings,
        institution,
        name,
        ..
    } = bill;
    let zone = &detail.organisation.zone;
    let is_open =
        ask.state == AskState::Awaiting && now < ask.answer_before && charge.state.is_open();
    let status = status_of(&ask, is_open, charge.state);
    let pays = ask.state == AskState::Accepted && charge.state.is_open();
    let organisation = &detail.organisation;
    let contact = [organisation.phone.as_str(), &organisation.address];
    let contact: Vec<&str> = contact
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Some(Asked {
        page,
        form: Form::new(),
        contact: contact.join(", "),
        institution: institution?,
        name,
        title: detail.course.title.clone(),
        language: detail.course.language.clone(),
        when: crate::enrolment::when::meetings(t, &detail),
        amount: t.money(charge.amount_minor, &charge.currency),
        parts: (charge.state.is_open() && charge.booked_minor > 0).then(|| {
            let money = |minor| t.money(minor, &charge.currency);
            (money(charge.booked_minor), money(charge.remaining()))
        }),
        due_on: if charge.state.is_open() {
            t.date(charge.due_on)
        } else {
            String::new()
        },
        answer_before: t.date(ask.last_day(zone)),
        is_open,
        status: (
            status.0,
            t.get(&format!("payments-asked-{}", status.1)).to_string(),
        ),
        transfer: settings
            .filter(|_| pays)
            .map(|settings| Transfer::new(t, &charge, &settings)),
        together: paper_together(&action, &others).filter(|_| pays),
        action,
        organisation: organisation.name.clone(),
    })
}

fn status_of(ask: &Ask, is_open: bool, charge: ChargeState) -> (&'static str, &'static str) {
    match (ask.state, charge) {
        (AskState::Awaiting, _) if is_open => ("attention", "open"),
        (AskState::Declined, _) => ("information", "declined"),
        (AskState::Accepted, ChargeState::Booked) => ("done", "paid"),
        (AskState::Accepted, ChargeState::RefundDue) => ("attention", "refund-due"),
        (AskState::Accepted, ChargeState::Refunded) => ("done", "refunded"),
        (AskState::Accepted, _) if charge.is_open() => ("done", "accepted"),
        (_, ChargeState::Due | ChargeState::Overdue) => ("information", "lapsed"),
        _ => ("information", "settled"),
    }
}

pub(super) fn failure(error: AnswerError) -> AppError {
    match error {
        AnswerError::Unknown | AnswerError::Closed => AppError::NotFound,
        AnswerError::Database(error) => error.into(),
    }
}

/// `GET /payments/asked/{token}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    show(&load(&app, &ctx, token).await?)
}

/// `POST /payments/asked/{token}`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
    Posted { mut form }: Posted,
) -> Result<Response, AppError> {
    let accepts = match form.value("answer") {
        "accept" => Some(true),
        "decline" => Some(false),
        _ => None,
    };
    if let Some(accepts) = accepts {
        let (own, now, typed) = (app.clone(), ctx.now(), token.clone());
        let write = app
            .db
            .write(move |tx| Box::pin(async move { answer(tx, &own, &typed, accepts, now).await }));
        match write.await {
            Ok(()) => {
                app.outbox.wake();
                let here = format!("/payments/asked/{token}");
                return Ok(go_saying(&app, &here, "payments-answered"));
            }
            Err(AnswerError::Closed) if is_answered(&app, token.clone(), accepts).await? => {
                let here = format!("/payments/asked/{token}");
                return Ok(go_saying(&app, &here, "payments-answered"));
            }
            Err(AnswerError::Closed) => form.refuse(FieldError::new("", "payment_answered")),
            Err(AnswerError::Unknown) => return Err(AppError::NotFound),
            Err(AnswerError::Database(error)) => return Err(error.into()),
        }
    } else {
        form.refuse(FieldError::new("answer", "choose"));
    }
    let mut page = load(&app, &ctx, token).await?;
    page.form = form;
    show_refused(&page)
}
