//! Numbers of tax payers and institutions: NIP, REGON, ИНН.

use super::{IdentifierError, digits, some_digits, weighted, write_digits};
use std::fmt;
use std::str::FromStr;

/// A Polish tax number (NIP): ten digits.
///
/// Source: Polish law on the identification of tax payers (ustawa of 13 October 1995) and its implementing rules: weights
/// 6, 5, 7, 2, 3, 4, 5, 6, 7, the sum modulo 11 is the last digit; a remainder of 10 is never given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nip([u8; 10]);

impl FromStr for Nip {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let typed = typed.trim();
        let prefixed = typed
            .get(..2)
            .is_some_and(|prefix| prefix.eq_ignore_ascii_case("PL"));
        let values = digits::<10>(if prefixed { &typed[2..] } else { typed })?;
        let sum = weighted(&values, &[6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11;
        if sum == u32::from(values[9]) && values.iter().any(|value| *value > 0) {
            Ok(Self(values))
        } else {
            Err(IdentifierError::Checksum)
        }
    }
}

impl fmt::Display for Nip {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(out, &self.0)
    }
}

/// A Polish number of the register of the economy (REGON): nine digits, or fourteen for a local unit.
///
/// Source: Statistics Poland, ordinance on the REGON register: weights 8, 9, 2, 3, 4, 5, 6, 7 for the ninth digit and
/// 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8 for the fourteenth, the sum modulo 11, of which 10 is written as 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Regon {
    values: [u8; 14],
    length: usize,
}

impl Regon {
    /// Whether the number is that of a local unit (fourteen digits).
    pub const fn is_local_unit(self) -> bool {
        self.length == 14
    }
}

impl FromStr for Regon {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let (values, length) = some_digits::<14>(typed)?;
        if length != 9 && length != 14 {
            return Err(IdentifierError::Length { found: length });
        }
        let control = |weights: &[u32]| weighted(&values, weights) % 11 % 10;
        let short = control(&[8, 9, 2, 3, 4, 5, 6, 7]) == u32::from(values[8]);
        let long = length == 9
            || control(&[2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) == u32::from(values[13]);
        if short && long && values[..9].iter().any(|value| *value > 0) {
            Ok(Self { values, length })
        } else {
            Err(IdentifierError::Checksum)
        }
    }
}

impl fmt::Display for Regon {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(out, &self.values[..self.length])
    }
}

/// A Russian tax number (ИНН): ten digits for an organisation, twelve for a person.
///
/// Source: Federal Tax Service of Russia, order MMV-7-6/435 of 29 June 2012 and its predecessors: weights 2, 4, 10, 3, 5, 9,
/// 4, 6, 8 for the tenth digit of organisations, 7 before them for the eleventh and 3, 7 before them for the twelfth of
/// persons; the sum modulo 11, then modulo 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Inn {
    values: [u8; 12],
    length: usize,
}

impl Inn {
    /// Whether the number is a person's (twelve digits).
    pub const fn is_person(self) -> bool {
        self.length == 12
    }
}

impl FromStr for Inn {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let (values, length) = some_digits::<12>(typed)?;
        let control = |weights: &[u32], at: usize| {
            weighted(&values, weights) % 11 % 10 == u32::from(values[at])
        };
        let right = match length {
            10 => control(&[2, 4, 10, 3, 5, 9, 4, 6, 8], 9),
            12 => {
                control(&[7, 2, 4, 10, 3, 5, 9, 4, 6, 8], 10)
                    && control(&[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8], 11)
            }
            found => return Err(IdentifierError::Length { found }),
        };
        if right && values.iter().any(|value| *value > 0) {
            Ok(Self { values, length })
        } else {
            Err(IdentifierError::Checksum)
        }
    }
}

impl fmt::Display for Inn {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_digits(out, &self.values[..self.length])
    }
}
