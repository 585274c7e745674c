//! The first page of staff, its daily letter, and the institutions that are behind.

mod branch;
mod digest;
mod today;

use axum::Router;
use axum::routing::get;

use crate::app::Shared;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff", get(today::today))
        .route("/staff/branch", get(branch::list))
        .route("/staff/digest", get(digest::page).post(digest::switch))
}
