//! Pages of surveys: the participant's form, the staff's results.

mod answer;
mod results;

use axum::Router;
use axum::routing::get;

use crate::app::Shared;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/my/trainings/{enrolment}/survey",
            get(answer::page).post(answer::send),
        )
        .route("/staff/groups/{group}/survey", get(results::page))
}
