//! Answers from "My trainings" in one click: taking an offered place, leaving the line for one.

use axum::extract::{Path, State};
use axum::response::Response;

use super::resign::find_own;
use crate::app::Shared;
use crate::enrolment::actions::{AcceptError, ResignError, accept, resign};
use crate::enrolment::rules::CanNotAccept;
use crate::enrolment::{EnrolmentState, permissions};
use crate::web::{AppError, Context, PostedBy, go_saying};

/// `POST /my/trainings/{enrolment}/accept`
pub(super) async fn take(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    posted: PostedBy,
) -> Result<Response, AppError> {
    let own = find_own(&app, &posted.actor, &id).await?;
    let enrolment = &own.enrolment;
    if !posted.form.is_fine() {
        return Ok(go_saying(&app, enrolment.home(), "enrolment-look-again"));
    }
    let permit = permissions::may_answer_offer(&posted.actor, enrolment, own.acts);
    let permit = permit.ok_or(AppError::NotFound)?;
    let said = match accept(&app, &permit, ctx.now()).await {
        Ok(EnrolmentState::Applied) => "enrolment-applied",
        Ok(_) => "enrolment-joined",
        Err(AcceptError::Refused(CanNotAccept::Lapsed)) => "enrolment-offer-over",
        Err(AcceptError::Refused(CanNotAccept::NotOffered)) => "enrolment-already-answered",
        Err(AcceptError::Database(error)) => return Err(error.into()),
    };
    Ok(go_saying(&app, enrolment.home(), said))
}

/// `POST /my/trainings/{enrolment}/leave-line`: one click. Whoever has been offered a place meanwhile is told so instead,
/// since that is not what the click was about.
pub(super) async fn leave(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
    posted: PostedBy,
) -> Result<Response, AppError> {
    let own = find_own(&app, &posted.actor, &id).await?;
    let enrolment = &own.enrolment;
    let said = match enrolment.state {
        _ if !posted.form.is_fine() => "enrolment-look-again",
        EnrolmentState::Waiting => {
            let permit = own.may_resign(&posted.actor)?;
            match resign(&app, &permit, ctx.now()).await {
                Ok(()) if own.detail.group.is_undrawn() => "draws-left",
                Ok(()) => "enrolment-left-line",
                Err(ResignError::Refused(_)) => "enrolment-already-closed",
                Err(ResignError::Database(error)) => return Err(error.into()),
            }
        }
        EnrolmentState::Offered => "enrolment-offered-meanwhile",
        _ => "enrolment-already-closed",
    };
    Ok(go_saying(&app, enrolment.home(), said))
}
