//! Attaching a file: it is a message of the thread, of whoever attaches it.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{MOST_FILES, NewFile, file_store as store};
use crate::app::Shared;
use crate::permit::Permit;
use crate::requests::actions::{RequestError, answer, reply};
use crate::requests::permissions::AnswerRequest;
use crate::requests::types::RequestId;

/// Who attaches.
#[derive(Debug)]
pub enum From {
    /// Whoever asks, by the link of the thread.
    Asker(RequestId),
    /// Staff that answers.
    Staff(Permit<AnswerRequest>),
}

/// Why nothing was attached.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum AttachError {
    /// There are as many as may be.
    #[error("there are files enough")]
    Enough,
    /// The request stands elsewhere meanwhile.
    #[error("this can not be done any more")]
    NotPossible,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl std::convert::From<RequestError> for AttachError {
    fn from(error: RequestError) -> Self {
        match error {
            RequestError::NotPossible => Self::NotPossible,
            RequestError::Database(error) => Self::Database(error),
        }
    }
}

/// Attaches a file with the words that stand for it; the other side is told as of every message. When nothing was attached, the
/// file is deleted from the store.
///
/// # Errors
/// [`AttachError`].
pub async fn attach(
    app: &Shared,
    from: From,
    (file, words): (NewFile, String),
    now: Timestamp,
) -> Result<(), AttachError> {
    let (own, key) = (app.clone(), file.key.clone());
    let work = app
        .db
        .write(move |tx| Box::pin(async move { put(tx, &own, &from, (&file, &words), now).await }));
    let done = work.await;
    if done.is_err()
        && let Err(error) = app.files.delete(&key).await
    {
        tracing::warn!(%error, "a file that no message knows stays until it is swept");
    }
    app.outbox.wake();
    done
}

async fn put(
    tx: &mut Tx<'_>,
    app: &Shared,
    from: &From,
    (file, words): (&NewFile, &str),
    now: Timestamp,
) -> Result<(), AttachError> {
    let id = match from {
        From::Asker(id) => *id,
        From::Staff(permit) => permit.on(),
    };
    let count: i64 = tx.one(store::COUNT_FILES, &[&id]).await?;
    if count >= MOST_FILES {
        return Err(AttachError::Enough);
    }
    let message = match from {
        From::Asker(id) => reply(tx, app, *id, words, now).await?,
        From::Staff(permit) => answer(tx, app, permit, words, now).await?,
    };
    let kind = file.kind.ending;
    let row: database::Params<'_> = &[
        &id, &message, &file.name, &kind, &file.size, &file.hash, &file.key, &now,
    ];
    tx.exec(store::INSERT_FILE, row).await?;
    Ok(())
}
