//! The grid of attendance: people and meetings that have begun.

use std::collections::HashSet;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use jiff::Timestamp;
use serde::Deserialize;

use super::super::change_words::short_day;
use super::super::people::{self, List};
use super::super::{Opened, open_group};
use crate::app::Shared;
use crate::catalogue::{GroupDetail, GroupState, Meeting, MeetingId};
use crate::enrolment::actions::attendance::{MarkError, Sheet, mark as mark_attendance};
use crate::enrolment::{EnrolmentId, Mark, when};
use crate::forms::{FieldError, Form};
use crate::staff_tables::bulk::check_words;
use crate::staff_tables::{self, Files, Taken, files};
use crate::web::{AppError, Context, Page, PostedBy, go_saying, show, show_refused};

/// So many boxes are on a page at most; a browser sends a field for each.
const MOST_BOXES: usize = 1_500;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    page: String,
}

struct Column {
    id: MeetingId,
    short: String,
    long: String,
    is_marked: bool,
}

struct Row {
    id: EnrolmentId,
    name: String,
    /// Value of the box, and whether it is ticked.
    boxes: Vec<(String, bool)>,
}

#[derive(Template)]
#[template(path = "staff/attendance.html")]
struct Grid {
    page: Page,
    form: Form,
    group: String,
    title: String,
    columns: Vec<Column>,
    rows: Vec<Row>,
    has_people: bool,
    /// The boxes that are ticked on the page, in one field.
    ticked: String,
    /// Whether the group is over, so that a change is a correction.
    is_over: bool,
    /// Address of the code for the wall, while a meeting goes on.
    wall: Option<String>,
    files: Files,
    current: usize,
    last: usize,
    previous: String,
    next: String,
}

fn cell(meeting: MeetingId, person: EnrolmentId) -> String {
    format!("{meeting}-{person}")
}

/// Address of the code that is shown in the room, while a meeting goes on.
pub(super) fn wall(detail: &GroupDetail, now: Timestamp) -> Option<String> {
    let is_live = matches!(
        detail.group.state,
        GroupState::Published | GroupState::Running
    );
    let is_on = |meeting: &&Meeting| (meeting.starts_at..=meeting.ends_at).contains(&now);
    let meeting = detail.meetings.iter().find(is_on).filter(|_| is_live)?;
    Some(format!(
        "/staff/groups/{}/meetings/{}/code",
        detail.group.id, meeting.id
    ))
}

