//! Pages of surveys: the participant's form, the staff's results.

mod answer;
mod results;

use axum::Router;
use axum::routing::get;
use database::{DbError, Tx, Work};
use jiff::Timestamp;

use crate::app::Shared;
use crate::enrolment::EnrolmentId;

/// What happens in the transaction of a survey after it is kept; given by a room above.
pub type AfterSurvey =
    for<'a, 'c> fn(&'a mut Tx<'c>, Shared, EnrolmentId, Timestamp) -> Work<'a, (), DbError>;

/// Routes of the room.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/my/trainings/{enrolment}/survey",
            get(answer::page).post(answer::send),
        )
        .route("/staff/groups/{group}/survey", get(results::page))
}
