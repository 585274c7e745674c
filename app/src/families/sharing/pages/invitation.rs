//! The link of an invitation: whoever is signed in accepts, anybody else is told how to.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::Timestamp;

use crate::accounts::links::Standing;
use crate::accounts::pages::link_problem;
use crate::app::Shared;
use crate::families::letters::Guardian;
use crate::families::sharing::accept;
use crate::families::sharing::permissions::may_accept;
use crate::families::sharing::sharing_store::{FIND_INVITATION, FIND_STANDING, Invitation};
use crate::families::store::{FIND_CHILD, FIND_RECIPIENT};
use crate::families::types::Child;
use crate::forms::Form;
use crate::secrets::hash_of;
use crate::web::headers::secret_address;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show};

#[derive(Template)]
#[template(path = "families/shared.html")]
struct SharedPage {
    page: Page,
    form: Form,
    child: String,
    /// Who invites.
    who: String,
    /// Where signing in leads back to this page.
    sign_in: String,
}

async fn look(
    app: &Shared,
    ctx: &Context,
    token: &str,
) -> Result<Result<(String, String), Standing>, AppError> {
    let (hash, now) = (hash_of(token), ctx.now());
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let found: Option<Invitation> = tx.opt(FIND_INVITATION, &[&hash, &now]).await?;
            let Some(found) = found else {
                let standing: Option<(Timestamp, String)> = tx.opt(FIND_STANDING, &[&hash]).await?;
                return Ok::<_, DbError>(Err(match standing {
                    None => Standing::Unknown,
                    Some((until, _)) if until <= now => Standing::Expired,
                    Some(_) => Standing::Used,
                }));
            };
            let child: Child = tx.one(FIND_CHILD, &[&found.person_id]).await?;
            let who: Option<Guardian> = tx.opt(FIND_RECIPIENT, &[&found.invited_by]).await?;
            let who = who.map(|one| one.name).unwrap_or_default();
            Ok(Ok((child.known.given_name, who)))
        })
    });
    Ok(read.await?)
}

fn refuse(ctx: &Context, standing: Standing) -> Result<Response, AppError> {
    link_problem(ctx, "shared", standing, None)
}

/// `GET /shared/{token}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    match look(&app, &ctx, &token).await? {
        Ok((child, who)) => Ok(secret_address(show(&SharedPage {
            page: ctx.page(ctx.t().get("sharing-invitation-title")),
            form: Form::new(),
            child,
            who,
            sign_in: format!("/sign-in?next=%2Fshared%2F{token}"),
        })?)),
        Err(standing) => refuse(&ctx, standing),
    }
}

/// `POST /shared/{token}`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
    posted: PostedBy,
) -> Result<Response, AppError> {
    if let Err(standing) = look(&app, &ctx, &token).await? {
        return refuse(&ctx, standing);
    }
    let Some(permit) = may_accept(&posted.actor) else {
        return Ok(go_saying(&app, "/my/record", "sharing-not-linked"));
    };
    let (own, now) = (app.clone(), ctx.now());
    let write = app
        .db
        .write(move |tx| Box::pin(async move { accept(tx, &own, &permit, &token, now).await }));
    let Some(child) = write.await.map_err(|error: DbError| error)? else {
        return refuse(&ctx, Standing::Used);
    };
    app.outbox.wake();
    Ok(go_saying(
        &app,
        &format!("/my/children/{child}"),
        "sharing-accepted",
    ))
}
