//! The page of a course: what it is, its groups with their meetings, and how to get a place.

use std::sync::Arc;

use askama::Template;
use jiff::Timestamp;
use jiff::civil::Time;

use super::kept::Made;
use super::{cards, structured};
use crate::catalogue::rules::{self, Standing};
use crate::catalogue::{Allocation, Course, GroupDetail, Offer};
use crate::i18n::Translator;
use crate::web::{AppError, Page};

/// A meeting in the table.
struct MeetingRow {
    iso: String,
    day: String,
    hours: String,
    place: String,
}

/// A group on the page.
struct GroupView {
    id: String,
    /// When it is, as a heading.
    heading: String,
    /// Days and hours of all meetings in one line.
    when: String,
    is_online: bool,
    place: String,
    trainers: String,
    price: String,
    price_minor: i64,
    meetings: Vec<MeetingRow>,
    /// What it takes to get the certificate.
    certificate: String,
    /// Until when one can resign.
    resignation: String,
    calendar: String,
    taken: i64,
    capacity: i64,
    places: String,
    badge: Option<(&'static str, String)>,
    /// Why one can not join, or until when one can.
    standing: String,
    /// Address of the first step, where one can join.
    join: Option<String>,
    /// Whether it is a place that one asks for, or a spot on the waiting list.
    join_text: String,
    needs_approval: bool,
    /// Address of the page of its draw, where places are drawn.
    draw: Option<String>,
    is_cancelled: bool,
}

#[derive(Template)]
#[template(path = "catalogue/course.html")]
struct CoursePage<'a> {
    page: &'a Page,
    course: &'a Course,
    groups: Vec<GroupView>,
    organisation: String,
    /// Address of its page.
    organisation_href: String,
    address: String,
    hours: String,
    language: String,
}

/// The page of a course with groups that visitors may see; at least one.
pub(super) fn make(
    page: &Page,
    offers: &[&Arc<Offer>],
    base_url: &str,
    now: Timestamp,
) -> Result<Made, AppError> {
    let t = page.t;
    let first = &offers.first().ok_or(AppError::NotFound)?.detail;
    let course = &first.course;
    let content = CoursePage {
        page,
        course,
        groups: offers.iter().map(|offer| group(t, offer, now)).collect(),
        organisation: first.organisation.name.clone(),
        organisation_href: format!("/institutions/{}", first.organisation.id),
        address: first.organisation.address.clone(),
        ..CoursePage::of(page, course)
    };
    Ok(Made {
        title: course.title.clone(),
        description: description(t, course, Some(first)),
        head: structured::head(course, offers, base_url, now),
        content: content.render()?,
    })
}

/// The page of a course that has no group to show now.
pub(super) fn make_without_dates(page: &Page, course: &Course) -> Result<Made, AppError> {
    Ok(Made {
        title: course.title.clone(),
        description: description(page.t, course, None),
        content: CoursePage::of(page, course).render()?,
        ..Made::default()
    })
}

impl<'a> CoursePage<'a> {
    fn of(page: &'a Page, course: &'a Course) -> Self {
        let language = format!("catalogue-language-{}", course.language);
        Self {
            page,
            course,
            groups: Vec::new(),
            organisation: String::new(),
            organisation_href: String::new(),
            address: String::new(),
            hours: page
                .t
                .get("catalogue-teaching-hours")
                .int("count", course.teaching_hours)
                .to_string(),
            language: if page.t.has(&language) {
                page.t.get(&language).to_string()
            } else {
                course.language.clone()
            },
        }
    }

    /// For whom it is, where it asks for an age.
    fn ages(&self) -> Option<String> {
        let (from, to) = self.course.ages()?;
        let text = self.page.t.get("catalogue-ages-between");
        Some(text.int("from", from).int("to", to).to_string())
    }

    /// What a funding certificate means for what a family pays.
    fn funding(&self) -> &'static str {
        let is_paid = self.groups.iter().any(|group| group.price_minor > 0);
        if is_paid || self.groups.is_empty() {
            "catalogue-takes-certificate"
        } else {
            "catalogue-takes-certificate-alone"
        }
    }

    /// The subject's list.
    fn subject_href(&self) -> String {
        let subject = crate::catalogue::query::Query::default()
            .but(|query| query.subject.clone_from(&self.course.subject));
        subject.address()
    }
}

/// The beginning of the summary and the first date, in 160 characters or so, as search engines show it.
fn description(t: Translator, course: &Course, first: Option<&GroupDetail>) -> String {
    let short: String = course.summary.chars().take(160).collect();
    let date = first.and_then(|detail| Some(t.date(detail.local_date(detail.starts_at()?))));
    match date {
        Some(date) => t
            .get("catalogue-course-description")
            .text("summary", short)
            .text("date", date)
            .to_string(),
        None => short,
    }
}

