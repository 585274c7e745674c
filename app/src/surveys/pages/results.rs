//! What the answers of a group say together, for staff: as a page and as a file.

use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use super::sections::Section;
use crate::app::Shared;
use crate::catalogue::{self, GroupDetail, GroupId};
use crate::i18n::Translator;
use crate::staff_tables::{Cell, Column, Files, Row, Table, files};
use crate::surveys::Template;
use crate::surveys::permissions::{may_compare, may_see_results};
use crate::surveys::results::{Sheet, results};
use crate::surveys::rules::FEWEST_ANSWERS;
use crate::surveys::store::{self, Given, shown_of};
use crate::web::{AppError, Context, Page, show};

#[derive(askama::Template)]
#[template(path = "surveys/results.html")]
struct ResultsPage {
    page: Page,
    /// Whether nothing is held back.
    is_all: bool,
    /// The way here: the staff's pages, the group.
    steps: [(String, String); 2],
    detail: GroupDetail,
    /// The training and the group.
    group: String,
    /// How many have answered, and how many of the answers are shown.
    count: i64,
    shown: usize,
    fewest: usize,
    /// Where groups and years are compared, for those who may.
    compared: Option<String>,
    sections: Vec<Section>,
    files: Files,
}

/// What a group's staff gets to see.
struct Seen {
    detail: GroupDetail,
    templates: Vec<Template>,
    sheets: Vec<Sheet>,
    count: i64,
    compared: Option<String>,
}

impl Seen {
    fn sections(&self, t: Translator) -> Vec<Section> {
        let sheets: Vec<&Sheet> = self.sheets.iter().collect();
        let summaries = results(&self.templates, &sheets);
        let numbered = summaries.iter().zip(1..);
        numbered
            .map(|(summary, number)| Section::new(t.lang(), number, summary))
            .collect()
    }
}

async fn look(app: &Shared, ctx: &Context, id: GroupId) -> Result<Seen, AppError> {
    let actor = ctx.staff()?.clone();
    let (tree, now) = (app.organisations.current(), ctx.now());
    let work = app.db.read(move |tx| {
        Box::pin(async move {
            let detail = catalogue::load_group(tx, id).await?;
            let detail = detail.ok_or(DbError::NotFound)?;
            let teaches: i64 = tx.one(store::IS_TRAINER, &[&id, &actor.account_id]).await?;
            if !may_see_results(&actor, &tree, &detail, teaches > 0) {
                return Err(DbError::NotFound);
            }
            let templates = tx.all(store::LIST_TEMPLATES_OF_GROUP, &[&id]).await?;
            let today = detail.local_date(now);
            let given: Vec<Given> = tx.all(store::LIST_ANSWERS_OF_GROUP, &[&id, &today]).await?;
            let count: i64 = tx.one(store::COUNT_ANSWERS, &[&id]).await?;
            let compared = may_compare(&actor, &tree, detail.organisation.id)
                .then(|| format!("/staff/courses/{}/survey", detail.course.id));
            Ok(Seen {
                detail,
                templates,
                count,
                sheets: shown_of(given).into_iter().map(|one| one.sheet).collect(),
                compared,
            })
        })
    });
    Ok(work.await?)
}

/// `GET /staff/groups/{group}/survey`, with `?as=csv` or `?as=xlsx` a file of it.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<GroupId>,
) -> Result<Response, AppError> {
    let seen = look(&app, &ctx, id).await?;
    let t = ctx.t();
    let sections = seen.sections(t);
    if let Some(file) = table(t, id, &sections).file(&ctx)? {
        return Ok(file);
    }
    let staff = t.get("staff-today-title").to_string();
    let group = t
        .get("staff-group-title")
        .text("title", &seen.detail.course.title)
        .text("code", &seen.detail.group.code)
        .to_string();
    show(&ResultsPage {
        steps: [
            ("/staff".to_owned(), staff),
            (format!("/staff/groups/{id}"), group.clone()),
        ],
        page: ctx.page(t.get("surveys-results-title")).dense(),
        sections,
        files: files(&ctx),
        group,
        is_all: usize::try_from(seen.count).is_ok_and(|count| count == seen.sheets.len()),
        count: seen.count,
        shown: seen.sheets.len(),
        fewest: FEWEST_ANSWERS,
        compared: seen.compared,
        detail: seen.detail,
    })
}

/// What files have: counts, never one person's sheet.
fn table(t: Translator, id: GroupId, sections: &[Section]) -> Table {
    let heads = ["question", "answer", "people", "share"];
    let heads = heads.map(|head| Column::new(t.get(&format!("surveys-results-{head}"))));
    let mut rows = Vec::new();
    for section in sections {
        let line = |answer: &str, count: Cell, share: Cell| {
            let cells = vec![Cell::new(&section.heading), Cell::new(answer), count, share];
            Row::new("", cells)
        };
        rows.extend(section.rows.iter().map(|bar| {
            let share = Cell::new(format!("{}%", bar.percent));
            line(&bar.label, Cell::count(bar.count), share)
        }));
        let words = section.words.iter();
        rows.extend(words.map(|words| line(words, Cell::new(""), Cell::new(""))));
    }
    let title = t.get("surveys-results-title");
    Table::new(format!("survey-{id}"), title, heads.into(), rows)
}
