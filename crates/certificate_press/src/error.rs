//! Why a certificate could not be printed.

use std::time::Duration;

use crate::Field;

/// Why a certificate could not be printed. Nothing is ever printed in part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PressError {
    /// A fact that must be exact (the holder's name, the number …) has a character for which there is no letter in the
    /// font. A certificate never shows another letter in its place, so the fact has to be corrected.
    #[error("{field} has a character that cannot be printed: U+{:04X}", u32::from(*character))]
    UnprintableCharacter {
        /// Which fact.
        field: Field,
        /// The first such character.
        character: char,
    },
    /// The template is not valid: what is wrong, and in which line (counted from 1) when that is known.
    #[error("the template cannot be used: {message}{}", line.map(|n| format!(" (line {n})")).unwrap_or_default())]
    Template {
        /// In the words of the typesetter, English.
        message: String,
        /// Line of the template.
        line: Option<usize>,
    },
    /// The certificate would be longer than [`crate::Limits::pages`].
    #[error("the certificate would have {pages} pages, at most {limit} are allowed")]
    TooManyPages {
        /// How many it would have.
        pages: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// Printing took longer than [`crate::Limits::time`]; a template that did this is not run again by this press.
    #[error("the template took longer than {} ms", limit.as_millis())]
    TooSlow {
        /// How long it may take.
        limit: Duration,
    },
    /// The text for the QR is longer than a QR holds.
    #[error("the text for the QR is too long ({bytes} bytes)")]
    QrTooLong {
        /// Its length.
        bytes: usize,
    },
    /// The machine refused what printing needs, such as a thread. Trying again later can help.
    #[error("the certificate could not be printed: {0}")]
    Unavailable(String),
}
