//! Materials of a group: staff hands files in, participants get them when the gate is open, or from the start where the
//! trainer says so (`spec/rules.md`, Gate). It stands above certificates, where the gate is, so that there is one gate.

pub mod actions;
pub mod pages;
pub mod permissions;
pub mod rules;
pub mod store;
mod types;
pub mod worker;

use std::collections::HashMap;

use database::{DbError, Tx};

use crate::accounts::AccountId;
use crate::catalogue::GroupId;
pub use types::{Material, MaterialId};

/// The part of the store of files that holds materials.
pub const ROOM: &str = "materials";

/// A group's materials in their order.
///
/// # Errors
/// The database does not answer.
pub async fn of_group(tx: &mut Tx<'_>, group_id: GroupId) -> Result<Vec<Material>, DbError> {
    tx.all(store::LIST_OF_GROUP, &[&group_id]).await
}

/// The materials of the groups of all enrolments that concern an account, in their order.
///
/// # Errors
/// The database does not answer.
pub async fn of_account(
    tx: &mut Tx<'_>,
    account_id: AccountId,
) -> Result<HashMap<GroupId, Vec<Material>>, DbError> {
    let mut found: HashMap<GroupId, Vec<Material>> = HashMap::new();
    for material in tx
        .all::<Material>(store::LIST_OF_ACCOUNT, &[&account_id])
        .await?
    {
        found.entry(material.group_id).or_default().push(material);
    }
    Ok(found)
}
