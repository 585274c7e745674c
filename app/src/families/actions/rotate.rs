//! A new key for the numbers of documents, those that corrections name as well. From the moment in which the database puts it in force, every node seals with it and
//! looks with it and with those before it, so that no duplicate slips in while documents are sealed anew, some at a time.
//! Whoever runs the machine may do this, by the command line.

use database::{DbError, Value};
use jiff::Timestamp;

use crate::app::Shared;
use crate::audit;
use crate::families::identity;
use crate::families::store::{self, OlderDocument};
use crate::families::turn;
use crate::secrets::RootKey;

/// Why no key was made or left out.
#[derive(Debug, thiserror::Error)]
pub enum RotateError {
    /// The key file can not be read or written.
    #[error("{0}")]
    File(String),
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// A rotation that goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The key in force.
    pub key: i64,
    /// So many documents are sealed with older ones.
    pub waiting: i64,
}

/// Where sealed numbers lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// With those whom they name.
    Documents,
    /// In corrections that guardians ask for, or asked for.
    Corrections,
}

impl Place {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Documents, Self::Corrections];

    fn list(self) -> &'static str {
        match self {
            Self::Documents => store::LIST_OF_OLDER_KEYS,
            Self::Corrections => store::LIST_CORRECTIONS_OF_OLDER_KEYS,
        }
    }

    fn seal(self) -> &'static str {
        match self {
            Self::Documents => store::SEAL_ANEW,
            Self::Corrections => store::SEAL_CORRECTION_ANEW,
        }
    }
}

/// What one step did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// The last row that was looked at; none when there was none.
    pub last: Option<i64>,
    /// So many were sealed anew.
    pub sealed: usize,
    /// So many do not open with any key of the file, and stay as they are.
    pub shut: usize,
}

/// Writes a new key into the key file, to be copied to other nodes before it is put in force. Its number; that of the one which is
/// there, when one waits already.
///
/// # Errors
/// [`RotateError`].
pub async fn prepare_key(app: &Shared) -> Result<i64, RotateError> {
    let own = app.clone();
    turn::in_turn(app, move |_| {
        let own = own.clone();
        Box::pin(async move { next_key(&own) })
    })
    .await
}

/// Puts a new key in force, that of the file or a new one; or goes on with a rotation that was interrupted.
///
/// # Errors
/// [`RotateError`]; nothing has changed then, but that the file may have one more key, which the next attempt uses.
pub async fn begin(app: &Shared, now: Timestamp) -> Result<Rotation, RotateError> {
    let own = app.clone();
    turn::in_turn(app, move |tx| {
        let own = own.clone();
        Box::pin(async move {
            let key = own.vault.in_force();
            let waiting: i64 = tx.one(store::COUNT_OF_OLDER_KEYS, &[&key]).await?;
            if waiting > 0 {
                return Ok(Rotation { key, waiting });
            }
            let key = next_key(&own)?;
            tx.exec(store::PUT_KEY_IN_FORCE, &[&key]).await?;
            audit::Entry::new(now, None, "documents.rotate", "document_key", key)
                .write(tx)
                .await?;
            let waiting = tx.one(store::COUNT_OF_OLDER_KEYS, &[&key]).await?;
            Ok(Rotation { key, waiting })
        })
    })
    .await
}

/// The number of the key of the file that is newer than the one in force, made where there is none. Only while it is one's
/// turn, so that two do not write the file at the same time.
fn next_key(app: &Shared) -> Result<i64, RotateError> {
    let path = &app.config.secret_key_file;
    let file = |error: String| RotateError::File(error);
    let read = RootKey::load(path).map_err(|error| file(error.to_string()))?;
    let read = read.ok_or_else(|| file(format!("there is no key file {}", path.display())))?;
    let in_force = app.vault.in_force();
    let newest = read.newest_document_key();
    let root = if newest > in_force {
        read
    } else {
        let root = read.with_document_key(in_force + 1, app.random.bytes());
        root.save(path).map_err(|error| {
            file(format!(
                "cannot write the key file {}: {error}",
                path.display()
            ))
        })?;
        root
    };
    app.vault.take(&root);
    app.vault.put_in_force(in_force);
    Ok(root.newest_document_key())
}

/// Seals the next numbers of a place behind this row anew, so many at most, in one transaction.
///
/// # Errors
/// The database refuses; these documents are as they were then.
pub async fn step(app: &Shared, place: Place, behind: i64, most: i64) -> Result<Step, DbError> {
    let own = app.clone();
    turn::in_turn(app, move |tx| {
        let own = own.clone();
        Box::pin(async move {
            let key = own.vault.in_force();
            let row: database::Params<'_> = &[&key, &behind, &most];
            let older: Vec<OlderDocument> = tx.all(place.list(), row).await?;
            let rows: Vec<Vec<Value>> = older
                .iter()
                .filter_map(|one| sealed_anew(&own, one))
                .collect();
            tx.batch(place.seal(), &rows).await?;
            Ok(Step {
                last: older.last().map(|one| one.id),
                sealed: rows.len(),
                shut: older.len() - rows.len(),
            })
        })
    })
    .await
}

fn sealed_anew(app: &Shared, older: &OlderDocument) -> Option<Vec<Value>> {
    let document = identity::opened(app, &older.kept)?;
    let mut hashes = app.vault.hashes(document.kind.code(), &document.number);
    let hash = hashes.swap_remove(0);
    let sealed = app.vault.seal(&app.random, &document.number, &hash);
    let row: [Value; 4] = [
        older.id.into(),
        hash.into(),
        sealed.bytes.into(),
        sealed.key_number.into(),
    ];
    Some(row.into())
}

/// Leaves the keys that seal nothing any more out of the file; nothing while one of them does. The root stays in any case.
///
/// # Errors
/// [`RotateError`].
pub async fn end(app: &Shared) -> Result<(), RotateError> {
    let own = app.clone();
    turn::in_turn(app, move |tx| {
        let own = own.clone();
        Box::pin(async move {
            let key = own.vault.in_force();
            let waiting: i64 = tx.one(store::COUNT_OF_OLDER_KEYS, &[&key]).await?;
            let path = &own.config.secret_key_file;
            let read = RootKey::load(path).map_err(|error| RotateError::File(error.to_string()))?;
            if let (0, Some(root)) = (waiting, read) {
                let root = root.without_document_keys_before(key);
                root.save(path)
                    .map_err(|error| RotateError::File(error.to_string()))?;
            }
            Ok(())
        })
    })
    .await
}
