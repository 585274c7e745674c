//! The rules, tried with everything that chance finds.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::sync::Arc;

use jiff::civil::{Time, date};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::accounts::OrganisationId;
use crate::catalogue::{
    Allocation, Course, CourseId, CourseState, Group, GroupId, Meeting, MeetingId, Mode,
    OrganisationSummary,
};

fn warsaw() -> TimeZone {
    TimeZone::get("Europe/Warsaw").unwrap()
}

fn at(day: Date, hour: i8) -> Timestamp {
    day.at(hour, 0, 0, 0)
        .to_zoned(warsaw())
        .unwrap()
        .timestamp()
}

/// A group with meetings of one hour, open all year; long from 5 hours or 2 meetings on.
fn group(teaching_hours: i64, meetings: &[Timestamp]) -> GroupDetail {
    let meeting = |starts_at: &Timestamp| Meeting {
        id: MeetingId::new(starts_at.as_second()),
        group_id: GroupId::new(1),
        starts_at: *starts_at,
        ends_at: *starts_at + SignedDuration::from_hours(1),
        place: String::new(),
        room_id: None,
    };
    GroupDetail {
        group: Group {
            id: GroupId::new(1),
            course_id: CourseId::new(1),
            code: String::new(),
            state: GroupState::Published,
            mode: Mode::OnSite,
            place: String::new(),
            online_link: String::new(),
            trainers: String::new(),
            capacity: 1,
            minimum: 0,
            taken: 0,
            waiting_places: 0,
            waiting: 0,
            needs_approval: false,
            opens_at: at(date(2026, 11, 1), 9),
            closes_at: at(date(2026, 11, 29), 9),
            price_minor: 0,
            currency: "PLN".into(),
            attendance_percent: 75,
            signatory_name: String::new(),
            signatory_role: String::new(),
            sequence: 0,
            version: 1,
            published_at: None,
            finished_at: None,
            allocation: Allocation::FirstCome,
            drawn_at: None,
        },
        course: Arc::new(Course {
            id: CourseId::new(1),
            organisation_id: OrganisationId::new(1),
            code: String::new(),
            title: String::new(),
            subject: String::new(),
            summary: String::new(),
            topics: String::new(),
            audience: String::new(),
            language: "pl".into(),
            teaching_hours,
            age_from: None,
            age_to: None,
            takes_certificate: false,
            state: CourseState::Published,
            version: 1,
        }),
        meetings: meetings.iter().map(meeting).collect(),
        organisation: Arc::new(OrganisationSummary {
            id: OrganisationId::new(1),
            name: String::new(),
            time_zone: "Europe/Warsaw".into(),
            zone: warsaw(),
            long_from_hours: 5,
            long_from_meetings: 2,
            offer_hours: 48,
            phone: String::new(),
            email: String::new(),
            city: String::new(),
            address: String::new(),
        }),
    }
}

fn counts(taken: i64, waiting: i64) -> Counts {
    Counts { taken, waiting }
}

/// The last second at which resigning is possible, on Warsaw's clock; the next one must be too late.
fn last_second(detail: &GroupDetail) -> String {
    let ends = dates::resign_before(detail).unwrap();
    let last = ends - SignedDuration::from_secs(1);
    assert_eq!(may_resign(EnrolmentState::Confirmed, detail, last), Ok(()));
    let day = dates::last_day_to_resign(detail).unwrap();
    assert_eq!(
        may_resign(EnrolmentState::Confirmed, detail, ends),
        Err(CanNotResign::TooLate(day))
    );
    last.to_zoned(warsaw())
        .strftime("%Y-%m-%d %H:%M:%S")
        .to_string()
}

#[test]
fn a_short_training_can_be_given_back_until_the_end_of_the_day_before() {
    assert_eq!(
        last_second(&group(4, &[at(date(2026, 12, 1), 16)])),
        "2026-11-30 23:59:59"
    );
}

#[test]
fn a_training_is_long_by_hours_or_by_meetings() {
    let (first, second) = (at(date(2026, 12, 1), 16), at(date(2026, 12, 8), 16));
    assert_eq!(last_second(&group(5, &[first])), "2026-11-28 23:59:59");
    assert_eq!(
        last_second(&group(1, &[first, second])),
        "2026-11-28 23:59:59"
    );
}

