//! The views that one keeps: the list, keeping one, forgetting one.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use database::DbError;

use super::permissions::may_keep_views;
use super::{KeepError, MOST_VIEWS, Place, View, ViewId, keep, remove, view_store as store};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::forms::{FieldError, Form};
use crate::text::clean_line;
use crate::web::{AppError, Context, Page, PostedBy, go, go_saying, show, show_refused};

/// Characters of a name.
const LONGEST_NAME: usize = 60;

/// Routes of views.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/views", get(list).post(send))
        .route("/staff/views/{view}/remove", post(forget))
}

struct Line {
    id: ViewId,
    name: String,
    /// Empty for a table of which there are many.
    href: String,
    place: String,
}

#[derive(Template)]
#[template(path = "lists/views.html")]
struct Views {
    page: Page,
    form: Form,
    /// The table whose filter could not be kept yet: its name and address.
    place: Option<(String, String)>,
    lines: Vec<Line>,
}

async fn view(app: &Shared, ctx: &Context, actor: &Actor, form: Form) -> Result<Views, AppError> {
    let account = actor.account_id;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(store::LIST_VIEWS, &[&account]).await }));
    let views: Vec<View> = read.await.map_err(|error: DbError| error)?;
    let t = ctx.t();
    let name_of = |place: &Place| t.get(place.title).to_string();
    let line = |one: View| {
        let place = Place::find(&one.place)?;
        Some(Line {
            id: one.id,
            href: if place.is_of_many() {
                String::new()
            } else {
                place.address("", &one.query)
            },
            place: name_of(place),
            name: one.name,
        })
    };
    let place = Place::find(form.value("place"));
    Ok(Views {
        page: ctx.page(t.get("lists-views")).dense(),
        place: place.map(|place| (name_of(place), place.page(form.value("within")))),
        lines: views.into_iter().filter_map(line).collect(),
        form,
    })
}

/// `GET /staff/views`
async fn list(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    show(&view(&app, &ctx, ctx.staff()?, Form::new()).await?)
}

/// `POST /staff/views`: keeps the filter of a table and leads back to it.
async fn send(
    State(app): State<Shared>,
    ctx: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let permit = may_keep_views(&actor).ok_or(AppError::NotFound)?;
    let place = Place::find(form.value("place"));
    let place = place.ok_or(AppError::NotFound)?;
    if place.is_of_many() && !place.takes(form.value("within")) {
        return Err(AppError::NotFound);
    }
    let name = match clean_line(form.value("name"), LONGEST_NAME) {
        Ok(name) if name.is_empty() => {
            form.refuse(FieldError::new("name", "required"));
            name
        }
        Ok(name) => name,
        Err(problem) => {
            form.refuse(problem.on("name"));
            String::new()
        }
    };
    if form.is_fine() {
        let query = form.value("query");
        match keep(&app.db, &permit, place, (&name, query), ctx.now()).await {
            Ok(()) => {
                let there = place.address(form.value("within"), &place.shown(query));
                return Ok(go_saying(&app, &there, "lists-view-kept"));
            }
            Err(KeepError::TooMany) => {
                let error = FieldError::new("", "lists_too_many_views");
                form.refuse(error.with("most", MOST_VIEWS));
            }
            Err(KeepError::NameTaken) => form.refuse(FieldError::new("name", "lists_view_taken")),
            Err(KeepError::NoFilter) => form.refuse(FieldError::new("", "lists_no_filter")),
            Err(KeepError::Database(error)) => return Err(error.into()),
        }
    }
    show_refused(&view(&app, &ctx, &actor, form).await?)
}

/// `POST /staff/views/{view}/remove`. One of somebody else looks like one that is gone already.
async fn forget(
    State(app): State<Shared>,
    Path(id): Path<String>,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let permit = may_keep_views(&actor).ok_or(AppError::NotFound)?;
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    if !form.is_fine() {
        return Ok(go_saying(&app, "/staff/views", "staff-look-again"));
    }
    if remove(&app.db, &permit, id).await? {
        return Ok(go_saying(&app, "/staff/views", "lists-view-removed"));
    }
    Ok(go("/staff/views"))
}
