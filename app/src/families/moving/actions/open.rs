//! An institution opens a change of municipality for a child: the application can be printed from now on.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::families::letters::Guardian;
use crate::families::moving::permissions::OpenMove;
use crate::families::moving::types::{MoveId, MoveState};
use crate::families::moving::{letters, moving_store as own};
use crate::families::staff::letters::{News, tell_guardians};
use crate::families::store;
use crate::families::types::Child;
use crate::permit::Permit;

/// What an application says.
#[derive(Clone, Debug)]
pub struct NewMove {
    /// Where the child lives.
    pub to: OrganisationId,
    /// Why it should be changed.
    pub reason: String,
    /// Who signs; whoever acted for the child first where nobody is named.
    pub signer: Option<AccountId>,
    /// Which organisation deals with it; none is the installation.
    pub by: Option<OrganisationId>,
}

/// Why nothing was opened.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// This one of the child is open already.
    #[error("one is open already")]
    Waiting(MoveId),
    /// The child lives there already.
    #[error("the child lives there")]
    Same,
    /// The database refuses; not found where whoever should sign does not act for the child.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Opens it as a draft, and tells everybody who acts for the child.
///
/// # Errors
/// [`OpenError`].
pub async fn open(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<OpenMove>,
    new: &NewMove,
    now: Timestamp,
) -> Result<MoveId, OpenError> {
    let (by, id) = (permit.by(), permit.on());
    let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let from = child.known.municipality_id;
    let from = from.filter(|from| *from != new.to).ok_or(OpenError::Same)?;
    let signer: Option<AccountId> = if let Some(named) = new.signer {
        Some(tx.one(own::FIND_SIGNER, &[&id, &named]).await?)
    } else {
        let guardians: Vec<Guardian> = tx.all(store::LIST_GUARDIANS, &[&id]).await?;
        guardians.first().map(|one| one.account_id)
    };
    let row: database::Params<'_> = &[
        &id,
        &from,
        &new.to,
        &new.reason,
        &new.by,
        &signer,
        &by,
        &now,
    ];
    let Some(opened) = tx.opt::<MoveId>(own::INSERT_MOVE, row).await? else {
        let waiting: MoveId = tx.one(own::FIND_OPEN_MOVE, &[&id]).await?;
        return Err(OpenError::Waiting(waiting));
    };
    audit::Entry {
        organisation_id: new.by,
        after: Some(MoveState::Draft.code()),
        reason: Some(&new.reason),
        ..audit::Entry::new(now, by, "move.open", "person", id.get())
    }
    .write(tx)
    .await?;
    let news = News {
        kind: &letters::OPENED,
        by: new.by,
        reason: &new.reason,
    };
    tell_guardians(tx, app, id, news, now).await?;
    Ok(opened)
}
