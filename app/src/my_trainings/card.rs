//! One enrolment as the page shows it: made from its story; rooms above enrolment add their checks and downloads.

use jiff::Timestamp;

use super::after_the_end::{self, Paper};
use super::drawing::is_in_draw;
use super::files;
use super::sentence::sentence;
use super::timeline::{Line, timeline};
use crate::catalogue::rules as dates;
use crate::catalogue::{Allocation, CourseState, Meeting};
use crate::enrolment::{EnrolmentId, EnrolmentState, Story, rules};
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

    /// From an enrolment's story, what has become of its certificate, and the materials of its group; `is_linked` where a
    /// teenager reads about their own record that a parent holds.
    pub fn new(
        t: Translator,
        (story, is_linked): (&Story, bool),
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
            sentence: sentence(t, (story, is_linked), now),
            checks: documents(t, story, is_linked)
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

/// What a child's application still needs before it can become a place.
fn documents(t: Translator, story: &Story, is_linked: bool) -> Option<Check> {
    let enrolment = &story.enrolment;
    let (text, hint) = if is_linked {
        (
            "teenagers-check-documents",
            "teenagers-check-documents-hint",
        )
    } else {
        (
            "enrolment-check-documents",
            "enrolment-check-documents-hint",
        )
    };
    let waits = enrolment.state.is_open() && enrolment.lacks_documents();
    waits.then(|| Check {
        done: false,
        text: t.get(text).to_string(),
        hint: t
            .get(hint)
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
