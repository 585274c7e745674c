//! Changing what is known of a child that nobody has compared with documents yet; what was known before is kept.

use database::{DbError, Param, Tx};
use jiff::Timestamp;

use super::record::{columns, keep_document, open_cases};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::families::fields::{Typed, number_of};
use crate::families::identity::{self, Found};
use crate::families::permissions::ChangeChild;
use crate::families::store::{self, KeptDocument};
use crate::families::types::{Child, Document, GuardianshipState, Known, PersonState, Sex};
use crate::families::{hashes, namesakes, turn};
use crate::people::PersonId;
use crate::permit::Permit;

/// Why nothing was changed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// With this data the child would be another one who is here already.
    #[error("another child has these data")]
    Taken,
    /// The same, and the other child is among those whom the account acts for.
    #[error("another child of the same account has these data")]
    Own,
    /// A document that is kept says another date of birth or another sex.
    #[error("a document that is kept says otherwise")]
    OtherDocument,
    /// Somebody else has changed it since the form was shown, or an operator has confirmed it.
    #[error("it was changed meanwhile")]
    Meanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Changes a child; the keys by which it is found change with it. A document that was typed takes the place of one of its kind.
/// A record that the child resembles now is a case for an operator.
///
/// # Errors
/// [`ChangeError`]; nothing was changed then.
pub async fn change(
    app: &Shared,
    permit: &Permit<ChangeChild>,
    (typed, version): (&Typed, i64),
    now: Timestamp,
) -> Result<(), ChangeError> {
    let (by, id, own, typed) = (permit.by(), permit.on(), app.clone(), typed.clone());
    turn::in_turn(app, move |tx| {
        let (own, typed) = (own.clone(), typed.clone());
        Box::pin(async move { attempt(tx, &own, (by, id), (&typed, version), now).await })
    })
    .await
}

async fn attempt(
    tx: &mut Tx<'_>,
    app: &Shared,
    (by, id): (AccountId, PersonId),
    (typed, version): (&Typed, i64),
    now: Timestamp,
) -> Result<(), ChangeError> {
    let before: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    if before.version != version || before.state != PersonState::Unconfirmed {
        return Err(ChangeError::Meanwhile);
    }
    let kept: Vec<KeptDocument> = tx.among(store::LIST_DOCUMENTS_AMONG, &[id.get()]).await?;
    let documents = documents(app, &kept, typed)?;
    let sought = identity::prepare_with(tx, app, by, (&typed.known, documents)).await?;
    let sought = namesakes::apart(tx, &sought, id).await?;
    let near = match identity::look(tx, app, &sought).await? {
        Found::Here(other) => {
            let held: Option<GuardianshipState> =
                tx.opt(store::FIND_GUARDIANSHIP, &[&other, &by]).await?;
            return Err(match held {
                Some(GuardianshipState::Holds) => ChangeError::Own,
                _ => ChangeError::Taken,
            });
        }
        Found::Perhaps(near) => near,
        Found::Nobody => Vec::new(),
    };
    // Nobody becomes a namesake but by an operator.
    let key = namesakes::kept_key(tx, id, &sought.key).await?;
    let key = key.ok_or(ChangeError::Taken)?;
    put(tx, app, (by, id), (&before, typed), (&key, ""), now).await?;
    open_cases(tx, id, &near, now).await?;
    Ok(())
}

/// Puts the new data in the place of those that were known, which are kept; the keys by which the child is found change with
/// them. The reason may be empty.
pub(in crate::families) async fn put(
    tx: &mut Tx<'_>,
    app: &Shared,
    (by, id): (AccountId, PersonId),
    (before, typed): (&Child, &Typed),
    (key, reason): (&String, &str),
    now: Timestamp,
) -> Result<(), ChangeError> {
    keep_before(tx, (by, id), (before, reason), now).await?;
    // A record that was joined with this one may stand where this one goes now.
    tx.exec(store::RELEASE_KEY, &[key, &id]).await?;
    let mut row = columns(&typed.known, key, &now).to_vec();
    row.extend([&id as &dyn Param, &before.version]);
    if tx.exec(store::CHANGE_CHILD, &row).await? == 0 {
        return Err(ChangeError::Meanwhile);
    }
    if let Some(document) = &typed.document {
        keep_document(tx, app, id, document, now).await?;
    }
    hashes::renew(tx, app, id).await?;
    say_what_changed(tx, (by, id), (&before.known, typed), reason, now).await
}

/// The documents of the child from now on: the one that was typed, and those of other kinds, which must fit what is known
/// now.
pub(in crate::families) fn documents(
    app: &Shared,
    kept: &[KeptDocument],
    typed: &Typed,
) -> Result<Vec<Document>, ChangeError> {
    let stays = |one: &&KeptDocument| match &typed.document {
        Some(new) => new.kind != one.kind,
        None => true,
    };
    let opened = kept.iter().filter(stays);
    let mut documents: Vec<Document> = opened
        .filter_map(|one| identity::opened(app, one))
        .collect();
    let (born_on, sex) = (typed.known.born_on, Sex::from_code(&typed.known.sex));
    let fits = |one: &Document| number_of(one.kind, &one.number, Some(born_on), sex).is_ok();
    if !documents.iter().all(fits) {
        return Err(ChangeError::OtherDocument);
    }
    documents.extend(typed.document.clone());
    Ok(documents)
}

async fn keep_before(
    tx: &mut Tx<'_>,
    (by, id): (AccountId, PersonId),
    (before, reason): (&Child, &str),
    now: Timestamp,
) -> Result<(), DbError> {
    let json = |error: serde_json::Error| DbError::Other(error.to_string());
    let kept = serde_json::to_string(&before.known).map_err(json)?;
    let row: database::Params<'_> = &[&id, &before.version, &kept, &now, &by, &reason];
    tx.exec(store::INSERT_VERSION, row).await.map(drop)
}

/// The log says which fields were changed, not what is in them.
async fn say_what_changed(
    tx: &mut Tx<'_>,
    (by, id): (AccountId, PersonId),
    (before, typed): (&Known, &Typed),
    reason: &str,
    now: Timestamp,
) -> Result<(), ChangeError> {
    let json = |error: serde_json::Error| DbError::Other(error.to_string());
    let (_, after) = audit::changed_fields(before, &typed.known);
    let fields: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&after).map_err(json)?;
    let mut names: Vec<String> = fields.into_iter().map(|(name, _)| name).collect();
    names.extend(typed.document.as_ref().map(|_| "document".to_owned()));
    let names = names.join(" ");
    audit::Entry {
        after: Some(&names),
        reason: Some(reason).filter(|reason| !reason.is_empty()),
        ..audit::Entry::new(now, by, "child.change", "person", id.get())
    }
    .write(tx)
    .await?;
    Ok(())
}
