//! `zapis import people FILE`: an existing register, with those who stand in it twice or are here already.

use std::collections::HashMap;
use std::fs::OpenOptions;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, bail};
use database::DbError;

use super::{Import, decisions, say};
use crate::app::Shared;
use crate::commands::printing::aside;
use crate::families::import::{self, Examined, Other, Question, RowProblem, Said, Stage};
use crate::families::store;
use crate::families::types::Child;
use crate::i18n::Translator;
use crate::people::PersonId;
use crate::tables::{self, Table};

/// The header of a file of decisions.
const HEADER: [&str; 7] = [
    "row",
    "other",
    "decision",
    "score",
    "person",
    "other_person",
    "fields",
];

impl Import {
    pub(super) async fn take_people(
        &self,
        app: &Shared,
        t: Translator,
        bytes: &[u8],
    ) -> anyhow::Result<String> {
        let table = self.table(t, bytes, &import::PEOPLE)?;
        let (now, tree) = (app.clock.now(), app.organisations.current());
        let today = now.to_zoned(crate::clock::zone()).date();
        let people = match import::people(&table, today, &tree) {
            Ok(people) if table.problems.is_empty() => people,
            checked => bail!(
                "{}",
                self.all_wrong(t, &table, &checked.err().unwrap_or_default())
            ),
        };
        super::name_ignored(t, &table);
        let said = progress(people.len());
        let examined = import::examine(app, people, Arc::clone(&said)).await?;
        let decided = match self.decisions.as_deref().filter(|path| path.exists()) {
            Some(path) => decisions::read(path, t, &examined)?,
            None => HashMap::new(),
        };
        let plan = match examined.plan(&decided) {
            Ok(plan) => plan,
            Err(open) => return self.ask(app, t, &examined, &open).await,
        };
        let done = if self.dry_run {
            import::Imported {
                added: plan.added(&examined),
                known: plan.known,
                twice: plan.twice,
                to_be_looked_at: plan.to_be_looked_at(),
            }
        } else {
            let written = import::write(app, &examined, plan, said, now).await;
            written.with_context(|| format!("nothing was imported from {}", self.file.display()))?
        };
        Ok(format!(
            "{} added, {} known, {} in the list twice, {} to be looked at by an operator.",
            done.added, done.known, done.twice, done.to_be_looked_at
        ))
    }

    /// What is wrong with the file and with its data, in the order of the lines.
    fn all_wrong(&self, t: Translator, table: &Table, rows: &[RowProblem]) -> String {
        let of_file = table.problems.iter();
        let of_file = of_file.map(|one| (one.line.unwrap_or_default(), say(t, one)));
        let of_rows = rows.iter().map(|one| (one.line, one.say(t)));
        let mut said: Vec<(u32, String)> = of_file.chain(of_rows).collect();
        said.sort_by_key(|(line, _)| *line);
        let said = said.into_iter().map(|(_, said)| said);
        self.sentences(said, table.problems_left_out)
    }

    /// Nothing is taken in while something is not decided; says what to do.
    async fn ask(
        &self,
        app: &Shared,
        t: Translator,
        examined: &Examined,
        open: &[&Question],
    ) -> anyhow::Result<String> {
        let cases = t.get("families-import-open").int("count", open.len());
        let what = format!("nothing was imported from {}: {cases}", self.file.display());
        let Some(path) = &self.decisions else {
            bail!(
                "{what}; run this again with --decisions FILE, which writes them there to be decided"
            );
        };
        if path.exists() {
            let first = &open[0];
            bail!(
                "{what} and {} does not decide them, the first being row {} and {}; move it away to have it written anew",
                path.display(),
                examined.people[first.row].id,
                name_of(examined, first.other)
            );
        }
        let names = names_of_here(app, open).await?;
        let rows = open.iter().map(|one| line(examined, &names, one));
        let text = tables::write_csv(std::iter::once(HEADER.map(str::to_owned)).chain(rows));
        write_new(path, &text)?;
        bail!(
            "{what}; look through the decisions in {}, change what is not right (same, different, later), and run this again",
            path.display()
        )
    }
}

fn name_of(examined: &Examined, other: Other) -> String {
    match other {
        Other::Row(row) => examined.people[row].id.clone(),
        Other::Here(id) => format!("here {id}"),
    }
}

async fn names_of_here(
    app: &Shared,
    open: &[&Question],
) -> Result<HashMap<PersonId, String>, DbError> {
    let ids: Vec<PersonId> = open
        .iter()
        .filter_map(|one| match one.other {
            Other::Here(id) => Some(id),
            Other::Row(_) => None,
        })
        .collect();
    let read = app.db.read_long(move |tx| {
        Box::pin(async move {
            let mut names = HashMap::new();
            for id in ids {
                if let Some(child) = tx.opt::<Child>(store::FIND_CHILD, &[&id]).await? {
                    let known = &child.known;
                    let name = format!("{}, {}, {}", known.name(), known.born_on, known.city);
                    names.insert(id, name);
                }
            }
            Ok::<_, DbError>(names)
        })
    });
    read.await
}

fn line(
    examined: &Examined,
    names: &HashMap<PersonId, String>,
    question: &Question,
) -> [String; 7] {
    let of_row = |row: usize| {
        let known = &examined.people[row].typed.known;
        format!("{}, {}, {}", known.name(), known.born_on, known.city)
    };
    let other = match question.other {
        Other::Row(row) => of_row(row),
        Other::Here(id) => names.get(&id).cloned().unwrap_or_default(),
    };
    [
        examined.people[question.row].id.clone(),
        name_of(examined, question.other),
        question.suggests.code().to_owned(),
        format!("{}.{:02}", question.bits / 100, question.bits.abs() % 100),
        of_row(question.row),
        other,
        fields(&question.reasons),
    ]
}

/// `surname equal, birth_date swapped`.
fn fields(reasons: &str) -> String {
    let reasons: Vec<serde_json::Value> = serde_json::from_str(reasons).unwrap_or_default();
    let one = |reason: &serde_json::Value| {
        let text = |name: &str| reason[name].as_str().unwrap_or_default().to_owned();
        format!("{} {}", text("field"), text("agreement"))
    };
    reasons.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The file names people: nobody else may read it, and none that is there is overwritten.
fn write_new(path: &Path, text: &str) -> anyhow::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes()))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// Says on a terminal how far it is; silent in a pipe.
fn progress(all: usize) -> Said {
    let is_terminal = std::io::stderr().is_terminal();
    Arc::new(move |stage, count| {
        if is_terminal {
            let done = match stage {
                Stage::Compared => "compared with who is here",
                Stage::Written => "taken in",
            };
            aside!("{count} of {all} {done}");
        }
    })
}
