//! Bank statements in, one [`Statement`] type out. Pure: knows no database, no clock and no network.
//!
//! [`read`] tells the format by its content: CAMT.053 (ISO 20022), MT940 (SWIFT) with the dialects of several banks,
//! 1CClientBankExchange, and CSV through a [`CsvMapping`] that is kept for each account. A file is read as a whole or not
//! at all: a [`ReadError`] says where it is broken and what was expected there. Amounts are integers of minor units,
//! credits positive, debits negative.
//!
//! What does not stop a file from being read but should be seen before it is booked (balances that do not add up, an
//! account that is not named) is a [`Warning`] of its statement. [`Statement::fingerprints`] gives each entry a mark by
//! which it is known again in the same or in an overlapping statement.

mod camt;
mod cp852;
mod csv;
mod date;
mod detect;
mod encoding;
mod error;
mod fingerprint;
mod money;
mod mt940;
mod one_c;
mod statement;
mod text;

pub use csv::{AmountColumns, Column, CsvMapping, CurrencySource, guess_mapping};
pub use date::DateFormat;
pub use encoding::TextEncoding;
pub use error::{Place, Problem, ReadError};
pub use money::{Currency, DecimalMark, format_minor};
pub use statement::{Entry, File, Format, Statement, Warning};

/// The largest file that is read: 64 MiB.
pub const MAX_BYTES: usize = 64 << 20;
/// The most entries that one statement may have.
pub const MAX_ENTRIES: usize = 500_000;
/// The most statements that one file may have.
pub const MAX_STATEMENTS: usize = 10_000;

/// Reads a file in whichever format it is. `mapping` says what the columns of a CSV mean; without it they are guessed from
/// the header, with [`Warning::MappingGuessed`]. It is not looked at when the file is something else.
///
/// # Errors
///
/// When the file is larger than [`MAX_BYTES`], is of no known format, or is broken. It never panics, whatever the bytes.
pub fn read(bytes: &[u8], mapping: Option<&CsvMapping>) -> Result<File, ReadError> {
    if bytes.len() > MAX_BYTES {
        let limit = MAX_BYTES as u64;
        let problem = Problem::TooLarge { limit };
        return Err(ReadError {
            place: Place::Byte(limit),
            problem,
        });
    }
    let format = detect::format(bytes)?;
    let statements = match format {
        Format::Camt053 => camt::read(bytes)?,
        Format::Mt940 => mt940::read(&encoding::decode(bytes).0)?,
        Format::OneC => one_c::read(&encoding::decode(bytes).0)?,
        Format::Csv => match mapping {
            Some(mapping) => vec![csv::read(bytes, mapping)?],
            None => vec![csv::read_guessed(bytes)?],
        },
    };
    Ok(File { format, statements })
}
