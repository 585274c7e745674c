//! When a survey can be filled in, and what is an answer: pure.

use jiff::civil::Date;

use super::{Answer, Answers, Kind, Question};
use crate::enrolment::EnrolmentState;
use crate::forms::{FieldError, Form};
use crate::text::clean_text;

/// Names of the form's fields, by the position of the question; a template has no more questions.
pub const FIELDS: [&str; 24] = [
    "q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10", "q11", "q12", "q13", "q14", "q15",
    "q16", "q17", "q18", "q19", "q20", "q21", "q22", "q23", "q24",
];

/// Results are shown from so many answers on, so that nobody can be recognised.
pub const FEWEST_ANSWERS: usize = 5;

/// How many of the answers of past days are shown: whole steps of [`FEWEST_ANSWERS`], so that nobody who looks twice
/// learns what one person has answered in between; all of them, if that is enough, once everybody has answered.
pub fn shown(answers: usize, is_complete: bool) -> usize {
    if is_complete && answers >= FEWEST_ANSWERS {
        answers
    } else {
        answers - answers % FEWEST_ANSWERS
    }
}

/// Characters of an answer in words.
const LONGEST_TEXT: usize = 2000;

/// Whether the survey of an enrolment can be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Yes.
    Open,
    /// It was done on this day; once is enough.
    Done(Date),
    /// The training is not completed.
    NotCompleted,
}

/// Where the survey of an enrolment stands: completion opens it, and it is filled in once.
pub fn standing(state: EnrolmentState, done_on: Option<Date>) -> Standing {
    match (state, done_on) {
        (EnrolmentState::Completed, None) => Standing::Open,
        (EnrolmentState::Completed, Some(day)) => Standing::Done(day),
        _ => Standing::NotCompleted,
    }
}

/// Reads the answers from the form; what is wrong is noted in the form, and then there are none.
pub fn read_answers(form: &mut Form, questions: &[Question]) -> Option<Answers> {
    let mut answers = Answers::new();
    for ((question, field), number) in questions.iter().zip(FIELDS).zip(1_i64..) {
        match read_answer(form, question, field) {
            Ok(Some(answer)) => {
                answers.insert(question.code.clone(), answer);
            }
            Ok(None) => {}
            Err(error) => form.refuse(error.with("number", number)),
        }
    }
    form.is_fine().then_some(answers)
}

fn read_answer(
    form: &Form,
    question: &Question,
    field: &'static str,
) -> Result<Option<Answer>, FieldError> {
    let typed = form.value(field);
    let is_an_option = |code: &str| question.options.iter().any(|option| option.code == code);
    let missing = || FieldError::new(field, "survey_choose");
    let answer = match question.kind {
        Kind::Text => {
            let words = clean_text(typed, LONGEST_TEXT).map_err(|problem| problem.on(field))?;
            (!words.is_empty()).then_some(Answer::Words(words))
        }
        Kind::Several => {
            let mut codes = form.all(field).to_vec();
            codes.retain(|code| !code.is_empty());
            codes.sort();
            codes.dedup();
            if !codes.iter().all(|code| is_an_option(code)) {
                return Err(missing());
            }
            (!codes.is_empty()).then_some(Answer::Codes(codes))
        }
        _ if typed.is_empty() => None,
        Kind::One if is_an_option(typed) => Some(Answer::Words(typed.to_owned())),
        Kind::Scale => match typed.parse() {
            Ok(point @ 1..=5) => Some(Answer::Point(point)),
            _ => return Err(missing()),
        },
        Kind::One => return Err(missing()),
    };
    match answer {
        None if !question.optional && question.kind == Kind::Text => {
            Err(FieldError::new(field, "survey_words"))
        }
        None if !question.optional => Err(missing()),
        answer => Ok(answer),
    }
}
