//! What people type, made safe to keep and fit to compare: pure functions, no language, no clock.
//!
//! Every refusal is a code with arguments ([`TextProblem::code`], [`TextProblem::args`]); the words are chosen
//! elsewhere, in the reader's language. Nothing here changes what was typed beyond white space, canonical
//! composition and marks that cannot be seen.

mod clean;
mod contact;
mod dates;
mod fold;
mod links;
mod money_ids;
mod pieces;

use crate::forms::FieldError;
use std::fmt;

pub use clean::{clean_line, clean_name, clean_text, without_hidden};
pub use contact::{
    Email, clean_email, clean_phone, mask_email, postal_code, postal_line, written_domain,
};
pub use dates::parse_date_fields;
pub use fold::fold;
pub use links::{Bit, linked};
pub use money_ids::{
    CURRENCIES, bank_account, currency_choices, grouped_iban, iban, is_account_at, russian_bic,
    tax_id,
};
pub use pieces::pieces;

/// One argument of a message that is put into words later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// A count or a limit: it decides the plural form.
    Number(i64),
    /// A piece of text, shown as it is.
    Text(String),
}

impl Arg {
    /// A count as an argument; what does not fit is shown as the largest number.
    pub fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// A text as an argument.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl fmt::Display for Arg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// Why a typed value can not be taken. The value itself is kept by the form, never here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum TextProblem {
    /// Nothing was typed where something is needed.
    Empty,
    /// More characters than the field holds: `max` allowed, `length` typed.
    TooLong {
        /// Characters allowed.
        max: usize,
        /// Characters typed, after tidying.
        length: usize,
    },
    /// NUL, other control characters, or marks that turn the direction of text around and so hide what is written.
    ControlCharacters,
    /// A name holds something other than letters, marks, apostrophes, hyphens, spaces and dots.
    NotAName,
    /// Not an e-mail address.
    NotAnEmail,
    /// An e-mail address with national letters in front of the `@`, which few mail servers can reach.
    NationalLetters,
    /// Not a telephone number of 6 to 15 digits.
    NotAPhone,
    /// Not a Polish postal code (five digits).
    NotAPostalCode,
    /// A day, a month or a year is missing; `part` is `day`, `month` or `year`.
    DateMissingPart {
        /// The first part that is missing.
        part: &'static str,
    },
    /// No such day in the calendar, for example 31 April or 29 February 2023.
    DateNotReal,
    /// Later than today.
    DateInFuture,
    /// Before the year 1900.
    DateTooOld,
}

impl TextProblem {
    /// The code of the message: its key is `error-<code>`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "required",
            Self::TooLong { .. } => "too_long",
            Self::ControlCharacters => "control_characters",
            Self::NotAName => "not_a_name",
            Self::NotAnEmail => "email",
            Self::NationalLetters => "email_letters",
            Self::NotAPhone => "phone",
            Self::NotAPostalCode => "postal_code",
            Self::DateMissingPart { .. } => "date_missing_part",
            Self::DateNotReal => "date_not_real",
            Self::DateInFuture => "date_in_future",
            Self::DateTooOld => "date_too_old",
        }
    }

    /// The problem as the error of a form's field.
    pub fn on(self, field: &'static str) -> FieldError {
        let error = FieldError::new(field, self.code());
        self.args()
            .into_iter()
            .fold(error, |error, (name, arg)| error.with(name, arg))
    }

    /// The arguments of the message: `most` and `length` with `too_long`, `part` with `date_missing_part`.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::TooLong { max, length } => {
                vec![("most", Arg::count(*max)), ("length", Arg::count(*length))]
            }
            Self::DateMissingPart { part } => vec![("part", Arg::text(*part))],
            _ => Vec::new(),
        }
    }
}
