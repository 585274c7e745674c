//! The two pages that every public site owes its visitors: what happens to their data, and how accessible it is.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::get;

use super::{AppError, Context, Page, show};
use crate::app::Shared;

/// A page of headings with a paragraph each; the words are messages `web-<name>-<part>` and `web-<name>-<part>-text`.
#[derive(Template)]
#[template(path = "statement.html")]
struct Statement {
    page: Page,
    lead: String,
    parts: Vec<(String, String)>,
}

const PRIVACY: [&str; 6] = ["what", "why", "who", "long", "rights", "cookies"];
const ACCESSIBILITY: [&str; 4] = ["standard", "ways", "known", "tell"];

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/privacy",
            get(async |ctx: Context| statement(&ctx, "privacy", &PRIVACY)),
        )
        .route(
            "/accessibility",
            get(async |ctx: Context| statement(&ctx, "accessibility", &ACCESSIBILITY)),
        )
}

fn statement(ctx: &Context, name: &str, parts: &[&str]) -> Result<Response, AppError> {
    let t = ctx.t();
    let say = |key: String| t.get(&key).to_string();
    show(&Statement {
        page: ctx.page(say(format!("web-nav-{name}"))),
        lead: say(format!("web-{name}-lead")),
        parts: parts
            .iter()
            .map(|part| {
                (
                    say(format!("web-{name}-{part}")),
                    say(format!("web-{name}-{part}-text")),
                )
            })
            .collect(),
    })
}
