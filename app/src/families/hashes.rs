//! The hashes by which a person is found among a million, mistyped as well: made with a secret of the installation, and kept.

use std::collections::{HashMap, HashSet};

use database::{DbError, Tx, Value, Work};
use person_matching::{HashKey, PreparedPerson};

use super::identity::{Sought, opened};
use super::records::{comparable, joined_with};
use super::store::{self, KeptDocument};
use super::turn;
use crate::accounts::AccountId;
use crate::app::{App, Shared};
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

/// By what a person is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Found {
    /// Of the data, the documents and everybody who acts for them, as of records that were joined with this one; in order, none
    /// twice.
    hashes: Vec<i64>,
    /// The date of birth as a number; it stands with each hash.
    born: i64,
    /// What rules most who share a hash out.
    form: Option<String>,
}

/// By what these people are found as it is made today.
async fn made(
    tx: &mut Tx<'_>,
    app: &App,
    ids: &[i64],
) -> Result<HashMap<PersonId, Found>, DbError> {
    let hashing = hash_key(app);
    let mut all: HashMap<PersonId, Found> = HashMap::new();
    let mut households: HashMap<PersonId, Vec<PreparedPerson>> = HashMap::new();
    for (id, record) in comparable(tx, app, ids).await? {
        let found = all.entry(id).or_default();
        found.hashes.extend(signed(record.keys(&hashing)));
        households.entry(id).or_default().push(record);
    }
    for (id, record) in joined_with(tx, ids).await? {
        let found = all.entry(id).or_default();
        found.hashes.extend(signed(record.keys(&hashing)));
    }
    for (id, found) in &mut all {
        found.hashes.sort_unstable();
        found.hashes.dedup();
        let own = households.remove(id).unwrap_or_default();
        found.born = own.first().map_or(0, born);
        found.form = PreparedPerson::form(&own);
    }
    Ok(all)
}

/// Makes the hashes and the form of a person anew.
///
/// # Errors
/// The database refuses.
pub async fn renew(tx: &mut Tx<'_>, app: &App, id: PersonId) -> Result<(), DbError> {
    let found = made(tx, app, &[id.get()]).await?.remove(&id);
    put(tx, id, &found.unwrap_or_default()).await
}

/// An account has another address: those for whom it acts are found by it.
pub fn after_new_email<'a>(
    tx: &'a mut Tx<'_>,
    app: Shared,
    account: AccountId,
) -> Work<'a, (), DbError> {
    Box::pin(async move { renew_of_account(tx, &app, account).await })
}

/// Makes them anew of everybody for whom an account acts: its name, its telephone or its address is another one.
///
/// # Errors
/// The database refuses.
pub(super) async fn renew_of_account(
    tx: &mut Tx<'_>,
    app: &App,
    account: AccountId,
) -> Result<(), DbError> {
    let people: Vec<PersonId> = tx.all(store::LIST_PEOPLE_OF_ACCOUNT, &[&account]).await?;
    if !people.is_empty() {
        // Whoever does not know the key would leave documents out.
        turn::know_key_in_force(tx, app).await?;
        renew_all(tx, app, &people).await?;
    }
    Ok(())
}

/// A person has no form until the hashes are made anew, and is read instead.
///
/// # Errors
/// The database refuses.
pub async fn forget_form(tx: &mut Tx<'_>, id: PersonId) -> Result<(), DbError> {
    tx.exec(store::DELETE_FORM, &[&id]).await.map(drop)
}

/// The same for everybody for whom an account acts.
///
/// # Errors
/// The database refuses.
pub async fn forget_forms_of(tx: &mut Tx<'_>, account: AccountId) -> Result<(), DbError> {
    tx.exec(store::DELETE_FORMS_OF_ACCOUNT, &[&account])
        .await
        .map(drop)
}

/// Keeps by what a child that was just entered is found.
///
/// # Errors
/// The database refuses.
pub(super) async fn keep(tx: &mut Tx<'_>, id: PersonId, sought: &Sought) -> Result<(), DbError> {
    let found = Found {
        hashes: sought.hashes.clone(),
        born: born(&sought.prepared),
        form: sought.form.clone(),
    };
    put(tx, id, &found).await
}

async fn put(tx: &mut Tx<'_>, id: PersonId, found: &Found) -> Result<(), DbError> {
    tx.exec(store::DELETE_HASHES, &[&id]).await?;
    let row = |hash: &i64| vec![Value::from(*hash), id.into(), found.born.into()];
    let rows: Vec<Vec<Value>> = found.hashes.iter().map(row).collect();
    tx.batch(store::INSERT_HASH, &rows).await?;
    match &found.form {
        Some(form) => tx.exec(store::PUT_FORM, &[&id, form]).await,
        None => tx.exec(store::DELETE_FORM, &[&id]).await,
    }
    .map(drop)
}

/// The date of birth as it stands with a hash.
pub(super) fn born(record: &PreparedPerson) -> i64 {
    record
        .birth_date()
        .map_or(0, |date| i64::from(date.to_number()))
}

/// What became of the hashes of many people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Renewed {
    /// So many have others now.
    pub changed: usize,
    /// So many have a document that does not open with any key here; they are found as before.
    pub shut: usize,
}

/// Makes the hashes and forms of these people anew where they differ from what is kept.
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
    let mut before = kept(tx, &ids).await?;
    let mut changed = 0;
    for (id, found) in made(tx, app, &ids).await? {
        if shut.contains(&id) || before.remove(&id).unwrap_or_default() == found {
            continue;
        }
        changed += 1;
        put(tx, id, &found).await?;
    }
    Ok(Renewed {
        changed,
        shut: shut.len(),
    })
}

/// By what these people are found until now.
async fn kept(tx: &mut Tx<'_>, ids: &[i64]) -> Result<HashMap<PersonId, Found>, DbError> {
    let mut kept: HashMap<PersonId, Found> = HashMap::new();
    for (id, hash, born) in tx
        .among::<(PersonId, i64, i64)>(store::LIST_HASHES_AMONG, ids)
        .await?
    {
        let found = kept.entry(id).or_default();
        found.hashes.push(hash);
        found.born = born;
    }
    for (id, form) in tx
        .among::<(PersonId, String)>(store::LIST_FORMS_AMONG, ids)
        .await?
    {
        kept.entry(id).or_default().form = Some(form);
    }
    for found in kept.values_mut() {
        found.hashes.sort_unstable();
    }
    Ok(kept)
}
