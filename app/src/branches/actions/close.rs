//! Closing an organisation: what is open there goes over to another one in the same transaction.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::numbers;
use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::branches::branch_store as store;
use crate::branches::handing_store::{HANDING, LIST_TOLD};
use crate::branches::letters::{self, AboutRole, Told};
use crate::branches::permissions::PlaceOrganisation;
use crate::branches::rules::may_receive;
use crate::branches::staff_store;
use crate::branches::types::{Sheet, StaffRole};
use crate::catalogue;
use crate::organisations;
use crate::permit::Permit;

/// Why nothing was closed, or opened again.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum CloseError {
    /// So many lie below it.
    #[error("{0} organisations lie below it")]
    HasBelow(i64),
    /// Somebody has to take over what is open.
    #[error("somebody has to take over")]
    NeedsReceiver,
    /// That one can not take over.
    #[error("that one can not take over")]
    NotFitting,
    /// It is closed already, or open again, or what lies above it is closed.
    #[error("it was changed meanwhile")]
    ChangedMeanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Closes an organisation. Its groups, open charges and requests, materials and settings go over to `receiver`; participants
/// are told; roles there end. Answers whose sign-ins are to be looked at anew.
///
/// # Errors
/// [`CloseError`]; nothing was done then.
pub async fn close(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<PlaceOrganisation>,
    receiver: Option<OrganisationId>,
    now: Timestamp,
) -> Result<Vec<AccountId>, CloseError> {
    organisations::touch(tx).await?;
    let id = permit.on();
    let sheet: Sheet = tx.one(store::FIND_SHEET, &[&id]).await?;
    if sheet.closed_at.is_some() {
        return Err(CloseError::ChangedMeanwhile);
    }
    let below: i64 = tx.one(store::COUNT_BELOW, &[&id]).await?;
    if below > 0 {
        return Err(CloseError::HasBelow(below));
    }
    match receiver {
        Some(receiver) => hand_over(tx, app, (&sheet, receiver), now).await?,
        None if numbers(tx, id).await?.needs_receiver() => return Err(CloseError::NeedsReceiver),
        None => {}
    }
    let ended = end_roles(tx, app, id, now).await?;
    if tx.exec(store::CLOSE, &[&id, &now, &receiver]).await? == 0 {
        return Err(CloseError::ChangedMeanwhile);
    }
    let after = receiver.map(|receiver| receiver.to_string());
    audit::Entry {
        organisation_id: Some(id),
        after: after.as_deref(),
        ..audit::Entry::new(
            now,
            permit.by(),
            "organisation.close",
            "organisation",
            id.get(),
        )
    }
    .write(tx)
    .await?;
    Ok(ended)
}

async fn hand_over(
    tx: &mut Tx<'_>,
    app: &Shared,
    (sheet, receiver): (&Sheet, OrganisationId),
    now: Timestamp,
) -> Result<(), CloseError> {
    let other: Sheet = tx.one(store::FIND_SHEET, &[&receiver]).await?;
    let is_open = other.closed_at.is_none() && other.id != sheet.id;
    if !is_open || !may_receive(other.kind(), sheet.kind()) {
        return Err(CloseError::NotFitting);
    }
    let told: Vec<Told> = tx.all(LIST_TOLD, &[&sheet.id]).await?;
    for statement in HANDING {
        tx.exec(statement, &[&sheet.id, &receiver]).await?;
    }
    for one in &told {
        letters::tell_handed_over(tx, app, (one, receiver), now).await?;
    }
    catalogue::touch(tx).await?;
    crate::letters::touch(tx).await?;
    Ok(())
}

async fn end_roles(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: OrganisationId,
    now: Timestamp,
) -> Result<Vec<AccountId>, DbError> {
    let roles: Vec<StaffRole> = tx.all(staff_store::LIST_AT, &[&now, &id]).await?;
    tx.exec(staff_store::END_ROLES_AT, &[&id, &now]).await?;
    tx.exec(staff_store::END_INVITATIONS_AT, &[&id, &now])
        .await?;
    for role in &roles {
        let about = AboutRole {
            kind: &letters::ENDED,
            role: role.kind(),
            branch: Some(id),
            ends_at: None,
            name: String::new(),
            path: "/my/profile".into(),
        };
        let once = role.id.to_string();
        letters::tell_of_role(tx, app, role.account_id, (&about, &once), now).await?;
    }
    Ok(roles.into_iter().map(|role| role.account_id).collect())
}

/// Opens an organisation again. What was handed over stays where it is, and roles are given anew.
///
/// # Errors
/// [`CloseError`]; nothing was done then.
pub async fn reopen(
    tx: &mut Tx<'_>,
    permit: &Permit<PlaceOrganisation>,
    now: Timestamp,
) -> Result<(), CloseError> {
    organisations::touch(tx).await?;
    let id = permit.on();
    let sheet: Sheet = tx.one(store::FIND_SHEET, &[&id]).await?;
    if let Some(parent) = sheet.parent_id {
        let above: Sheet = tx.one(store::FIND_SHEET, &[&parent]).await?;
        if above.closed_at.is_some() {
            return Err(CloseError::ChangedMeanwhile);
        }
    }
    if tx.exec(store::REOPEN, &[&id]).await? == 0 {
        return Err(CloseError::ChangedMeanwhile);
    }
    audit::Entry {
        organisation_id: Some(id),
        ..audit::Entry::new(
            now,
            permit.by(),
            "organisation.reopen",
            "organisation",
            id.get(),
        )
    }
    .write(tx)
    .await?;
    Ok(())
}
