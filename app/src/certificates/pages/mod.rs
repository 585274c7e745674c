//! Pages of certificates: the download, the public check, the register, a whole group at once, and one person in one group
//! as staff sees it.

mod batch;
mod deeds;
mod download;
mod enrolment;
mod layout_form;
mod layouts;
mod register;
mod verify;

use axum::Router;
use axum::routing::{get, post};

use crate::app::Shared;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/my/trainings/{enrolment}/certificate.pdf",
            get(download::own),
        )
        .route("/staff/certificates", get(register::page))
        .route("/staff/certificates/{file}", get(download::of_branch))
        .route(
            "/staff/certificates/layouts/{organisation}",
            get(layouts::page).post(layouts::send),
        )
        .route(
            "/staff/certificates/layouts/{organisation}/logo",
            post(layout_form::send_logo),
        )
        .route("/staff/groups/{group}/certificates", get(batch::page))
        .route(
            "/staff/groups/{group}/certificates.zip",
            get(batch::zip).post(batch::zip_chosen),
        )
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
