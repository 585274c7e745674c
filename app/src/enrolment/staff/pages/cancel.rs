//! Calling a group off: how many are told, and why.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::super::{Opened, open_group};
use super::closed;
use super::group::holders;
use crate::app::Shared;
use crate::enrolment::actions::{CancelError, cancel_group};
use crate::forms::{FieldError, Form};
use crate::text::clean_text;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "staff/cancel.html")]
struct Cancel {
    page: Page,
    form: Form,
    group: String,
    action: String,
    title: String,
    told: i64,
}

async fn page(
    app: &Shared,
    context: &Context,
    opened: &Opened,
    form: Form,
) -> Result<Cancel, AppError> {
    Ok(Cancel {
        page: context.page(context.t().get("staff-cancel-title")).dense(),
        form,
        group: format!("/staff/groups/{}", opened.detail.group.id),
        action: format!("/staff/groups/{}/cancel", opened.detail.group.id),
        title: opened.detail.course.title.clone(),
        told: holders(app, &opened.detail).await?,
    })
}

/// GET /staff/groups/{group}/cancel
pub(super) async fn ask(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = open_group(&app, context.staff()?, &id).await?;
    opened.editable()?;
    if opened.is_closed() {
        return Ok(closed(&app, &opened));
    }
    show(&page(&app, &context, &opened, Form::new()).await?)
}

/// POST /staff/groups/{group}/cancel
pub(super) async fn cancel(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open_group(&app, &actor, &id).await?;
    opened.editable()?;
    if opened.is_closed() {
        return Ok(closed(&app, &opened));
    }
    let reason = match clean_text(form.value("reason"), 1_000) {
        Ok(reason) if reason.is_empty() => {
            form.refuse(FieldError::new("reason", "required"));
            reason
        }
        Ok(reason) => reason,
        Err(problem) => {
            form.refuse(problem.on("reason"));
            String::new()
        }
    };
    if form.is_fine() {
        match cancel_group(&app, &opened.keep, &reason, context.now()).await {
            Ok(_) => {
                app.outbox.wake();
                return Ok(go_saying(
                    &app,
                    &format!("/staff/groups/{}", opened.detail.group.id),
                    "staff-group-cancelled",
                ));
            }
            Err(CancelError::AlreadyOver) => form.refuse(FieldError::new("", "group_over")),
            Err(CancelError::Database(error)) => return Err(error.into()),
        }
    }
    show_refused(&page(&app, &context, &opened, form).await?)
}
