//! Where an enrolment stands, in words.

use jiff::Timestamp;

use super::drawing::{is_in_draw, until_the_draw, was_outdone};
use crate::catalogue::{GroupState, Meeting};
use crate::enrolment::{EnrolmentState, Story, reasons, rules, when};
use crate::i18n::Translator;

/// The state of an enrolment as a sentence, and what else is to be known; `is_linked` where a teenager reads about their own
/// record that a parent holds.
pub(super) fn sentence(
    t: Translator,
    (story, is_linked): (&Story, bool),
    now: Timestamp,
) -> (String, String) {
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
        EnrolmentState::Confirmed if !story.enrolment.child.is_empty() && !is_linked => {
            "child-confirmed"
        }
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
