//! The link of an invitation: the teenager chooses a password and can sign in.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::accounts::links::Standing;
use crate::accounts::pages::{chosen_password, link_problem};
use crate::app::Shared;
use crate::families::store::FIND_CHILD;
use crate::families::teenager::teen_store::FIND_BY_TOKEN;
use crate::families::teenager::{AcceptError, Link, LinkState, take_invitation};
use crate::families::types::Child;
use crate::forms::Form;
use crate::secrets::hash_of;
use crate::web::headers::secret_address;
use crate::web::{AppError, Context, Page, Posted, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "families/invitation.html")]
struct InvitationPage {
    page: Page,
    form: Form,
    child: String,
    email: String,
    /// The address belongs to an account of its own.
    is_own_account: bool,
}

async fn look(
    app: &Shared,
    ctx: &Context,
    token: &str,
) -> Result<Result<(Link, Child), Standing>, AppError> {
    let (hash, now) = (hash_of(token), ctx.now());
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let Some(link) = tx.opt::<Link>(FIND_BY_TOKEN, &[&hash]).await? else {
                return Ok::<_, DbError>(Err(Standing::Unknown));
            };
            if link.state != LinkState::Invited {
                return Ok(Err(Standing::Used));
            }
            if link.expires_at <= now {
                return Ok(Err(Standing::Expired));
            }
            let child: Child = tx.one(FIND_CHILD, &[&link.person_id]).await?;
            Ok(Ok((link, child)))
        })
    });
    Ok(read.await?)
}

fn refuse(ctx: &Context, standing: Standing) -> Result<Response, AppError> {
    link_problem(ctx, "linked", standing, None)
}

fn view(ctx: &Context, (link, child): &(Link, Child), form: Form) -> InvitationPage {
    InvitationPage {
        page: ctx.page(ctx.t().get("teenagers-invitation-title")),
        form,
        child: child.known.given_name.clone(),
        email: link.email.clone(),
        is_own_account: false,
    }
}

/// `GET /linked/{token}`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
) -> Result<Response, AppError> {
    match look(&app, &ctx, &token).await? {
        Ok(found) => Ok(secret_address(show(&view(&ctx, &found, Form::new()))?)),
        Err(standing) => refuse(&ctx, standing),
    }
}

/// `POST /linked/{token}`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(token): Path<String>,
    posted: Posted,
) -> Result<Response, AppError> {
    let mut form = posted.form;
    let found = match look(&app, &ctx, &token).await? {
        Ok(found) => found,
        Err(standing) => return refuse(&ctx, standing),
    };
    let Some(hash) = chosen_password(&app, &mut form).await? else {
        return Ok(secret_address(show_refused(&view(&ctx, &found, form))?));
    };
    let (own, lang, now) = (app.clone(), ctx.lang(), ctx.now());
    let write = app.db.write(move |tx| {
        Box::pin(async move { take_invitation(tx, &own, &token, (hash, lang), now).await })
    });
    match write.await {
        Ok(account) => {
            app.sessions.forget(account);
            app.outbox.wake();
            Ok(go_saying(
                &app,
                "/sign-in?next=%2Fmy%2Frecord",
                "teenagers-linked",
            ))
        }
        Err(AcceptError::Over) => refuse(&ctx, Standing::Used),
        Err(AcceptError::OwnAccount) => {
            let mut again = view(&ctx, &found, form);
            again.is_own_account = true;
            Ok(secret_address(show_refused(&again)?))
        }
        Err(AcceptError::Database(error)) => Err(error.into()),
    }
}
