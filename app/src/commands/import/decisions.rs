//! The file in which whoever imports people decides who is one person: read again, and refused where it contradicts itself.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context as _, bail};

use super::say;
use crate::families::import::{self, Decision, Examined, Other};
use crate::i18n::Translator;
use crate::tables::{self, Need, Spec, Table, UnknownColumns};

/// The columns that are read; the others help whoever decides.
const DECISIONS: Spec = Spec {
    unknown: UnknownColumns::Ignore,
    ..Spec::new(&[
        import::column("row", Need::Filled, &[]),
        import::column("other", Need::Filled, &[]),
        import::column("decision", Need::Filled, &[]),
    ])
};
/// So many things that are wrong are named one by one.
const MOST_NAMED: usize = 20;

/// A row and whom it resembles.
type Pair = (usize, Other);
/// What was decided.
pub(super) type Decided = HashMap<Pair, Decision>;
/// What was decided, with the line that says so.
type Answers = BTreeMap<Pair, (u32, Decision)>;

/// What the file says.
pub(super) fn read(path: &Path, t: Translator, examined: &Examined) -> anyhow::Result<Decided> {
    let name = path.display();
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {name}"))?;
    let table = tables::read(&bytes, &DECISIONS).unwrap_or_else(|refusal| Table {
        problems: refusal.problems,
        ..Table::default()
    });
    let mut wrong: Vec<String> = table.problems.iter().map(|one| say(t, one)).collect();
    let answers = answers(&table, examined, &mut wrong);
    if wrong.is_empty() {
        wrong = contradictions(&answers);
    }
    if wrong.is_empty() {
        let decided = answers.into_iter();
        return Ok(decided.map(|(pair, (_, made))| (pair, made)).collect());
    }
    let left_out = (wrong.len() + table.problems_left_out).saturating_sub(MOST_NAMED);
    wrong.truncate(MOST_NAMED);
    if left_out > 0 {
        let more = t.get("tables-problems-left-out").int("count", left_out);
        wrong.push(more.to_string());
    }
    bail!("{name}: {}", wrong.join("; "))
}

fn answers(table: &Table, examined: &Examined, wrong: &mut Vec<String>) -> Answers {
    let ids = examined.people.iter().enumerate();
    let rows: HashMap<&str, usize> = ids.map(|(place, one)| (one.id.as_str(), place)).collect();
    let mut answers = Answers::new();
    for row in &table.rows {
        let [id, other, decision] = [0, 1, 2].map(|place| &*row.cells[place]);
        let Some(decision) = Decision::from_code(decision) else {
            wrong.push(format!("line {}: write same, different or later", row.line));
            continue;
        };
        let other = match other.strip_prefix("here ") {
            Some(id) => id.parse().ok().map(Other::Here),
            None => rows.get(other).copied().map(Other::Row),
        };
        // A pair that is no question any more needs no answer.
        let (Some(place), Some(other)) = (rows.get(id), other) else {
            continue;
        };
        let answer = answers
            .entry(pair(*place, other))
            .or_insert((row.line, decision));
        if answer.1 != decision {
            wrong.push(format!(
                "lines {} and {} decide differently about the same two",
                answer.0, row.line
            ));
        }
    }
    answers
}

/// The later row comes first, as the questions have it.
fn pair(row: usize, other: Other) -> Pair {
    match other {
        Other::Row(earlier) if earlier > row => (earlier, Other::Row(row)),
        other => (row, other),
    }
}

/// Two who are different by one line, and one person by others.
fn contradictions(answers: &Answers) -> Vec<String> {
    let of = |wanted: Decision| {
        let chosen = answers.iter().filter(move |(_, one)| one.1 == wanted);
        chosen.map(|((row, other), (line, _))| (*line, Other::Row(*row), *other))
    };
    let mut one_person = Groups::default();
    for (_, one, other) in of(Decision::Same) {
        one_person.join(one, other);
    }
    let contradicted = of(Decision::Different).filter_map(|(line, one, other)| {
        let of_both = one_person.of(one);
        if of_both != one_person.of(other) {
            return None;
        }
        // A line that says of one of them that it is somebody of this group.
        let touches = |pair: [Other; 2]| pair.contains(&one) || pair.contains(&other);
        let same = of(Decision::Same).filter(|(_, a, b)| touches([*a, *b]));
        let by = same.map(|(line, _, _)| line).min()?;
        Some(format!(
            "line {line} says that two are different, whom line {by} makes one person"
        ))
    });
    contradicted.collect()
}

/// Rows and people, put together where they are one person.
#[derive(Default)]
struct Groups(HashMap<Other, Other>);

impl Groups {
    /// Who stands for the group of this one.
    fn of(&self, mut one: Other) -> Other {
        while let Some(next) = self.0.get(&one) {
            one = *next;
        }
        one
    }

    fn join(&mut self, one: Other, other: Other) {
        let (one, other) = (self.of(one), self.of(other));
        if one != other {
            self.0.insert(one, other);
        }
    }
}
