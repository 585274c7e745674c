//! One group: facts, how many take part, what comes next; publishing it.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::Timestamp;

use super::super::change_words;
use super::super::staff_store::{COUNT_HOLDERS, COUNT_TOOK_PART, TookPart};
use super::super::{Opened, open_group};
use super::attendance::wall;
use crate::app::Shared;
use crate::catalogue::editing::actions::publish_group;
use crate::catalogue::editing::pages::{group_state_word, id_of, refusal};
use crate::catalogue::{Allocation, CourseState, GroupDetail, GroupState};
use crate::enrolment::when;
use crate::forms::Form;
use crate::i18n::Translator;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// What staff should do next with a group, as the ending of a message key.
fn next_step(detail: &GroupDetail, now: Timestamp) -> &'static str {
    let is_over = detail.ends_at().is_some_and(|ends| ends <= now);
    let has_begun = detail.starts_at().is_some_and(|starts| starts <= now);
    match detail.group.state {
        GroupState::Draft if detail.meetings.is_empty() => "add-meetings",
        GroupState::Draft => "publish",
        GroupState::Published | GroupState::Running if is_over => "finish",
        GroupState::Published | GroupState::Running if has_begun => "mark",
        GroupState::Published | GroupState::Running => "wait",
        GroupState::Finished => "finished",
        GroupState::Cancelled => "cancelled",
    }
}

