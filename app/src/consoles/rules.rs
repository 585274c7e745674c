//! Pure decisions: days, order, what is overdue, when the daily letter leaves.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::types::{Behind, Line};
use crate::enrolment::rules::ANSWERED_WITHIN;
use crate::organisations::{is_working_day, working_days_after};

/// The day by which an application that came in at this instant is answered.
pub fn answered_by(applied_at: Timestamp, zone: &TimeZone) -> Date {
    let day = applied_at.to_zoned(zone.clone()).date();
    working_days_after(day, ANSWERED_WITHIN, zone.iana_name().unwrap_or_default())
}

/// What is overdue first, then by the nearest day, then what has waited longest.
pub fn in_order(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by_key(|line| {
        (
            !line.is_overdue,
            line.due.is_none(),
            line.due,
            line.since.is_none(),
            line.since,
            line.what,
        )
    });
    lines
}

/// The day of which the letter is, when it is time for one: on working days, between two hours of the local clock.
pub fn day_of_letter(now: Timestamp, zone: &TimeZone, (from, until): (Time, Time)) -> Option<Date> {
    let local = now.to_zoned(zone.clone());
    let is_time = (from..until).contains(&local.time());
    let works = is_working_day(local.date(), zone.iana_name().unwrap_or_default());
    (is_time && works).then(|| local.date())
}

/// By what institutions are ordered, the worst first: answers that are late, then who waits longest, then how many.
pub fn how_far_behind(one: &Behind) -> impl Ord + use<> {
    (
        -one.late,
        one.oldest.is_none(),
        one.oldest,
        -(one.undecided + one.requests),
        -one.unconfirmed,
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::consoles::types::What;

    fn line(what: What, due: Option<Date>, since: Option<Date>, is_overdue: bool) -> Line {
        Line {
            what,
            count: 1,
            due,
            since,
            is_overdue,
            href: String::new(),
        }
    }

    #[test]
    fn what_is_overdue_comes_first_and_what_has_no_day_last() {
        let (monday, friday) = (date(2026, 11, 23), date(2026, 11, 27));
        let lines = vec![
            line(What::Merges, None, None, false),
            line(What::Requests, None, Some(monday), false),
            line(What::Applications, Some(friday), Some(monday), false),
            line(What::Few, Some(monday), None, false),
            line(What::Overdue, Some(friday), None, true),
        ];
        let order: Vec<What> = in_order(lines).iter().map(|line| line.what).collect();
        assert_eq!(
            order,
            [
                What::Overdue,
                What::Few,
                What::Applications,
                What::Requests,
                What::Merges
            ]
        );
    }

    #[test]
    fn letters_leave_in_the_morning_of_working_days() {
        let warsaw = TimeZone::get("Europe/Warsaw").unwrap_or(TimeZone::UTC);
        let hours = (time(7, 0, 0, 0), time(12, 0, 0, 0));
        let at = |day: Date, hour: i8, minute: i8| {
            let local = day.at(hour, minute, 0, 0).to_zoned(warsaw.clone());
            day_of_letter(
                local.map_or(Timestamp::MIN, |at| at.timestamp()),
                &warsaw,
                hours,
            )
        };
        let monday = date(2026, 11, 23);
        assert_eq!(at(monday, 6, 59), None);
        assert_eq!(at(monday, 7, 0), Some(monday));
        assert_eq!(at(monday, 11, 59), Some(monday));
        assert_eq!(at(monday, 12, 0), None);
        assert_eq!(at(date(2026, 11, 22), 8, 0), None, "a Sunday");
        assert_eq!(at(date(2026, 11, 11), 8, 0), None, "a public holiday");
    }

    #[test]
    fn the_worst_institution_is_the_one_with_late_answers() {
        let late = Behind {
            late: 1,
            undecided: 1,
            ..Behind::default()
        };
        let many = Behind {
            undecided: 90,
            requests: 5,
            oldest: Some(date(2026, 11, 1)),
            ..Behind::default()
        };
        assert!(how_far_behind(&late) < how_far_behind(&many));
        assert!(how_far_behind(&many) < how_far_behind(&Behind::default()));
    }
}
