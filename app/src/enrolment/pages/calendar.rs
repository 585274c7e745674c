//! The calendar file of a training that one has joined.

use axum::extract::{Path, State};
use axum::response::Response;

use super::resign::find_seen;
use crate::app::Shared;
use crate::enrolment::entries;
use crate::web::{AppError, Context, ICS, download};

/// `GET /my/trainings/{enrolment}/calendar.ics`: with the link of an online room, which only participants get.
pub(super) async fn file(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    let own = find_seen(&app, actor, &id).await?;
    if !own.enrolment.state.takes_part() {
        return Err(AppError::NotFound);
    }
    let text = entries::file(&own.detail, &app.config.base_url, ctx.now());
    Ok(download(ICS, "calendar.ics", text))
}
