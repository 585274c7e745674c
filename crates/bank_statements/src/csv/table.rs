//! Rows of a text, and headings.

use csv::StringRecord;

use crate::error::{Problem, ReadError};
use crate::text::{clean, lines};

/// The longest line, so that a row of nothing but delimiters needs no more memory than the others.
const MAX_LINE: usize = 1 << 20;

/// The rows of a text.
pub(super) struct Table<'t> {
    reader: csv::Reader<&'t [u8]>,
    skipped: u32,
    /// The row that was read last.
    pub(super) record: StringRecord,
    /// The line it begins in, from 1.
    pub(super) line: u32,
}

impl<'t> Table<'t> {
    /// The rows after the first `skip` lines.
    pub(super) fn new(text: &'t str, delimiter: char, skip: u32) -> Result<Self, ReadError> {
        let unusable =
            |name: &str| ReadError::line(1, Problem::MappingInvalid { name: name.into() });
        let delimiter = u8::try_from(delimiter).ok().filter(u8::is_ascii);
        let delimiter = delimiter.filter(|byte| !matches!(byte, b'"' | b'\n' | b'\r'));
        let mut rest = text;
        if let Some((line, _)) = lines(text).find(|(_, line)| line.len() > MAX_LINE) {
            return Err(ReadError::line(
                line,
                Problem::too_many("bytes in a line", MAX_LINE),
            ));
        }
        for _ in 0..skip {
            rest = rest
                .split_once('\n')
                .ok_or_else(|| unusable("skip_lines"))?
                .1;
        }
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter.ok_or_else(|| unusable("delimiter"))?)
            .has_headers(false)
            .flexible(true)
            .from_reader(rest.as_bytes());
        Ok(Self {
            reader,
            skipped: skip,
            record: StringRecord::new(),
            line: skip + 1,
        })
    }

    /// Reads the next row into `record`; `false` at the end.
    pub(super) fn advance(&mut self) -> Result<bool, ReadError> {
        match self.reader.read_record(&mut self.record) {
            Ok(more) => {
                let line = self.record.position().map_or(1, csv::Position::line);
                self.line = u32::try_from(line)
                    .unwrap_or(u32::MAX)
                    .saturating_add(self.skipped);
                Ok(more)
            }
            Err(error) => Err(ReadError::line(
                self.line,
                Problem::malformed("CSV", &error.to_string()),
            )),
        }
    }

    /// The next row, if there is one.
    pub(super) fn next_row(&mut self) -> Result<Option<&StringRecord>, ReadError> {
        Ok(if self.advance()? {
            Some(&self.record)
        } else {
            None
        })
    }
}

/// A heading as it is compared: letters and digits in small letters, one space between words.
pub(super) fn heading(text: &str) -> String {
    let only: String = text
        .to_lowercase()
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '/' {
                c
            } else {
                ' '
            }
        })
        .collect();
    clean(&only)
}
