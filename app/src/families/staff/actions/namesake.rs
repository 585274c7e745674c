//! A true namesake: another child of the same name, born on the same day, is let in beside the first by an operator who has
//! seen another document (`spec/rules.md`, Once, 4).

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::store::{AccountRow, FIND_ACCOUNT_BY_EMAIL};
use crate::accounts::{AccountId, AccountState, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::families::actions::record::{columns, keep_document};
use crate::families::fields::Typed;
use crate::families::staff::permissions::FindChild;
use crate::families::staff::staff_store as own;
use crate::families::types::Document;
use crate::families::{hashes, identity, letters, namesakes, store, turn};
use crate::people::PersonId;
use crate::permit::Permit;

/// A child to be let in.
#[derive(Clone, Debug)]
pub struct Namesake {
    /// What was typed; with the document that was seen.
    pub typed: Typed,
    /// The guardian's address as it is compared.
    pub guardian: String,
    /// The version and the hash of the text that the guardian has agreed to.
    pub consent: (&'static str, String),
    /// Why.
    pub reason: String,
    /// Which organisation acts; none is the installation.
    pub by: Option<OrganisationId>,
}

/// Why nobody was let in.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum NamesakeError {
    /// No account in use has this address.
    #[error("the guardian has no account")]
    NoGuardian,
    /// Nobody of this name was born on this day: the guardian enters the child alone.
    #[error("there is no namesake")]
    NoNamesake,
    /// The document is that of a child who is here, or none was seen.
    #[error("the document does not tell them apart")]
    SameDocument,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Lets a true namesake in, with a guardian who has an account; answers with the new child.
///
/// # Errors
/// [`NamesakeError`]; nobody was entered then.
pub async fn let_in(
    app: &Shared,
    permit: &Permit<FindChild>,
    new: &Namesake,
    now: Timestamp,
) -> Result<PersonId, NamesakeError> {
    let (by, own, new) = (permit.by(), app.clone(), new.clone());
    let work = turn::in_turn(app, move |tx| {
        let (own, new) = (own.clone(), new.clone());
        Box::pin(async move { attempt(tx, &own, by, &new, now).await })
    });
    let id = work.await?;
    app.outbox.wake();
    Ok(id)
}

async fn attempt(
    tx: &mut Tx<'_>,
    app: &Shared,
    by: AccountId,
    new: &Namesake,
    now: Timestamp,
) -> Result<PersonId, NamesakeError> {
    let found: Option<AccountRow> = tx.opt(FIND_ACCOUNT_BY_EMAIL, &[&new.guardian]).await?;
    let guardian = found.filter(|one| one.state() == AccountState::Active);
    let guardian = guardian.ok_or(NamesakeError::NoGuardian)?.id;
    let document = new
        .typed
        .document
        .as_ref()
        .ok_or(NamesakeError::SameDocument)?;
    let sought = identity::prepare(tx, app, guardian, &new.typed).await?;
    let others = namesakes::of_key(tx, &sought.key).await?;
    if others.is_empty() {
        return Err(NamesakeError::NoNamesake);
    }
    if is_here(tx, app, document).await? {
        return Err(NamesakeError::SameDocument);
    }
    let key = namesakes::free_key(tx, None, &sought.key).await?;
    let row = &columns(&new.typed.known, &key, &now);
    let id: PersonId = tx.one(store::INSERT_CHILD, row).await?;
    tx.exec(store::INSERT_GUARDIANSHIP, &[&id, &guardian, &now])
        .await?;
    keep_document(tx, app, id, document, now).await?;
    hashes::renew(tx, app, id).await?;
    let (version, hash) = &new.consent;
    let row: database::Params<'_> = &[&id, &guardian, &"child", version, hash, &now];
    tx.exec(store::INSERT_CONSENT, row).await?;
    // Whoever changes one of them later is not told that it is another one.
    for other in others {
        let near = identity::near(tx, app, &sought, other).await?;
        let row: database::Params<'_> = &[
            &id,
            &other,
            &near.bits,
            &near.reasons,
            &now,
            &by,
            &new.reason,
            &near.limits.asked_from,
            &near.limits.same_from,
        ];
        tx.exec(own::INSERT_DECIDED_CASE, row).await?;
    }
    audit::Entry {
        organisation_id: new.by,
        after: Some("unconfirmed"),
        reason: Some(&new.reason),
        ..audit::Entry::new(now, by, "child.enter_namesake", "person", id.get())
    }
    .write(tx)
    .await?;
    letters::tell_guardians(tx, app, id, &letters::ENTERED, now).await?;
    Ok(id)
}

async fn is_here(tx: &mut Tx<'_>, app: &Shared, document: &Document) -> Result<bool, DbError> {
    for hash in turn::hashes_of(tx, app, document).await? {
        let found: Option<PersonId> = tx.opt(store::FIND_BY_DOCUMENT, &[&hash]).await?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
