//! "I am here": a participant marks the own attendance with the code shown in the room, typed or opened by its QR. A parent who
//! came with several children says which.

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
use crate::enrolment::attendance_store::{Attendable, LIST_ATTENDABLE, LIST_ATTENDABLE_NOW};
use crate::enrolment::permissions::may_check_in;
use crate::forms::{FieldError, Form};
use crate::i18n::Translator;
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

struct Going {
    title: String,
    /// Which child takes part; empty for oneself.
    child: String,
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
    /// Those who may be meant, where one code is for several.
    people: Vec<(String, String)>,
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
        child: meeting.child.clone(),
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
        asks: meetings.iter().any(is_missing),
        people: several(t, meetings),
        refused,
    }
}

fn is_missing(one: &Attendable) -> bool {
    one.present != Some(true)
}

/// Those who are not marked yet at a meeting where somebody else of the family is not either.
fn several(t: Translator, meetings: &[Attendable]) -> Vec<(String, String)> {
    let missing: Vec<&Attendable> = meetings.iter().filter(|one| is_missing(one)).collect();
    let with_others = |one: &&&Attendable| {
        let mut others = missing
            .iter()
            .filter(|other| other.meeting_id == one.meeting_id);
        others.nth(1).is_some()
    };
    let named = |one: &&Attendable| {
        let name = if one.child.is_empty() {
            t.get("meetings-attend-me").to_string()
        } else {
            one.child.clone()
        };
        (one.enrolment_id.to_string(), name)
    };
    missing.iter().filter(with_others).map(named).collect()
}

/// Who is meant by a code: the only one whom it is for and who is not marked, or whoever was chosen. Nobody where there are
/// several and none was chosen; where all are marked the first, since a second time changes nothing.
fn meant<'a>(found: &[&'a Attendable], chosen: &str) -> Option<&'a Attendable> {
    let missing: Vec<&Attendable> = found
        .iter()
        .copied()
        .filter(|one| is_missing(one))
        .collect();
    match missing[..] {
        [] => found.first().copied(),
        [only] => Some(only),
        _ => missing
            .iter()
            .copied()
            .find(|one| one.enrolment_id.to_string() == chosen),
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
    let permit = |one: &Attendable| may_check_in(&actor, one, &app.key, &typed, now);
    let found: Vec<&Attendable> = meetings
        .iter()
        .filter(|one| permit(one).is_some())
        .collect();
    let one = meant(&found, form.value("person"));
    if form.is_fine()
        && let Some(permit) = one.and_then(permit)
    {
        match check_in(&app, &permit, now).await {
            Ok(_) => return Ok(go_saying(&app, "/attend", "meetings-attended")),
            Err(CheckInError::Database(error)) => return Err(error.into()),
            // It ended between the two looks at it; the page says that nothing goes on.
            Err(CheckInError::NotYet(_) | CheckInError::Over(_)) => {}
        }
    }
    if form.is_fine() {
        let (field, code) = match (typed.trim().is_empty(), meetings.is_empty()) {
            (true, _) => ("code", "required"),
            (_, true) => ("code", "room_code_nothing_on"),
            _ if found.len() > 1 && one.is_none() => ("person", "required"),
            _ => ("code", "room_code"),
        };
        form.refuse(FieldError::new(field, code));
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
        .read(move |tx| Box::pin(async move { tx.all(LIST_ATTENDABLE, &[&account, &id]).await }));
    let all: Vec<Attendable> = read.await.map_err(|error: DbError| error)?;
    let found = all.first().ok_or(AppError::NotFound)?;
    app.limits.room_code(account)?;
    let permit = |one: &Attendable| may_check_in(actor, one, &app.key, &code, now);
    let one = meant(&all.iter().collect::<Vec<_>>(), "");
    let outcome = match (is_on(found, now), one) {
        (Err(refusal), _) => Err(refusal),
        (Ok(()), None) if permit(found).is_some() => {
            let meetings = going_on(&app, account, now).await?;
            let form = Form::new().with("code", &code);
            return show(&page(&app, &context, &meetings, form, None));
        }
        (Ok(()), one) => match one.and_then(permit) {
            Some(permit) => check_in(&app, &permit, now).await.map(Some),
            None => Ok(None),
        },
    };
    let say = |key: &str, at: Timestamp| {
        let at = t.date_time(at, &zone(&app, found));
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
