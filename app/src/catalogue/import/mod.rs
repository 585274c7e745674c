//! Lists of courses and groups: all of a list or nothing, each row known by its code, so that the same list twice
//! changes nothing. Whoever runs the machine may import, by the command line.

mod cells;
mod courses;
mod groups;

use std::collections::HashMap;

use database::{Db, DbError, Tx, Work};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{store, touch};
use crate::accounts::OrganisationId;
use crate::audit::Entry;
use crate::i18n::Translator;
use crate::tables::{Column, Need, Row, Table};
use crate::text::fold;

pub use courses::COURSES;
pub use groups::GROUPS;

/// Most rows that are named one by one as wrong.
const MOST_PROBLEMS: usize = 100;

const fn column(name: &'static str, aliases: &'static [&'static str], need: Need) -> Column {
    Column {
        name,
        aliases,
        need,
    }
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Rows that were not known.
    pub added: usize,
    /// Rows that were known and differed.
    pub changed: usize,
    /// Rows that were known and said the same.
    pub same: usize,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// Line of the file, from 1.
    pub line: u32,
    /// Column of the list.
    pub column: &'static str,
    /// Code of the message `catalogue-import-<code>`.
    pub code: &'static str,
    /// What stands there, or what it collides with.
    pub value: String,
}

impl RowProblem {
    /// The problem as a sentence.
    pub fn say(&self, t: Translator) -> String {
        t.get(&format!("catalogue-import-{}", self.code))
            .int("line", self.line)
            .text("column", self.column)
            .text("value", &self.value)
            .to_string()
    }
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Rows that can not be taken, and how many more there are.
    #[error("{} rows can not be taken", .0.len() + .1)]
    Rows(Vec<RowProblem>, usize),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Imports courses; rows without an organisation of their own belong to `organisation`. With `dry_run` everything is
/// tried and nothing is kept.
///
/// # Errors
/// What is wrong with which rows, or the database refuses; nothing is imported then.
pub async fn import_courses(
    db: &Db,
    table: Table,
    organisation: Option<OrganisationId>,
    dry_run: bool,
    now: Timestamp,
) -> Result<Imported, ImportError> {
    let job = Job {
        table,
        organisation,
        now,
    };
    run(db, job, dry_run, |tx, work| {
        Box::pin(courses::take(tx, work))
    })
    .await
}

/// Imports groups of courses that are known; see [`import_courses`].
///
/// # Errors
/// As [`import_courses`].
pub async fn import_groups(
    db: &Db,
    table: Table,
    organisation: Option<OrganisationId>,
    dry_run: bool,
    now: Timestamp,
) -> Result<Imported, ImportError> {
    let job = Job {
        table,
        organisation,
        now,
    };
    run(db, job, dry_run, |tx, work| {
        Box::pin(groups::take(tx, work))
    })
    .await
}

/// What is asked for.
struct Job {
    table: Table,
    organisation: Option<OrganisationId>,
    now: Timestamp,
}

/// An import at work.
struct Import {
    job: Job,
    organisations: Organisations,
    imported: Imported,
    problems: Vec<RowProblem>,
    left_out: usize,
}

impl Import {
    fn refuse(&mut self, problem: RowProblem) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(problem);
        } else {
            self.left_out += 1;
        }
    }

    /// The organisation of a row: named in the row, or the one of the whole list.
    fn organisation_of(&self, row: &Row) -> Result<(OrganisationId, TimeZone), RowProblem> {
        let named = self.job.table.cell(row, "organisation");
        let wrong = |code| cells::problem(row, "organisation", code, named);
        let id = if named.is_empty() {
            self.job
                .organisation
                .ok_or_else(|| wrong("no-organisation"))?
        } else {
            self.organisations.find(named).map_err(wrong)?
        };
        let zone = self
            .organisations
            .zones
            .get(&id)
            .ok_or_else(|| wrong("unknown-organisation"))?;
        Ok((id, zone.clone()))
    }
}

/// Organisations by their folded names and ids.
#[derive(Default)]
struct Organisations {
    zones: HashMap<OrganisationId, TimeZone>,
    names: HashMap<String, Vec<OrganisationId>>,
}

impl Organisations {
    async fn load(tx: &mut Tx<'_>) -> Result<Self, DbError> {
        let mut all = Self::default();
        let rows = tx
            .all::<(OrganisationId, String, String)>(store::LIST_ORGANISATIONS, &[])
            .await?;
        for (id, name, zone) in rows {
            all.zones
                .insert(id, TimeZone::get(&zone).unwrap_or(TimeZone::UTC));
            all.names.entry(fold(&name)).or_default().push(id);
        }
        Ok(all)
    }

    fn find(&self, named: &str) -> Result<OrganisationId, &'static str> {
        if let Some(id) = named.parse().ok().filter(|id| self.zones.contains_key(id)) {
            return Ok(id);
        }
        match self.names.get(&fold(named)).map(Vec::as_slice) {
            Some([id]) => Ok(*id),
            Some(_) => Err("several-organisations"),
            None => Err("unknown-organisation"),
        }
    }
}

/// Ends the transaction without keeping it.
enum Outcome {
    Tried(Imported),
    Failed(ImportError),
}

impl From<DbError> for Outcome {
    fn from(error: DbError) -> Self {
        Self::Failed(error.into())
    }
}

async fn run<F>(db: &Db, job: Job, dry_run: bool, take: F) -> Result<Imported, ImportError>
where
    F: for<'a, 'c> FnOnce(&'a mut Tx<'c>, &'a mut Import) -> Work<'a, (), DbError> + Send + 'static,
{
    let outcome = db.write(move |tx| {
        Box::pin(async move {
            let now = job.now;
            let mut import = Import {
                job,
                organisations: Organisations::load(tx).await?,
                imported: Imported::default(),
                problems: Vec::new(),
                left_out: 0,
            };
            take(tx, &mut import).await?;
            if !import.problems.is_empty() {
                return Err(Outcome::Failed(ImportError::Rows(
                    import.problems,
                    import.left_out,
                )));
            }
            if dry_run {
                return Err(Outcome::Tried(import.imported));
            }
            note(tx, import.imported, now).await?;
            Ok(import.imported)
        })
    });
    match outcome.await {
        Ok(imported) | Err(Outcome::Tried(imported)) => Ok(imported),
        Err(Outcome::Failed(error)) => Err(error),
    }
}

async fn note(tx: &mut Tx<'_>, imported: Imported, now: Timestamp) -> Result<(), DbError> {
    if imported.added + imported.changed == 0 {
        return Ok(());
    }
    touch(tx).await?;
    let after = format!("{} added, {} changed", imported.added, imported.changed);
    let entry = Entry::new(now, None, "catalogue.import", "organisation", 0);
    Entry {
        after: Some(&after),
        ..entry
    }
    .write(tx)
    .await
}
