//! One enrolment as the page shows it: made from its story; rooms above enrolment add their checks and downloads.

use jiff::Timestamp;

use super::after_the_end::{self, Paper};
use super::drawing::{is_in_draw, until_the_draw, was_outdone};
use super::files;
use super::timeline::{Line, timeline};
use crate::catalogue::rules as dates;
use crate::catalogue::{Allocation, CourseState, GroupState, Meeting};
use crate::enrolment::{EnrolmentId, EnrolmentState, Story, reasons, rules, when};
use crate::i18n::Translator;
use crate::materials::Material;

/// One thing that a certificate needs.
#[derive(Clone, Debug)]
pub(super) struct Check {
    pub done: bool,
    pub text: String,
    pub hint: String,
    /// Where to do it; empty when there is nothing to do oneself.
    pub href: String,
    /// What the way there is called; with no way, what is wrong for good.
    pub action: String,
    /// Whether a parent does it, where it is about a child.
    pub by_parent: bool,
}

/// Something to fetch.
#[derive(Clone, Debug)]
pub(super) struct Download {
    pub href: String,
    pub text: String,
}

/// A material of the training.
#[derive(Clone, Debug)]
pub(super) struct File {
    pub name: String,
    pub size: String,
    /// Empty while it is closed.
    pub href: String,
}

/// One enrolment, ready to be shown.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a button of its own on the page"
)]
pub(super) struct Card {
    pub id: EnrolmentId,
    /// Address of the training's page; none when it is not on show any more.
    pub course: Option<String>,
    pub title: String,
    /// Given name of the child that it is for; empty for one's own.
    pub child: String,
    /// Language of the title.
    pub language: String,
    /// The state's meaning and word.
    pub badge: (&'static str, String),
    /// The state as a sentence, and what else is to be known.
    pub sentence: (String, String),
    pub checks: Vec<Check>,
    pub downloads: Vec<Download>,
    pub files: Vec<File>,
    /// What closed files wait for; empty when all are open.
    pub files_wait: String,
    /// Whether a meeting goes on at which the person is not marked yet.
    pub attend: bool,
    /// Where the meetings are online; empty when they are not, or the place is not theirs.
    pub online_link: String,
    /// Whether the calendar file can be had.
    pub calendar: bool,
    /// Until when one can resign; none when it is too late or has no sense.
    pub resigning: Option<String>,
    /// Whether there is something to ask the organiser, other than to withdraw.
    pub asks: bool,
    /// Whether it is too late to resign oneself, but the organiser can be asked.
    pub late: bool,
    /// Whether a place is offered, and can be taken.
    pub offer: bool,
    /// Whether it waits in line for a place.
    pub waits: bool,
    /// Whether it waits for a draw, rather than in line.
    pub in_draw: bool,
    /// Address of the page of the draw that its group had or will have.
    pub draw: Option<String>,
    /// Whether its place among other wishes can be chosen.
    pub is_wish: bool,
    /// Whether staff cancelled it, and the guide says what to do.
    pub is_cancelled: bool,
    pub timeline: Vec<Line>,
    pub is_current: bool,
}

impl Card {
    /// What waits for the person.
    pub fn missing(&self) -> usize {
        let open = |check: &&Check| !check.done && !check.href.is_empty();
        self.checks.iter().filter(open).count() + usize::from(self.offer)
    }

    /// The same for a teenager: what a parent does stays with the parent; who was there answers the survey.
    pub fn only_seen(self) -> Self {
        let checks = self.checks.into_iter().map(|check| {
            if !check.by_parent {
                return check;
            }
            Check {
                href: String::new(),
                action: String::new(),
                ..check
            }
        });
        Self {
            checks: checks.collect(),
            resigning: None,
            asks: false,
            late: false,
            offer: false,
            waits: false,
            is_wish: false,
            attend: false,
            ..self
        }
    }

