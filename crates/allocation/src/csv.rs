//! The file of a draw. Its fields need no quotes; what a spreadsheet adds to them when it saves the file again is taken off.

use std::fmt;
use std::fmt::Write as _;

use crate::{Application, Group, Outcome, Record};

const COLUMNS: [&str; 10] = [
    "kind",
    "group",
    "places",
    "commitment",
    "secret",
    "seed",
    "number",
    "code",
    "wish",
    "outcome",
];

/// Why a file is no draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The first line does not name the columns.
    Header,
    /// This line, counted from 1, has something else than this column needs.
    Cell(usize, &'static str),
    /// Nothing was drawn.
    Empty,
    /// This stands there twice.
    Twice(String),
    /// An application is to a group that has no line.
    UnknownGroup(String),
}

impl std::error::Error for Unreadable {}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Header => write!(
                f,
                "the first line does not name the columns {}",
                COLUMNS.join(",")
            ),
            Self::Cell(line, column) => {
                write!(f, "line {line}: the column {column} can not be read")
            }
            Self::Empty => write!(f, "there is no group in it"),
            Self::Twice(what) => write!(f, "{what} stands in it twice"),
            Self::UnknownGroup(group) => write!(f, "the group {group} has no line of its own"),
        }
    }
}

pub(crate) fn write(record: &Record) -> String {
    let mut text = format!("{}\n", COLUMNS.join(","));
    for group in &record.groups {
        let Group {
            group,
            places,
            commitment,
            secret,
            seed,
        } = group;
        let _ = writeln!(
            text,
            "group,{group},{places},{commitment},{secret},{seed},,,,"
        );
    }
    for one in &record.applications {
        let _ = writeln!(
            text,
            "application,{},,,,,{},{},{},{}",
            one.group,
            one.number,
            one.code,
            one.wish,
            one.outcome.code()
        );
    }
    text
}

pub(crate) fn read(text: &str) -> Result<Record, Unreadable> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = (1..).zip(text.lines());
    let header = lines.next().map_or("", |(_, line)| line);
    let by = if header.contains(';') { ';' } else { ',' };
    if cells(header, by) != COLUMNS {
        return Err(Unreadable::Header);
    }
    let mut record = Record::default();
    for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
        let row = Row {
            number,
            cells: cells(line, by),
        };
        match row.text("kind")? {
            "group" => record.groups.push(Group {
                group: row.text("group")?.to_owned(),
                places: row.number("places")?,
                commitment: row.text("commitment")?.to_owned(),
                secret: row.text("secret")?.to_owned(),
                seed: row.text("seed")?.to_owned(),
            }),
            "application" => record.applications.push(Application {
                group: row.text("group")?.to_owned(),
                number: row.number("number")?,
                code: row.text("code")?.to_owned(),
                wish: row.number("wish")?,
                outcome: Outcome::from_code(row.text("outcome")?)
                    .ok_or(Unreadable::Cell(number, "outcome"))?,
            }),
            _ => return Err(Unreadable::Cell(number, "kind")),
        }
    }
    if record.groups.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(record)
}

fn cells(line: &str, by: char) -> Vec<&str> {
    line.split(by)
        .map(|cell| cell.trim().trim_matches('"'))
        .collect()
}

struct Row<'a> {
    number: usize,
    cells: Vec<&'a str>,
}

impl Row<'_> {
    /// A cell that may not be empty.
    fn text(&self, column: &'static str) -> Result<&str, Unreadable> {
        let at = COLUMNS.iter().position(|name| *name == column);
        let cell = at.and_then(|at| self.cells.get(at)).copied();
        cell.filter(|cell| !cell.is_empty())
            .ok_or(Unreadable::Cell(self.number, column))
    }

    fn number<T: std::str::FromStr>(&self, column: &'static str) -> Result<T, Unreadable> {
        self.text(column)?
            .parse()
            .map_err(|_| Unreadable::Cell(self.number, column))
    }
}