#[test]
fn the_deadline_counts_calendar_days_across_a_change_of_the_clock() {
    // Clocks go back on Sunday, 25 October 2026: that day has 25 hours. They go forward on 28 March 2027: 23 hours.
    let autumn = group(1, &[at(date(2026, 10, 26), 16)]);
    assert_eq!(last_second(&autumn), "2026-10-25 23:59:59");
    assert_eq!(
        dates::resign_before(&autumn).unwrap().to_string(),
        "2026-10-25T23:00:00Z"
    );
    let spring = group(1, &[at(date(2027, 3, 29), 8)]);
    assert_eq!(last_second(&spring), "2027-03-28 23:59:59");
    assert_eq!(
        dates::resign_before(&spring).unwrap().to_string(),
        "2027-03-28T22:00:00Z"
    );
}

#[test]
fn the_deadline_knows_29_february() {
    assert_eq!(
        last_second(&group(1, &[at(date(2028, 3, 1), 9)])),
        "2028-02-29 23:59:59"
    );
    assert_eq!(
        last_second(&group(8, &[at(date(2027, 3, 1), 9)])),
        "2027-02-26 23:59:59"
    );
}

#[test]
fn without_meetings_one_can_always_resign() {
    let undated = group(1, &[]);
    assert_eq!(
        may_resign(EnrolmentState::Confirmed, &undated, Timestamp::MAX),
        Ok(())
    );
}

#[test]
fn the_window_is_open_to_the_second() {
    let open = group(1, &[at(date(2026, 12, 1), 16)]);
    let (opens, closes, second) = (
        open.group.opens_at,
        open.group.closes_at,
        SignedDuration::from_secs(1),
    );
    assert_eq!(
        may_join(&open, counts(0, 0), opens - second),
        Err(CanNotJoin::NotYetOpen(opens))
    );
    assert_eq!(may_join(&open, counts(0, 0), opens), Ok(Way::Place));
    assert_eq!(
        may_join(&open, counts(0, 0), closes - second),
        Ok(Way::Place)
    );
    assert_eq!(
        may_join(&open, counts(0, 0), closes),
        Err(CanNotJoin::Closed)
    );
    assert_eq!(may_join(&open, counts(1, 0), opens), Err(CanNotJoin::Full));
    let mut paid = open.clone();
    paid.group.price_minor = 1;
    assert!(may_join(&paid, counts(0, 0), opens).is_ok());
    for (state, refusal) in [
        (GroupState::Draft, CanNotJoin::NotOffered),
        (GroupState::Running, CanNotJoin::Closed),
        (GroupState::Finished, CanNotJoin::Closed),
        (GroupState::Cancelled, CanNotJoin::Cancelled),
    ] {
        let mut other = open.clone();
        other.group.state = state;
        assert_eq!(may_join(&other, counts(0, 0), opens), Err(refusal));
    }
}

#[test]
fn a_free_place_is_for_those_who_wait() {
    let mut group = group(1, &[at(date(2026, 12, 1), 16)]);
    group.group.waiting_places = 2;
    let opens = group.group.opens_at;
    assert_eq!(may_join(&group, counts(0, 0), opens), Ok(Way::Place));
    assert_eq!(may_join(&group, counts(1, 0), opens), Ok(Way::Line(1)));
    assert_eq!(may_join(&group, counts(0, 1), opens), Ok(Way::Line(2)));
    assert_eq!(may_join(&group, counts(1, 2), opens), Err(CanNotJoin::Full));
}

#[test]
fn an_offer_is_shorter_as_the_start_comes_near() {
    let first = at(date(2026, 12, 1), 16);
    let detail = group(1, &[first]);
    let hours = SignedDuration::from_hours;
    let held = |before: i64| {
        let now = first - hours(before);
        offer_until(&detail, now).map(|until| until.duration_since(now).as_hours())
    };
    assert_eq!(held(100), Some(48));
    assert_eq!(held(72), Some(48));
    assert_eq!(held(60), Some(36));
    assert_eq!(held(26), Some(2));
    assert_eq!(held(25), Some(2));
    assert_eq!(held(2), Some(2));
    assert_eq!(held(1), None);
    let undated = group(1, &[]);
    assert_eq!(offer_until(&undated, first), Some(first + hours(48)));
}

