//! A table's description: what its columns are called, and what each row has in them.

use std::fmt::Display;
use std::iter;

use axum::response::Response;
use jiff::civil::Date;

use crate::i18n::Translator;
use crate::tables::{self, Sheet, write_csv, write_workbook};
use crate::web::{AppError, CSV, Context, XLSX, download};

/// A column of the page, of files, or of both; in files it may be several.
#[derive(Clone, Debug)]
pub struct Column {
    /// Above the column of the page; empty for one that only files have.
    heading: String,
    /// Above the columns of files.
    heads: Vec<String>,
    sort: Option<(String, String)>,
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

/// What stands in one place of a table.
#[derive(Clone, Debug)]
pub struct Cell {
    /// As it is read on the page.
    pub text: String,
    /// The smaller line below it.
    pub second: String,
    /// Where it leads; empty for nowhere.
    pub href: String,
    /// Its meaning, where it is shown as a badge.
    pub kind: Option<&'static str>,
    /// What files keep: one for each head of the column.
    kept: Vec<tables::Cell>,
}

impl Cell {
    /// A text.
    pub fn new(text: impl Display) -> Self {
        let text = text.to_string();
        Self::keeping(text.clone(), tables::Cell::Text(text))
    }

    /// A whole number.
    pub fn number(number: i64) -> Self {
        Self::keeping(number.to_string(), tables::Cell::Number(number))
    }

    /// An amount; files keep the number, and say the currency in a column of its own.
    pub fn money(t: Translator, minor: i64, currency: &str) -> Self {
        Self::keeping(t.money(minor, currency), tables::Cell::Hundredths(minor))
    }

    /// A day; files keep it as spreadsheets sort it.
    pub fn day(t: Translator, day: Date) -> Self {
        Self::keeping(t.plain_date(day), tables::Cell::Text(day.to_string()))
    }

    /// A word with its meaning.
    pub fn badge((kind, word): (&'static str, String)) -> Self {
        Self {
            kind: Some(kind),
            ..Self::new(word)
        }
    }

    /// With a smaller line below.
    #[must_use]
    pub fn and(mut self, second: impl Display) -> Self {
        self.second = second.to_string();
        self.kept.push(tables::Cell::Text(self.second.clone()));
        self
    }

    /// Leading somewhere.
    #[must_use]
    pub fn to(mut self, href: impl Display) -> Self {
        self.href = href.to_string();
        self
    }

    fn keeping(text: String, kept: tables::Cell) -> Self {
        Self {
            text,
            second: String::new(),
            href: String::new(),
            kind: None,
            kept: vec![kept],
        }
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

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
