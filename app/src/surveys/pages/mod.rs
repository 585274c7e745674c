//! Pages of surveys: the participant's form, the staff's results, the questions as an organisation writes them.

mod answer;
mod comparing;
mod question;
mod results;
mod sections;
mod writing;

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
        .route("/staff/courses/{course}/survey", get(comparing::page))
        .route("/staff/surveys", get(writing::organisations))
        .route(
            "/staff/surveys/{organisation}",
            get(writing::list).post(writing::change),
        )
        .route(
            "/staff/surveys/{organisation}/questions/{question}",
            get(question::page).post(question::save),
        )
        .route(
            "/staff/surveys/{organisation}/preview",
            get(writing::preview),
        )
}
