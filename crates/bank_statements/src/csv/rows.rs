//! From rows to entries.

use std::borrow::Cow;

use csv::StringRecord;
use jiff::civil::Date;

use super::mapping::{AmountColumns, Column, CsvMapping, CurrencySource};
use super::table::{Table, heading};
use crate::error::{Problem, ReadError};
use crate::money::{Currency, digits, parse_human};
use crate::statement::{Entry, Statement, Warning};
use crate::text::{account, clean, clean_some};
use crate::{date, encoding};

/// Reads all rows of the table.
pub(super) fn read(bytes: &[u8], mapping: &CsvMapping) -> Result<Statement, ReadError> {
    let text = match mapping.encoding {
        Some(named) => encoding::decode_as(bytes, named),
        None => encoding::decode(bytes).0,
    };
    let mut table = Table::new(&text, mapping.delimiter, mapping.skip_lines)?;
    let header = if mapping.has_header {
        table.next_row()?.cloned()
    } else {
        None
    };
    let columns = Columns::resolve(mapping, header.as_ref(), table.line)?;
    let mut statement = Statement {
        account: mapping.account.as_deref().and_then(account),
        ..Statement::default()
    };
    let mut skipped = 0;
    while table.advance()? {
        match columns.entry(&table.record, mapping, table.line)? {
            Some(entry) => {
                let full = |problem| ReadError::line(table.line, problem);
                statement.has_room().map_err(full)?;
                statement.entries.push(entry);
            }
            None if table.record.iter().all(|cell| cell.trim().is_empty()) => {}
            None => skipped += 1,
        }
    }
    let first = statement.entries.first().and_then(|entry| entry.currency);
    let same = statement
        .entries
        .iter()
        .all(|entry| entry.currency == first);
    statement.currency = match &mapping.currency {
        CurrencySource::Fixed(currency) => Some(*currency),
        _ => first.filter(|_| same),
    };
    if skipped > 0 {
        let warning = Warning::RowsSkipped { count: skipped };
        statement.warnings.push(warning);
    }
    Ok(statement.finish())
}

/// The places of the columns.
struct Columns {
    date: usize,
    amount: Amount,
    currency: Option<usize>,
    title: Vec<usize>,
    counterparty: Option<usize>,
    account: Option<usize>,
    reference: Option<usize>,
}

enum Amount {
    Signed(usize),
    Split { debit: usize, credit: usize },
}

impl Columns {
    fn resolve(
        mapping: &CsvMapping,
        header: Option<&StringRecord>,
        line: u32,
    ) -> Result<Self, ReadError> {
        let headings: Vec<String> = header
            .map(|row| row.iter().map(heading).collect())
            .unwrap_or_default();
        let place = |column: &Column| match column {
            Column::Index(index) => Ok(*index),
            Column::Header(name) => {
                let wanted = heading(name);
                let found = headings.iter().position(|heading| *heading == wanted);
                found.ok_or_else(|| ReadError::line(line, Problem::missing(name)))
            }
        };
        let maybe = |column: &Option<Column>| column.as_ref().map(place).transpose();
        Ok(Self {
            date: place(&mapping.date)?,
            amount: match &mapping.amount {
                AmountColumns::Signed(column) => Amount::Signed(place(column)?),
                AmountColumns::Split { debit, credit } => Amount::Split {
                    debit: place(debit)?,
                    credit: place(credit)?,
                },
            },
            currency: match &mapping.currency {
                CurrencySource::Column(column) => Some(place(column)?),
                _ => None,
            },
            title: mapping.title.iter().map(place).collect::<Result<_, _>>()?,
            counterparty: maybe(&mapping.counterparty)?,
            account: maybe(&mapping.counterparty_account)?,
            reference: maybe(&mapping.reference)?,
        })
    }

