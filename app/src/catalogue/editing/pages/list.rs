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
use crate::staff_tables::views::{COURSES, kept};
use crate::staff_tables::{Bar, Cell, Column, Listing, Pager, Row, Table};
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
    list: Listing,
    is_filtered: bool,
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
    let pager = Pager::of(&context, rows.len(), ROWS);
    let shown = pager.pick(&rows).iter();
    let shown = shown.map(|one| row(t, one, &tree));
    let title = t.get("staff-courses-title");
    let table = Table::new("courses", &title, columns(t, &asked), shown);
    let list = Listing::new(&context, table, pager);
    if let Some(file) = list.file(&context)? {
        return Ok(file);
    }
    let bar = Bar::new("bulk", context.here(), t, &["publish", "draft", "archive"]);
    show(&Courses {
        ways: Ways::of(actor),
        may_make,
        list: list.bar(bar).kept(kept(&app, &context, COURSES).await?),
        chips: chips(t, &asked),
        is_filtered: !asked.q.is_empty() || !asked.state.is_empty(),
        page: context.page(title).dense(),
        asked,
    })
}

fn columns(t: Translator, asked: &Asked) -> Vec<Column> {
    let say = |key: &'static str| t.get(key);
    vec![
        Column::new(say("staff-title")).sorted(asked.sort_by("title")),
        Column::of_files(say("staff-code")),
        Column::of_files(say("staff-subject")),
        Column::of_files(say("staff-organisation")),
        Column::new(say("staff-state")),
        Column::new(say("staff-next-meeting")).sorted(asked.sort_by("next")),
        Column::new(say("staff-open-groups")).sorted(asked.sort_by("groups")),
    ]
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

fn row(t: Translator, one: &CourseRow, tree: &Tree) -> Row {
    let organisation = tree.find(one.organisation_id);
    let home = organisation.map_or("", |home| home.name.as_str());
    let next = one
        .next_at
        .zip(organisation)
        .map(|(at, home)| Cell::moment(t, at, &home.time_zone));
    let title = Cell::new(&one.title).and(format!("{} · {home}", one.code));
    let cells = vec![
        title.to(format!("/staff/courses/{}", one.id)),
        Cell::new(&one.code),
        Cell::new(&one.subject),
        Cell::new(home),
        Cell::badge(state_word(t, one.state)),
        next.unwrap_or_else(|| Cell::new(t.get("staff-none"))),
        Cell::number(one.open_groups),
    ];
    Row::new(one.id, cells)
}
