//! What a group costs: its price, and lower or other ones for those whose workplace lies in a listed branch.

use database::{DbError, Tx, from_row};

use super::{Group, GroupId, store};
use crate::accounts::OrganisationId;
use crate::organisations::Tree;

/// A price for those who work in a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// Root of the branch.
    pub organisation_id: OrganisationId,
    /// Minor units, in the group's currency; 0 is free.
    pub price_minor: i64,
}

from_row!(Price {
    organisation_id,
    price_minor
});

/// The prices of a group beside its own.
///
/// # Errors
/// The database does not answer.
pub async fn of_group(tx: &mut Tx<'_>, group_id: GroupId) -> Result<Vec<Price>, DbError> {
    tx.all(store::LIST_PRICES, &[&group_id]).await
}

/// Puts these prices in the place of the group's others.
///
/// # Errors
/// The database refuses.
pub async fn replace(tx: &mut Tx<'_>, group_id: GroupId, prices: &[Price]) -> Result<(), DbError> {
    tx.exec(store::DELETE_PRICES, &[&group_id]).await?;
    for price in prices {
        let row: database::Params<'_> = &[&group_id, &price.organisation_id, &price.price_minor];
        tx.exec(store::INSERT_PRICE, row).await?;
    }
    Ok(())
}

/// Gives a group the prices of another one, if that is offered by this organisation.
///
/// # Errors
/// The database refuses.
pub async fn copy(
    tx: &mut Tx<'_>,
    (from, organisation): (GroupId, OrganisationId),
    to: GroupId,
) -> Result<(), DbError> {
    tx.exec(store::COPY_PRICES, &[&from, &organisation, &to])
        .await?;
    Ok(())
}

/// What somebody with this workplace pays, in minor units: the lowest price that holds for a branch with the workplace in
/// it, or else the group's own.
pub fn price_for(
    group: &Group,
    prices: &[Price],
    workplace: Option<OrganisationId>,
    tree: &Tree,
) -> i64 {
    price_in(group.price_minor, prices, workplace, tree)
}

/// The same from the group's own price.
pub fn price_in(
    usual_minor: i64,
    prices: &[Price],
    workplace: Option<OrganisationId>,
    tree: &Tree,
) -> i64 {
    let fitting = prices.iter().filter(|price| {
        workplace.is_some_and(|workplace| tree.is_within(workplace, price.organisation_id))
    });
    fitting
        .map(|price| price.price_minor)
        .min()
        .unwrap_or(usual_minor)
}