#[test]
fn who_only_waits_can_leave_at_any_time() {
    let detail = group(1, &[at(date(2026, 12, 1), 16)]);
    let late = at(date(2026, 12, 1), 15);
    for state in [EnrolmentState::Waiting, EnrolmentState::Offered] {
        assert_eq!(may_resign(state, &detail, late), Ok(()));
    }
    assert!(may_resign(EnrolmentState::Applied, &detail, late).is_err());
}

#[test]
fn attendance_counts_minutes() {
    assert!(attended_enough(270, 360, 75));
    assert!(!attended_enough(269, 360, 75));
    assert!(attended_enough(0, 0, 75));
    assert!(attended_enough(0, 360, 0));
}

#[test]
fn what_has_ended_goes_to_the_archive_in_time() {
    use EnrolmentState as S;
    let now = at(date(2026, 12, 1), 16);
    let days = |count: i64| SignedDuration::from_hours(24 * count);
    let shown =
        |state, ago, first, missing| is_current(state, now - days(ago), first, missing, now);
    assert!(shown(S::Confirmed, 400, None, false));
    assert!(shown(S::Completed, 400, None, true));
    assert!(shown(S::Completed, 80, None, false));
    assert!(!shown(S::Completed, 91, None, false));
    assert!(!shown(S::Resigned, 0, None, false));
    assert!(shown(S::Cancelled, 30, Some(now + days(1)), false));
    assert!(!shown(S::Cancelled, 30, Some(now - days(1)), false));
    assert!(shown(S::NotCompleted, 13, None, false));
    assert!(!shown(S::NotCompleted, 14, None, false));
}

fn any_state() -> impl Strategy<Value = EnrolmentState> {
    select(EnrolmentState::ALL.to_vec())
}

fn any_event() -> impl Strategy<Value = Event> {
    select(Event::ALL.to_vec())
}

proptest! {
    #[test]
    fn an_offer_ends_before_the_start_and_leaves_time_to_answer(before in 0_i64..20_000, hours in 2_i64..721) {
        let first = at(date(2026, 12, 1), 16);
        let mut detail = group(1, &[first]);
        Arc::make_mut(&mut detail.organisation).offer_hours = hours;
        let now = first - SignedDuration::from_mins(before);
        match offer_until(&detail, now) {
            None => prop_assert!(before < 120),
            Some(until) => {
                prop_assert!(until <= first);
                let held = until.duration_since(now);
                prop_assert!(held >= SHORTEST_OFFER && held <= SignedDuration::from_hours(hours));
            }
        }
    }

    #[test]
    fn no_event_reopens_what_is_closed(state in any_state(), events in prop::collection::vec(any_event(), 1..20)) {
        let mut now = state;
        for event in events {
            let before = now;
            if let Ok(after) = next(now, event) {
                prop_assert!(!before.is_closed(), "{before:?} was left by {event:?}");
                prop_assert!(before.is_open() || !after.is_open(), "{before:?} was reopened by {event:?}");
                now = after;
            }
        }
    }

    #[test]
    fn a_state_is_open_or_over_or_closed(state in any_state()) {
        let over = matches!(state, EnrolmentState::Completed | EnrolmentState::NotCompleted);
        let kinds = [state.is_open(), over, state.is_closed()];
        prop_assert_eq!(kinds.iter().filter(|kind| **kind).count(), 1);
        prop_assert_eq!(state.holds_a_place(), state.is_open() && state != EnrolmentState::Waiting);
        prop_assert_eq!(EnrolmentState::from_code(state.code()), Some(state));
    }

    #[test]
    fn the_deadline_is_a_local_midnight_before_the_meeting(hours in 0_i64..400_000, teaching in 1_i64..9) {
        let first = "2000-01-10T00:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_hours(hours);
        let detail = group(teaching, &[first]);
        let ends = dates::resign_before(&detail).unwrap();
        prop_assert!(ends <= first);
        prop_assert_eq!(ends.to_zoned(warsaw()).time(), Time::midnight());
        let day = dates::last_day_to_resign(&detail).unwrap();
        let days = day.until(first.to_zoned(warsaw()).date()).unwrap().get_days();
        prop_assert_eq!(days, if teaching >= 5 { 3 } else { 1 });
    }
}
