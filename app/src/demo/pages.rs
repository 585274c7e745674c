//! Addresses that `load` needs to prepare what it measures. Only the demo has them.

use axum::Router;
use axum::extract::{Query, State};
use axum::routing::post;
use database::DbError;
use jiff::SignedDuration;
use serde::Deserialize;

use super::store;
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::catalogue::writing::{self, CourseFields, GroupFields, MeetingFields};
use crate::catalogue::{self, CourseState, GroupState, Mode};
use crate::web::AppError;

/// The routes of the demo.
pub fn routes() -> Router<Shared> {
    Router::new().route("/dev/groups", post(make_groups))
}

#[derive(Debug, Deserialize)]
struct Wanted {
    groups: i64,
    places: i64,
}

/// `POST /dev/groups?groups=G&places=M`: one course with G groups that have M places together; answers a line each with
/// the ids of course and group.
async fn make_groups(
    State(app): State<Shared>,
    Query(wanted): Query<Wanted>,
) -> Result<String, AppError> {
    let Wanted { groups, places } = wanted;
    if !(1..=10_000).contains(&groups) || places < groups {
        return Err(AppError::Unreadable);
    }
    let now = app.clock.now();
    let lines = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let organisation_id = tx.one::<OrganisationId>(store::FIND_CENTRE, &[]).await?;
                let course = CourseFields {
                    organisation_id,
                    code: format!("RUSH-{}", now.as_microsecond()),
                    title: "Dzień otwarcia zapisów".into(),
                    subject: "Wychowanie".into(),
                    summary: String::new(),
                    topics: String::new(),
                    audience: String::new(),
                    language: "pl".into(),
                    teaching_hours: 2,
                    state: CourseState::Published,
                };
                let course_id = writing::insert_course(tx, &course, now).await?;
                let mut lines = String::new();
                for number in 0..groups {
                    let starts_at = now + SignedDuration::from_hours(24 * 30);
                    let group = GroupFields {
                        code: number.to_string(),
                        state: GroupState::Published,
                        mode: Mode::OnSite,
                        place: "Sala 1".into(),
                        online_link: String::new(),
                        trainers: "Halina Wrońska".into(),
                        capacity: places / groups + i64::from(number < places % groups),
                        minimum: 0,
                        opens_at: now - SignedDuration::from_hours(1),
                        closes_at: now + SignedDuration::from_hours(24 * 20),
                        price_minor: 0,
                        currency: "PLN".into(),
                        attendance_percent: 75,
                        signatory_name: "Wanda Szczęsna".into(),
                        signatory_role: "Dyrektor".into(),
                    };
                    let group_id = writing::insert_group(tx, course_id, &group, now).await?;
                    let ends_at = starts_at + SignedDuration::from_hours(2);
                    let meeting = MeetingFields {
                        starts_at,
                        ends_at,
                        place: String::new(),
                    };
                    writing::insert_meeting(tx, group_id, &meeting).await?;
                    lines += &format!("{course_id} {group_id}\n");
                }
                catalogue::touch(tx).await?;
                Ok::<_, DbError>(lines)
            })
        })
        .await?;
    app.catalogue.refresh(&app.db, now).await?;
    Ok(lines)
}
