//! Opening hours as people read them.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::typed::write;
use super::types::{Hours, Opening, Span};
use crate::i18n::Translator;
use crate::organisations::Organisation;

/// Days that differ are said this long before.
const SAID_BEFORE: i64 = 14;

/// Whether it is open now, or when it opens next: "closed now, opens on Tuesday at 13:00". Empty when nobody has said.
pub fn said(t: Translator, organisation: &Organisation, now: Timestamp) -> String {
    let zone = &organisation.time_zone;
    let today = now.to_zoned(zone.clone()).date();
    match organisation.hours.opening(now, zone) {
        Opening::Unknown => String::new(),
        Opening::Closed { opens: None } => t.get("hours-closed").to_string(),
        Opening::Open { until } => {
            let time = t.time(until.to_zoned(zone.clone()).time());
            t.get("hours-open").text("time", time).to_string()
        }
        Opening::Closed { opens: Some(opens) } => {
            let opens = opens.to_zoned(zone.clone());
            let key = if opens.date() == today {
                "hours-opens-today"
            } else {
                "hours-opens"
            };
            let day = day_near(t, today, opens.date());
            t.get(key)
                .text("day", day)
                .text("time", t.time(opens.time()))
                .to_string()
        }
    }
}

/// The day with its preposition: the weekday alone within a week, the date as well after that.
fn day_near(t: Translator, today: Date, day: Date) -> String {
    let is_near = today.checked_add(6.days()).is_ok_and(|last| day <= last);
    if is_near {
        t.weekday_on(day).to_owned()
    } else {
        t.day_on(day)
    }
}

/// When somebody reads what is written now: at once while it is open, else when it opens next. None when nobody has said.
pub fn read_at(organisation: &Organisation, now: Timestamp) -> Option<Timestamp> {
    match organisation.hours.opening(now, &organisation.time_zone) {
        Opening::Open { .. } => Some(now),
        Opening::Closed { opens } => opens,
        Opening::Unknown => None,
    }
}

/// The hours of a week, days with the same ones together, and what differs within the next two weeks.
pub fn week(t: Translator, organisation: &Organisation, now: Timestamp) -> Vec<String> {
    let (hours, zone) = (&organisation.hours, &organisation.time_zone);
    let mut lines = usual(t, hours);
    let today = now.to_zoned(zone.clone()).date();
    let last = today.saturating_add(SAID_BEFORE.days());
    for one in hours
        .exceptions
        .iter()
        .filter(|one| one.until >= today && one.from <= last)
    {
        let days = if one.from == one.until {
            t.day_month(one.from)
        } else {
            [t.day_month(one.from), t.day_month(one.until)].join(t.dash())
        };
        lines.push(differs(t, &days, &one.spans, &one.note));
    }
    let days = std::iter::successors(Some(today), |day| day.tomorrow().ok());
    for day in days.take_while(|day| *day <= last) {
        let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
        let is_usual = hours
            .week
            .get(weekday)
            .is_some_and(|spans| !spans.is_empty());
        if is_usual && hours.is_closed_by_holiday(day, zone) {
            let note = t.get("hours-holiday").to_string();
            lines.push(differs(t, &t.day_month(day), &[], &note));
        }
    }
    lines
}

fn differs(t: Translator, days: &str, spans: &[Span], note: &str) -> String {
    let hours = match spans {
        [] => t.get("hours-closed-then").to_string(),
        spans => write(spans),
    };
    let key = if note.is_empty() {
        "hours-differs"
    } else {
        "hours-differs-why"
    };
    t.get(key)
        .text("days", days)
        .text("hours", hours)
        .text("note", note)
        .to_string()
}

/// The hours of a week alone, in one line.
pub fn usual_week(t: Translator, hours: &Hours) -> String {
    usual(t, hours).join("; ")
}

/// The hours and whether it is open now in one line, as pages of contact say it; `words` where nobody has set any.
pub fn line(t: Translator, organisation: &Organisation, words: &str, now: Timestamp) -> String {
    let mut parts = week(t, organisation, now);
    if parts.is_empty() {
        return words.to_owned();
    }
    parts.push(said(t, organisation, now));
    parts.join("; ")
}

/// The hours in one line, without whether it is open now; empty where nobody has set any.
pub fn week_line(t: Translator, organisation: &Organisation, now: Timestamp) -> String {
    week(t, organisation, now).join("; ")
}

/// That nobody reads now what was just written, and when somebody will; none while it is open or nobody has said.
pub fn read_later(t: Translator, organisation: &Organisation, now: Timestamp) -> Option<String> {
    let opens = read_at(organisation, now).filter(|at| *at > now)?;
    let opens = opens.to_zoned(organisation.time_zone.clone());
    let today = now.to_zoned(organisation.time_zone.clone()).date();
    let key = if opens.date() == today {
        "hours-read-today"
    } else {
        "hours-read"
    };
    let day = day_near(t, today, opens.date());
    Some(
        t.get(key)
            .text("day", day)
            .text("time", t.time(opens.time()))
            .to_string(),
    )
}

/// Days with the same hours in one line, in the order of their first days.
fn usual(t: Translator, hours: &Hours) -> Vec<String> {
    let mut lines: Vec<(&[Span], Vec<usize>)> = Vec::new();
    for (day, spans) in hours
        .week
        .iter()
        .enumerate()
        .filter(|(_, spans)| !spans.is_empty())
    {
        match lines.iter_mut().find(|(same, _)| *same == spans.as_slice()) {
            Some((_, days)) => days.push(day),
            None => lines.push((spans, vec![day])),
        }
    }
    let line =
        |(spans, days): &(&[Span], Vec<usize>)| format!("{} {}", named(t, days), write(spans));
    lines.iter().map(line).collect()
}

/// Days by their short names: three and more that follow each other as a period.
fn named(t: Translator, days: &[usize]) -> String {
    let name = |day: usize| t.weekday_short(day);
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &day in days {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    let said = runs.iter().map(|&(first, last)| match last - first {
        0 => name(first).to_owned(),
        1 => format!("{}, {}", name(first), name(last)),
        _ => format!("{}–{}", name(first), name(last)),
    });
    said.collect::<Vec<_>>().join(", ")
}
