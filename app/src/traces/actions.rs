//! A look at the log is in the log too.

use database::{DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::store;
use super::types::Scope;
use crate::accounts::AccountId;
use crate::audit;

/// Pages that are turned and filters that are set within this time are one look.
const ONE_LOOK: SignedDuration = SignedDuration::from_hours(1);

/// Notes a look, once an hour; a file every time, with the number of its rows.
///
/// # Errors
/// The database refuses.
pub(super) async fn note(
    tx: &mut Tx<'_>,
    (by, scope): (AccountId, Scope),
    taken: Option<usize>,
    now: Timestamp,
) -> Result<(), DbError> {
    let on = scope.organisation();
    let subject = on.map_or(0, crate::accounts::OrganisationId::get);
    let entry = |action| audit::Entry {
        organisation_id: on,
        ..audit::Entry::new(now, by, action, "traces", subject)
    };
    if let Some(rows) = taken {
        return entry("trace.download").write_with_rows(tx, rows).await;
    }
    let since = now.checked_sub(ONE_LOOK).unwrap_or(now);
    let looks: i64 = tx.one(store::COUNT_LOOKS, &[&by, &since]).await?;
    if looks > 0 {
        return Ok(());
    }
    entry("trace.look_up").write(tx).await
}
