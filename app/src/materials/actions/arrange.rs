//! The order of materials, and which are open from the start.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::audit;
use crate::materials::permissions::KeepMaterials;
use crate::materials::{MaterialId, of_group, store};
use crate::permit::Permit;

/// Where a material goes in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Before the one above it.
    Up,
    /// After the one below it.
    Down,
}

/// Moves a material by one place; at the end of the list it stays.
///
/// # Errors
/// [`DbError::NotFound`] when the group has no such material.
pub async fn move_one(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepMaterials>,
    id: MaterialId,
    direction: Direction,
    now: Timestamp,
) -> Result<(), DbError> {
    let group = permit.on();
    let mut list = of_group(tx, group).await?;
    let here = list
        .iter()
        .position(|one| one.id == id)
        .ok_or(DbError::NotFound)?;
    let there = match direction {
        Direction::Up => here.checked_sub(1),
        Direction::Down => Some(here + 1).filter(|there| *there < list.len()),
    };
    let Some(there) = there else {
        return Ok(());
    };
    list.swap(here, there);
    for (position, material) in (1_i64..).zip(&list) {
        tx.exec(store::PLACE, &[&material.id, &group, &position])
            .await?;
    }
    note(tx, permit, "material.move", &list[there].name, now).await
}

/// Opens a material to everybody with a place, or closes it until the gate opens.
///
/// # Errors
/// [`DbError::NotFound`] when the group has no such material.
pub async fn open_from_start(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepMaterials>,
    id: MaterialId,
    from_start: bool,
    now: Timestamp,
) -> Result<(), DbError> {
    let group = permit.on();
    let material: crate::materials::Material = tx.one(store::FIND, &[&id, &group]).await?;
    if tx
        .exec(store::SET_FROM_START, &[&id, &group, &from_start])
        .await?
        == 0
    {
        return Ok(());
    }
    let action = if from_start {
        "material.open_from_start"
    } else {
        "material.close_until_gate"
    };
    note(tx, permit, action, &material.name, now).await
}

async fn note(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepMaterials>,
    action: &'static str,
    name: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    let entry = audit::Entry {
        after: Some(name),
        ..audit::Entry::new(now, permit.by(), action, "group", permit.on().get())
    };
    entry.write(tx).await
}
