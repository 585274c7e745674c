//! Writing to an organisation, with or without an account.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::message;
use crate::accounts::OrganisationId;
use crate::accounts::pages::{to_check_mail, within_letters};
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::requests::actions::{NewRequest, RequestError, confirm, open};
use crate::requests::links::{self, Purpose};
use crate::requests::store;
use crate::text::{clean_email, clean_line, clean_name};
use crate::web::{AppError, Context, Page, Posted, go, go_saying, show, show_refused};

/// What pages that lead here say it is about.
const ABOUT: [&str; 3] = ["access", "institution", "namesake"];
/// The longest subject.
const LONGEST_SUBJECT: usize = 150;

#[derive(Template)]
#[template(path = "requests/write.html")]
struct Write {
    page: Page,
    form: Form,
    asked: Vec<(String, String)>,
    /// Where the answer goes, when somebody is signed in.
    known: Option<String>,
}

async fn asked(app: &Shared) -> Result<Vec<(OrganisationId, String)>, AppError> {
    let read = app
        .db
        .read(|tx| Box::pin(async move { tx.all(store::LIST_ASKED, &[]).await }));
    Ok(read.await.map_err(|error: DbError| error)?)
}

fn view(ctx: &Context, form: Form, asked: &[(OrganisationId, String)]) -> Write {
    let asked = asked
        .iter()
        .map(|(id, name)| (id.to_string(), name.clone()));
    Write {
        page: ctx.page(ctx.t().get("requests-write-title")),
        form,
        asked: asked.collect(),
        known: ctx.viewer().map(|actor| actor.email.clone()),
    }
}

/// `GET /contact/write?to=ID&about=access`, or with `subject=` in words, as the guide leads here.
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let about = ctx.asked("about");
    let about = about.filter(|code| ABOUT.contains(&code.as_str()));
    let about = about.map(|code| ctx.t().get(&format!("requests-about-{code}")).to_string());
    let typed = || clean_line(&ctx.asked("subject")?, LONGEST_SUBJECT).ok();
    let subject = about.or_else(typed);
    let form = Form::new()
        .with("organisation", ctx.asked("to").unwrap_or_default())
        .with("subject", subject.unwrap_or_default());
    show(&view(&ctx, form, &asked(&app).await?))
}

/// `POST /contact/write`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Posted { mut form }: Posted,
) -> Result<Response, AppError> {
    let asked = asked(&app).await?;
    let chosen = form.value("organisation").parse::<OrganisationId>().ok();
    let organisation = chosen.filter(|id| asked.iter().any(|(known, _)| known == id));
    if organisation.is_none() {
        form.refuse(FieldError::new("organisation", "required"));
    }
    let (name, email) = match ctx.viewer() {
        Some(actor) => (Some(actor.name.clone()), clean_email(&actor.email).ok()),
        None => (
            clean_name(form.value("name"))
                .map_err(|problem| form.refuse(problem.on("name")))
                .ok(),
            clean_email(form.value("email"))
                .map_err(|problem| form.refuse(problem.on("email")))
                .ok(),
        ),
    };
    let subject = clean_line(form.value("subject"), LONGEST_SUBJECT)
        .map_err(|problem| form.refuse(problem.on("subject")))
        .ok();
    if subject.as_deref() == Some("") {
        form.refuse(FieldError::new("subject", "required"));
    }
    let text = message(&mut form);
    if let (true, Some(email)) = (form.is_fine(), &email) {
        within_letters(&app, &ctx, &mut form, email);
    }
    let (Some(organisation_id), Some(name), Some(email), Some(subject), Some(text), true) =
        (organisation, name, email, subject, text, form.is_fine())
    else {
        return show_refused(&view(&ctx, form, &asked));
    };
    let account_id = ctx.viewer().map(|actor| actor.account_id);
    let new = NewRequest {
        organisation_id,
        account_id,
        name,
        email: email.typed.clone(),
        lang: ctx.lang(),
        subject,
        text,
    };
    let (own, now) = (app.clone(), ctx.now());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { open(tx, &own, &new, now).await }));
    write.await.map_err(|error: DbError| error)?;
    app.outbox.wake();
    Ok(match account_id {
        Some(_) => go_saying(&app, "/my/requests", "requests-sent"),
        None => to_check_mail(&email, "message"),
    })
}

#[derive(Template)]
#[template(path = "requests/confirm.html")]
struct Confirm {
    page: Page,
    /// The link is too old.
    is_over: bool,
}

/// `GET /contact/confirm/{link}`: one button, since mail programs open links by themselves.
pub(super) async fn confirm_page(
    State(app): State<Shared>,
    ctx: Context,
    Path(link): Path<String>,
) -> Result<Response, AppError> {
    links::read(&app, Purpose::Confirm, &link).ok_or(AppError::NotFound)?;
    show(&Confirm {
        page: ctx.page(ctx.t().get("requests-confirm-title")),
        is_over: false,
    })
}

/// `POST /contact/confirm/{link}`
pub(super) async fn confirm_send(
    State(app): State<Shared>,
    ctx: Context,
    Path(link): Path<String>,
    _: Posted,
) -> Result<Response, AppError> {
    let id = links::read(&app, Purpose::Confirm, &link).ok_or(AppError::NotFound)?;
    let (own, now) = (app.clone(), ctx.now());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { confirm(tx, &own, id, now).await }));
    match write.await {
        Ok(()) => {
            app.outbox.wake();
            Ok(go(&links::path(&app, Purpose::Thread, id)))
        }
        Err(RequestError::NotPossible) => show_refused(&Confirm {
            page: ctx.page(ctx.t().get("requests-confirm-title")),
            is_over: true,
        }),
        Err(RequestError::Database(error)) => Err(error.into()),
    }
}
