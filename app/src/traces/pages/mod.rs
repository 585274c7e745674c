//! Pages of the log: the entries of a branch for administrators, and what of one's own data staff saw or changed.

mod filter;
mod list;
mod mine;

use axum::Router;
use axum::routing::get;

use crate::app::Shared;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/traces", get(list::page))
        .route("/my/traces", get(mine::page))
}
