//! The hashes by which a person is found among a million, mistyped as well: made with a secret of the installation, and kept.

use database::{DbError, Tx};
use person_matching::{HashKey, PreparedPerson};

use super::identity::comparable;
use super::store;
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

/// The hashes of one person, who may stand there once with each who acts for them: in order, each once.
fn of_all<'a>(
    records: impl Iterator<Item = &'a PreparedPerson>,
    hashing: &HashKey,
) -> Vec<i64> {
    let mut hashes: Vec<i64> = records
        .flat_map(|record| signed(record.keys(hashing)))
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// Makes the hashes of a person anew: of its data, its documents and everybody who acts for it.
///
/// # Errors
/// The database refuses.
pub async fn renew(tx: &mut Tx<'_>, app: &App, id: PersonId) -> Result<(), DbError> {
    let records = comparable(tx, app, &[id.get()]).await?;
    let hashes = of_all(records.iter().map(|(_, record)| record), &hash_key(app));
    tx.exec(store::DELETE_HASHES, &[&id]).await?;
    keep(tx, id, &hashes).await
}

/// Keeps the hashes by which a person is found.
///
/// # Errors
/// The database refuses.
pub async fn keep(tx: &mut Tx<'_>, id: PersonId, hashes: &[i64]) -> Result<(), DbError> {
    let row = |hash: &i64| vec![database::Value::from(*hash), database::Value::from(id)];
    let rows: Vec<_> = hashes.iter().map(row).collect();
    tx.batch(store::INSERT_HASH, &rows).await.map(drop)
}
