//! Lists that people take away as a workbook: one sheet, a bold head that stays in sight.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// What stands in a cell. A text stays a text, also when it looks like a formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// As it is.
    Text(String),
    /// A whole number.
    Number(i64),
    /// Hundredths, shown as a decimal number.
    Money(i64),
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// The bytes of a workbook (XLSX).
///
/// # Errors
/// A text is longer than a sheet takes, or there are more rows than it has.
pub fn sheet(
    heads: &[String],
    rows: impl IntoIterator<Item = Vec<Cell>>,
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let money = Format::new().set_num_format("#,##0.00");
    let sheet = book.add_worksheet();
    for (column, head) in (0_u16..).zip(heads) {
        sheet.write_string_with_format(0, column, head, &bold)?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) => sheet.write_string(row, column, text)?,
                Cell::Number(number) => sheet.write_number(row, column, decimal(number))?,
                Cell::Money(minor) => {
                    let amount = decimal(minor) / 100.0;
                    sheet.write_number_with_format(row, column, amount, &money)?
                }
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

/// The number that a sheet keeps; exact for every amount below 90 trillion.
#[expect(clippy::cast_precision_loss, reason = "sheets keep all numbers so")]
fn decimal(number: i64) -> f64 {
    number as f64
}
