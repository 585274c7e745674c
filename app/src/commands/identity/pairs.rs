//! `zapis identity pairs FILE`: who stands in a list twice, for clean-up before it is taken in.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write as _;
use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::Args;
use person_matching::{
    BirthDate, DocumentKind, Person, PreparedPerson, Register, Sex, TypedDocument,
};

use super::progress;
use crate::commands::import::say;
use crate::commands::printing::{self, aside};
use crate::families::import::{COLUMNS, column};
use crate::i18n::{Lang, Translator};
use crate::tables::{self, Need, Row, Spec, Table, UnknownColumns};

/// So many wrong rows are named one by one.
const MOST_NAMED: usize = 20;

/// Arguments of looking for pairs.
#[derive(Debug, Args)]
pub(in crate::commands) struct Pairs {
    /// The list: CSV (any encoding and separator in use) or XLSX. Columns are known by their headers: id, given_name, surname,
    /// patronymic, date_of_birth, sex, municipality, postcode, address, doc_type, doc_number, parent_name, parent_email,
    /// parent_phone. All but id may be missing; others are read past.
    file: PathBuf,
    /// The header of a column that is called otherwise: `--map surname=Nachname`. May be given several times.
    #[arg(long = "map", value_name = "FIELD=COLUMN", value_parser = mapping)]
    maps: Vec<(usize, String)>,
}

fn mapping(typed: &str) -> Result<(usize, String), String> {
    let fields = || COLUMNS.map(|column| column.name).join(", ");
    let Some((field, header)) = typed.split_once('=') else {
        return Err("write FIELD=COLUMN".to_owned());
    };
    let place = COLUMNS
        .iter()
        .position(|column| column.name == field.trim());
    match place {
        Some(place) if !header.trim().is_empty() => Ok((place, header.trim().to_owned())),
        Some(_) => Err(format!("name the column that holds {field}")),
        None => Err(format!("{field} is no field; there are {}", fields())),
    }
}

impl Pairs {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let (ids, people) = self.read()?;
        progress(format_args!("{} records read", ids.len()));
        let people = PreparedPerson::of_all(&people, threads);
        let register = Register::new(people);
        let pairs = register.pairs(threads);
        progress(format_args!("{} pairs found", pairs.len()));
        let mut out = std::io::BufWriter::new(printing::out());
        writeln!(out, "id_a,id_b,score,verdict")?;
        for pair in &pairs {
            let (a, b) = (quoted(&ids[pair.first]), quoted(&ids[pair.second]));
            writeln!(
                out,
                "{a},{b},{:.1},{}",
                pair.found.bits,
                pair.found.verdict.code()
            )?;
        }
        out.flush()?;
        Ok(())
    }

    /// Ids and people, when every row can be read and no id stands there twice.
    fn read(&self) -> anyhow::Result<(Vec<Box<str>>, Vec<Person>)> {
        let name = self.file.display();
        let bytes = std::fs::read(&self.file).with_context(|| format!("cannot read {name}"))?;
        let table = self.table(&bytes)?;
        drop(bytes);
        let mut lines: HashMap<Box<str>, u32> = HashMap::with_capacity(table.rows.len());
        let (mut ids, mut people) = (Vec::new(), Vec::new());
        let mut unread = Vec::new();
        if table.rows.iter().all(says_nothing) {
            bail!(
                "{name} was not compared: no row has a given_name, a surname or a doc_number; besides id a list needs the columns given_name, surname and date_of_birth, or doc_number, and --map FIELD=COLUMN names one that is called otherwise"
            );
        }
        for row in table.rows {
            let person = person(&row);
            if person.birth_date.is_none() && !row.cells[DATE_OF_BIRTH].is_empty() {
                unread.push(row.line);
            }
            let id = row.cells[ID].clone();
            if let Some(earlier) = lines.insert(id.clone(), row.line) {
                bail!(
                    "{name}: lines {earlier} and {} have the same id {id}",
                    row.line
                );
            }
            ids.push(id);
            people.push(person);
        }
        if let Some(first) = unread.first() {
            let count = unread.len();
            aside!(
                "dates of birth that are no dates and were not compared: {count}, the first on line {first}"
            );
        }
        Ok((ids, people))
    }

    /// The rows, when every one of them can be read.
    fn table(&self, bytes: &[u8]) -> anyhow::Result<Table> {
        let t = Translator::new(Lang::En);
        let (problems, left_out) = match tables::read(bytes, &self.spec()) {
            Ok(table) if table.problems.is_empty() => return Ok(table),
            Ok(table) => (table.problems, table.problems_left_out),
            Err(refusal) => (refusal.problems, 0),
        };
        let left_out = left_out + problems.len().saturating_sub(MOST_NAMED);
        let named = problems.iter().take(MOST_NAMED);
        let mut lines: Vec<String> = named.map(|problem| say(t, problem)).collect();
        if left_out > 0 {
            let more = t.get("tables-problems-left-out");
            let count = i64::try_from(left_out).unwrap_or(i64::MAX);
            lines.push(more.int("count", count).to_string());
        }
        bail!(
            "{} was not compared: {}",
            self.file.display(),
            lines.join("; ")
        )
    }

    /// The columns with the headers of `--map`. They live as long as the program, which does nothing else.
    fn spec(&self) -> Spec {
        let mut columns = COLUMNS.to_vec();
        for (place, header) in &self.maps {
            let header: &'static str = Box::leak(header.clone().into_boxed_str());
            let need = match columns[*place].need {
                Need::Optional => Need::Present,
                need => need,
            };
            columns[*place] = column(header, need, &[]);
        }
        Spec {
            unknown: UnknownColumns::Ignore,
            max_rows: 5_000_000,
            max_bytes: 2 << 30,
            ..Spec::new(Box::leak(columns.into_boxed_slice()))
        }
    }
}

/// Places of columns that are more than texts.
const ID: usize = 0;
const DATE_OF_BIRTH: usize = 4;

/// Whether a row has nothing by which people are known.
fn says_nothing(row: &Row) -> bool {
    [1, 2, 10].iter().all(|place| row.cells[*place].is_empty())
}

fn person(row: &Row) -> Person {
    let cell = |place: usize| row.cells[place].to_string();
    Person {
        given_name: cell(1),
        surname: cell(2),
        patronymic: cell(3),
        birth_date: BirthDate::parse(&row.cells[DATE_OF_BIRTH]),
        sex: Sex::parse(&row.cells[5]),
        municipality: cell(6),
        postal_code: cell(7),
        address: cell(8),
        documents: vec![TypedDocument {
            kind: DocumentKind::parse(&row.cells[9]),
            number: cell(10),
        }],
        guardian: cell(11),
        email: cell(12),
        phone: cell(13),
    }
}

/// A cell of the answer.
fn quoted(id: &str) -> Cow<'_, str> {
    if id.contains([',', '"', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", id.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(id)
    }
}
