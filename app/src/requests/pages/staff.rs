//! The staff's list of requests, and one of them: read, answered, closed.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::Timestamp;

use super::{Said, message, said, zone_of};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::audit;
use crate::catalogue::editing::pages::id_of;
use crate::forms::{FieldError, Form};
use crate::permit::Permit;
use crate::requests::actions::{RequestError, answer, close};
use crate::requests::permissions::{AnswerRequest, answers_any, may_answer};
use crate::requests::store;
use crate::requests::types::{Line, Message, Request, RequestId, RequestState};
use crate::staff_tables::views::{REQUESTS, kept};
use crate::staff_tables::{Bar, Cell, Column, Listing, Row, Table, Taken};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// Lines of one page.
const PER_PAGE: usize = 50;
const SHOWN: [RequestState; 3] = [
    RequestState::Opened,
    RequestState::Answered,
    RequestState::Closed,
];

struct Tab {
    href: String,
    text: String,
    count: String,
    is_here: bool,
}

#[derive(Template)]
#[template(path = "requests/staff_list.html")]
struct ListPage {
    page: Page,
    tabs: Vec<Tab>,
    list: Listing,
}

/// `GET /staff/requests?show=opened`
pub(super) async fn list(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.staff()?;
    if !answers_any(actor) {
        return Err(AppError::NotFound);
    }
    let wanted = ctx
        .asked("show")
        .and_then(|code| RequestState::from_code(&code));
    let shown = wanted
        .filter(|state| SHOWN.contains(state))
        .unwrap_or(RequestState::Opened);
    let (account, now) = (actor.account_id, ctx.now());
    let action = Taken::action(&ctx, "request.look_up", "request.download");
    let entry = audit::Entry::new(now, account, action, "requests", 0);
    let (look, is_page) = (entry.clone(), Taken::asked(&ctx).is_none());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            if is_page {
                look.write(tx).await?;
            }
            let lines: Vec<Line> = tx
                .all(store::LIST_OF_BRANCH, &[&account, &now, &shown])
                .await?;
            let counts: Vec<(RequestState, i64)> =
                tx.all(store::COUNT_OF_BRANCH, &[&account, &now]).await?;
            Ok::<_, DbError>((lines, counts))
        })
    });
    let (lines, counts) = write.await?;
    let (t, tree) = (ctx.t(), app.organisations.current());
    let tabs = SHOWN.map(|state| Tab {
        href: format!("/staff/requests?show={}", state.code()),
        text: t.get(&format!("requests-way-{}", state.code())).to_string(),
        count: counts
            .iter()
            .find(|(one, _)| *one == state)
            .map_or(0, |(_, count)| *count)
            .to_string(),
        is_here: state == shown,
    });
    let row = |one: &Line| {
        let home = tree.find(one.organisation_id);
        let cells = vec![
            Cell::new(&one.subject).to(format!("/staff/requests/{}", one.id)),
            Cell::new(&one.name),
            Cell::new(home.map_or("", |home| home.name.as_str())),
            Cell::moment(t, one.changed_at, &zone_of(&tree, one.organisation_id)),
        ];
        Row::new(one.id, cells)
    };
    let heads = ["subject", "from", "organisation", "changed"];
    let heads = heads.map(|head| Column::new(t.get(&format!("requests-{head}"))).by(head));
    let rows = lines.iter().map(row);
    let title = t.get("requests-staff-title");
    let name = format!("requests-{}", shown.code());
    let table = Table::new(name, &title, heads.into(), rows);
    let list = Listing::found(&ctx, table, PER_PAGE);
    if let Some(file) = list.noted_file(&app, &ctx, entry).await? {
        return Ok(file);
    }
    let deeds: &[&'static str] = match shown {
        RequestState::Closed => &[],
        _ => &["close"],
    };
    show(&ListPage {
        page: ctx.page(title).dense(),
        tabs: tabs.into(),
        list: list
            .bar(Bar::new("bulk", ctx.here(), t, deeds))
            .kept(kept(&app, &ctx, REQUESTS).await?),
    })
}

#[derive(Template)]
#[template(path = "requests/staff_one.html")]
struct One {
    page: Page,
    form: Form,
    here: String,
    name: String,
    email: String,
    organisation: String,
    badge: (&'static str, String),
    messages: Vec<Said>,
    can_close: bool,
}

struct Found {
    request: Request,
    messages: Vec<Message>,
    permit: Permit<AnswerRequest>,
}

async fn load(app: &Shared, actor: &Actor, id: &str, now: Timestamp) -> Result<Found, AppError> {
    let (id, by): (RequestId, _) = (id_of(id)?, actor.account_id);
    let (tree, actor) = (app.organisations.current(), actor.clone());
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            let request: Request = tx.one(store::FIND_REQUEST, &[&id]).await?;
            let permit = may_answer(&actor, &tree, &request).ok_or(DbError::NotFound)?;
            audit::Entry {
                organisation_id: Some(request.organisation_id),
                ..audit::Entry::new(now, by, "request.look_up", "request", id.get())
            }
            .write(tx)
            .await?;
            Ok::<_, DbError>(Found {
                messages: tx.all(store::LIST_MESSAGES, &[&id]).await?,
                request,
                permit,
            })
        })
    });
    Ok(write.await?)
}

fn view(app: &Shared, ctx: &Context, found: Found, form: Form) -> One {
    let (t, tree, request) = (ctx.t(), app.organisations.current(), found.request);
    let home = tree.find(request.organisation_id);
    let key = format!("requests-state-{}", request.state.code());
    let word = t.get(&key);
    One {
        page: ctx.page(&request.subject).dense(),
        form,
        here: format!("/staff/requests/{}", request.id),
        organisation: home.map_or_else(String::new, |one| one.name.clone()),
        badge: (request.state.kind(), word.to_string()),
        messages: said(
            t,
            &zone_of(&tree, request.organisation_id),
            &request.name,
            found.messages,
        ),
        can_close: request.state != RequestState::Closed,
        email: crate::text::mask_email(&request.email),
        name: request.name,
    }
}

/// `GET /staff/requests/{request}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let found = load(&app, ctx.staff()?, &id, ctx.now()).await?;
    show(&view(&app, &ctx, found, Form::new()))
}

/// `POST /staff/requests/{request}`: `deed` is `answer` or `close`.
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let now = ctx.now();
    let found = load(&app, &actor, &id, now).await?;
    let is_closing = form.value("deed") == "close";
    let text = if is_closing { None } else { message(&mut form) };
    if !form.is_fine() {
        return show_refused(&view(&app, &ctx, found, form));
    }
    let (own, permit, here) = (app.clone(), found.permit, found.request.id);
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            match text {
                Some(text) => answer(tx, &own, &permit, &text, now).await,
                None => close(tx, &own, &permit, now).await,
            }
        })
    });
    match write.await {
        Ok(()) => {
            app.outbox.wake();
            let (address, said) = if is_closing {
                ("/staff/requests".to_owned(), "requests-closed")
            } else {
                (format!("/staff/requests/{here}"), "requests-answered")
            };
            Ok(go_saying(&app, &address, said))
        }
        Err(RequestError::Database(error)) => Err(error.into()),
        Err(RequestError::NotPossible) => {
            form.refuse(FieldError::new("", "request_moved"));
            let found = load(&app, &actor, &id, now).await?;
            show_refused(&view(&app, &ctx, found, form))
        }
    }
}
