//! What staff does to many courses at once.

use axum::extract::State;
use axum::response::Response;

use super::{open_course, refusal};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::editing::SaveError;
use crate::catalogue::editing::actions::move_course;
use crate::catalogue::editing::permissions::EditCourse;
use crate::catalogue::{Course, CourseState};
use crate::permit::Permit;
use crate::staff_tables::bulk::{Chosen, Outcome, Question, Why};
use crate::web::{AppError, Context, PostedBy, go_saying};
use std::sync::Arc;

/// A course that the actor may edit; none for what is not there, or of others.
async fn find(
    app: &Shared,
    actor: &Arc<Actor>,
    id: i64,
) -> Result<Option<(Course, Permit<EditCourse>)>, AppError> {
    match open_course(app, actor, &id.to_string()).await {
        Ok(found) => Ok(Some(found)),
        Err(AppError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// POST /staff/courses: `deed` is `publish`, `draft` or `archive`.
pub(super) async fn send(
    State(app): State<Shared>,
    context: Context,
    PostedBy { actor, form }: PostedBy,
) -> Result<Response, AppError> {
    let chosen = Chosen::of(&form)?;
    let to = match chosen.deed.as_str() {
        "publish" => CourseState::Published,
        "draft" => CourseState::Draft,
        "archive" => CourseState::Archived,
        _ => return Err(AppError::NotFound),
    };
    if !actor.is_staff() {
        return Err(AppError::NotFound);
    }
    if chosen.ids.is_empty() {
        return Ok(go_saying(&app, &context.here(), "lists-none-chosen"));
    }
    if !chosen.is_confirmed {
        let mut names = Vec::new();
        for id in &chosen.ids {
            let found = find(&app, &actor, *id).await?;
            names.extend(found.map(|(course, _)| course.title));
        }
        return Question {
            chosen: &chosen,
            names,
            back: context.here(),
            asks: Vec::new(),
            is_grave: false,
        }
        .page(&context, form);
    }
    let mut outcome = Outcome::new(&context);
    for id in &chosen.ids {
        match find(&app, &actor, *id).await {
            Ok(Some((course, permit))) => {
                let fate = move_one(&app, &context, (&course, &permit), to).await;
                let named = (course.title, format!("/staff/courses/{id}"));
                outcome.note(named, fate);
            }
            Ok(None) => outcome.note(Default::default(), Err(Why::Missing)),
            Err(error) => outcome.note(Default::default(), Err(error.into())),
        }
    }
    app.catalogue.refresh_soon(&app.db, context.now()).await;
    outcome.page(&context, &chosen.deed, context.here())
}

async fn move_one(
    app: &Shared,
    context: &Context,
    (course, permit): (&Course, &Permit<EditCourse>),
    to: CourseState,
) -> Result<(), Why> {
    if course.state == to {
        return Err(Why::refused("lists_is_so"));
    }
    let done = move_course(&app.db, permit, course.version, to, context.now()).await;
    done.map_err(|error| match error {
        SaveError::ChangedMeanwhile => Why::refused("request_moved"),
        error => refusal(error).map_or_else(Why::from, Why::Refused),
    })
}
