//! `zapis import KIND FILE`: lists that people hand in, all of a list or nothing.

mod decisions;
mod people;

use std::path::PathBuf;

use anyhow::{Context as _, bail};
use clap::{Args, ValueEnum};

use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::catalogue::import::{COURSES, GROUPS, ImportError, import_courses, import_groups};
use crate::commands::printing::{aside, tell};
use crate::config::Config;
use crate::i18n::{Lang, Translator};
use crate::organisations;
use crate::payments::{self, actions::Source};
use crate::tables::{self, Problem, Refusal, Table};
use crate::text::Arg;

/// So many rows are named one by one as wrong.
const MOST_NAMED: usize = 100;

/// What the list is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Institutions, as registers of schools write them.
    Organisations,
    /// Courses.
    Courses,
    /// Groups of courses that are known.
    Groups,
    /// People, as an existing register has them.
    People,
    /// A bank's statement: CAMT.053, MT940, 1CClientBankExchange or CSV.
    Statement,
}

/// Arguments of an import.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// What the list is about.
    kind: Kind,
    /// The list: CSV (any encoding and separator in use) or XLSX.
    file: PathBuf,
    /// Tries everything, keeps nothing, and says what would happen.
    #[arg(long)]
    dry_run: bool,
    /// Organisation of rows that name none; for a list of organisations the one above them; for a statement that does not
    /// name its account the one whose it is.
    #[arg(long)]
    organisation: Option<i64>,
    /// The account of which a statement is, when it does not say and the organisation has several.
    #[arg(long, requires = "organisation")]
    account: Option<String>,
    /// Of people: what is decided about those who may be one person. Written when it is not there, to be looked through.
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

impl Import {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let bytes = std::fs::read(&self.file)
            .with_context(|| format!("cannot read {}", self.file.display()))?;
        let app = crate::commands::assemble(Config::load()?).await?;
        let said = self.take(&app, &bytes).await;
        app.db.close().await;
        tell!("{}", said?)?;
        Ok(())
    }

    async fn take(&self, app: &Shared, bytes: &[u8]) -> anyhow::Result<String> {
        let t = Translator::new(Lang::En);
        let (now, organisation) = (app.clock.now(), self.organisation.map(OrganisationId::new));
        let (db, dry_run) = (&app.db, self.dry_run);
        let done = match self.kind {
            Kind::Organisations => {
                let table = self.read(t, bytes, &organisations::SPEC)?;
                let done = organisations::import(db, table, organisation, dry_run, now).await?;
                format!("{} added, {} known.", done.added, done.known)
            }
            Kind::Courses => {
                let table = self.read(t, bytes, &COURSES)?;
                let done = import_courses(db, table, organisation, dry_run, now).await;
                let done = done.map_err(|error| self.refusal(t, error))?;
                format!(
                    "{} added, {} changed, {} as they were.",
                    done.added, done.changed, done.same
                )
            }
            Kind::Groups => {
                let table = self.read(t, bytes, &GROUPS)?;
                let done = import_groups(db, table, organisation, dry_run, now).await;
                let done = done.map_err(|error| self.refusal(t, error))?;
                format!(
                    "{} added, {} changed, {} as they were.",
                    done.added, done.changed, done.same
                )
            }
            Kind::People => self.take_people(app, t, bytes).await?,
            Kind::Statement => self.take_statement(app, bytes).await?,
        };
        let end = if dry_run {
            " Nothing was kept: this was a dry run."
        } else {
            ""
        };
        Ok(format!("{done}{end}"))
    }

    async fn take_statement(&self, app: &Shared, bytes: &[u8]) -> anyhow::Result<String> {
        let name = self.file.file_name().unwrap_or_default();
        let source = Source {
            file_name: name.to_string_lossy().into_owned(),
            bytes: bytes.to_vec(),
            organisation: self.organisation.map(OrganisationId::new),
            account: self.account.clone(),
            by: None,
            dry_run: self.dry_run,
        };
        let done = payments::actions::import(app, source, app.clock.now()).await;
        let done = done.map_err(|error| {
            let advice = match error {
                payments::actions::ImportError::NoAccount => {
                    "; say whose it is with --organisation ID, and give that organisation its account first"
                }
                payments::actions::ImportError::WhichAccount(_) => {
                    "; choose one of them with --account NUMBER"
                }
                _ => "",
            };
            let file = self.file.display();
            anyhow::anyhow!("nothing was imported from {file}: {error}{advice}")
        })?;
        for one in &done.statements {
            if one.organisation.is_none() {
                aside!(
                    "account {}: no organisation has named it yet, so its entries wait until one does",
                    one.account
                );
            }
            if let Some(difference) = one.difference {
                aside!(
                    "account {}: the balances differ from the entries by {difference} minor units, so a person has to book",
                    one.account
                );
            }
        }
        Ok(format!(
            "{} statements, {} entries, {} of them new, {} booked.",
            done.statements.len(),
            done.entries(),
            done.fresh(),
            done.booked
        ))
    }

    /// The rows that can be read, and what is wrong with the others.
    fn table(&self, t: Translator, bytes: &[u8], spec: &tables::Spec) -> anyhow::Result<Table> {
        tables::read(bytes, spec).map_err(|Refusal { problems }| {
            let problems = problems.iter().map(|problem| say(t, problem));
            anyhow::anyhow!("{}", self.sentences(problems, 0))
        })
    }

    /// The rows, when every one of them can be read.
    fn read(&self, t: Translator, bytes: &[u8], spec: &tables::Spec) -> anyhow::Result<Table> {
        let table = self.table(t, bytes, spec)?;
        if table.problems.is_empty() {
            name_ignored(t, &table);
            return Ok(table);
        }
        let problems = table.problems.iter().map(|problem| say(t, problem));
        bail!("{}", self.sentences(problems, table.problems_left_out))
    }

    fn refusal(&self, t: Translator, error: ImportError) -> anyhow::Error {
        match error {
            ImportError::Rows(problems, left_out) => {
                anyhow::anyhow!(
                    "{}",
                    self.sentences(problems.iter().map(|problem| problem.say(t)), left_out)
                )
            }
            ImportError::Database(error) => error.into(),
        }
    }

    /// One sentence, then what is wrong, a line each.
    fn sentences(&self, problems: impl Iterator<Item = String>, left_out: usize) -> String {
        let mut lines: Vec<String> = problems.collect();
        let left_out = left_out + lines.len().saturating_sub(MOST_NAMED);
        lines.truncate(MOST_NAMED);
        if left_out > 0 {
            let more = Translator::new(Lang::En)
                .get("tables-problems-left-out")
                .int("count", left_out)
                .to_string();
            lines.push(more);
        }
        format!(
            "nothing was imported from {}:\n{}",
            self.file.display(),
            lines.join("\n")
        )
    }
}

fn name_ignored(t: Translator, table: &Table) {
    for column in &table.ignored_columns {
        aside!("{}", t.get("tables-ignored-column").text("column", column));
    }
}

pub(super) fn say(t: Translator, problem: &Problem) -> String {
    let key = format!("tables-{}", problem.code());
    let args = problem.args();
    let message = args
        .iter()
        .fold(t.get(&key), |message, (name, arg)| match arg {
            Arg::Number(number) => message.int(name, *number),
            Arg::Text(text) => message.text(name, text),
        });
    message.to_string()
}
