//! What the answers of a group say together, for staff.

use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::app::Shared;
use crate::catalogue::{self, GroupDetail, GroupId};
use crate::i18n::Lang;
use crate::surveys::permissions::may_see_results;
use crate::surveys::results::{Tally, results};
use crate::surveys::rules::{FEWEST_ANSWERS, shown};
use crate::surveys::store::{self, Kept};
use crate::surveys::{Answers, Question, Template};
use crate::web::{AppError, Context, Page, show};

#[derive(askama::Template)]
#[template(path = "surveys/results.html")]
struct ResultsPage {
    page: Page,
    /// The way here: the staff's pages, the group.
    steps: [(String, String); 2],
    detail: GroupDetail,
    /// The training and the group.
    group: String,
    /// How many have answered, and how many of the answers are shown.
    count: i64,
    shown: usize,
    fewest: usize,
    sections: Vec<Section>,
}

/// One question with what was answered.
struct Section {
    heading: String,
    mean: Option<String>,
    rows: Vec<Bar>,
    words: Vec<String>,
}

/// One row of a table with its bar.
struct Bar {
    label: String,
    count: usize,
    percent: usize,
}

/// `GET /staff/groups/{group}/survey`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(id): Path<GroupId>,
) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    let (account_id, now) = (actor.account_id, ctx.now());
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let detail = catalogue::load_group(tx, id).await?;
            let detail = detail.ok_or(DbError::NotFound)?;
            let teaches: i64 = tx.one(store::IS_TRAINER, &[&id, &account_id]).await?;
            let template: Option<Template> =
                tx.opt(store::FIND_TEMPLATE_OF_ANSWERS, &[&id]).await?;
            let count: i64 = tx.one(store::COUNT_ANSWERS, &[&id]).await?;
            let today = detail.local_date(now);
            let kept: Vec<Kept> = tx.all(store::LIST_ANSWERS, &[&id, &today]).await?;
            Ok::<_, DbError>((detail, teaches > 0, template, (count, kept)))
        })
    });
    let (detail, is_its_trainer, template, (count, kept)) = read.await?;
    if !may_see_results(actor, &app.organisations.current(), &detail, is_its_trainer) {
        return Err(AppError::NotFound);
    }
    let mut answers: Vec<Answers> = kept.into_iter().map(|kept| kept.0).collect();
    answers.truncate(shown(answers.len()));
    let questions = template.map_or_else(Vec::new, |template| template.questions);
    // Below the limit nothing is counted, so that no page can show it by mistake.
    let tallies = results(&questions, &answers).unwrap_or_default();
    let sections = questions.iter().zip(tallies).zip(1..);
    let staff = ctx.t().get("staff-today-title").to_string();
    let group = ctx
        .t()
        .get("staff-group-title")
        .text("title", &detail.course.title)
        .text("code", &detail.group.code)
        .to_string();
    show(&ResultsPage {
        steps: [
            ("/staff".to_owned(), staff),
            (format!("/staff/groups/{id}"), group.clone()),
        ],
        group,
        page: ctx.page(ctx.t().get("surveys-results-title")).dense(),
        detail,
        count,
        shown: answers.len(),
        fewest: FEWEST_ANSWERS,
        sections: sections
            .map(|((question, tally), number)| {
                section(ctx.lang(), (number, question), tally, answers.len())
            })
            .collect(),
    })
}

fn section(
    lang: Lang,
    (number, question): (i64, &Question),
    tally: Tally,
    answers: usize,
) -> Section {
    let bar = |label: String, count: usize| Bar {
        label,
        count,
        percent: (count * 100 + answers / 2)
            .checked_div(answers)
            .unwrap_or(0),
    };
    let mut section = Section {
        heading: format!("{number}. {}", question.text.of(lang)),
        mean: None,
        rows: Vec::new(),
        words: Vec::new(),
    };
    match tally {
        Tally::Scale { counts, mean } => {
            section.mean = mean.map(|mean| hundredths(mean, lang));
            let points = counts.into_iter().enumerate().rev();
            section.rows = points
                .map(|(before, count)| bar(label_of_point(question, before + 1, lang), count))
                .collect();
        }
        Tally::Options(counts) => {
            let options = question.options.iter().zip(counts);
            section.rows = options
                .map(|(option, count)| bar(option.text.of(lang).to_owned(), count))
                .collect();
        }
        Tally::Words(words) => section.words = words,
    }
    section
}

fn label_of_point(question: &Question, point: usize, lang: Lang) -> String {
    let end = match point {
        1 => question.options.first(),
        5 => question.options.last(),
        _ => None,
    };
    match end {
        Some(option) => format!("{point}, {}", option.text.of(lang)),
        None => point.to_string(),
    }
}

fn hundredths(value: usize, lang: Lang) -> String {
    let point = if lang == Lang::En { '.' } else { ',' };
    format!("{}{point}{:02}", value / 100, value % 100)
}
