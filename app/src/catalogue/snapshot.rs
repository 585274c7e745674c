//! What visitors see, at one version of the catalogue; free places are counters in it.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

use super::places::Counts;
use super::{
    Course, CourseId, Group, GroupDetail, GroupId, GroupState, Meeting, OrganisationSummary, rules,
};
use crate::search::Index;
use crate::text::fold;

/// One group on offer.
#[derive(Debug)]
pub struct Offer {
    /// The group with its course, meetings and organisation. Its `taken` is as of the snapshot; see [`Offer::taken`].
    pub detail: GroupDetail,
    taken: AtomicI64,
    waiting: AtomicI64,
    order: (Timestamp, GroupId),
}

impl Offer {
    /// Places taken now.
    pub fn taken(&self) -> i64 {
        self.taken
            .load(Ordering::Relaxed)
            .clamp(0, self.detail.group.capacity)
    }

    /// Places free now, which nobody waits for; before a draw all that it will give.
    pub fn free(&self) -> i64 {
        if self.counts().waiting > 0 && !self.detail.group.is_undrawn() {
            return 0;
        }
        self.detail.group.capacity - self.taken()
    }

    /// Places taken now, and how many wait for one.
    pub fn counts(&self) -> Counts {
        Counts {
            taken: self.taken(),
            waiting: self.waiting.load(Ordering::Relaxed),
        }
    }

    /// Notes how many places are taken and how many wait for one; answers whether that is news.
    pub(super) fn set_counts(&self, counts: Counts) -> bool {
        let taken = self.taken.swap(counts.taken, Ordering::Relaxed);
        let waiting = self.waiting.swap(counts.waiting, Ordering::Relaxed);
        Counts { taken, waiting } != counts
    }

    /// Soonest first; without meetings last.
    pub(super) fn order(&self) -> (Timestamp, GroupId) {
        self.order
    }

    /// What a visitor can do about it.
    pub fn standing(&self, now: Timestamp) -> rules::Standing {
        rules::standing(&self.detail, self.counts(), now)
    }

    /// Whether its last meeting has ended; without meetings, whether its window has closed.
    pub fn is_over(&self, now: Timestamp) -> bool {
        now >= self.detail.ends_at().unwrap_or(self.detail.group.closes_at)
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
    words: Index,
    choices: Choices,
}

/// What the filters of subject and institution offer, in the order of the alphabet.
#[derive(Debug, Default)]
pub struct Choices {
    /// Subjects.
    pub subjects: Vec<String>,
    /// Organisations, their ids as addresses write them, and their names.
    pub institutions: Vec<(String, String)>,
    /// Towns and districts; one alone is no choice.
    pub cities: Vec<String>,
    /// Whether anything asks for an age.
    pub ages: bool,
    /// Whether a funding certificate pays for anything.
    pub certificates: bool,
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

    /// Offers that answer words, with how well; none when there is no letter or digit to search for.
    pub fn search(&self, words: &str) -> Option<Vec<(&Arc<Offer>, u32)>> {
        if fold(words).is_empty() {
            return None;
        }
        let hits = self.words.search(words).into_iter();
        Some(
            hits.filter_map(|(at, score)| {
                Some((self.offers.get(usize::try_from(at).ok()?)?, score))
            })
            .collect(),
        )
    }

    /// What the filters offer.
    pub fn choices(&self) -> &Choices {
        &self.choices
    }

    pub(super) fn new(read: Read) -> Self {
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
            let meetings = meetings.remove(&group.id).unwrap_or_default();
            let begins = meetings
                .first()
                .map_or(Timestamp::MAX, |first| first.starts_at);
            Some(Arc::new(Offer {
                taken: AtomicI64::new(group.taken),
                waiting: AtomicI64::new(group.waiting),
                order: (begins, group.id),
                detail: GroupDetail {
                    group,
                    course,
                    meetings,
                    organisation,
                },
            }))
        };
        let mut offers: Vec<Arc<Offer>> = read.groups.into_iter().filter_map(offer).collect();
        offers.sort_by_key(|offer| offer.order);
        Self::index(read.version, offers)
    }

    fn index(version: i64, offers: Vec<Arc<Offer>>) -> Self {
        let mut by_group = HashMap::with_capacity(offers.len());
        let mut by_course: HashMap<CourseId, Vec<usize>> = HashMap::new();
        let mut turns = Vec::with_capacity(offers.len() * 5);
        for (at, offer) in offers.iter().enumerate() {
            let group = &offer.detail.group;
            by_group.insert(group.id, at);
            by_course.entry(group.course_id).or_default().push(at);
            turns.extend([group.opens_at, group.closes_at]);
            turns.extend(offer.detail.starts_at());
            turns.extend(offer.detail.ends_at());
            turns.extend(rules::resign_before(&offer.detail));
        }
        turns.sort_unstable();
        turns.dedup();
        Self {
            version,
            by_group,
            by_course,
            turns,
            words: words_of(&offers),
            choices: choices_of(&offers),
            offers,
        }
    }
}

fn words_of(offers: &[Arc<Offer>]) -> Index {
    let document = |(at, offer): (usize, &Arc<Offer>)| {
        let (group, course, organisation) = (
            &offer.detail.group,
            &offer.detail.course,
            &offer.detail.organisation,
        );
        let fields = [
            (course.title.clone(), 10),
            (course.subject.clone(), 6),
            (group.trainers.clone(), 5),
            (group.place.clone(), 4),
            (organisation.name.clone(), 4),
            (organisation.address.clone(), 3),
            (format!("{} {}", course.code, group.code), 3),
            (
                format!("{} {} {}", course.summary, course.topics, course.audience),
                2,
            ),
        ];
        (u32::try_from(at).unwrap_or(u32::MAX), fields)
    };
    Index::build(offers.iter().enumerate().map(document))
}

fn choices_of(offers: &[Arc<Offer>]) -> Choices {
    let offered = || {
        offers
            .iter()
            .filter(|offer| offer.detail.group.state == GroupState::Published)
    };
    let mut subjects: Vec<_> = offered()
        .map(|offer| offer.detail.course.subject.clone())
        .collect();
    subjects.retain(|subject| !subject.is_empty());
    subjects.sort_by_cached_key(|subject| fold(subject));
    subjects.dedup();
    let names: HashMap<_, _> = offered()
        .map(|offer| &offer.detail.organisation)
        .map(|organisation| (organisation.id.to_string(), organisation.name.clone()))
        .collect();
    let mut institutions: Vec<_> = names.into_iter().collect();
    institutions.sort_by_cached_key(|(id, name)| (fold(name), id.clone()));
    let mut cities: Vec<_> = offered()
        .map(|offer| offer.detail.organisation.city.clone())
        .collect();
    cities.retain(|city| !city.is_empty());
    cities.sort_by_cached_key(|city| fold(city));
    cities.dedup();
    if cities.len() < 2 {
        cities.clear();
    }
    Choices {
        subjects,
        institutions,
        cities,
        ages: offered().any(|offer| offer.detail.course.ages().is_some()),
        certificates: offered().any(|offer| offer.detail.course.takes_certificate),
    }
}

/// The rows of a snapshot.
pub(super) struct Read {
    pub version: i64,
    pub courses: Vec<Course>,
    pub organisations: Vec<OrganisationSummary>,
    pub groups: Vec<Group>,
    pub meetings: Vec<Meeting>,
}
