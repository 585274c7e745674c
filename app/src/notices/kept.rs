//! The notices in memory: few, looked at for many pages, replaced when one changes on any node.

use std::sync::{Arc, PoisonError, RwLock};

use database::{Db, DbError};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::Notice;
use super::notice_store::{self as store, Scope};
use crate::clock::zone;

/// What is announced now and will be.
#[derive(Debug, Default)]
pub struct Kept {
    version: i64,
    notices: Vec<Notice>,
}

impl Kept {
    fn new(version: i64, mut notices: Vec<Notice>, scopes: Vec<Scope>) -> Self {
        for scope in scopes {
            let whose = notices
                .iter_mut()
                .find(|one| one.id == scope.announcement_id);
            if let Some(notice) = whose {
                notice.courses.extend(scope.course_id);
                notice.groups.extend(scope.group_id);
            }
        }
        Self { version, notices }
    }

    /// The version that was read.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// Everything that was read, what is yet to come as well.
    pub fn all(&self) -> impl Iterator<Item = &Notice> {
        self.notices.iter()
    }

    /// What is announced on this day, the newest first.
    pub fn on(&self, today: Date) -> impl Iterator<Item = &Notice> {
        let is_on = move |one: &&Notice| super::is_within_days(today, one.from_on, one.until_on);
        self.notices.iter().filter(is_on)
    }

    /// The next instant at which a notice appears or goes.
    pub fn next_turn(&self, now: Timestamp) -> Timestamp {
        let turns = self.notices.iter().flat_map(|one| {
            let after = one.until_on.checked_add(1.day()).ok();
            [Some(one.from_on), after]
        });
        let begins = |day: Date| Some(day.to_zoned(zone()).ok()?.timestamp());
        let turns = turns.flatten().filter_map(begins);
        turns
            .filter(|turn| *turn > now)
            .min()
            .unwrap_or(Timestamp::MAX)
    }
}

/// The notices that hold now.
#[derive(Debug, Default)]
pub struct Notices {
    kept: RwLock<Arc<Kept>>,
}

impl Notices {
    /// The notices that hold now; cheap.
    pub fn current(&self) -> Arc<Kept> {
        self.kept
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Reads the notices anew when one has changed since. What was over when they were read is not among them.
    ///
    /// # Errors
    /// The database does not answer; the old ones stay.
    pub async fn refresh(&self, db: &Db, now: Timestamp) -> Result<(), DbError> {
        let known = self.current().version;
        // What is over where the clocks are ahead may not be where they are behind.
        let since = now.to_zoned(zone()).date();
        let since = since.checked_sub(1.day()).unwrap_or(since);
        let read = db.read(move |tx| {
            Box::pin(async move {
                let version = tx.one::<i64>(store::FIND_VERSION, &[]).await?;
                if version == known {
                    return Ok::<_, DbError>(None);
                }
                let notices = tx.all::<Notice>(store::LIST_NOTICES, &[&since]).await?;
                let scopes = tx.all::<Scope>(store::LIST_SCOPES, &[&since]).await?;
                Ok(Some(Kept::new(version, notices, scopes)))
            })
        });
        if let Some(fresh) = read.await? {
            *self.kept.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(fresh);
        }
        Ok(())
    }

    /// Reads anew after a change that is committed. A failure is not one of the change: the next look, a second later, brings
    /// what this one could not.
    pub async fn refresh_soon(&self, db: &Db, now: Timestamp) {
        if let Err(error) = self.refresh(db, now).await {
            tracing::error!(%error, "the notices can not be read anew");
        }
    }
}
