//! What is wrong with a list: codes with a place and arguments, put into words by `tables-<code>` messages.

use crate::text::Arg;
use std::fmt;

/// What is wrong, without the place. See [`Problem`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// Nothing in the file, or nothing but blanks.
    EmptyFile,
    /// A header line and nothing below it.
    NoRows,
    /// Something else than a list, recognised as `kind` (`pdf`, `image`, `archive`, `document`, `web-page`, `other`).
    NotATable {
        /// What it seems to be.
        kind: &'static str,
    },
    /// A workbook locked with a password.
    Encrypted,
    /// A workbook that carries macros.
    Macros,
    /// A workbook of Excel 97–2003 (`.xls`).
    OldExcel,
    /// A workbook that can not be read; `detail` is the library's word, in English.
    BrokenWorkbook {
        /// Why, in English, without content of the file.
        detail: String,
    },
    /// More bytes than allowed, packed or unpacked.
    TooLarge {
        /// Most whole mebibytes.
        max_mebibytes: usize,
    },
    /// More rows than [`super::Spec::max_rows`].
    TooManyRows {
        /// The limit.
        max: usize,
    },
    /// NUL bytes, which no text has.
    NulBytes,
    /// UTF-8 for the most part, with bytes in between that are not.
    MixedEncoding,
    /// A column that must be there is not.
    MissingColumn,
    /// A column that nobody asked for; `nearest` is the wanted column with the most similar name, or empty.
    UnknownColumn {
        /// The name of a wanted column, or empty.
        nearest: String,
    },
    /// Two columns have the same meaning.
    DuplicateColumn,
    /// A quotation mark opens a cell and nothing closes it.
    TornQuote,
    /// Text goes on after the closing quotation mark of a cell.
    StrayQuote,
    /// Fewer cells than the header has columns.
    RowTooShort {
        /// Columns of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// Filled cells beyond the last column of the header.
    RowTooLong {
        /// Columns of the header.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// Nothing in a cell that must be filled.
    EmptyCell,
    /// More characters in a cell than [`super::Spec::max_cell_chars`].
    CellTooLong {
        /// The limit.
        max: usize,
    },
    /// Control characters in a cell.
    ControlCharacters,
    /// The cell shows an error of the spreadsheet, such as `#N/A`.
    CellError {
        /// The error as the spreadsheet shows it.
        shown: &'static str,
    },
}

/// One thing that is wrong, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the CSV file, or the row of the sheet, counted from 1; absent when it is about the whole file.
    pub line: Option<u32>,
    /// The column: the name from the [`super::Spec`], or the header as written when the spec does not know it.
    pub column: Option<String>,
    /// What is wrong.
    pub fault: Fault,
}

impl Problem {
    pub(super) fn of_file(fault: Fault) -> Self {
        Self {
            line: None,
            column: None,
            fault,
        }
    }

    pub(super) fn at_line(line: u32, fault: Fault) -> Self {
        Self {
            line: Some(line),
            ..Self::of_file(fault)
        }
    }

    pub(super) fn in_column(mut self, column: &str) -> Self {
        // A header may be a whole novel by mistake; its beginning is enough to recognise it.
        self.column = Some(column.chars().take(60).collect());
        self
    }

    /// The code; the message is `tables-<code>`.
    pub fn code(&self) -> &'static str {
        match &self.fault {
            Fault::EmptyFile => "empty-file",
            Fault::NoRows => "no-rows",
            Fault::NotATable { .. } => "not-a-table",
            Fault::Encrypted => "encrypted",
            Fault::Macros => "macros",
            Fault::OldExcel => "old-excel",
            Fault::BrokenWorkbook { .. } => "broken-workbook",
            Fault::TooLarge { .. } => "too-large",
            Fault::TooManyRows { .. } => "too-many-rows",
            Fault::NulBytes => "nul-bytes",
            Fault::MixedEncoding => "mixed-encoding",
            Fault::MissingColumn => "missing-column",
            Fault::UnknownColumn { nearest } if nearest.is_empty() => "unknown-column",
            Fault::UnknownColumn { .. } => "unknown-column-near",
            Fault::DuplicateColumn => "duplicate-column",
            Fault::TornQuote => "torn-quote",
            Fault::StrayQuote => "stray-quote",
            Fault::RowTooShort { .. } => "row-too-short",
            Fault::RowTooLong { .. } => "row-too-long",
            Fault::EmptyCell => "empty-cell",
            Fault::CellTooLong { .. } => "cell-too-long",
            Fault::ControlCharacters => "control-characters",
            Fault::CellError { .. } => "cell-error",
        }
    }

    /// The arguments of the message: always `line` (0 for the whole file) and `column` (may be empty), and those of
    /// the fault: `kind`, `detail`, `max`, `nearest`, `expected`, `found`, `shown`.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        let mut args = vec![
            ("line", Arg::Number(self.line.unwrap_or(0).into())),
            (
                "column",
                Arg::text(self.column.as_deref().unwrap_or_default()),
            ),
        ];
        match &self.fault {
            Fault::NotATable { kind } => args.push(("kind", Arg::text(*kind))),
            Fault::BrokenWorkbook { detail } => args.push(("detail", Arg::text(detail))),
            Fault::TooLarge { max_mebibytes: max }
            | Fault::TooManyRows { max }
            | Fault::CellTooLong { max } => {
                args.push(("max", Arg::count(*max)));
            }
            Fault::UnknownColumn { nearest } => args.push(("nearest", Arg::text(nearest))),
            Fault::RowTooShort { expected, found } | Fault::RowTooLong { expected, found } => {
                args.extend([
                    ("expected", Arg::count(*expected)),
                    ("found", Arg::count(*found)),
                ]);
            }
            Fault::CellError { shown } => args.push(("shown", Arg::text(*shown))),
            _ => {}
        }
        args
    }
}

/// The file as a whole can not be read. It names all columns that are wrong at once, so that one correction is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// At least one problem.
    pub problems: Vec<Problem>,
}

impl Refusal {
    pub(super) fn of(problem: Problem) -> Self {
        Self {
            problems: vec![problem],
        }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::of(Problem::of_file(fault))
    }
}

impl fmt::Display for Refusal {
    /// The codes, for logs; people read the messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let codes: Vec<&str> = self.problems.iter().map(Problem::code).collect();
        write!(f, "the list was refused: {}", codes.join(", "))
    }
}

impl std::error::Error for Refusal {}
