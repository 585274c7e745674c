//! Who waits for staff or for a place, above the table of all who take part; each with files of its own.

use super::super::people::List;
use super::super::{Opened, Participant};
use crate::i18n::Translator;
use crate::staff_tables::{Cell, Column, Files, Row, Table, files};
use crate::web::Context;

/// Those who wait for the same, with the files of their table.
pub(super) struct Line {
    pub people: Vec<Waiting>,
    pub files: Files,
}

impl Line {
    pub(super) fn new(context: &Context, code: &str, people: Vec<Waiting>) -> Self {
        let files = files(context);
        Self {
            people,
            files: files.map(|(kind, href)| (kind, format!("{href}&of={code}"))),
        }
    }
}

/// What files of those who wait have: the same as the page.
pub(super) fn table(t: Translator, opened: &Opened, code: &str, people: &[Waiting]) -> Table {
    let group = opened.detail.group.id;
    let of_applications = [
        "staff-participant-name",
        "staff-applied-at",
        said_of_applications(opened),
    ];
    let (title, heads): (_, &[&'static str]) = match code {
        "waiting" => (
            "staff-waiting-list",
            &[
                "staff-position",
                "staff-participant-name",
                "staff-applied-at",
            ],
        ),
        "draw" => (
            "draws-staff-taking-part",
            &["staff-participant-name", "staff-applied-at"],
        ),
        "late" => (
            "staff-late",
            &[
                "staff-participant-name",
                "staff-late-asked",
                "staff-late-reason",
            ],
        ),
        _ => ("staff-applied", &of_applications),
    };
    let heads = heads.iter().map(|head| Column::new(t.get(head))).collect();
    let rows = people.iter().zip(1..).map(|(one, position)| {
        let (name, since) = (Cell::new(&one.name), one.since.clone());
        let cells = match code {
            "waiting" => vec![Cell::number(position), name, since],
            "draw" => vec![name, since],
            _ => vec![name, since, Cell::new(&one.more)],
        };
        Row::new(&one.id, cells)
    });
    Table::new(format!("{code}-{group}"), t.get(title), heads, rows)
}

/// What is said of each application: where people work, of children whether their documents were seen.
pub(super) fn said_of_applications(opened: &Opened) -> &'static str {
    if opened.is_for_children() {
        "staff-application-state"
    } else {
        "staff-participant-workplace"
    }
}

/// Somebody who waits for staff or for a place.
pub(super) struct Waiting {
    pub id: String,
    pub name: String,
    pub since: Cell,
    /// Workplace, or whether a child's documents were seen, or the reason of a request.
    pub more: String,
}

/// Who has applied, who waits for a place, and who asks to resign late.
pub(super) fn waits(t: Translator, opened: &Opened, list: &List) -> [Vec<Waiting>; 3] {
    let zone = &opened.detail.organisation.zone;
    let more = |one: &Participant| match (opened.is_for_children(), one.lacks_documents) {
        (false, _) => one.workplace.clone(),
        (true, true) => t.get("staff-application-documents").to_string(),
        (true, false) => t.get("staff-application-ready").to_string(),
    };
    let waiting = |one: &Participant| Waiting {
        id: one.id.to_string(),
        name: format!("{} {}", one.surname, one.given_name),
        since: Cell::moment(t, one.applied_at, zone),
        more: more(one),
    };
    let late = list.late.iter().filter_map(|late| {
        Some(Waiting {
            since: Cell::moment(t, late.asked_at, zone),
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
