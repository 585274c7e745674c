//! A cell of a workbook as the text that a person sees in it.

use calamine::{CellErrorType, DataRef, ExcelDateTime, Style};
use std::borrow::Cow;

/// A number format of digits with leading zeros, such as `00000` or `00\-000`: postal codes, PESEL and the like are
/// often numbers that only look complete through it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Padding(Vec<Option<char>>);

impl Padding {
    /// The padding of a cell style; `None` for every other format.
    pub fn of_style(style: &Style) -> Option<Self> {
        Self::of_format(&style.number_format.as_ref()?.format_code)
    }

    fn of_format(code: &str) -> Option<Self> {
        let mut places = Vec::new();
        let mut letters = code.split(';').next()?.chars();
        while let Some(letter) = letters.next() {
            match letter {
                '0' => places.push(None),
                '-' | ' ' | '/' | '(' | ')' => places.push(Some(letter)),
                '\\' => places.push(Some(letters.next()?)),
                '"' => loop {
                    match letters.next()? {
                        '"' => break,
                        quoted => places.push(Some(quoted)),
                    }
                },
                _ => return None,
            }
        }
        (places.iter().filter(|place| place.is_none()).count() > 1).then_some(Self(places))
    }

    /// The number with its zeros; `None` if it is negative, broken or longer than the format.
    fn apply(&self, number: f64) -> Option<String> {
        let width = self.0.iter().filter(|place| place.is_none()).count();
        let digits = format!("{number:0width$}");
        if digits.len() != width || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let mut digits = digits.chars();
        self.0
            .iter()
            .map(|place| place.or_else(|| digits.next()))
            .collect()
    }
}

/// The text of a cell, or the error it shows.
pub(super) fn text_of<'book>(
    value: &DataRef<'book>,
    padding: Option<&Padding>,
) -> Result<Cow<'book, str>, &'static str> {
    Ok(match value {
        DataRef::Empty => Cow::Borrowed(""),
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::String(text) | DataRef::DurationIso(text) => Cow::Owned(text.clone()),
        DataRef::DateTimeIso(text) => {
            Cow::Owned(text.trim_end_matches("T00:00:00").replacen('T', " ", 1))
        }
        DataRef::Int(number) => Cow::Owned(number.to_string()),
        // A float is written in its shortest form: 12 without ".0", 0.1 without its binary tail.
        DataRef::Float(number) => Cow::Owned(
            padding
                .and_then(|padding| padding.apply(*number))
                .unwrap_or_else(|| number.to_string()),
        ),
        DataRef::Bool(true) => Cow::Borrowed("TRUE"),
        DataRef::Bool(false) => Cow::Borrowed("FALSE"),
        DataRef::DateTime(moment) => Cow::Owned(text_of_moment(moment)),
        DataRef::Error(error) => return Err(shown(error)),
    })
}

/// ISO: `2026-12-01`, with a time of day `2026-12-01 10:30`, a time alone `10:30`, a duration in hours `26:15`.
fn text_of_moment(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    if moment.is_duration() || (0.0..1.0).contains(&days) {
        let seconds = (days * 86_400.0).round();
        let (hours, minutes) = ((seconds / 3_600.0).floor(), (seconds / 60.0).floor() % 60.0);
        return time(&format!("{hours:02}:{minutes:02}"), seconds % 60.0);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        return date;
    }
    time(&format!("{date} {hour:02}:{minute:02}"), f64::from(second))
}

/// Seconds are written only where there are some.
fn time(to_the_minute: &str, seconds: f64) -> String {
    if seconds < 1.0 {
        to_the_minute.to_owned()
    } else {
        format!("{to_the_minute}:{seconds:02}")
    }
}

const fn shown(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    fn moment(days: f64, kind: calamine::ExcelDateTimeType) -> String {
        text_of_moment(&ExcelDateTime::new(days, kind, false))
    }

    #[test]
    fn numbers_look_as_in_the_sheet() {
        for (number, text) in [
            (12.0, "12"),
            (0.1, "0.1"),
            (-3.5, "-3.5"),
            (48_600_100_200.0, "48600100200"),
        ] {
            assert_eq!(text_of(&DataRef::Float(number), None).unwrap(), text);
        }
    }

    #[test]
    fn formats_of_zeros_fill_up() {
        for (format, number, text) in [
            ("00000", 950.0, "00950"),
            ("00\\-000", 950.0, "00-950"),
            ("00\"-\"000;@", 62_066.0, "62-066"),
            ("00000000000", 2_290_112_345.0, "02290112345"),
            ("00", 123.0, "123"),
            ("00", 1.5, "1.5"),
            ("0", 7.0, "7"),
            ("#,##0.00", 7.0, "7"),
            ("000", -7.0, "-7"),
        ] {
            let padding = Padding::of_format(format);
            assert_eq!(
                text_of(&DataRef::Float(number), padding.as_ref()).unwrap(),
                text,
                "{format}"
            );
        }
    }

    #[test]
    fn dates_and_times_are_iso() {
        assert_eq!(moment(46_357.0, DateTime), "2026-12-01");
        assert_eq!(moment(46_357.437_5, DateTime), "2026-12-01 10:30");
        assert_eq!(moment(0.437_5, DateTime), "10:30");
        assert_eq!(moment(0.437_511_574, DateTime), "10:30:01");
        assert_eq!(moment(1.093_75, TimeDelta), "26:15");
        for broken in [f64::NAN, f64::INFINITY, -1e300, 1e300] {
            moment(broken, DateTime);
            moment(broken, TimeDelta);
        }
    }
}
