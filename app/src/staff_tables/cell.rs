//! What stands in one place of a table: a text of the page, and what files keep of it.

use std::fmt::Display;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::i18n::{Lang, Translator, name_key};
use crate::tables;

/// What stands in one place of a table.
#[derive(Clone, Debug)]
pub struct Cell {
    /// As it is read on the page.
    pub text: String,
    /// The smaller line below it.
    pub second: String,
    /// Where it leads; empty for nowhere.
    pub href: String,
    /// Its meaning, where it is shown as a badge.
    pub kind: Option<&'static str>,
    /// What files keep: one for each head of the column.
    pub(super) kept: Vec<tables::Cell>,
}

impl Cell {
    /// A text.
    pub fn new(text: impl Display) -> Self {
        let text = text.to_string();
        Self::keeping(text.clone(), tables::Cell::Text(text))
    }

    /// A whole number.
    pub fn number(number: i64) -> Self {
        Self::keeping(number.to_string(), tables::Cell::Number(number))
    }

    /// How many there are.
    pub fn count(count: usize) -> Self {
        Self::number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// An amount; files keep the number, and say the currency in a column of its own.
    pub fn money(t: Translator, minor: i64, currency: &str) -> Self {
        Self::keeping(t.money(minor, currency), tables::Cell::Hundredths(minor))
    }

    /// A decimal number in words, and as so many hundredths, which files keep.
    pub fn decimal(text: impl Display, hundredths: usize) -> Self {
        let kept = i64::try_from(hundredths).unwrap_or(i64::MAX);
        Self::keeping(text.to_string(), tables::Cell::Hundredths(kept))
    }

    /// A day; files keep it as spreadsheets sort it.
    pub fn day(t: Translator, day: Date) -> Self {
        Self::keeping(t.plain_date(day), tables::Cell::Day(day))
    }

    /// An instant, on the clock of this zone; files keep it as spreadsheets sort it.
    pub fn moment(t: Translator, at: Timestamp, zone: &TimeZone) -> Self {
        let local = at.to_zoned(zone.clone()).datetime();
        Self::keeping(t.date_time(at, zone), tables::Cell::Minute(local))
    }

    /// A word with its meaning.
    pub fn badge((kind, word): (&'static str, String)) -> Self {
        Self {
            kind: Some(kind),
            ..Self::new(word)
        }
    }

    /// With a smaller line below.
    #[must_use]
    pub fn and(mut self, second: impl Display) -> Self {
        self.second = second.to_string();
        self.kept.push(tables::Cell::Text(self.second.clone()));
        self
    }

    /// Leading somewhere.
    #[must_use]
    pub fn to(mut self, href: impl Display) -> Self {
        self.href = href.to_string();
        self
    }

    /// By what it stands among others: numbers and days by their size, words by the reader's alphabet.
    pub(super) fn key(&self, lang: Lang) -> (i64, Vec<(bool, char, u8)>) {
        match self.kept.first() {
            Some(tables::Cell::Number(number) | tables::Cell::Hundredths(number)) => {
                (*number, Vec::new())
            }
            Some(tables::Cell::Day(day)) => (0, name_key(lang, &day.to_string())),
            Some(tables::Cell::Minute(at)) => (0, name_key(lang, &at.to_string())),
            _ => (0, name_key(lang, &self.text)),
        }
    }

    fn keeping(text: String, kept: tables::Cell) -> Self {
        Self {
            text,
            second: String::new(),
            href: String::new(),
            kind: None,
            kept: vec![kept],
        }
    }
}