    /// From an enrolment's story, what has become of its certificate, and the materials of its group.
    pub fn new(
        t: Translator,
        story: &Story,
        (paper, materials): (&Paper, &[Material]),
        now: Timestamp,
    ) -> Self {
        let (state, detail) = (story.enrolment.state, &story.detail);
        let in_draw = is_in_draw(story);
        let badge = if in_draw {
            t.get("draws-badge").to_string()
        } else {
            t.get(&format!("enrolment-badge-{}", state.code()))
                .to_string()
        };
        let is_on_show = detail.course.state == CourseState::Published;
        let may_resign = rules::may_resign(state, detail, now).is_ok();
        let (waits, offer) = (
            state == EnrolmentState::Waiting,
            state == EnrolmentState::Offered,
        );
        let mut card = Self {
            id: story.enrolment.id,
            course: is_on_show.then(|| format!("/courses/{}", detail.course.id)),
            title: detail.course.title.clone(),
            child: story.enrolment.child.clone(),
            language: detail.course.language.clone(),
            badge: (kind_of(state), badge),
            sentence: sentence(t, story, now),
            checks: documents(t, story)
                .into_iter()
                .chain(attendance(t, story))
                .collect(),
            downloads: Vec::new(),
            files: Vec::new(),
            files_wait: String::new(),
            attend: state.takes_part() && goes_on_unmarked(story, now),
            online_link: if state.takes_part() {
                detail.group.online_link.clone()
            } else {
                String::new()
            },
            calendar: state.takes_part() && !detail.meetings.is_empty(),
            resigning: (may_resign && !waits && !offer).then(|| resigning(t, story)),
            late: !may_resign && state.holds_a_place(),
            offer,
            waits,
            in_draw,
            is_wish: in_draw
                && detail.group.allocation == Allocation::Ranked
                && now < detail.group.closes_at,
            draw: (is_on_show && detail.group.allocation != Allocation::FirstCome).then(|| {
                let (course, group) = (detail.course.id, detail.group.id);
                format!("/courses/{course}/groups/{group}/draw")
            }),
            is_cancelled: state == EnrolmentState::Cancelled,
            asks: matches!(
                state,
                EnrolmentState::NotCompleted | EnrolmentState::Refused
            ),
            timeline: timeline(t, story, now),
            is_current: true,
        };
        after_the_end::add(t, &mut card, story, paper);
        files::add(t, &mut card, story, materials, paper.gate());
        card.is_current = rules::is_current(
            state,
            story.enrolment.changed_at,
            detail.starts_at(),
            card.missing() > 0,
            now,
        );
        card
    }
}

fn goes_on_unmarked(story: &Story, now: Timestamp) -> bool {
    let is_present = |meeting: &Meeting| {
        let mut marks = story.marks.iter();
        marks.any(|mark| mark.meeting_id == meeting.id && mark.present)
    };
    let mut meetings = story.detail.meetings.iter();
    meetings.any(|one| (one.starts_at..=one.ends_at).contains(&now) && !is_present(one))
}

fn kind_of(state: EnrolmentState) -> &'static str {
    match state {
        EnrolmentState::Confirmed | EnrolmentState::Completed => "done",
        EnrolmentState::Offered | EnrolmentState::Lapsed => "attention",
        EnrolmentState::Refused | EnrolmentState::Cancelled | EnrolmentState::NotCompleted => {
            "problem"
        }
        _ => "information",
    }
}

fn sentence(t: Translator, story: &Story, now: Timestamp) -> (String, String) {
    let (state, detail) = (story.enrolment.state, &story.detail);
    if is_in_draw(story) {
        let more = format!(
            "{} {}",
            until_the_draw(t, story),
            next_meeting(t, story, now)
        );
        return (t.get("draws-says").to_string(), more);
    }
    let says = match state {
        EnrolmentState::Cancelled if detail.group.state == GroupState::Cancelled => {
            "cancelled-group"
        }
        EnrolmentState::Lapsed if was_outdone(story) => "outdone",
        other => other.code(),
    };
    let corrected = corrected(story);
    let says = match state {
        EnrolmentState::NotCompleted if corrected.is_some() => "corrected",
        EnrolmentState::Applied if !story.enrolment.child.is_empty() => "child-applied",
        EnrolmentState::Confirmed if !story.enrolment.child.is_empty() => "child-confirmed",
        _ => says,
    };
    let key = format!("enrolment-says-{says}");
    let more = if says == "outdone" {
        t.get("draws-outdone-more").to_string()
    } else if state.is_open() {
        next_meeting(t, story, now)
    } else {
        let day = t.date(detail.local_date(story.enrolment.changed_at));
        let key = format!("enrolment-since-{}", state.code());
        t.get(&key).text("day", day).to_string()
    };
    let more = match state {
        EnrolmentState::Waiting => {
            let position = t.get("enrolment-position");
            let position = position.int("position", story.position.unwrap_or(1));
            format!("{position} {more}")
        }
        EnrolmentState::Offered => {
            let until = story.enrolment.offered_until.unwrap_or(now);
            let until = t.date_time(until, &detail.organisation.zone);
            let until = t.get("enrolment-offered-until").text("until", until);
            format!("{until} {more}")
        }
        EnrolmentState::Applied if !story.enrolment.child.is_empty() => {
            let day = rules::answered_by(detail, story.enrolment.applied_at);
            let not_yet = t.get("enrolment-not-yet-enrolment");
            let not_yet = not_yet.text("day", t.day_of(day));
            format!("{not_yet} {more}")
        }
        open if open.is_open() => match &story.late {
            Some(late) if late.is_open() => {
                format!("{more} {}", t.get("enrolment-late-waits"))
            }
            _ => more,
        },
        EnrolmentState::NotCompleted | EnrolmentState::Refused => {
            let why = corrected.map(|reason| {
                let reason = reason.trim_end_matches('.');
                let why = t.get("staff-event-reason").text("reason", reason);
                format!(" {why}")
            });
            let why = why.or_else(|| ended_because(t, story));
            let wrong = t.get("enrolment-contact-if-wrong");
            format!("{more}{} {wrong}", why.unwrap_or_default())
        }
        EnrolmentState::Cancelled => {
            let why = ended_because(t, story);
            format!("{more}{}", why.unwrap_or_default())
        }
        _ => more,
    };
    (t.get(&key).to_string(), more)
}

