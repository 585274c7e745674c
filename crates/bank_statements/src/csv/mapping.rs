//! What the columns of an account's CSV mean. Serialises, to be kept with the account.

use serde::{Deserialize, Serialize};

use crate::date::DateFormat;
use crate::encoding::TextEncoding;
use crate::money::{Currency, DecimalMark};

/// What the columns of a CSV mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CsvMapping {
    /// The account that the CSV is of; exports seldom say.
    pub account: Option<String>,
    /// The encoding; `None` tells it by the content.
    pub encoding: Option<TextEncoding>,
    /// The ASCII character between cells.
    pub delimiter: char,
    /// How many lines to leave out before the header, or before the first row when there is no header.
    pub skip_lines: u32,
    /// Whether the first line after those is a header.
    pub has_header: bool,
    /// The day of booking.
    pub date: Column,
    /// How the day is written.
    pub date_format: DateFormat,
    /// The amount, signed or as debit and credit.
    pub amount: AmountColumns,
    /// The sign before the decimals.
    pub decimal_mark: DecimalMark,
    /// Where the currency stands.
    pub currency: CurrencySource,
    /// What the payer wrote: these columns, joined by a space.
    pub title: Vec<Column>,
    /// The name of the other side.
    pub counterparty: Option<Column>,
    /// The account of the other side.
    pub counterparty_account: Option<Column>,
    /// A reference.
    pub reference: Option<Column>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Column {
    /// By its place, counted from 0.
    Index(usize),
    /// By its heading; capital letters, spaces and quotes around it do not matter.
    Header(String),
}

/// The columns of the amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountColumns {
    /// One column, debits negative.
    Signed(Column),
    /// One column for each; the sign in them does not matter.
    Split {
        /// Money that went.
        debit: Column,
        /// Money that came.
        credit: Column,
    },
}

/// Where the currency stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CurrencySource {
    /// In a column of its own.
    Column(Column),
    /// Beside each amount, as in `-12,30 PLN`.
    InAmount,
    /// Always this one.
    Fixed(Currency),
    /// Nowhere.
    Unknown,
}
