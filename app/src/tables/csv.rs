//! Comma-separated values as programs and people really write them.
//!
//! An own reader rather than the `csv` crate, which reads on to the end of the file after a torn quotation mark and
//! does not tell where it began.

use super::columns::{self, Header};
use super::rows::{Cells, Collector};
use super::{Fault, Problem, Refusal, Spec, Table};
use std::borrow::Cow;

/// More lines in one quoted cell mean a torn quotation mark.
const MOST_LINES_IN_A_CELL: u32 = 50;
/// In order of preference where a header says nothing.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// Reads a decoded text.
pub(super) fn read(text: &str, spec: &Spec) -> Result<Table, Refusal> {
    let mut records = Records::start(text, spec)?;
    let mut cells = Cells::default();
    let header = records.header(&mut cells, spec)?;
    let mut collector = Collector::new(spec, header);
    while let Some(record) = records.next(&mut cells) {
        let torn = record.fault.or_else(|| {
            // A quotation mark that found its pair in some later row leaves the wrong number of cells behind.
            let misfit = cells.found != collector.width();
            record
                .many_lines
                .filter(|_| misfit)
                .map(|from| (from, Fault::TornQuote))
        });
        match torn {
            Some((from, fault)) => {
                records.resume_after(from);
                collector.refuse_row(Problem::at_line(from.line, fault))?;
            }
            None => collector.take(record.line, &cells)?,
        }
    }
    collector.finish()
}

/// A place in the text, with its line.
#[derive(Debug, Clone, Copy)]
struct Place {
    at: usize,
    line: u32,
}

/// What was met while a record was taken apart; its cells are in the caller's hands.
struct Record {
    line: u32,
    /// Where the first cell of several lines begins.
    many_lines: Option<Place>,
    /// Where a quotation mark went wrong; the cells are not to be trusted then.
    fault: Option<(Place, Fault)>,
}

struct Records<'text> {
    text: &'text str,
    next: Place,
    separator: u8,
}

