//! Who takes part: as a table, as a file, and on paper to be signed.

use std::iter;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;

use super::super::change_words::short_day;
use super::super::people::{self, List};
use super::super::{Opened, Participant, open_group};
use crate::app::Shared;
use crate::catalogue::GroupState;
use crate::enrolment::{EnrolmentState, when};
use crate::i18n::Translator;
use crate::tables::write_csv;
use crate::web::{AppError, CSV, Context, Page, download, show};

struct Line {
    id: String,
    name: String,
    email: String,
    phone: String,
    workplace: String,
    kind: &'static str,
    state: String,
    attended: String,
}

#[derive(Template)]
#[template(path = "staff/participants.html")]
struct Participants {
    page: Page,
    group: String,
    title: String,
    lines: Vec<Line>,
    /// How many have a place, or took part.
    sum: String,
    /// Who decides sees buttons; trainers see who waits.
    decides: bool,
    applied: Vec<Waiting>,
    waiting: Vec<Waiting>,
    late: Vec<Waiting>,
}

/// Somebody who waits for staff or for a place.
struct Waiting {
    id: String,
    name: String,
    since: String,
    /// Workplace, or the reason of a request.
    more: String,
}

fn waits(t: Translator, opened: &Opened, list: &List) -> [Vec<Waiting>; 3] {
    let zone = &opened.detail.organisation.zone;
    let waiting = |one: &Participant| Waiting {
        id: one.id.to_string(),
        name: format!("{} {}", one.surname, one.given_name),
        since: t.date_time(one.applied_at, zone),
        more: one.workplace.clone(),
    };
    let late = list.late.iter().filter_map(|late| {
        Some(Waiting {
            since: t.date_time(late.asked_at, zone),
            more: late.reason.clone(),
            ..waiting(list.find(late.enrolment_id)?)
        })
    });
    [
        list.applied().into_iter().map(waiting).collect(),
        list.waiting().map(waiting).collect(),
        late.collect(),
    ]
}

#[derive(Template)]
#[template(path = "staff/attendance_list.html")]
struct Paper {
    page: Page,
    group: String,
    title: String,
    organisation: String,
    trainers: String,
    place: String,
    days: Vec<(String, String)>,
    names: Vec<(String, String)>,
}

fn lines(t: Translator, opened: &Opened, list: &List) -> Vec<Line> {
    let line = |one: &Participant| {
        let (present, marked) = list.attended(&opened.detail, one.id);
        let attended = t
            .get("staff-attended-of")
            .int("present", present)
            .int("marked", marked);
        Line {
            id: one.id.to_string(),
            name: format!("{} {}", one.surname, one.given_name),
            email: one.email.clone(),
            phone: one.phone.clone(),
            workplace: one.workplace.clone(),
            kind: one.state.kind(),
            state: t
                .get(&format!("staff-enrolment-state-{}", one.state.code()))
                .to_string(),
            attended: if marked == 0 {
                String::new()
            } else {
                attended.to_string()
            },
        }
    };
    list.people.iter().map(line).collect()
}

/// How many have a place; after the end, when nobody has one any more, how many took part.
fn sum(t: Translator, opened: &Opened, list: &List) -> String {
    let count = |what: fn(EnrolmentState) -> bool| {
        let found = list.people.iter().filter(|one| what(one.state));
        found.count()
    };
    if opened.detail.group.state != GroupState::Finished {
        let holders = count(EnrolmentState::holds_a_place);
        let holding = t.get("staff-participants-holding").int("count", holders);
        return holding.to_string();
    }
    let completed = count(|state| state == EnrolmentState::Completed);
    let not_completed = count(|state| state == EnrolmentState::NotCompleted);
    t.get("staff-took-part")
        .int("count", completed + not_completed)
        .int("completed", completed)
        .to_string()
}

async fn opened(
    app: &Shared,
    context: &Context,
    id: &str,
    action: &'static str,
) -> Result<(Opened, List), AppError> {
    let opened = open_group(app, context.staff()?, id).await?;
    let list = people::look_up(app, opened.keep.by(), &opened.detail, action, context).await?;
    Ok((opened, list))
}

/// GET /staff/groups/{group}/participants
pub(super) async fn list(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (opened, list) = opened(&app, &context, &id, "group.look_up").await?;
    let t = context.t();
    let [applied, waiting, late] = waits(t, &opened, &list);
    show(&Participants {
        decides: opened.decide.is_some(),
        applied,
        waiting,
        late,
        page: context.page(t.get("staff-participants-title")).dense(),
        group: format!("/staff/groups/{}", opened.detail.group.id),
        title: opened.detail.course.title.clone(),
        lines: lines(t, &opened, &list),
        sum: sum(t, &opened, &list),
    })
}

/// GET /staff/groups/{group}/participants.csv
pub(super) async fn csv(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (opened, list) = opened(&app, &context, &id, "group.download").await?;
    let t = context.t();
    let heads = ["name", "email", "phone", "workplace", "state", "attended"];
    let heads = heads.map(|head| t.get(&format!("staff-participant-{head}")).to_string());
    let rows = lines(t, &opened, &list).into_iter().map(|line| {
        [
            line.name,
            line.email,
            line.phone,
            line.workplace,
            line.state,
            line.attended,
        ]
    });
    let list = write_csv(iter::once(heads).chain(rows));
    let name = format!("participants-{}.csv", opened.detail.group.id);
    Ok(download(CSV, &name, list))
}

/// GET /staff/groups/{group}/attendance-list
pub(super) async fn paper(
    State(app): State<Shared>,
    context: Context,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let (opened, list) = opened(&app, &context, &id, "group.print").await?;
    let (t, detail) = (context.t(), &opened.detail);
    let day = |meeting: &crate::catalogue::Meeting| {
        let short = short_day(meeting.starts_at, &detail.organisation.zone);
        (short, when::begins(t, detail, meeting))
    };
    show(&Paper {
        page: context.page(t.get("staff-paper-heading")).dense(),
        group: format!("/staff/groups/{}", detail.group.id),
        title: t
            .get("staff-group-title")
            .text("code", &detail.group.code)
            .text("title", &detail.course.title)
            .to_string(),
        organisation: detail.organisation.name.clone(),
        trainers: detail.group.trainers.clone(),
        place: when::place(t, detail, None),
        days: detail.meetings.iter().map(day).collect(),
        names: list
            .attending()
            .map(|one| {
                (
                    format!("{} {}", one.surname, one.given_name),
                    one.workplace.clone(),
                )
            })
            .collect(),
    })
}
