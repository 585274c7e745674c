//! An existing register taken in, all of it or nothing: who stands in it twice, and who is here already, is found first, and
//! whatever is not beyond doubt is asked. Whoever runs the machine may import, by the command line.

mod examine;
mod rows;
mod write;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use database::DbError;

use super::identity::Sought;
use super::types::Limits;
use crate::people::PersonId;

pub use examine::examine;
pub use rows::{COLUMNS, NewPerson, PEOPLE, RowProblem, column, people};
pub use write::{Imported, write};

database::codes! {
    /// What is done with a row that may be somebody else of the list, or somebody who is here.
    Decision {
        /// They are one person: the row is left out.
        Same = "same",
        /// They are two: the row is taken in.
        Different = "different",
        /// The row is taken in, and an operator looks at both.
        Later = "later",
    }
}

/// Whom a row resembles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Other {
    /// Somebody who is here.
    Here(PersonId),
    /// An earlier row: its place.
    Row(usize),
}

/// Two that are, or may be, one person.
#[derive(Clone, Debug)]
pub struct Question {
    /// Place of the row.
    pub row: usize,
    /// Whom it resembles.
    pub other: Other,
    /// What the evidence says.
    pub suggests: Decision,
    /// Evidence in hundredths of a bit.
    pub bits: i64,
    /// The fields that it comes from: JSON.
    pub reasons: String,
    /// The thresholds that it was measured by.
    pub limits: Limits,
    /// Beyond doubt: name, date of birth and all else agree. Nobody is asked.
    pub exact: bool,
}

/// A list that was compared with itself and with who is here.
#[derive(Debug)]
pub struct Examined {
    /// The rows.
    pub people: Arc<Vec<NewPerson>>,
    /// Who may be one person, in order of the rows.
    pub questions: Vec<Question>,
    sought: Arc<Vec<Sought>>,
    /// How often anybody was entered or changed until then.
    version: i64,
}

/// What follows from the decisions.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    left_out: HashSet<usize>,
    /// Rows that are people who are here.
    pub known: usize,
    /// Rows that are the person of an earlier one.
    pub twice: usize,
    /// Rows that an operator looks at, with whom they resemble.
    later: Vec<Question>,
    /// Rows that may have name and date of birth of somebody else.
    namesakes: HashSet<usize>,
}

impl Plan {
    /// How many rows are taken in.
    pub fn added(&self, examined: &Examined) -> usize {
        examined.people.len() - self.left_out.len()
    }

    /// How many pairs an operator looks at.
    pub fn to_be_looked_at(&self) -> usize {
        self.later.len()
    }
}

impl Examined {
    /// What follows from these decisions.
    ///
    /// # Errors
    /// The questions that have no answer.
    pub fn plan(
        &self,
        decided: &HashMap<(usize, Other), Decision>,
    ) -> Result<Plan, Vec<&Question>> {
        let decision = |question: &Question| {
            let exact = question.exact.then_some(Decision::Same);
            exact.or_else(|| decided.get(&(question.row, question.other)).copied())
        };
        let (mut plan, mut open) = (Plan::default(), Vec::new());
        for question in &self.questions {
            if decision(question) == Some(Decision::Same) && plan.left_out.insert(question.row) {
                match question.other {
                    Other::Here(_) => plan.known += 1,
                    Other::Row(_) => plan.twice += 1,
                }
            }
        }
        // Whom else a row resembles that is left out, does not matter.
        let left_out = plan.left_out.clone();
        let taken_in = self
            .questions
            .iter()
            .filter(|question| !left_out.contains(&question.row));
        for question in taken_in {
            match decision(question) {
                Some(Decision::Later) => plan.later.push(question.clone()),
                Some(Decision::Different) => {}
                _ => open.push(question),
            }
            plan.namesakes.insert(question.row);
        }
        if !open.is_empty() {
            return Err(open);
        }
        plan.later.retain(
            |question| !matches!(question.other, Other::Row(other) if left_out.contains(&other)),
        );
        Ok(plan)
    }
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Rows compared with who is here.
    Compared,
    /// Rows taken in.
    Written,
}

/// Hears how many rows are through a stage.
pub type Said = Arc<dyn Fn(Stage, usize) + Send + Sync>;

/// So many rows are written, or compared, between two words about it.
const PIECE: usize = 5_000;

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Somebody was entered meanwhile who may be one of the list.
    #[error("somebody was entered meanwhile who may be one of the list: run this again")]
    Meanwhile,
    /// Two who are different people by decision have one document.
    #[error(
        "line {0}: the document belongs to somebody else, and names one person only: decide that they are the same, or correct the number"
    )]
    Document(u32),
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}
