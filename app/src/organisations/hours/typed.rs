//! Hours as people type them, and back.

use jiff::civil::Date;

use super::types::Span;
use crate::text::parse_date_fields;

/// Spans of one day are at most so many.
const MOST_SPANS: usize = 6;

/// A time of the day as people write it: `8`, `8:30`, `08.30`, `24:00`.
fn minute(typed: &str) -> Option<i16> {
    let typed = typed.trim();
    let (hour, minute) = typed.split_once([':', '.']).unwrap_or((typed, "00"));
    let number = |text: &str, most: i16| {
        let is_short =
            (1..=2).contains(&text.len()) && text.bytes().all(|one| one.is_ascii_digit());
        let number: i16 = text.parse().ok().filter(|_| is_short)?;
        (number <= most).then_some(number)
    };
    let at = number(hour, 24)? * 60 + number(minute, 59)?;
    (minute.len() == 2 && at <= 24 * 60).then_some(at)
}

/// Spans of a day as people write them: `8:00–12:00, 13-16`; nothing is a day on which it is closed.
///
/// # Errors
/// The code of what is wrong: `hours_span`, `hours_overlap`.
pub(super) fn spans(typed: &str) -> Result<Vec<Span>, &'static str> {
    let mut found: Vec<Span> = Vec::new();
    for piece in typed
        .split([',', ';'])
        .filter(|piece| !piece.trim().is_empty())
    {
        let ends = piece.split_once(['–', '—', '-']).ok_or("hours_span")?;
        let (Some(from), Some(until)) = (minute(ends.0), minute(ends.1)) else {
            return Err("hours_span");
        };
        if from >= until {
            return Err("hours_span");
        }
        found.push(Span { from, until });
    }
    if found.len() > MOST_SPANS {
        return Err("hours_span");
    }
    found.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in found {
        match joined.last_mut() {
            Some(last) if span.from < last.until => return Err("hours_overlap"),
            Some(last) if span.from == last.until => last.until = span.until,
            _ => joined.push(span),
        }
    }
    Ok(joined)
}

/// The spans as they are read, and typed again.
pub(super) fn write(spans: &[Span]) -> String {
    let time = |minute: i16| format!("{}:{:02}", minute / 60, minute % 60);
    let span = |one: &Span| format!("{}–{}", time(one.from), time(one.until));
    spans.iter().map(span).collect::<Vec<_>>().join(", ")
}

/// A day as people write it: `24.12.2026` or `2026-12-24`.
///
/// # Errors
/// The code `hours_day`.
pub(super) fn day(typed: &str) -> Result<Date, &'static str> {
    let parts: Vec<&str> = typed
        .trim()
        .split(['.', '-', '/', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, last] = parts[..] else {
        return Err("hours_day");
    };
    let (day, year) = if first.len() == 4 {
        (last, first)
    } else {
        (first, last)
    };
    parse_date_fields(day, month, year, Date::MAX).map_err(|_| "hours_day")
}

/// The day as it is typed again.
pub(super) fn write_day(day: Date) -> String {
    format!("{}.{:02}.{}", day.day(), day.month(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn hours_are_read_as_people_write_them() {
        let eight = |until: i16| Span { from: 480, until };
        for (typed, read) in [
            ("", Ok(vec![])),
            (" 8–16 ", Ok(vec![eight(960)])),
            (
                "8:00-12.30; 13-16:05",
                Ok(vec![
                    eight(750),
                    Span {
                        from: 780,
                        until: 965,
                    },
                ]),
            ),
            ("12-16, 8-12", Ok(vec![eight(960)])),
            ("8-24", Ok(vec![eight(1440)])),
            ("8-12, 11-13", Err("hours_overlap")),
            ("16-8", Err("hours_span")),
            ("8-25", Err("hours_span")),
            ("8:5-9", Err("hours_span")),
            ("8-24:30", Err("hours_span")),
            ("od rana", Err("hours_span")),
            ("-8-9", Err("hours_span")),
        ] {
            assert_eq!(spans(typed), read, "{typed}");
        }
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for typed in ["24.12.2026", "2026-12-24", " 24 12 2026 ", "24/12/2026"] {
            assert_eq!(day(typed), Ok(date(2026, 12, 24)), "{typed}");
        }
        for typed in ["", "24.12", "31.11.2026", "jutro", "24.12.26"] {
            assert_eq!(day(typed), Err("hours_day"), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(mut minutes in proptest::collection::btree_set(0_i16..=1440, 0..12)) {
            if minutes.len() % 2 == 1 {
                minutes.pop_last();
            }
            let minutes: Vec<i16> = minutes.into_iter().collect();
            let all: Vec<Span> = minutes.chunks(2).map(|two| Span { from: two[0], until: two[1] }).collect();
            prop_assert_eq!(spans(&write(&all)), Ok(all));
        }

        #[test]
        fn nothing_typed_makes_a_panic(typed in any::<String>()) {
            let _ = (spans(&typed), day(&typed));
        }
    }
}
