//! Working days: Monday to Friday without public holidays. Poland's are known; elsewhere only weekends are free.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The day that comes so many working days after this one.
pub fn working_days_after(day: Date, count: u32, time_zone: &str) -> Date {
    let (mut at, mut left) = (day, count);
    while left > 0 {
        let Ok(next) = at.tomorrow() else { return at };
        at = next;
        left -= u32::from(is_working_day(at, time_zone));
    }
    at
}

/// Whether people work on this day in the country of the time zone.
pub fn is_working_day(day: Date, time_zone: &str) -> bool {
    !is_weekend(day) && !is_holiday(day, time_zone)
}

/// Saturdays and Sundays.
pub fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether the day is a public holiday in the country of the time zone, be it a Sunday.
pub fn is_holiday(day: Date, time_zone: &str) -> bool {
    time_zone == "Europe/Warsaw" && is_polish_holiday(day)
}

/// Public holidays by the act of 18 January 1951 as it stands since 2025.
fn is_polish_holiday(day: Date) -> bool {
    let fixed = [
        (1, 1),
        (1, 6),
        (5, 1),
        (5, 3),
        (8, 15),
        (11, 1),
        (11, 11),
        (12, 24),
        (12, 25),
        (12, 26),
    ];
    let Some(easter) = easter(day.year()) else {
        return false;
    };
    // Easter and Easter Monday, Pentecost, Corpus Christi.
    let moving = [0, 1, 49, 60].map(|days| easter.checked_add(days.days()).ok());
    fixed.contains(&(day.month(), day.day())) || moving.contains(&Some(day))
}

/// Easter Sunday of a Gregorian year (Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century + 8) / 25;
    let epact = (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * shift + 114;
    let (month, day) = (sum / 31, sum % 31 + 1);
    Date::new(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
    .ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn easter_is_when_it_is() {
        for day in [
            date(2024, 3, 31),
            date(2025, 4, 20),
            date(2026, 4, 5),
            date(2027, 3, 28),
            date(2038, 4, 25),
        ] {
            assert_eq!(easter(day.year()), Some(day));
        }
    }

    #[test]
    fn weekends_and_holidays_are_left_out() {
        let warsaw = "Europe/Warsaw";
        let friday = date(2026, 11, 20);
        assert_eq!(working_days_after(friday, 3, warsaw), date(2026, 11, 25));
        assert_eq!(working_days_after(friday, 0, warsaw), friday);
        // Christmas Eve is Thursday, then two holidays and a Sunday.
        let before = date(2026, 12, 23);
        assert_eq!(working_days_after(before, 1, warsaw), date(2026, 12, 28));
        assert_eq!(
            working_days_after(before, 1, "Europe/Moscow"),
            date(2026, 12, 24)
        );
        // A Saturday; Easter and Pentecost, which are Sundays.
        for day in [date(2027, 5, 1), date(2027, 3, 28), date(2027, 5, 16)] {
            assert!(is_holiday(day, warsaw), "{day}");
            assert!(!is_holiday(day, "Europe/Moscow"), "{day}");
        }
        assert!(!is_holiday(date(2027, 5, 2), warsaw));
        // Corpus Christi.
        assert!(!is_working_day(date(2026, 6, 4), warsaw));
        assert!(is_working_day(date(2026, 6, 5), warsaw));
    }
}
