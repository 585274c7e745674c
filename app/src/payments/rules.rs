//! Pure decisions about charges (`spec/rules.md`, Payment). `now` and days are arguments.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::types::ChargeState;
use crate::catalogue::GroupDetail;
use crate::catalogue::rules as dates;
use crate::enrolment::EnrolmentState;

/// Working days that an institution has for its answer.
pub const DAYS_TO_ANSWER: u32 = 3;
/// A reminder goes out so many days before the due day.
pub const REMINDED_BEFORE: i64 = 3;

/// The last day in time: so many days after joining, never after the first meeting, never before the day of joining.
pub fn due_on(joined: Date, days: i64, first_meeting: Option<Date>) -> Date {
    let wished = joined.checked_add(days.days()).unwrap_or(joined);
    let day = first_meeting.map_or(wished, |first| wished.min(first));
    day.max(joined)
}

/// What happens to a charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The sum of its bookings is this now, in minor units.
    Booked(i64),
    /// Its day is over.
    DayOver,
    /// Staff, or the rules, let it go.
    Waive,
    /// The organisation does not give what was paid for.
    Withdraw,
    /// The money went back.
    PayBack,
}

/// Where an event leads, for a charge of this amount whose due day is over or not; none when nothing changes or the rules
/// name no such way.
pub fn next(
    state: ChargeState,
    amount_minor: i64,
    is_late: bool,
    event: Event,
) -> Option<ChargeState> {
    use ChargeState as S;
    let open = if is_late { S::Overdue } else { S::Due };
    let to = match (state, event) {
        (S::Due | S::Overdue | S::Booked, Event::Booked(sum)) if sum >= amount_minor => S::Booked,
        (S::Booked, Event::Booked(_)) => open,
        (S::Due, Event::DayOver) => S::Overdue,
        (S::Due | S::Overdue, Event::Waive) => S::Waived,
        (S::Booked, Event::Withdraw) => S::RefundDue,
        (S::RefundDue, Event::PayBack) => S::Refunded,
        _ => return None,
    };
    (to != state).then_some(to)
}

/// What becomes of the charge of an enrolment that was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// Nothing has to be paid any more; what was paid goes back.
    Free,
    /// It stays due: the person gave the place back too late.
    Stays,
}

/// Whoever resigns after the deadline still pays unless staff waives it; everybody else who has no place any more pays
/// nothing.
pub fn leaving(state: EnrolmentState, detail: &GroupDetail, now: Timestamp) -> Leaving {
    let is_late = dates::resign_before(detail).is_some_and(|ends| now >= ends);
    if state == EnrolmentState::Resigned && is_late {
        Leaving::Stays
    } else {
        Leaving::Free
    }
}

/// An account as the accounts of statements are compared with it: capital letters and digits, without the country of an
/// IBAN, which some banks leave out.
pub fn account_key(account: &str) -> String {
    let plain: String = account
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_uppercase();
    let bytes = plain.as_bytes();
    let is_iban = bytes.len() >= 15
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit);
    if is_iban {
        plain[2..].to_owned()
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_due_day_is_never_after_the_first_meeting() {
        let joined = date(2026, 11, 22);
        assert_eq!(due_on(joined, 14, None), date(2026, 12, 6));
        assert_eq!(
            due_on(joined, 14, Some(date(2026, 12, 1))),
            date(2026, 12, 1)
        );
        assert_eq!(
            due_on(joined, 14, Some(date(2027, 1, 1))),
            date(2026, 12, 6)
        );
        assert_eq!(due_on(joined, 14, Some(date(2026, 11, 1))), joined);
    }

    #[test]
    fn charges_go_the_ways_of_the_rules_and_no_others() {
        use ChargeState as S;
        let events = [
            Event::Booked(0),
            Event::Booked(99),
            Event::Booked(100),
            Event::DayOver,
            Event::Waive,
            Event::Withdraw,
            Event::PayBack,
        ];
        let mut ways = Vec::new();
        for state in S::ALL {
            for event in events {
                for late in [false, true] {
                    ways.extend(next(*state, 100, late, event).map(|to| (*state, to)));
                }
            }
        }
        ways.sort_by_key(|(from, to)| (from.code(), to.code()));
        ways.dedup();
        let allowed = [
            (S::Booked, S::Due),
            (S::Booked, S::Overdue),
            (S::Booked, S::RefundDue),
            (S::Due, S::Booked),
            (S::Due, S::Overdue),
            (S::Due, S::Waived),
            (S::Overdue, S::Booked),
            (S::Overdue, S::Waived),
            (S::RefundDue, S::Refunded),
        ];
        assert_eq!(ways, allowed);
    }

    #[test]
    fn accounts_are_the_same_with_and_without_the_country() {
        for typed in [
            "PL61 1090 1014 0000 0712 1981 2874",
            "61109010140000071219812874",
            "pl61109010140000071219812874",
        ] {
            assert_eq!(account_key(typed), "61109010140000071219812874");
        }
        assert_eq!(account_key("40702810200000000001"), "40702810200000000001");
        assert_eq!(account_key("ŁÓ-12"), "12");
    }

    proptest! {
        #[test]
        fn only_the_whole_amount_settles(amount in 1_i64..1_000_000, sum in 0_i64..1_000_000, late: bool) {
            let to = next(ChargeState::Due, amount, late, Event::Booked(sum));
            prop_assert_eq!(to == Some(ChargeState::Booked), sum >= amount);
        }
    }
}
