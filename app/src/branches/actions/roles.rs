//! When roles end.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId, RoleKind};
use crate::app::Shared;
use crate::audit;
use crate::branches::letters::{self, AboutRole};
use crate::branches::permissions::KeepStaff;
use crate::branches::staff_store as store;
use crate::branches::types::{RoleId, StaffRole};
use crate::organisations;
use crate::permit::Permit;

/// Why a role is as it was.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoleError {
    /// Nobody else could administer the installation.
    #[error("the last administrator of the installation")]
    LastAdministrator,
    /// Nobody says until when their own role holds.
    #[error("the own role")]
    Own,
    /// The database refuses, or there is no such role here.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// The role, where it belongs to the place that the permit is for; standing in is ended in its own way.
async fn find(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepStaff>,
    id: RoleId,
    now: Timestamp,
) -> Result<StaffRole, DbError> {
    let role: StaffRole = tx.one(store::FIND_ROLE, &[&now, &id]).await?;
    if role.organisation_id == permit.on() && !role.stands_in() {
        Ok(role)
    } else {
        Err(DbError::NotFound)
    }
}

async fn check_last(tx: &mut Tx<'_>, role: &StaffRole) -> Result<(), RoleError> {
    if role.kind() != RoleKind::InstallationAdministrator {
        return Ok(());
    }
    let others: i64 = tx
        .one(store::COUNT_OTHER_ADMINISTRATORS, &[&role.id])
        .await?;
    if others == 0 {
        return Err(RoleError::LastAdministrator);
    }
    Ok(())
}

/// Ends a role now; its holder is told, and whoever stands in by it does so no more. Answers whose sign-ins are to be looked
/// at anew.
///
/// # Errors
/// [`RoleError`]; nothing was done then.
pub async fn end_role(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<KeepStaff>,
    id: RoleId,
    now: Timestamp,
) -> Result<Vec<AccountId>, RoleError> {
    // Two administrators who end each other at the same moment: one of them stays.
    organisations::touch(tx).await?;
    let role = find(tx, permit, id, now).await?;
    check_last(tx, &role).await?;
    tx.exec(store::SET_END, &[&id, &Some(now)]).await?;
    let mut ended: Vec<AccountId> = tx.all(store::END_STANDING_IN, &[&id, &now]).await?;
    tx.exec(store::END_INVITATIONS_BY, &[&role.account_id, &now])
        .await?;
    note(tx, permit, ("staff.end_role", &role), None, now).await?;
    if role.account_id != permit.by() {
        let about = AboutRole {
            kind: &letters::ENDED,
            role: role.kind(),
            branch: role.organisation_id,
            ends_at: None,
            name: String::new(),
            path: "/my/profile".into(),
        };
        let once = id.to_string();
        letters::tell_of_role(tx, app, role.account_id, (&about, &once), now).await?;
    }
    ended.push(role.account_id);
    Ok(ended)
}

/// Says until when a role holds; none is without end.
///
/// # Errors
/// [`RoleError`]; nothing was done then.
pub async fn set_end(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepStaff>,
    (id, ends_at): (RoleId, Option<Timestamp>),
    now: Timestamp,
) -> Result<Vec<AccountId>, RoleError> {
    organisations::touch(tx).await?;
    let role = find(tx, permit, id, now).await?;
    if role.account_id == permit.by() {
        return Err(RoleError::Own);
    }
    if ends_at.is_some() {
        check_last(tx, &role).await?;
    }
    tx.exec(store::SET_END, &[&id, &ends_at]).await?;
    let mut touched = vec![role.account_id];
    if let Some(ends_at) = ends_at {
        touched.extend(
            tx.all::<AccountId>(store::END_STANDING_IN, &[&id, &ends_at])
                .await?,
        );
    }
    note(tx, permit, ("staff.set_end", &role), ends_at, now).await?;
    Ok(touched)
}

async fn note(
    tx: &mut Tx<'_>,
    permit: &Permit<KeepStaff>,
    (action, role): (&'static str, &StaffRole),
    ends_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), DbError> {
    let organisation: Option<OrganisationId> = permit.on();
    let after = match ends_at {
        Some(at) => format!("{} until {at}", role.kind().code()),
        None => role.kind().code().to_owned(),
    };
    audit::Entry {
        organisation_id: organisation,
        after: Some(&after),
        ..audit::Entry::new(now, permit.by(), action, "account", role.account_id.get())
    }
    .write(tx)
    .await
}
