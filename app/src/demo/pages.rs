//! Addresses that `load` needs to prepare what it measures. Only the demo has them.

use std::fmt::Write as _;

use axum::Router;
use axum::extract::{Query, State};
use axum::routing::post;
use database::{DbError, Tx};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use super::store;
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::catalogue::writing::{self, CourseFields, GroupFields, MeetingFields};
use crate::catalogue::{self, Allocation, CourseId, CourseState, GroupId, GroupState, Mode, draws};
use crate::certificates;
use crate::enrolment::EnrolmentId;
use crate::enrolment::actions::draw_due;
use crate::secrets::hash_of;
use crate::web::AppError;

/// The routes of the demo.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/dev/groups", post(make_groups))
        .route("/dev/meetings", post(make_meeting))
        .route("/dev/certificates", post(make_certificates))
        .route("/dev/draws", post(hold_draws))
}

#[derive(Debug, Deserialize)]
struct Wanted {
    groups: i64,
    places: i64,
    #[serde(default)]
    waiting: i64,
    #[serde(default)]
    allocation: String,
}

/// `POST /dev/groups?groups=G&places=M&waiting=W&allocation=A`: one course with G groups that have M places together, and W on
/// the waiting list of each, given to whoever comes first, or as A says; answers a line each with the ids of course and group.
async fn make_groups(
    State(app): State<Shared>,
    Query(wanted): Query<Wanted>,
) -> Result<String, AppError> {
    let Wanted {
        groups,
        places,
        waiting,
        allocation,
    } = wanted;
    let allocation = Allocation::from_code(&allocation).unwrap_or(Allocation::FirstCome);
    if !(1..=10_000).contains(&groups) || places < groups || waiting < 0 {
        return Err(AppError::Unreadable);
    }
    let (own, now) = (app.clone(), app.clock.now());
    let lines = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let course_id = add_course(tx, now).await?;
                let mut lines = String::new();
                for number in 0..groups {
                    let capacity = places / groups + i64::from(number < places % groups);
                    let group = GroupFields {
                        waiting_places: waiting,
                        allocation,
                        ..group_of(number, capacity, GroupState::Published, now)
                    };
                    let group_id = add_group(tx, course_id, &group, later(now), now).await?;
                    draws::commit(tx, &own, group_id, allocation, now).await?;
                    let _ = writeln!(lines, "{course_id} {group_id}");
                }
                catalogue::touch(tx).await?;
                Ok::<_, DbError>(lines)
            })
        })
        .await?;
    app.catalogue.refresh(&app.db, now).await?;
    Ok(lines)
}

/// `POST /dev/meetings` with session tokens, one a line: a group that meets now, where these attend; answers the ids of
/// course and group.
async fn make_meeting(State(app): State<Shared>, tokens: String) -> Result<String, AppError> {
    let now = app.clock.now();
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let course_id = add_course(tx, now).await?;
            let group = group_of(0, 100_000, GroupState::Running, now);
            let began = now - SignedDuration::from_mins(30);
            let group_id = add_group(tx, course_id, &group, began, now).await?;
            for token in tokens.lines() {
                let params: database::Params<'_> = &[&hash_of(token), &group_id, &now];
                tx.exec(store::INSERT_ATTENDING, params).await?;
            }
            tx.exec(store::COUNT_PLACES, &[]).await?;
            catalogue::touch(tx).await?;
            Ok::<_, DbError>(format!("{course_id} {group_id}\n"))
        })
    });
    let made = work.await?;
    app.catalogue.refresh(&app.db, now).await?;
    Ok(made)
}

/// `POST /dev/certificates` with session tokens, one a line: everybody has completed a training and filled in the
/// survey, so a certificate is issued; answers a line each with the token and the address of the PDF.
async fn make_certificates(State(app): State<Shared>, tokens: String) -> Result<String, AppError> {
    let (own, now) = (app.clone(), app.clock.now());
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let course_id = add_course(tx, now).await?;
            let group = group_of(0, 100_000, GroupState::Finished, now);
            let group_id = add_group(tx, course_id, &group, later(now), now).await?;
            let today = now.to_zoned(TimeZone::UTC).date();
            let mut lines = String::new();
            for token in tokens.lines() {
                let params: database::Params<'_> = &[&hash_of(token), &group_id, &now, &today];
                let id = tx
                    .one::<EnrolmentId>(store::INSERT_COMPLETED, params)
                    .await?;
                certificates::actions::issue(tx, &own, id, now).await?;
                let _ = writeln!(lines, "{token} /my/trainings/{id}/certificate.pdf");
            }
            Ok::<_, DbError>(lines)
        })
    });
    Ok(work.await?)
}

/// `POST /dev/draws`: closes the windows of all groups whose places are drawn, and draws.
async fn hold_draws(State(app): State<Shared>) -> Result<String, AppError> {
    let now = app.clock.now();
    let close = app
        .db
        .write(move |tx| Box::pin(async move { tx.exec(store::CLOSE_WINDOWS, &[&now]).await }));
    close.await.map_err(|error: DbError| error)?;
    let drawn = draw_due(&app, now).await?;
    Ok(format!("{drawn}\n"))
}

async fn add_course(tx: &mut Tx<'_>, now: Timestamp) -> Result<CourseId, DbError> {
    let course = CourseFields {
        organisation_id: tx.one::<OrganisationId>(store::FIND_CENTRE, &[]).await?,
        code: format!("RUSH-{}", now.as_microsecond()),
        title: "Dzień otwarcia zapisów".into(),
        subject: "Wychowanie".into(),
        summary: String::new(),
        topics: "Lista obecności\nKolejka\nRegulamin".into(),
        audience: String::new(),
        language: "pl".into(),
        teaching_hours: 2,
        age_from: None,
        age_to: None,
        takes_certificate: false,
        state: CourseState::Published,
    };
    writing::insert_course(tx, &course, now).await
}

fn group_of(number: i64, capacity: i64, state: GroupState, now: Timestamp) -> GroupFields {
    GroupFields {
        code: number.to_string(),
        state,
        mode: Mode::OnSite,
        place: "Sala 1".into(),
        online_link: String::new(),
        trainers: "Halina Wrońska".into(),
        capacity,
        minimum: 0,
        opens_at: now - SignedDuration::from_hours(1),
        closes_at: now + SignedDuration::from_hours(24 * 20),
        price_minor: 0,
        currency: "PLN".into(),
        attendance_percent: 75,
        signatory_name: "Wanda Szczęsna".into(),
        signatory_role: "Dyrektor".into(),
        waiting_places: 0,
        needs_approval: false,
        allocation: Allocation::FirstCome,
    }
}

/// When groups meet that nobody waits for.
fn later(now: Timestamp) -> Timestamp {
    now + SignedDuration::from_hours(24 * 30)
}

async fn add_group(
    tx: &mut Tx<'_>,
    course_id: CourseId,
    group: &GroupFields,
    starts_at: Timestamp,
    now: Timestamp,
) -> Result<GroupId, DbError> {
    let group_id = writing::insert_group(tx, course_id, group, now).await?;
    let meeting = MeetingFields {
        starts_at,
        ends_at: starts_at + SignedDuration::from_hours(2),
        place: String::new(),
        room_id: None,
    };
    writing::insert_meeting(tx, group_id, &meeting).await?;
    Ok(group_id)
}
