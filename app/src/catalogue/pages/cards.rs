//! One offer in a list, in the reader's words.

use std::sync::Arc;

use jiff::{Timestamp, Zoned};

use crate::catalogue::rules::Standing;
use crate::catalogue::{Group, GroupDetail, Mode, Offer};
use crate::i18n::Translator;

/// What `catalogue/offers.html` shows of an offer.
#[derive(Debug)]
pub struct Card {
    pub href: String,
    pub title: String,
    /// Language of the title.
    pub lang: String,
    pub day: Option<Day>,
    /// Hours, meetings and teaching hours.
    pub time: String,
    /// For whom, where it asks for an age.
    pub ages: String,
    pub is_online: bool,
    pub place: String,
    pub trainers: String,
    pub price: String,
    pub taken: i64,
    pub capacity: i64,
    pub places: String,
    /// Kind and word.
    pub badge: Option<(&'static str, String)>,
}

/// The day of the first meeting, as the left side of an offer shows it.
#[derive(Debug)]
pub struct Day {
    pub iso: String,
    pub weekday: &'static str,
    pub number: i8,
    pub month: &'static str,
}

/// The card of an offer.
pub fn card(t: Translator, offer: &Arc<Offer>, now: Timestamp) -> Card {
    let detail = &offer.detail;
    let first = detail.starts_at().map(|at| local(detail, at));
    Card {
        href: format!("/courses/{}", detail.course.id),
        title: detail.course.title.clone(),
        lang: detail.course.language.clone(),
        day: first.as_ref().map(|at| Day {
            iso: at.date().to_string(),
            weekday: t.weekday(at.date()),
            number: at.day(),
            month: t.month(at.date()),
        }),
        time: time(t, detail),
        ages: ages(t, detail),
        is_online: detail.group.mode == Mode::Online,
        place: place(t, &detail.group),
        trainers: trainers(t, &detail.group.trainers),
        price: price(t, &detail.group),
        taken: offer.taken(),
        capacity: detail.group.capacity,
        places: places(t, offer),
        badge: badge(t, offer, now),
    }
}

/// An instant on the organisation's clock.
pub fn local(detail: &GroupDetail, at: Timestamp) -> Zoned {
    at.to_zoned(detail.organisation.zone.clone())
}

/// `16:00–19:15`, of the first meeting.
pub fn hours(t: Translator, detail: &GroupDetail, from: Timestamp, to: Timestamp) -> String {
    let (from, to) = (local(detail, from), local(detail, to));
    format!("{}–{}", t.time(from.time()), t.time(to.time()))
}

fn time(t: Translator, detail: &GroupDetail) -> String {
    let meetings = t
        .get("catalogue-meetings")
        .int("count", detail.meetings.len())
        .to_string();
    let teaching = t
        .get("catalogue-hours")
        .int("count", detail.course.teaching_hours)
        .to_string();
    let Some(first) = detail.meetings.first() else {
        return teaching;
    };
    let hours = hours(t, detail, first.starts_at, first.ends_at);
    t.get("catalogue-card-time")
        .text("hours", hours)
        .text("meetings", meetings)
        .text("teaching", teaching)
        .to_string()
}

fn ages(t: Translator, detail: &GroupDetail) -> String {
    match detail.course.ages() {
        None => String::new(),
        Some((from, to)) if from == to => t.get("catalogue-card-age").int("age", to).to_string(),
        Some((from, to)) => {
            let text = t.get("catalogue-card-ages");
            text.int("from", from).int("to", to).to_string()
        }
    }
}

/// Where people meet, in words.
pub fn place(t: Translator, group: &Group) -> String {
    match group.mode {
        Mode::OnSite => group.place.clone(),
        Mode::Online => t.get("catalogue-place-online").to_string(),
        Mode::Mixed => t
            .get("catalogue-place-mixed")
            .text("place", &group.place)
            .to_string(),
    }
}

fn trainers(t: Translator, names: &str) -> String {
    if names.is_empty() {
        return String::new();
    }
    let key = if names.contains(',') {
        "catalogue-taught-by-several"
    } else {
        "catalogue-taught-by"
    };
    t.get(key).text("names", names).to_string()
}

/// The price, or that there is none.
pub fn price(t: Translator, group: &Group) -> String {
    if group.price_minor == 0 {
        t.get("catalogue-free").to_string()
    } else {
        t.money(group.price_minor, &group.currency)
    }
}

/// Free places as a sentence.
pub fn places(t: Translator, offer: &Offer) -> String {
    match offer.free() {
        0 => t
            .get("catalogue-no-places")
            .int("capacity", offer.detail.group.capacity)
            .to_string(),
        free => t
            .get("catalogue-places")
            .int("free", free)
            .int("capacity", offer.detail.group.capacity)
            .to_string(),
    }
}

/// What stands out about an offer, if anything does.
pub fn badge(t: Translator, offer: &Offer, now: Timestamp) -> Option<(&'static str, String)> {
    let say = |key: &str| t.get(key).to_string();
    match offer.standing(now) {
        Standing::Open if offer.free() == 1 => Some(("attention", say("catalogue-last-place"))),
        Standing::Open if offer.free() <= 3 => Some(("attention", say("catalogue-last-places"))),
        Standing::Open | Standing::Full => None,
        Standing::Draw => Some(("information", say("catalogue-draw"))),
        Standing::ListOpen(_) => Some(("information", say("catalogue-list-open"))),
        Standing::OpensAt(at) => Some(("information", opens(t, &offer.detail, at))),
        Standing::Closed => Some(("information", say("catalogue-window-closed"))),
        Standing::Cancelled => Some(("problem", say("catalogue-cancelled"))),
    }
}

/// When enrolment begins, as a sentence without a full stop.
pub fn opens(t: Translator, detail: &GroupDetail, at: Timestamp) -> String {
    let at = local(detail, at);
    t.get("catalogue-opens")
        .text("day", t.day_on(at.date()))
        .text("time", t.time(at.time()))
        .to_string()
}
