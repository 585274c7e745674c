//! The public pages: the start page, the list, a course, and the calendar file of a group.

pub(crate) mod cards;
pub mod course;
mod home;
pub mod kept;
mod list;
mod packed;
pub(crate) mod structured;

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::http::header::CACHE_CONTROL;
use axum::response::Response;
use axum::routing::get;

use super::query::Query;
use super::{CourseId, GroupId, calendar, load_course};
use crate::app::Shared;
use crate::notices;
use crate::web::{Announced, AppError, Context, ICS, Page, download, go, show};
use kept::{Freshness, Key, Made};

/// Routes of the catalogue.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/", get(start))
        .route("/courses", get(courses))
        .route("/courses/{course}", get(course_page))
        .route("/courses/{course}/groups/{group}", get(group_page))
        .route(
            "/courses/{course}/groups/{group}/calendar.ics",
            get(calendar_file),
        )
}

/// A page of the catalogue in its frame.
#[derive(Template)]
#[template(path = "catalogue/framed.html")]
struct Framed<'a> {
    page: Page,
    head: &'a str,
    content: &'a str,
}

fn framed<'a>(
    ctx: &Context,
    made: &'a Made,
    content: &'a str,
    announced: &[Announced],
) -> Framed<'a> {
    let page = ctx.page(&made.title).announcing(announced.to_vec());
    let page = match made.description.as_str() {
        "" => page,
        description => page.described(description),
    };
    Framed {
        page,
        head: &made.head,
        content,
    }
}

/// Answers with a page made now or kept from before; visitors get all the same bytes.
fn answer(
    app: &Shared,
    context: &Context,
    headers: &HeaderMap,
    announced: &[Announced],
    make: impl FnOnce(&Page) -> Result<Made, AppError>,
) -> Result<Response, AppError> {
    let (now, catalogue) = (context.now(), &app.catalogue);
    let key = Key {
        lang: context.lang(),
        signed_in: context.viewer().is_some(),
        address: context.here(),
    };
    let (snapshot, notices) = (catalogue.current(), app.notices.current());
    let freshness = Freshness {
        version: snapshot.version(),
        notices: notices.version(),
        epoch: catalogue.places_epoch(now),
        until: snapshot.next_turn(now).min(notices.next_turn(now)),
    };
    let kept = match catalogue.kept_pages().find(&key, freshness, now) {
        Some(kept) => kept,
        None => catalogue
            .kept_pages()
            .keep(key, freshness, make(&context.page(""))?),
    };
    if context.is_plain_visit() {
        kept.for_visitor(headers, |made| {
            Ok(framed(context, made, &made.content, announced).render()?)
        })
    } else {
        kept.for_reader(headers, |content| {
            Ok(framed(context, &kept.made, content, announced).render()?)
        })
    }
}

async fn start(
    State(app): State<Shared>,
    context: Context,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    answer(&app, &context, &headers, &[], |page| {
        home::make(page, &app.catalogue.current(), context.now())
    })
}

async fn courses(
    State(app): State<Shared>,
    context: Context,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let make = |page: &Page| {
        let query = Query::read(context.query());
        let places = (&*app.catalogue.current(), &*app.organisations.current());
        list::make(page, places, &query, context.now())
    };
    answer(&app, &context, &headers, &[], make)
}

async fn course_page(
    State(app): State<Shared>,
    context: Context,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, AppError> {
    let id: CourseId = id.parse().map_err(|_| AppError::NotFound)?;
    let snapshot = app.catalogue.current();
    let mut offers: Vec<_> = snapshot
        .groups_of(id)
        .filter(|offer| !offer.is_over(context.now()))
        .collect();
    // Groups that have begun or were called off stand below those that one can still join.
    offers.sort_by_key(|offer| !offer.is_listed(context.now()));
    if let Some(first) = offers.first() {
        let home = first.detail.organisation.id;
        let announced = notices::at_organisation(&app, &context, home).await?;
        let make = |page: &Page| course::make(page, &offers, &app.config.base_url, context.now());
        return answer(&app, &context, &headers, &announced, make);
    }
    // Links to trainings of the past, in letters and elsewhere, lead to what is left of them.
    let load = app
        .db
        .read(move |tx| Box::pin(async move { load_course(tx, id).await }));
    let found = load
        .await?
        .filter(|course| course.state != super::CourseState::Draft);
    let course = found.ok_or(AppError::NotFound)?;
    let home = course.organisation_id;
    let announced = notices::at_organisation(&app, &context, home).await?;
    let made = course::make_without_dates(&context.page(""), &course)?;
    show(&framed(&context, &made, &made.content, &announced))
}

/// A group has no page of its own: it stands on the page of its course.
async fn group_page(
    State(app): State<Shared>,
    Path((course, group)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let (course, group): (CourseId, GroupId) = (
        course.parse().map_err(|_| AppError::NotFound)?,
        group.parse().map_err(|_| AppError::NotFound)?,
    );
    let snapshot = app.catalogue.current();
    let found = snapshot
        .group(group)
        .filter(|offer| offer.detail.course.id == course);
    found.ok_or(AppError::NotFound)?;
    Ok(go(&format!("/courses/{course}#group-{group}")))
}

async fn calendar_file(
    State(app): State<Shared>,
    context: Context,
    Path((course, group)): Path<(String, String)>,
) -> Result<Response, AppError> {
    let (course, group): (CourseId, GroupId) = (
        course.parse().map_err(|_| AppError::NotFound)?,
        group.parse().map_err(|_| AppError::NotFound)?,
    );
    let snapshot = app.catalogue.current();
    let found = snapshot
        .group(group)
        .filter(|offer| offer.detail.course.id == course);
    let offer = found.ok_or(AppError::NotFound)?;
    let text = calendar::of_group(
        &offer.detail,
        &calendar::Method::Publish,
        &app.config.base_url,
        context.now(),
    );
    let entries = ([(CACHE_CONTROL, "no-cache")], text);
    Ok(download(ICS, &format!("zapis-{group}.ics"), entries))
}
