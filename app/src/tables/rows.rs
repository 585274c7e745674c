//! Rows taken one by one into a table, whatever kind of file they come from.

use super::columns::Header;
use super::{Fault, MAX_PROBLEMS, Need, Problem, Refusal, Row, Spec, Table};
use std::borrow::Cow;

/// More columns than this are counted and not kept: a line of ten million separators must not fill the memory.
pub(super) const MOST_COLUMNS: usize = 1_000;

/// The cells of one row of the file.
#[derive(Debug, Default)]
pub(super) struct Cells<'text> {
    /// The first [`MOST_COLUMNS`] of them.
    pub texts: Vec<Cow<'text, str>>,
    /// How many there are.
    pub found: usize,
    /// Where the last filled cell beyond those kept ends.
    pub beyond: usize,
    /// Cells that show an error of the spreadsheet.
    pub errors: Vec<(usize, &'static str)>,
}

impl<'text> Cells<'text> {
    pub fn push(&mut self, text: Cow<'text, str>) {
        self.found += 1;
        if self.texts.len() < MOST_COLUMNS {
            self.texts.push(text);
        } else if !text.trim().is_empty() {
            self.beyond = self.found;
        }
    }

    pub fn clear(&mut self) {
        self.texts.clear();
        self.errors.clear();
        self.found = 0;
        self.beyond = 0;
    }

    pub fn are_blank(&self) -> bool {
        self.beyond == 0
            && self.errors.is_empty()
            && self.texts.iter().all(|text| text.trim().is_empty())
    }

    fn filled(&self) -> usize {
        let texts = self.texts.iter().rposition(|text| !text.trim().is_empty());
        let errors = self.errors.iter().map(|(place, _)| *place).max();
        texts
            .max(errors)
            .map_or(0, |last| last + 1)
            .max(self.beyond)
    }
}

/// Takes rows, and keeps count of what is wrong with them.
pub(super) struct Collector<'spec> {
    spec: &'spec Spec,
    header: Header,
    table: Table,
    seen: usize,
}

impl<'spec> Collector<'spec> {
    pub fn new(spec: &'spec Spec, mut header: Header) -> Self {
        let table = Table {
            columns: spec.columns.iter().map(|column| column.name).collect(),
            ignored_columns: std::mem::take(&mut header.ignored),
            ..Table::default()
        };
        Self {
            spec,
            header,
            table,
            seen: 0,
        }
    }

    pub fn width(&self) -> usize {
        self.header.width
    }

    /// Takes a row, or names what is wrong with it. Refuses only above the limit of rows.
    pub fn take(&mut self, line: u32, cells: &Cells<'_>) -> Result<(), Refusal> {
        if cells.are_blank() {
            return Ok(());
        }
        self.count()?;
        let expected = self.header.width;
        let filled = cells.filled();
        if cells.found < expected {
            let found = cells.found;
            self.report(Problem::at_line(
                line,
                Fault::RowTooShort { expected, found },
            ));
        } else if filled > expected {
            self.report(Problem::at_line(
                line,
                Fault::RowTooLong {
                    expected,
                    found: filled,
                },
            ));
        } else {
            self.take_cells(line, cells);
        }
        Ok(())
    }

    /// Counts a row that could not even be taken apart.
    pub fn refuse_row(&mut self, problem: Problem) -> Result<(), Refusal> {
        self.count()?;
        self.report(problem);
        Ok(())
    }

    /// The table; refuses one that has a header and nothing else.
    pub fn finish(self) -> Result<Table, Refusal> {
        if self.seen == 0 {
            return Err(Fault::NoRows.into());
        }
        Ok(self.table)
    }

    fn count(&mut self) -> Result<(), Refusal> {
        if self.seen == self.spec.max_rows {
            return Err(Fault::TooManyRows {
                max: self.spec.max_rows,
            }
            .into());
        }
        self.seen += 1;
        Ok(())
    }

    fn report(&mut self, problem: Problem) {
        if self.table.problems.len() < MAX_PROBLEMS {
            self.table.problems.push(problem);
        } else {
            self.table.problems_left_out += 1;
        }
    }

    fn take_cells(&mut self, line: u32, cells: &Cells<'_>) {
        let mut taken = Vec::with_capacity(self.spec.columns.len());
        let mut whole = true;
        for (at, column) in self.spec.columns.iter().enumerate() {
            let place = self.header.places[at];
            let text = place
                .and_then(|place| cells.texts.get(place))
                .map_or("", |text| text.trim());
            let error = cells.errors.iter().find(|(wrong, _)| Some(*wrong) == place);
            let fault = match error {
                Some((_, shown)) => Some(Fault::CellError { shown }),
                None => fault_of(text, column.need, self.spec.max_cell_chars),
            };
            if let Some(fault) = fault {
                whole = false;
                self.report(Problem::at_line(line, fault).in_column(column.name));
            } else if whole {
                taken.push(quoted_once(text));
            }
        }
        if whole {
            self.table.rows.push(Row {
                line,
                cells: taken.into_boxed_slice(),
            });
        }
    }
}

/// Registers hand out names that were quoted twice on their way: `"PRZEDSZKOLE ""MIŚ"" NR 2"` is the name inside. Only
/// a text that is a whole quoted cell with doubled marks in it is taken so; `"Miś"` alone may well be a name.
fn quoted_once(text: &str) -> Box<str> {
    let inside = text
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match inside {
        Some(inside) if inside.contains("\"\"") && !inside.replace("\"\"", "").contains('"') => {
            inside.replace("\"\"", "\"").trim().into()
        }
        _ => text.into(),
    }
}

fn fault_of(text: &str, need: Need, max: usize) -> Option<Fault> {
    if text.is_empty() {
        (need == Need::Filled).then_some(Fault::EmptyCell)
    } else if text
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
    {
        Some(Fault::ControlCharacters)
    } else if text.len() > max && text.chars().count() > max {
        Some(Fault::CellTooLong { max })
    } else {
        None
    }
}
