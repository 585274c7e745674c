//! When and where, in the reader's words; pages and letters say it the same way.

use jiff::Timestamp;

use crate::catalogue::{GroupDetail, Meeting, Mode};
use crate::i18n::Translator;

/// A meeting's day and hours on the organisation's clock: `wtorek, 1 grudnia 2026, 16:00–19:15`. One that ends on
/// another day names that day too.
pub fn span(
    t: Translator,
    detail: &GroupDetail,
    starts_at: Timestamp,
    ends_at: Timestamp,
) -> String {
    let zone = &detail.organisation.zone;
    let begins = t.date_time(starts_at, zone);
    let end = ends_at.to_zoned(zone.clone());
    if end.date() == detail.local_date(starts_at) {
        format!("{begins}–{}", t.time(end.time()))
    } else {
        [begins, t.date_time(ends_at, zone)].join(t.dash())
    }
}

/// Every meeting, in order of time.
pub fn meetings(t: Translator, detail: &GroupDetail) -> Vec<String> {
    let line = |meeting: &Meeting| span(t, detail, meeting.starts_at, meeting.ends_at);
    detail.meetings.iter().map(line).collect()
}

/// When a meeting begins: `wtorek, 1 grudnia 2026, 16:00`.
pub fn begins(t: Translator, detail: &GroupDetail, meeting: &Meeting) -> String {
    t.date_time(meeting.starts_at, &detail.organisation.zone)
}

/// When the training begins, or that dates will follow.
pub fn first(t: Translator, detail: &GroupDetail) -> String {
    match detail.meetings.first() {
        Some(meeting) => begins(t, detail, meeting),
        None => t.get("enrolment-no-meetings").to_string(),
    }
}

/// Where a meeting takes place, in words; the link of an online room is for those who have a place, in their letters.
pub fn place(t: Translator, detail: &GroupDetail, meeting: Option<&Meeting>) -> String {
    let place = meeting.map_or(detail.group.place.as_str(), |meeting| {
        detail.place_of(meeting)
    });
    if place.is_empty() || detail.group.mode == Mode::Online {
        t.get("enrolment-online").to_string()
    } else {
        place.to_owned()
    }
}
