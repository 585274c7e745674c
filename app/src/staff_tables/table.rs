//! A table's description: what its columns are called, and what each row has in them.

use std::cmp::Reverse;
use std::fmt::Display;
use std::iter;

use axum::response::Response;

use super::{Cell, with};
use crate::tables::{self, Sheet, write_csv, write_workbook};
use crate::text::fold;
use crate::web::{AppError, CSV, Context, XLSX, download};

/// A column of the page, of files, or of both; in files it may be several.
#[derive(Clone, Debug)]
pub struct Column {
    /// Above the column of the page; empty for one that only files have.
    heading: String,
    /// Above the columns of files.
    heads: Vec<String>,
    sort: Option<(String, String)>,
    code: &'static str,
}

impl Column {
    /// A column of the page and of the files.
    pub fn new(heading: impl Display) -> Self {
        let heading = heading.to_string();
        Self {
            heads: vec![heading.clone()],
            ..Self::of_page(heading)
        }
    }

    /// What files call the second line of its cells, which is a column of its own there.
    #[must_use]
    pub fn and(mut self, heading: impl Display) -> Self {
        self.heads.push(heading.to_string());
        self
    }

    /// A column that only the page has.
    pub fn of_page(heading: impl Display) -> Self {
        Self {
            heading: heading.to_string(),
            heads: Vec::new(),
            sort: None,
            code: "",
        }
    }

    /// A column that only files have.
    pub fn of_files(heading: impl Display) -> Self {
        Self {
            heading: String::new(),
            ..Self::new(heading)
        }
    }

    /// A column that the page is sorted by: the address that sorts, and how it is sorted now (`aria-sort`, or nothing).
    #[must_use]
    pub fn sorted(mut self, sort: (String, String)) -> Self {
        self.sort = Some(sort);
        self
    }

    /// A column that the page can be sorted by: `?sort=<code>`, and `?sort=<code>-down` the other way round.
    #[must_use]
    pub fn by(mut self, code: &'static str) -> Self {
        self.code = code;
        self
    }

    /// What stands above it on the page.
    pub fn heading(&self) -> &str {
        &self.heading
    }

    /// See [`Column::sorted`].
    pub fn sort(&self) -> Option<&(String, String)> {
        self.sort.as_ref()
    }

    fn is_seen(&self) -> bool {
        !self.heading.is_empty()
    }
}

/// One row; its first cell says what it is.
#[derive(Clone, Debug)]
pub struct Row {
    /// By which it is chosen.
    pub id: String,
    cells: Vec<Cell>,
}

impl Row {
    /// A row with a cell for each column.
    pub fn new(id: impl Display, cells: Vec<Cell>) -> Self {
        Self {
            id: id.to_string(),
            cells,
        }
    }

    /// With one cell more.
    pub fn add(&mut self, cell: Cell) {
        self.cells.push(cell);
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        self.cells.first().map_or("", |cell| cell.text.as_str())
    }
}

/// As what a table is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A list that every program reads.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Taken {
    /// What the address asks for (`as=csv`); none for the page.
    pub fn asked(ctx: &Context) -> Option<Self> {
        match ctx.asked("as").as_deref() {
            Some("csv") => Some(Self::Csv),
            Some("xlsx") => Some(Self::Xlsx),
            _ => None,
        }
    }

    /// What the log calls a look at people's data: one to see it, or one to take it away.
    pub fn action(ctx: &Context, look: &'static str, download: &'static str) -> &'static str {
        Self::asked(ctx).map_or(look, |_| download)
    }
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it is a table of, for those who do not see it.
    pub caption: String,
    /// What a file is called, without its ending.
    name: String,
    columns: Vec<Column>,
    /// The rows of this page, or all of them for a file.
    pub rows: Vec<Row>,
}

impl Table {
    /// A table; `name` is what a file of it is called, without its ending.
    pub fn new(
        name: impl Display,
        caption: impl Display,
        columns: Vec<Column>,
        rows: impl IntoIterator<Item = Row>,
    ) -> Self {
        Self {
            caption: caption.to_string(),
            name: name.to_string(),
            columns,
            rows: rows.into_iter().collect(),
        }
    }

    /// Leaves the rows that hold every word of `q`, in whatever of their cells.
    pub(super) fn search(&mut self, q: &str) {
        let q = fold(q);
        if q.is_empty() {
            return;
        }
        self.rows.retain(|row| {
            let texts = row.cells.iter();
            let texts = texts.flat_map(|cell| [cell.text.as_str(), cell.second.as_str()]);
            let held = fold(&texts.collect::<Vec<_>>().join(" "));
            q.split(' ').all(|word| held.contains(word))
        });
    }

