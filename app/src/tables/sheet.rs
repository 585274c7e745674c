//! Lists that people take away as a workbook: sheets, each with a bold head that stays in sight.

use jiff::civil::{Date, DateTime};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};

/// A name of a sheet has this many characters at most.
const MOST: usize = 31;

/// What stands in a cell. A text stays a text, also when it looks like a formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// As it is.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Hundredths, shown as a decimal number.
    Hundredths(i64),
    /// A day.
    Day(Date),
    /// A minute of a day, on the clock of the place that it belongs to.
    Minute(DateTime),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// One sheet of a workbook.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// What the tab says; what does not fit there is left out.
    pub name: String,
    /// What stands above the columns.
    pub heads: Vec<String>,
    /// Rows, each in the order of the heads.
    pub rows: Vec<Vec<Cell>>,
}

/// The bytes of a workbook (XLSX). Names of sheets must differ.
///
/// # Errors
/// A text is longer than a sheet takes, there are more rows than it has, or two names are the same.
pub fn write_workbook(sheets: impl IntoIterator<Item = Sheet>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let hundredths = Format::new().set_num_format("#,##0.00");
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let minute = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    for Sheet { name, heads, rows } in sheets {
        let sheet = book.add_worksheet();
        let fits = name.chars().filter(|sign| !"[]:*?/\\".contains(*sign));
        sheet.set_name(fits.take(MOST).collect::<String>())?;
        for (column, head) in (0_u16..).zip(heads) {
            sheet.write_string_with_format(0, column, head, &bold)?;
        }
        for (row, cells) in (1_u32..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Text(text) => sheet.write_string(row, column, text)?,
                    Cell::Number(number) => sheet.write_number(row, column, decimal(number))?,
                    Cell::Hundredths(number) => {
                        let number = decimal(number) / 100.0;
                        sheet.write_number_with_format(row, column, number, &hundredths)?
                    }
                    Cell::Day(date) => match day_of(date) {
                        Some(on) => sheet.write_datetime_with_format(row, column, on, &day)?,
                        None => sheet.write_string(row, column, date.to_string())?,
                    },
                    Cell::Minute(at) => match minute_of(at) {
                        Some(then) => {
                            sheet.write_datetime_with_format(row, column, then, &minute)?
                        }
                        None => sheet.write_string(row, column, at.to_string())?,
                    },
                };
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofit();
    }
    book.save_to_buffer()
}

/// A day as sheets count it; they know none before 1900.
fn day_of(date: Date) -> Option<ExcelDateTime> {
    let part = |part: i8| u8::try_from(part).ok();
    let year = u16::try_from(date.year())
        .ok()
        .filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, part(date.month())?, part(date.day())?).ok()
}

/// The minute of a day as sheets count it.
fn minute_of(at: DateTime) -> Option<ExcelDateTime> {
    let part = |part: i8| u8::try_from(part).ok();
    let day = day_of(at.date())?;
    day.and_hms(part(at.hour())?.into(), part(at.minute())?, 0)
        .ok()
}

/// The number that a sheet keeps; exact for every amount below 90 trillion.
#[expect(clippy::cast_precision_loss, reason = "sheets keep all numbers so")]
fn decimal(number: i64) -> f64 {
    number as f64
}
