//! Pure decisions about enrolments (`spec/rules.md`, Enrolment). `now` is an argument; refusals are codes. What
//! follows from a group's dates alone, such as the deadline to resign, is the catalogue's.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::store::Enrolment;
use super::types::{EnrolmentState, Event, NoSuchTransition};
use crate::catalogue::rules::{self as dates, Standing};
use crate::catalogue::{Counts, GroupDetail, GroupState};
use crate::organisations::working_days_after;
use crate::people::fields::age_on;

/// Nobody has to answer an offer faster than this.
const SHORTEST_OFFER: SignedDuration = SignedDuration::from_hours(2);
/// An offer ends this long before the first meeting, so that the next in line can still come.
const OFFERS_END_BEFORE: SignedDuration = SignedDuration::from_hours(24);

/// A completed training stays among the current ones this long, with its certificate at hand.
const COMPLETED_IS_CURRENT: SignedDuration = SignedDuration::from_hours(24 * 90);
/// One that ended otherwise stays this long, so that nobody misses why.
const FAILED_IS_CURRENT: SignedDuration = SignedDuration::from_hours(24 * 14);

/// Why a group can not be joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CanNotJoin {
    /// Not published: for the public it does not exist.
    NotOffered,
    /// The training was cancelled.
    Cancelled,
    /// The window opens at this instant.
    NotYetOpen(Timestamp),
    /// The window is over, or the training has begun.
    Closed,
    /// Every place is held.
    Full,
    /// It asks for another age, or is for adults who join by themselves.
    Age,
}

/// Working days in which an application is answered (`spec/rules.md`, Enrolment).
pub const ANSWERED_WITHIN: u32 = 7;

/// The day by which whoever applies now is answered, on the organisation's calendar.
pub fn answered_by(detail: &GroupDetail, applied_at: Timestamp) -> Date {
    let day = detail.local_date(applied_at);
    working_days_after(day, ANSWERED_WITHIN, &detail.organisation.time_zone)
}

/// Whether somebody may take part: a course that asks for an age is for those who have it on the day of the first meeting;
/// one that asks for none is for adults who join by themselves.
pub fn fits_age(
    detail: &GroupDetail,
    born_on: Option<Date>,
    is_child: bool,
    now: Timestamp,
) -> bool {
    let Some((from, to)) = detail.course.ages() else {
        return !is_child;
    };
    let day = detail.local_date(detail.starts_at().unwrap_or(now));
    born_on.is_some_and(|born| (from..=to).contains(&i64::from(age_on(day, born))))
}

/// What one gets by joining.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A place.
    Place,
    /// A spot in the line for one, with this number.
    Line(i64),
    /// A part in the draw of the places.
    Draw,
}

/// Whether somebody may join now a group that stands like this, and what they get. The last place, and the last spot in
/// line, are decided by the database, whatever this says.
///
/// # Errors
/// The first reason against it.
pub fn may_join(detail: &GroupDetail, counts: Counts, now: Timestamp) -> Result<Way, CanNotJoin> {
    if detail.group.state == GroupState::Draft {
        return Err(CanNotJoin::NotOffered);
    }
    match dates::standing(detail, counts, now) {
        Standing::Cancelled => Err(CanNotJoin::Cancelled),
        Standing::Closed => Err(CanNotJoin::Closed),
        Standing::OpensAt(at) => Err(CanNotJoin::NotYetOpen(at)),
        Standing::Full => Err(CanNotJoin::Full),
        Standing::ListOpen(position) => Ok(Way::Line(position)),
        Standing::Open => Ok(Way::Place),
        Standing::Draw => Ok(Way::Draw),
    }
}

/// Why somebody can not resign alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CanNotResign {
    /// It has ended already.
    AlreadyOver,
    /// The last day for it was this one; staff can still withdraw the person.
    TooLate(Date),
}

/// Until when a place that is offered now is held: so many hours as the organisation sets, yet not beyond 24 hours before
/// the first meeting, and never for less than 2 hours. None when the first meeting is nearer than that: nobody could
/// answer in time.
pub fn offer_until(detail: &GroupDetail, now: Timestamp) -> Option<Timestamp> {
    let after = |pause: SignedDuration| now.checked_add(pause).unwrap_or(Timestamp::MAX);
    let usual = after(SignedDuration::from_hours(detail.organisation.offer_hours));
    let Some(first) = detail.starts_at() else {
        return Some(usual);
    };
    let shortest = after(SHORTEST_OFFER);
    let latest = first
        .checked_sub(OFFERS_END_BEFORE)
        .unwrap_or(Timestamp::MIN);
    (shortest <= first).then(|| usual.min(latest).max(shortest))
}

