//! When a letter that could not be sent is tried again.

use jiff::{SignedDuration, Timestamp};

/// How long a letter is tried, counted from the first attempt (`spec/rules.md`, Notices).
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(72);
/// Minutes until the next attempt; the last one repeats.
const PAUSES: [i64; 6] = [1, 2, 5, 15, 60, 180];

/// What comes after an attempt that failed for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Another attempt at this instant.
    TryAt(Timestamp),
    /// No more attempts; staff sees the letter as undelivered.
    GiveUp,
}

/// What follows the attempt made at `now`; `attempts` counts it as well.
pub fn after_failure(attempts: i64, first_tried_at: Timestamp, now: Timestamp) -> Next {
    if now.duration_since(first_tried_at) >= PATIENCE {
        return Next::GiveUp;
    }
    let made = usize::try_from(attempts).unwrap_or(0);
    let minutes = PAUSES[made.saturating_sub(1).min(PAUSES.len() - 1)];
    Next::TryAt(
        now.checked_add(SignedDuration::from_mins(minutes))
            .unwrap_or(now),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All attempts of a letter that nobody takes, in minutes after the first.
    fn attempts() -> Vec<i64> {
        let first = Timestamp::UNIX_EPOCH;
        let (mut at, mut made) = (first, vec![0]);
        while let Next::TryAt(next) = after_failure(made.len().try_into().unwrap_or(0), first, at) {
            at = next;
            made.push(at.duration_since(first).as_mins());
        }
        made
    }

    #[test]
    fn pauses_grow_and_end_after_three_days() {
        let made = attempts();
        assert_eq!(made[..9], [0, 1, 3, 8, 23, 83, 263, 443, 623]);
        let last = made[made.len() - 1];
        assert!((72 * 60..75 * 60).contains(&last), "{last}");
    }
}
