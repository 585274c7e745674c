//! Lists that people hand in: CSV in whatever form a program saved it, or a workbook (XLSX).
//!
//! [`read`] answers with rows in the order of the columns asked for, and with the rows it could not take, each named
//! by line and code; or it refuses the file as a whole. It never guesses: a torn quotation mark costs the row it began
//! in and nothing else, a header nobody knows is named. No content of a file makes it panic, and its memory is bounded
//! by [`Spec::max_bytes`] and [`Spec::max_rows`].

mod cell_text;
mod columns;
mod csv;
mod encoding;
mod package;
mod problem;
mod rows;
mod sheet;
mod workbook;
mod written;

pub use problem::{Fault, Problem, Refusal};
pub use sheet::{Cell, Sheet, write_workbook};
pub use written::write_csv;

/// Most rows named one by one as wrong; the others are counted in [`Table::problems_left_out`].
pub const MAX_PROBLEMS: usize = 1_000;

/// Whether a column must be in the file, and filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// The column may be absent; its cells may be empty.
    Optional,
    /// The column must be there; its cells may be empty.
    Present,
    /// The column must be there, and every row must fill it.
    Filled,
}

/// A column wanted. Headers are compared without case, diacritics, and punctuation.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The name in the documentation, and in [`Table::cell`].
    pub name: &'static str,
    /// Other headers that mean the same, in any language.
    pub aliases: &'static [&'static str],
    /// Whether it must be there.
    pub need: Need,
}

/// What to do with a column that no [`Column`] describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownColumns {
    /// Refuse the file: the name may be a slip, and its values would be lost in silence.
    Refuse,
    /// Read past it; [`Table::ignored_columns`] names it.
    Ignore,
}

/// The list that is wanted, and its limits.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    /// The columns, in the order in which rows hold them.
    pub columns: &'static [Column],
    /// What to do with others.
    pub unknown: UnknownColumns,
    /// Most rows below the header.
    pub max_rows: usize,
    /// Most bytes of the file.
    pub max_bytes: usize,
    /// Most characters in one cell.
    pub max_cell_chars: usize,
}

impl Spec {
    /// A list of these columns with the usual limits: unknown columns refused, 200,000 rows, 32 MiB,
    /// 10,000 characters in a cell.
    pub const fn new(columns: &'static [Column]) -> Self {
        Self {
            columns,
            unknown: UnknownColumns::Refuse,
            max_rows: 200_000,
            max_bytes: 32 << 20,
            max_cell_chars: 10_000,
        }
    }
}

/// A row that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The physical line on which it begins (CSV), or the row of the sheet; counted from 1.
    pub line: u32,
    /// A text for every column of the spec, in its order, without blanks at the ends; empty where nothing stands.
    pub cells: Box<[Box<str>]>,
}

/// A list that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of [`Spec::columns`].
    pub columns: Vec<&'static str>,
    /// The rows that are whole; blank ones are left out.
    pub rows: Vec<Row>,
    /// What is wrong with the other rows, in the order of the file, at most [`MAX_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// How many more problems there were.
    pub problems_left_out: usize,
    /// Headers read past, with [`UnknownColumns::Ignore`].
    pub ignored_columns: Vec<String>,
}

impl Table {
    /// The text of a row in the column of this name; empty for a name that the spec does not have.
    pub fn cell<'row>(&self, row: &'row Row, column: &str) -> &'row str {
        let place = self.columns.iter().position(|name| *name == column);
        place
            .and_then(|place| row.cells.get(place))
            .map_or("", |text| text)
    }
}

/// Reads a list from the bytes of a file; what kind of file it is decides its content, not its name.
///
/// # Errors
/// A [`Refusal`] where no row can be trusted: not a list, wrong columns, over a limit, unreadable.
pub fn read(bytes: &[u8], spec: &Spec) -> Result<Table, Refusal> {
    if bytes.len() > spec.max_bytes {
        return Err(Fault::TooLarge {
            max_mebibytes: spec.max_bytes >> 20,
        }
        .into());
    }
    if package::is_zip(bytes) {
        return workbook::read(bytes, spec);
    }
    if let Some(fault) = package::recognise(bytes) {
        return Err(fault.into());
    }
    let text = encoding::decode(bytes)?;
    csv::read(&text, spec)
}
