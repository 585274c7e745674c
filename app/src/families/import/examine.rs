//! Who stands in a list twice, and who of it is here.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use database::{DbError, Tx};
use person_matching::{Match, Register, Verdict};

use super::{Decision, Examined, NewPerson, Other, PIECE, Question, Said, Stage};
use crate::app::Shared;
use crate::families::identity::{self, Found, Sought};
use crate::families::types::Limits;
use crate::families::{evidence, store, turn};

/// Compares a list with itself and with everybody who is here. Nothing is kept.
///
/// # Errors
/// The database does not answer.
pub async fn examine(
    app: &Shared,
    people: Vec<NewPerson>,
    said: Said,
) -> Result<Examined, DbError> {
    let sought = |one: &NewPerson| identity::sought_of_list(app, &one.typed, &one.home);
    let sought: Arc<Vec<Sought>> = Arc::new(people.iter().map(sought).collect());
    let mut questions = in_the_list(&sought);
    let (own, all) = (app.clone(), Arc::clone(&sought));
    let look = app
        .db
        .read_long(move |tx| Box::pin(async move { look_at_all(tx, &own, &all, &said).await }));
    let (version, of_here) = look.await?;
    questions.extend(of_here);
    questions.sort_by_key(|one| (one.row, one.other));
    Ok(Examined {
        people: Arc::new(people),
        questions,
        sought,
        version,
    })
}

fn in_the_list(sought: &[Sought]) -> Vec<Question> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let prepared = sought.iter().map(|one| one.prepared.clone()).collect();
    let pairs = Register::new(prepared).pairs(threads);
    // A list is measured by its own size.
    let limits = evidence::limits(sought.len());
    let mut questions: Vec<Question> = pairs
        .iter()
        .map(|pair| {
            let has_one_key = sought[pair.first].key == sought[pair.second].key;
            let other = Other::Row(pair.first);
            question((pair.second, other), &pair.found, has_one_key, limits)
        })
        .collect();
    // Two of one name and day are asked about, whatever else speaks against it.
    let known: HashSet<(usize, usize)> =
        pairs.iter().map(|pair| (pair.first, pair.second)).collect();
    let mut first_of: HashMap<&str, usize> = HashMap::with_capacity(sought.len());
    for (row, one) in sought.iter().enumerate() {
        let first = *first_of.entry(&one.key).or_insert(row);
        if first != row && !known.contains(&(first, row)) {
            questions.push(Question {
                row,
                other: Other::Row(first),
                suggests: Decision::Later,
                bits: 0,
                reasons: "[]".to_owned(),
                limits,
                exact: false,
            });
        }
    }
    questions
}

fn question(
    (row, other): (usize, Other),
    found: &Match,
    has_one_key: bool,
    limits: Limits,
) -> Question {
    let is_same = found.verdict == Verdict::Same;
    Question {
        row,
        other,
        suggests: if is_same {
            Decision::Same
        } else {
            Decision::Later
        },
        bits: evidence::hundredths(found.bits),
        reasons: evidence::reasons(found),
        limits,
        exact: is_same && has_one_key,
    }
}

/// How often anybody was entered or changed until now, and the questions about who is here.
pub(super) async fn look_at_all(
    tx: &mut Tx<'_>,
    app: &Shared,
    sought: &[Sought],
    said: &Said,
) -> Result<(i64, Vec<Question>), DbError> {
    turn::know_key_in_force(tx, app).await?;
    let version: i64 = tx.one(store::COUNT_TURNS, &[]).await?;
    let mut questions = Vec::new();
    let somebody: Option<i64> = tx.opt(store::FIND_ANYBODY, &[]).await?;
    if somebody.is_none() {
        return Ok((version, questions));
    }
    let limits = identity::limits_of_register(tx).await?;
    for (row, one) in sought.iter().enumerate() {
        match identity::look(tx, app, one).await? {
            Found::Nobody => {}
            Found::Here(id) => {
                let found = identity::evidence(tx, app, one, id).await?;
                let key: Option<String> = tx.opt(store::FIND_KEY, &[&id]).await?;
                let has_one_key = key.as_deref() == Some(&one.key);
                let here = (row, Other::Here(id));
                questions.extend(found.map(|found| question(here, &found, has_one_key, limits)));
            }
            Found::Perhaps(near) => questions.extend(near.into_iter().map(|near| Question {
                row,
                other: Other::Here(near.id),
                suggests: Decision::Later,
                bits: near.bits,
                reasons: near.reasons,
                limits: near.limits,
                exact: false,
            })),
        }
        if (row + 1) % PIECE == 0 {
            said(Stage::Compared, row + 1);
        }
    }
    Ok((version, questions))
}
