//! Writing to an organisation, with or without an account.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::message;
use crate::accounts::OrganisationId;
use crate::accounts::pages::{to_check_mail, within_letters};
use crate::app::Shared;
use crate::families::{self, Child};
use crate::forms::{FieldError, Form};
use crate::people::PersonId;
use crate::requests::actions::{NewRequest, RequestError, confirm, open};
use crate::requests::kinds::RequestKind;
use crate::requests::links::{self, Purpose};
use crate::requests::store;
use crate::text::{clean_email, clean_line, clean_name};
use crate::web::{AppError, Context, Page, Posted, go, go_saying, show, show_refused};

/// What pages that lead here say it is about, and what kind of request that is.
const ABOUT: [(&str, RequestKind); 3] = [
    ("access", RequestKind::ReplaceEmail),
    ("institution", RequestKind::AlreadyRegistered),
    ("namesake", RequestKind::AlreadyRegistered),
];
/// The longest subject.
const LONGEST_SUBJECT: usize = 150;

#[derive(Template)]
#[template(path = "requests/write.html")]
struct Write {
    page: Page,
    form: Form,
    asked: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    /// The children of whoever is signed in.
    children: Vec<(String, String)>,
    /// Where the answer goes, when somebody is signed in.
    known: Option<String>,
}

/// What the form offers.
struct Offered {
    asked: Vec<(OrganisationId, String)>,
    children: Vec<Child>,
}

async fn offered(app: &Shared, ctx: &Context) -> Result<Offered, AppError> {
    let account = ctx.viewer().map(|actor| actor.account_id);
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let children = match account {
                Some(account) => {
                    tx.all(families::store::LIST_OF_ACCOUNT, &[&account])
                        .await?
                }
                None => Vec::new(),
            };
            let asked = tx.all(store::LIST_ASKED, &[]).await?;
            Ok::<_, DbError>(Offered { asked, children })
        })
    });
    Ok(read.await?)
}

fn view(ctx: &Context, form: Form, offered: &Offered) -> Write {
    let (t, asked) = (ctx.t(), offered.asked.iter());
    let asked = asked.map(|(id, name)| (id.to_string(), name.clone()));
    let kind = |one: RequestKind| (one.code().to_owned(), t.get(&one.key()).to_string());
    let children = offered.children.iter();
    Write {
        page: ctx.page(t.get("requests-write-title")),
        form,
        asked: asked.collect(),
        kinds: RequestKind::ALL.map(kind).into(),
        children: children
            .map(|one| (one.id.to_string(), one.known.name()))
            .collect(),
        known: ctx.viewer().map(|actor| actor.email.clone()),
    }
}

/// `GET /contact/write?to=ID&kind=forgotten_email&child=ID`, with `subject=` in words, or with `about=`, as other pages lead
/// here.
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    show(&view(&ctx, begun(&ctx), &offered(&app, &ctx).await?))
}

/// The form as other pages begin it.
fn begun(ctx: &Context) -> Form {
    let code = ctx.asked("about").unwrap_or_default();
    let about = ABOUT.into_iter().find(|(known, _)| *known == code);
    let said = about.map(|(code, _)| ctx.t().get(&format!("requests-about-{code}")).to_string());
    let typed = || clean_line(&ctx.asked("subject")?, LONGEST_SUBJECT).ok();
    let subject = said.or_else(typed);
    let kind = ctx.asked("kind");
    let kind = kind.and_then(|code| RequestKind::from_code(&code));
    let kind = kind.or(about.map(|(_, kind)| kind)).unwrap_or_default();
    Form::new()
        .with("organisation", ctx.asked("to").unwrap_or_default())
        .with("kind", kind.code())
        .with("child", ctx.asked("child").unwrap_or_default())
        .with("subject", subject.unwrap_or_default())
}

/// The same for somebody who typed a child that is registered already: its name stands in the message. The date of birth does
/// not, since the message goes out by mail.
fn begun_about(ctx: &Context, typed: &Form) -> Form {
    let names = ["given_name", "patronymic", "surname"];
    let names =
        names.map(|field| clean_line(typed.value(field), LONGEST_SUBJECT).unwrap_or_default());
    let name = names.join(" ");
    let words = ctx.t().get("requests-begun-about-child");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    begun(ctx).with("message", words.text("child", name))
}

/// The kind that was chosen; who says nothing means something else.
fn kind_of(form: &mut Form) -> RequestKind {
    let code = form.value("kind").to_owned();
    let kind = RequestKind::from_code(&code);
    if kind.is_none() && !code.is_empty() {
        form.refuse(FieldError::new("kind", "choose"));
    }
    kind.unwrap_or_default()
}

/// What it is about in the words of whoever writes; without words, those of the kind.
fn subject_of(ctx: &Context, form: &mut Form, kind: RequestKind) -> Option<String> {
    match clean_line(form.value("subject"), LONGEST_SUBJECT) {
        Ok(typed) if !typed.is_empty() => Some(typed),
        Ok(_) if kind != RequestKind::Other => Some(ctx.t().get(&kind.key()).to_string()),
        Ok(_) => {
            form.refuse(FieldError::new("subject", "required"));
            None
        }
        Err(problem) => {
            form.refuse(problem.on("subject"));
            None
        }
    }
}

/// `POST /contact/write`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Posted { mut form }: Posted,
) -> Result<Response, AppError> {
    let offered = offered(&app, &ctx).await?;
    // The page "already registered" hands on what was typed there.
    if !form.value("case").is_empty() {
        return show(&view(&ctx, begun_about(&ctx, &form), &offered));
    }
    let chosen = form.value("organisation").parse::<OrganisationId>().ok();
    let organisation = chosen.filter(|id| offered.asked.iter().any(|(known, _)| known == id));
    let child = form.value("child").parse::<PersonId>().ok();
    let person_id = child.filter(|id| offered.children.iter().any(|one| one.id == *id));
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
    let kind = kind_of(&mut form);
    let subject = subject_of(&ctx, &mut form, kind);
    let text = message(&mut form);
    if let (true, Some(email)) = (form.is_fine(), &email) {
        within_letters(&app, &ctx, &mut form, email);
    }
    let (Some(organisation_id), Some(name), Some(email), Some(subject), Some(text), true) =
        (organisation, name, email, subject, text, form.is_fine())
    else {
        return show_refused(&view(&ctx, form, &offered));
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
        kind,
        person_id,
        trap: form.value("website").to_owned(),
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
