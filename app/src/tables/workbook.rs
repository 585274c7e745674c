//! Workbooks (XLSX): the first visible sheet that has anything in it.

use super::cell_text::{Padding, text_of};
use super::rows::{Cells, Collector, MOST_COLUMNS};
use super::{Fault, Refusal, Spec, Table, columns, package};
use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::borrow::Cow;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads a workbook.
pub(super) fn read(bytes: &[u8], spec: &Spec) -> Result<Table, Refusal> {
    package::inspect(bytes)?;
    // The library promises errors and still indexes and adds in places that a crafted file reaches. Nothing of it
    // outlives the call, so a panic in there leaves nothing half done.
    catch_unwind(AssertUnwindSafe(|| read_sheets(bytes, spec))).unwrap_or_else(|_| {
        Err(Fault::BrokenWorkbook {
            detail: "damaged inside".to_owned(),
        }
        .into())
    })
}

fn read_sheets(bytes: &[u8], spec: &Spec) -> Result<Table, Refusal> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let sheets: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    for sheet in sheets {
        if let Some(table) = read_sheet(&mut book, &sheet, spec)? {
            return Ok(table);
        }
    }
    Err(Fault::EmptyFile.into())
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape `map_err` asks for"
)]
fn broken(error: XlsxError) -> Refusal {
    // The first line says what; the rest may quote the file.
    let detail = error
        .to_string()
        .lines()
        .next()
        .unwrap_or_default()
        .chars()
        .take(120)
        .collect();
    Fault::BrokenWorkbook { detail }.into()
}

/// The table of a sheet, or `None` if it is blank.
fn read_sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    spec: &Spec,
) -> Result<Option<Table>, Refusal> {
    let mut reader = book.worksheet_cells_reader(sheet).map_err(broken)?;
    let paddings: Vec<Option<Padding>> = reader.styles().iter().map(Padding::of_style).collect();
    let mut rows = SheetRows {
        spec,
        collector: None,
        cells: Cells::default(),
        row: 0,
    };
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(broken)? {
        let (row, column) = cell.get_position();
        rows.go_to(row)?;
        let padding = paddings.get(style).and_then(Option::as_ref);
        rows.put(column as usize, text_of(cell.get_value(), padding));
    }
    rows.finish_row()?;
    rows.collector.map(Collector::finish).transpose()
}

/// Cells arrive one by one; a row is whole when the next one begins.
struct SheetRows<'spec, 'book> {
    spec: &'spec Spec,
    collector: Option<Collector<'spec>>,
    cells: Cells<'book>,
    row: u32,
}

impl<'book> SheetRows<'_, 'book> {
    fn go_to(&mut self, row: u32) -> Result<(), Refusal> {
        if row < self.row {
            return Err(Fault::BrokenWorkbook {
                detail: "rows out of order".to_owned(),
            }
            .into());
        }
        if row > self.row {
            self.finish_row()?;
            self.row = row;
        }
        Ok(())
    }

    fn put(&mut self, column: usize, text: Result<Cow<'book, str>, &'static str>) {
        if column >= MOST_COLUMNS {
            if text.is_ok_and(|text| !text.trim().is_empty()) {
                self.cells.beyond = column + 1;
            }
            return;
        }
        if self.cells.texts.len() <= column {
            self.cells.texts.resize(column + 1, Cow::Borrowed(""));
        }
        match text {
            Ok(text) => self.cells.texts[column] = text,
            // A repeated cell must not collect errors without end.
            Err(shown) if self.cells.errors.len() < MOST_COLUMNS => {
                self.cells.errors.push((column, shown));
            }
            Err(_) => {}
        }
    }

    fn finish_row(&mut self) -> Result<(), Refusal> {
        let line = self.row.saturating_add(1);
        if !self.cells.are_blank() {
            match &mut self.collector {
                None => {
                    let header = columns::understand(line, &self.cells.texts, self.spec)?;
                    self.collector = Some(Collector::new(self.spec, header));
                }
                Some(collector) => {
                    // A sheet leaves out empty cells at the end of a row; that makes the row no shorter.
                    self.cells.found = self.cells.texts.len().max(collector.width());
                    collector.take(line, &self.cells)?;
                }
            }
        }
        self.cells.clear();
        Ok(())
    }
}
