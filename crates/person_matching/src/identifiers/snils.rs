//! СНИЛС: the number of the Russian pension insurance account.

use super::{IdentifierError, digits, write_digits};
use std::fmt;
use std::str::FromStr;

/// A SNILS with a right checksum.
///
/// Source: rules of the Pension Fund of Russia for the account's number (nine digits and two of control): each digit times
/// its place counted from the right, the sum modulo 101, of which 100 is written as 00. Numbers up to 001-001-998 have no
/// control of this kind; nobody entered today has one of these, and they are refused like a wrong checksum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Snils([u8; 11]);

impl FromStr for Snils {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let values = digits::<11>(typed)?;
        let sum: u32 = values[..9]
            .iter()
            .zip((1..=9).rev())
            .map(|(value, weight)| u32::from(*value) * weight)
            .sum();
        let control = u32::from(values[9]) * 10 + u32::from(values[10]);
        let number = values[..9]
            .iter()
            .fold(0_u32, |all, value| all * 10 + u32::from(*value));
        if sum % 101 % 100 == control && number > 1_001_998 {
            Ok(Self(values))
        } else {
            Err(IdentifierError::Checksum)
        }
    }
}

/// As it is printed: `112-233-445 95`.
impl fmt::Display for Snils {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, part) in self.0[..9].chunks(3).enumerate() {
            if at > 0 {
                out.write_str("-")?;
            }
            write_digits(out, part)?;
        }
        out.write_str(" ")?;
        write_digits(out, &self.0[9..])
    }
}
