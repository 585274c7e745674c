//! CSV as banks export it: a table with one row for each entry, whose columns a [`CsvMapping`] names.

mod guess;
mod mapping;
mod rows;
mod table;
mod words;

pub use guess::guess_mapping;
pub use mapping::{AmountColumns, Column, CsvMapping, CurrencySource};

use crate::error::{Problem, ReadError};
use crate::statement::{Statement, Warning};

/// Reads the table with the columns that the mapping names.
pub(crate) fn read(bytes: &[u8], mapping: &CsvMapping) -> Result<Statement, ReadError> {
    rows::read(bytes, mapping)
}

/// Reads the table with columns that are guessed.
pub(crate) fn read_guessed(bytes: &[u8]) -> Result<Statement, ReadError> {
    let mapping = guess_mapping(bytes).ok_or(ReadError::line(1, Problem::UnknownFormat))?;
    let mut statement = rows::read(bytes, &mapping)?;
    statement.warnings.push(Warning::MappingGuessed);
    Ok(statement)
}
