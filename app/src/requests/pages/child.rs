//! Which child a request is about, after staff has found it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::families::staff::looks;
use crate::people::PersonId;
use crate::permit::Permit;
use crate::requests::actions::set_child;
use crate::requests::permissions::{AnswerRequest, may_answer};
use crate::requests::store;
use crate::requests::types::{Request, RequestId};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show};

#[derive(Template)]
#[template(path = "requests/staff_child.html")]
struct ChildPage {
    page: Page,
    here: String,
    back: String,
    subject: String,
    child: String,
}

struct Found {
    request: Request,
    permit: Permit<AnswerRequest>,
    child: PersonId,
    name: String,
}

/// Both have to be open to the actor; otherwise neither is there.
async fn load(
    app: &Shared,
    ctx: &Context,
    actor: &Actor,
    (request, child): (&str, &str),
) -> Result<Found, AppError> {
    let (id, child): (RequestId, PersonId) = (id_of(request)?, id_of(child)?);
    let (own, actor, now) = (app.clone(), actor.clone(), ctx.now());
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let request: Request = tx.one(store::FIND_REQUEST, &[&id]).await?;
            let tree = own.organisations.current();
            let permit = may_answer(&actor, &tree, &request).ok_or(DbError::NotFound)?;
            let opened = looks::open(tx, &own, &actor, child, now).await?;
            Ok::<_, DbError>(Found {
                request,
                permit,
                child,
                name: opened.child.known.name(),
            })
        })
    });
    Ok(read.await?)
}

/// `GET /staff/requests/{request}/child/{child}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path((request, child)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let found = load(&app, &ctx, ctx.staff()?, (&request, &child)).await?;
    let back = format!("/staff/requests/{}", found.request.id);
    show(&ChildPage {
        page: ctx.page(ctx.t().get("requests-child-title")).dense(),
        here: format!("{back}/child/{}", found.child),
        back,
        subject: found.request.subject,
        child: found.name,
    })
}

/// `POST /staff/requests/{request}/child/{child}`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path((request, child)): Path<(String, String)>,
    PostedBy { actor, .. }: PostedBy,
) -> Result<Response, AppError> {
    let found = load(&app, &ctx, &actor, (&request, &child)).await?;
    let (id, now) = (found.request.id, ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { set_child(tx, (&found.permit, id), found.child, now).await })
    });
    write.await.map_err(|error: DbError| error)?;
    let address = format!("/staff/requests/{id}");
    Ok(go_saying(&app, &address, "requests-child-set"))
}
