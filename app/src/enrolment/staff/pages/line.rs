//! Moving somebody up the line, for a reason that those who are passed can read.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::super::{Opened, Participant, open_enrolment};
use super::decisions::{group_of, list_of, name_of};
use crate::app::Shared;
use crate::enrolment::actions::{MoveError, move_up};
use crate::enrolment::line_store::FIND_POSITION;
use crate::enrolment::{Enrolment, EnrolmentId};
use crate::forms::{FieldError, Form};
use crate::text::clean_text;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "staff/move_up.html")]
struct MoveUp {
    page: Page,
    form: Form,
    group: (String, String),
    list: String,
    back: String,
    action: String,
    position: i64,
}

async fn position_of(app: &Shared, id: EnrolmentId) -> Result<i64, DbError> {
    app.db
        .read(move |tx| Box::pin(async move { tx.one(FIND_POSITION, &[&id]).await }))
        .await
}

fn page(
    context: &Context,
    opened: &Opened,
    (one, who): (&Enrolment, &Participant),
    position: i64,
    form: Form,
) -> MoveUp {
    let title = context
        .t()
        .get("staff-move-up-title")
        .text("name", name_of(who));
    MoveUp {
        page: context.page(title).dense(),
        form,
        group: group_of(opened),
        list: list_of(opened),
        back: format!("/staff/enrolments/{}", one.id),
        action: format!("/staff/enrolments/{}/move-up", one.id),
        position,
    }
}

/// GET /staff/enrolments/{enrolment}/move-up
pub(super) async fn ask(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = context.staff()?;
    let (opened, one, who) = open_enrolment(&app, actor, &id, context.now()).await?;
    opened.deciding()?;
    if opened.detail.group.is_undrawn() {
        return Ok(go_saying(&app, &list_of(&opened), "draws-not-yet"));
    }
    let position = position_of(&app, one.id).await?;
    let form = Form::new().with("position", 1);
    show(&page(&context, &opened, (&one, &who), position, form))
}

/// POST /staff/enrolments/{enrolment}/move-up
pub(super) async fn send(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let now = context.now();
    let (opened, one, who) = open_enrolment(&app, &actor, &id, now).await?;
    let permit = opened.deciding()?;
    let to: Option<usize> = form.value("position").trim().parse().ok();
    if to.is_none() {
        form.refuse(FieldError::new("position", "number"));
    }
    let reason = match clean_text(form.value("reason"), 1_000) {
        Ok(reason) => reason,
        Err(problem) => {
            form.refuse(problem.on("reason"));
            String::new()
        }
    };
    if let (Some(to), true) = (to, form.is_fine()) {
        let refused = match move_up(&app, permit, one.id, to, &reason, now).await {
            Ok(_) => return Ok(go_saying(&app, &list_of(&opened), "staff-moved-up")),
            Err(MoveError::NotInLine) => {
                return Ok(go_saying(&app, &list_of(&opened), "staff-decided-before"));
            }
            Err(MoveError::NotDrawn) => {
                return Ok(go_saying(&app, &list_of(&opened), "draws-not-yet"));
            }
            Err(MoveError::NoReason) => FieldError::new("reason", "required"),
            Err(MoveError::NotAhead) => FieldError::new("position", "not_ahead"),
            Err(MoveError::Database(error)) => return Err(error.into()),
        };
        form.refuse(refused);
    }
    if opened.detail.group.is_undrawn() {
        return Ok(go_saying(&app, &list_of(&opened), "draws-not-yet"));
    }
    let position = position_of(&app, one.id).await?;
    show_refused(&page(&context, &opened, (&one, &who), position, form))
}
