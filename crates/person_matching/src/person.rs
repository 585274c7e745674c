//! What is known of a person, as it was typed.

use std::fmt;

/// A person as somebody typed it: nothing has to be there, and what is missing speaks neither for nor against a match.
///
/// Texts are taken as they are; [`crate::PreparedPerson`] makes them comparable.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// Given name or names.
    pub given_name: String,
    /// Surname, single or double.
    pub surname: String,
    /// Patronymic, or empty.
    pub patronymic: String,
    /// Date of birth.
    pub birth_date: Option<BirthDate>,
    /// Sex, where it was asked.
    pub sex: Option<Sex>,
    /// City, town or village.
    pub municipality: String,
    /// Postal code.
    pub postal_code: String,
    /// Street and number.
    pub address: String,
    /// Numbers of documents.
    pub documents: Vec<TypedDocument>,
    /// The guardian's name, for a child.
    pub guardian: String,
    /// Telephone, the person's or the guardian's.
    pub phone: String,
    /// E-mail, the person's or the guardian's.
    pub email: String,
}

/// The number of a document as it was typed, with its kind where that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedDocument {
    /// The kind, or none where only a number was given.
    pub kind: Option<DocumentKind>,
    /// The number.
    pub number: String,
}

/// Kinds of documents that name one person each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// Polish number of the population register.
    Pesel,
    /// Russian number of the pension insurance account.
    Snils,
    /// Birth certificate, Polish or Russian.
    BirthCertificate,
    /// Any other document.
    Other,
}

impl DocumentKind {
    /// The kind that a register means by this word; [`DocumentKind::Other`] for a word not known, none for an empty one.
    pub fn parse(word: &str) -> Option<Self> {
        let plain: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
        Some(match plain.to_uppercase().as_str() {
            "" => return None,
            "PESEL" | "ПЕСЕЛЬ" => Self::Pesel,
            "SNILS" | "СНИЛС" => Self::Snils,
            "BIRTHCERT" | "BIRTHCERTIFICATE" | "AKTURODZENIA" | "СВИДЕТЕЛЬСТВООРОЖДЕНИИ" => {
                Self::BirthCertificate
            }
            _ => Self::Other,
        })
    }
}

/// Sex as documents write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

impl Sex {
    /// Reads the first letter of how registers write it in Polish, Russian and English; none for anything else.
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim().to_lowercase().chars().next()? {
            'f' | 'k' | 'ж' => Some(Self::Female),
            'm' | 'м' => Some(Self::Male),
            _ => None,
        }
    }
}

/// A date of birth as it was typed. A day that no calendar has is kept: in old lists it is a slip to be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BirthDate {
    /// Year, four digits.
    pub year: u16,
    /// Month.
    pub month: u8,
    /// Day of the month.
    pub day: u8,
}

impl BirthDate {
    /// A date of these parts, whether or not a calendar has it.
    pub const fn new(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }

    /// Reads `2012-05-31`, `20120531`, `31.05.2012` and `31/05/2012`; a time behind the date is left out. None for anything
    /// else.
    pub fn parse(typed: &str) -> Option<Self> {
        let date = typed.trim().split(['T', ' ']).next()?;
        if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
            return Self::of_parts(&date[..4], &date[4..6], &date[6..]);
        }
        let mut parts = date.split(['-', '.', '/']);
        let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        if first.len() == 4 {
            Self::of_parts(first, second, third)
        } else {
            Self::of_parts(third, second, first)
        }
    }

    fn of_parts(year: &str, month: &str, day: &str) -> Option<Self> {
        let is_number = |part: &str, most: usize| {
            (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        let right =
            year.len() == 4 && is_number(year, 4) && is_number(month, 2) && is_number(day, 2);
        if !right {
            return None;
        }
        Some(Self::new(
            year.parse().ok()?,
            month.parse().ok()?,
            day.parse().ok()?,
        ))
    }

    /// The date as the number YYYYMMDD.
    pub fn to_number(self) -> u32 {
        u32::from(self.year) * 10_000 + u32::from(self.month) * 100 + u32::from(self.day)
    }

    /// The date of a number YYYYMMDD; none where that is none.
    pub fn from_number(number: u32) -> Option<Self> {
        Some(Self::new(
            u16::try_from(number / 10_000).ok()?,
            u8::try_from(number / 100 % 100).ok()?,
            u8::try_from(number % 100).ok()?,
        ))
    }

    /// Whether the Gregorian calendar has this day.
    pub const fn exists(self) -> bool {
        let leap = self.year.is_multiple_of(4)
            && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        let days = match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            _ => return false,
        };
        self.day >= 1 && self.day <= days
    }

    /// Day and month exchanged, when that is another date with a month that exists.
    pub fn swapped(self) -> Option<Self> {
        let other = Self::new(self.year, self.day, self.month);
        (other != self && other.month <= 12).then_some(other)
    }

    /// The eight digits of year, month and day.
    pub(crate) fn digits(self) -> [u8; 8] {
        let year = self.year.min(9999);
        let of_year = |by: u16| u8::try_from(year / by % 10).unwrap_or(0);
        [
            of_year(1000),
            of_year(100),
            of_year(10),
            of_year(1),
            self.month / 10,
            self.month % 10,
            self.day / 10,
            self.day % 10,
        ]
    }
}

impl fmt::Display for BirthDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_the_forms_of_registers() {
        for typed in [
            "2012-05-31",
            "20120531",
            "31.05.2012",
            "31/5/2012",
            "2012-05-31T00:00:00",
            " 2012-5-31 ",
        ] {
            assert_eq!(
                BirthDate::parse(typed),
                Some(BirthDate::new(2012, 5, 31)),
                "{typed}"
            );
        }
        for typed in [
            "",
            "2012",
            "31.05.12",
            "2012-05",
            "2012-05-31-1",
            "abcdefgh",
            "+012-05-31",
            "１２３４",
        ] {
            assert_eq!(BirthDate::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn days_that_no_calendar_has_are_known() {
        for (year, month, day, exists) in [
            (2012, 2, 29, true),
            (2011, 2, 29, false),
            (1900, 2, 29, false),
            (2000, 2, 29, true),
            (2012, 13, 1, false),
            (2012, 4, 31, false),
            (2012, 4, 0, false),
        ] {
            assert_eq!(
                BirthDate::new(year, month, day).exists(),
                exists,
                "{year}-{month}-{day}"
            );
        }
        assert_eq!(
            BirthDate::new(2012, 5, 4).swapped(),
            Some(BirthDate::new(2012, 4, 5))
        );
        assert_eq!(BirthDate::new(2012, 5, 31).swapped(), None);
        assert_eq!(BirthDate::new(2012, 5, 5).swapped(), None);
    }
}
