//! Changing what is known of a child that nobody has compared with documents yet; what was known before is kept.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::families::fields::Typed;
use crate::families::identity::{self, Found};
use crate::families::permissions::ChangeChild;
use crate::families::store;
use crate::families::types::{Child, PersonState};
use crate::people::PersonId;
use crate::permit::Permit;

/// Why nothing was changed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// With this data the child would be another one who is here already.
    #[error("another child has these data")]
    Taken,
    /// Somebody else has changed it since the form was shown, or an operator has confirmed it.
    #[error("it was changed meanwhile")]
    Meanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Changes a child; the keys by which it is found change with it.
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
    identity::in_turn(app, move |tx| {
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
    let sought = identity::prepare(tx, app, by, typed).await?;
    if identity::look(tx, app, &sought.except(id)).await? != Found::Nobody {
        return Err(ChangeError::Taken);
    }
    replace(tx, (by, id), (&before, typed), (&sought, ""), now).await
}

/// Keeps what was known and puts the new data in its place.
pub(super) async fn replace(
    tx: &mut Tx<'_>,
    (by, id): (AccountId, PersonId),
    (before, typed): (&Child, &Typed),
    (sought, reason): (&identity::Sought, &str),
    now: Timestamp,
) -> Result<(), ChangeError> {
    let json = |error: serde_json::Error| DbError::Other(error.to_string());
    let kept = serde_json::to_string(&before.known).map_err(json)?;
    let row: database::Params<'_> = &[&id, &before.version, &kept, &now, &by, &reason];
    tx.exec(store::INSERT_VERSION, row).await?;
    let known = &typed.known;
    let row: database::Params<'_> = &[
        &id,
        &before.version,
        &known.surname,
        &known.given_name,
        &known.patronymic,
        &known.born_on,
        &known.birth_place,
        &known.sex,
        &known.municipality_id,
        &known.street,
        &known.postal_code,
        &known.city,
        &sought.key,
        &now,
    ];
    if tx.exec(store::CHANGE_CHILD, row).await? == 0 {
        return Err(ChangeError::Meanwhile);
    }
    tx.exec(store::DELETE_HASHES, &[&id]).await?;
    identity::keep_hashes(tx, id, &sought.hashes).await?;
    // The log says which fields were changed, not what is in them.
    let (_, after) = audit::changed_fields(&before.known, known);
    let fields: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&after).map_err(json)?;
    let names: Vec<String> = fields.into_iter().map(|(name, _)| name).collect();
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
