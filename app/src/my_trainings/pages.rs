//! The page itself.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::card::Card;
use super::{after_the_end, hours};
use crate::app::Shared;
use crate::enrolment;
use crate::materials;
use crate::web::{AppError, Context, Page, show};

#[derive(Template)]
#[template(path = "my_trainings/page.html")]
struct MyTrainings {
    page: Page,
    cards: Vec<Card>,
    archive: bool,
    current_count: usize,
    archive_count: usize,
    /// School years with something completed: as written, and the list of hours.
    hours: Vec<(String, String)>,
    /// Things that wait for the person.
    waiting: usize,
}

/// `GET /my/trainings`, with `?archive=1` what is over.
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let account_id = ctx.actor()?.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let stories = enrolment::stories_of(tx, account_id).await?;
            let papers = after_the_end::papers(tx, account_id, &stories).await?;
            let materials = materials::of_account(tx, account_id).await?;
            Ok::<_, DbError>((stories, papers, materials))
        })
    });
    let (stories, papers, materials) = read.await?;
    let (t, now) = (ctx.t(), ctx.now());
    let cards = stories.iter().zip(&papers);
    let cards: Vec<Card> = cards
        .map(|(story, paper)| {
            let files = materials.get(&story.enrolment.group_id);
            Card::new(t, story, (paper, files.map_or(&[], Vec::as_slice)), now)
        })
        .collect();
    let archive = ctx.query().split('&').any(|part| part == "archive=1");
    let waiting = cards
        .iter()
        .filter(|card| card.is_current)
        .map(Card::missing)
        .sum();
    let (current, over): (Vec<Card>, Vec<Card>) =
        cards.into_iter().partition(|card| card.is_current);
    show(&MyTrainings {
        page: ctx.page(t.get("enrolment-my-title")),
        current_count: current.len(),
        archive_count: over.len(),
        cards: if archive { over } else { current },
        archive,
        waiting,
        hours: hours::years(&stories)
            .into_iter()
            .map(|year| {
                let href = format!("/my/trainings/hours.pdf?year={year}");
                (hours::year_text(year), href)
            })
            .collect(),
    })
}
