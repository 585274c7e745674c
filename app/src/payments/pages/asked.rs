//! The institution's answer, behind the link of its letter; no account is needed.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::mine::Transfer;
use crate::app::Shared;
use crate::enrolment::payer::Institution;
use crate::forms::{FieldError, Form};
use crate::payments::actions::{AnswerError, Bill, answer, find_asked};
use crate::payments::store::Ask;
use crate::payments::types::AskState;
use crate::web::{AppError, Context, Page, Posted, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "payments/asked.html")]
struct Asked {
    page: Page,
    form: Form,
    action: String,
    organisation: String,
    contact: String,
    institution: Institution,
    name: String,
    title: String,
    language: String,
    when: Vec<String>,
    amount: String,
    due_on: String,
    answer_before: String,
    /// Whether it can be answered now.
    is_open: bool,
    /// What has become of it, in words.
    status: (&'static str, String),
    transfer: Option<Transfer>,
}

async fn load(app: &Shared, ctx: &Context, token: String) -> Result<Asked, AppError> {
    let (own, now, shown) = (app.clone(), ctx.now(), token.clone());
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let (ask, charge) = find_asked(tx, &token).await?;
            let bill = Bill::of(tx, &own, charge, now).await?;
            let facts = (
                bill.charge,
                bill.detail,
                bill.settings,
                bill.institution,
                bill.name,
            );
            Ok::<_, AnswerError>((ask, facts))
        })
    });
    let (ask, (charge, detail, settings, institution, name)) = read.await.map_err(failure)?;
    let (t, zone) = (ctx.t(), &detail.organisation.zone);
    let is_open =
        ask.state == AskState::Awaiting && now < ask.answer_before && charge.state.is_open();
    let status = status_of(&ask, is_open, charge.state.is_open());
    let pays = ask.state == AskState::Accepted && charge.state.is_open();
    let organisation = &detail.organisation;
    let contact = [organisation.phone.as_str(), &organisation.address];
    let contact: Vec<&str> = contact
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    Ok(Asked {
        page: ctx.page(t.get("payments-asked-title")),
        form: Form::new(),
        action: format!("/payments/asked/{shown}"),
        contact: contact.join(", "),
        institution: institution.ok_or(AppError::NotFound)?,
        name,
        title: detail.course.title.clone(),
        language: detail.course.language.clone(),
        when: crate::enrolment::when::meetings(t, &detail),
        amount: t.money(charge.amount_minor, &charge.currency),
        due_on: t.date(charge.due_on),
        answer_before: t.date(ask.last_day(zone)),
        is_open,
        status: (
            status.0,
            t.get(&format!("payments-asked-{}", status.1)).to_string(),
        ),
        transfer: settings
            .filter(|_| pays)
            .map(|settings| Transfer::new(t, &charge, &settings)),
        organisation: organisation.name.clone(),
    })
}

fn status_of(ask: &Ask, is_open: bool, is_due: bool) -> (&'static str, &'static str) {
    match ask.state {
        AskState::Awaiting if is_open => ("attention", "open"),
        AskState::Accepted => ("done", "accepted"),
        AskState::Declined => ("information", "declined"),
        _ if !is_due => ("information", "settled"),
        _ => ("information", "lapsed"),
    }
}

fn failure(error: AnswerError) -> AppError {
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
