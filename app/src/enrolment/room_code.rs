//! The code shown in the room: whoever types it, or opens the link in its QR, is there. It changes every half minute, and
//! nothing of it is kept: it is a keyed hash of the meeting and of the time.

use jiff::Timestamp;

use crate::catalogue::MeetingId;
use crate::secrets::{RootKey, mac, same};

/// A code is shown this long, in seconds.
const STEP: i64 = 30;

fn step(now: Timestamp) -> i64 {
    now.as_second().div_euclid(STEP)
}

/// Six digits, so that they can be typed on any telephone; guessing is slowed by [`crate::web::limits::Limits`].
fn code(key: &RootKey, meeting: MeetingId, step: i64) -> String {
    let tag = mac(
        &key.derive("attendance"),
        format!("{meeting}.{step}").as_bytes(),
    );
    let number = tag
        .iter()
        .take(7)
        .fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    format!("{:06}", number % 1_000_000)
}

/// The code that is shown now.
pub fn shown(key: &RootKey, meeting: MeetingId, now: Timestamp) -> String {
    code(key, meeting, step(now))
}

/// Whole seconds, at least one, until the next code is shown.
pub fn seconds_left(now: Timestamp) -> i64 {
    STEP - now.as_second().rem_euclid(STEP)
}

/// Whether this is the code of now, or the one before it: whoever saw it just before it changed is not turned away. Blanks
/// and hyphens do not matter.
pub fn is_shown(key: &RootKey, meeting: MeetingId, typed: &str, now: Timestamp) -> bool {
    let typed: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .collect();
    let matches = |step| same(code(key, meeting, step).as_bytes(), typed.as_bytes());
    matches(step(now)) | matches(step(now) - 1)
}

/// The code as people read it out: two groups of three.
pub fn spaced(code: &str) -> String {
    let (first, second) = code.split_at_checked(3).unwrap_or((code, ""));
    format!("{first} {second}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_796_000_010 + second).unwrap_or_default()
    }

    #[test]
    fn a_code_holds_for_its_step_and_the_next() {
        let (key, meeting) = (RootKey::from_bytes([7; 32]), MeetingId::new(5));
        let seen = shown(&key, meeting, at(0));
        assert_eq!(seen.len(), 6);
        assert_eq!(seconds_left(at(0)), 30);
        assert_eq!(seconds_left(at(29)), 1);
        let typed = spaced(&seen);
        for (second, holds) in [(-1, false), (0, true), (29, true), (59, true), (60, false)] {
            assert_eq!(
                is_shown(&key, meeting, &typed, at(second)),
                holds,
                "{second}"
            );
        }
        assert!(
            !is_shown(&key, MeetingId::new(6), &seen, at(0)),
            "of another meeting"
        );
        let other = RootKey::from_bytes([8; 32]);
        assert!(
            !is_shown(&other, meeting, &seen, at(0)),
            "of another installation"
        );
        for wrong in ["", "12345", "1234567", "abcdef"] {
            assert!(!is_shown(&key, meeting, wrong, at(0)), "{wrong}");
        }
    }
}
