//! The only source of "now". Everything below gets an instant as an argument.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// Where "now" comes from: the machine's clock, or one that tests and the demo move by hand.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// Microseconds since 1970 in UTC, moved by whoever holds the other end.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands still at `at` until it is moved.
    pub fn standing_at(at: Timestamp) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(at.as_microsecond())))
    }

    /// This instant, cut to microseconds, which is what the database keeps.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine's clock"
    )]
    pub fn now(&self) -> Timestamp {
        let micros = match self {
            Self::System => Timestamp::now().as_microsecond(),
            Self::Manual(at) => at.load(Ordering::SeqCst),
        };
        Timestamp::from_microsecond(micros).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Moves a manual clock forward; the machine's clock can not be moved, and stays.
    pub fn advance(&self, by: jiff::SignedDuration) {
        if let Self::Manual(at) = self {
            let micros = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
            at.fetch_add(micros, Ordering::SeqCst);
        }
    }
}

/// The installation's zone, in which times outside of any organisation are told.
pub fn zone() -> TimeZone {
    TimeZone::get("Europe/Warsaw").unwrap_or(TimeZone::UTC)
}
