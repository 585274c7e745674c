//! Dates as the formats write them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::Problem;

/// In which order a date of a CSV is written. Any of `-`, `.`, `/` and spaces may stand between its parts, or nothing when
/// all digits are written; a time after it is not read. Years of two digits are of this century.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateFormat {
    /// 2026-12-09, 20261209
    YearMonthDay,
    /// 09.12.2026, 9.12.26, 09122026
    DayMonthYear,
    /// 12/09/2026
    MonthDayYear,
}

/// The day of those numbers, if there is one.
pub(crate) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// `YYMMDD`; years from 80 on are of the last century, as MT940 has it.
pub(crate) fn six_digits(text: &str) -> Option<Date> {
    let (year, rest) = number(text, 2)?;
    let (month, rest) = number(rest, 2)?;
    let (of_month, rest) = number(rest, 2)?;
    let century = if year < 80 { 2000 } else { 1900 };
    rest.is_empty()
        .then(|| day(century + year, small(month)?, small(of_month)?))
        .flatten()
}

/// `YYYY-MM-DD`, and whatever ISO 8601 puts after it: a time, a zone. The day is the one that is written.
pub(crate) fn iso(text: &str) -> Result<Date, Problem> {
    let text = text.trim();
    let (date, rest) = text.split_at_checked(10).unwrap_or((text, ""));
    let date = parse(date, DateFormat::YearMonthDay).filter(|_| date.len() == 10);
    date.filter(|_| rest.is_empty() || rest.starts_with(['T', 't', ' ', 'Z', '+', '-']))
        .ok_or_else(|| Problem::date(text))
}

/// A date in the order of `format`; `None` when it is not one, or does not exist.
pub(crate) fn parse(text: &str, format: DateFormat) -> Option<Date> {
    let text = text.trim();
    let parts = parts(text, format)?;
    let [first, second, third] = parts;
    let (year, month, of_month) = match format {
        DateFormat::YearMonthDay => (first, second, third),
        DateFormat::DayMonthYear => (third, second, first),
        DateFormat::MonthDayYear => (third, first, second),
    };
    let year = match year.len() {
        4 => year.parse().ok()?,
        2 => 2000 + year.parse::<i16>().ok()?,
        _ => return None,
    };
    if month.len() > 2 || of_month.len() > 2 {
        return None;
    }
    day(year, month.parse().ok()?, of_month.parse().ok()?)
}

/// The three numbers of a date.
fn parts(text: &str, format: DateFormat) -> Option<[&str; 3]> {
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    if digits == 8 {
        let (date, rest) = text.split_at(8);
        let sizes = if format == DateFormat::YearMonthDay {
            (4, 6)
        } else {
            (2, 4)
        };
        let after_time = rest.is_empty() || rest.starts_with([' ', 'T']);
        return after_time.then(|| [&date[..sizes.0], &date[sizes.0..sizes.1], &date[sizes.1..]]);
    }
    let separates = |c: char| matches!(c, '-' | '.' | '/' | ' ');
    let mut rest = text;
    let mut found = [""; 3];
    for (index, part) in found.iter_mut().enumerate() {
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        (*part, rest) = rest.split_at(end);
        if part.is_empty() {
            return None;
        }
        if index < 2 {
            rest = rest.strip_prefix(separates)?.trim_start();
        }
    }
    let ends = rest.is_empty() || rest.starts_with([' ', 'T', ',', '.', '\u{a0}']);
    ends.then_some(found)
}

fn number(text: &str, size: usize) -> Option<(i16, &str)> {
    let (digits, rest) = text.split_at_checked(size)?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
    Some((digits.parse().ok().filter(|_| plain)?, rest))
}

fn small(number: i16) -> Option<i8> {
    i8::try_from(number).ok()
}

/// The day with that month and day of month (`MMDD`) that lies nearest to another: entries are booked within weeks of
/// their value date, perhaps across the turn of the year.
pub(crate) fn nearest(value: Date, month_day: &str) -> Option<Date> {
    let (month, rest) = number(month_day, 2)?;
    let (of_month, _) = number(rest, 2)?;
    [0, -1, 1]
        .into_iter()
        .filter_map(|years| day(value.year() + years, small(month)?, small(of_month)?))
        .min_by_key(|date| (*date - value).get_days().abs())
}
