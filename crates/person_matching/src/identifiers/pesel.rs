//! PESEL: the number of the Polish population register.

use super::{IdentifierError, digits, weighted, write_digits};
use crate::person::{BirthDate, Sex};
use std::fmt;
use std::str::FromStr;

/// A PESEL with a right checksum and a date that exists.
///
/// Source: Polish law on the population register (ustawa o ewidencji ludności of 24 September 2010, article 15) and its
/// description on gov.pl: year, month and day of birth with the century in the month (1800s +80, 2000s +20, 2100s +40,
/// 2200s +60), four digits of a series of which the last is even for women, a check digit with weights 1, 3, 7, 9.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pesel([u8; 11]);

/// What a PESEL says otherwise than what was typed beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeselMismatch {
    /// Another date of birth.
    BirthDate,
    /// The other sex.
    Sex,
}

const WEIGHTS: [u32; 11] = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];

impl Pesel {
    /// The date of birth that the number holds.
    pub fn birth_date(self) -> BirthDate {
        let tens = |at: usize| u16::from(self.0[at]) * 10 + u16::from(self.0[at + 1]);
        let month = tens(2);
        let century = match month / 20 {
            0 => 1900,
            1 => 2000,
            2 => 2100,
            3 => 2200,
            _ => 1800,
        };
        let small = |value: u16| u8::try_from(value).unwrap_or(0);
        BirthDate::new(century + tens(0), small(month % 20), small(tens(4)))
    }

    /// The sex that the number holds.
    pub const fn sex(self) -> Sex {
        if self.0[9].is_multiple_of(2) {
            Sex::Female
        } else {
            Sex::Male
        }
    }

    /// The first thing in which the number contradicts what was typed beside it, if any; what was not typed does not count.
    pub fn mismatch(
        self,
        birth_date: Option<BirthDate>,
        sex: Option<Sex>,
    ) -> Option<PeselMismatch> {
        if birth_date.is_some_and(|typed| typed != self.birth_date()) {
            Some(PeselMismatch::BirthDate)
        } else if sex.is_some_and(|typed| typed != self.sex()) {
            Some(PeselMismatch::Sex)
        } else {
            None
        }
    }
}

impl FromStr for Pesel {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let values = digits::<11>(typed)?;
        // Eleven zeros pass the sum as well; the date refuses them.
        if !weighted(&values, &WEIGHTS).is_multiple_of(10) {
            return Err(IdentifierError::Checksum);
        }
        let pesel = Self(values);
        if pesel.birth_date().exists() {
            Ok(pesel)
        } else {
            Err(IdentifierError::Date)
        }
    }
}

impl fmt::Display for Pesel {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(out, &self.0)
    }
}
