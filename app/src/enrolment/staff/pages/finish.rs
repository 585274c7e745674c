//! The end of a group: how many complete it, asked before it is done.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::super::{Opened, open_group, people};
use super::closed;
use crate::app::Shared;
use crate::enrolment::actions::{FinishError, finish as finish_group};
use crate::forms::{FieldError, Form};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "staff/finish.html")]
struct Finish {
    page: Page,
    form: Form,
    group: String,
    action: String,
    title: String,
    completed: usize,
    not_completed: usize,
    unmarked: usize,
    percent: i64,
    ends: String,
    is_over: bool,
}

async fn page(
    app: &Shared,
    context: &Context,
    opened: &Opened,
    form: Form,
) -> Result<Finish, AppError> {
    let (detail, now, t) = (&opened.detail, context.now(), context.t());
    let list = people::look_up(app, opened.keep.by(), detail, "group.look_up", context).await?;
    let (completed, not_completed) = list.outcome(detail);
    let ends_at = detail.ends_at();
    Ok(Finish {
        page: context.page(t.get("staff-finish-title")).dense(),
        form,
        group: format!("/staff/groups/{}", detail.group.id),
        action: format!("/staff/groups/{}/finish", detail.group.id),
        title: detail.course.title.clone(),
        completed,
        not_completed,
        unmarked: list.unmarked(detail),
        percent: detail.group.attendance_percent,
        ends: ends_at
            .map(|at| t.date_time(at, &detail.organisation.zone))
            .unwrap_or_default(),
        is_over: ends_at.is_none_or(|at| at <= now),
    })
}

/// GET /staff/groups/{group}/finish
pub(super) async fn ask(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = open_group(&app, context.staff()?, &id).await?;
    if opened.is_closed() {
        return Ok(closed(&app, &opened));
    }
    show(&page(&app, &context, &opened, Form::new()).await?)
}

/// POST /staff/groups/{group}/finish
pub(super) async fn finish(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open_group(&app, &actor, &id).await?;
    if opened.is_closed() {
        return Ok(closed(&app, &opened));
    }
    let refused = match finish_group(&app, &opened.keep, context.now()).await {
        Ok(_) => {
            app.outbox.wake();
            return Ok(go_saying(
                &app,
                &format!("/staff/groups/{}", opened.detail.group.id),
                "staff-group-finished",
            ));
        }
        Err(FinishError::NotRunning) => FieldError::new("", "group_not_running"),
        Err(FinishError::NotOver(at)) => {
            let when = context.t().date_time(at, &opened.detail.organisation.zone);
            FieldError::new("", "group_not_over").with("when", when)
        }
        Err(FinishError::Unmarked(count)) => {
            FieldError::new("", "attendance_unmarked").with("count", count)
        }
        Err(FinishError::Undecided(count)) => {
            FieldError::new("", "applications_undecided").with("count", count)
        }
        Err(FinishError::Database(error)) => return Err(error.into()),
    };
    form.refuse(refused);
    show_refused(&page(&app, &context, &opened, form).await?)
}
