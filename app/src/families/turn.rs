//! Whoever enters or changes a child takes a turn, and knows the key that documents are sealed with.

use database::{DbError, Tx, Work};

use super::store;
use super::types::Document;
use crate::app::{App, Shared};
use crate::secrets::RootKey;

/// The lane of everybody who enters or changes a child.
const LANE: i64 = i64::MIN;

/// Runs a job while nobody else enters or changes a child, on any node; jobs of one node are committed together.
///
/// # Errors
/// Those of the job; [`DbError::Retry`] after several attempts.
pub async fn in_turn<T, E, F>(app: &Shared, job: F) -> Result<T, E>
where
    T: Send + 'static,
    E: From<DbError> + Send + 'static,
    F: for<'a, 'c> Fn(&'a mut Tx<'c>) -> Work<'a, T, E> + Clone + Send + Sync + 'static,
{
    let own = app.clone();
    app.db
        .write_hot(LANE, move |tx| {
            Box::pin(async move {
                take(tx, &own).await?;
                job(tx).await
            })
        })
        .await
}

/// The same for a transaction that somebody else began.
///
/// # Errors
/// The database does not answer.
pub(super) async fn take(tx: &mut Tx<'_>, app: &App) -> Result<(), DbError> {
    tx.exec(store::TAKE_TURN, &[]).await?;
    know_key_in_force(tx, app).await
}

/// Makes sure that the key in force is known here: whoever does not know it would not find the documents sealed with it.
///
/// # Errors
/// The database does not answer, or the key file does not have the key.
pub async fn know_key_in_force(tx: &mut Tx<'_>, app: &App) -> Result<(), DbError> {
    let in_force: Option<i64> = tx.opt(store::FIND_KEY_IN_FORCE, &[]).await?;
    let in_force = in_force.unwrap_or_default();
    if app.vault.put_in_force(in_force) {
        return Ok(());
    }
    read_keys_again(app)?;
    if app.vault.put_in_force(in_force) {
        return Ok(());
    }
    let file = app.config.secret_key_file.display();
    Err(DbError::Other(format!(
        "documents are sealed with key {in_force}, which the key file {file} does not have: copy the file from the node where the key was made"
    )))
}

fn read_keys_again(app: &App) -> Result<(), DbError> {
    let read = RootKey::load(&app.config.secret_key_file);
    if let Some(root) = read.map_err(|error| DbError::Other(error.to_string()))? {
        app.vault.take(&root);
    }
    Ok(())
}

/// Makes sure that what is sealed with this key opens here, where the key file has it: it may be newer than this process.
pub(super) fn know_key(app: &App, number: i64) {
    if !app.vault.knows(number) {
        // A file that can not be read opens nothing, as one without the key; `doctor` names it.
        let _ = read_keys_again(app);
    }
}

/// What a document is found by, also when it was sealed with a key that this process has not heard of.
///
/// # Errors
/// As [`know_key_in_force`].
pub(super) async fn hashes_of(
    tx: &mut Tx<'_>,
    app: &App,
    document: &Document,
) -> Result<Vec<Vec<u8>>, DbError> {
    know_key_in_force(tx, app).await?;
    Ok(app.vault.hashes(document.kind.code(), &document.number))
}
