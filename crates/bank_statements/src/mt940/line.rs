//! The fields whose parts have fixed places: balances (`:60F:`, `:62F:`) and the statement line (`:61:`).

use jiff::civil::Date;

use crate::date;
use crate::error::Problem;
use crate::money::{Currency, parse_plain};
use crate::text::{clean_some, looks_like_iban};

/// Amounts have a comma; a few banks write a point.
const MARKS: [char; 2] = [',', '.'];

/// A balance of SWIFT MT940: mark, day, currency, amount.
pub(super) struct Balance {
    /// The day; `None` where a bank writes zeros.
    pub(super) date: Option<Date>,
    pub(super) currency: Currency,
    pub(super) amount: i64,
}

impl Balance {
    /// Reads `C170119PLN0,40`.
    pub(super) fn parse(tag: &str, text: &str) -> Result<Self, Problem> {
        let malformed = || Problem::malformed(&format!(":{tag}:"), text);
        let (credit, rest) = match text.split_at_checked(1) {
            Some(("C", rest)) => (true, rest),
            Some(("D", rest)) => (false, rest),
            _ => return Err(malformed()),
        };
        let (day, rest) = rest.split_at_checked(6).ok_or_else(malformed)?;
        let (code, amount) = rest.split_at_checked(3).ok_or_else(malformed)?;
        let currency = Currency::parse(code).ok_or_else(malformed)?;
        let date = match day {
            "000000" => None,
            _ => Some(date::six_digits(day).ok_or_else(|| Problem::date(day))?),
        };
        let amount = parse_plain(amount, &MARKS, currency.digits())?;
        Ok(Self {
            date,
            currency,
            amount: if credit { amount } else { -amount },
        })
    }
}

/// What a `:61:` says.
pub(super) struct Line {
    /// Day of booking; the value date where there is none.
    pub(super) date: Date,
    pub(super) amount: i64,
    /// Its mark takes an earlier entry back.
    pub(super) is_reversal: bool,
    /// The customer's reference, unless it says that there is none or that it stands in `:86:`.
    pub(super) reference: Option<String>,
    /// The bank's own reference, behind `//`.
    pub(super) bank_reference: Option<String>,
    /// What stands behind the 16 places of the customer's reference: one bank puts the name there.
    pub(super) name: Option<String>,
    /// The account of the other side, where a bank puts an IBAN in the reference's place.
    pub(super) account: Option<String>,
}

impl Line {
    /// Reads `1701190119CN0,01NTRFNONREF//MB170119012058`: value date, day of booking, mark, third letter of the currency,
    /// amount, type, references.
    pub(super) fn parse(text: &str, digits: u8) -> Result<Self, Problem> {
        let malformed = || Problem::malformed(":61:", text);
        let (day, rest) = text.split_at_checked(6).ok_or_else(malformed)?;
        let value = date::six_digits(day).ok_or_else(|| Problem::date(day))?;
        let (booked, rest) = match rest.split_at_checked(4) {
            Some((booked, rest)) if booked.bytes().all(|byte| byte.is_ascii_digit()) => {
                (Some(booked).filter(|day| *day != "0000"), rest)
            }
            _ => (None, rest.trim_start()),
        };
        let date = match booked {
            None => value,
            Some(day) => date::nearest(value, day).ok_or_else(|| Problem::date(day))?,
        };
        let is_reversal = rest.starts_with('R');
        let (credit, rest) = mark(rest).ok_or_else(malformed)?;
        let rest = rest
            .strip_prefix(|c: char| c.is_ascii_alphabetic())
            .unwrap_or(rest);
        let end = rest
            .find(|c: char| !c.is_ascii_digit() && !MARKS.contains(&c))
            .unwrap_or(rest.len());
        let (amount, rest) = rest.split_at(end);
        if amount.is_empty() {
            return Err(malformed());
        }
        let amount = parse_plain(amount, &MARKS, digits)?;
        let kind = rest.char_indices().nth(4).map_or(rest.len(), |(at, _)| at);
        let (own, bank) = rest[kind..].split_once("//").unwrap_or((&rest[kind..], ""));
        let (reference, name) = if bank.is_empty() {
            padded(own)
        } else {
            (own, "")
        };
        let account = Some(reference.trim()).filter(|text| looks_like_iban(text));
        let reference = if account.is_some() { "" } else { reference };
        Ok(Self {
            date,
            amount: if credit { amount } else { -amount },
            is_reversal,
            reference: clean_some(reference).filter(|text| !is_placeholder(text)),
            bank_reference: clean_some(bank).filter(|text| !is_placeholder(text)),
            name: clean_some(name),
            account: account.map(str::to_owned),
        })
    }
}

/// The mark, as the balance moves: a reversed credit takes away what had come.
fn mark(text: &str) -> Option<(bool, &str)> {
    [
        ("RC", false),
        ("RD", true),
        ("EC", true),
        ("ED", false),
        ("C", true),
        ("D", false),
    ]
    .into_iter()
    .find_map(|(mark, credit)| Some((credit, text.strip_prefix(mark)?)))
}

/// A reference that is filled up to 16 places with spaces, and what stands behind it.
fn padded(text: &str) -> (&str, &str) {
    match text.split_at_checked(16) {
        Some((reference, rest)) if reference.ends_with(' ') => (reference, rest),
        _ => (text, ""),
    }
}

fn is_placeholder(text: &str) -> bool {
    matches!(
        text,
        "NONREF" | "NOREF" | "KREF+" | "EREF" | "EREF+" | "MREF" | "PREF" | "MARF" | "X"
    )
}
