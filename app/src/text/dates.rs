//! A date typed into three fields.

use super::TextProblem;
use jiff::civil::Date;

/// Dates before this year are slips of the keyboard.
const FIRST_YEAR: i16 = 1900;

/// The date of three typed fields, not before 1900 and not after `today`.
///
/// # Errors
/// [`TextProblem::Empty`] when all three are empty, [`TextProblem::DateMissingPart`] when one is,
/// [`TextProblem::DateNotReal`], [`TextProblem::DateInFuture`], [`TextProblem::DateTooOld`].
pub fn parse_date_fields(
    day: &str,
    month: &str,
    year: &str,
    today: Date,
) -> Result<Date, TextProblem> {
    let parts = [
        ("day", day.trim()),
        ("month", month.trim()),
        ("year", year.trim()),
    ];
    if parts.iter().all(|(_, typed)| typed.is_empty()) {
        return Err(TextProblem::Empty);
    }
    if let Some(&(part, _)) = parts.iter().find(|(_, typed)| typed.is_empty()) {
        return Err(TextProblem::DateMissingPart { part });
    }
    let [day, month, year] = parts.map(|(_, typed)| number(typed));
    let (Some(day), Some(month), Some(year)) = (day, month, year) else {
        return Err(TextProblem::DateNotReal);
    };
    let small = |n: i16| i8::try_from(n).map_err(|_| TextProblem::DateNotReal);
    let date = Date::new(year, small(month)?, small(day)?).map_err(|_| TextProblem::DateNotReal)?;
    if date.year() < FIRST_YEAR {
        Err(TextProblem::DateTooOld)
    } else if date > today {
        Err(TextProblem::DateInFuture)
    } else {
        Ok(date)
    }
}

/// At most four ASCII digits: a sign or a fifth digit is no part of a date.
fn number(typed: &str) -> Option<i16> {
    let digits = typed.len() <= 4 && typed.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| typed.parse().ok()).flatten()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn parse(day: &str, month: &str, year: &str) -> Result<Date, TextProblem> {
        parse_date_fields(day, month, year, date(2026, 11, 22))
    }

    #[test]
    fn dates_of_the_calendar_pass() {
        assert_eq!(parse(" 1", "02", "1985 "), Ok(date(1985, 2, 1)));
        assert_eq!(parse("29", "2", "2024"), Ok(date(2024, 2, 29)));
        assert_eq!(parse("1", "1", "1900"), Ok(date(1900, 1, 1)));
        assert_eq!(parse("22", "11", "2026"), Ok(date(2026, 11, 22)));
    }

    #[test]
    fn each_fault_has_its_code() {
        for (day, month, year, code) in [
            ("29", "2", "2023", "date_not_real"),
            ("31", "4", "2020", "date_not_real"),
            ("0", "1", "2020", "date_not_real"),
            ("1", "13", "2020", "date_not_real"),
            ("200", "1", "2020", "date_not_real"),
            ("1", "maja", "2020", "date_not_real"),
            ("-1", "1", "2020", "date_not_real"),
            ("1", "1", "20200", "date_not_real"),
            ("23", "11", "2026", "date_in_future"),
            ("31", "12", "1899", "date_too_old"),
            ("1", "1", "85", "date_too_old"),
            ("1", " ", "2020", "date_missing_part"),
            ("", "", " ", "required"),
        ] {
            assert_eq!(
                parse(day, month, year).unwrap_err().code(),
                code,
                "{day}.{month}.{year}"
            );
        }
        assert_eq!(
            parse("1", "", "").unwrap_err(),
            TextProblem::DateMissingPart { part: "month" }
        );
    }

    proptest! {
        #[test]
        fn every_day_between_reads_back(days in 0_i32..46_000) {
            let day = date(1900, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
            let typed = (day.day().to_string(), day.month().to_string(), day.year().to_string());
            prop_assert_eq!(parse(&typed.0, &typed.1, &typed.2), Ok(day));
        }

        #[test]
        fn nothing_typed_makes_a_panic(day in any::<String>(), month in any::<String>(), year in any::<String>()) {
            let _ = parse(&day, &month, &year);
        }
    }
}
