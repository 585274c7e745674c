//! The start page: what one can do here, and the next trainings.

use askama::Template;
use jiff::Timestamp;

use super::cards::{Card, card};
use super::kept::Made;
use crate::catalogue::{Snapshot, listing};
use crate::web::{AppError, Page};

/// So many of the next trainings are shown.
const NEXT: usize = 3;

#[derive(Template)]
#[template(path = "catalogue/home.html")]
struct Home<'a> {
    page: &'a Page,
    cards: Vec<Card>,
}

pub(super) fn make(page: &Page, snapshot: &Snapshot, now: Timestamp) -> Result<Made, AppError> {
    let offers = listing::soonest(snapshot, NEXT, now);
    let home = Home {
        page,
        cards: offers
            .iter()
            .map(|offer| card(page.t, offer, now))
            .collect(),
    };
    Ok(Made {
        title: page.t.get("catalogue-home-title").to_string(),
        description: page.t.get("catalogue-home-lead").to_string(),
        content: home.render()?,
        ..Made::default()
    })
}
