//! Pages of certificates: the download, and the public check.

mod download;
mod verify;

use axum::Router;
use axum::routing::get;

use crate::app::Shared;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/my/trainings/{enrolment}/certificate.pdf",
            get(download::own),
        )
        .route("/staff/certificates/{file}", get(download::of_branch))
        .route("/verify", get(verify::form))
        .route("/verify/key", get(verify::key))
        .route(
            "/verify/{number}",
            get(verify::page).post(verify::check_name),
        )
}
