//! Entering a child: the look whether it is here already, the record, its keys and its guardian in one transaction
//! (`spec/rules.md`, Once).

use database::{DbError, Tx};
use jiff::Timestamp;

use super::record::{columns, keep_document, open_cases};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::families::fields::Typed;
use crate::families::identity::{self, Found, Near};
use crate::families::permissions::EnterChild;
use crate::families::types::GuardianshipState;
use crate::families::{hashes, letters, store, turn};
use crate::people::PersonId;
use crate::permit::Permit;

/// What a guardian has agreed to: the purpose, the version and the hash of the text.
#[derive(Clone, Debug, Default)]
pub struct Consents(pub Vec<(&'static str, &'static str, String)>);

/// A child to be entered.
#[derive(Clone, Debug)]
pub struct NewChild {
    /// What was typed.
    pub typed: Typed,
    /// What was agreed to.
    pub consents: Consents,
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// The child is here now.
    New(PersonId),
    /// The child is here now, and an operator looks whether it was here before.
    ToReview(PersonId),
    /// The child is in this cabinet already; nothing was done.
    Own(PersonId),
}

/// Why nothing was entered.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum EnterError {
    /// The child is here, with somebody else; whoever holds it is told.
    #[error("the child is registered already")]
    Elsewhere,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Enters a child, unless it is here. Everybody who enters one takes turns, so that of two who come at the same moment
/// the second meets the first.
///
/// # Errors
/// [`EnterError`]; no record was made then.
pub async fn enter(
    app: &Shared,
    permit: &Permit<EnterChild>,
    new: &NewChild,
    now: Timestamp,
) -> Result<Entered, EnterError> {
    let (by, own, new) = (permit.by(), app.clone(), new.clone());
    let outcome = turn::in_turn(app, move |tx| {
        let (own, new) = (own.clone(), new.clone());
        Box::pin(async move { attempt(tx, &own, by, &new, now).await })
    });
    let outcome: Result<Entered, PersonId> = outcome.await?;
    app.outbox.wake();
    outcome.map_err(|_| EnterError::Elsewhere)
}

/// The error is whose record was met; what is told to its holder commits.
async fn attempt(
    tx: &mut Tx<'_>,
    app: &Shared,
    by: AccountId,
    new: &NewChild,
    now: Timestamp,
) -> Result<Result<Entered, PersonId>, DbError> {
    let sought = identity::prepare(tx, app, by, &new.typed).await?;
    match identity::look(tx, app, &sought).await? {
        Found::Here(id) => meet(tx, app, by, id, now).await,
        Found::Nobody => Ok(insert(tx, app, by, (new, &sought), &[], now).await?),
        Found::Perhaps(near) => {
            let mut own = None;
            for one in &near {
                if holds(tx, one.id, by).await? {
                    own.get_or_insert(one.id);
                }
            }
            // What resembles a child of one's own is shown to its guardian; nobody else has to decide it.
            match own {
                Some(id) => Ok(Ok(Entered::Own(id))),
                None => Ok(insert(tx, app, by, (new, &sought), &near, now).await?),
            }
        }
    }
}

async fn holds(tx: &mut Tx<'_>, child: PersonId, account: AccountId) -> Result<bool, DbError> {
    let state: Option<GuardianshipState> = tx
        .opt(store::FIND_GUARDIANSHIP, &[&child, &account])
        .await?;
    Ok(state == Some(GuardianshipState::Holds))
}

/// The child is here: in this cabinet, or with somebody who is told.
async fn meet(
    tx: &mut Tx<'_>,
    app: &Shared,
    by: AccountId,
    id: PersonId,
    now: Timestamp,
) -> Result<Result<Entered, PersonId>, DbError> {
    if holds(tx, id, by).await? {
        return Ok(Ok(Entered::Own(id)));
    }
    audit::Entry::new(now, by, "child.met", "person", id.get())
        .write(tx)
        .await?;
    letters::tell_guardians(tx, app, id, &letters::MET, now).await?;
    Ok(Err(id))
}

async fn insert(
    tx: &mut Tx<'_>,
    app: &Shared,
    by: AccountId,
    (new, sought): (&NewChild, &identity::Sought),
    near: &[Near],
    now: Timestamp,
) -> Result<Result<Entered, PersonId>, DbError> {
    let row = &columns(&new.typed.known, &sought.key, &now);
    let Some(id) = tx.opt::<PersonId>(store::INSERT_CHILD, row).await? else {
        // Not while everybody takes turns; the database has the last word all the same.
        let other = tx.one(store::FIND_BY_KEY, &[&sought.key]).await?;
        return meet(tx, app, by, other, now).await;
    };
    tx.exec(store::INSERT_GUARDIANSHIP, &[&id, &by, &now])
        .await?;
    if let Some(document) = &new.typed.document {
        keep_document(tx, app, id, document, now).await?;
    }
    hashes::keep(tx, id, sought).await?;
    for (purpose, version, hash) in &new.consents.0 {
        let row: database::Params<'_> = &[&id, &by, purpose, version, hash, &now];
        tx.exec(store::INSERT_CONSENT, row).await?;
    }
    open_cases(tx, id, near, now).await?;
    audit::Entry {
        after: Some("unconfirmed"),
        ..audit::Entry::new(now, by, "child.enter", "person", id.get())
    }
    .write(tx)
    .await?;
    letters::tell_guardians(tx, app, id, &letters::ENTERED, now).await?;
    Ok(Ok(if near.is_empty() {
        Entered::New(id)
    } else {
        Entered::ToReview(id)
    }))
}
