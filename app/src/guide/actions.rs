//! The guide is written as a draft and published as a new version; a version is never changed.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::default_guide::standard;
use super::permissions::WriteGuide;
use super::rules::{Problem, problems};
use super::store;
use super::types::{Guide, VersionId};
use crate::audit;
use crate::permit::Permit;

/// What is being written.
#[derive(Clone, Debug)]
pub struct Draft {
    /// As it would be published.
    pub guide: Guide,
    /// Rises with every change.
    pub revision: i64,
    /// Whether something is being written; otherwise it is what is in force.
    pub is_begun: bool,
}

/// Why nothing was done.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum GuideError {
    /// Somebody else has changed the guide since.
    #[error("the guide was changed meanwhile")]
    ChangedMeanwhile,
    /// It is not what a guide must be.
    #[error("the guide is not whole: {0:?}")]
    NotWhole(Vec<Problem>),
    /// What it should be done to is not there.
    #[error("there is no such thing")]
    NotThere,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

fn written(guide: &Guide) -> Result<String, DbError> {
    serde_json::to_string(guide).map_err(|error| DbError::Other(error.to_string()))
}

/// A tree as it is kept; the guide of the program where none is, or none that this program can read.
fn read(tree: &str) -> Guide {
    if tree.is_empty() {
        return standard().clone();
    }
    serde_json::from_str(tree).unwrap_or_else(|error| {
        tracing::error!(%error, "the guide that was published can not be read");
        standard().clone()
    })
}

/// The guide that everybody sees, and the number of its version; 0 before the first one.
///
/// # Errors
/// The database does not answer.
pub async fn in_force(tx: &mut Tx<'_>) -> Result<(i64, Guide), DbError> {
    let newest: Option<(i64, String)> = tx.opt(store::FIND_NEWEST, &[]).await?;
    let (version, tree) = newest.unwrap_or_default();
    Ok((version, read(&tree)))
}

/// An earlier version, as it was published; 0 is the guide of the program.
///
/// # Errors
/// The database does not answer; [`DbError::NotFound`] when there is none.
pub async fn version(tx: &mut Tx<'_>, number: i64) -> Result<Guide, DbError> {
    Ok(read(&tree_of(tx, number).await?))
}

async fn tree_of(tx: &mut Tx<'_>, number: i64) -> Result<String, DbError> {
    match number {
        0 => Ok(String::new()),
        number => tx.one(store::FIND_VERSION, &[&number]).await,
    }
}

/// What is being written, or what is in force when nothing is.
///
/// # Errors
/// The database does not answer.
pub async fn draft(tx: &mut Tx<'_>) -> Result<Draft, DbError> {
    let (revision, tree): (i64, String) = tx.one(store::FIND_DRAFT, &[]).await?;
    let is_begun = !tree.is_empty();
    let guide = if is_begun {
        read(&tree)
    } else {
        in_force(tx).await?.1
    };
    Ok(Draft {
        guide,
        revision,
        is_begun,
    })
}

/// Keeps a tree as what is being written; none for nothing.
async fn keep(
    tx: &mut Tx<'_>,
    permit: &Permit<WriteGuide>,
    revision: i64,
    tree: &str,
    now: Timestamp,
) -> Result<(), GuideError> {
    let params: database::Params<'_> = &[&revision, &tree, &permit.by(), &now];
    match tx.exec(store::SAVE_DRAFT, params).await? {
        0 => Err(GuideError::ChangedMeanwhile),
        _ => Ok(()),
    }
}

