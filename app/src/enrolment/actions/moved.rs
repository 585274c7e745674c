//! A child lives in another municipality: its open applications say so, to the family and to the institutions, which look at
//! them again.

use database::{DbError, Tx, Work};
use jiff::Timestamp;

use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::audit;
use crate::enrolment::{EnrolmentId, store};
use crate::families::moving::ChildMoved;

/// Writes it down with every enrolment of the child that is open; nothing else changes by itself.
pub fn after_child_moved<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    moved: ChildMoved,
    now: Timestamp,
) -> Work<'a, (), DbError> {
    Box::pin(async move {
        let tree = app.organisations.current();
        let name = |id| tree.find(id).map_or("?", |one| one.name.as_str());
        let way = format!("{} → {}", name(moved.from), name(moved.to));
        let open: Vec<(EnrolmentId, OrganisationId)> =
            tx.all(store::LIST_OPEN_OF_PERSON, &[&moved.child]).await?;
        for (id, organisation) in open {
            audit::Entry {
                organisation_id: Some(organisation),
                reason: Some(&way),
                ..audit::Entry::new(
                    now,
                    moved.by,
                    "enrolment.child_moved",
                    "enrolment",
                    id.get(),
                )
            }
            .write(tx)
            .await?;
        }
        Ok(())
    })
}
