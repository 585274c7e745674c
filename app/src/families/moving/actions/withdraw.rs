//! The institution takes a draft back.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::app::Shared;
use crate::audit;
use crate::families::moving::permissions::KeepMove;
use crate::families::moving::types::{Move, MoveState};
use crate::families::moving::{letters, moving_store as own};
use crate::families::staff::letters::{News, tell_guardians};
use crate::permit::Permit;

/// Takes a draft back, and tells everybody who acts for the child; `false` when it is no draft any more.
///
/// # Errors
/// The database refuses.
pub async fn withdraw(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepMove>,
    now: Timestamp,
) -> Result<bool, DbError> {
    let (by, id) = (permit.by(), permit.on());
    let one: Move = tx.one(own::FIND_MOVE, &[&id]).await?;
    if tx.exec(own::WITHDRAW_MOVE, &[&id, &by, &now]).await? == 0 {
        return Ok(false);
    }
    audit::Entry {
        organisation_id: one.organisation_id,
        before: Some(MoveState::Draft.code()),
        after: Some(MoveState::Withdrawn.code()),
        ..audit::Entry::new(now, by, "move.withdraw", "person", one.person_id.get())
    }
    .write(tx)
    .await?;
    let news = News {
        kind: &letters::WITHDRAWN,
        by: one.organisation_id,
        reason: "",
    };
    tell_guardians(tx, app, one.person_id, news, now).await?;
    Ok(true)
}
