//! What answers say together: pure. Sheets of several versions of a template are read together, question by question.

use super::{Answer, Answers, Kind, Question, Template, TemplateId};

/// One person's answers, with the version that they answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The version.
    pub template_id: TemplateId,
    /// The answers.
    pub answers: Answers,
}

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

/// One question with what was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary<'a> {
    /// The question, as its newest version asks it.
    pub question: &'a Question,
    /// How many were asked it.
    pub asked: usize,
    /// What they said.
    pub tally: Tally,
}

/// Every question of these versions, newest version first, each once.
pub fn questions_of(templates: &[Template]) -> Vec<&Question> {
    let mut found: Vec<&Question> = Vec::new();
    for question in templates.iter().flat_map(|template| &template.questions) {
        if !found.iter().any(|known| known.code == question.code) {
            found.push(question);
        }
    }
    found
}

/// What the sheets say, question by question; versions newest first. Questions that none of the sheets was asked are
/// left out.
pub fn results<'a>(templates: &'a [Template], sheets: &[&Sheet]) -> Vec<Summary<'a>> {
    let summaries = questions_of(templates).into_iter().map(|question| {
        let asks = |sheet: &&&Sheet| {
            templates.iter().any(|template| {
                let has_it = || {
                    template
                        .questions
                        .iter()
                        .any(|one| one.code == question.code)
                };
                template.id == sheet.template_id && has_it()
            })
        };
        let asked: Vec<&Answers> = sheets
            .iter()
            .filter(asks)
            .map(|sheet| &sheet.answers)
            .collect();
        Summary {
            question,
            asked: asked.len(),
            tally: tally(question, &asked),
        }
    });
    summaries.filter(|summary| summary.asked > 0).collect()
}

fn tally(question: &Question, asked: &[&Answers]) -> Tally {
    let given = || {
        asked
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

/// The school year that a day lies in, by the year in which it begins: from September to August.
pub fn school_year(day: jiff::civil::Date) -> i16 {
    if day.month() >= 9 {
        day.year()
    } else {
        day.year() - 1
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::surveys::Texts;

    fn question(code: &str, kind: Kind) -> Question {
        Question {
            code: code.into(),
            kind,
            optional: false,
            text: Texts::default(),
            options: Vec::new(),
        }
    }

    #[test]
    fn versions_are_read_together_question_by_question() {
        let template = |id: i64, codes: &[&str]| Template {
            id: TemplateId::new(id),
            questions: codes
                .iter()
                .map(|code| question(code, Kind::Scale))
                .collect(),
        };
        let templates = [template(2, &["a", "c"]), template(1, &["a", "b"])];
        let sheet = |id: i64, code: &str, point| Sheet {
            template_id: TemplateId::new(id),
            answers: [(code.to_owned(), Answer::Point(point))].into(),
        };
        let sheets = [sheet(1, "a", 5), sheet(1, "b", 1), sheet(2, "a", 2)];
        let sheets: Vec<&Sheet> = sheets.iter().collect();
        let found = results(&templates, &sheets);
        let told: Vec<(&str, usize)> = found
            .iter()
            .map(|one| (one.question.code.as_str(), one.asked))
            .collect();
        assert_eq!(told, [("a", 3), ("c", 1), ("b", 2)]);
        let mean = |one: &Summary<'_>| match &one.tally {
            Tally::Scale { mean, .. } => *mean,
            _ => None,
        };
        assert_eq!(
            found.iter().map(mean).collect::<Vec<_>>(),
            [Some(350), None, Some(100)]
        );
    }

    #[test]
    fn a_school_year_begins_in_september() {
        assert_eq!(school_year(date(2026, 9, 1)), 2026);
        assert_eq!(school_year(date(2027, 8, 31)), 2026);
    }
}
