//! The page itself.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::card::{After, Card};
use crate::app::Shared;
use crate::enrolment::{self, EnrolmentId};
use crate::web::{AppError, Context, Page, show};

#[derive(Template)]
#[template(path = "my_trainings/page.html")]
struct MyTrainings {
    page: Page,
    cards: Vec<Card>,
    archive: bool,
    current_count: usize,
    archive_count: usize,
    /// Things that wait for the person.
    waiting: usize,
}

/// `GET /my/trainings`, with `?archive=1` what is over.
pub(super) async fn page(State(app): State<Shared>, ctx: Context) -> Result<Response, AppError> {
    let account_id = ctx.actor()?.account_id;
    let stories = app
        .db
        .read(move |tx| Box::pin(async move { enrolment::stories_of(tx, account_id).await }))
        .await?;
    let (t, now) = (ctx.t(), ctx.now());
    // What surveys and certificates know is put here, read together with the stories.
    let mut after: HashMap<EnrolmentId, After> = HashMap::new();
    let cards: Vec<Card> = stories
        .iter()
        .map(|story| {
            let after = after.remove(&story.enrolment.id);
            Card::new(t, story, after, now)
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
    })
}
