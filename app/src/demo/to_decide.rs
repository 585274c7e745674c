//! What waits for a decision in the demo: a family that moves, whose application for another municipality is not signed yet.
//! (The child entered by two families is among the children themselves.)

use anyhow::Context as _;
use jiff::{SignedDuration, Timestamp};

use super::people::Cast;
use super::town::Town;
use crate::app::Shared;
use crate::families::PersonState;
use crate::families::moving::actions::{NewMove, open};
use crate::families::moving::permissions::may_open_move;
use crate::families::staff::permissions::Place;
use crate::people::PersonId;

pub(super) async fn build(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    moves: PersonId,
    now: Timestamp,
) -> anyhow::Result<()> {
    let place = Place {
        municipality: Some(town.municipality),
        applied_at: vec![town.youth],
    };
    let of = (moves, PersonState::Confirmed);
    let tree = app.organisations.current();
    let (permit, by) =
        may_open_move(&cast.operator, &tree, of, &place).context("no desk for a move")?;
    let new = NewMove {
        to: town.beside,
        reason: "Rodzina przeprowadza się w grudniu.".into(),
        signer: None,
        by,
    };
    let (own, at) = (app.clone(), now - SignedDuration::from_hours(3));
    let write = app
        .db
        .write(move |tx| Box::pin(async move { open(tx, &own, &permit, &new, at).await }));
    write.await.map(drop).context("a move of the demo")
}
