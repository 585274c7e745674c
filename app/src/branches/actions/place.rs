//! Moving a branch under another place.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::OrganisationId;
use crate::audit;
use crate::branches::branch_store as store;
use crate::branches::permissions::{AddOrganisation, PlaceOrganisation};
use crate::branches::rules::may_lie_under;
use crate::branches::types::{Numbers, Sheet};
use crate::organisations;
use crate::permit::Permit;

/// Why nothing was moved.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoveError {
    /// It lies there already.
    #[error("it lies there already")]
    Same,
    /// It would lie below itself.
    #[error("it would lie below itself")]
    Circle,
    /// One of this kind does not belong there.
    #[error("one of this kind does not belong there")]
    Misplaced,
    /// Somebody else has changed it since.
    #[error("it was changed meanwhile")]
    ChangedMeanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// How much there is in a branch.
///
/// # Errors
/// The database does not answer.
pub async fn numbers(tx: &mut Tx<'_>, id: OrganisationId) -> Result<Numbers, DbError> {
    tx.one(store::COUNT_IN_BRANCH, &[&id]).await
}

/// Puts an organisation with all that lies below it under another place; both permits are needed. With `is_tried` nothing is
/// kept: it only says whether it could be.
///
/// # Errors
/// [`MoveError`]; nothing was done then.
pub async fn place(
    tx: &mut Tx<'_>,
    (permit, there): (&Permit<PlaceOrganisation>, &Permit<AddOrganisation>),
    last: i64,
    is_tried: bool,
    now: Timestamp,
) -> Result<(), MoveError> {
    let (id, to) = (permit.on(), there.on());
    if !is_tried {
        // Of two moves at the same moment the second one sees the first.
        organisations::touch(tx).await?;
    }
    let sheet: Sheet = tx.one(store::FIND_SHEET, &[&id]).await?;
    if sheet.parent_id == to {
        return Err(MoveError::Same);
    }
    if sheet.version != last || sheet.closed_at.is_some() {
        return Err(MoveError::ChangedMeanwhile);
    }
    let mut above = None;
    if let Some(to) = to {
        let circles: i64 = tx.one(store::COUNT_ABOVE, &[&to, &id]).await?;
        if circles > 0 {
            return Err(MoveError::Circle);
        }
        let parent: Sheet = tx.one(store::FIND_SHEET, &[&to]).await?;
        if parent.closed_at.is_some() {
            return Err(MoveError::Misplaced);
        }
        above = Some(parent.kind());
    }
    if !may_lie_under(sheet.kind(), above) {
        return Err(MoveError::Misplaced);
    }
    if is_tried {
        return Ok(());
    }
    if tx.exec(store::MOVE, &[&id, &to, &last]).await? == 0 {
        return Err(MoveError::ChangedMeanwhile);
    }
    let word =
        |id: Option<OrganisationId>| id.map_or_else(|| "top".to_owned(), |id| id.to_string());
    let (before, after) = (word(sheet.parent_id), word(to));
    audit::Entry {
        organisation_id: Some(id),
        before: Some(&before),
        after: Some(&after),
        ..audit::Entry::new(
            now,
            permit.by(),
            "organisation.move",
            "organisation",
            id.get(),
        )
    }
    .write(tx)
    .await?;
    Ok(())
}
