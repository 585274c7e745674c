//! "I am here": a participant marks the own attendance with the code shown in the room, typed or opened by its QR.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::accounts::AccountId;
use crate::app::Shared;
use crate::catalogue::MeetingId;
use crate::enrolment::actions::attendance::{CheckInError, check_in, is_on};
use crate::enrolment::attendance_store::{Attendable, FIND_ATTENDABLE, LIST_ATTENDABLE_NOW};
use crate::enrolment::permissions::may_check_in;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

struct Going {
    title: String,
    when: String,
    place: String,
    is_present: bool,
}

#[derive(Template)]
#[template(path = "enrolment/attend.html")]
struct Attend {
    page: Page,
    form: Form,
    /// Meetings that go on now.
    going: Vec<Going>,
    /// Whether somebody is to type a code.
    asks: bool,
    /// Why the meeting of a link takes no marks now.
    refused: Option<String>,
}

async fn going_on(
    app: &Shared,
    account: AccountId,
    now: Timestamp,
) -> Result<Vec<Attendable>, AppError> {
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.all(LIST_ATTENDABLE_NOW, &[&account, &now]).await })
    });
    Ok(read.await.map_err(|error: DbError| error)?)
}

fn zone(app: &Shared, meeting: &Attendable) -> TimeZone {
    let tree = app.organisations.current();
    let home = tree.find(meeting.organisation_id);
    home.map_or(TimeZone::UTC, |home| home.time_zone.clone())
}

fn going(app: &Shared, t: Translator, meeting: &Attendable) -> Going {
    let zone = zone(app, meeting);
    let ends = t.time(meeting.ends_at.to_zoned(zone.clone()).time());
    Going {
        title: meeting.title.clone(),
        when: format!("{}–{ends}", t.date_time(meeting.starts_at, &zone)),
        place: meeting.place.clone(),
        is_present: meeting.present == Some(true),
    }
}

fn page(
    app: &Shared,
    context: &Context,
    meetings: &[Attendable],
    form: Form,
    refused: Option<String>,
) -> Attend {
    let t = context.t();
    Attend {
        page: context.page(t.get("meetings-attend-title")),
        form,
        going: meetings.iter().map(|one| going(app, t, one)).collect(),
        asks: meetings.iter().any(|one| one.present != Some(true)),
        refused,
    }
}

/// GET /attend
pub(super) async fn ask(State(app): State<Shared>, context: Context) -> Result<Response, AppError> {
    let account = context.actor()?.account_id;
    let meetings = going_on(&app, account, context.now()).await?;
    show(&page(&app, &context, &meetings, Form::new(), None))
}

/// POST /attend: the code tells which of the meetings that go on now is meant.
pub(super) async fn send(
    State(app): State<Shared>,
    context: Context,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    app.limits.room_code(actor.account_id)?;
    let now = context.now();
    let meetings = going_on(&app, actor.account_id, now).await?;
    let typed = form.value("code").to_owned();
    let mut permits = meetings
        .iter()
        .filter_map(|one| may_check_in(&actor, one, &app.key, &typed, now));
    if form.is_fine()
        && let Some(permit) = permits.next()
    {
        match check_in(&app, &permit, now).await {
            Ok(_) => return Ok(go_saying(&app, "/attend", "meetings-attended")),
            Err(CheckInError::Database(error)) => return Err(error.into()),
            // It ended between the two looks at it; the page says that nothing goes on.
            Err(CheckInError::NotYet(_) | CheckInError::Over(_)) => {}
        }
    }
    if form.is_fine() {
        let code = match (typed.trim().is_empty(), meetings.is_empty()) {
            (true, _) => "required",
            (_, true) => "room_code_nothing_on",
            _ => "room_code",
        };
        form.refuse(FieldError::new("code", code));
    }
    show_refused(&page(&app, &context, &meetings, form, None))
}

/// GET /attend/{meeting}/{code}: what the QR leads to. Opening it is the deed: it changes nothing but the own mark, and only
/// with the code of the moment.
pub(super) async fn open(
    State(app): State<Shared>,
    context: Context,
    Path((meeting, code)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let (actor, now, t) = (context.actor()?, context.now(), context.t());
    let id: MeetingId = meeting.parse().map_err(|_| AppError::NotFound)?;
    let account = actor.account_id;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { tx.opt(FIND_ATTENDABLE, &[&account, &id]).await }));
    let found: Option<Attendable> = read.await.map_err(|error: DbError| error)?;
    let found = found.ok_or(AppError::NotFound)?;
    app.limits.room_code(account)?;
    let outcome = match is_on(&found, now) {
        Err(refusal) => Err(refusal),
        Ok(()) => match may_check_in(actor, &found, &app.key, &code, now) {
            Some(permit) => check_in(&app, &permit, now).await.map(Some),
            None => Ok(None),
        },
    };
    let say = |key: &str, at: Timestamp| {
        let at = t.date_time(at, &zone(&app, &found));
        let message = t.get(key).text("title", &found.title).text("when", at);
        Some(message.to_string())
    };
    let refused = match outcome {
        Ok(Some(_)) => return Ok(go_saying(&app, "/attend", "meetings-attended")),
        Ok(None) => None,
        Err(CheckInError::NotYet(starts)) => say("meetings-attend-not-yet", starts),
        Err(CheckInError::Over(ended)) => say("meetings-attend-over", ended),
        Err(CheckInError::Database(error)) => return Err(error.into()),
    };
    let meetings = going_on(&app, account, now).await?;
    let mut form = Form::new();
    if refused.is_none() {
        form.refuse(FieldError::new("code", "room_code"));
    }
    show_refused(&page(&app, &context, &meetings, form, refused))
}