fn group(t: Translator, offer: &Arc<Offer>, now: Timestamp) -> GroupView {
    let detail = &offer.detail;
    let (id, course) = (detail.group.id, detail.course.id);
    let standing = offer.standing(now);
    let first = detail.starts_at().map(|at| detail.local_date(at));
    GroupView {
        id: id.to_string(),
        heading: first.map_or_else(|| detail.group.code.clone(), |day| t.date(day)),
        when: when(t, detail),
        is_online: detail.group.mode == crate::catalogue::Mode::Online,
        place: cards::place(t, &detail.group),
        trainers: detail.group.trainers.clone(),
        price: cards::price(t, &detail.group),
        price_minor: detail.group.price_minor,
        meetings: detail
            .meetings
            .iter()
            .map(|meeting| meeting_row(t, detail, meeting))
            .collect(),
        certificate: certificate(t, detail),
        resignation: resignation(t, detail, now),
        calendar: format!("/courses/{course}/groups/{id}/calendar.ics"),
        taken: offer.taken(),
        capacity: detail.group.capacity,
        places: cards::places(t, offer),
        // What the sentence says anyway is not said twice.
        badge: cards::badge(t, offer, now)
            .filter(|_| !matches!(standing, Standing::OpensAt(_) | Standing::Closed)),
        standing: sentence(t, detail, standing),
        join: matches!(
            standing,
            Standing::Open | Standing::Draw | Standing::ListOpen(_)
        )
        .then(|| format!("/courses/{course}/groups/{id}/join")),
        join_text: t
            .get(match standing {
                Standing::Open | Standing::Draw if detail.course.ages().is_some() => {
                    "catalogue-apply-for"
                }
                Standing::Open => "catalogue-join",
                Standing::Draw => "catalogue-draw-apply",
                _ => "catalogue-join-list",
            })
            .to_string(),
        needs_approval: detail.group.needs_approval,
        draw: (detail.group.allocation != Allocation::FirstCome)
            .then(|| format!("/courses/{course}/groups/{id}/draw")),
        is_cancelled: standing == Standing::Cancelled,
    }
}

fn meeting_row(
    t: Translator,
    detail: &GroupDetail,
    meeting: &crate::catalogue::Meeting,
) -> MeetingRow {
    let day = detail.local_date(meeting.starts_at);
    let place = detail.place_of(meeting);
    MeetingRow {
        iso: day.to_string(),
        day: t.date(day),
        hours: cards::hours(t, detail, meeting.starts_at, meeting.ends_at),
        place: if place.is_empty() {
            cards::place(t, &detail.group)
        } else {
            place.to_owned()
        },
    }
}

/// `wtorek, 1 grudnia 2026, godz. 16:00–19:15. 2 spotkania`.
fn when(t: Translator, detail: &GroupDetail) -> String {
    let Some(first) = detail.meetings.first() else {
        return t.get("catalogue-no-meetings-yet").to_string();
    };
    t.get("catalogue-when-line")
        .text("day", t.date(detail.local_date(first.starts_at)))
        .text(
            "hours",
            cards::hours(t, detail, first.starts_at, first.ends_at),
        )
        .text(
            "meetings",
            t.get("catalogue-meetings")
                .int("count", detail.meetings.len()),
        )
        .to_string()
}

/// What can be done about the group, as one sentence.
fn sentence(t: Translator, detail: &GroupDetail, standing: Standing) -> String {
    match standing {
        Standing::Open => {
            let closes = cards::local(detail, detail.group.closes_at);
            // A window that closes at midnight closes, for people, at the end of the day before.
            if closes.time() == Time::midnight() {
                let day = closes.date().yesterday().unwrap_or(closes.date());
                t.get("catalogue-open-until-end-of")
                    .text("day", t.day_of(day))
                    .to_string()
            } else {
                t.get("catalogue-open-until")
                    .text("day", t.day_of(closes.date()))
                    .text("time", t.time(closes.time()))
                    .to_string()
            }
        }
        Standing::Draw => until_the_draw(t, detail),
        Standing::OpensAt(at) => format!("{}.", cards::opens(t, detail, at)),
        Standing::ListOpen(position) => t
            .get("catalogue-list-sentence")
            .int("position", position)
            .to_string(),
        Standing::Full => t.get("catalogue-full-sentence").to_string(),
        Standing::Closed => t.get("catalogue-closed-sentence").to_string(),
        Standing::Cancelled => t.get("catalogue-cancelled-sentence").to_string(),
    }
}

/// That everybody who applies takes part equally, and until when.
pub fn until_the_draw(t: Translator, detail: &GroupDetail) -> String {
    let until = t.date_time(detail.group.closes_at, &detail.organisation.zone);
    let key = match detail.group.allocation {
        Allocation::Ranked => "catalogue-ranked-until",
        _ => "catalogue-draw-until",
    };
    t.get(key).text("until", until).to_string()
}

fn certificate(t: Translator, detail: &GroupDetail) -> String {
    let hours = detail.course.teaching_hours;
    let needed = (hours * detail.group.attendance_percent + 99) / 100;
    let key = match (needed > 0, detail.group.price_minor > 0) {
        (true, true) => "catalogue-certificate-paid",
        (true, false) => "catalogue-certificate-free",
        (false, true) => "catalogue-certificate-paid-any",
        (false, false) => "catalogue-certificate-free-any",
    };
    t.get(key)
        .int("needed", needed)
        .int("hours", hours)
        .to_string()
}

fn resignation(t: Translator, detail: &GroupDetail, now: Timestamp) -> String {
    match (
        rules::last_day_to_resign(detail),
        rules::resign_before(detail),
    ) {
        (Some(day), Some(before)) if now < before => t
            .get("catalogue-resign-until")
            .text("day", t.day_of(day))
            .to_string(),
        (Some(_), _) => t.get("catalogue-resign-over").to_string(),
        _ => t.get("catalogue-resign-always").to_string(),
    }
}
