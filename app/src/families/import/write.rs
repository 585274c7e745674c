//! The rows of a list that was examined, written in one transaction.

use std::collections::BTreeSet;
use std::sync::Arc;

use database::{DbError, Tx, Value};
use jiff::Timestamp;

use super::examine::look_at_all;
use super::{Examined, ImportError, NewPerson, Other, PIECE, Plan, Question, Said, Stage};
use crate::app::Shared;
use crate::audit;
use crate::families::actions::record;
use crate::families::identity::Sought;
use crate::families::{hashes, store, turn};
use crate::people::PersonId;

/// So many true namesakes of one day there may be.
const MOST_NAMESAKES: usize = 20;

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// People who are here now.
    pub added: usize,
    /// Rows that are people who were here.
    pub known: usize,
    /// Rows that are the person of an earlier one.
    pub twice: usize,
    /// Pairs that an operator looks at.
    pub to_be_looked_at: usize,
}

struct Job {
    app: Shared,
    people: Arc<Vec<NewPerson>>,
    sought: Arc<Vec<Sought>>,
    plan: Plan,
    /// Rows and whom of those who are here they resemble.
    asked: BTreeSet<(usize, Other)>,
    version: i64,
    now: Timestamp,
    said: Said,
}

/// Takes the rows in as planned: people without guardians, who are led on when they enter the child. Everybody who enters a child
/// waits meanwhile.
///
/// # Errors
/// [`ImportError`]; nothing was taken in then.
pub async fn write(
    app: &Shared,
    examined: &Examined,
    plan: Plan,
    said: Said,
    now: Timestamp,
) -> Result<Imported, ImportError> {
    let done = Imported {
        added: plan.added(examined),
        known: plan.known,
        twice: plan.twice,
        to_be_looked_at: plan.to_be_looked_at(),
    };
    let job = Arc::new(Job {
        app: app.clone(),
        people: Arc::clone(&examined.people),
        sought: Arc::clone(&examined.sought),
        plan,
        asked: of_here(&examined.questions),
        version: examined.version,
        now,
        said,
    });
    turn::in_turn(app, move |tx| {
        let job = Arc::clone(&job);
        Box::pin(async move { job.run(tx, done).await })
    })
    .await?;
    Ok(done)
}

fn of_here(questions: &[Question]) -> BTreeSet<(usize, Other)> {
    let asked = questions.iter().map(|one| (one.row, one.other));
    asked
        .filter(|(_, other)| matches!(other, Other::Here(_)))
        .collect()
}

impl Job {
    async fn run(&self, tx: &mut Tx<'_>, done: Imported) -> Result<(), ImportError> {
        let version: i64 = tx.one(store::COUNT_TURNS, &[]).await?;
        // This turn is one more; any other means that somebody was entered or changed since the list was compared.
        if version != self.version + 1 {
            let (_, again) = look_at_all(tx, &self.app, &self.sought, &self.said).await?;
            if of_here(&again) != self.asked {
                return Err(ImportError::Meanwhile);
            }
        }
        let rows: Vec<usize> = (0..self.people.len())
            .filter(|row| !self.plan.left_out.contains(row))
            .collect();
        let mut ids: Vec<Option<PersonId>> = vec![None; self.people.len()];
        for (piece, rows) in rows.chunks(PIECE).enumerate() {
            self.write_people(tx, rows, &mut ids).await?;
            self.write_documents(tx, rows, &ids).await?;
            self.write_hashes(tx, rows, &ids).await?;
            self.write_forms(tx, rows, &ids).await?;
            (self.said)(Stage::Written, piece * PIECE + rows.len());
        }
        self.open_cases(tx, &ids).await?;
        let after = format!("{} added, {} known", done.added, done.known + done.twice);
        audit::Entry {
            after: Some(&after),
            ..audit::Entry::new(self.now, None, "people.import", "person", 0)
        }
        .write(tx)
        .await?;
        Ok(())
    }

    async fn write_people(
        &self,
        tx: &mut Tx<'_>,
        rows: &[usize],
        ids: &mut [Option<PersonId>],
    ) -> Result<(), ImportError> {
        let mut phones = Vec::new();
        for &row in rows {
            let (one, plain) = (&self.people[row], &self.sought[row].key);
            let may_be_namesake = self.plan.namesakes.contains(&row);
            let most = if may_be_namesake { MOST_NAMESAKES } else { 1 };
            let mut found = None;
            for number in 1..=most {
                let key = match number {
                    1 => plain.clone(),
                    number => format!("{plain}#{number}"),
                };
                let columns = &record::columns(&one.typed.known, &key, &self.now);
                found = tx.opt::<PersonId>(store::INSERT_CHILD, columns).await?;
                if found.is_some() {
                    break;
                }
            }
            let id = found.ok_or(ImportError::Meanwhile)?;
            if !one.home.phone.is_empty() {
                phones.push(vec![id.get().into(), one.home.phone.clone().into()]);
            }
            ids[row] = Some(id);
        }
        tx.batch(store::SET_PHONE, &phones).await?;
        Ok(())
    }

    async fn write_documents(
        &self,
        tx: &mut Tx<'_>,
        rows: &[usize],
        ids: &[Option<PersonId>],
    ) -> Result<(), ImportError> {
        for &row in rows {
            let one = &self.people[row];
            if let (Some(document), Some(id)) = (&one.typed.document, ids[row])
                && !record::keep_document(tx, &self.app, id, document, self.now).await?
            {
                return Err(ImportError::Document(one.line));
            }
        }
        Ok(())
    }

    /// In order, so that neighbours in the index are written one after the other.
    async fn write_hashes(
        &self,
        tx: &mut Tx<'_>,
        rows: &[usize],
        ids: &[Option<PersonId>],
    ) -> Result<(), DbError> {
        let of_row = |row: &usize| {
            let id = ids[*row].map_or(0, PersonId::get);
            let sought = &self.sought[*row];
            let born = hashes::born(&sought.prepared);
            sought.hashes.iter().map(move |hash| (*hash, id, born))
        };
        let mut hashes: Vec<(i64, i64, i64)> = rows.iter().flat_map(of_row).collect();
        hashes.sort_unstable();
        let rows: Vec<Vec<Value>> = hashes
            .into_iter()
            .map(|(hash, id, born)| vec![hash.into(), id.into(), born.into()])
            .collect();
        tx.batch(store::INSERT_HASH, &rows).await.map(drop)
    }

    async fn write_forms(
        &self,
        tx: &mut Tx<'_>,
        rows: &[usize],
        ids: &[Option<PersonId>],
    ) -> Result<(), DbError> {
        let of_row = |row: &usize| {
            let form = self.sought[*row].form.clone()?;
            Some(vec![ids[*row]?.into(), form.into()])
        };
        let rows: Vec<Vec<Value>> = rows.iter().filter_map(of_row).collect();
        tx.batch(store::PUT_FORM, &rows).await.map(drop)
    }

    async fn open_cases(&self, tx: &mut Tx<'_>, ids: &[Option<PersonId>]) -> Result<(), DbError> {
        for one in &self.plan.later {
            let other = match one.other {
                Other::Row(row) => ids[row],
                Other::Here(id) => Some(id),
            };
            if let (Some(id), Some(other)) = (ids[one.row], other) {
                let row: database::Params<'_> = &[
                    &id,
                    &other,
                    &one.bits,
                    &one.reasons,
                    &self.now,
                    &one.limits.asked_from,
                    &one.limits.same_from,
                ];
                tx.exec(store::INSERT_CASE, row).await?;
            }
        }
        Ok(())
    }
}
