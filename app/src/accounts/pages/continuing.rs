//! Going on after signing in again: a form that was being typed comes back.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use crate::accounts::drafts;
use crate::app::Shared;
use crate::web::{self, AppError, Context, Page};

#[derive(Template)]
#[template(path = "accounts/continue.html")]
struct ContinuePage {
    page: Page,
    path: String,
    fields: Vec<(String, String)>,
}

/// "What you typed was kept", with one button that shows it again where it was typed.
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    let draft = match ctx.draft_token() {
        Some(token) => drafts::find(&app, token, actor.account_id, ctx.now()).await?,
        None => None,
    };
    let Some(draft) = draft else {
        return Ok(web::go("/"));
    };
    web::show(&ContinuePage {
        page: ctx.page(ctx.t().get("accounts-continue-title")),
        path: draft.path,
        fields: draft.fields,
    })
}
