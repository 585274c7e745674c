//! What the columns of a CSV probably mean, from the words of its header.

use super::mapping::{AmountColumns, Column, CsvMapping, CurrencySource};
use super::table::{Table, heading};
use super::words::{self, Role};
use crate::date::{self, DateFormat};
use crate::encoding;
use crate::money::{Currency, DecimalMark};

/// A header stands in one of the first lines.
const HEADER_WITHIN: u32 = 60;
/// Codes of currencies that are looked for in headings.
const CODES: [&str; 9] = [
    "pln", "eur", "rub", "usd", "gbp", "chf", "czk", "byn", "uah",
];
/// A statement has fewer columns.
const COLUMNS: usize = 100;
/// So many rows are looked at to tell how dates and amounts are written.
const ROWS: usize = 400;

/// Proposes a mapping for a CSV with a header in Polish, Russian, English or German. `None` when there is no header that
/// names at least a day and an amount. The proposal is for a person to confirm: the account is never in it.
pub fn guess_mapping(bytes: &[u8]) -> Option<CsvMapping> {
    let (text, found_encoding) = encoding::decode(bytes);
    let mut best: Option<(usize, u32, char, Vec<String>)> = None;
    let mut rest = &*text;
    for line in 0..HEADER_WITHIN {
        for delimiter in [';', ',', '\t', '|'] {
            if let Some(cells) = header_cells(rest, delimiter) {
                let score = words::score(&cells);
                if best.as_ref().is_none_or(|(best, ..)| score > *best) {
                    best = Some((score, line, delimiter, cells));
                }
            }
        }
        match rest.split_once('\n') {
            Some((_, next)) => rest = next,
            None => break,
        }
    }
    let (score, skip_lines, delimiter, headings) = best?;
    let column = |role| words::find(&headings, role).map(Column::Index);
    let (date, amount) = (
        words::find(&headings, Role::Date)?,
        amount_columns(&headings)?,
    );
    if score < 2 {
        return None;
    }
    let sample = sample(&text, delimiter, skip_lines);
    let of_column = |index: usize| {
        sample
            .iter()
            .filter_map(move |row| row.get(index))
            .map(String::as_str)
    };
    let amounts: Vec<&str> = match &amount {
        AmountColumns::Signed(Column::Index(index)) => of_column(*index).collect(),
        AmountColumns::Split {
            debit: Column::Index(debit),
            credit: Column::Index(credit),
        } => of_column(*debit).chain(of_column(*credit)).collect(),
        _ => Vec::new(),
    };
    Some(CsvMapping {
        account: None,
        encoding: Some(found_encoding),
        delimiter,
        skip_lines,
        has_header: true,
        date: Column::Index(date),
        date_format: date_format(&of_column(date)),
        decimal_mark: decimal_mark(&amounts),
        currency: currency(&headings, &amounts),
        amount,
        title: words::find_all(&headings, Role::Title)
            .into_iter()
            .map(Column::Index)
            .collect(),
        counterparty: column(Role::Counterparty),
        counterparty_account: column(Role::CounterpartyAccount),
        reference: column(Role::Reference),
    })
}

/// The headings of the first row, when it has several cells.
fn header_cells(text: &str, delimiter: char) -> Option<Vec<String>> {
    let line = text.split('\n').next()?;
    if line.len() > 4_000 || !line.contains(delimiter) {
        return None;
    }
    let mut table = Table::new(line, delimiter, 0).ok()?;
    let row = table.next_row().ok()??;
    Some(row.iter().take(COLUMNS).map(heading).collect())
}

/// Cells of the first rows below the header.
fn sample(text: &str, delimiter: char, skip_lines: u32) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let Ok(mut table) = Table::new(text, delimiter, skip_lines) else {
        return rows;
    };
    while let Ok(Some(row)) = table.next_row() {
        let cells = row.iter().take(COLUMNS);
        rows.push(cells.map(|cell| cell.trim().to_owned()).collect());
        if rows.len() > ROWS {
            break;
        }
    }
    rows.drain(..1.min(rows.len()));
    rows
}

fn amount_columns(headings: &[String]) -> Option<AmountColumns> {
    let of = |role| words::find(headings, role).map(Column::Index);
    if let (Some(debit), Some(credit)) = (of(Role::Debit), of(Role::Credit)) {
        return Some(AmountColumns::Split { debit, credit });
    }
    of(Role::Amount).map(AmountColumns::Signed)
}

/// The order that reads most of the days; of two that read the same, the European one.
fn date_format<'c>(cells: &(impl Iterator<Item = &'c str> + Clone)) -> DateFormat {
    let formats = [
        DateFormat::MonthDayYear,
        DateFormat::DayMonthYear,
        DateFormat::YearMonthDay,
    ];
    let fit = |format: &DateFormat| {
        cells
            .clone()
            .filter(|cell| date::parse(cell, *format).is_some())
            .count()
    };
    formats
        .into_iter()
        .max_by_key(fit)
        .unwrap_or(DateFormat::YearMonthDay)
}

/// The sign that stands last before one or two digits at the end, in most amounts.
fn decimal_mark(cells: &[&str]) -> DecimalMark {
    let ends_with = |mark: char| {
        let fits = |cell: &&&str| {
            let digits = cell.trim_matches(|c: char| !c.is_ascii_digit());
            let decimals = digits.rsplit_once(mark).map_or(0, |(_, after)| after.len());
            (1..=2).contains(&decimals)
        };
        cells.iter().filter(fits).count()
    };
    if ends_with(',') >= ends_with('.') && ends_with(',') > 0 {
        DecimalMark::Comma
    } else {
        DecimalMark::Point
    }
}

/// A column; else what stands beside the amounts; else a code in a heading, as in `Kwota (PLN)`.
fn currency(headings: &[String], amounts: &[&str]) -> CurrencySource {
    if let Some(index) = words::find(headings, Role::Currency) {
        return CurrencySource::Column(Column::Index(index));
    }
    let beside = |cell: &&str| {
        let letters = cell.trim_matches(|c: char| !c.is_alphabetic());
        letters == "zł" || (letters.len() == 3 && Currency::parse(letters).is_some())
    };
    let mut filled = amounts
        .iter()
        .filter(|cell| cell.chars().any(|c| c.is_ascii_digit()))
        .peekable();
    if filled.peek().is_some() && filled.all(beside) {
        return CurrencySource::InAmount;
    }
    let in_heading = headings
        .iter()
        .flat_map(|heading| heading.split(' '))
        .find(|word| CODES.contains(word))
        .and_then(Currency::parse);
    in_heading.map_or(CurrencySource::Unknown, CurrencySource::Fixed)
}
