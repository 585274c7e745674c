//! The thread as whoever asks sees it, behind the link of the letters; and the list of one's own.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::{DbError, Tx};

use super::{Said, Step, due, ladder, message, said, zone_of};
use crate::app::Shared;
use crate::families::{self, GuardianshipState};
use crate::forms::{FieldError, Form};
use crate::organisations::hours;
use crate::requests::actions::{RequestError, reply};
use crate::requests::files::file_store::LIST_FILES;
use crate::requests::files::pages::ACCEPT;
use crate::requests::links::{self, Purpose};
use crate::requests::store;
use crate::requests::types::{Deed, Line, Request, RequestId, RequestState};
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
    kind: String,
    /// By when it is answered; whether that day is over.
    due: Option<(String, bool)>,
    /// The ladder, when it has been climbed.
    steps: Vec<Step>,
    /// Which files can be chosen.
    accept: &'static str,
}

/// A request behind its link.
pub(in crate::requests) struct Found {
    request: Request,
    /// With what was done about a child of whoever asks, and about their account.
    thread: super::Thread,
}

impl Found {
    /// Which.
    pub(in crate::requests) fn id(&self) -> RequestId {
        self.request.id
    }
}

/// Whoever does not act for the child of a request does not read what was done about it.
async fn deeds(tx: &mut Tx<'_>, request: &Request) -> Result<Vec<Deed>, DbError> {
    let Some(account) = request.account_id else {
        return Ok(Vec::new());
    };
    let mut child = request.person_id;
    if let Some(id) = child {
        let row: database::Params<'_> = &[&id, &account];
        let held: Option<GuardianshipState> =
            tx.opt(families::store::FIND_GUARDIANSHIP, row).await?;
        child = child.filter(|_| held == Some(GuardianshipState::Holds));
    }
    tx.all(store::LIST_DEEDS, &[&child, &account, &request.created_at])
        .await
}

/// The request of a link; one whose address is not confirmed does not exist.
pub(in crate::requests) async fn load(app: &Shared, link: &str) -> Result<Found, AppError> {
    let id = links::read(app, Purpose::Thread, link).ok_or(AppError::NotFound)?;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let request: Request = tx.one(store::FIND_REQUEST, &[&id]).await?;
            let thread = super::Thread {
                messages: tx.all(store::LIST_MESSAGES, &[&id]).await?,
                deeds: deeds(tx, &request).await?,
                files: tx.all(LIST_FILES, &[&id]).await?,
            };
            Ok::<_, DbError>(Found { request, thread })
        })
    });
    let found = read.await?;
    if found.request.state == RequestState::Unconfirmed {
        return Err(AppError::NotFound);
    }
    Ok(found)
}

fn view(app: &Shared, ctx: &Context, found: Found, form: Form) -> Thread {
    let (t, tree) = (ctx.t(), app.organisations.current());
    let request = found.request;
    let state = request.state;
    let home = tree.find(request.organisation_id);
    let key = format!("requests-state-{}", state.code());
    let steps = ladder(t, &tree, &request, &found.thread.messages);
    let here = links::path(app, Purpose::Thread, request.id);
    Thread {
        organisation: home.map_or_else(String::new, |one| one.name.clone()),
        badge: (state.kind(), t.get(&key).to_string()),
        sentence: t
            .get(&format!("requests-says-{}", state.code()))
            .to_string(),
        kind: t.get(&request.kind.key()).to_string(),
        due: due(t, &tree, &request, ctx.now()),
        steps: if steps.len() > 1 { steps } else { Vec::new() },
        messages: said(t, &tree, &request, found.thread, (false, &here)),
        accept: ACCEPT,
        here,
        read_later: home
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

/// The page with what is wrong.
pub(in crate::requests) fn refused(
    app: &Shared,
    ctx: &Context,
    found: Found,
    form: Form,
) -> Result<Response, AppError> {
    Ok(secret_address(show_refused(&view(app, ctx, found, form))?))
}

/// Every message writes a letter: there is a limit to that.
pub(in crate::requests) fn within_letters(
    app: &Shared,
    ctx: &Context,
    found: &Found,
) -> Result<(), FieldError> {
    let email = clean_email(&found.request.email);
    let key = email.map_or_else(|_| String::new(), |email| email.key);
    let passed = app.limits.letter(ctx.client(), &key);
    passed.map_err(|code| FieldError::new("", code))
}

/// `POST /requests/{link}`: a reply.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(link): Path<String>,
    Posted { mut form }: Posted,
) -> Result<Response, AppError> {
    let found = load(&app, &link).await?;
    let id = found.request.id;
    let text = message(&mut form);
    if let Err(refusal) = within_letters(&app, &ctx, &found) {
        form.refuse(refusal);
    }
    let Some(text) = text.filter(|_| form.is_fine()) else {
        return refused(&app, &ctx, found, form);
    };
    let (own, now) = (app.clone(), ctx.now());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { reply(tx, &own, id, &text, now).await }));
    match write.await {
        Ok(_) => {
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
    /// By when it is answered.
    due: String,
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
        due: one.due_at.map_or_else(String::new, |at| {
            t.day(at.to_zoned(zone_of(&tree, one.organisation_id)).date())
        }),
    };
    show(&Mine {
        page: ctx.page(t.get("requests-mine-title")),
        lines: lines.into_iter().map(line).collect(),
    })
}

fn own_link(app: &Shared, id: RequestId) -> String {
    links::path(app, Purpose::Thread, id)
}
