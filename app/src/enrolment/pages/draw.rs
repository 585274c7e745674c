//! The public page of a draw: before it the commitment, after it everything that it takes to hold it again.

use allocation::{Application, Group, Outcome, Record};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use database::DbError;

use crate::app::App;
use crate::app::Shared;
use crate::catalogue::draw_store::{Draw, FIND_DRAW, LIST_DRAWN_WITH};
use crate::catalogue::pages::course::until_the_draw;
use crate::catalogue::{self, Allocation, CourseId, CourseState, GroupDetail, GroupId, GroupState};
use crate::enrolment::draw_store::{DrawnEntry, LIST_DRAWN};
use crate::enrolment::when;
use crate::web::{AppError, CSV, Context, Page, download, show};

#[derive(Template)]
#[template(path = "enrolment/draw.html")]
struct DrawPage {
    page: Page,
    /// Address and title of the course.
    course: (String, String),
    /// Language of the title.
    language: String,
    starts: String,
    /// Number of the group, which the order follows from.
    group: String,
    /// That everybody takes part equally, and until when; what became of it.
    about: String,
    is_ranked: bool,
    commitment: String,
    committed: String,
    opened: Option<Opened>,
}

/// What is there to be seen after the draw.
struct Opened {
    drawn: String,
    places: i64,
    secret: String,
    seed: String,
    file: String,
    entries: Vec<Line>,
}

/// An application in the order of the draw.
struct Line {
    number: i64,
    code: String,
    wish: i64,
    kind: &'static str,
    outcome: String,
}

/// A draw with its group, and what was drawn together with it.
struct Found {
    detail: GroupDetail,
    draw: Draw,
    together: Vec<Draw>,
    entries: Vec<DrawnEntry>,
}

/// The draw of an address; of a draft, or where nothing is drawn, there is none.
async fn find(app: &App, (course, group): &(String, String)) -> Result<Found, AppError> {
    let course: CourseId = course.parse().map_err(|_| AppError::NotFound)?;
    let id: GroupId = group.parse().map_err(|_| AppError::NotFound)?;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let detail = catalogue::load_group(tx, id).await?;
            let seen = detail.filter(|detail| {
                let (group, course) = (&detail.group, &detail.course);
                group.allocation != Allocation::FirstCome
                    && group.state != GroupState::Draft
                    && course.state != CourseState::Draft
            });
            let (Some(detail), Some(draw)) = (seen, tx.opt::<Draw>(FIND_DRAW, &[&id]).await?)
            else {
                return Ok::<_, DbError>(None);
            };
            let (mut together, mut entries) = (Vec::new(), Vec::new());
            if let Some(with) = draw.drawn_with {
                together = tx.all(LIST_DRAWN_WITH, &[&with]).await?;
                entries = tx.all(LIST_DRAWN, &[&with]).await?;
            }
            Ok(Some(Found {
                detail,
                draw,
                together,
                entries,
            }))
        })
    });
    let found = read.await?.ok_or(AppError::NotFound)?;
    if found.detail.course.id == course {
        Ok(found)
    } else {
        Err(AppError::NotFound)
    }
}

/// `GET /courses/{course}/groups/{group}/draw`
pub(super) async fn page(
    State(app): State<Shared>,
    ctx: Context,
    Path(ids): Path<(String, String)>,
) -> Result<Response, AppError> {
    let found = find(&app, &ids).await?;
    let (t, detail, draw) = (ctx.t(), &found.detail, &found.draw);
    let (group, zone) = (&detail.group, &detail.organisation.zone);
    let is_ranked = group.allocation == Allocation::Ranked;
    let line = |one: &DrawnEntry| {
        let (kind, key) = match Outcome::from_code(&one.outcome) {
            Some(Outcome::Place) => ("done", "draws-outcome-place"),
            Some(Outcome::Ended) => ("problem", "draws-outcome-ended"),
            Some(Outcome::Line) | None => ("information", "draws-outcome-line"),
        };
        Line {
            number: one.number,
            code: one.code.clone(),
            wish: one.wish,
            kind,
            outcome: t.get(key).to_string(),
        }
    };
    let here = |one: &&DrawnEntry| one.group_id == group.id;
    let opened = draw.drawn_at.map(|at| Opened {
        drawn: t.date_time(at, zone),
        places: draw.places.unwrap_or(0),
        secret: draw.secret.clone().unwrap_or_default(),
        seed: draw.seed.clone().unwrap_or_default(),
        file: format!("/courses/{}/groups/{}/draw.csv", detail.course.id, group.id),
        entries: found.entries.iter().filter(here).map(line).collect(),
    });
    let about = match (&opened, group.state) {
        (Some(_), _) => t.get("draws-about-drawn").to_string(),
        (None, GroupState::Cancelled) => t.get("draws-about-cancelled").to_string(),
        (None, _) => until_the_draw(t, detail),
    };
    show(&DrawPage {
        page: ctx.page(t.get("draws-title")),
        course: (
            format!("/courses/{}", detail.course.id),
            detail.course.title.clone(),
        ),
        language: detail.course.language.clone(),
        starts: when::first(t, detail),
        group: group.id.to_string(),
        about,
        is_ranked,
        commitment: draw.commitment.clone(),
        committed: t.date_time(draw.committed_at, zone),
        opened,
    })
}

/// `GET /courses/{course}/groups/{group}/draw.csv`: what `zapis allocation replay` reads; none before the draw.
pub(super) async fn file(
    State(app): State<Shared>,
    Path(ids): Path<(String, String)>,
) -> Result<Response, AppError> {
    let found = find(&app, &ids).await?;
    if found.together.is_empty() {
        return Err(AppError::NotFound);
    }
    let group = |draw: &Draw| Group {
        group: draw.group_id.to_string(),
        places: draw
            .places
            .and_then(|places| usize::try_from(places).ok())
            .unwrap_or(0),
        commitment: draw.commitment.clone(),
        secret: draw.secret.clone().unwrap_or_default(),
        seed: draw.seed.clone().unwrap_or_default(),
    };
    let application = |one: &DrawnEntry| {
        Some(Application {
            group: one.group_id.to_string(),
            number: usize::try_from(one.number).ok()?,
            code: one.code.clone(),
            wish: u32::try_from(one.wish).ok()?,
            outcome: Outcome::from_code(&one.outcome)?,
        })
    };
    let record = Record {
        groups: found.together.iter().map(group).collect(),
        applications: found.entries.iter().filter_map(application).collect(),
    };
    let name = format!("draw-{}.csv", found.detail.group.id);
    Ok(download(CSV, &name, record.to_csv()))
}
