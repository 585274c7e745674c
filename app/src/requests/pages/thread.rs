//! The thread as whoever asks sees it, behind the link of the letters; and the list of one's own.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::{Said, message, said, zone_of};
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::organisations::hours;
use crate::requests::actions::{RequestError, reply};
use crate::requests::links::{self, Purpose};
use crate::requests::store;
use crate::requests::types::{Line, Message, Request, RequestId, RequestState};
use crate::text::clean_email;
use crate::web::headers::secret_address;
use crate::web::{AppError, Context, Page, Posted, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "requests/thread.html")]
struct Thread {
    page: Page,
    form: Form,
    organisation: String,
    badge: (&'static str, String),
    sentence: String,
    messages: Vec<Said>,
    here: String,
    /// When somebody will read it, while nobody does.
    read_later: Option<String>,
}

async fn load(app: &Shared, link: &str) -> Result<(Request, Vec<Message>), AppError> {
    let id = links::read(app, Purpose::Thread, link).ok_or(AppError::NotFound)?;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let request: Request = tx.one(store::FIND_REQUEST, &[&id]).await?;
            let messages: Vec<Message> = tx.all(store::LIST_MESSAGES, &[&id]).await?;
            Ok::<_, DbError>((request, messages))
        })
    });
    let (request, messages) = read.await?;
    if request.state == RequestState::Unconfirmed {
        return Err(AppError::NotFound);
    }
    Ok((request, messages))
}

fn view(
    app: &Shared,
    ctx: &Context,
    (request, messages): (Request, Vec<Message>),
    form: Form,
) -> Thread {
    let (t, tree) = (ctx.t(), app.organisations.current());
    let state = request.state;
    let found = tree.find(request.organisation_id);
    let key = format!("requests-state-{}", state.code());
    let word = t.get(&key);
    Thread {
        organisation: found.map_or_else(String::new, |one| one.name.clone()),
        badge: (state.kind(), word.to_string()),
        sentence: t
            .get(&format!("requests-says-{}", state.code()))
            .to_string(),
        messages: said(
            t,
            &zone_of(&tree, request.organisation_id),
            &request.name,
            messages,
        ),
        here: links::path(app, Purpose::Thread, request.id),
        read_later: found
            .filter(|_| state == RequestState::Opened)
            .and_then(|home| hours::read_later(t, home, ctx.now())),
        page: ctx.page(&request.subject),
        form,
    }
}

/// `GET /requests/{link}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(link): Path<String>,
) -> Result<Response, AppError> {
    let found = load(&app, &link).await?;
    Ok(secret_address(show(&view(&app, &ctx, found, Form::new()))?))
}

/// `POST /requests/{link}`: a reply.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(link): Path<String>,
    Posted { mut form }: Posted,
) -> Result<Response, AppError> {
    let found = load(&app, &link).await?;
    let key = clean_email(&found.0.email).map_or_else(|_| String::new(), |email| email.key);
    let id = found.0.id;
    let text = message(&mut form);
    if let Err(code) = app.limits.letter(ctx.client(), &key) {
        form.refuse(FieldError::new("", code));
    }
    let Some(text) = text.filter(|_| form.is_fine()) else {
        return Ok(secret_address(show_refused(&view(
            &app, &ctx, found, form,
        ))?));
    };
    let (own, now) = (app.clone(), ctx.now());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { reply(tx, &own, id, &text, now).await }));
    match write.await {
        Ok(()) => {
            app.outbox.wake();
            let here = links::path(&app, Purpose::Thread, id);
            Ok(go_saying(&app, &here, "requests-replied"))
        }
        Err(RequestError::NotPossible) => Err(AppError::NotFound),
        Err(RequestError::Database(error)) => Err(error.into()),
    }
}

#[derive(Template)]
#[template(path = "requests/mine.html")]
struct Mine {
    page: Page,
    lines: Vec<Own>,
}

struct Own {
    href: String,
    subject: String,
    organisation: String,
    badge: (&'static str, String),
    when: String,
}

/// `GET /my/requests`
pub(super) async fn mine(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let account = ctx.actor()?.account_id;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(store::LIST_OF_ACCOUNT, &[&account]).await }));
    let lines: Vec<Line> = read.await.map_err(|error: DbError| error)?;
    let (t, tree) = (ctx.t(), app.organisations.current());
    let line = |one: Line| Own {
        href: own_link(&app, one.id),
        subject: one.subject,
        organisation: tree
            .find(one.organisation_id)
            .map_or_else(String::new, |home| home.name.clone()),
        badge: (
            one.state.kind(),
            t.get(&format!("requests-state-{}", one.state.code()))
                .to_string(),
        ),
        when: t.date_time(one.changed_at, &zone_of(&tree, one.organisation_id)),
    };
    show(&Mine {
        page: ctx.page(t.get("requests-mine-title")),
        lines: lines.into_iter().map(line).collect(),
    })
}

fn own_link(app: &Shared, id: RequestId) -> String {
    links::path(app, Purpose::Thread, id)
}
