//! From evidence to a decision.

/// What follows from a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Two people, as far as can be seen.
    New,
    /// Perhaps one person: somebody has to look.
    Review,
    /// One person.
    Same,
}

impl Verdict {
    /// The word in lists: `new`, `review`, `same`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Review => "review",
            Self::Same => "same",
        }
    }
}

/// How many bits of evidence are enough. They rise with the logarithm of the register: among ten times as many people ten
/// times as many are alike by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// From here on it is one person.
    pub same: f64,
    /// From here on somebody has to look.
    pub review: f64,
}

const SAME_IN_A_MILLION: f64 = 28.0;
const REVIEW_IN_A_MILLION: f64 = 15.0;
const MILLION: f64 = 1_000_000.0;
/// A smaller register does not lower the thresholds any further.
const SMALLEST: u32 = 1_000;

impl Thresholds {
    /// The thresholds of a register of so many people: 28 and 15 bits for a million, one bit less for each half.
    pub fn of_register(size: usize) -> Self {
        let size = u32::try_from(size).unwrap_or(u32::MAX).max(SMALLEST);
        let shift = (f64::from(size) / MILLION).log2();
        Self {
            same: SAME_IN_A_MILLION + shift,
            review: REVIEW_IN_A_MILLION + shift,
        }
    }

    /// What so many bits say by themselves.
    pub fn verdict(self, bits: f64) -> Verdict {
        if bits >= self.same {
            Verdict::Same
        } else if bits >= self.review {
            Verdict::Review
        } else {
            Verdict::New
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn larger_registers_ask_for_more() {
        let million = Thresholds::of_register(1_000_000);
        assert_eq!((million.same, million.review), (28.0, 15.0));
        let half = Thresholds::of_register(500_000);
        assert_eq!((half.same, half.review), (27.0, 14.0));
        assert_eq!(Thresholds::of_register(0), Thresholds::of_register(1_000));
        for (bits, verdict) in [
            (28.0, Verdict::Same),
            (27.9, Verdict::Review),
            (14.9, Verdict::New),
        ] {
            assert_eq!(million.verdict(bits), verdict);
        }
    }
}