fn grid(context: &Context, opened: &Opened, list: &List, wanted: &str, form: Form) -> Grid {
    let (t, detail, zone) = (
        context.t(),
        &opened.detail,
        &opened.detail.organisation.zone,
    );
    let begun: Vec<&Meeting> = detail
        .meetings
        .iter()
        .filter(|meeting| meeting.starts_at <= context.now())
        .collect();
    let people = list.attending().count();
    let per_page = (MOST_BOXES / people.max(1)).max(1);
    let pages = begun.len().div_ceil(per_page).max(1);
    // The newest meetings are on the last page, which is shown unless another is asked for.
    let current = wanted.parse().unwrap_or(pages).clamp(1, pages);
    let shown: Vec<&Meeting> = begun
        .into_iter()
        .skip((current - 1) * per_page)
        .take(per_page)
        .collect();
    let group = format!("/staff/groups/{}", detail.group.id);
    let address = |page: usize| {
        if (1..=pages).contains(&page) {
            format!("{group}/attendance?page={page}")
        } else {
            String::new()
        }
    };
    let column = |meeting: &&Meeting| Column {
        id: meeting.id,
        short: short_day(meeting.starts_at, zone),
        long: when::begins(t, detail, meeting),
        is_marked: list.is_marked(meeting.id),
    };
    // After a refusal the boxes stay as they were ticked.
    let is_again = !form.errors().is_empty();
    let row = |one: &super::super::staff_store::Participant| Row {
        id: one.id,
        name: format!("{} {}", one.surname, one.given_name),
        boxes: shown
            .iter()
            .map(|meeting| {
                let value = cell(meeting.id, one.id);
                let is_ticked = if is_again {
                    form.has("present", &value)
                } else {
                    list.mark(one.id, meeting.id) == Some(true)
                };
                (value, is_ticked)
            })
            .collect(),
    };
    let rows: Vec<Row> = list.attending().map(row).collect();
    let ticked = if is_again {
        form.value("ticked").to_owned()
    } else {
        let boxes = rows.iter().flat_map(|row| &row.boxes);
        let ticked = boxes.filter(|(_, is_ticked)| *is_ticked);
        ticked
            .map(|(value, _)| value.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    Grid {
        page: context.page(t.get("staff-attendance-title")).dense(),
        title: detail.course.title.clone(),
        columns: shown.iter().map(column).collect(),
        rows,
        ticked,
        wall: wall(detail, context.now()),
        files: files(context),
        is_over: detail.group.state == GroupState::Finished,
        has_people: people > 0,
        previous: address(current - 1),
        next: address(current + 1),
        current,
        last: pages,
        group,
        form,
    }
}

/// The file of all meetings that have begun, when the address asks for one.
fn file_of(context: &Context, opened: &Opened, list: &List) -> Result<Option<Response>, AppError> {
    if Taken::asked(context).is_none() {
        return Ok(None);
    }
    let (t, detail) = (context.t(), &opened.detail);
    let begun = detail.meetings.iter();
    let begun: Vec<&Meeting> = begun
        .filter(|meeting| meeting.starts_at <= context.now())
        .collect();
    let name = std::iter::once(t.get("staff-participant-name").to_string());
    let days = begun.iter().map(|one| when::begins(t, detail, one));
    let columns = name.chain(days).map(staff_tables::Column::of_files);
    let row = |one: &super::super::staff_store::Participant| {
        let name = staff_tables::Cell::new(format!("{} {}", one.surname, one.given_name));
        let mark = |meeting: &&Meeting| {
            staff_tables::Cell::new(t.get(match list.mark(one.id, meeting.id) {
                Some(true) => "staff-attendance-present",
                Some(false) => "staff-attendance-absent",
                None => "staff-attendance-unmarked",
            }))
        };
        let marks = begun.iter().map(mark);
        staff_tables::Row::new(one.id, std::iter::once(name).chain(marks).collect())
    };
    let rows = list.attending().map(row);
    let file = format!("attendance-{}", detail.group.id);
    staff_tables::Table::new(file, "", columns.collect(), rows).file(context)
}

/// GET /staff/groups/{group}/attendance
pub(super) async fn show_grid(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, AppError> {
    let opened = open_group(&app, context.staff()?, &id).await?;
    let list = people::look_up(
        &app,
        opened.keep.by(),
        &opened.detail,
        Taken::action(&context, "group.look_up", "group.download"),
        &context,
    )
    .await?;
    if let Some(file) = file_of(&context, &opened, &list)? {
        return Ok(file);
    }
    show(&grid(&context, &opened, &list, &asked.page, Form::new()))
}

/// The marks of the boxes that were on the page. A meeting that was not marked before and where nobody is ticked stays
/// unmarked, unless it is said that nobody came: a list that somebody forgot must not fail a whole group.
fn marks(form: &Form, list: &List) -> Option<Vec<Mark>> {
    let ids = |name: &str| {
        form.all(name)
            .iter()
            .map(|id| id.parse::<i64>().ok())
            .collect::<Option<Vec<_>>>()
    };
    let (meetings, people, empty) = (ids("meeting")?, ids("person")?, ids("nobody")?);
    let ticked: HashSet<&str> = form.all("present").iter().map(String::as_str).collect();
    let mut marks = Vec::with_capacity(meetings.len().saturating_mul(people.len()).min(MOST_BOXES));
    for meeting in meetings {
        let meeting_id = MeetingId::new(meeting);
        let column: Vec<Mark> = people
            .iter()
            .map(|person| {
                let enrolment_id = EnrolmentId::new(*person);
                let present = ticked.contains(cell(meeting_id, enrolment_id).as_str());
                Mark {
                    enrolment_id,
                    meeting_id,
                    present,
                }
            })
            .collect();
        let is_said = column.iter().any(|mark| mark.present) || empty.contains(&meeting);
        if is_said || list.is_marked(meeting_id) {
            marks.extend(column);
        }
    }
    Some(marks)
}

/// The boxes that were ticked when the page was shown, by its field.
fn ticked_before(form: &Form) -> HashSet<(EnrolmentId, MeetingId)> {
    let cell = |text: &str| {
        let (meeting, person) = text.split_once('-')?;
        Some((person.parse().ok()?, meeting.parse().ok()?))
    };
    form.value("ticked").split(' ').filter_map(cell).collect()
}

/// POST /staff/groups/{group}/attendance
pub(super) async fn mark(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
    PostedBy { actor, mut form }: PostedBy,
) -> Result<Response, AppError> {
    let opened = open_group(&app, &actor, &id).await?;
    let list = people::look_up(
        &app,
        opened.keep.by(),
        &opened.detail,
        "group.look_up",
        &context,
    )
    .await?;
    let marks = marks(&form, &list).ok_or(AppError::Unreadable)?;
    check_words(&mut form, "reason");
    if form.is_fine() {
        let sheet = Sheet {
            marks,
            ticked_before: Some(ticked_before(&form)),
            reason: form.value("reason").to_owned(),
        };
        match mark_attendance(&app, &opened.keep, sheet, context.now()).await {
            Ok(marked) => {
                let saved = if marked.results > 0 {
                    "meetings-results-corrected"
                } else {
                    "staff-attendance-saved"
                };
                let here = format!("/staff/groups/{}/attendance", opened.detail.group.id);
                return Ok(go_saying(&app, &here, saved));
            }
            Err(MarkError::NoReason) => form.refuse(FieldError::new("reason", "required")),
            Err(MarkError::NotOfThisGroup) => {
                form.refuse(FieldError::new("", "attendance_list_changed"));
            }
            Err(MarkError::NotYet(_)) => form.refuse(FieldError::new("", "attendance_not_yet")),
            Err(MarkError::Database(error)) => return Err(error.into()),
        }
    }
    let wanted = form.value("page").to_owned();
    show_refused(&grid(&context, &opened, &list, &wanted, form))
}
