//! A material goes: its row in one transaction, then its file.

use database::DbError;
use jiff::Timestamp;

use crate::app::Shared;
use crate::audit;
use crate::materials::permissions::KeepMaterials;
use crate::materials::{MaterialId, store};
use crate::permit::Permit;

/// Deletes a material. From the commit on nobody gets it; its file goes with the last copy, and one that the store does not
/// let go is swept later.
///
/// # Errors
/// [`DbError::NotFound`] when the group has no such material.
pub async fn remove(
    app: &Shared,
    permit: Permit<KeepMaterials>,
    id: MaterialId,
    now: Timestamp,
) -> Result<(), DbError> {
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let group = permit.on();
            let (key, name): (String, String) = tx.one(store::DELETE, &[&id, &group]).await?;
            audit::Entry {
                before: Some(&name),
                ..audit::Entry::new(now, permit.by(), "material.delete", "group", group.get())
            }
            .write(tx)
            .await?;
            let left: i64 = tx.one(store::COUNT_OF_CONTENT, &[&key]).await?;
            Ok::<_, DbError>((left == 0).then_some(key))
        })
    });
    if let Some(key) = work.await?
        && let Err(error) = app.files.delete(&key).await
    {
        tracing::warn!(%error, "the file of a deleted material stays until it is swept");
    }
    Ok(())
}
