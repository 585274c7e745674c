//! Accounts that nobody has to activate (made by an administrator or for the demo), and roles.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::{AccountId, AccountState, NewAccount, Role, store};
use crate::audit::Entry;

/// Makes an account that can sign in at once; none when its address is taken.
///
/// # Errors
/// The database refuses.
pub async fn create_active(
    tx: &mut Tx<'_>,
    new: &NewAccount,
    now: Timestamp,
) -> Result<Option<AccountId>, DbError> {
    let state = AccountState::Active;
    let made = insert(tx, new, state, Some(now), now).await?;
    if let Some(account_id) = made {
        let mut entry = Entry::new(now, None, "account.create", "account", account_id.get());
        entry.after = Some(state.code());
        entry.write(tx).await?;
    }
    Ok(made)
}

/// Inserts an account; none when its address is taken.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    new: &NewAccount,
    state: AccountState,
    activated_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<Option<AccountId>, DbError> {
    tx.opt(
        store::INSERT_ACCOUNT,
        &[
            &new.email,
            &new.email_key,
            &new.password_hash,
            &new.name,
            &state.code(),
            &new.lang.code(),
            &now,
            &activated_at,
        ],
    )
    .await
}

/// Gives a role, unless the account has it already; answers whether it was given. `by` is who gave it, none for the
/// command line. The caller forgets the account's cached sign-ins.
///
/// # Errors
/// The database refuses; the organisation does not exist.
pub async fn grant_role(
    tx: &mut Tx<'_>,
    account_id: AccountId,
    role: Role,
    by: Option<AccountId>,
    now: Timestamp,
) -> Result<bool, DbError> {
    let (kind, branch) = (role.kind.code(), role.branch);
    let held = tx
        .all::<store::RoleRow>(store::FIND_OWN_ROLES, &[&account_id, &now])
        .await?;
    if held
        .iter()
        .any(|held| held.role == kind && held.organisation_id == branch)
    {
        return Ok(false);
    }
    tx.exec(
        store::INSERT_ROLE,
        &[&account_id, &branch, &kind, &now, &by],
    )
    .await?;
    let mut entry = Entry::new(now, by, "account.grant_role", "account", account_id.get());
    entry.organisation_id = branch;
    entry.after = Some(kind);
    entry.write(tx).await?;
    Ok(true)
}
