//! The header line: which column of the file is which column of the spec.

use super::{Column, Fault, Need, Problem, Refusal, Spec, UnknownColumns};
use crate::text::fold;
use std::borrow::Cow;

/// More unknown headers than this are not listed: the first line is no header then.
const MOST_UNKNOWN: usize = 20;

/// A header that was understood.
#[derive(Debug)]
pub(super) struct Header {
    /// For every column of the spec its place in the file.
    pub places: Vec<Option<usize>>,
    /// Columns of the file, without unnamed ones at the end.
    pub width: usize,
    /// Headers read past.
    pub ignored: Vec<String>,
}

/// How many headers of this line the spec knows: what tells a separator from a comma inside a title.
pub(super) fn known(cells: &[Cow<'_, str>], spec: &Spec) -> usize {
    cells
        .iter()
        .filter(|cell| find(spec, &fold(cell)).is_some())
        .count()
}

/// Reads the header that stands on this line.
pub(super) fn understand(
    line: u32,
    cells: &[Cow<'_, str>],
    spec: &Spec,
) -> Result<Header, Refusal> {
    let width = cells
        .iter()
        .rposition(|cell| !cell.trim().is_empty())
        .map_or(0, |last| last + 1);
    let mut places = vec![None; spec.columns.len()];
    let mut ignored = Vec::new();
    let mut problems = Vec::new();
    for (place, cell) in cells.iter().enumerate().take(width) {
        let written = cell.trim();
        if written.is_empty() {
            continue;
        }
        let folded = fold(written);
        match find(spec, &folded) {
            Some(column) if places[column].is_some() => {
                let name = spec.columns[column].name;
                problems.push(Problem::at_line(line, Fault::DuplicateColumn).in_column(name));
            }
            Some(column) => places[column] = Some(place),
            None if spec.unknown == UnknownColumns::Ignore => ignored.push(written.to_owned()),
            None if problems.len() < MOST_UNKNOWN => {
                let nearest = nearest(spec, &folded).to_owned();
                problems.push(
                    Problem::at_line(line, Fault::UnknownColumn { nearest }).in_column(written),
                );
            }
            None => {}
        }
    }
    for (column, place) in spec.columns.iter().zip(&places) {
        if place.is_none() && column.need != Need::Optional {
            problems.push(Problem::at_line(line, Fault::MissingColumn).in_column(column.name));
        }
    }
    if problems.is_empty() {
        Ok(Header {
            places,
            width,
            ignored,
        })
    } else {
        Err(Refusal { problems })
    }
}

fn names(column: &Column) -> impl Iterator<Item = &'static str> {
    std::iter::once(column.name).chain(column.aliases.iter().copied())
}

fn find(spec: &Spec, folded: &str) -> Option<usize> {
    spec.columns
        .iter()
        .position(|column| names(column).any(|name| fold(name) == folded))
}

/// The name of the column whose name or alias is spelt most alike, if any is alike at all.
fn nearest(spec: &Spec, folded: &str) -> &'static str {
    let letters = folded.chars().count();
    // Nobody misspells a name by half a sentence, and the comparison costs the product of both lengths.
    if letters > 60 {
        return "";
    }
    let candidates = spec.columns.iter().flat_map(|column| {
        names(column).map(move |name| (distance(folded, &fold(name)), column.name))
    });
    match candidates.min_by_key(|(distance, _)| *distance) {
        Some((distance, name)) if distance <= (letters / 3).max(1) => name,
        _ => "",
    }
}

/// Letters to change, add or leave out to make one text of the other (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn distance_counts_single_letters() {
        for (a, b, letters) in [
            ("ulica", "ulica", 0),
            ("ulca", "ulica", 1),
            ("", "abc", 3),
            ("kot", "tok", 2),
        ] {
            assert_eq!(distance(a, b), letters);
            assert_eq!(distance(b, a), letters);
        }
    }
}
