//! Numbers, amounts, days and hours as staff type them.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use crate::forms::{FieldError, Form};
use crate::text::{clean_line, clean_text};

/// A one-line value; its error is noted. `required` refuses an empty one.
pub(crate) fn line(form: &mut Form, field: &'static str, most: usize, required: bool) -> String {
    let cleaned = clean_line(form.value(field), most);
    kept(form, field, cleaned, required)
}

/// A longer text; its error is noted.
pub(crate) fn text(form: &mut Form, field: &'static str, most: usize) -> String {
    let cleaned = clean_text(form.value(field), most);
    kept(form, field, cleaned, false)
}

fn kept(
    form: &mut Form,
    field: &'static str,
    cleaned: Result<String, crate::text::TextProblem>,
    required: bool,
) -> String {
    match cleaned {
        Ok(value) => {
            if required && value.is_empty() {
                form.refuse(FieldError::new(field, "required"));
            }
            value
        }
        Err(problem) => {
            form.refuse(problem.on(field));
            String::new()
        }
    }
}

/// A whole number from `least` to `most`; anything else is noted. An empty field is `otherwise`, or an error without it.
pub(crate) fn number(
    form: &mut Form,
    field: &'static str,
    (least, most): (i64, i64),
    otherwise: Option<i64>,
) -> i64 {
    let typed = form.value(field).trim().to_owned();
    let error = match (typed.is_empty(), otherwise) {
        (true, Some(value)) => return value,
        (true, None) => FieldError::new(field, "required"),
        (false, _) => match typed.parse::<i64>() {
            Ok(value) if (least..=most).contains(&value) => return value,
            Ok(_) => FieldError::new(field, "number_range")
                .with("least", least)
                .with("most", most),
            Err(_) => FieldError::new(field, "number"),
        },
    };
    form.refuse(error);
    least
}

/// An amount of money in minor units from `120`, `120,50` or `1 200.50`; empty is nothing.
///
/// # Errors
/// The code of what is wrong.
pub(crate) fn money(typed: &str) -> Result<i64, &'static str> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if plain.is_empty() {
        return Ok(0);
    }
    let plain = plain.replace(',', ".");
    let (whole, cents) = plain.split_once('.').unwrap_or((&plain, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(cents) || whole.len() > 7 || cents.len() > 2 {
        return Err("money");
    }
    let tens = if cents.len() == 1 { 10 } else { 1 };
    match (whole.parse::<i64>(), cents.parse::<i64>()) {
        (Ok(whole), Ok(cents)) => Ok(whole * 100 + cents * tens),
        _ => Err("money"),
    }
}

/// An amount as it is put into a field.
pub(crate) fn money_field(minor: i64) -> String {
    match (minor / 100, minor % 100) {
        (whole, 0) => whole.to_string(),
        (whole, cents) => format!("{whole}.{cents:02}"),
    }
}

/// A day typed as `1.12.2026`, `1/12/2026` (day first, as all three languages write it) or `2026-12-01`.
///
/// # Errors
/// The code of what is wrong: `required`, `date_typed` for something that is no date, `date_not_real` for a day that the
/// calendar does not have.
pub fn date(typed: &str) -> Result<Date, &'static str> {
    let typed = typed.trim().trim_end_matches('.');
    if typed.is_empty() {
        return Err("required");
    }
    let parts: Vec<&str> = typed
        .split(['.', '/', '-', ' '])
        .filter(|part| !part.is_empty())
        .collect();
    let &[first, second, third] = parts.as_slice() else {
        return Err("date_typed");
    };
    let (year, month, day) = if first.len() == 4 {
        (first, second, third)
    } else {
        (third, second, first)
    };
    let is_number = |part: &str, most: usize| {
        part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if year.len() != 4 || !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return Err("date_typed");
    }
    let numbers = (year.parse::<i16>(), month.parse::<i8>(), day.parse::<i8>());
    let (Ok(year), Ok(month), Ok(day)) = numbers else {
        return Err("date_typed");
    };
    if !(2000..=2199).contains(&year) {
        return Err("date_year");
    }
    Date::new(year, month, day).map_err(|_| "date_not_real")
}

/// A time of day typed as `16:00`, `16.00`, `1600` or `16`.
///
/// # Errors
/// The code of what is wrong: `required` or `time`.
pub(super) fn time(typed: &str) -> Result<Time, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err("required");
    }
    if !typed
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'))
    {
        return Err("time");
    }
    let (hour, minute) = match typed.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return Err("time"),
        None if typed.len() == 4 => typed.split_at(2),
        None => (typed, "0"),
    };
    match (hour.parse::<i8>(), minute.parse::<i8>()) {
        (Ok(hour), Ok(minute)) if hour <= 23 => Time::new(hour, minute, 0, 0).map_err(|_| "time"),
        _ => Err("time"),
    }
}

/// An instant from a day and a time on the clock of a zone. An hour that the clock leaves out in spring is the hour
/// after it; one that comes twice in autumn is the first.
///
/// # Errors
/// The code of what is wrong.
pub(super) fn instant(day: &str, hour: &str, zone: &TimeZone) -> Result<Timestamp, &'static str> {
    let at = DateTime::from_parts(date(day)?, time(hour)?);
    at.to_zoned(zone.clone())
        .map(|at| at.timestamp())
        .map_err(|_| "date_not_real")
}

/// A day as it is put into a field: `1.12.2026`.
pub fn date_field(day: Date) -> String {
    format!("{}.{:02}.{}", day.day(), day.month(), day.year())
}

/// A time as it is put into a field: `16:00`.
pub(super) fn time_field(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date as day, time as hour};

    use super::*;

    #[test]
    fn days_are_typed_in_several_ways() {
        for typed in [
            "1.12.2026",
            "01.12.2026",
            "1/12/2026",
            "2026-12-01",
            " 1. 12. 2026 ",
            "1.12.2026.",
        ] {
            assert_eq!(date(typed), Ok(day(2026, 12, 1)), "{typed}");
        }
        assert_eq!(date("29.2.2028"), Ok(day(2028, 2, 29)));
        assert_eq!(date("29.2.2027"), Err("date_not_real"));
        assert_eq!(date("1.12.26"), Err("date_typed"));
        assert_eq!(date("tomorrow"), Err("date_typed"));
        assert_eq!(date("1.12.1926"), Err("date_year"));
        assert_eq!(date("１.12.2026"), Err("date_typed"));
        assert_eq!(date(""), Err("required"));
    }

    #[test]
    fn hours_are_typed_in_several_ways() {
        for typed in ["16:00", "16.00", "1600", "16"] {
            assert_eq!(time(typed), Ok(hour(16, 0, 0, 0)), "{typed}");
        }
        for typed in ["24:00", "16:60", "16:0", "four", "-1:00", ":30", "123456"] {
            assert_eq!(time(typed), Err("time"), "{typed}");
        }
    }

    #[test]
    fn money_is_counted_in_minor_units() {
        assert_eq!(money("120"), Ok(12_000));
        assert_eq!(money("120,5"), Ok(12_050));
        assert_eq!(money("1 200.05"), Ok(120_005));
        assert_eq!(money(""), Ok(0));
        for typed in ["-1", "1,234", "ten", "1.2.3", "99999999", ","] {
            assert_eq!(money(typed), Err("money"), "{typed}");
        }
        assert_eq!(money_field(12_050), "120.50");
    }
}
