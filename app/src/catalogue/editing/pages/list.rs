//! The list of courses: filter by state, search, sort, pages.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;

use super::Ways;
use crate::app::Shared;
use crate::catalogue::CourseState;
use crate::catalogue::editing::editing_store::{self as store, CourseRow};
use crate::i18n::Translator;
use crate::organisations::Tree;
use crate::text::fold;
use crate::web::{AppError, Context, Page, show};

/// So many courses are on a page.
const ROWS: usize = 50;

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    state: String,
    sort: String,
    page: String,
}

impl Asked {
    /// The address with one thing changed; the page starts anew.
    fn address(&self, name: &str, value: &str) -> String {
        let mut pairs = Vec::new();
        for (key, old) in [("q", &self.q), ("state", &self.state), ("sort", &self.sort)] {
            let value = if key == name { value } else { old };
            if !value.is_empty() {
                pairs.push((key, value));
            }
        }
        if name == "page" {
            pairs.push(("page", value));
        }
        let query = serde_urlencoded::to_string(pairs).unwrap_or_default();
        if query.is_empty() {
            "/staff/courses".into()
        } else {
            format!("/staff/courses?{query}")
        }
    }

    /// The same, for the head of a column.
    fn sort_by(&self, column: &str) -> (String, String) {
        let current = if self.sort.is_empty() {
            "title"
        } else {
            &self.sort
        };
        let (address, sorted) = match current.strip_prefix(column) {
            Some("") => (self.address("sort", &format!("{column}-down")), "ascending"),
            Some("-down") => (self.address("sort", column), "descending"),
            _ => (self.address("sort", column), ""),
        };
        (address, sorted.to_owned())
    }
}

struct Line {
    href: String,
    title: String,
    about: String,
    kind: &'static str,
    state: String,
    groups: i64,
    next: String,
}

struct Chip {
    text: String,
    href: String,
    on: bool,
}

#[derive(Template)]
#[template(path = "staff/courses.html")]
struct Courses {
    page: Page,
    asked: Asked,
    chips: Vec<Chip>,
    lines: Vec<Line>,
    found: usize,
    is_filtered: bool,
    current: usize,
    last: usize,
    previous: String,
    next: String,
    by_title: (String, String),
    by_next: (String, String),
    by_groups: (String, String),
    ways: Ways,
    /// Whether there is an institution whose courses they could be.
    may_make: bool,
}

/// GET /staff/courses
pub(super) async fn list(
    State(app): State<Shared>,
    context: Context,
    Query(asked): Query<Asked>,
) -> Result<Response, AppError> {
    let actor = context.staff()?;
    let (t, account, now, tree) = (
        context.t(),
        actor.account_id,
        context.now(),
        app.organisations.current(),
    );
    let may_make = !super::course::own_organisations(actor, &tree).is_empty();
    // Whoever sets up the installation sees what comes first.
    if !may_make && !actor.is_installation_administrator() {
        return Err(AppError::NotFound);
    }
    let found = app.db.read(move |tx| {
        Box::pin(async move { tx.all(store::LIST_COURSES, &[&account, &now]).await })
    });
    let all: Vec<CourseRow> = found.await.map_err(|error: database::DbError| error)?;
    let rows = sorted(filtered(all, &asked, &tree), &asked.sort);
    let (count, last) = (rows.len(), rows.len().div_ceil(ROWS).max(1));
    let current = asked.page.parse().unwrap_or(1_usize).clamp(1, last);
    let to_page = |wanted: usize| {
        if (1..=last).contains(&wanted) {
            asked.address("page", &wanted.to_string())
        } else {
            String::new()
        }
    };
    let shown = rows.iter().skip((current - 1) * ROWS).take(ROWS);
    show(&Courses {
        ways: Ways::of(actor),
        may_make,
        lines: shown.map(|row| line(t, row, &tree)).collect(),
        chips: chips(t, &asked),
        found: count,
        is_filtered: !asked.q.is_empty() || !asked.state.is_empty(),
        previous: if current > 1 {
            to_page(current - 1)
        } else {
            String::new()
        },
        next: to_page(current + 1),
        current,
        last,
        by_title: asked.sort_by("title"),
        by_next: asked.sort_by("next"),
        by_groups: asked.sort_by("groups"),
        page: context.page(t.get("staff-courses-title")).dense(),
        asked,
    })
}

fn filtered(all: Vec<CourseRow>, asked: &Asked, tree: &Tree) -> Vec<CourseRow> {
    let (state, folded) = (CourseState::from_code(&asked.state), fold(&asked.q));
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let holds = |row: &CourseRow| {
        let organisation = tree
            .find(row.organisation_id)
            .map_or("", |one| one.name.as_str());
        let text = fold(&format!(
            "{} {} {} {organisation}",
            row.title, row.code, row.subject
        ));
        words.iter().all(|word| text.contains(word))
    };
    all.into_iter()
        .filter(|row| state.is_none_or(|state| row.state == state) && holds(row))
        .collect()
}

fn sorted(mut rows: Vec<CourseRow>, sort: &str) -> Vec<CourseRow> {
    match sort.trim_end_matches("-down") {
        "next" => rows.sort_by_key(|row| {
            row.next_at
                .map_or(i64::MAX, jiff::Timestamp::as_microsecond)
        }),
        "groups" => rows.sort_by_key(|row| row.open_groups),
        _ => rows.sort_by_cached_key(|row| fold(&row.title)),
    }
    if sort.ends_with("-down") {
        rows.reverse();
    }
    rows
}

fn chips(t: Translator, asked: &Asked) -> Vec<Chip> {
    let chip = |state: &CourseState| {
        let on = asked.state == state.code();
        Chip {
            text: state_word(t, *state).1,
            href: asked.address("state", if on { "" } else { state.code() }),
            on,
        }
    };
    CourseState::ALL.iter().map(chip).collect()
}

/// Meaning and word of a course's state.
pub(super) fn state_word(t: Translator, state: CourseState) -> (&'static str, String) {
    let kind = match state {
        CourseState::Draft => "attention",
        CourseState::Published => "done",
        CourseState::Archived => "information",
    };
    (
        kind,
        t.get(&format!("staff-course-state-{}", state.code()))
            .to_string(),
    )
}

fn line(t: Translator, row: &CourseRow, tree: &Tree) -> Line {
    let organisation = tree.find(row.organisation_id);
    let (kind, state) = state_word(t, row.state);
    let next = row
        .next_at
        .zip(organisation)
        .map(|(at, one)| t.date_time(at, &one.time_zone));
    Line {
        href: format!("/staff/courses/{}", row.id),
        title: row.title.clone(),
        about: format!(
            "{} · {}",
            row.code,
            organisation.map_or("", |one| one.name.as_str())
        ),
        kind,
        state,
        groups: row.open_groups,
        next: next.unwrap_or_default(),
    }
}
