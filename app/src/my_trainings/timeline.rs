//! What happened to an enrolment, and what comes: the lines of its timeline.

use jiff::Timestamp;

use super::drawing::is_in_draw;
use crate::catalogue::rules as dates;
use crate::certificates;
use crate::enrolment::{self, Doer, EnrolmentState, Happened, Story, reasons, when};
use crate::i18n::Translator;

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
pub(super) fn timeline(t: Translator, story: &Story, now: Timestamp) -> Vec<Line> {
    let detail = &story.detail;
    let mut lines: Vec<Line> = story
        .events
        .iter()
        .map(|event| Line {
            text: told(t, event),
            when: t.date_time(event.at, &detail.organisation.zone),
            stamp: event.at.to_string(),
            who: who(t, event.doer),
            next: false,
        })
        .collect();
    if let Some(day) = story.enrolment.survey_done_on {
        // Whichever of a child's own people answered is not kept.
        let by = if story.enrolment.child.is_empty() {
            Doer::You
        } else {
            Doer::Family
        };
        // Only the day is known, so that nobody can tell whose answers are whose; a certificate comes after it.
        let issued = story
            .events
            .iter()
            .position(|event| event.action == certificates::ISSUE);
        let survey = Line {
            text: t.get("enrolment-event-survey").to_string(),
            when: t.date(day),
            stamp: day.to_string(),
            who: who(t, by),
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
    if is_in_draw(story) {
        let at = detail.group.closes_at;
        let when = t.date_time(at, &detail.organisation.zone);
        lines.push(ahead("draws-event-due", when, at.to_string()));
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

fn who(t: Translator, doer: Doer) -> String {
    let key = match doer {
        Doer::System => "enrolment-by-system",
        Doer::You => "enrolment-by-you",
        Doer::Family => "enrolment-by-family",
        Doer::Staff => "enrolment-by-staff",
    };
    t.get(key).to_string()
}
