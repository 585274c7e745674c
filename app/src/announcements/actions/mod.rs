//! What is done with announcements: one transaction each.

mod save;
mod send;

use database::{DbError, Tx};

use super::{Announcement, store};
use crate::notices::AnnouncementId;
use crate::notices::notice_store::Scope;

pub use save::{change, create, withdraw};
pub use send::{Ready, prepare, send};

/// Why nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnnouncementError {
    /// Somebody else has changed it since, or withdrawn it.
    #[error("the announcement was changed meanwhile")]
    ChangedMeanwhile,
    /// There is no such announcement of this organisation.
    #[error("there is no such announcement")]
    NotThere,
    /// It is over, or was withdrawn: nobody is told of it any more.
    #[error("the announcement is over")]
    Over,
    /// It concerns nobody now.
    #[error("nobody would get it")]
    Nobody,
    /// Others would get it now than were shown, so many.
    #[error("{0} people would get it now")]
    OthersNow(usize),
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// An announcement with the courses and groups that it is only for; none when there is no such announcement.
///
/// # Errors
/// The database does not answer.
pub async fn load(tx: &mut Tx<'_>, id: AnnouncementId) -> Result<Option<Announcement>, DbError> {
    let Some(mut found) = tx.opt::<Announcement>(store::FIND, &[&id]).await? else {
        return Ok(None);
    };
    let scopes: Vec<Scope> = tx.all(store::LIST_SCOPES_OF, &[&id]).await?;
    for scope in scopes {
        found.draft.courses.extend(scope.course_id);
        found.draft.groups.extend(scope.group_id);
    }
    Ok(Some(found))
}