    /// Sorts all rows by the column that the address asks for, and says at the heads how it is and can be sorted. Rows that
    /// are the same there stay as they were; without a word in the address all do.
    pub(super) fn sort(&mut self, ctx: &Context) {
        let asked = ctx.asked("sort").unwrap_or_default();
        let (code, is_down) = match asked.strip_suffix("-down") {
            Some(code) => (code, true),
            None => (asked.as_str(), false),
        };
        let place = |column: &Column| !column.code.is_empty() && column.code == code;
        if let Some(place) = self.columns.iter().position(place) {
            let lang = ctx.lang();
            let key = |row: &Row| row.cells.get(place).map(|cell| cell.key(lang));
            if is_down {
                self.rows.sort_by_cached_key(|row| Reverse(key(row)));
            } else {
                self.rows.sort_by_cached_key(key);
            }
        }
        for column in self.columns.iter_mut().filter(|one| !one.code.is_empty()) {
            let is_here = column.code == code;
            let (next, now) = match (is_here, is_down) {
                (true, false) => (format!("{}-down", column.code), "ascending"),
                (true, true) => (column.code.to_owned(), "descending"),
                (false, _) => (column.code.to_owned(), ""),
            };
            column.sort = Some((with(ctx, "sort", &next), now.to_owned()));
        }
    }

    /// The columns of the page.
    pub fn seen(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| column.is_seen())
    }

    /// The headings of the page's columns with the cells of a row.
    pub fn cells<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = (&'a str, &'a Cell)> {
        let pairs = self.columns.iter().zip(&row.cells);
        let seen = pairs.filter(|(column, _)| column.is_seen());
        seen.map(|(column, cell)| (column.heading(), cell))
    }

    /// The file that the address asks for; none for the page.
    ///
    /// # Errors
    /// There are more rows than a workbook has.
    pub fn file(&self, ctx: &Context) -> Result<Option<Response>, AppError> {
        let Some(kind) = Taken::asked(ctx) else {
            return Ok(None);
        };
        let heads: Vec<String> = self
            .columns
            .iter()
            .flat_map(|one| one.heads.clone())
            .collect();
        let rows = self.rows.iter().map(|row| kept(&self.columns, row));
        Ok(Some(match kind {
            Taken::Csv => {
                let rows = rows.map(|row| row.iter().map(written).collect());
                let list = write_csv(iter::once(heads).chain(rows));
                download(CSV, &format!("{}.csv", self.name), list)
            }
            Taken::Xlsx => {
                let sheet = Sheet {
                    name: self.name.clone(),
                    heads,
                    rows: rows.collect(),
                };
                let book = write_workbook([sheet]);
                let book = book.map_err(|error| AppError::internal(error.to_string()))?;
                download(XLSX, &format!("{}.xlsx", self.name), book)
            }
        }))
    }
}

/// The cells of a row as files have them; a second line that a cell does not have is empty there.
fn kept(columns: &[Column], row: &Row) -> Vec<tables::Cell> {
    let pairs = columns.iter().zip(&row.cells);
    let cells = pairs.flat_map(|(column, cell)| {
        let nothing = || tables::Cell::Text(String::new());
        let kept = cell.kept.iter().cloned();
        kept.chain(iter::repeat_with(nothing))
            .take(column.heads.len())
    });
    cells.collect()
}

/// A cell of a CSV: amounts with a decimal comma, as spreadsheets of our languages read them.
fn written(cell: &tables::Cell) -> String {
    match cell {
        tables::Cell::Text(text) => text.clone(),
        tables::Cell::Number(number) => number.to_string(),
        tables::Cell::Hundredths(number) => {
            let sign = if *number < 0 { "-" } else { "" };
            let (whole, rest) = (number.unsigned_abs() / 100, number.unsigned_abs() % 100);
            format!("{sign}{whole},{rest:02}")
        }
        tables::Cell::Day(day) => day.to_string(),
        tables::Cell::Minute(at) => at.strftime("%Y-%m-%d %H:%M").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Lang, Translator};

    #[test]
    fn files_have_a_column_for_each_head_whatever_a_cell_has() {
        let t = Translator::new(Lang::En);
        let columns = [
            Column::new("Name").and("Training"),
            Column::new("Amount"),
            Column::of_files("Currency"),
        ];
        let row = |name: Cell| {
            Row::new(
                7,
                vec![name, Cell::money(t, -1205, "PLN"), Cell::new("PLN")],
            )
        };
        let written = |name: Cell| -> Vec<String> {
            let cells = kept(&columns, &row(name));
            cells.iter().map(super::written).collect()
        };
        assert_eq!(
            written(Cell::new("Nowak Anna").and("Ocenianie")),
            ["Nowak Anna", "Ocenianie", "-12,05", "PLN"]
        );
        assert_eq!(
            written(Cell::new("Nowak Anna")),
            ["Nowak Anna", "", "-12,05", "PLN"]
        );
    }
}
