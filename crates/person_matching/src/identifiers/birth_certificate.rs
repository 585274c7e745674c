//! Numbers of birth certificates.

use super::IdentifierError;
use std::fmt;
use std::str::FromStr;

/// The number of a Polish birth record: `1465011/00/AU/2012/123456`.
///
/// Source: ordinance on the registration of civil status (rozporządzenie MSW of 29 January 2015): seven digits of the registry
/// office (the TERYT code of the municipality and the office), two of the sort of record, `AU` for a birth, the year, and
/// six digits of the number. It has no checksum.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BirthCertificate {
    office: u32,
    sort: u8,
    year: u16,
    number: u32,
}

impl BirthCertificate {
    /// The year in which the record was made.
    pub const fn year(&self) -> u16 {
        self.year
    }
}

impl FromStr for BirthCertificate {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        if typed.trim().is_empty() {
            return Err(IdentifierError::Empty);
        }
        let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let parts: Vec<&str> = plain.split('/').collect();
        let [office, sort, kind, year, number] = parts[..] else {
            return Err(IdentifierError::Form);
        };
        let is_number = |part: &str, length: usize| {
            part.len() == length && part.bytes().all(|b| b.is_ascii_digit())
        };
        let is_right = is_number(office, 7)
            && is_number(sort, 2)
            && kind.eq_ignore_ascii_case("AU")
            && is_number(year, 4)
            && is_number(number, 6);
        if !is_right {
            return Err(IdentifierError::Form);
        }
        let read = |part: &str| part.parse().map_err(|_| IdentifierError::Form);
        Ok(Self {
            office: read(office)?,
            sort: sort.parse().map_err(|_| IdentifierError::Form)?,
            year: year.parse().map_err(|_| IdentifierError::Form)?,
            number: read(number)?,
        })
    }
}

impl fmt::Display for BirthCertificate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{:07}/{:02}/AU/{:04}/{:06}",
            self.office, self.sort, self.year, self.number
        )
    }
}

/// The series and number of a Russian birth certificate: `II-АБ № 123456`.
///
/// Source: Government of the Russian Federation, order 1274 of 31 October 1998 and its successors on the forms of civil
/// status certificates: a Roman number, two Cyrillic capitals, six digits. It has no checksum. Read as people write it:
/// Latin letters for Cyrillic ones, `1` for `I`, `П` for `II`, `Ш` for `III`, without hyphen or `№`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RussianBirthCertificate {
    series: u8,
    letters: [char; 2],
    number: u32,
}

impl RussianBirthCertificate {
    /// The six digits.
    pub const fn number(self) -> u32 {
        self.number
    }
}

impl FromStr for RussianBirthCertificate {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        // The sign № is no letter, but its compatibility form is two; so signs go first.
        let plain: String = typed.chars().filter(|c| c.is_alphanumeric()).collect();
        if plain.is_empty() {
            return Err(IdentifierError::Empty);
        }
        let signs: Vec<char> = plain.chars().flat_map(char::to_uppercase).collect();
        let Some(split) = signs.len().checked_sub(6) else {
            return Err(IdentifierError::Form);
        };
        let (prefix, digits) = signs.split_at(split);
        let mut number = 0;
        for digit in digits {
            number = number * 10 + digit.to_digit(10).ok_or(IdentifierError::Form)?;
        }
        let [roman @ .., first, second] = prefix else {
            return Err(IdentifierError::Form);
        };
        Ok(Self {
            series: roman_number(roman)?,
            letters: [cyrillic(*first)?, cyrillic(*second)?],
            number,
        })
    }
}

/// A Roman number up to 39 as people type it.
fn roman_number(signs: &[char]) -> Result<u8, IdentifierError> {
    let mut plain = String::new();
    for sign in signs {
        plain.push_str(match sign {
            'I' | 'І' | '1' | 'L' | 'Ӏ' => "I",
            'П' => "II",
            'Ш' => "III",
            'V' | 'У' | 'Y' => "V",
            'X' | 'Х' => "X",
            _ => return Err(IdentifierError::Form),
        });
    }
    let (tens, rest) = plain.split_at(plain.len() - plain.trim_start_matches('X').len());
    let ones = match rest {
        "" => 0,
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        "VI" => 6,
        "VII" => 7,
        "VIII" => 8,
        "IX" => 9,
        _ => return Err(IdentifierError::Form),
    };
    match u8::try_from(tens.len()) {
        Ok(tens) if tens <= 3 && tens * 10 + ones > 0 => Ok(tens * 10 + ones),
        _ => Err(IdentifierError::Form),
    }
}

/// A Cyrillic capital, also where a Latin one stands that looks like it.
fn cyrillic(sign: char) -> Result<char, IdentifierError> {
    Ok(match sign {
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'T' => 'Т',
        'X' => 'Х',
        'Y' => 'У',
        'А'..='Я' => sign,
        _ => return Err(IdentifierError::Form),
    })
}

/// As it is printed, the series as a number in Roman digits.
impl fmt::Display for RussianBirthCertificate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        let tens = "X".repeat(usize::from(self.series / 10));
        let ones = ONES[usize::from(self.series % 10)];
        let [first, second] = self.letters;
        write!(out, "{tens}{ones}-{first}{second} № {:06}", self.number)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn series_as_people_write_them() {
        let right: RussianBirthCertificate = "II-АБ № 123456".parse().unwrap();
        for typed in [
            "II-АБ 123456",
            "IIАБ123456",
            "11-АБ №123456",
            "П-АБ № 123456",
            "ii-аб № 123456",
            "II-AБ 123456",
        ] {
            assert_eq!(typed.parse(), Ok(right), "{typed}");
        }
        assert_eq!(right.to_string(), "II-АБ № 123456");
    }
}
