//! What follows from a group's dates: pure, the instant is an argument.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::places::Counts;
use super::{GroupDetail, GroupState};

/// What a visitor can do about a group at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Places are free and the window is open.
    Open,
    /// The window is open, and whoever applies takes part in a draw of the places when it closes.
    Draw,
    /// The window opens at this instant.
    OpensAt(Timestamp),
    /// Every place is taken, but one can wait for one: as the so-manieth in line.
    ListOpen(i64),
    /// Every place is taken, and nobody more can wait for one.
    Full,
    /// The window has closed, or the group has begun or is over.
    Closed,
    /// It was called off.
    Cancelled,
}

/// What can be done about a group of which so many places are taken and for which so many wait. A free place that others
/// wait for is theirs.
pub fn standing(detail: &GroupDetail, counts: Counts, now: Timestamp) -> Standing {
    let group = &detail.group;
    match group.state {
        GroupState::Cancelled => Standing::Cancelled,
        GroupState::Draft | GroupState::Running | GroupState::Finished => Standing::Closed,
        GroupState::Published if now >= group.closes_at => Standing::Closed,
        GroupState::Published if now < group.opens_at => Standing::OpensAt(group.opens_at),
        GroupState::Published if group.is_undrawn() => Standing::Draw,
        GroupState::Published if counts.taken < group.capacity && counts.waiting == 0 => {
            Standing::Open
        }
        GroupState::Published if counts.waiting < group.waiting_places => {
            Standing::ListOpen(counts.waiting + 1)
        }
        GroupState::Published => Standing::Full,
    }
}

/// Whether a training is long, which decides the deadline to resign: a setting of the organisation [A8].
pub fn is_long(detail: &GroupDetail) -> bool {
    let meetings = i64::try_from(detail.meetings.len()).unwrap_or(i64::MAX);
    detail.course.teaching_hours >= detail.organisation.long_from_hours
        || meetings >= detail.organisation.long_from_meetings
}

/// The last day on which one can resign by oneself: 1 day before a short training, 3 days before a long one, on the
/// organisation's calendar [A8]. None without meetings: then one can always resign.
pub fn last_day_to_resign(detail: &GroupDetail) -> Option<Date> {
    let days = if is_long(detail) { 3 } else { 1 };
    let first = detail.local_date(detail.starts_at()?);
    first.checked_sub(days.days()).ok()
}

/// From when on those with a place are reminded: at 8:00 on the organisation's clock, 7 days before a long training and 1
/// day before a short one (`spec/rules.md`, Notices). None without meetings.
pub fn remind_from(detail: &GroupDetail) -> Option<Timestamp> {
    let days = if is_long(detail) { 7 } else { 1 };
    let first = detail.local_date(detail.starts_at()?);
    let day = first.checked_sub(days.days()).ok()?;
    let morning = day
        .at(8, 0, 0, 0)
        .to_zoned(detail.organisation.zone.clone());
    Some(morning.ok()?.timestamp())
}

/// The first instant at which it is too late to resign by oneself: the end of [`last_day_to_resign`].
pub fn resign_before(detail: &GroupDetail) -> Option<Timestamp> {
    let next = last_day_to_resign(detail)?.tomorrow().ok()?;
    Some(
        next.to_zoned(detail.organisation.zone.clone())
            .ok()?
            .timestamp(),
    )
}
