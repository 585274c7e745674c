//! Cells of a list as values: pure; refusals are codes.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use super::RowProblem;
use crate::catalogue::Mode;
use crate::catalogue::writing::MeetingFields;
use crate::tables::Row;
use crate::text::{CURRENCIES, clean_line, clean_text, fold};

/// Most characters of a title, a place and the like, and of longer texts.
const LINE: usize = 300;
const TEXT: usize = 5_000;

pub(super) fn problem(
    row: &Row,
    column: &'static str,
    code: &'static str,
    value: &str,
) -> RowProblem {
    RowProblem {
        line: row.line,
        column,
        code,
        value: value.chars().take(60).collect(),
    }
}

pub(super) fn line(text: &str) -> Result<String, &'static str> {
    clean_line(text, LINE).map_err(|_| "text")
}

pub(super) fn text(text: &str) -> Result<String, &'static str> {
    clean_text(text, TEXT).map_err(|_| "text")
}

/// Topics: one a line, or with semicolons between them.
pub(super) fn topics(cell: &str) -> Result<String, &'static str> {
    let cell = text(cell)?;
    let separator = if cell.contains('\n') { '\n' } else { ';' };
    let topics: Vec<&str> = cell
        .split(separator)
        .map(str::trim)
        .filter(|topic| !topic.is_empty())
        .collect();
    Ok(topics.join("\n"))
}

/// A whole number from 1 to 100,000.
pub(super) fn count(cell: &str) -> Result<i64, &'static str> {
    let number = cell
        .parse::<i64>()
        .ok()
        .filter(|number| (1..=100_000).contains(number));
    number.ok_or("count")
}

/// How many may wait for a place, up to 100,000; none for an empty cell.
pub(super) fn waiting(cell: &str) -> Result<Option<i64>, &'static str> {
    match cell.trim() {
        "" => Ok(None),
        "0" => Ok(Some(0)),
        other => count(other).map(Some),
    }
}

/// An age in whole years, up to 99; none for an empty cell.
pub(super) fn age(cell: &str) -> Result<Option<i64>, &'static str> {
    match cell.trim() {
        "" => Ok(None),
        other => {
            let years = other.parse().ok().filter(|years| (0..=99).contains(years));
            years.map(Some).ok_or("age")
        }
    }
}

/// Yes or no in the words of three languages; none for an empty cell.
pub(super) fn yes_or_no(cell: &str) -> Result<Option<bool>, &'static str> {
    match fold(cell).as_str() {
        "" => Ok(None),
        "yes" | "tak" | "da" | "да" | "1" | "true" => Ok(Some(true)),
        "no" | "nie" | "net" | "нет" | "0" | "false" => Ok(Some(false)),
        _ => Err("yes-or-no"),
    }
}

/// An amount such as `120`, `120,50` or `1 200.00`, in minor units; empty is free.
pub(super) fn price(cell: &str) -> Result<i64, &'static str> {
    let cell: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let (whole, cents) = cell.split_once([',', '.']).unwrap_or((&cell, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if cell.is_empty() {
        return Ok(0);
    }
    if whole.is_empty()
        || whole.len() > 7
        || cents.len() > 2
        || !are_digits(whole)
        || !are_digits(cents)
    {
        return Err("price");
    }
    format!("{whole}{cents:0<2}").parse().map_err(|_| "price")
}

/// One of the currencies that are charged in; none for an empty cell.
pub(super) fn currency(cell: &str) -> Result<Option<&'static str>, &'static str> {
    let wanted = cell.trim().to_uppercase();
    if wanted.is_empty() {
        return Ok(None);
    }
    let known = CURRENCIES.into_iter().find(|code| *code == wanted);
    known.map(Some).ok_or("currency")
}

/// Where people meet, in the words of three languages; empty is on site.
pub(super) fn mode(cell: &str) -> Result<Mode, &'static str> {
    match fold(cell).as_str() {
        "" | "on site" | "stacjonarne" | "stacjonarnie" | "stacjonarny" | "ochno" | "очно"
        | "очная" => Ok(Mode::OnSite),
        "online" | "on line" | "zdalne" | "zdalnie" | "онлаин" | "дистанционно" => {
            Ok(Mode::Online)
        }
        "mixed" | "mieszane" | "mieszany" | "hybrydowe" | "hybrydowo" | "смешанно"
        | "смешанная" => Ok(Mode::Mixed),
        _ => Err("mode"),
    }
}

/// The state's code, or none for an empty cell.
pub(super) fn state<T>(
    cell: &str,
    from_code: fn(&str) -> Option<T>,
) -> Result<Option<T>, &'static str> {
    if cell.is_empty() {
        return Ok(None);
    }
    from_code(&cell.to_lowercase()).map(Some).ok_or("state")
}

