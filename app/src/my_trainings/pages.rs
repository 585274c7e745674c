//! The page itself.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use database::DbError;

use super::card::Card;
use super::{after_the_end, hours};
use crate::app::Shared;
use crate::enrolment;
use crate::enrolment::prepared_store::COUNT_PREPARED;
use crate::materials;
use crate::notices;
use crate::web::{AppError, Context, Page, go, show};

#[derive(Template)]
#[template(path = "my_trainings/page.html")]
struct MyTrainings {
    page: Page,
    /// Its own address.
    here: &'static str,
    /// Of the children rather than one's own.
    of_children: bool,
    /// A teenager reads, whose record a parent holds.
    is_linked: bool,
    /// What a teenager has prepared and nobody has submitted.
    prepared: i64,
    cards: Vec<Card>,
    archive: bool,
    current_count: usize,
    archive_count: usize,
    /// School years with something completed: as written, and the list of hours.
    hours: Vec<(String, String)>,
    /// Things that wait for the person.
    waiting: usize,
}

impl MyTrainings {
    /// Where what is over can be seen.
    fn over(&self) -> String {
        format!("{}?archive=1", self.here)
    }
}

/// `GET /my/trainings`, with `?archive=1` what is over.
pub(super) async fn trainings(
    State(app): State<Shared>,
    ctx: Context,
) -> Result<Response, AppError> {
    page(&app, &ctx, false).await
}

/// `GET /my/applications`: the same of the children that one acts for.
pub(super) async fn applications(
    State(app): State<Shared>,
    ctx: Context,
) -> Result<Response, AppError> {
    page(&app, &ctx, true).await
}

async fn page(app: &Shared, ctx: &Context, of_children: bool) -> Result<Response, AppError> {
    let actor = ctx.actor()?;
    let (account_id, is_linked) = (actor.account_id, actor.is_linked);
    if is_linked && !of_children {
        return Ok(go("/my/applications"));
    }
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let mut stories = enrolment::stories_of(tx, account_id).await?;
            stories.retain(|story| story.enrolment.child.is_empty() != of_children);
            let papers = after_the_end::papers(tx, account_id, &stories).await?;
            let materials = materials::of_account(tx, account_id).await?;
            let prepared: i64 = tx.one(COUNT_PREPARED, &[&account_id]).await?;
            Ok::<_, DbError>((stories, papers, materials, prepared))
        })
    });
    let (stories, papers, materials, prepared) = read.await?;
    let announced = notices::for_account(app, ctx).await?;
    let (t, now) = (ctx.t(), ctx.now());
    let cards = stories.iter().zip(&papers);
    let cards: Vec<Card> = cards
        .map(|(story, paper)| {
            let files = materials.get(&story.enrolment.group_id);
            let card = Card::new(
                t,
                (story, is_linked),
                (paper, files.map_or(&[], Vec::as_slice)),
                now,
            );
            if is_linked { card.only_seen() } else { card }
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
    let (here, title) = if is_linked {
        ("/my/applications", "teenagers-applications-title")
    } else if of_children {
        ("/my/applications", "enrolment-applications-title")
    } else {
        ("/my/trainings", "enrolment-my-title")
    };
    show(&MyTrainings {
        page: ctx.page(t.get(title)).announcing(announced),
        here,
        of_children,
        is_linked,
        prepared: if of_children { prepared } else { 0 },
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