    /// The row as an entry; `None` for one that has neither a day nor an amount.
    fn entry(
        &self,
        row: &StringRecord,
        mapping: &CsvMapping,
        line: u32,
    ) -> Result<Option<Entry>, ReadError> {
        let at = |problem| ReadError::line(line, problem);
        let cell = |index: usize| row.get(index).unwrap_or_default().trim();
        let text =
            |index: Option<usize>| index.and_then(|index| clean_some(&unescape(cell(index))));
        let day = cell(self.date);
        if day.is_empty() && self.amount_of(row, mapping, 2).ok().flatten().is_none() {
            return Ok(None);
        }
        let date: Date =
            date::parse(day, mapping.date_format).ok_or_else(|| at(Problem::date(day)))?;
        let currency = self.currency_of(row, mapping).map_err(at)?;
        let amount = self.amount_of(row, mapping, digits(currency)).map_err(at)?;
        let title: Vec<Cow<'_, str>> = self
            .title
            .iter()
            .map(|index| unescape(cell(*index)))
            .collect();
        Ok(Some(Entry {
            date,
            amount_minor: amount.ok_or_else(|| {
                at(Problem::AmountInvalid {
                    text: String::new(),
                })
            })?,
            currency,
            title: clean(&title.join(" ")),
            counterparty: text(self.counterparty),
            counterparty_account: self
                .account
                .and_then(|index| account(cell(index).trim_matches(['\'', '"']))),
            reference: text(self.reference),
            is_reversal: false,
            counterparty_tax_id: None,
        }))
    }

    fn amount_of(
        &self,
        row: &StringRecord,
        mapping: &CsvMapping,
        digits: u8,
    ) -> Result<Option<i64>, Problem> {
        let value = |index: usize| {
            let cell = row.get(index).unwrap_or_default().trim();
            let parse = || parse_human(cell, mapping.decimal_mark, digits);
            (!cell.is_empty()).then(parse).transpose()
        };
        match self.amount {
            Amount::Signed(index) => value(index),
            Amount::Split { debit, credit } => {
                let (debit, credit) = (value(debit)?, value(credit)?);
                match (
                    debit.filter(|size| *size != 0),
                    credit.filter(|size| *size != 0),
                ) {
                    (Some(size), None) => Ok(Some(-size.abs())),
                    (None, Some(size)) => Ok(Some(size.abs())),
                    (None, None) => Ok(debit.or(credit)),
                    (Some(_), Some(_)) => Err(Problem::DirectionUnknown {
                        text: crate::error::quote(&row.iter().collect::<Vec<_>>().join(" ")),
                    }),
                }
            }
        }
    }

    fn currency_of(
        &self,
        row: &StringRecord,
        mapping: &CsvMapping,
    ) -> Result<Option<Currency>, Problem> {
        let invalid = |text: &str| Problem::CurrencyInvalid {
            text: crate::error::quote(text),
        };
        let text = match (&mapping.currency, self.currency, &self.amount) {
            (CurrencySource::Fixed(currency), _, _) => return Ok(Some(*currency)),
            (CurrencySource::Column(_), Some(index), _) => row.get(index).unwrap_or_default(),
            (CurrencySource::InAmount, _, Amount::Signed(index)) => {
                row.get(*index).unwrap_or_default()
            }
            (CurrencySource::InAmount, _, Amount::Split { debit, credit }) => {
                let first = row.get(*debit).filter(|cell| !cell.trim().is_empty());
                first.or(row.get(*credit)).unwrap_or_default()
            }
            _ => return Ok(None),
        };
        let letters = text.trim_matches(|c: char| !c.is_alphabetic());
        let found = match letters {
            "zł" => Currency::parse("PLN"),
            "₽" | "руб" | "RUR" => Some(Currency::RUB),
            _ => Currency::parse(letters),
        };
        found.map(Some).ok_or_else(|| invalid(text))
    }
}

/// A cell that a bank wrote as `="…"`, so that a spreadsheet keeps it as text.
fn unescape(cell: &str) -> Cow<'_, str> {
    let inner = cell
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'));
    Cow::Borrowed(inner.unwrap_or(cell))
}