fn date(text: &str) -> Option<Date> {
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let parts: Vec<&str> = text.split('.').collect();
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// `9:00`, `09:00` or `09:00:00`.
fn time(text: &str) -> Option<Time> {
    let mut parts = text.trim().split(':').map(|part| part.parse::<i8>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = parts.next().map_or(Some(0), |second| second)?;
    Time::new(hour, minute, second, 0).ok()
}

fn instant(at: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    Some(at.to_zoned(zone.clone()).ok()?.timestamp())
}

/// `2026-11-01 09:00`; a day alone is its first instant, or, at the end of a window, the first of the next day.
pub(super) fn window(cell: &str, zone: &TimeZone, is_end: bool) -> Result<Timestamp, &'static str> {
    let cell = cell.trim().replace('T', " ");
    let at = match cell.split_once(' ') {
        Some((day, hour)) => date(day)
            .zip(time(hour))
            .map(|(day, hour)| day.to_datetime(hour)),
        None => date(&cell).and_then(|day| {
            let day = if is_end { day.tomorrow().ok()? } else { day };
            Some(day.to_datetime(Time::midnight()))
        }),
    };
    at.and_then(|at| instant(at, zone)).ok_or("date-time")
}

/// `2026-12-01 16:00-19:15; 2026-12-08 16:00-19:15`, in order of time afterwards.
pub(super) fn meetings(cell: &str, zone: &TimeZone) -> Result<Vec<MeetingFields>, &'static str> {
    let mut meetings = Vec::new();
    for one in cell
        .split([';', '\n'])
        .map(str::trim)
        .filter(|one| !one.is_empty())
    {
        meetings.push(meeting(one, zone).ok_or("meetings")?);
    }
    meetings.sort_by_key(|meeting| meeting.starts_at);
    if meetings.is_empty() {
        return Err("meetings");
    }
    if meetings
        .windows(2)
        .any(|pair| pair[1].starts_at < pair[0].ends_at)
    {
        return Err("meetings-overlap");
    }
    Ok(meetings)
}

fn meeting(text: &str, zone: &TimeZone) -> Option<MeetingFields> {
    let (day, hours) = text.split_once([' ', 'T'])?;
    let (from, to) = hours.split_once(['-', '–', '—'])?;
    let day = date(day)?;
    let starts_at = instant(day.to_datetime(time(from)?), zone)?;
    let ends_at = instant(day.to_datetime(time(to)?), zone)?;
    (starts_at < ends_at).then_some(MeetingFields {
        starts_at,
        ends_at,
        place: String::new(),
        room_id: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warsaw() -> TimeZone {
        TimeZone::get("Europe/Warsaw").unwrap_or(TimeZone::UTC)
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (cell, minor) in [
            ("", 0),
            ("0", 0),
            ("120", 12_000),
            ("120,5", 12_050),
            ("1 200.00", 120_000),
            ("0,99", 99),
        ] {
            assert_eq!(price(cell), Ok(minor), "{cell}");
        }
        for cell in ["-1", "12,345", "zł", ",5", "1.2.3", "99999999", "1e3"] {
            assert_eq!(price(cell), Err("price"), "{cell}");
        }
    }

    #[test]
    fn meetings_are_read_on_the_organisations_clock() {
        let read =
            meetings("8.12.2026 16:00–19:15; 2026-12-01 9:00-10:30", &warsaw()).unwrap_or_default();
        let starts: Vec<String> = read
            .iter()
            .map(|meeting| meeting.starts_at.to_string())
            .collect();
        assert_eq!(starts, ["2026-12-01T08:00:00Z", "2026-12-08T15:00:00Z"]);
        for cell in [
            "",
            "2026-12-01",
            "2026-12-01 16:00",
            "2026-02-30 16:00-17:00",
            "2026-12-01 17:00-16:00",
            "x 1-2",
        ] {
            assert_eq!(meetings(cell, &warsaw()), Err("meetings"), "{cell}");
        }
        let overlap = "2026-12-01 16:00-18:00; 2026-12-01 17:00-19:00";
        assert_eq!(meetings(overlap, &warsaw()), Err("meetings-overlap"));
    }

    #[test]
    fn a_window_may_be_given_in_days() {
        let read = |cell, is_end| window(cell, &warsaw(), is_end).map(|at| at.to_string());
        assert_eq!(read("2026-11-01", false), Ok("2026-10-31T23:00:00Z".into()));
        assert_eq!(read("2026-11-30", true), Ok("2026-11-30T23:00:00Z".into()));
        assert_eq!(
            read("2026-11-30 20:00:00", true),
            Ok("2026-11-30T19:00:00Z".into())
        );
        assert_eq!(read("soon", true), Err("date-time"));
    }
}
