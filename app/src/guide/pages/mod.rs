//! Pages of the guide: what everybody reads, and how it is written.

mod help;
mod node;
mod node_page;
mod offices;
mod shown;
mod staff;

use axum::Router;
use axum::routing::get;

use super::permissions::{WriteGuide, may_write_guide};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::permit::Permit;
use crate::web::AppError;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/help", get(help::start))
        .route("/help/{slug}", get(help::page))
        .route("/staff/guide", get(staff::page).post(staff::send))
        .route("/staff/guide/new", get(node::new).post(node::send_new))
        .route(
            "/staff/guide/pages/{slug}",
            get(node::page).post(node::send),
        )
        .route("/staff/guide/preview/{slug}", get(help::preview))
}

/// Where the guide is written.
const HERE: &str = "/staff/guide";

/// The permit to write; for others there is no such page.
fn permit(actor: &Actor) -> Result<Permit<WriteGuide>, AppError> {
    may_write_guide(actor).ok_or(AppError::NotFound)
}