/// Changes what is being written; nobody sees it before it is published. `slug` is what is changed. The same form sent twice is
/// one change.
///
/// # Errors
/// [`GuideError`]; nothing was changed then.
pub async fn change_draft(
    tx: &mut Tx<'_>,
    permit: &Permit<WriteGuide>,
    (last, slug): (i64, &str),
    change: impl FnOnce(&mut Guide) -> Result<(), GuideError> + Send,
    now: Timestamp,
) -> Result<(), GuideError> {
    let draft = draft(tx).await?;
    let mut guide = draft.guide.clone();
    change(&mut guide)?;
    if guide == draft.guide {
        return Ok(());
    }
    if draft.revision != last {
        return Err(GuideError::ChangedMeanwhile);
    }
    keep(tx, permit, last, &written(&guide)?, now).await?;
    let state = |guide: &Guide| {
        let node = guide.find(slug)?;
        serde_json::to_string(node).ok()
    };
    let (before, after) = (state(&draft.guide), state(&guide));
    audit::Entry {
        before: before.as_deref(),
        after: after.as_deref(),
        reason: Some(slug),
        ..audit::Entry::new(now, permit.by(), "guide.write", "guide", last + 1)
    }
    .write(tx)
    .await?;
    Ok(())
}

/// Forgets what is being written.
///
/// # Errors
/// [`GuideError`]; nothing was changed then.
pub async fn discard(
    tx: &mut Tx<'_>,
    permit: &Permit<WriteGuide>,
    last: i64,
    now: Timestamp,
) -> Result<(), GuideError> {
    if !draft(tx).await?.is_begun {
        return Ok(());
    }
    keep(tx, permit, last, "", now).await?;
    audit::Entry::new(now, permit.by(), "guide.discard", "guide", last + 1)
        .write(tx)
        .await?;
    Ok(())
}

/// Puts what is being written in force, as a new version. Answers its number; that in force when nothing is being written.
///
/// # Errors
/// [`GuideError`]; nothing was changed then.
pub async fn publish(
    tx: &mut Tx<'_>,
    permit: &Permit<WriteGuide>,
    last: i64,
    now: Timestamp,
) -> Result<i64, GuideError> {
    let draft = draft(tx).await?;
    if !draft.is_begun {
        return Ok(in_force(tx).await?.0);
    }
    let found = problems(&draft.guide);
    if !found.is_empty() {
        return Err(GuideError::NotWhole(found));
    }
    keep(tx, permit, last, "", now).await?;
    put_in_force(tx, permit, (&written(&draft.guide)?, "guide.publish"), now).await
}

/// Puts an earlier version in force again, as a new one; 0 is the guide of the program. What is being written stays. Answers the
/// new number, and none when it is in force already.
///
/// # Errors
/// [`GuideError`]; nothing was changed then.
pub async fn restore(
    tx: &mut Tx<'_>,
    permit: &Permit<WriteGuide>,
    (last, number): (i64, i64),
    now: Timestamp,
) -> Result<Option<i64>, GuideError> {
    let tree = match tree_of(tx, number).await {
        Err(DbError::NotFound) => return Err(GuideError::NotThere),
        other => other?,
    };
    let newest: Option<(i64, String)> = tx.opt(store::FIND_NEWEST, &[]).await?;
    if newest.unwrap_or_default().1 == tree {
        return Ok(None);
    }
    // Pages that came since may lead to questions that an old version does not have.
    let found = problems(&read(&tree));
    if !found.is_empty() {
        return Err(GuideError::NotWhole(found));
    }
    let (_, draft): (i64, String) = tx.one(store::FIND_DRAFT, &[]).await?;
    keep(tx, permit, last, &draft, now).await?;
    put_in_force(tx, permit, (&tree, "guide.restore"), now)
        .await
        .map(Some)
}

async fn put_in_force(
    tx: &mut Tx<'_>,
    permit: &Permit<WriteGuide>,
    (tree, action): (&str, &'static str),
    now: Timestamp,
) -> Result<i64, GuideError> {
    let (before, _) = in_force(tx).await?;
    let version = before + 1;
    let row: database::Params<'_> = &[&version, &tree, &Some(permit.by()), &now];
    let id: VersionId = match tx.one(store::INSERT_VERSION, row).await {
        Err(DbError::Unique { .. }) => return Err(GuideError::ChangedMeanwhile),
        other => other?,
    };
    let (before, after) = (before.to_string(), version.to_string());
    audit::Entry {
        before: Some(&before),
        after: Some(&after),
        ..audit::Entry::new(now, permit.by(), action, "guide_version", id.get())
    }
    .write(tx)
    .await?;
    Ok(version)
}
