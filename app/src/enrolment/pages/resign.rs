//! Giving a place back: a question, then the answer; after the deadline the way to the organiser.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::accounts::Actor;
use crate::app::{App, Shared};
use crate::catalogue::{self, GroupDetail};
use crate::enrolment::actions::{ResignError, resign};
use crate::enrolment::rules::{self, CanNotResign};
use crate::enrolment::{Enrolment, EnrolmentId, find, permissions, when};
use crate::forms::Form;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

const TRAININGS: &str = "/my/trainings";

#[derive(Template)]
#[template(path = "enrolment/resign.html")]
struct ResignPage {
    page: Page,
    form: Form,
    title: String,
    starts: String,
    action: String,
    /// The day on which it became too late.
    too_late_since: Option<String>,
}

/// `GET /my/trainings/{enrolment}/resign`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    let (enrolment, detail) = find_own(&app, actor, &id).await?;
    match rules::may_resign(enrolment.state, &detail, ctx.now()) {
        Ok(()) => show(&question(&ctx, &enrolment, &detail, None)),
        Err(CanNotResign::AlreadyOver) => {
            Ok(go_saying(&app, TRAININGS, "enrolment-already-closed"))
        }
        Err(late @ CanNotResign::TooLate(_)) => {
            show(&question(&ctx, &enrolment, &detail, Some(late)))
        }
    }
}

/// `POST /my/trainings/{enrolment}/resign`
pub(super) async fn send(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    posted: PostedBy,
) -> Result<Response, AppError> {
    let (enrolment, detail) = find_own(&app, &posted.actor, &id).await?;
    if !posted.form.is_fine() {
        let mut again = question(&ctx, &enrolment, &detail, None);
        again.form = posted.form;
        return show_refused(&again);
    }
    let permit = permissions::may_resign(&posted.actor, &enrolment).ok_or(AppError::NotFound)?;
    match resign(&app, &permit, ctx.now()).await {
        Ok(()) => Ok(go_saying(&app, TRAININGS, "enrolment-resigned")),
        Err(ResignError::Refused(CanNotResign::AlreadyOver)) => {
            Ok(go_saying(&app, TRAININGS, "enrolment-already-closed"))
        }
        Err(ResignError::Refused(late @ CanNotResign::TooLate(_))) => {
            show_refused(&question(&ctx, &enrolment, &detail, Some(late)))
        }
        Err(ResignError::Database(error)) => Err(error.into()),
    }
}

/// The viewer's own enrolment with its group; anybody else's does not exist.
pub(super) async fn find_own(
    app: &App,
    actor: &Actor,
    id: &str,
) -> Result<(Enrolment, GroupDetail), AppError> {
    let id: EnrolmentId = id.parse().map_err(|_| AppError::NotFound)?;
    let account_id = actor.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let Some(enrolment) = find(tx, id)
                .await?
                .filter(|found| found.account_id == account_id)
            else {
                return Ok::<_, DbError>(None);
            };
            let detail = catalogue::load_group(tx, enrolment.group_id).await?;
            Ok(detail.map(|detail| (enrolment, detail)))
        })
    });
    read.await?.ok_or(AppError::NotFound)
}

fn question(
    ctx: &Context,
    enrolment: &Enrolment,
    detail: &GroupDetail,
    why_not: Option<CanNotResign>,
) -> ResignPage {
    let t = ctx.t();
    let too_late_since = match why_not {
        Some(CanNotResign::TooLate(day)) => Some(t.day_of(day)),
        _ => None,
    };
    let heading = if too_late_since.is_some() {
        "enrolment-late-title"
    } else {
        "enrolment-resign-title"
    };
    ResignPage {
        page: ctx.page(t.get(heading)),
        form: Form::new(),
        title: detail.course.title.clone(),
        starts: when::first(t, detail),
        action: format!("{TRAININGS}/{}/resign", enrolment.id),
        too_late_since,
    }
}
