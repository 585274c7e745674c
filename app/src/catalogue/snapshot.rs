//! What visitors see, kept in memory: replaced as a whole when a course, group or meeting changes, on any node; free
//! places are counters in it that joining and resigning move at once.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use database::{Db, DbError, Engine};
use jiff::{SignedDuration, Timestamp};

use super::{
    Course, CourseId, Group, GroupDetail, GroupId, GroupState, Meeting, OrganisationSummary, rules,
    store,
};

/// Free places on pages are at most this old.
const SHOWN_WITHIN: SignedDuration = SignedDuration::from_millis(200);
/// On a server that other nodes write to, counters are read anew this often.
const READ_ANEW: SignedDuration = SignedDuration::from_secs(3);

/// One group on offer.
#[derive(Debug)]
pub struct Offer {
    /// The group with its course, meetings and organisation. Its `taken` is as of the snapshot; see [`Offer::taken`].
    pub detail: GroupDetail,
    taken: AtomicI64,
}

impl Offer {
    /// Places taken now.
    pub fn taken(&self) -> i64 {
        self.taken
            .load(Ordering::Relaxed)
            .clamp(0, self.detail.group.capacity)
    }

    /// Places free now.
    pub fn free(&self) -> i64 {
        self.detail.group.capacity - self.taken()
    }

    /// What a visitor can do about it.
    pub fn standing(&self, now: Timestamp) -> rules::Standing {
        rules::standing(&self.detail, self.taken(), now)
    }

    /// Whether lists of what is on offer name it: published and not begun.
    pub fn is_listed(&self, now: Timestamp) -> bool {
        let begins = self
            .detail
            .starts_at()
            .unwrap_or(self.detail.group.closes_at);
        self.detail.group.state == GroupState::Published && now < begins
    }
}

/// All offers at one version.
#[derive(Debug, Default)]
pub struct Snapshot {
    version: i64,
    offers: Vec<Arc<Offer>>,
    by_group: HashMap<GroupId, usize>,
    by_course: HashMap<CourseId, Vec<usize>>,
    /// Every instant at which a page may look different though nobody did anything.
    turns: Vec<Timestamp>,
}

impl Snapshot {
    /// The version that it was read at.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// Every group that visitors may see, soonest first: on offer, running, cancelled.
    pub fn offers(&self) -> &[Arc<Offer>] {
        &self.offers
    }

    /// A group that visitors may see.
    pub fn group(&self, id: GroupId) -> Option<&Arc<Offer>> {
        self.by_group.get(&id).map(|at| &self.offers[*at])
    }

    /// The groups of a course that visitors may see, soonest first.
    pub fn groups_of(&self, id: CourseId) -> impl Iterator<Item = &Arc<Offer>> {
        let places = self.by_course.get(&id).map_or(&[][..], Vec::as_slice);
        places.iter().map(|at| &self.offers[*at])
    }

    /// The next instant at which a window opens or closes or a group begins.
    pub fn next_turn(&self, now: Timestamp) -> Timestamp {
        let next = self.turns.partition_point(|turn| *turn <= now);
        self.turns.get(next).copied().unwrap_or(Timestamp::MAX)
    }

    fn new(read: Read) -> Self {
        let organisations: HashMap<_, _> = read
            .organisations
            .into_iter()
            .map(|o| (o.id, Arc::new(o)))
            .collect();
        let courses: HashMap<_, _> = read
            .courses
            .into_iter()
            .map(|c| (c.id, Arc::new(c)))
            .collect();
        let mut meetings: HashMap<GroupId, Vec<Meeting>> = HashMap::new();
        for meeting in read.meetings {
            meetings.entry(meeting.group_id).or_default().push(meeting);
        }
        let offer = |group: Group| {
            let course = courses.get(&group.course_id)?.clone();
            let organisation = organisations.get(&course.organisation_id)?.clone();
            Some(Arc::new(Offer {
                taken: AtomicI64::new(group.taken),
                detail: GroupDetail {
                    meetings: meetings.remove(&group.id).unwrap_or_default(),
                    group,
                    course,
                    organisation,
                },
            }))
        };
        let mut offers: Vec<Arc<Offer>> = read.groups.into_iter().filter_map(offer).collect();
        offers.sort_by_key(|offer| {
            (
                offer.detail.starts_at().unwrap_or(Timestamp::MAX),
                offer.detail.group.id,
            )
        });
        Self::index(read.version, offers)
    }

    fn index(version: i64, offers: Vec<Arc<Offer>>) -> Self {
        let mut by_group = HashMap::with_capacity(offers.len());
        let mut by_course: HashMap<CourseId, Vec<usize>> = HashMap::new();
        let mut turns = Vec::with_capacity(offers.len() * 3);
        for (at, offer) in offers.iter().enumerate() {
            let group = &offer.detail.group;
            by_group.insert(group.id, at);
            by_course.entry(group.course_id).or_default().push(at);
            turns.extend([group.opens_at, group.closes_at]);
            turns.extend(offer.detail.starts_at());
        }
        turns.sort_unstable();
        turns.dedup();
        Self {
            version,
            offers,
            by_group,
            by_course,
            turns,
        }
    }
}

/// The rows of a snapshot.
struct Read {
    version: i64,
    courses: Vec<Course>,
    organisations: Vec<OrganisationSummary>,
    groups: Vec<Group>,
    meetings: Vec<Meeting>,
}

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
}

impl Catalogue {
    /// What visitors see now.
    pub fn current(&self) -> Arc<Snapshot> {
        self.current
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Tells pages how many places are taken, after the commit that took one or gave it back.
    pub fn set_taken(&self, id: GroupId, taken: i64) {
        if let Some(offer) = self.current().group(id)
            && offer.taken.swap(taken, Ordering::Relaxed) != taken
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
        let snapshot = Arc::new(Snapshot::new(read.await?));
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
        // A counter may have moved between the reading and this line.
        self.unchecked.store(true, Ordering::Release);
        self.moved.store(true, Ordering::Release);
        Ok(())
    }

    /// Called once a second: reads what another node, or this one, has changed since; cheap when nothing has.
    ///
    /// # Errors
    /// The database does not answer; the snapshot stays.
    pub async fn keep_fresh(&self, db: &Db, now: Timestamp) -> Result<(), DbError> {
        let version: i64 = db
            .read(|tx| Box::pin(tx.one::<i64>(store::FIND_VERSION, &[])))
            .await?;
        if version != self.current().version {
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
                Box::pin(async move { tx.all::<(GroupId, i64)>(store::LIST_TAKEN, &[]).await })
            })
            .await?;
        for (id, taken) in rows {
            if let Some(offer) = snapshot.group(id)
                && offer.taken.swap(taken, Ordering::Relaxed) != taken
            {
                self.moved.store(true, Ordering::Release);
            }
        }
        Ok(())
    }
}
