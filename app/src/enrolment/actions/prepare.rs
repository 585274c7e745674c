//! A teenager prepares, a parent submits (`spec/rules.md`, 14 and older). What is prepared holds no place.

use database::{DbError, Tx, Work};
use jiff::Timestamp;

use crate::app::Shared;
use crate::audit;
use crate::catalogue;
use crate::enrolment::permissions::{DropPrepared, Prepare};
use crate::enrolment::prepared_store::{self as store, PreparedId};
use crate::enrolment::store::{MOVE_TO_GUARDIAN, MOVE_TO_OWN_ACCOUNT};
use crate::families::teenager::letters;
use crate::people::PersonId;
use crate::permit::Permit;

/// Prepares an application; those who act for the teenager get a letter. Prepared twice, it is one. False when it was there.
///
/// # Errors
/// The database refuses; the group does not exist.
pub async fn prepare(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<Prepare>,
    now: Timestamp,
) -> Result<bool, DbError> {
    let (by, (group, person)) = (permit.by(), permit.on());
    let detail = catalogue::load_group(tx, group).await?;
    let detail = detail.ok_or(DbError::NotFound)?;
    let row: database::Params<'_> = &[&person, &group, &by, &now];
    let Some(id) = tx.opt::<PreparedId>(store::INSERT_PREPARED, row).await? else {
        return Ok(false);
    };
    audit::Entry {
        organisation_id: Some(detail.organisation.id),
        after: Some("prepared"),
        ..audit::Entry::new(now, by, "teenager.prepare", "person", person.get())
    }
    .write(tx)
    .await?;
    let about = (person, id.get());
    letters::tell_of_prepared(tx, app, about, &detail.course.title, now).await?;
    Ok(true)
}

/// A parent declines what was prepared, or the teenager withdraws it. Done twice, it is done once.
///
/// # Errors
/// The database refuses.
pub async fn drop_prepared(
    tx: &mut Tx<'_>,
    permit: &Permit<DropPrepared>,
    now: Timestamp,
) -> Result<(), DbError> {
    let (by, (id, person, is_teenager)) = (permit.by(), permit.on());
    let state = if is_teenager { "withdrawn" } else { "declined" };
    let row: database::Params<'_> = &[&id, &state, &now, &Some(by)];
    if tx.exec(store::DECIDE_PREPARED, row).await? == 0 {
        return Ok(());
    }
    audit::Entry {
        before: Some("prepared"),
        after: Some(state),
        ..audit::Entry::new(now, by, "teenager.drop_prepared", "person", person.get())
    }
    .write(tx)
    .await
}

/// The reaction to coming of age: what was joined is in the own cabinet, where there is one; what was prepared is not needed.
pub fn after_coming_of_age<'a>(
    tx: &'a mut Tx<'_>,
    _app: Shared,
    person: PersonId,
    now: Timestamp,
) -> Work<'a, (), DbError> {
    Box::pin(async move {
        tx.exec(MOVE_TO_OWN_ACCOUNT, &[&person]).await?;
        tx.exec(store::WITHDRAW_PREPARED, &[&person, &now]).await?;
        Ok(())
    })
}

/// The reaction of this room to a guardian who left: the child's enrolments are with those who still act for it. What is still
/// to be paid stays with whoever owes it.
pub fn after_guardian_left<'a>(
    tx: &'a mut Tx<'_>,
    _app: Shared,
    person: PersonId,
    _now: Timestamp,
) -> Work<'a, (), DbError> {
    Box::pin(async move { tx.exec(MOVE_TO_GUARDIAN, &[&person]).await.map(drop) })
}
