//! Another run of a group, another year of a course: the same days of the week and hours, counted from a new first day.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan};

use super::{GroupDraft, MeetingDraft};
use crate::accounts::AccountId;
use crate::catalogue::writing::{GroupFields, MeetingFields};
use crate::catalogue::{GroupDetail, GroupState};
use crate::organisations::{is_holiday, is_weekend, is_working_day};

/// The group as a draft whose first meeting is on `first`. A meeting on a working day that would fall on a weekend or a
/// public holiday moves to the next working day on which the group has no other meeting, and one of a weekend that would
/// fall on a public holiday to the next such day of a weekend; the window moves with the first meeting. Without meetings, the window begins on `first`.
pub fn moved_group(
    detail: &GroupDetail,
    trainers: &[AccountId],
    code: String,
    first: Date,
) -> GroupDraft {
    let zone = &detail.organisation.zone;
    let begins = detail.starts_at().unwrap_or(detail.group.opens_at);
    let days = days_between(detail.local_date(begins), first);
    let mut meetings: Vec<MeetingDraft> = Vec::new();
    let mut last: Option<Date> = None;
    for meeting in &detail.meetings {
        let old = detail.local_date(meeting.starts_at);
        let planned = moved(old, days);
        let day = match (meetings.last(), last) {
            // Two meetings of one day stay on one day.
            (Some(before), Some(last)) if last == old => local_day(before.fields.starts_at, zone),
            (before, _) => {
                let after = before.map(|before| local_day(before.fields.starts_at, zone));
                free_day(old, planned, after, zone)
            }
        };
        last = Some(old);
        let shift = days_between(old, day);
        meetings.push(MeetingDraft {
            id: None,
            fields: MeetingFields {
                starts_at: at_same_time(meeting.starts_at, shift, zone),
                ends_at: at_same_time(meeting.ends_at, shift, zone),
                place: meeting.place.clone(),
                room_id: meeting.room_id,
            },
        });
    }
    GroupDraft {
        fields: GroupFields {
            code,
            state: GroupState::Draft,
            opens_at: at_same_time(detail.group.opens_at, days, zone),
            closes_at: at_same_time(detail.group.closes_at, days, zone),
            ..GroupFields::from(&detail.group)
        },
        meetings,
        trainers: trainers.to_vec(),
        copied_from: Some(detail.group.id),
    }
}

/// A code that no group of the course has: the number at the end grows, or one is added.
pub fn next_code(code: &str, taken: &[String]) -> String {
    let digits = code.len() - code.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (stem, number) = code.split_at(code.len() - digits);
    let stem = if digits == 0 {
        format!("{code}-")
    } else {
        stem.to_owned()
    };
    let from: u64 = number.parse().unwrap_or(1);
    // One more than there are: one of them is free.
    (1..=taken.len() as u64 + 1)
        .map(|step| format!("{stem}{}", from.saturating_add(step)))
        .find(|candidate| !taken.contains(candidate))
        .unwrap_or_default()
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to)
        .map_or(0, |span: Span| i64::from(span.get_days()))
}

fn moved(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}

fn local_day(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned(zone.clone()).date()
}

/// `planned`, unless it is a public holiday, or free where `old` was worked on, or not after the meeting before. What was
/// planned on a weekend stays on one.
fn free_day(old: Date, planned: Date, after: Option<Date>, zone: &TimeZone) -> Date {
    let name = zone.iana_name().unwrap_or_default();
    let was_worked_on = is_working_day(old, name);
    let suits = |day: Date| {
        if was_worked_on {
            is_working_day(day, name)
        } else {
            !is_holiday(day, name) && is_weekend(day) == is_weekend(planned)
        }
    };
    let mut day = planned;
    // Three weeks hold a day of either kind in any calendar.
    for _ in 0..21 {
        if suits(day) && after.is_none_or(|after| day > after) {
            return day;
        }
        day = moved(day, 1);
    }
    day
}

/// The same time of the clock, days later.
fn at_same_time(at: Timestamp, days: i64, zone: &TimeZone) -> Timestamp {
    let local = at.to_zoned(zone.clone());
    local
        .checked_add(days.days())
        .map_or(at, |moved| moved.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_go_on() {
        let taken = ["3".to_owned(), "4".to_owned(), "wiosna".to_owned()];
        assert_eq!(next_code("3", &taken), "5");
        assert_eq!(next_code("2026/1", &taken), "2026/2");
        assert_eq!(next_code("wiosna", &taken), "wiosna-2");
        assert_eq!(next_code("", &taken), "-2");
        assert_eq!(next_code("99999999999999999999", &[]), "2");
    }

    #[test]
    fn a_meeting_does_not_fall_on_a_holiday_or_before_another() {
        use jiff::civil::date;
        let warsaw = TimeZone::get("Europe/Warsaw").unwrap_or(TimeZone::UTC);
        let tuesday = date(2026, 12, 1);
        assert_eq!(
            free_day(tuesday, date(2026, 12, 25), None, &warsaw),
            date(2026, 12, 28)
        );
        let saturday = date(2026, 12, 5);
        assert_eq!(
            free_day(saturday, date(2027, 1, 2), None, &warsaw),
            date(2027, 1, 2)
        );
        // Christmas on a weekend, and New Year after it; the first of May.
        assert_eq!(
            free_day(saturday, date(2027, 12, 25), None, &warsaw),
            date(2028, 1, 2)
        );
        assert_eq!(
            free_day(saturday, date(2027, 5, 1), None, &warsaw),
            date(2027, 5, 2)
        );
        // Begun on a weekday instead: no holiday, and no weekend.
        assert_eq!(
            free_day(saturday, date(2026, 11, 11), None, &warsaw),
            date(2026, 11, 12)
        );
        let after = Some(date(2026, 12, 28));
        assert_eq!(
            free_day(tuesday, date(2026, 12, 28), after, &warsaw),
            date(2026, 12, 29)
        );
    }
}
