//! What may lie under what, and for how long somebody stands in.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::accounts::RoleKind;
use crate::organisations::Kind;

/// Nobody stands in for longer: then it is a role of its own.
pub const LONGEST_DAYS: i64 = 60;

/// Whether an organisation of this kind can lie under one of that kind; none is the top of the tree.
pub fn may_lie_under(kind: Kind, parent: Option<Kind>) -> bool {
    use Kind::{Institution, Municipality, Region, SupportCentre, TrainingCentre};
    let Some(parent) = parent else { return true };
    match kind {
        Region => false,
        Municipality => parent == Region,
        TrainingCentre | SupportCentre => matches!(parent, Region | Municipality),
        // A complex of schools has its schools below it.
        Institution => parent != SupportCentre,
    }
}

/// Whether one of this kind can take over what the other one had.
pub fn may_receive(receiver: Kind, closed: Kind) -> bool {
    let teaches = |kind| matches!(kind, Kind::Institution | Kind::TrainingCentre);
    receiver == closed || (teaches(receiver) && teaches(closed))
}

/// The roles that can be given for a branch; the whole installation has administrators only.
pub fn roles_for(is_installation: bool) -> &'static [RoleKind] {
    if is_installation {
        &[RoleKind::InstallationAdministrator]
    } else {
        &[
            RoleKind::OrganisationAdministrator,
            RoleKind::Operator,
            RoleKind::Trainer,
            RoleKind::Accountant,
            RoleKind::SupportCentre,
        ]
    }
}

/// Whether a colleague can stand in for somebody with this role. Trainers work with groups that name them: there another
/// trainer is named.
pub fn may_be_stood_in_for(kind: RoleKind) -> bool {
    kind != RoleKind::Trainer
}

/// What is wrong with the days of standing in: the field and the code of its error.
pub fn period_problem(from: Date, to: Date, today: Date) -> Option<(&'static str, &'static str)> {
    if from < today {
        return Some(("from", "branch_day_past"));
    }
    if to < from {
        return Some(("to", "branch_days_order"));
    }
    let days = (to - from).get_days();
    (i64::from(days) >= LONGEST_DAYS).then_some(("to", "branch_days_many"))
}

/// When a day begins.
pub fn start_of(day: Date, zone: &TimeZone) -> Timestamp {
    let start = day.to_datetime(Time::midnight()).to_zoned(zone.clone());
    start.map_or(Timestamp::MIN, |start| start.timestamp())
}

/// When a day is over.
pub fn end_of(day: Date, zone: &TimeZone) -> Timestamp {
    start_of(day.checked_add(1.day()).unwrap_or(day), zone)
}

/// The last day of something that ends at an instant.
pub fn last_day(ends_at: Timestamp, zone: &TimeZone) -> Date {
    let before = ends_at.checked_sub(1.second()).unwrap_or(ends_at);
    before.to_zoned(zone.clone()).date()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn kinds_lie_where_they_belong() {
        for kind in Kind::ALL {
            assert!(may_lie_under(kind, None));
            assert!(!may_lie_under(kind, Some(Kind::SupportCentre)));
            assert!(!may_lie_under(Kind::Region, Some(kind)));
        }
        assert!(may_lie_under(Kind::Institution, Some(Kind::Institution)));
        assert!(!may_lie_under(Kind::Municipality, Some(Kind::Municipality)));
        assert!(may_receive(Kind::TrainingCentre, Kind::Institution));
        assert!(!may_receive(Kind::Municipality, Kind::Institution));
    }

    #[test]
    fn standing_in_lasts_sixty_days_at_most() {
        let today = date(2026, 11, 22);
        assert_eq!(period_problem(today, today, today), None);
        assert_eq!(period_problem(today, date(2027, 1, 20), today), None);
        let long = period_problem(today, date(2027, 1, 21), today);
        assert_eq!(long, Some(("to", "branch_days_many")));
        let past = period_problem(date(2026, 11, 21), today, today);
        assert_eq!(past, Some(("from", "branch_day_past")));
        let turned = period_problem(date(2026, 11, 24), date(2026, 11, 23), today);
        assert_eq!(turned, Some(("to", "branch_days_order")));
    }

    #[test]
    fn a_day_ends_where_the_next_begins() {
        let day = date(2026, 11, 22);
        let end = end_of(day, &TimeZone::UTC);
        assert_eq!(end.to_string(), "2026-11-23T00:00:00Z");
        assert_eq!(last_day(end, &TimeZone::UTC), day);
    }
}
