//! Which format a file is in, told by its first lines.

use crate::error::{Problem, ReadError};
use crate::statement::Format;
use crate::{encoding, mt940};

/// So many bytes are looked at.
const HEAD: usize = 16 << 10;

/// The format of the file; a CSV when it is text and none of the others.
pub(crate) fn format(bytes: &[u8]) -> Result<Format, ReadError> {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let (text, _) = encoding::decode(head);
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if start.is_empty() && bytes.len() <= HEAD {
        return Err(ReadError::line(1, Problem::Empty));
    }
    if start.starts_with('<') {
        return Ok(Format::Camt053);
    }
    if start.starts_with("1CClientBankExchange") {
        return Ok(Format::OneC);
    }
    if mt940::looks_like(&text) {
        return Ok(Format::Mt940);
    }
    if head.contains(&0) && !text.contains([';', ',', '\t', '|'])
        || bytes.starts_with(b"%PDF")
        || bytes.starts_with(b"PK\x03\x04")
    {
        return Err(ReadError::line(1, Problem::UnknownFormat));
    }
    Ok(Format::Csv)
}
