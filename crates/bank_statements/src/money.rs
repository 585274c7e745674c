//! Currencies and amounts. Money is counted in minor units and never passes through a floating-point number.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Problem;
use crate::error::quote;

/// The code of a currency: three capital letters (ISO 4217).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// The Russian rouble.
    pub const RUB: Self = Self(*b"RUB");

    /// The currency of that code; small letters and spaces around it are accepted. `None` when it is not three letters.
    pub fn parse(text: &str) -> Option<Self> {
        let code: [u8; 3] = text.trim().as_bytes().try_into().ok()?;
        code.iter()
            .all(u8::is_ascii_alphabetic)
            .then(|| Self(code.map(|letter| letter.to_ascii_uppercase())))
    }

    /// Its code, three capital letters.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many decimals its amounts have: 2 for most, 0 for the yen, 3 for the dinar of Kuwait (ISO 4217, list one).
    pub fn digits(self) -> u8 {
        match self.as_str() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF"
            | "UGX" | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            "CLF" | "UYW" => 4,
            _ => 2,
        }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.as_str().into()
    }
}

impl TryFrom<String> for Currency {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a currency is three letters")
    }
}

/// Which sign stands before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// 1 234,56
    Comma,
    /// 1,234.56
    Point,
}

impl DecimalMark {
    /// The sign itself.
    pub fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }
}

/// The decimals of a currency, 2 where it is not known.
pub(crate) fn digits(currency: Option<Currency>) -> u8 {
    currency.map_or(2, Currency::digits)
}

/// An amount as formats for machines write it: digits, then perhaps one of `marks` and decimals. Never negative. Zeros
/// beyond the decimals of the currency are accepted.
pub(crate) fn parse_plain(text: &str, marks: &[char], digits: u8) -> Result<i64, Problem> {
    let invalid = || Problem::AmountInvalid { text: quote(text) };
    let too_large = || Problem::AmountTooLarge { text: quote(text) };
    let text_ = text.trim();
    let (whole, decimals) = text_.split_once(marks).unwrap_or((text_, ""));
    if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) {
        return Err(invalid());
    }
    let kept = decimals.len().min(usize::from(digits));
    let (decimals, rest) = decimals.split_at(kept);
    if rest.bytes().any(|digit| digit != b'0') {
        return Err(Problem::AmountTooPrecise {
            text: quote(text),
            digits,
        });
    }
    let padding = usize::from(digits) - kept;
    whole
        .bytes()
        .chain(decimals.bytes())
        .chain(std::iter::repeat_n(b'0', padding))
        .try_fold(0_i64, |sum, digit| {
            sum.checked_mul(10)?.checked_add(i64::from(digit - b'0'))
        })
        .ok_or_else(too_large)
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// An amount as people and CSV exports write it: a sign before or after it, or brackets for a debit; groups of three
/// separated by spaces of any kind, apostrophes, or the sign that is not the decimal mark; perhaps a currency beside it.
pub(crate) fn parse_human(text: &str, mark: DecimalMark, digits: u8) -> Result<i64, Problem> {
    let invalid = || Problem::AmountInvalid { text: quote(text) };
    let mut bare = text.trim();
    bare = bare.trim_matches(|c: char| c.is_alphabetic() || c.is_whitespace() || "€$£".contains(c));
    let (bare, negative) = unsign(bare).ok_or_else(invalid)?;
    let (whole, decimals) = match bare.split_once(mark.sign()) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (bare, None),
    };
    let other = match mark {
        DecimalMark::Comma => '.',
        DecimalMark::Point => ',',
    };
    let separates = |c: char| c.is_whitespace() || c == '\'' || c == '’' || c == other;
    let mut groups = whole.split(separates);
    let mut plain = String::from(groups.next().unwrap_or_default());
    for group in groups {
        if group.len() != 3 || plain.is_empty() {
            return Err(invalid());
        }
        plain.push_str(group);
    }
    if let Some(decimals) = decimals {
        plain.push('.');
        plain.push_str(decimals);
    }
    let amount = parse_plain(&plain, &['.'], digits).map_err(|problem| match problem {
        Problem::AmountInvalid { .. } => invalid(),
        other => other,
    })?;
    Ok(if negative { -amount } else { amount })
}

/// The amount without its sign, and whether it was negative.
fn unsign(text: &str) -> Option<(&str, bool)> {
    let minus = ['-', '−', '–'];
    let (text, negative) = if let Some(inner) = text.strip_prefix('(') {
        (inner.strip_suffix(')')?, true)
    } else if let Some(rest) = text.strip_prefix(minus).or(text.strip_suffix(minus)) {
        (rest, true)
    } else {
        (text.strip_prefix('+').unwrap_or(text), false)
    };
    Some((text.trim(), negative))
}

/// An amount of minor units as text with all decimals of its currency, such as `-12.30`.
pub fn format_minor(amount_minor: i64, digits: u8, mark: DecimalMark) -> String {
    let sign = if amount_minor < 0 { "-" } else { "" };
    let size = usize::from(digits);
    let number = format!("{:0>1$}", amount_minor.unsigned_abs(), size + 1);
    let (whole, decimals) = number.split_at(number.len() - size);
    if decimals.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}{}{decimals}", mark.sign())
    }
}
