//! A file that has come in becomes a material of the group.

use database::DbError;
use jiff::Timestamp;

use crate::app::Shared;
use crate::audit;
use crate::files::{Facts, Kind};
use crate::materials::permissions::KeepMaterials;
use crate::materials::rules::MOST;
use crate::materials::{MaterialId, store};
use crate::permit::Permit;

/// A file that is in the store, and what it is called.
#[derive(Clone, Debug)]
pub struct New {
    /// Cleaned name with its ending.
    pub name: String,
    /// What it is.
    pub kind: &'static Kind,
    /// Length and hash, as seen while it came in.
    pub facts: Facts,
    /// Where it lies in the store.
    pub key: String,
    /// Open to everybody with a place, before the gate is.
    pub from_start: bool,
}

/// Why nothing was added.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddError {
    /// The group has as many as it may have.
    #[error("the group has too many materials")]
    TooMany,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Adds it after those that are there. When nothing was added, the file is deleted from the store.
///
/// # Errors
/// [`AddError`].
pub async fn add(
    app: &Shared,
    permit: Permit<KeepMaterials>,
    new: New,
    now: Timestamp,
) -> Result<MaterialId, AddError> {
    let key = new.key.clone();
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let group = permit.on();
            let count: i64 = tx.one(store::COUNT_OF_GROUP, &[&group]).await?;
            if usize::try_from(count).is_ok_and(|count| count >= MOST) {
                return Err(AddError::TooMany);
            }
            let size = i64::try_from(new.facts.size).unwrap_or(i64::MAX);
            let (kind, hash, by) = (new.kind.ending, &new.facts.hash, permit.by());
            let params: database::Params<'_> = &[
                &group,
                &new.name,
                &kind,
                &size,
                hash,
                &new.key,
                &new.from_start,
                &now,
                &by,
            ];
            let id: MaterialId = tx.one(store::INSERT, params).await?;
            audit::Entry {
                after: Some(&new.name),
                ..audit::Entry::new(now, by, "material.add", "group", group.get())
            }
            .write(tx)
            .await?;
            Ok(id)
        })
    });
    let added = work.await;
    if added.is_err()
        && let Err(error) = app.files.delete(&key).await
    {
        tracing::warn!(%error, "a file that no row knows stays until it is swept");
    }
    added
}
