//! Courses on offer, by the same filters as the pages, and the places of groups as the database has them.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use database::DbError;
use jiff::Timestamp;
use serde::Serialize;

use super::{Problem, json};
use crate::app::Shared;
use crate::catalogue::query::Query;
use crate::catalogue::{CourseId, Group, GroupId, GroupState, Offer, listing, load_groups};
use crate::web::Context;

/// Most groups that one request may ask for.
const MOST_GROUPS: usize = 200;

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/api/v1/courses", get(courses))
        .route("/api/v1/groups", get(groups))
        .route("/api/v1/groups/{id}", get(group))
}

#[derive(Serialize)]
struct CoursesAnswer {
    count: usize,
    page: usize,
    pages: usize,
    courses: Vec<OfferAnswer>,
}

/// A group on offer with its course.
#[derive(Serialize)]
struct OfferAnswer {
    id: CourseId,
    group_id: GroupId,
    code: String,
    title: String,
    subject: String,
    summary: String,
    language: String,
    teaching_hours: i64,
    organisation_id: i64,
    organisation: String,
    mode: &'static str,
    place: String,
    trainers: String,
    price_minor: i64,
    currency: String,
    capacity: i64,
    taken: i64,
    opens_at: Timestamp,
    closes_at: Timestamp,
    meetings: Vec<MeetingAnswer>,
    url: String,
}

#[derive(Serialize)]
struct MeetingAnswer {
    starts_at: Timestamp,
    ends_at: Timestamp,
    place: String,
}

/// The places of a group.
#[derive(Serialize)]
struct GroupAnswer {
    id: GroupId,
    course_id: CourseId,
    code: String,
    state: &'static str,
    capacity: i64,
    taken: i64,
    opens_at: Timestamp,
    closes_at: Timestamp,
}

async fn courses(State(app): State<Shared>, context: Context) -> Result<Response, Problem> {
    let query = Query::read(context.query());
    let found = listing::find(
        &app.catalogue.current(),
        &app.organisations.current(),
        &query,
        context.now(),
    );
    json(&CoursesAnswer {
        count: found.count,
        page: found.page,
        pages: found.pages,
        courses: found
            .offers
            .iter()
            .map(|offer| offer_answer(offer, &app.config.base_url))
            .collect(),
    })
}

async fn group(State(app): State<Shared>, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: GroupId = id.parse().map_err(|_| Problem::NotFound)?;
    let found = read_groups(&app, vec![id]).await?;
    json(found.first().ok_or(Problem::NotFound)?)
}

/// `?ids=1,2,3`: those that exist, in the order asked for.
async fn groups(State(app): State<Shared>, context: Context) -> Result<Response, Problem> {
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_str(context.query()).unwrap_or_default();
    let wanted = pairs.iter().find(|(name, _)| name == "ids");
    let (_, list) = wanted.ok_or(Problem::BadRequest("ids is missing: ?ids=1,2,3"))?;
    let ids: Result<Vec<GroupId>, _> = list.split(',').map(|id| id.trim().parse()).collect();
    let ids = ids.map_err(|_| Problem::BadRequest("ids are numbers with commas between them"))?;
    if ids.len() > MOST_GROUPS {
        return Err(Problem::BadRequest("ids are 200 at most"));
    }
    json(&serde_json::json!({ "groups": read_groups(&app, ids).await? }))
}

async fn read_groups(app: &Shared, ids: Vec<GroupId>) -> Result<Vec<GroupAnswer>, DbError> {
    let found = app
        .db
        .read(move |tx| Box::pin(async move { load_groups(tx, &ids).await }));
    let visible = found
        .await?
        .into_iter()
        .filter(|group| group.state != GroupState::Draft);
    Ok(visible.map(group_answer).collect())
}

fn group_answer(group: Group) -> GroupAnswer {
    GroupAnswer {
        id: group.id,
        course_id: group.course_id,
        state: group.state.code(),
        capacity: group.capacity,
        taken: group.taken,
        opens_at: group.opens_at,
        closes_at: group.closes_at,
        code: group.code,
    }
}

fn offer_answer(offer: &Arc<Offer>, base_url: &str) -> OfferAnswer {
    let (detail, group, course) = (&offer.detail, &offer.detail.group, &offer.detail.course);
    let meeting = |meeting: &crate::catalogue::Meeting| MeetingAnswer {
        starts_at: meeting.starts_at,
        ends_at: meeting.ends_at,
        place: detail.place_of(meeting).to_owned(),
    };
    OfferAnswer {
        id: course.id,
        group_id: group.id,
        code: course.code.clone(),
        title: course.title.clone(),
        subject: course.subject.clone(),
        summary: course.summary.clone(),
        language: course.language.clone(),
        teaching_hours: course.teaching_hours,
        organisation_id: detail.organisation.id.get(),
        organisation: detail.organisation.name.clone(),
        mode: group.mode.code(),
        place: group.place.clone(),
        trainers: group.trainers.clone(),
        price_minor: group.price_minor,
        currency: group.currency.clone(),
        capacity: group.capacity,
        taken: offer.taken(),
        opens_at: group.opens_at,
        closes_at: group.closes_at,
        meetings: detail.meetings.iter().map(meeting).collect(),
        url: format!("{base_url}/courses/{}", course.id),
    }
}
