//! A file's lines as fields: a tag and the lines that belong to it.

use std::iter::Peekable;

use crate::text::lines;

/// The most lines that a field can have; SWIFT allows six, banks write some more. The others are not kept.
pub(super) const MAX_LINES: usize = 1_000;

/// The tags of MT940 and MT942, `NS` of banks that add their own lines, and `940` that one bank writes before a statement.
/// Whatever else stands between colons at the start of a line is text that was broken there.
const TAGS: [&str; 24] = [
    "13", "13C", "13D", "20", "21", "25", "25P", "28", "28C", "34F", "60F", "60M", "61", "62F",
    "62M", "64", "65", "86", "90C", "90D", "NS", "940", "60", "62",
];

/// A field: its tag, the line it begins in, and its lines without the tag, at least one.
pub(super) struct Field<'t> {
    pub(super) tag: &'t str,
    pub(super) line: u32,
    pub(super) lines: Vec<&'t str>,
}

impl<'t> Field<'t> {
    /// The first line without spaces around it.
    pub(super) fn first(&self) -> &'t str {
        self.lines.first().copied().unwrap_or_default().trim()
    }
}

/// What a file consists of.
pub(super) enum Part<'t> {
    Field(Field<'t>),
    /// A line that ends a statement: `-`, `-}`.
    End,
}

/// The parts of a file. Lines before the first field and after an end belong to nothing.
pub(super) fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut lines = lines(text).peekable();
    std::iter::from_fn(move || next(&mut lines))
}

fn next<'t>(lines: &mut Peekable<impl Iterator<Item = (u32, &'t str)>>) -> Option<Part<'t>> {
    loop {
        let (line, text) = lines.next()?;
        if is_end(text) {
            return Some(Part::End);
        }
        let Some((tag, rest)) = split_tag(strip(text)).or_else(|| broken_tag(text, lines)) else {
            continue;
        };
        let mut field = Field {
            tag,
            line,
            lines: vec![rest],
        };
        while let Some((_, text)) = lines.next_if(|(_, text)| continues(text)) {
            if field.lines.len() < MAX_LINES {
                field.lines.push(text);
            }
        }
        return Some(Part::Field(field));
    }
}

fn continues(text: &str) -> bool {
    !is_end(text) && text != ":" && split_tag(strip(text)).is_none() && !text.starts_with("{1:")
}

/// A line without the SWIFT blocks and control characters before its field.
fn strip(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| c.is_control() || c == '\u{feff}');
    let blocks = text
        .starts_with('{')
        .then(|| text.split_once("{4:"))
        .flatten();
    blocks.map_or(text, |(_, rest)| rest.trim_start())
}

fn is_end(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_control() || c.is_whitespace());
    text == "-" || text.starts_with("-}") || text == "-XXX"
}

/// The tag at the start of a line, and what follows it.
fn split_tag(text: &str) -> Option<(&str, &str)> {
    let (tag, rest) = text.strip_prefix(':')?.split_once(':')?;
    TAGS.contains(&tag).then_some((tag, rest))
}

/// A tag that was broken after its first colon: `:` alone on a line, `86:…` on the next.
fn broken_tag<'t>(
    text: &str,
    lines: &mut Peekable<impl Iterator<Item = (u32, &'t str)>>,
) -> Option<(&'t str, &'t str)> {
    if text.trim() != ":" {
        return None;
    }
    let (tag, rest) = lines.peek()?.1.split_once(':')?;
    TAGS.contains(&tag).then(|| {
        lines.next();
        (tag, rest)
    })
}
