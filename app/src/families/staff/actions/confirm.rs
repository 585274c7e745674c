//! A child's data were compared with documents (B9).

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::app::Shared;
use crate::audit;
use crate::families::staff::letters::{self, News};
use crate::families::staff::permissions::ConfirmChild;
use crate::families::staff::staff_store as own;
use crate::families::types::DocumentKind;
use crate::permit::Permit;

/// Why a child was not confirmed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfirmError {
    /// It was confirmed or joined meanwhile, or turned out to resemble another one.
    #[error("it stands elsewhere meanwhile")]
    Meanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Confirms a child, with the kinds of documents that were seen; its guardians are told.
///
/// # Errors
/// [`ConfirmError`].
pub async fn confirm(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<ConfirmChild>,
    seen: &[DocumentKind],
    now: Timestamp,
) -> Result<(), ConfirmError> {
    let ((id, home), by) = (permit.on(), permit.by());
    if tx.exec(own::CONFIRM_CHILD, &[&id, &now]).await? == 0 {
        return Err(ConfirmError::Meanwhile);
    }
    let codes: Vec<&str> = seen.iter().map(|kind| kind.code()).collect();
    let seen = codes.join(" ");
    let row: database::Params<'_> = &[&id, &home, &by, &now, &seen];
    tx.exec(own::INSERT_CONFIRMATION, row).await?;
    audit::Entry {
        organisation_id: Some(home),
        before: Some("unconfirmed"),
        after: Some("confirmed"),
        ..audit::Entry::new(now, by, "child.confirm", "person", id.get())
    }
    .write(tx)
    .await?;
    (app.reactions.after_child_confirmed)(tx, app.clone(), id, now).await?;
    let news = News {
        kind: &letters::CONFIRMED,
        by: Some(home),
        reason: "",
    };
    letters::tell_guardians(tx, app, id, news, now).await?;
    Ok(())
}
