//! The hashes by which a person is found among a million, mistyped as well: made with a secret of the installation, and kept.

use std::collections::{HashMap, HashSet};

use database::{DbError, Tx, Value};
use person_matching::HashKey;

use super::identity::opened;
use super::records::with_joined;
use super::store::{self, KeptDocument};
use crate::app::App;
use crate::people::PersonId;

/// What hashes are made with.
pub(super) fn hash_key(app: &App) -> HashKey {
    let secret = app.key.derive("person hashes");
    let mut half = [0; 16];
    half.copy_from_slice(&secret[..16]);
    HashKey::new(half)
}

/// Hashes as the database keeps them.
pub(super) fn signed(hashes: Vec<u64>) -> Vec<i64> {
    hashes.into_iter().map(u64::cast_signed).collect()
}

/// The hashes of these people as they are made today: of their data, their documents and everybody who acts for them; of each
/// in order, none twice.
async fn made(
    tx: &mut Tx<'_>,
    app: &App,
    ids: &[i64],
) -> Result<HashMap<PersonId, Vec<i64>>, DbError> {
    let hashing = hash_key(app);
    let mut all: HashMap<PersonId, Vec<i64>> = HashMap::new();
    for (id, record) in with_joined(tx, app, ids).await? {
        all.entry(id)
            .or_default()
            .extend(signed(record.keys(&hashing)));
    }
    for hashes in all.values_mut() {
        hashes.sort_unstable();
        hashes.dedup();
    }
    Ok(all)
}

/// Makes the hashes of a person anew.
///
/// # Errors
/// The database refuses.
pub async fn renew(tx: &mut Tx<'_>, app: &App, id: PersonId) -> Result<(), DbError> {
    let hashes = made(tx, app, &[id.get()]).await?.remove(&id);
    tx.exec(store::DELETE_HASHES, &[&id]).await?;
    keep(tx, id, &hashes.unwrap_or_default()).await
}

/// Keeps the hashes by which a person is found.
///
/// # Errors
/// The database refuses.
pub async fn keep(tx: &mut Tx<'_>, id: PersonId, hashes: &[i64]) -> Result<(), DbError> {
    tx.batch(store::INSERT_HASH, &rows(id, hashes))
        .await
        .map(drop)
}

fn rows(id: PersonId, hashes: &[i64]) -> Vec<Vec<Value>> {
    let row = |hash: &i64| vec![Value::from(*hash), Value::from(id)];
    hashes.iter().map(row).collect()
}

/// What became of the hashes of many people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Renewed {
    /// So many have others now.
    pub changed: usize,
    /// So many have a document that does not open with any key here; they are found as before.
    pub shut: usize,
}

/// Makes the hashes of these people anew where they differ from what is kept.
///
/// # Errors
/// The database refuses.
pub(super) async fn renew_all(
    tx: &mut Tx<'_>,
    app: &App,
    people: &[PersonId],
) -> Result<Renewed, DbError> {
    let ids: Vec<i64> = people.iter().map(|id| id.get()).collect();
    let documents: Vec<KeptDocument> = tx.among(store::LIST_DOCUMENTS_AMONG, &ids).await?;
    // Whose document does not open would not be found by it any more.
    let shut: HashSet<PersonId> = documents
        .iter()
        .filter(|one| opened(app, one).is_none())
        .map(|one| one.person_id)
        .collect();
    let mut kept: HashMap<PersonId, Vec<i64>> = HashMap::new();
    for (id, hash) in tx
        .among::<(PersonId, i64)>(store::LIST_HASHES_AMONG, &ids)
        .await?
    {
        kept.entry(id).or_default().push(hash);
    }
    let (mut changed, mut new) = (0, Vec::new());
    for (id, hashes) in made(tx, app, &ids).await? {
        let mut before = kept.remove(&id).unwrap_or_default();
        before.sort_unstable();
        if shut.contains(&id) || before == hashes {
            continue;
        }
        changed += 1;
        tx.exec(store::DELETE_HASHES, &[&id]).await?;
        new.extend(rows(id, &hashes));
    }
    tx.batch(store::INSERT_HASH, &new).await?;
    Ok(Renewed {
        changed,
        shut: shut.len(),
    })
}
