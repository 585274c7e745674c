//! The staff's pages of groups.

mod attendance;
mod cancel;
mod copy;
mod finish;
mod form;
mod group;
mod participants;
mod save;
mod today;

use axum::Router;
use axum::routing::{get, post};

use crate::app::Shared;

/// Routes of the staff's pages of groups.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/staff", get(today::today))
        .route(
            "/staff/courses/{course}/groups/new",
            get(save::show_new).post(save::make),
        )
        .route("/staff/groups/{group}", get(group::show_group))
        .route(
            "/staff/groups/{group}/edit",
            get(save::show_edit).post(save::save),
        )
        .route("/staff/groups/{group}/copy", get(copy::copy))
        .route("/staff/groups/{group}/publish", post(group::publish))
        .route(
            "/staff/groups/{group}/cancel",
            get(cancel::ask).post(cancel::cancel),
        )
        .route(
            "/staff/groups/{group}/participants",
            get(participants::list),
        )
        .route(
            "/staff/groups/{group}/participants.csv",
            get(participants::download),
        )
        .route(
            "/staff/groups/{group}/attendance-list",
            get(participants::paper),
        )
        .route(
            "/staff/groups/{group}/attendance",
            get(attendance::show_grid).post(attendance::mark),
        )
        .route(
            "/staff/groups/{group}/finish",
            get(finish::ask).post(finish::finish),
        )
}
