//! Pages of certificates: the download, the public check, and one person in one group as staff sees it.

mod deeds;
mod download;
mod enrolment;
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
        .route("/staff/enrolments/{enrolment}", get(enrolment::show_one))
        .route(
            "/staff/enrolments/{enrolment}/result",
            get(deeds::ask_correct).post(deeds::correct),
        )
        .route(
            "/staff/enrolments/{enrolment}/certificate/{deed}",
            get(deeds::ask_manage).post(deeds::manage),
        )
        .route("/verify", get(verify::form))
        .route("/verify/key", get(verify::key))
        .route(
            "/verify/{number}",
            get(verify::page).post(verify::check_name),
        )
}
