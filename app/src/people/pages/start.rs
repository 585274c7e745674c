//! The first page after an activation: what people come for, a button each.

use askama::Template;
use axum::response::Response;

use crate::web::{AppError, Context, Page, go, show};

#[derive(Template)]
#[template(path = "people/start.html")]
struct StartPage {
    page: Page,
}

/// `GET /my/start`
pub(super) async fn page(ctx: Context) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    if actor.is_linked {
        return Ok(go("/my/record"));
    }
    if actor.is_staff() {
        return Ok(go("/staff"));
    }
    show(&StartPage {
        page: ctx.page(ctx.t().get("people-start-title")),
    })
}