#[derive(Template)]
#[template(path = "staff/group.html")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each shows or hides something of its own on the page"
)]
struct GroupPage {
    page: Page,
    form: Form,
    id: String,
    course: (String, String),
    organisation: String,
    code: String,
    version: i64,
    state: GroupState,
    badge: (&'static str, String),
    step: String,
    step_kind: &'static str,
    step_text: String,
    may_edit: bool,
    is_course_published: bool,
    has_begun: bool,
    /// Address of the code for the wall, while a meeting goes on.
    wall: Option<String>,
    meetings: Vec<String>,
    mode: String,
    place: String,
    link: String,
    trainers: String,
    taken: i64,
    /// How many took part, once it is over.
    took_part: Option<String>,
    waiting: Option<(i64, i64)>,
    needs_approval: bool,
    /// How places are given where they are drawn, and the address of the draw's public page.
    allocation: Option<(String, String)>,
    /// Address of the deadlines of the organisation, for its administrators.
    deadlines: Option<String>,
    capacity: i64,
    minimum: i64,
    window: (String, String),
    price: String,
    percent: i64,
    signatory: String,
}

fn group_page(
    context: &Context,
    opened: &Opened,
    took_part: Option<TookPart>,
    form: Form,
) -> GroupPage {
    let (t, detail, now) = (context.t(), &opened.detail, context.now());
    let (group, zone) = (&detail.group, &detail.organisation.zone);
    let lines = detail.meetings.iter().map(|meeting| {
        let span = when::span(t, detail, meeting.starts_at, meeting.ends_at);
        if meeting.place.is_empty() {
            span
        } else {
            format!("{span}, {}", meeting.place)
        }
    });
    let title = t
        .get("staff-group-title")
        .text("code", &group.code)
        .text("title", &detail.course.title);
    let step = next_step(detail, now);
    let signatory = [group.signatory_name.as_str(), &group.signatory_role];
    let filled: Vec<&str> = signatory
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    GroupPage {
        page: context.page(title).dense(),
        form,
        id: group.id.to_string(),
        course: (
            format!("/staff/courses/{}", detail.course.id),
            detail.course.title.clone(),
        ),
        organisation: detail.organisation.name.clone(),
        code: group.code.clone(),
        version: group.version,
        state: group.state,
        badge: group_state_word(t, group.state),
        step_kind: match step {
            "wait" | "finished" => "done",
            "cancelled" => "problem",
            _ => "attention",
        },
        step_text: t.get(&format!("staff-step-{step}")).to_string(),
        step: step.to_owned(),
        may_edit: opened.edit.is_some(),
        is_course_published: detail.course.state == CourseState::Published,
        has_begun: detail.starts_at().is_some_and(|starts| starts <= now),
        wall: wall(detail, now),
        meetings: lines.collect(),
        mode: change_words::mode(t, group.mode),
        place: group.place.clone(),
        link: group.online_link.clone(),
        trainers: group.trainers.clone(),
        taken: group.taken,
        took_part: took_part.map(|TookPart { all, completed }| {
            let sum = t.get("staff-took-part").int("count", all);
            sum.int("completed", completed).to_string()
        }),
        waiting: (group.waiting + group.waiting_places > 0 && !group.is_undrawn())
            .then_some((group.waiting, group.waiting_places)),
        needs_approval: group.needs_approval,
        allocation: allocation(t, detail),
        deadlines: opened
            .deadlines
            .as_ref()
            .map(|permit| format!("/staff/deadlines/{}", permit.on())),
        capacity: group.capacity,
        minimum: group.minimum,
        window: (
            t.date_time(group.opens_at, zone),
            t.date_time(group.closes_at, zone),
        ),
        price: if group.price_minor == 0 {
            t.get("staff-free").to_string()
        } else {
            t.money(group.price_minor, &group.currency)
        },
        percent: group.attendance_percent,
        signatory: filled.join(", "),
    }
}

/// How places are given, and what has become of the draw so far; nothing where who comes first has the place.
fn allocation(t: Translator, detail: &GroupDetail) -> Option<(String, String)> {
    let (group, zone) = (&detail.group, &detail.organisation.zone);
    if group.allocation == Allocation::FirstCome {
        return None;
    }
    let phase = match group.drawn_at {
        Some(at) => t
            .get("draws-staff-drawn")
            .text("when", t.date_time(at, zone)),
        None => t
            .get("draws-staff-waits")
            .text("when", t.date_time(group.closes_at, zone))
            .int("count", group.waiting),
    };
    let how = change_words::allocation(t, group.allocation);
    let page = format!("/courses/{}/groups/{}/draw", detail.course.id, group.id);
    Some((format!("{how}. {phase}"), page))
}

/// GET /staff/groups/{group}
pub(super) async fn show_group(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let opened = open_group(&app, context.staff()?, &id).await?;
    let took_part = took_part(&app, &opened.detail).await?;
    show(&group_page(&context, &opened, took_part, Form::new()))
}

/// POST /staff/groups/{group}/publish
pub(super) async fn publish(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open_group(&app, &actor, &id).await?;
    let permit = opened.editable()?;
    let version = id_of(form.value("version")).unwrap_or(0);
    match publish_group(&app.db, permit, version, context.now()).await {
        Ok(()) => {
            app.catalogue.refresh_soon(&app.db, context.now()).await;
            Ok(go_saying(
                &app,
                &format!("/staff/groups/{}", opened.detail.group.id),
                "staff-group-published",
            ))
        }
        Err(error) => {
            form.refuse(refusal(error)?);
            show_refused(&group_page(
                &context,
                &open_group(&app, &actor, &id).await?,
                None,
                form,
            ))
        }
    }
}

/// How many took part in a group that is over, since nobody holds a place any more.
async fn took_part(app: &Shared, detail: &GroupDetail) -> Result<Option<TookPart>, AppError> {
    if detail.group.state != GroupState::Finished {
        return Ok(None);
    }
    let id = detail.group.id;
    let count = app
        .db
        .read(move |tx| Box::pin(async move { tx.one(COUNT_TOOK_PART, &[&id]).await }));
    Ok(Some(count.await.map_err(|error: DbError| error)?))
}

/// How many people hold a place.
pub(super) async fn holders(app: &Shared, detail: &GroupDetail) -> Result<i64, AppError> {
    let id = detail.group.id;
    let count = app
        .db
        .read(move |tx| Box::pin(async move { tx.one::<i64>(COUNT_HOLDERS, &[&id]).await }));
    Ok(count.await.map_err(|error: DbError| error)?)
}
