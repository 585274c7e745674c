use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// From one minute of the local day to another; it never crosses midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// Minutes since midnight, 0 to 1439.
    pub from: i16,
    /// Minutes since midnight, 1 to 1440, after `from`.
    pub until: i16,
}

/// Days on which it is different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// When it is open then; without any it is closed.
    #[serde(default)]
    pub spans: Vec<Span>,
    /// Why, in words that everybody reads.
    #[serde(default)]
    pub note: String,
}

/// When an organisation is open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// From Monday to Sunday: spans in their order, which do not touch.
    #[serde(default)]
    pub week: [Vec<Span>; 7],
    /// Whether it is open on public holidays as on other days.
    #[serde(default)]
    pub on_holidays: bool,
    /// Days on which it is different, in their order; of two for one day the first one counts.
    #[serde(default)]
    pub exceptions: Vec<Exception>,
}

/// Whether it is open at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Open.
    Open {
        /// When it closes.
        until: Timestamp,
    },
    /// Closed.
    Closed {
        /// When it opens next; none within a year.
        opens: Option<Timestamp>,
    },
    /// Nobody has said when it is open.
    Unknown,
}
