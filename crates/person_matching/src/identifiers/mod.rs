//! Numbers that name one person or institution: read, checked, and refused with a reason.
//!
//! Each type holds a number that is right by its own checksum; spaces and hyphens that people put in are left out. A right
//! number may still be another's, so forms compare what a number says with what was typed beside it.

mod birth_certificate;
mod pesel;
mod snils;
mod tax;

pub use birth_certificate::{BirthCertificate, RussianBirthCertificate};
pub use pesel::{Pesel, PeselMismatch};
pub use snils::Snils;
pub use tax::{Inn, Nip, Regon};

/// Why a number is not one of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentifierError {
    /// Nothing was typed.
    #[error("no number")]
    Empty,
    /// Something else than digits stands in it.
    #[error("signs that such a number does not have")]
    Signs,
    /// Too few or too many digits.
    #[error("{found} digits")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// The checksum is wrong: most often one digit, or two neighbours exchanged.
    #[error("the checksum is wrong")]
    Checksum,
    /// The date of birth that the number holds is none.
    #[error("the date in it does not exist")]
    Date,
    /// It is not written as such a number is.
    #[error("not written as such a number is")]
    Form,
}

/// The digits of a typed number as values; spaces, no-break spaces, hyphens and dashes are left out.
fn digits<const N: usize>(typed: &str) -> Result<[u8; N], IdentifierError> {
    let (values, found) = some_digits::<N>(typed)?;
    if found == N {
        Ok(values)
    } else {
        Err(IdentifierError::Length { found })
    }
}

/// The first `MOST` digits and how many there are.
fn some_digits<const MOST: usize>(typed: &str) -> Result<([u8; MOST], usize), IdentifierError> {
    let mut values = [0; MOST];
    let mut found = 0;
    for c in typed.chars() {
        if c.is_whitespace() || crate::normal::fold::is_hyphen(c) {
            continue;
        }
        let value = c.to_digit(10).ok_or(IdentifierError::Signs)?;
        if let Some(place) = values.get_mut(found) {
            *place = u8::try_from(value).unwrap_or(0);
        }
        found += 1;
    }
    match found {
        0 => Err(IdentifierError::Empty),
        _ => Ok((values, found)),
    }
}

/// The sum of digits times their weights.
fn weighted(values: &[u8], weights: &[u32]) -> u32 {
    values
        .iter()
        .zip(weights)
        .map(|(value, weight)| u32::from(*value) * weight)
        .sum()
}

fn write_digits(out: &mut std::fmt::Formatter<'_>, values: &[u8]) -> std::fmt::Result {
    values.iter().try_for_each(|value| write!(out, "{value}"))
}