/// Why an offer can not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CanNotAccept {
    /// There is no offer, or it was answered before.
    NotOffered,
    /// Its time is over, or the training has begun.
    Lapsed,
}

/// Whether an offered place may be taken now.
///
/// # Errors
/// Why not.
pub fn may_accept(
    enrolment: &Enrolment,
    detail: &GroupDetail,
    now: Timestamp,
) -> Result<(), CanNotAccept> {
    match (enrolment.state, enrolment.offered_until) {
        (EnrolmentState::Offered, Some(until)) => {
            let is_held = now < until && detail.group.state == GroupState::Published;
            is_held.then_some(()).ok_or(CanNotAccept::Lapsed)
        }
        (EnrolmentState::Lapsed, _) => Err(CanNotAccept::Lapsed),
        _ => Err(CanNotAccept::NotOffered),
    }
}

/// Whether a participant may resign now: while the enrolment is open, until the deadline of the group; from a line, or
/// from a place that is only offered, at any time.
///
/// # Errors
/// Why not.
pub fn may_resign(
    state: EnrolmentState,
    detail: &GroupDetail,
    now: Timestamp,
) -> Result<(), CanNotResign> {
    if !state.is_open() {
        return Err(CanNotResign::AlreadyOver);
    }
    if matches!(state, EnrolmentState::Waiting | EnrolmentState::Offered) {
        return Ok(());
    }
    match (
        dates::resign_before(detail),
        dates::last_day_to_resign(detail),
    ) {
        (Some(ends), Some(day)) if now >= ends => Err(CanNotResign::TooLate(day)),
        _ => Ok(()),
    }
}

/// Where an event leads; the one table of transitions.
///
/// # Errors
/// [`NoSuchTransition`] for every pair that the rules do not name.
pub fn next(from: EnrolmentState, event: Event) -> Result<EnrolmentState, NoSuchTransition> {
    use EnrolmentState as S;
    match (event, from) {
        (Event::Offer, S::Waiting) => Ok(S::Offered),
        (Event::AcceptForApproval, S::Offered) | (Event::DrawForApproval, S::Waiting) => {
            Ok(S::Applied)
        }
        (Event::Confirm, S::Applied | S::Offered) | (Event::Draw, S::Waiting) => Ok(S::Confirmed),
        (Event::Lapse, S::Offered) | (Event::Outdo, S::Waiting) => Ok(S::Lapsed),
        (Event::Refuse, S::Applied | S::Waiting) => Ok(S::Refused),
        (Event::Cancel, open) if open.is_open() => Ok(S::Cancelled),
        (Event::Resign, open) if open.is_open() => Ok(S::Resigned),
        (Event::Start, S::Confirmed) => Ok(S::Attending),
        (Event::Complete, S::Attending | S::NotCompleted) => Ok(S::Completed),
        (Event::Fail, S::Attending | S::Completed) => Ok(S::NotCompleted),
        (Event::Transfer, S::Confirmed) => Ok(S::Transferred),
        (event, from) => Err(NoSuchTransition { from, event }),
    }
}

/// Whether the minutes attended reach the threshold of the group. A training without meetings is attended by everybody.
pub fn attended_enough(attended_minutes: i64, all_minutes: i64, threshold_percent: i64) -> bool {
    attended_minutes.saturating_mul(100) >= all_minutes.saturating_mul(threshold_percent)
}

/// Whether "My trainings" shows it among the current ones: what is open; what waits for the person; and for a while
/// what has ended, a cancelled one until it would have begun. What the person gave up goes to the archive at once.
pub fn is_current(
    state: EnrolmentState,
    changed_at: Timestamp,
    first_meeting: Option<Timestamp>,
    something_is_missing: bool,
    now: Timestamp,
) -> bool {
    let is_fresh = |kept: SignedDuration| now.duration_since(changed_at) < kept;
    match state {
        open if open.is_open() => true,
        EnrolmentState::Completed => something_is_missing || is_fresh(COMPLETED_IS_CURRENT),
        EnrolmentState::Resigned | EnrolmentState::Transferred => false,
        EnrolmentState::Cancelled => {
            is_fresh(FAILED_IS_CURRENT) || first_meeting.is_some_and(|first| now < first)
        }
        _ => is_fresh(FAILED_IS_CURRENT),
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
