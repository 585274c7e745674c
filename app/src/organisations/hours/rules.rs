//! Whether an organisation is open at an instant, and when it opens next. Pure.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::types::{Exception, Hours, Opening, Span};
use crate::organisations::is_holiday;

/// A next opening is looked for on so many days.
const DAYS_AHEAD: usize = 370;

/// The instant of a minute of a local day. A minute that the clock skips in spring counts from after the change.
fn instant(day: Date, minute: i16, zone: &TimeZone) -> Option<Timestamp> {
    let midnight = DateTime::from_parts(day, Time::midnight());
    let local = midnight.checked_add(i64::from(minute).minutes()).ok()?;
    zone.to_ambiguous_timestamp(local).compatible().ok()
}

impl Hours {
    /// Whether somebody has said when it is open.
    pub fn is_known(&self) -> bool {
        self.week.iter().any(|spans| !spans.is_empty())
            || self.exceptions.iter().any(|one| !one.spans.is_empty())
    }

    /// What is different on this day.
    pub fn exception_on(&self, day: Date) -> Option<&Exception> {
        let holds = |one: &&Exception| one.from <= day && day <= one.until;
        self.exceptions.iter().find(holds)
    }

    /// Whether it is closed on this day because of a public holiday alone.
    pub fn is_closed_by_holiday(&self, day: Date, zone: &TimeZone) -> bool {
        let is_holiday = is_holiday(day, zone.iana_name().unwrap_or_default());
        is_holiday && !self.on_holidays && self.exception_on(day).is_none()
    }

    /// The spans of a day.
    pub fn spans_on(&self, day: Date, zone: &TimeZone) -> &[Span] {
        if let Some(exception) = self.exception_on(day) {
            return &exception.spans;
        }
        if self.is_closed_by_holiday(day, zone) {
            return &[];
        }
        let weekday = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or_default();
        self.week.get(weekday).map_or(&[], Vec::as_slice)
    }

    /// Whether it is open at this instant, by the clock of its zone.
    pub fn opening(&self, now: Timestamp, zone: &TimeZone) -> Opening {
        if !self.is_known() {
            return Opening::Unknown;
        }
        let mut day = now.to_zoned(zone.clone()).date();
        for _ in 0..DAYS_AHEAD {
            for span in self.spans_on(day, zone) {
                let ends = (
                    instant(day, span.from, zone),
                    instant(day, span.until, zone),
                );
                let (Some(from), Some(until)) = ends else {
                    continue;
                };
                if now < from && from < until {
                    return Opening::Closed { opens: Some(from) };
                }
                if now < until && from < until {
                    return Opening::Open { until };
                }
            }
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
        Opening::Closed { opens: None }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn warsaw() -> TimeZone {
        TimeZone::get("Europe/Warsaw").unwrap()
    }

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    /// The support centre: Tuesday and Thursday, 13:00 to 16:30.
    fn centre() -> Hours {
        let span = Span {
            from: 13 * 60,
            until: 16 * 60 + 30,
        };
        let mut hours = Hours::default();
        hours.week[1] = vec![span];
        hours.week[3] = vec![span];
        hours
    }

    fn opens(text: &str) -> Opening {
        let opens = Some(at(text));
        Opening::Closed { opens }
    }

    #[test]
    fn a_weekend_a_holiday_and_a_change_of_time_are_passed() {
        let (hours, zone) = (centre(), warsaw());
        // Friday evening: Tuesday comes after the weekend.
        assert_eq!(
            hours.opening(at("2026-11-20T19:00:00Z"), &zone),
            opens("2026-11-24T12:00:00Z")
        );
        let until = at("2026-11-24T15:30:00Z");
        assert_eq!(
            hours.opening(at("2026-11-24T12:00:00Z"), &zone),
            Opening::Open { until }
        );
        assert_eq!(hours.opening(until, &zone), opens("2026-11-26T12:00:00Z"));
        // Corpus Christi of 2026 is a Thursday.
        assert_eq!(
            hours.opening(at("2026-06-03T10:00:00Z"), &zone),
            opens("2026-06-09T11:00:00Z")
        );
        // Between Thursday and Tuesday the clocks go back: 13:00 is another hour of the world.
        assert_eq!(
            hours.opening(at("2026-10-22T15:00:00Z"), &zone),
            opens("2026-10-27T12:00:00Z")
        );
        assert_eq!(
            hours.opening(at("2026-10-22T10:00:00Z"), &zone),
            opens("2026-10-22T11:00:00Z")
        );
    }

    #[test]
    fn days_that_differ_come_before_the_week() {
        let (mut hours, zone) = (centre(), warsaw());
        let (from, until) = (date(2026, 11, 24), date(2026, 11, 26));
        hours.exceptions = vec![Exception {
            from,
            until,
            spans: Vec::new(),
            note: String::new(),
        }];
        assert_eq!(
            hours.opening(at("2026-11-24T12:30:00Z"), &zone),
            opens("2026-12-01T12:00:00Z")
        );
        assert_eq!(
            Hours::default().opening(at("2026-11-24T12:30:00Z"), &zone),
            Opening::Unknown
        );
    }

    fn any_hours() -> impl Strategy<Value = Hours> {
        let span = (0_i16..1440, 1_i16..600).prop_map(|(from, length)| Span {
            from,
            until: (from + length).min(1440),
        });
        let day = proptest::option::of(span).prop_map(Vec::from_iter);
        (proptest::array::uniform7(day), any::<bool>()).prop_map(|(week, on_holidays)| Hours {
            week,
            on_holidays,
            exceptions: Vec::new(),
        })
    }

    proptest! {
        #[test]
        fn the_next_opening_is_to_come_and_it_is_open_then(hours in any_hours(), seconds in 1_780_000_000_i64..1_830_000_000) {
            let (zone, now) = (warsaw(), Timestamp::from_second(seconds).unwrap());
            match hours.opening(now, &zone) {
                Opening::Open { until } => {
                    prop_assert!(now < until);
                    let is_open = matches!(hours.opening(until, &zone), Opening::Open { .. });
                    // Only where the next day begins open.
                    prop_assert!(!is_open || until.to_zoned(zone.clone()).time() == Time::midnight());
                }
                Opening::Closed { opens: Some(opens) } => {
                    prop_assert!(now < opens);
                    let is_open = matches!(hours.opening(opens, &zone), Opening::Open { .. });
                    prop_assert!(is_open);
                    let before = opens - 1.seconds();
                    let is_closed = before < now || matches!(hours.opening(before, &zone), Opening::Closed { .. });
                    prop_assert!(is_closed);
                }
                Opening::Closed { opens: None } => prop_assert!(false, "it opens every week"),
                Opening::Unknown => prop_assert!(hours.week.iter().all(Vec::is_empty)),
            }
        }
    }
}
