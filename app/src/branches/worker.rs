//! What time brings: standing in that begins, roles that end in a week.

use database::DbError;
use jiff::{SignedDuration, Timestamp};

use super::actions::begin_due;
use super::letters::{self, AboutRole};
use super::staff_store::{LIST_ADMINISTRATORS, LIST_ENDING, LIST_INSTALLATION};
use super::types::StaffRole;
use crate::app::Shared;

/// So long before its end a role's holder is told.
const BEFORE: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Begins what is due, and tells of what ends soon; each letter once.
///
/// # Errors
/// The database refuses; the next time tries again.
pub async fn sweep(app: &Shared, now: Timestamp) -> Result<(), DbError> {
    let work = app
        .db
        .write(move |tx| Box::pin(async move { begin_due(tx, now).await }));
    for account in work.await? {
        app.sessions.forget(account);
    }
    let until = now.checked_add(BEFORE).unwrap_or(now);
    let ending = app
        .db
        .read(move |tx| Box::pin(async move { tx.all(LIST_ENDING, &[&now, &until]).await }));
    let ending: Vec<StaffRole> = ending.await.map_err(|error: DbError| error)?;
    if ending.is_empty() {
        return Ok(());
    }
    let own = app.clone();
    let write = app.db.write(move |tx| {
        Box::pin(async move {
            for role in &ending {
                tell(tx, &own, role, now).await?;
            }
            Ok::<_, DbError>(())
        })
    });
    write.await?;
    app.outbox.wake();
    Ok(())
}

async fn tell(
    tx: &mut database::Tx<'_>,
    app: &Shared,
    role: &StaffRole,
    now: Timestamp,
) -> Result<(), DbError> {
    let ends = role.ends_at.map_or(0, Timestamp::as_microsecond);
    let once = format!("{}.{ends}", role.id);
    let mut about = AboutRole {
        kind: &letters::ENDING,
        role: role.kind(),
        branch: role.organisation_id,
        ends_at: role.ends_at,
        name: role.name.clone(),
        path: "/my/profile".into(),
    };
    letters::tell_of_role(tx, app, role.account_id, (&about, &once), now).await?;
    about.kind = &letters::ENDING_OF;
    let place = role
        .organisation_id
        .map_or_else(|| "all".to_owned(), |id| id.to_string());
    about.path = format!("/staff/organisations/{place}/staff");
    let mut keepers: Vec<StaffRole> = Vec::new();
    if let Some(id) = role.organisation_id {
        keepers = tx.all(LIST_ADMINISTRATORS, &[&now, &id]).await?;
    }
    keepers.retain(|keeper| keeper.account_id != role.account_id);
    if keepers.is_empty() {
        keepers = tx.all(LIST_INSTALLATION, &[&now]).await?;
        keepers.retain(|keeper| keeper.account_id != role.account_id);
    }
    for keeper in &keepers {
        letters::tell_of_role(tx, app, keeper.account_id, (&about, &once), now).await?;
    }
    Ok(())
}
