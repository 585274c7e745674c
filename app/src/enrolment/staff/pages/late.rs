//! Answering a request to be withdrawn after the deadline.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::super::{Opened, Participant, open_enrolment};
use super::decisions::{group_of, list_of, name_of};
use crate::app::Shared;
use crate::enrolment::actions::{LateError, decline_late, withdraw_late};
use crate::enrolment::line_store::FIND_LATE;
use crate::enrolment::{Enrolment, EnrolmentId, Late};
use crate::forms::{FieldError, Form};
use crate::text::clean_text;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

#[derive(Template)]
#[template(path = "staff/late.html")]
struct Answer {
    page: Page,
    form: Form,
    group: (String, String),
    list: String,
    back: String,
    action: String,
    asked: String,
    reason: String,
    is_paid: bool,
}

async fn find(app: &Shared, id: EnrolmentId) -> Result<Option<Late>, DbError> {
    let found = app
        .db
        .read(move |tx| Box::pin(async move { tx.opt::<Late>(FIND_LATE, &[&id]).await }));
    Ok(found.await?.filter(Late::is_open))
}

fn page(
    context: &Context,
    opened: &Opened,
    (one, who): (&Enrolment, &Participant),
    late: &Late,
    form: Form,
) -> Answer {
    let (t, detail) = (context.t(), &opened.detail);
    let title = t.get("staff-late-title").text("name", name_of(who));
    Answer {
        page: context.page(title).dense(),
        form,
        group: group_of(opened),
        list: list_of(opened),
        back: format!("/staff/enrolments/{}", one.id),
        action: format!("/staff/enrolments/{}/late", one.id),
        asked: t.date_time(late.asked_at, &detail.organisation.zone),
        reason: late.reason.clone(),
        is_paid: detail.group.price_minor > 0,
    }
}

/// GET /staff/enrolments/{enrolment}/late
pub(super) async fn ask(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = context.staff()?;
    let (opened, one, who) = open_enrolment(&app, actor, &id, context.now()).await?;
    opened.deciding()?;
    match find(&app, one.id).await? {
        Some(late) if one.state.is_open() => {
            show(&page(&context, &opened, (&one, &who), &late, Form::new()))
        }
        _ => Ok(go_saying(&app, &list_of(&opened), "staff-decided-before")),
    }
}

/// POST /staff/enrolments/{enrolment}/late
pub(super) async fn answer(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let now = context.now();
    let (opened, one, who) = open_enrolment(&app, &actor, &id, now).await?;
    let permit = opened.deciding()?;
    let withdraws = form.value("deed") == "withdraw";
    if !withdraws && form.value("deed") != "decline" {
        form.refuse(FieldError::new("", "choose"));
    }
    let answer = match clean_text(form.value("answer"), 1_000) {
        Ok(answer) => answer,
        Err(problem) => {
            form.refuse(problem.on("answer"));
            String::new()
        }
    };
    if form.is_fine() {
        let done = if withdraws {
            withdraw_late(&app, permit, one.id, &answer, now).await
        } else {
            decline_late(&app, permit, one.id, &answer, now).await
        };
        let said = match done {
            Ok(()) if withdraws => "staff-withdrawn",
            Ok(()) => "staff-late-declined",
            Err(LateError::NoReason) => {
                form.refuse(FieldError::new("answer", "required"));
                ""
            }
            Err(LateError::Database(error)) => return Err(error.into()),
            Err(_) => "staff-decided-before",
        };
        if form.is_fine() {
            return Ok(go_saying(&app, &list_of(&opened), said));
        }
    }
    match find(&app, one.id).await? {
        Some(late) => show_refused(&page(&context, &opened, (&one, &who), &late, form)),
        None => Ok(go_saying(&app, &list_of(&opened), "staff-decided-before")),
    }
}
