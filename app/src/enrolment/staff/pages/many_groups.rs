//! What staff does to many groups of a course at once.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;

use super::super::{Opened, open_group};
use crate::accounts::Actor;
use crate::app::Shared;
use crate::catalogue::editing::SaveError;
use crate::catalogue::editing::actions::publish_group;
use crate::catalogue::editing::pages::{open_course, refusal};
use crate::catalogue::{CourseId, GroupState};
use crate::enrolment::actions::{CancelError, cancel_group};
use crate::staff_tables::bulk::{Ask, Chosen, Outcome, Question, Why, reason};
use crate::web::{AppError, Context, PostedBy, go_saying};

/// A group of this course that the actor may change; none for what is not there, or of others.
async fn find(
    app: &Shared,
    actor: &Arc<Actor>,
    course: CourseId,
    id: i64,
) -> Result<Option<Opened>, AppError> {
    match open_group(app, actor, &id.to_string()).await {
        Ok(opened) => {
            let is_its = opened.detail.course.id == course && opened.edit.is_some();
            Ok(Some(opened).filter(|_| is_its))
        }
        Err(AppError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The group and how many have a place in it.
fn name_of(context: &Context, opened: &Opened) -> String {
    let (t, group) = (context.t(), &opened.detail.group);
    let named = t.get("staff-group-named").text("code", &group.code);
    let taken = t.get("staff-taken-of").int("taken", group.taken);
    let taken = taken.int("capacity", group.capacity);
    format!("{named}, {}: {taken}", t.get("staff-taken"))
}

/// POST /staff/courses/{course}/groups: `deed` is `publish-groups` or `cancel-groups`.
pub(super) async fn send(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let (course, _) = open_course(&app, &actor, &id).await?;
    let back = format!("/staff/courses/{}", course.id);
    let chosen = Chosen::of(&form)?;
    let is_end = chosen.deed == "cancel-groups";
    if !is_end && chosen.deed != "publish-groups" {
        return Err(AppError::NotFound);
    }
    if chosen.ids.is_empty() {
        return Ok(go_saying(&app, &back, "lists-none-chosen"));
    }
    let words = if chosen.is_confirmed && is_end {
        reason(&mut form)
    } else {
        String::new()
    };
    if !chosen.is_confirmed || !form.is_fine() {
        let mut names = Vec::new();
        for id in &chosen.ids {
            let found = find(&app, &actor, course.id, *id).await?;
            names.extend(found.map(|opened| name_of(&context, &opened)));
        }
        let ask = Ask::reason("staff-cancel-reason", "staff-cancel-reason-hint");
        return Question {
            chosen: &chosen,
            names,
            back,
            asks: Vec::from_iter(is_end.then_some(ask)),
            is_grave: is_end,
        }
        .page(&context, form);
    }
    let mut outcome = Outcome::new(&context);
    for id in &chosen.ids {
        match find(&app, &actor, course.id, *id).await {
            Ok(Some(opened)) => {
                let named = (name_of(&context, &opened), format!("/staff/groups/{id}"));
                let fate = if is_end {
                    end(&app, &context, &opened, &words).await
                } else {
                    publish(&app, &context, &opened).await
                };
                outcome.note(named, fate);
            }
            Ok(None) => outcome.note(Default::default(), Err(Why::Missing)),
            Err(error) => outcome.note(Default::default(), Err(error.into())),
        }
    }
    app.outbox.wake();
    app.catalogue.refresh_soon(&app.db, context.now()).await;
    outcome.page(&context, &chosen.deed, back)
}

async fn publish(app: &Shared, context: &Context, opened: &Opened) -> Result<(), Why> {
    let group = &opened.detail.group;
    if group.state != GroupState::Draft {
        return Err(Why::refused("lists_no_draft"));
    }
    let permit = opened.editable()?;
    let done = publish_group(&app.db, permit, group.version, context.now()).await;
    done.map_err(|error| match error {
        SaveError::ChangedMeanwhile => Why::refused("request_moved"),
        error => refusal(error).map_or_else(Why::from, Why::Refused),
    })
}

async fn end(app: &Shared, context: &Context, opened: &Opened, words: &str) -> Result<(), Why> {
    if opened.is_closed() {
        return Err(Why::refused("group_over"));
    }
    let done = cancel_group(app, &opened.keep, words, context.now()).await;
    done.map(|_| ()).map_err(|error| match error {
        CancelError::AlreadyOver => Why::refused("group_over"),
        CancelError::Database(error) => error.into(),
    })
}
