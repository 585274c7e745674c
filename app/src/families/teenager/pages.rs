//! Pages of teenagers' sign-ins: what a parent looks after, the invitation, and the teenager's own view of the record.

mod invitation;
mod keep;
mod record;

use axum::Router;
use axum::routing::get;

use crate::app::Shared;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/my/children/{child}/sign-in",
            get(keep::page).post(keep::send),
        )
        .route("/my/record", get(record::page))
        .route(
            "/linked/{token}",
            get(invitation::page).post(invitation::send),
        )
}
