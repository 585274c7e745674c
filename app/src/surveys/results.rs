//! What all answers of a group say together: pure.

use super::rules::FEWEST_ANSWERS;
use super::{Answer, Answers, Kind, Question};

/// Answers to one question, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tally {
    /// How many chose each of 1 to 5, and the mean in hundredths (none without answers).
    Scale {
        /// By point, from 1.
        counts: [usize; 5],
        /// Mean, in hundredths.
        mean: Option<usize>,
    },
    /// How many chose each option, in the order of the options.
    Options(Vec<usize>),
    /// What was written, in no order.
    Words(Vec<String>),
}

/// The results of a group, or how many answers there are when they are too few to be shown.
///
/// # Errors
/// The number of answers, below [`FEWEST_ANSWERS`].
pub fn results(questions: &[Question], answers: &[Answers]) -> Result<Vec<Tally>, usize> {
    if answers.len() < FEWEST_ANSWERS {
        return Err(answers.len());
    }
    Ok(questions
        .iter()
        .map(|question| tally(question, answers))
        .collect())
}

fn tally(question: &Question, answers: &[Answers]) -> Tally {
    let given = || {
        answers
            .iter()
            .filter_map(|answers| answers.get(&question.code))
    };
    match question.kind {
        Kind::Scale => {
            let mut counts = [0_usize; 5];
            let mut sum = 0_usize;
            for answer in given() {
                if let Answer::Point(point @ 1..=5) = answer {
                    counts[usize::from(*point) - 1] += 1;
                    sum += usize::from(*point) * 100;
                }
            }
            let number: usize = counts.iter().sum();
            Tally::Scale {
                counts,
                mean: (sum + number / 2).checked_div(number),
            }
        }
        Kind::One | Kind::Several => {
            let chose = |code: &str| given().filter(|answer| has_chosen(answer, code)).count();
            Tally::Options(
                question
                    .options
                    .iter()
                    .map(|option| chose(&option.code))
                    .collect(),
            )
        }
        Kind::Text => {
            let words = given().filter_map(|answer| match answer {
                Answer::Words(words) => Some(words.clone()),
                _ => None,
            });
            Tally::Words(words.collect())
        }
    }
}

fn has_chosen(answer: &Answer, code: &str) -> bool {
    match answer {
        Answer::Words(chosen) => chosen == code,
        Answer::Codes(chosen) => chosen.iter().any(|one| one == code),
        Answer::Point(_) => false,
    }
}
