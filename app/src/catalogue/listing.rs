//! Which offers answer a query, and in which order.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};

use super::query::{Days, Price, Query, Sort, When};
use super::{Course, Offer, Snapshot};
use crate::organisations::Tree;

/// Offers on one page.
pub const PAGE: usize = 20;
/// Meetings that begin from this hour on are in the afternoon.
const AFTERNOON: i8 = 15;

/// One page of what was found.
#[derive(Debug)]
pub struct Listing {
    /// How many were found altogether.
    pub count: usize,
    /// This page, from 1; the last one when a later one was asked for.
    pub page: usize,
    /// How many pages there are, at least 1.
    pub pages: usize,
    /// The offers of this page.
    pub offers: Vec<Arc<Offer>>,
}

/// Finds what is listed at this instant and answers the query.
pub fn find(snapshot: &Snapshot, tree: &Tree, query: &Query, now: Timestamp) -> Listing {
    let mut found = match snapshot.search(&query.q) {
        Some(hits) => hits,
        None => snapshot.offers().iter().map(|offer| (offer, 0)).collect(),
    };
    found.retain(|(offer, _)| offer.is_listed(now) && answers(offer, tree, query));
    match query.sort() {
        // Offers come soonest first, and sorting keeps the order of equals.
        Sort::Soonest => found.sort_by_key(|(offer, _)| offer.order()),
        Sort::Best => found.sort_by_key(|(offer, score)| (u32::MAX - score, offer.order())),
        Sort::Cheapest => {
            found.sort_by_key(|(offer, _)| (offer.detail.group.price_minor, offer.order()));
        }
        Sort::Places => found.sort_by_key(|(offer, _)| (-offer.free(), offer.order())),
    }
    let count = found.len();
    let pages = count.div_ceil(PAGE).max(1);
    let page = query.page().min(pages);
    let offers = found.into_iter().skip((page - 1) * PAGE).take(PAGE);
    Listing {
        count,
        page,
        pages,
        offers: offers.map(|(offer, _)| offer.clone()).collect(),
    }
}

/// What is listed at this instant, soonest first, at most `most`.
pub fn soonest(snapshot: &Snapshot, most: usize, now: Timestamp) -> Vec<Arc<Offer>> {
    let listed = snapshot
        .offers()
        .iter()
        .filter(|offer| offer.is_listed(now));
    listed.take(most).cloned().collect()
}

fn answers(offer: &Offer, tree: &Tree, query: &Query) -> bool {
    let (group, course) = (&offer.detail.group, &offer.detail.course);
    let price = match query.price {
        None => true,
        Some(Price::Free) => group.price_minor == 0,
        Some(Price::Paid) => group.price_minor > 0,
    };
    price
        && (query.subject.is_empty() || course.subject == query.subject)
        && query.mode.is_none_or(|mode| group.mode == mode)
        && (!query.free || offer.free() > 0)
        && query
            .institution
            .is_none_or(|id| course.organisation_id == id)
        && query.age.is_none_or(|age| takes(course, age))
        && (query.city.is_empty() || offer.detail.organisation.city == query.city)
        && query
            .municipality
            .is_none_or(|id| tree.is_within(course.organisation_id, id))
        && (!query.certificate || course.takes_certificate)
        && query.when.is_none_or(|when| is_then(offer, when))
        && (query.days.is_empty() || is_on(offer, query.days))
        && is_between(offer, query.from, query.to)
}

/// Whether a course asks for an age, and this one is within it.
fn takes(course: &Course, age: i64) -> bool {
    let ages = course.ages();
    ages.is_some_and(|(from, to)| (from..=to).contains(&age))
}

fn is_then(offer: &Offer, when: When) -> bool {
    let zone = &offer.detail.organisation.zone;
    let mut begins = offer
        .detail
        .meetings
        .iter()
        .map(|meeting| meeting.starts_at.to_zoned(zone.clone()));
    match when {
        When::Morning => begins.all(|at| at.hour() < AFTERNOON),
        When::Afternoon => begins.all(|at| at.hour() >= AFTERNOON),
        When::Weekend => {
            begins.all(|at| matches!(at.weekday(), Weekday::Saturday | Weekday::Sunday))
        }
    }
}

/// Whether every meeting is on one of these weekdays; what has no meetings yet is on none.
fn is_on(offer: &Offer, days: Days) -> bool {
    let zone = &offer.detail.organisation.zone;
    let mut begins = offer.detail.meetings.iter();
    !offer.detail.meetings.is_empty()
        && begins.all(|meeting| {
            let at = meeting.starts_at.to_zoned(zone.clone());
            u8::try_from(at.weekday().to_monday_zero_offset()).is_ok_and(|day| days.has(day))
        })
}

fn is_between(offer: &Offer, from: Option<Date>, to: Option<Date>) -> bool {
    if from.is_none() && to.is_none() {
        return true;
    }
    let Some(first) = offer
        .detail
        .starts_at()
        .map(|at| offer.detail.local_date(at))
    else {
        return false;
    };
    from.is_none_or(|from| from <= first) && to.is_none_or(|to| first <= to)
}