/// Why staff ended it, where that was said: a sentence after a space.
fn ended_because(t: Translator, story: &Story) -> Option<String> {
    let endings = ["enrolment.refuse", "enrolment.cancel"];
    let mut events = story.events.iter().rev();
    let last = events.find(|event| endings.contains(&event.action.as_str()))?;
    let said = reasons::say(t, last.reason.as_deref()?);
    let said = said.trim().trim_end_matches('.');
    (!said.is_empty()).then(|| format!(" {said}."))
}

/// Why staff corrected the result, when that is what it comes from.
fn corrected(story: &Story) -> Option<&str> {
    let results = ["enrolment.complete", "enrolment.fail", "enrolment.correct"];
    let mut events = story.events.iter().rev();
    let last = events.find(|event| results.contains(&event.action.as_str()))?;
    let is_correction = last.action == "enrolment.correct";
    last.reason.as_deref().filter(|_| is_correction)
}

fn next_meeting(t: Translator, story: &Story, now: Timestamp) -> String {
    let detail = &story.detail;
    let is_ahead = |meeting: &&Meeting| now < meeting.ends_at;
    let key = match detail
        .meetings
        .iter()
        .position(|meeting| is_ahead(&meeting))
    {
        Some(0) if detail.meetings.len() == 1 => "enrolment-only-meeting",
        Some(0) => "enrolment-first-meeting",
        Some(_) => "enrolment-next-meeting",
        None if detail.meetings.is_empty() => "enrolment-no-meetings",
        None => "enrolment-after-last-meeting",
    };
    match detail.meetings.iter().find(is_ahead) {
        Some(meeting) => t
            .get(key)
            .text("when", when::begins(t, detail, meeting))
            .text("place", when::place(t, detail, Some(meeting)))
            .to_string(),
        None => t.get(key).to_string(),
    }
}

/// What a child's application still needs before it can become a place.
fn documents(t: Translator, story: &Story) -> Option<Check> {
    let enrolment = &story.enrolment;
    let waits = enrolment.state.is_open() && enrolment.lacks_documents();
    waits.then(|| Check {
        done: false,
        text: t.get("enrolment-check-documents").to_string(),
        hint: t
            .get("enrolment-check-documents-hint")
            .text("organisation", &story.detail.organisation.name)
            .to_string(),
        href: format!("/my/children/{}", enrolment.person_id),
        action: t.get("enrolment-check-documents-open").to_string(),
        by_parent: true,
    })
}

/// Attendance, from the end on.
fn attendance(t: Translator, story: &Story) -> Vec<Check> {
    let done = match story.enrolment.state {
        EnrolmentState::Completed => true,
        EnrolmentState::NotCompleted => false,
        _ => return Vec::new(),
    };
    let present = story.marks.iter().filter(|mark| mark.present).count();
    vec![Check {
        done,
        text: t.get("enrolment-attendance").to_string(),
        hint: t
            .get("enrolment-attendance-of")
            .int("present", present)
            .int("all", story.detail.meetings.len())
            .to_string(),
        href: String::new(),
        action: if done {
            String::new()
        } else {
            t.get("enrolment-attendance-too-little").to_string()
        },
        by_parent: false,
    }]
}

fn resigning(t: Translator, story: &Story) -> String {
    match dates::last_day_to_resign(&story.detail) {
        Some(day) => t
            .get("enrolment-resign-until")
            .text("day", t.day_of(day))
            .to_string(),
        None => t.get("enrolment-resign-any-time").to_string(),
    }
}
