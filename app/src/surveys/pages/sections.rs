//! Results as pages and files show them.

use crate::i18n::Lang;
use crate::surveys::Question;
use crate::surveys::results::{Summary, Tally};

/// One question with what was answered.
pub(super) struct Section {
    pub heading: String,
    pub mean: Option<String>,
    pub rows: Vec<Bar>,
    pub words: Vec<String>,
}

/// One row of a table with its bar.
pub(super) struct Bar {
    pub label: String,
    pub count: usize,
    pub percent: usize,
}

impl Section {
    pub(super) fn new(lang: Lang, number: i64, summary: &Summary<'_>) -> Self {
        let question = summary.question;
        let bar = |label: String, count: usize| Bar {
            label,
            count,
            percent: share(count, summary.asked),
        };
        let mut section = Self {
            heading: format!("{number}. {}", question.text.of(lang)),
            mean: None,
            rows: Vec::new(),
            words: Vec::new(),
        };
        match &summary.tally {
            Tally::Scale { counts, mean } => {
                section.mean = mean.map(|mean| hundredths(mean, lang));
                let points = counts.iter().enumerate().rev();
                section.rows = points
                    .map(|(before, count)| bar(label_of_point(question, before + 1, lang), *count))
                    .collect();
            }
            Tally::Options(counts) => {
                let options = question.options.iter().zip(counts);
                section.rows = options
                    .map(|(option, count)| bar(option.text.of(lang).to_owned(), *count))
                    .collect();
            }
            Tally::Words(words) => section.words.clone_from(words),
        }
        section
    }
}

/// Percent, rounded.
pub(super) fn share(count: usize, of: usize) -> usize {
    (count * 100 + of / 2).checked_div(of).unwrap_or(0)
}

fn label_of_point(question: &Question, point: usize, lang: Lang) -> String {
    let end = match point {
        1 => question.options.first(),
        5 => question.options.last(),
        _ => None,
    };
    match end {
        Some(option) => format!("{point}, {}", option.text.of(lang)),
        None => point.to_string(),
    }
}

/// A mean as people write it.
pub(super) fn hundredths(value: usize, lang: Lang) -> String {
    let point = if lang == Lang::En { '.' } else { ',' };
    format!("{}{point}{:02}", value / 100, value % 100)
}
