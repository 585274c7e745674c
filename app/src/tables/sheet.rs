//! Lists that people take away as a workbook: sheets, each with a bold head that stays in sight.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

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
                };
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofit();
    }
    book.save_to_buffer()
}

/// The number that a sheet keeps; exact for every amount below 90 trillion.
#[expect(clippy::cast_precision_loss, reason = "sheets keep all numbers so")]
fn decimal(number: i64) -> f64 {
    number as f64
}
