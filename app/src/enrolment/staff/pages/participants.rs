//! Who takes part: as a table or a file of it, and on paper to be signed.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::super::change_words::short_day;
use super::super::people::{self, List};
use super::super::{Opened, Participant, open_group};
use super::waiting::{Line, said_of_applications, table, waits};
use crate::app::Shared;
use crate::catalogue::GroupState;
use crate::enrolment::{EnrolmentState, when};
use crate::i18n::Translator;
use crate::staff_tables::views::{PARTICIPANTS, kept};
use crate::staff_tables::{Bar, Cell, Column, Listing, Row, Table, Taken, bulk};
use crate::text::fold;
use crate::web::{AppError, Context, Page, show};

#[derive(Template)]
#[template(path = "staff/participants.html")]
struct Participants {
    page: Page,
    group: String,
    title: String,
    list: Listing,
    /// How many have a place, or took part.
    sum: String,
    /// Who decides sees buttons; trainers see who waits.
    decides: bool,
    /// What is said of each application.
    more: String,
    /// What can be done to many applications.
    bar: Bar,
    applied: Line,
    waiting: Line,
    late: Line,
    /// Those who wait do so for a draw, and have no positions yet.
    is_undrawn: bool,
    /// What is shown of everybody.
    asked: Asked,
    /// Whether anybody ever joined.
    has_people: bool,
    states: Vec<Chip>,
    payments: Vec<Chip>,
}

impl Participants {
    /// For a choice of all applications.
    fn ids_of_applied(&self) -> String {
        let ids = self.applied.people.iter().map(|one| one.id.as_str());
        ids.collect::<Vec<_>>().join(",")
    }
}

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    state: String,
    payment: String,
    sort: String,
}

/// Nothing was charged; no state of a charge has this code.
const NO_CHARGE: &str = "none";

impl Asked {
    fn holds(&self, one: &Participant) -> bool {
        let payment = match one.payment.as_str() {
            "" => NO_CHARGE,
            state => state,
        };
        let text = || {
            fold(&format!(
                "{} {} {} {}",
                one.surname, one.given_name, one.workplace, one.phone
            ))
        };
        (self.state.is_empty() || self.state == one.state.code())
            && (self.payment.is_empty() || self.payment == payment)
            && (self.q.is_empty() || {
                let (text, words) = (text(), fold(&self.q));
                words.split_whitespace().all(|word| text.contains(word))
            })
    }

    /// The address with one thing chosen, or given up where it was chosen before; the page starts anew.
    fn address(&self, name: &str, value: &str) -> String {
        let fields = [
            ("state", &self.state),
            ("payment", &self.payment),
            ("q", &self.q),
            ("sort", &self.sort),
        ];
        let pair = |(key, old): (&'static str, &String)| {
            let value = if key != name {
                old
            } else if old == value {
                ""
            } else {
                value
            };
            (!value.is_empty()).then(|| (key, value.to_owned()))
        };
        let pairs: Vec<_> = fields.into_iter().filter_map(pair).collect();
        format!(
            "?{}",
            serde_urlencoded::to_string(pairs).unwrap_or_default()
        )
    }

    /// The values that somebody has, in the order of the words that are said for them.
    fn chips(
        &self,
        (name, asked): (&str, &str),
        found: impl Iterator<Item = String>,
        word: impl Fn(&str) -> String,
    ) -> Vec<Chip> {
        let codes: BTreeSet<String> = found.collect();
        let chip = |code: String| Chip {
            text: word(&code),
            href: self.address(name, &code),
            on: asked == code,
        };
        let mut chips: Vec<Chip> = codes.into_iter().map(chip).collect();
        chips.sort_by(|one, other| one.text.cmp(&other.text));
        chips
    }
}

struct Chip {
    text: String,
    href: String,
    on: bool,
}

/// Where a charge stands, in a word.
fn payment_word(t: Translator, code: &str) -> String {
    match code {
        "" | NO_CHARGE => t.get("staff-participant-no-charge").to_string(),
        state => t.get(&format!("payments-state-{state}")).to_string(),
    }
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

/// What nobody has in a list: children have no workplace.
fn is_left_out(opened: &Opened, head: &str) -> bool {
    head == "workplace" && opened.is_for_children()
}

fn columns(t: Translator, opened: &Opened) -> Vec<Column> {
    let heads = [
        "name",
        "email",
        "phone",
        "workplace",
        "applied",
        "state",
        "payment",
        "attended",
    ];
    let column = |head: &'static str| {
        let column = Column::new(t.get(&format!("staff-participant-{head}")));
        match head {
            "email" | "phone" => column,
            _ => column.by(head),
        }
    };
    let shown = heads.into_iter().filter(|head| !is_left_out(opened, head));
    shown.map(column).collect()
}

