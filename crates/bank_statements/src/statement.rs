//! What every reader gives: one type for all formats.

use jiff::civil::Date;
use serde::Serialize;

use crate::error::Problem;
use crate::money::Currency;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// ISO 20022 `camt.053.001.02` to `.08`.
    Camt053,
    /// SWIFT MT940, and MT942 as far as it goes.
    Mt940,
    /// `1CClientBankExchange` 1.01 to 1.03.
    OneC,
    /// A table with one row for each entry.
    Csv,
}

/// A file that was read as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// What it was.
    pub format: Format,
    /// The statements in the order of the file, at least one.
    pub statements: Vec<Statement>,
}

/// One statement of one account. Amounts are minor units of [`Statement::currency`]. Serialises as `statement show --format json`
/// prints it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Statement {
    /// The account's number as the bank writes it, without spaces; an IBAN where the bank gives one.
    pub account: Option<String>,
    /// The account's currency.
    pub currency: Option<Currency>,
    /// First day, as the bank says it, else the day of the opening balance, else of the first entry.
    pub from: Option<Date>,
    /// Last day, as the bank says it, else the day of the closing balance, else of the last entry.
    pub to: Option<Date>,
    /// Booked balance before the first entry; negative when the account is overdrawn.
    pub opening: Option<i64>,
    /// Booked balance after the last entry.
    pub closing: Option<i64>,
    /// What was booked, in the order of the bank.
    pub entries: Vec<Entry>,
    /// Number or identifier that the bank gave this statement.
    #[serde(skip)]
    pub number: Option<String>,
    /// What a person should know before the entries are booked.
    #[serde(skip)]
    pub warnings: Vec<Warning>,
}

/// Something that was booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The day of booking.
    pub date: Date,
    /// Minor units of [`Entry::currency`]; credits are positive, debits negative.
    pub amount_minor: i64,
    /// Its currency; `None` in a file that does not tell.
    pub currency: Option<Currency>,
    /// What the payer wrote, without the bank's line breaks; else the bank's own words. Can be empty.
    pub title: String,
    /// Name of who paid or was paid.
    pub counterparty: Option<String>,
    /// Their account, without spaces.
    pub counterparty_account: Option<String>,
    /// The payer's reference; where there is none, the bank's.
    pub reference: Option<String>,
    /// The bank says that this takes an earlier entry back.
    #[serde(skip)]
    pub is_reversal: bool,
    /// Tax number of who paid or was paid (INN in 1CClientBankExchange).
    #[serde(skip)]
    pub counterparty_tax_id: Option<String>,
}

/// What a person should know about a statement that could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "warning")]
#[non_exhaustive]
pub enum Warning {
    /// Opening balance and entries do not add up to the closing balance. Banks' own published samples have this when entries
    /// were taken out of them; a statement fresh from a bank must not, so it should be booked only after a person agreed.
    BalanceMismatch {
        /// Closing balance less opening balance less the sum of the entries, minor units.
        difference: i64,
    },
    /// The file does not say whose account this is.
    AccountUnknown,
    /// The file does not say which currency this is; amounts were read with two decimals.
    CurrencyUnknown,
    /// The currency was not in the file and follows from the kind of account or from the format.
    CurrencyAssumed,
    /// A balance in another currency than the account's was left out.
    BalanceInOtherCurrency {
        /// Its currency.
        currency: Currency,
    },
    /// Entries that are only announced, not booked, were left out.
    NotBooked {
        /// How many.
        count: u32,
    },
    /// Not a statement but a report within the day (MT942).
    Interim,
    /// The columns of the CSV were guessed from its header.
    MappingGuessed,
    /// Rows of the CSV that have no date and no amount, such as totals at its end, were left out.
    RowsSkipped {
        /// How many.
        count: u32,
    },
}

impl Statement {
    /// Closing balance less opening balance less the sum of the entries. `None` when a balance is missing, or an entry is in
    /// another currency. Zero in a sound statement.
    pub fn balance_difference(&self) -> Option<i64> {
        let (opening, closing) = (self.opening?, self.closing?);
        let same = |entry: &Entry| entry.currency.is_none() || entry.currency == self.currency;
        if !self.entries.iter().all(same) {
            return None;
        }
        let sum: i128 = self
            .entries
            .iter()
            .map(|e| i128::from(e.amount_minor))
            .sum();
        let difference = i128::from(closing) - i128::from(opening) - sum;
        Some(i64::try_from(difference).unwrap_or(if difference > 0 { i64::MAX } else { i64::MIN }))
    }

    /// Whether it can take one more entry.
    pub(crate) fn has_room(&self) -> Result<(), Problem> {
        if self.entries.len() < crate::MAX_ENTRIES {
            return Ok(());
        }
        Err(Problem::too_many("entries", crate::MAX_ENTRIES))
    }

    /// Fills in what follows from the rest, and adds the warnings that every reader gives.
    pub(crate) fn finish(mut self) -> Self {
        let days = || self.entries.iter().map(|entry| entry.date);
        self.from = self.from.or_else(|| days().min());
        self.to = self.to.or_else(|| days().max());
        if self.account.is_none() {
            self.warnings.push(Warning::AccountUnknown);
        }
        if self.currency.is_none() {
            self.warnings.push(Warning::CurrencyUnknown);
        }
        if let Some(difference) = self.balance_difference().filter(|gap| *gap != 0) {
            self.warnings.push(Warning::BalanceMismatch { difference });
        }
        self.entries.shrink_to_fit();
        self
    }
}
