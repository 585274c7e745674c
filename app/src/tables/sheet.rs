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
                    Cell::Day(date) => {
                        sheet.write_datetime_with_format(row, column, day_of(date)?, &day)?
                    }
                    Cell::Minute(at) => {
                        let part = |part: i8| u8::try_from(part).unwrap_or_default();
                        let (hours, minutes) = (part(at.hour()), part(at.minute()));
                        let at = day_of(at.date())?.and_hms(hours.into(), minutes, 0)?;
                        sheet.write_datetime_with_format(row, column, at, &minute)?
                    }
                };
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofit();
    }
    book.save_to_buffer()
}

/// A day as sheets count it.
fn day_of(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    let year = u16::try_from(date.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))
}

/// The number that a sheet keeps; exact for every amount below 90 trillion.
#[expect(clippy::cast_precision_loss, reason = "sheets keep all numbers so")]
fn decimal(number: i64) -> f64 {
    number as f64
}