impl<'text> Records<'text> {
    /// Finds the first line with something in it, and the separator.
    fn start(text: &'text str, spec: &Spec) -> Result<Self, Refusal> {
        let next = Place { at: 0, line: 1 };
        let mut records = Self {
            text,
            next,
            separator: b';',
        };
        records.skip_blank_lines();
        // Excel writes the separator into a line of its own on request.
        let line = records.rest_of_line(records.next.at).trim_end();
        if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] = *line.as_bytes() {
            records.resume_after(records.next);
            records.skip_blank_lines();
            records.separator = separator;
        } else {
            records.separator = records.likely_separator(spec);
        }
        if records.next.at == text.len() {
            return Err(Fault::EmptyFile.into());
        }
        Ok(records)
    }

    fn likely_separator(&self, spec: &Spec) -> u8 {
        let mut best = (SEPARATORS[0], (0, 1));
        for separator in SEPARATORS {
            let mut cells = Cells::default();
            let mut trial = Self { separator, ..*self };
            let torn = trial
                .next(&mut cells)
                .is_none_or(|record| record.fault.is_some());
            let quality = (columns::known(&cells.texts, spec), cells.found);
            if !torn && quality > best.1 {
                best = (separator, quality);
            }
        }
        best.0
    }

    fn header(&mut self, cells: &mut Cells<'text>, spec: &Spec) -> Result<Header, Refusal> {
        let Some(record) = self.next(cells) else {
            return Err(Fault::EmptyFile.into());
        };
        if let Some((from, fault)) = record.fault {
            return Err(Refusal::of(Problem::at_line(from.line, fault)));
        }
        if cells
            .texts
            .iter()
            .any(|text| text.contains(|c: char| c.is_control() && !c.is_whitespace()))
        {
            return Err(Fault::NotATable { kind: "other" }.into());
        }
        columns::understand(record.line, &cells.texts, spec)
    }

    fn skip_blank_lines(&mut self) {
        while self.next.at < self.text.len() && self.rest_of_line(self.next.at).trim().is_empty() {
            self.resume_after(self.next);
        }
    }

    /// Goes on with the physical line after this place.
    fn resume_after(&mut self, place: Place) {
        let end = place.at + self.rest_of_line(place.at).len();
        self.next = Place {
            at: end,
            line: place.line,
        };
        self.pass_line_end();
    }

    fn rest_of_line(&self, at: usize) -> &'text str {
        let rest = self.text.get(at..).unwrap_or_default();
        let end = rest
            .bytes()
            .position(|b| b == b'\n' || b == b'\r')
            .unwrap_or(rest.len());
        &rest[..end]
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Steps over CRLF, LF or CR.
    fn pass_line_end(&mut self) {
        let width = match self.byte(self.next.at) {
            Some(b'\r') if self.byte(self.next.at + 1) == Some(b'\n') => 2,
            Some(b'\r' | b'\n') => 1,
            _ => return,
        };
        self.next.at += width;
        self.next.line = self.next.line.saturating_add(1);
    }

    /// Takes the next record apart; `None` at the end of the text.
    fn next(&mut self, cells: &mut Cells<'text>) -> Option<Record> {
        cells.clear();
        if self.next.at >= self.text.len() {
            return None;
        }
        let mut record = Record {
            line: self.next.line,
            many_lines: None,
            fault: None,
        };
        loop {
            let opened = Place {
                at: self.after_blanks(self.next.at),
                ..self.next
            };
            if self.byte(opened.at) == Some(b'"') {
                match self.quoted(opened) {
                    Ok(text) => cells.push(text),
                    Err(fault) => {
                        record.fault = Some((opened, fault));
                        return Some(record);
                    }
                }
                if self.next.line > opened.line {
                    record.many_lines.get_or_insert(opened);
                }
            } else {
                cells.push(Cow::Borrowed(self.plain()));
            }
            if self.byte(self.next.at) == Some(self.separator) {
                self.next.at += 1;
            } else {
                self.pass_line_end();
                return Some(record);
            }
        }
    }

    fn after_blanks(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let is_blank = |b: u8| b == b' ' || (b == b'\t' && self.separator != b'\t');
        at + rest.iter().take_while(|&&b| is_blank(b)).count()
    }

    /// A cell without quotation marks around it; those inside are part of the text.
    fn plain(&mut self) -> &'text str {
        let rest = self.text.get(self.next.at..).unwrap_or_default();
        let is_end = |b: u8| b == self.separator || b == b'\n' || b == b'\r';
        let end = rest.bytes().position(is_end).unwrap_or(rest.len());
        self.next.at += end;
        &rest[..end]
    }

    /// A cell in quotation marks, from the opening one; doubled ones inside stand for one.
    fn quoted(&mut self, opened: Place) -> Result<Cow<'text, str>, Fault> {
        let from = opened.at + 1;
        let mut place = Place { at: from, ..opened };
        let mut doubled = false;
        loop {
            match self.byte(place.at) {
                None => return Err(Fault::TornQuote),
                Some(b'"') if self.byte(place.at + 1) == Some(b'"') => {
                    doubled = true;
                    place.at += 1;
                }
                Some(b'"') => break,
                Some(b'\r') if self.byte(place.at + 1) == Some(b'\n') => {}
                Some(b'\n' | b'\r') => place.line = place.line.saturating_add(1),
                Some(_) => {}
            }
            if place.line - opened.line >= MOST_LINES_IN_A_CELL {
                return Err(Fault::TornQuote);
            }
            place.at += 1;
        }
        let inside = &self.text[from..place.at];
        self.next = Place {
            at: self.after_blanks(place.at + 1),
            line: place.line,
        };
        match self.byte(self.next.at) {
            Some(b) if b != self.separator && b != b'\n' && b != b'\r' => {
                Err(if place.line > opened.line {
                    Fault::TornQuote
                } else {
                    Fault::StrayQuote
                })
            }
            _ if doubled => Ok(Cow::Owned(inside.replace("\"\"", "\""))),
            _ => Ok(Cow::Borrowed(inside)),
        }
    }
}
