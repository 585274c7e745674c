//! Changes of a group in the reader's words: on the page before saving, and in the letters (A11).

use jiff::tz::TimeZone;

use crate::catalogue::editing::{Change, When};
use crate::catalogue::{Allocation, GroupDetail, Mode};
use crate::enrolment::when;
use crate::i18n::Translator;

/// What changes, from what, to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::enrolment) struct Told {
    /// What it is.
    pub label: String,
    /// Before.
    pub old: String,
    /// From now on.
    pub new: String,
}

/// A change in words.
pub(in crate::enrolment) fn told(t: Translator, detail: &GroupDetail, change: &Change) -> Told {
    let say = |code: &str| t.get(&format!("staff-change-{code}")).to_string();
    let text = |value: &str| {
        if value.is_empty() {
            t.get("staff-none").to_string()
        } else {
            value.to_owned()
        }
    };
    let at = |meeting: &When| moment(t, detail, meeting);
    let (code, old, new) = match change {
        Change::Moved(old, new) => ("meeting", at(old), at(new)),
        Change::Added(new) => ("meeting-added", text(""), at(new)),
        Change::Removed(old) => ("meeting-removed", at(old), say("not-held")),
        Change::Place(old, new) => ("place", text(old), text(new)),
        Change::Mode(old, new) => ("mode", mode(t, *old), mode(t, *new)),
        Change::Trainers(old, new) => ("trainers", text(old), text(new)),
        Change::Link(old, new) => ("link", text(old), text(new)),
    };
    Told {
        label: say(code),
        old,
        new,
    }
}

fn moment(t: Translator, detail: &GroupDetail, meeting: &When) -> String {
    let span = when::span(t, detail, meeting.starts_at, meeting.ends_at);
    if meeting.place.is_empty() {
        span
    } else {
        format!("{span}, {}", meeting.place)
    }
}

/// A mode in words.
pub(in crate::enrolment) fn mode(t: Translator, mode: Mode) -> String {
    t.get(&format!("staff-mode-{}", mode.code())).to_string()
}

/// A day in few letters, for the heads of columns: `1.12`.
pub(in crate::enrolment) fn short_day(at: jiff::Timestamp, zone: &TimeZone) -> String {
    let day = at.to_zoned(zone.clone()).date();
    format!("{}.{:02}", day.day(), day.month())
}

/// How places are given, in words.
pub(super) fn allocation(t: Translator, allocation: Allocation) -> String {
    t.get(&format!("staff-allocation-{}", allocation.code()))
        .to_string()
}
