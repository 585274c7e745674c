//! The staff's pages of groups.

mod applications;
mod attendance;
mod calendar;
mod cancel;
mod code;
mod copy;
mod deadlines;
mod decisions;
mod finish;
mod form;
mod group;
mod late;
mod line;
mod many;
mod many_groups;
mod odd;
mod participants;
mod save;
mod transfer;
mod waiting;

use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};

pub(crate) use calendar::{around, zone_of};

use super::Opened;
use crate::app::{App, Shared};
use crate::web::go_saying;

/// Back to a group at which there is nothing left to do.
fn closed(app: &App, opened: &Opened) -> Response {
    let group = format!("/staff/groups/{}", opened.detail.group.id);
    go_saying(app, &group, "staff-group-closed")
}

/// Routes of the staff's pages of groups.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route(
            "/staff/applications",
            get(applications::list).post(applications::send),
        )
        .route("/staff/calendar", get(calendar::show_week))
        .route(
            "/staff/groups/{group}/meetings/{meeting}/code",
            get(code::show_code),
        )
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
            get(participants::list).post(many::decide),
        )
        .route("/staff/courses/{course}/groups", post(many_groups::send))
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
        .merge(decisions())
}

/// Routes of decisions about one enrolment.
fn decisions() -> Router<Shared> {
    Router::new()
        .route(
            "/staff/enrolments/{enrolment}/confirm",
            post(decisions::confirm),
        )
        .route(
            "/staff/enrolments/{enrolment}/refuse",
            get(decisions::ask_to_refuse).post(decisions::refuse),
        )
        .route(
            "/staff/enrolments/{enrolment}/cancel",
            get(decisions::ask_to_cancel).post(decisions::cancel),
        )
        .route(
            "/staff/enrolments/{enrolment}/address",
            get(decisions::ask_for_address).post(decisions::show_address),
        )
        .route(
            "/staff/enrolments/{enrolment}/transfer",
            get(transfer::ask).post(transfer::send),
        )
        .route(
            "/staff/enrolments/{enrolment}/move-up",
            get(line::ask).post(line::send),
        )
        .route(
            "/staff/enrolments/{enrolment}/late",
            get(late::ask).post(late::answer),
        )
        .route(
            "/staff/deadlines/{organisation}",
            get(deadlines::ask).post(deadlines::save),
        )
}
