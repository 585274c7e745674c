//! Who acts for a child, and the link of an invitation.

mod invitation;
mod keep;

use axum::Router;
use axum::routing::get;

use crate::app::Shared;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/my/children/{child}/sharing",
            get(keep::page).post(keep::send),
        )
        .route(
            "/shared/{token}",
            get(invitation::page).post(invitation::send),
        )
}
