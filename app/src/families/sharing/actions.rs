//! Inviting, taking back, accepting, leaving: one transaction each.

use database::{DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::letters;
use super::permissions::{AcceptChild, ShareChild};
use super::sharing_store::{self as store, Invitation, InvitationId};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::families::types::GuardianshipState;
use crate::families::{hashes, store as families, turn};
use crate::i18n::Lang;
use crate::people::PersonId;
use crate::permit::Permit;
use crate::secrets::{Token, hash_of};
use crate::text::Email;

/// An invitation holds for so long.
const HOLDS: SignedDuration = SignedDuration::from_hours(7 * 24);
/// So many may be open about one child.
const MOST: usize = 3;

/// Why nobody was invited.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum InviteError {
    /// Enough letters are on their way.
    #[error("there are open invitations enough")]
    Enough,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Invites whoever reads the letters of an address to act for the child too. Whether the address is known here, whoever
/// invites does not learn.
///
/// # Errors
/// [`InviteError`].
pub async fn invite(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<ShareChild>,
    (email, name, lang): (&Email, &str, Lang),
    token: &Token,
    now: Timestamp,
) -> Result<(), InviteError> {
    let (child, by) = (permit.on(), permit.by());
    let open: Vec<Invitation> = tx.all(store::LIST_INVITATIONS, &[&child, &now]).await?;
    if open.len() >= MOST {
        return Err(InviteError::Enough);
    }
    let until = now.checked_add(HOLDS).unwrap_or(now);
    let row: database::Params<'_> = &[&child, &email.typed, &token.hash(), &by, &now, &until];
    tx.exec(store::INSERT_INVITATION, row).await?;
    note(tx, (by, child), "guardian.invite", "invited", now).await?;
    letters::invite(tx, app, (child, &email.typed, name), (token, lang), now).await?;
    Ok(())
}

async fn note(
    tx: &mut Tx<'_>,
    (by, child): (AccountId, PersonId),
    action: &'static str,
    after: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    audit::Entry {
        after: Some(after),
        ..audit::Entry::new(now, by, action, "person", child.get())
    }
    .write(tx)
    .await
}

/// Takes an invitation back.
///
/// # Errors
/// [`DbError::NotFound`] when no such one is open for the child.
pub async fn take_back(
    tx: &mut Tx<'_>,
    permit: &Permit<ShareChild>,
    id: InvitationId,
    now: Timestamp,
) -> Result<(), DbError> {
    let (child, by) = (permit.on(), permit.by());
    let open: Vec<Invitation> = tx.all(store::LIST_INVITATIONS, &[&child, &now]).await?;
    if !open.iter().any(|one| one.id == id) {
        return Err(DbError::NotFound);
    }
    tx.exec(store::END_INVITATION, &[&id, &"ended", &by, &now])
        .await?;
    note(tx, (by, child), "guardian.invite", "taken back", now).await
}

/// Accepts the invitation of a link: the account acts for the child from now on, and whoever did before is told. Answers with
/// the child; none where the invitation does not hold, also because whoever invited does not act for the child any more.
///
/// # Errors
/// The database refuses.
pub async fn accept(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<AcceptChild>,
    token: &str,
    now: Timestamp,
) -> Result<Option<PersonId>, DbError> {
    let (by, hash) = (permit.by(), hash_of(token));
    let found: Option<Invitation> = tx.opt(store::FIND_INVITATION, &[&hash, &now]).await?;
    let Some(invitation) = found else {
        return Ok(None);
    };
    let (child, inviter) = (invitation.person_id, invitation.invited_by);
    let held: Option<GuardianshipState> = tx
        .opt(families::FIND_GUARDIANSHIP, &[&child, &inviter])
        .await?;
    if held != Some(GuardianshipState::Holds) {
        return Ok(None);
    }
    let row: database::Params<'_> = &[&invitation.id, &"accepted", &by, &now];
    if tx.exec(store::END_INVITATION, row).await? == 0 {
        return Ok(None);
    }
    let before: Option<GuardianshipState> =
        tx.opt(families::FIND_GUARDIANSHIP, &[&child, &by]).await?;
    if before == Some(GuardianshipState::Holds) {
        return Ok(Some(child));
    }
    letters::tell(tx, app, child, (&letters::ACCEPTED, by), now).await?;
    tx.exec(store::SHARE, &[&child, &by, &now, &inviter])
        .await?;
    // Whoever does not know the key would leave its documents out.
    turn::know_key_in_force(tx, app).await?;
    hashes::renew(tx, app, child).await?;
    note(tx, (by, child), "guardian.accept", "holds", now).await?;
    Ok(Some(child))
}

/// Why somebody acts for the child as before.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum LeaveError {
    /// Nobody else does.
    #[error("nobody else acts for the child")]
    Alone,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// The account does not act for the child any more; whoever still does is told, and keeps its applications.
///
/// # Errors
/// [`LeaveError`].
pub async fn leave(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<ShareChild>,
    now: Timestamp,
) -> Result<(), LeaveError> {
    let (child, by) = (permit.on(), permit.by());
    if tx.exec(store::LEAVE, &[&child, &by, &now]).await? == 0 {
        return Err(LeaveError::Alone);
    }
    tx.exec(store::END_OF_LEAVING, &[&child, &by, &now]).await?;
    turn::know_key_in_force(tx, app).await?;
    hashes::renew(tx, app, child).await?;
    (app.reactions.after_guardian_left)(tx, app.clone(), child, now).await?;
    note(tx, (by, child), "guardian.leave", "ended", now).await?;
    letters::tell(tx, app, child, (&letters::LEFT, by), now).await?;
    Ok(())
}

/// Empties the addresses of invitations that nobody answered. Housekeeping calls it.
///
/// # Errors
/// The database refuses.
pub async fn forget_the_late(app: &Shared, now: Timestamp) -> Result<(), DbError> {
    let work = app
        .db
        .write(move |tx| Box::pin(async move { tx.exec(store::END_LATE, &[&now]).await }));
    work.await.map(drop)
}
