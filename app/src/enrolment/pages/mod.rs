//! Pages of joining and resigning.

mod attend;
mod calendar;
mod draw;
mod join;
mod join_words;
mod joining;
mod linked;
mod offer;
mod prepared;
mod resign;
mod who;
mod wishes;

use axum::Router;
use axum::routing::{get, post};

use crate::app::Shared;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/attend", get(attend::ask).post(attend::send))
        .route("/attend/{meeting}/{code}", get(attend::open))
        .route(
            "/courses/{course}/groups/{group}/join",
            get(join::page).post(join::send),
        )
        .route("/courses/{course}/groups/{group}/draw", get(draw::page))
        .route("/courses/{course}/groups/{group}/draw.csv", get(draw::file))
        .route("/my/wishes", get(wishes::page).post(wishes::send))
        .route(
            "/my/trainings/{enrolment}/resign",
            get(resign::page).post(resign::send),
        )
        .route(
            "/my/applications/prepared",
            get(prepared::page).post(prepared::send),
        )
        .route("/my/trainings/{enrolment}/resign/late", post(resign::ask))
        .route("/my/trainings/{enrolment}/accept", post(offer::take))
        .route("/my/trainings/{enrolment}/leave-line", post(offer::leave))
        .route(
            "/my/trainings/{enrolment}/calendar.ics",
            get(calendar::file),
        )
}
