//! The snapshot in use: replaced as a whole when a course, group or meeting changes, on any node; free places move in it
//! as soon as somebody joins or resigns.

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use database::{Db, DbError, Engine};
use jiff::{SignedDuration, Timestamp};

use super::pages::kept::KeptPages;
use super::snapshot::{Read, Snapshot};
use super::{GroupId, places::Counts, store};

/// Free places on pages are at most this old.
const SHOWN_WITHIN: SignedDuration = SignedDuration::from_millis(200);
/// On a server that other nodes write to, counters are read anew this often.
const READ_ANEW: SignedDuration = SignedDuration::from_secs(3);

/// The current snapshot.
#[derive(Debug, Default)]
pub struct Catalogue {
    current: RwLock<Arc<Snapshot>>,
    /// Counters moved since pages last showed them.
    moved: AtomicBool,
    /// Counters moved since they were last compared with the database.
    unchecked: AtomicBool,
    epoch: AtomicU64,
    /// Microseconds of the instant at which the epoch last moved.
    epoch_at: AtomicI64,
    checked_at: Mutex<Option<Timestamp>>,
    kept_pages: KeptPages,
}

impl Catalogue {
    /// What visitors see now.
    pub fn current(&self) -> Arc<Snapshot> {
        self.current
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Pages made from the snapshot.
    pub(super) fn kept_pages(&self) -> &KeptPages {
        &self.kept_pages
    }

    /// Tells pages how many places are taken and how many wait for one, after the commit that changed it.
    pub fn set_counts(&self, id: GroupId, counts: Counts) {
        if let Some(offer) = self.current().group(id)
            && offer.set_counts(counts)
        {
            self.moved.store(true, Ordering::Release);
            self.unchecked.store(true, Ordering::Release);
        }
    }

    /// A number that changes when a page made with another one must not be shown any more because places were taken or
    /// given back; it moves at most every 200 ms. A clock that stands still or was set back never keeps a page.
    pub fn places_epoch(&self, now: Timestamp) -> u64 {
        let (now, at) = (now.as_microsecond(), self.epoch_at.load(Ordering::Relaxed));
        let is_due =
            now <= at || now - at >= i64::try_from(SHOWN_WITHIN.as_micros()).unwrap_or(i64::MAX);
        if is_due && self.moved.swap(false, Ordering::AcqRel) {
            self.epoch_at.store(now, Ordering::Relaxed);
            return self.epoch.fetch_add(1, Ordering::AcqRel) + 1;
        }
        self.epoch.load(Ordering::Acquire)
    }

    /// Reads everything anew.
    ///
    /// # Errors
    /// The database does not answer; the snapshot stays.
    pub async fn refresh(&self, db: &Db, now: Timestamp) -> Result<(), DbError> {
        let read = db.read_long(move |tx| {
            Box::pin(async move {
                Ok::<_, DbError>(Read {
                    version: tx.one(store::FIND_VERSION, &[]).await?,
                    courses: tx.all(store::LIST_SEEN_COURSES, &[&now]).await?,
                    organisations: tx.all(store::LIST_SEEN_ORGANISATIONS, &[&now]).await?,
                    groups: tx.all(store::LIST_SEEN_GROUPS, &[&now]).await?,
                    meetings: tx.all(store::LIST_SEEN_MEETINGS, &[&now]).await?,
                })
            })
        });
        let read = read.await?;
        let made = tokio::task::spawn_blocking(move || Arc::new(Snapshot::new(read))).await;
        let snapshot = made.map_err(|_| {
            DbError::Other("the snapshot of the catalogue could not be made".into())
        })?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
        // A counter may have moved between the reading and this line.
        self.unchecked.store(true, Ordering::Release);
        self.moved.store(true, Ordering::Release);
        Ok(())
    }

    /// Reads anew after a change that is committed. A failure is not one of the change: the next look, a second later,
    /// brings what this one could not.
    pub async fn refresh_soon(&self, db: &Db, now: Timestamp) {
        if let Err(error) = self.refresh(db, now).await {
            tracing::error!(%error, "the catalogue can not be read anew");
        }
    }

    /// Called once a second: reads what another node, or this one, has changed since; cheap when nothing has.
    ///
    /// # Errors
    /// The database does not answer; the snapshot stays.
    pub async fn keep_fresh(&self, db: &Db, now: Timestamp) -> Result<(), DbError> {
        let version: i64 = db
            .read(|tx| Box::pin(tx.one::<i64>(store::FIND_VERSION, &[])))
            .await?;
        if version != self.current().version() {
            return self.refresh(db, now).await;
        }
        let is_due = {
            let mut checked_at = self
                .checked_at
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            let is_old = checked_at.is_none_or(|at| now.duration_since(at) >= READ_ANEW);
            let is_due = is_old
                && (self.unchecked.swap(false, Ordering::AcqRel)
                    || db.engine() == Engine::Postgres);
            if is_due {
                *checked_at = Some(now);
            }
            is_due
        };
        if is_due {
            self.compare_places(db).await?;
        }
        Ok(())
    }

    async fn compare_places(&self, db: &Db) -> Result<(), DbError> {
        let snapshot = self.current();
        let rows = db
            .read_long(|tx| {
                Box::pin(async move { tx.all::<(GroupId, i64, i64)>(store::LIST_TAKEN, &[]).await })
            })
            .await?;
        for (id, taken, waiting) in rows {
            if let Some(offer) = snapshot.group(id)
                && offer.set_counts(Counts { taken, waiting })
            {
                self.moved.store(true, Ordering::Release);
            }
        }
        Ok(())
    }
}
