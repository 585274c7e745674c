//! One enrolment as the page shows it: made from its story; rooms above enrolment add their checks and downloads.

use jiff::Timestamp;

use super::after_the_end::{self, Paper};
use super::files;
use crate::accounts::AccountId;
use crate::catalogue::rules as dates;
use crate::catalogue::{CourseState, GroupState, Meeting};
use crate::certificates;
use crate::enrolment::{self, EnrolmentId, EnrolmentState, Happened, Story, reasons, rules, when};
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

/// One line of the timeline.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub text: String,
    pub when: String,
    pub stamp: String,
    pub who: String,
    /// What comes next, as opposed to what has been.
    pub next: bool,
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
    pub timeline: Vec<Line>,
    pub is_current: bool,
}

impl Card {
    /// What waits for the person.
    pub fn missing(&self) -> usize {
        let open = |check: &&Check| !check.done && !check.href.is_empty();
        self.checks.iter().filter(open).count() + usize::from(self.offer)
    }

    /// From an enrolment's story, what has become of its certificate, and the materials of its group.
    pub fn new(
        t: Translator,
        story: &Story,
        (paper, materials): (&Paper, &[Material]),
        now: Timestamp,
    ) -> Self {
        let (state, detail) = (story.enrolment.state, &story.detail);
        let key = format!("enrolment-badge-{}", state.code());
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
            language: detail.course.language.clone(),
            badge: (kind_of(state), t.get(&key).to_string()),
            sentence: sentence(t, story, now),
            checks: attendance(t, story),
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
    let says = match state {
        EnrolmentState::Cancelled if detail.group.state == GroupState::Cancelled => {
            "cancelled-group"
        }
        other => other.code(),
    };
    let corrected = corrected(story);
    let says = match state {
        EnrolmentState::NotCompleted if corrected.is_some() => "corrected",
        _ => says,
    };
    let key = format!("enrolment-says-{says}");
    let more = if state.is_open() {
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
            let wrong = t.get("enrolment-contact-if-wrong");
            format!("{more}{} {wrong}", why.unwrap_or_default())
        }
        _ => more,
    };
    (t.get(&key).to_string(), more)
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

/// An event in words: certificates with their numbers, and the reason where it concerns the person's own place.
fn told(t: Translator, event: &Happened) -> String {
    let (before, after) = (event.before_state.as_deref(), event.after_state.as_deref());
    let paper = certificates::told(t, &event.action, before, after);
    let text = paper.unwrap_or_else(|| t.get(enrolment::event_key(&event.action)).to_string());
    match event.reason.as_deref() {
        Some(reason) if !reason.is_empty() && reasons::is_told(&event.action) => t
            .get("enrolment-event-because")
            .text("event", text)
            .text("reason", reasons::say(t, reason))
            .to_string(),
        _ => text,
    }
}

/// What happened, then what comes.
fn timeline(t: Translator, story: &Story, now: Timestamp) -> Vec<Line> {
    let detail = &story.detail;
    let mut lines: Vec<Line> = story
        .events
        .iter()
        .map(|event| Line {
            text: told(t, event),
            when: t.date_time(event.at, &detail.organisation.zone),
            stamp: event.at.to_string(),
            who: who(t, event.account_id, story.enrolment.account_id),
            next: false,
        })
        .collect();
    if let Some(day) = story.enrolment.survey_done_on {
        // Only the day is known, so that nobody can tell whose answers are whose; a certificate comes after it.
        let issued = story
            .events
            .iter()
            .position(|event| event.action == certificates::ISSUE);
        let survey = Line {
            text: t.get("enrolment-event-survey").to_string(),
            when: t.date(day),
            stamp: day.to_string(),
            who: t.get("enrolment-by-you").to_string(),
            next: false,
        };
        lines.insert(issued.unwrap_or(lines.len()), survey);
    }
    if !story.enrolment.state.is_open() {
        return lines;
    }
    let ahead = |text: &str, when: String, stamp: String| Line {
        text: t.get(text).to_string(),
        when,
        stamp,
        who: String::new(),
        next: true,
    };
    if let Some(until) = story.enrolment.offered_until
        && story.enrolment.state == EnrolmentState::Offered
    {
        let when = t.date_time(until, &detail.organisation.zone);
        lines.push(ahead("enrolment-event-offer-ends", when, until.to_string()));
    }
    if let (Some(day), Some(ends)) = (
        dates::last_day_to_resign(detail),
        dates::resign_before(detail),
    ) && now < ends
    {
        lines.push(ahead(
            "enrolment-event-deadline",
            t.date(day),
            day.to_string(),
        ));
    }
    if let Some(first) = detail
        .meetings
        .first()
        .filter(|first| now < first.starts_at)
    {
        let stamp = first.starts_at.to_string();
        lines.push(ahead(
            "enrolment-event-first-meeting",
            when::begins(t, detail, first),
            stamp,
        ));
    }
    lines
}

fn who(t: Translator, by: Option<AccountId>, own: AccountId) -> String {
    let key = match by {
        None => "enrolment-by-system",
        Some(id) if id == own => "enrolment-by-you",
        Some(_) => "enrolment-by-staff",
    };
    t.get(key).to_string()
}