fn row(t: Translator, opened: &Opened, list: &List, one: &Participant) -> Row {
    let (present, marked) = list.attended(&opened.detail, one.id);
    let attended = t
        .get("staff-attended-of")
        .int("present", present)
        .int("marked", marked);
    let state = format!("staff-enrolment-state-{}", one.state.code());
    let mut cells = vec![
        Cell::new(format!("{} {}", one.surname, one.given_name))
            .to(format!("/staff/enrolments/{}", one.id)),
        Cell::new(&one.email),
        Cell::new(&one.phone),
    ];
    if !is_left_out(opened, "workplace") {
        cells.push(Cell::new(&one.workplace));
    }
    cells.extend([
        Cell::moment(t, one.applied_at, &opened.detail.organisation.zone),
        Cell::badge((one.state.kind(), t.get(&state).to_string())),
        Cell::new(payment_word(t, &one.payment)),
        if marked == 0 {
            Cell::new(t.get("staff-attendance-unmarked"))
        } else {
            Cell::new(attended)
        },
    ]);
    Row::new(one.id, cells)
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
    Query(asked): Query<Asked>,
) -> Result<Response, AppError> {
    let action = Taken::action(&context, "group.look_up", "group.download");
    let (opened, list) = opened(&app, &context, &id, action).await?;
    let (t, group) = (context.t(), opened.detail.group.id);
    let [applied, waiting, late] = waits(t, &opened, &list);
    let of = context.asked("of").unwrap_or_default();
    let line = match of.as_str() {
        "applied" => Some(&applied),
        "waiting" | "draw" => Some(&waiting),
        "late" => Some(&late),
        _ => None,
    };
    let line = line.map(|people| table(t, &opened, &of, people));
    if let Some(file) = line
        .map(|table| table.file(&context))
        .transpose()?
        .flatten()
    {
        return Ok(file);
    }
    let found = list.people.iter().filter(|one| asked.holds(one));
    let rows = found.map(|one| row(t, &opened, &list, one));
    let title = t.get("staff-participants-title");
    let table = Table::new(
        format!("participants-{group}"),
        &title,
        columns(t, &opened),
        rows,
    );
    let shown = Listing::of_all(&context, table, bulk::MOST);
    if let Some(file) = shown.file(&context)? {
        return Ok(file);
    }
    let decides = opened.decide.is_some();
    let is_undrawn = opened.detail.group.is_undrawn();
    let deeds: &[&'static str] = if decides {
        if opened.is_for_children() {
            &["enrol", "transfer", "cancel"]
        } else {
            &["transfer", "cancel"]
        }
    } else {
        &[]
    };
    let mail = format!("/staff/groups/{group}/mail");
    let bar = Bar::new("bulk", context.here(), t, deeds).elsewhere(t, "write", mail);
    show(&Participants {
        decides,
        more: t.get(said_of_applications(&opened)).to_string(),
        bar: Bar::new("applications", context.here(), t, &["confirm", "refuse"]),
        applied: Line::new(&context, "applied", applied),
        waiting: Line::new(
            &context,
            if is_undrawn { "draw" } else { "waiting" },
            waiting,
        ),
        is_undrawn,
        late: Line::new(&context, "late", late),
        page: context.page(title).dense(),
        group: format!("/staff/groups/{group}"),
        title: opened.detail.course.title.clone(),
        has_people: !list.people.is_empty(),
        states: asked.chips(
            ("state", &asked.state),
            list.people.iter().map(|one| one.state.code().to_owned()),
            |code| t.get(&format!("staff-enrolment-state-{code}")).to_string(),
        ),
        payments: asked.chips(
            ("payment", &asked.payment),
            list.people.iter().map(|one| match one.payment.as_str() {
                "" => NO_CHARGE.to_owned(),
                state => state.to_owned(),
            }),
            |code| payment_word(t, code),
        ),
        list: shown
            .bar(bar)
            .kept(kept(&app, &context, PARTICIPANTS).await?),
        asked,
        sum: sum(t, &opened, &list),
    })
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
