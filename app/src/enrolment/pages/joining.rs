//! What the page of joining knows of its viewer.

use database::DbError;

use crate::accounts::Actor;
use crate::app::App;
use crate::catalogue::{Offer, prices};
use crate::enrolment::payer::{self, Institution};
use crate::enrolment::store::Candidate;
use crate::enrolment::{Overlap, store};
use crate::people::PersonId;
use crate::web::AppError;

/// What the page says of its viewer.
pub(super) struct Seen {
    /// Whom they can enrol: themselves, and the children that they act for.
    pub candidates: Vec<Candidate>,
    /// What else happens to any of them at the same time.
    pub overlaps: Vec<Overlap>,
    /// Where they work, as the directory knows it.
    pub workplace: Option<Institution>,
    /// What they would pay, in minor units.
    pub price: i64,
}

impl Seen {
    /// The viewer's own person.
    fn own(&self) -> Option<&Candidate> {
        self.candidates.iter().find(|one| one.account_id.is_some())
    }

    /// Whether the viewer is in already, where one joins by oneself.
    pub(super) fn has_joined(&self) -> bool {
        self.own().is_some_and(|own| own.joined.is_some())
    }
}

/// Reads it.
pub(super) async fn look_up(app: &App, actor: &Actor, offer: &Offer) -> Result<Seen, AppError> {
    let (account_id, group_id) = (actor.account_id, offer.detail.group.id);
    let has_price = offer.detail.group.price_minor > 0;
    let asks_age = offer.detail.course.ages().is_some();
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let candidates: Vec<Candidate> = tx
                .all(store::LIST_TAKERS, &[&account_id, &group_id])
                .await?;
            let overlaps: Vec<Overlap> = tx
                .all(store::LIST_OVERLAPS, &[&account_id, &group_id])
                .await?;
            let prices = prices::of_group(tx, group_id).await?;
            // Whoever has a price of their own has it by where they work; children do not.
            if asks_age || (!has_price && prices.is_empty()) {
                return Ok::<_, DbError>((candidates, overlaps, None, prices));
            }
            let workplace = payer::workplace_of(tx, account_id).await?;
            Ok((candidates, overlaps, workplace, prices))
        })
    });
    let (candidates, mut overlaps, workplace, prices) = read.await?;
    let works_at = workplace.as_ref().and_then(|place| place.organisation_id);
    let tree = app.organisations.current();
    let is_in_question = |person: PersonId| {
        let mut found = candidates.iter().filter(|one| one.person_id == person);
        asks_age || found.any(|one| one.account_id.is_some())
    };
    overlaps.retain(|one| is_in_question(one.person_id));
    Ok(Seen {
        candidates,
        overlaps,
        price: prices::price_for(&offer.detail.group, &prices, works_at, &tree),
        workplace,
    })
}

/// Whether anybody pays for the group.
pub(super) async fn may_cost(app: &App, offer: &Offer) -> Result<bool, AppError> {
    if offer.detail.group.price_minor > 0 {
        return Ok(true);
    }
    let group = offer.detail.group.id;
    let read = app
        .db
        .read(move |tx| Box::pin(async move { prices::of_group(tx, group).await }));
    let special = read.await.map_err(|error: DbError| error)?;
    Ok(special.iter().any(|one| one.price_minor > 0))
}
