//! The code that is shown in the room, large, with its QR: it changes every half minute, and the page with it.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::REFRESH;
use axum::response::Response;
use database::DbError;

use super::super::open_group;
use crate::app::Shared;
use crate::catalogue::editing::pages::id_of;
use crate::catalogue::{GroupState, Meeting, MeetingId};
use crate::enrolment::attendance_store::COUNT_PRESENT;
use crate::enrolment::{room_code, when};
use crate::qr;
use crate::web::{AppError, Context, Page, show};

/// Seconds after which a page that waits for the beginning looks again.
const WAIT: i64 = 60;

/// What is shown while the meeting goes on.
struct Shown {
    code: String,
    qr: Option<qr::Shape>,
    /// Address where the code can be typed.
    address: String,
    seconds: i64,
}

#[derive(Template)]
#[template(path = "staff/code.html")]
struct CodePage {
    page: Page,
    group: String,
    title: String,
    when: String,
    place: String,
    shown: Option<Shown>,
    is_over: bool,
    present: i64,
    everybody: i64,
}

/// GET /staff/groups/{group}/meetings/{meeting}/code
pub(super) async fn show_code(
    State(app): State<Shared>,
    context: Context,
    Path((group, meeting)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let opened = open_group(&app, context.staff()?, &group).await?;
    let (detail, t, now) = (&opened.detail, context.t(), context.now());
    let id: MeetingId = id_of(&meeting)?;
    let meeting = detail.meetings.iter().find(|one| one.id == id);
    let meeting: &Meeting = meeting.ok_or(AppError::NotFound)?;
    if !matches!(
        detail.group.state,
        GroupState::Published | GroupState::Running
    ) {
        return Err(AppError::NotFound);
    }
    let group_id = detail.group.id;
    let count = app
        .db
        .read(move |tx| Box::pin(async move { tx.one(COUNT_PRESENT, &[&id, &group_id]).await }));
    let (present, everybody): (i64, i64) = count.await.map_err(|error: DbError| error)?;
    let is_on = (meeting.starts_at..=meeting.ends_at).contains(&now);
    let (is_over, base) = (now > meeting.ends_at, &app.config.base_url);
    let shown = is_on.then(|| {
        let code = room_code::shown(&app.key, id, now);
        Shown {
            qr: qr::draw(&format!("{base}/attend/{id}/{code}")),
            code: room_code::spaced(&code),
            address: format!("{base}/attend"),
            seconds: room_code::seconds_left(now),
        }
    });
    let seconds = match &shown {
        Some(shown) => Some(shown.seconds),
        None => (!is_over).then_some(WAIT),
    };
    let mut response = show(&CodePage {
        page: context.page(t.get("meetings-code-title")).dense(),
        group: format!("/staff/groups/{group_id}"),
        title: detail.course.title.clone(),
        when: when::span(t, detail, meeting.starts_at, meeting.ends_at),
        place: when::place(t, detail, Some(meeting)),
        shown,
        is_over,
        present,
        everybody,
    })?;
    if let Some(seconds) = seconds {
        response
            .headers_mut()
            .insert(REFRESH, HeaderValue::from(seconds));
    }
    Ok(response)
}
