//! What the page of joining knows of its viewer.

use database::DbError;

use crate::accounts::Actor;
use crate::app::App;
use crate::catalogue::{Offer, prices};
use crate::enrolment::payer::{self, Institution};
use crate::enrolment::{EnrolmentId, Overlap, store};
use crate::web::AppError;

/// What the page says of its viewer.
pub(super) struct Seen {
    /// Whether they are in already.
    pub joined: Option<EnrolmentId>,
    /// What else happens to them at the same time.
    pub overlaps: Vec<Overlap>,
    /// Where they work, as the directory knows it.
    pub workplace: Option<Institution>,
    /// What they would pay, in minor units.
    pub price: i64,
}

/// Reads it.
pub(super) async fn look_up(app: &App, actor: &Actor, offer: &Offer) -> Result<Seen, AppError> {
    let (account_id, group_id) = (actor.account_id, offer.detail.group.id);
    let has_price = offer.detail.group.price_minor > 0;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let joined = tx
                .opt(store::FIND_JOINED, &[&account_id, &group_id])
                .await?;
            let overlaps = tx
                .all(store::LIST_OVERLAPS, &[&account_id, &group_id])
                .await?;
            let prices = prices::of_group(tx, group_id).await?;
            if !has_price && prices.is_empty() {
                return Ok::<_, DbError>((joined, overlaps, None, prices));
            }
            let workplace = payer::workplace_of(tx, account_id).await?;
            Ok((joined, overlaps, workplace, prices))
        })
    });
    let (joined, overlaps, workplace, prices) = read.await?;
    let works_at = workplace.as_ref().and_then(|place| place.organisation_id);
    let tree = app.organisations.current();
    Ok(Seen {
        joined,
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
