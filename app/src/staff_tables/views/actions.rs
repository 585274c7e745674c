//! Keeping a view, and forgetting one. Nobody else is concerned, so that the log says nothing of it.

use database::{Db, DbError};
use jiff::Timestamp;

use super::permissions::KeepViews;
use super::{Place, ViewId, view_store as store};
use crate::permit::Permit;

/// The most views of one person.
pub const MOST_VIEWS: i64 = 50;

/// Why a view was not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeepError {
    /// There are so many already.
    #[error("too many views")]
    TooMany,
    /// Another filter of the table has this name.
    #[error("the name is that of another view")]
    NameTaken,
    /// It is no filter of that table.
    #[error("no filter of the table")]
    NoFilter,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Keeps the filter of a table under a name; the same once more changes nothing.
///
/// # Errors
/// [`KeepError`]; nothing was kept then.
pub async fn keep(
    db: &Db,
    permit: &Permit<KeepViews>,
    place: &'static Place,
    (name, query): (&str, &str),
    now: Timestamp,
) -> Result<(), KeepError> {
    let (account, name) = (permit.on(), name.to_owned());
    let query = place.read(query).ok_or(KeepError::NoFilter)?;
    let work = db.write(move |tx| {
        Box::pin(async move {
            let code = place.code;
            let known: Option<String> =
                tx.opt(store::FIND_QUERY, &[&account, &code, &name]).await?;
            match known {
                Some(known) if known == query => return Ok(()),
                Some(_) => return Err(KeepError::NameTaken),
                None => {}
            }
            let others: i64 = tx.one(store::COUNT_VIEWS, &[&account]).await?;
            if others >= MOST_VIEWS {
                return Err(KeepError::TooMany);
            }
            let row: database::Params<'_> = &[&account, &code, &name, &query, &now];
            match tx.exec(store::KEEP_VIEW, row).await {
                Err(DbError::Unique { .. }) => Err(KeepError::NameTaken),
                kept => Ok(kept.map(drop)?),
            }
        })
    });
    work.await
}

/// Forgets a view; answers whether there was one of the permit's account.
///
/// # Errors
/// The database refuses.
pub async fn remove(db: &Db, permit: &Permit<KeepViews>, id: ViewId) -> Result<bool, DbError> {
    let account = permit.on();
    let work = db.write(move |tx| {
        Box::pin(async move { tx.exec(store::REMOVE_VIEW, &[&id, &account]).await })
    });
    let gone: Result<u64, DbError> = work.await;
    Ok(gone? > 0)
}
