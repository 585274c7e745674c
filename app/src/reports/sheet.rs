//! A report as a workbook: one sheet a table.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::figures::{Figure, Table};

/// A name of a sheet has this many characters at most.
const MOST: usize = 31;

pub(super) fn workbook(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (bold, hundredths) = (
        Format::new().set_bold(),
        Format::new().set_num_format("#,##0.00"),
    );
    for (number, table) in (1..).zip(tables) {
        let sheet = book.add_worksheet();
        let name: String = format!("{number} {}", table.heading)
            .chars()
            .filter(|c| !"[]:*?/\\".contains(*c))
            .take(MOST)
            .collect();
        sheet.set_name(name)?;
        sheet.write_string_with_format(0, 0, &table.first, &bold)?;
        for (column, head) in (1_u16..).zip(&table.columns) {
            sheet.write_string_with_format(0, column, head, &bold)?;
        }
        for (row, line) in (1_u32..).zip(table.rows.iter().chain(&table.total)) {
            sheet.write_string(row, 0, &line.label)?;
            for (column, figure) in (1_u16..).zip(&line.figures) {
                if figure.is_hundredths {
                    sheet.write_number_with_format(row, column, number_of(figure), &hundredths)?;
                } else {
                    sheet.write_number(row, column, number_of(figure))?;
                }
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.autofit();
    }
    book.save_to_buffer()
}

/// The number that a sheet keeps; exact for all that is counted here.
#[expect(clippy::cast_precision_loss, reason = "sheets keep all numbers so")]
fn number_of(figure: &Figure) -> f64 {
    let number = figure.number as f64;
    if figure.is_hundredths {
        number / 100.0
    } else {
        number
    }
}
