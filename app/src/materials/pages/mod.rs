//! Pages of materials: the staff's list with the upload, the download for both sides.

mod download;
mod keeping;
mod many;
mod upload;

use axum::Router;
use axum::routing::{get, post};

use crate::app::Shared;
pub use keeping::size_in_words;

/// Routes of pages.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff/groups/{group}/materials", get(keeping::list))
        .route(
            "/staff/groups/{group}/materials/many",
            get(many::back).post(many::send),
        )
        .route(
            "/staff/groups/{group}/materials/{material}",
            post(keeping::change),
        )
        .route(
            "/staff/groups/{group}/materials/{material}/delete",
            get(keeping::ask).post(keeping::delete),
        )
}

/// Routes that take and hand out files.
pub fn file_routes() -> Router<Shared> {
    Router::new()
        .route("/staff/groups/{group}/materials", post(upload::take))
        .route(
            "/staff/groups/{group}/materials/{material}/file",
            get(download::of_group),
        )
        .route(
            "/my/trainings/{enrolment}/materials/{material}",
            get(download::own),
        )
}
