//! "My trainings" [A9]: everything one has joined on one page, with what is missing and what comes next. It stands above
//! the rooms whose parts it shows: enrolment, surveys, certificates, materials.

mod after_the_end;
mod card;
mod drawing;
mod files;
mod hours;
mod pages;
mod sentence;
mod timeline;

use axum::Router;
use axum::routing::get;

use crate::app::Shared;

/// Routes of the page.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/my/trainings", get(pages::trainings))
        .route("/my/applications", get(pages::applications))
        .route("/my/trainings/hours.pdf", get(hours::pdf))
}
