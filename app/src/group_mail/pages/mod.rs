//! Pages of mail to a group: the form with the preview, and what became of a mail.

mod sent;
mod write;

use axum::Router;
use axum::routing::get;

use crate::app::Shared;

/// Routes of mail to groups.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/staff/groups/{group}/mail",
            get(write::page).post(write::send_or_show),
        )
        .route("/staff/groups/{group}/mail/{mail}", get(sent::page))
}
