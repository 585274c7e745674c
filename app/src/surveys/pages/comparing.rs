//! Groups of a course, or its school years, side by side. Only answers that their groups' own pages show count here, so
//! that no sum gives away what is not shown.

use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;
use jiff::tz::TimeZone;

use super::sections::hundredths;
use crate::app::Shared;
use crate::catalogue::{self, Course, CourseId};
use crate::i18n::{Lang, Translator};
use crate::staff_tables::{Cell, Column, Files, Row as Line, Table, files};
use crate::surveys::permissions::may_compare;
use crate::surveys::results::{Sheet, Tally, questions_of, results, school_year};
use crate::surveys::rules::FEWEST_ANSWERS;
use crate::surveys::store::{self, Given, shown_of};
use crate::surveys::{Kind, Template};
use crate::web::{AppError, Context, Page, show};

#[derive(askama::Template)]
#[template(path = "surveys/comparing.html")]
struct ComparingPage {
    page: Page,
    steps: [(String, String); 1],
    course: Course,
    /// Addresses: groups, school years.
    addresses: [String; 2],
    files: Files,
    by_years: bool,
    fewest: usize,
    has_columns: bool,
    questions: Vec<Compared>,
}

/// One question, as each group or year answered it.
struct Compared {
    heading: String,
    rows: Vec<Row>,
}

struct Row {
    label: String,
    /// Where the group's own results are; empty for years.
    href: String,
    mean: String,
    hundredths: usize,
    /// Of the longest bar.
    percent: usize,
    people: usize,
}

/// Sheets that are compared as one.
struct Side {
    label: String,
    href: String,
    sheets: Vec<Sheet>,
}

/// What a course's staff gets to see.
struct Seen {
    course: Course,
    templates: Vec<Template>,
    sides: Vec<Side>,
}

async fn look(app: &Shared, ctx: &Context, id: CourseId, by_years: bool) -> Result<Seen, AppError> {
    let (actor, tree) = (ctx.staff()?.clone(), app.organisations.current());
    let zones = tree.clone();
    let now = ctx.now();
    let work = app.db.read(move |tx| {
        Box::pin(async move {
            let course = catalogue::load_course(tx, id).await?;
            let course = course.ok_or(DbError::NotFound)?;
            if !may_compare(&actor, &tree, course.organisation_id) {
                return Err(DbError::NotFound);
            }
            let zone = tree.find(course.organisation_id);
            let zone = zone.map_or(TimeZone::UTC, |one| one.time_zone.clone());
            let today = now.to_zoned(zone).date();
            let templates: Vec<Template> = tx.all(store::LIST_TEMPLATES_OF_COURSE, &[&id]).await?;
            let given: Vec<Given> = tx
                .all(store::LIST_ANSWERS_OF_COURSE, &[&id, &today])
                .await?;
            Ok::<_, DbError>((course, templates, shown_of(given)))
        })
    });
    let (course, templates, shown) = work.await?;
    let zone = zones.find(course.organisation_id);
    let zone = zone.map_or(TimeZone::UTC, |one| one.time_zone.clone());
    let mut sides: Vec<(i64, Side)> = Vec::new();
    for one in shown {
        let year = one
            .starts_at
            .map(|at| school_year(at.to_zoned(zone.clone()).date()));
        let years = year.map_or_else(String::new, |year| format!("{year}/{}", year + 1));
        let (key, label, href) = if by_years {
            (i64::from(year.unwrap_or(0)), years, String::new())
        } else {
            let label = format!("{} ({years})", one.code);
            (
                one.group_id.get(),
                label,
                format!("/staff/groups/{}/survey", one.group_id),
            )
        };
        match sides.iter_mut().find(|(known, _)| *known == key) {
            Some((_, side)) => side.sheets.push(one.sheet),
            None => sides.push((
                key,
                Side {
                    label,
                    href,
                    sheets: vec![one.sheet],
                },
            )),
        }
    }
    sides.sort_by_key(|(key, _)| *key);
    Ok(Seen {
        course,
        templates,
        sides: sides.into_iter().map(|(_, side)| side).collect(),
    })
}

fn compared(seen: &Seen, lang: Lang) -> Vec<Compared> {
    let scales = questions_of(&seen.templates);
    let scales = scales.into_iter().filter(|one| one.kind == Kind::Scale);
    let questions = scales.map(|question| {
        let rows = seen.sides.iter().filter_map(|side| {
            let sheets: Vec<&Sheet> = side.sheets.iter().collect();
            let summaries = results(&seen.templates, &sheets);
            let summary = summaries
                .iter()
                .find(|one| one.question.code == question.code)?;
            let Tally::Scale {
                mean: Some(mean), ..
            } = summary.tally
            else {
                return None;
            };
            Some(Row {
                label: side.label.clone(),
                href: side.href.clone(),
                mean: hundredths(mean, lang),
                hundredths: mean,
                percent: (mean - 100) / 4,
                people: summary.asked,
            })
        });
        Compared {
            heading: question.text.of(lang).to_owned(),
            rows: rows.collect(),
        }
    });
    questions.filter(|one| !one.rows.is_empty()).collect()
}

fn asks_for_years(ctx: &Context) -> bool {
    ctx.query().split('&').any(|part| part == "by=years")
}

/// `GET /staff/courses/{course}/survey`, with `?by=years` the school years instead of the groups; a file of it with
/// `?as=csv` or `?as=xlsx`.
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<CourseId>,
) -> Result<Response, AppError> {
    let by_years = asks_for_years(&ctx);
    let seen = look(&app, &ctx, id, by_years).await?;
    let (t, base) = (ctx.t(), format!("/staff/courses/{id}/survey"));
    let questions = compared(&seen, t.lang());
    if let Some(file) = table(t, id, &questions).file(&ctx)? {
        return Ok(file);
    }
    show(&ComparingPage {
        page: ctx.page(t.get("surveys-compare-title")).dense(),
        steps: [("/staff".to_owned(), t.get("web-nav-staff").to_string())],
        addresses: [base.clone(), format!("{base}?by=years")],
        files: files(&ctx),
        by_years,
        fewest: FEWEST_ANSWERS,
        has_columns: !seen.sides.is_empty(),
        questions,
        course: seen.course,
    })
}

/// What files have.
fn table(t: Translator, id: CourseId, questions: &[Compared]) -> Table {
    let heads = ["question", "side", "average", "people"];
    let heads = heads.map(|head| Column::new(t.get(&format!("surveys-results-{head}"))));
    let rows = questions.iter().flat_map(|question| {
        question.rows.iter().map(|row| {
            let cells = vec![
                Cell::new(&question.heading),
                Cell::new(&row.label),
                Cell::decimal(&row.mean, row.hundredths),
                Cell::count(row.people),
            ];
            Line::new("", cells)
        })
    });
    let title = t.get("surveys-compare-title");
    Table::new(format!("survey-course-{id}"), title, heads.into(), rows)
}
