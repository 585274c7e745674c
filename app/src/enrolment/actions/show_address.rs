//! Staff sees the whole e-mail address of somebody on a list; the look is noted and its holder is told.

use database::DbError;
use jiff::Timestamp;

use super::Deed;
use crate::app::Shared;
use crate::audit;
use crate::enrolment::permissions::Decide;
use crate::enrolment::reasons::Reason;
use crate::enrolment::{EnrolmentId, Listed, store};
use crate::permit::Permit;

/// The address of whoever holds this enrolment, for a reason that is noted and told to them (`spec/rules.md`, Account).
///
/// # Errors
/// The database refuses; not found when the enrolment is of another group.
pub async fn show_address(
    app: &Shared,
    permit: &Permit<Decide>,
    id: EnrolmentId,
    reason: &Reason,
    now: Timestamp,
) -> Result<String, DbError> {
    let (by, group_id) = (permit.by(), permit.on());
    let (own, reason) = (app.clone(), reason.clone());
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let deed = Deed::on(tx, group_id, Some(by), &own, now).await?;
            let one: Listed = tx.one(store::FIND_IN_GROUP, &[&id, &group_id]).await?;
            audit::Entry {
                organisation_id: Some(deed.detail.organisation.id),
                reason: Some(&reason.kept()),
                ..audit::Entry::new(now, by, "enrolment.show_address", "enrolment", id.get())
            }
            .write(tx)
            .await?;
            let key = format!("address.{}", now.as_microsecond());
            deed.tell(tx, &one, &key, |about| about.address_shown(&reason))
                .await?;
            Ok::<_, DbError>(one.email)
        })
    });
    let address = work.await?;
    app.outbox.wake();
    Ok(address)
}
