//! How questions are written: pure. Codes of questions and options stay what they were while their meaning does, so that
//! answers to different versions can be read together; what is new gets a code that nothing ever had.

use std::collections::BTreeSet;

use super::rules::FIELDS;
use super::{Choice, Kind, Question, Texts};
use crate::forms::{FieldError, Form};
use crate::text::{clean_line, clean_text, fold};

/// Characters of a question, and of an option.
const LONGEST: usize = 300;
/// Options of a question.
const MOST_OPTIONS: usize = 12;
/// Fields of the question's and the options' words, by language: Polish, Russian, English.
const TEXTS: [&str; 3] = ["text_pl", "text_ru", "text_en"];
const OPTIONS: [&str; 3] = ["options_pl", "options_ru", "options_en"];

/// All kinds with their codes, as the form and messages name them.
pub const KINDS: [(&str, Kind); 4] = [
    ("scale", Kind::Scale),
    ("one", Kind::One),
    ("several", Kind::Several),
    ("text", Kind::Text),
];

/// The code of a kind.
pub fn code_of(kind: Kind) -> &'static str {
    KINDS
        .iter()
        .find_map(|(code, one)| (*one == kind).then_some(*code))
        .unwrap_or_default()
}

/// Every code that some version used, of questions and options.
pub fn used_codes<'a>(questions: impl IntoIterator<Item = &'a Question>) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for question in questions {
        used.insert(question.code.clone());
        used.extend(question.options.iter().map(|option| option.code.clone()));
    }
    used
}

fn new_code(used: &mut BTreeSet<String>) -> String {
    let mut number = used.len();
    loop {
        number += 1;
        let code = format!("own-{number}");
        if used.insert(code.clone()) {
            return code;
        }
    }
}

/// The form that a question is changed with.
pub fn form_of(question: &Question) -> Form {
    let lines = |of: fn(&Texts) -> &str| {
        let texts: Vec<&str> = question
            .options
            .iter()
            .map(|option| of(&option.text))
            .collect();
        texts.join("\n")
    };
    let form = Form::new()
        .with("kind", code_of(question.kind))
        .with("text_pl", &question.text.pl)
        .with("text_ru", &question.text.ru)
        .with("text_en", &question.text.en)
        .with("options_pl", lines(|text| &text.pl))
        .with("options_ru", lines(|text| &text.ru))
        .with("options_en", lines(|text| &text.en));
    if question.optional {
        form.with("optional", "yes")
    } else {
        form
    }
}

/// Reads a question from the form; `before` is what it was. What is wrong is noted in the form, and then there is none.
pub fn read_question(
    form: &mut Form,
    before: Option<&Question>,
    mut used: BTreeSet<String>,
) -> Option<Question> {
    let typed = form.value("kind").to_owned();
    let kind = KINDS
        .iter()
        .find_map(|(code, kind)| (*code == typed).then_some(*kind));
    if kind.is_none() {
        form.refuse(FieldError::new("kind", "required"));
    }
    let text = read_texts(form);
    let options = read_options(form, kind.unwrap_or(Kind::Text));
    let (kind, text, options) = (kind?, text?, options?);
    // Answers of another kind can not be read together with those before.
    let before = before.filter(|before| before.kind == kind);
    let mut known: Vec<&Choice> =
        before.map_or_else(Vec::new, |before| before.options.iter().collect());
    let options = options.into_iter().enumerate().map(|(place, text)| {
        let is_same = |option: &&Choice| {
            let other = &option.text;
            other.pl == text.pl || other.ru == text.ru || other.en == text.en
        };
        let code = match known.iter().position(is_same) {
            // The words at 1 and at 5 are no answers of their own.
            _ if kind == Kind::Scale => ["1", "5"][place.min(1)].to_owned(),
            Some(index) => known.remove(index).code.clone(),
            None => new_code(&mut used),
        };
        Choice { code, text }
    });
    let options: Vec<Choice> = options.collect();
    Some(Question {
        code: match before {
            Some(before) => before.code.clone(),
            None => new_code(&mut used),
        },
        kind,
        optional: form.value("optional") == "yes",
        text,
        options,
    })
}

fn read_texts(form: &mut Form) -> Option<Texts> {
    let mut texts = Vec::new();
    for field in TEXTS {
        match clean_line(form.value(field), LONGEST) {
            Ok(text) if text.is_empty() => form.refuse(FieldError::new(field, "required")),
            Ok(text) => texts.push(text),
            Err(problem) => form.refuse(problem.on(field)),
        }
    }
    let [pl, ru, en] = <[String; 3]>::try_from(texts).ok()?;
    Some(Texts { pl, ru, en })
}

/// One option a line, the same number in every language.
fn read_options(form: &mut Form, kind: Kind) -> Option<Vec<Texts>> {
    if kind == Kind::Text {
        return Some(Vec::new());
    }
    let mut lists: Vec<Vec<String>> = Vec::new();
    for field in OPTIONS {
        match clean_text(form.value(field), LONGEST * MOST_OPTIONS) {
            Ok(text) => {
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                lists.push(lines.map(str::to_owned).collect());
            }
            Err(problem) => form.refuse(problem.on(field)),
        }
    }
    let [pl, ru, en] = <[Vec<String>; 3]>::try_from(lists).ok()?;
    let count = pl.len();
    let fits = if kind == Kind::Scale {
        count == 2
    } else {
        (2..=MOST_OPTIONS).contains(&count)
    };
    if !fits {
        let code = if kind == Kind::Scale {
            "survey_two_ends"
        } else {
            "survey_options"
        };
        form.refuse(FieldError::new("options_pl", code).with("most", MOST_OPTIONS));
    }
    for (field, list) in OPTIONS.into_iter().zip([&pl, &ru, &en]) {
        let different: BTreeSet<String> = list.iter().map(|line| fold(line)).collect();
        if different.len() < list.len() {
            form.refuse(FieldError::new(field, "survey_options_twice"));
        }
    }
    for (field, list) in [("options_ru", &ru), ("options_en", &en)] {
        if list.len() != count {
            form.refuse(FieldError::new(field, "survey_options_differ").with("count", count));
        }
    }
    if !form.is_fine() {
        return None;
    }
    let texts = pl.into_iter().zip(ru).zip(en);
    Some(texts.map(|((pl, ru), en)| Texts { pl, ru, en }).collect())
}

/// What is done with a list of questions at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Out of the list.
    Remove,
}

/// Does it to the question with this code; false when there is none.
pub fn rearrange(questions: &mut Vec<Question>, code: &str, deed: Deed) -> bool {
    let Some(here) = questions.iter().position(|one| one.code == code) else {
        return false;
    };
    match deed {
        Deed::Up if here > 0 => questions.swap(here, here - 1),
        Deed::Down if here + 1 < questions.len() => questions.swap(here, here + 1),
        Deed::Up | Deed::Down => {}
        Deed::Remove => {
            questions.remove(here);
        }
    }
    true
}

/// Puts a question where the one with this code is, or at the end; false when the list is full or has no such code.
pub fn put(questions: &mut Vec<Question>, code: Option<&str>, question: Question) -> bool {
    match code {
        None if questions.len() >= FIELDS.len() => return false,
        None => questions.push(question),
        Some(code) => {
            let Some(place) = questions.iter_mut().find(|one| one.code == code) else {
                return false;
            };
            *place = question;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(kind: &str, options: &str) -> Form {
        let mut form = Form::new().with("kind", kind);
        for field in TEXTS {
            form = form.with(field, "Tempo?");
        }
        for field in OPTIONS {
            form = form.with(field, options);
        }
        form
    }

    fn read(mut form: Form, before: Option<&Question>) -> Result<Question, Vec<&'static str>> {
        let question = read_question(&mut form, before, used_codes(before));
        question.ok_or_else(|| form.errors().iter().map(|error| error.code).collect())
    }

    #[test]
    fn codes_stay_while_the_meaning_does() {
        let first = read(typed("one", "a\nb"), None).unwrap_or_else(|codes| panic!("{codes:?}"));
        let codes: BTreeSet<&str> = first.options.iter().map(|one| one.code.as_str()).collect();
        assert_eq!(codes.len(), 2);
        let moved =
            read(typed("one", "b\nc\na"), Some(&first)).unwrap_or_else(|codes| panic!("{codes:?}"));
        assert_eq!(moved.code, first.code);
        assert_eq!(
            (&moved.options[0].code, &moved.options[2].code),
            (&first.options[1].code, &first.options[0].code)
        );
        assert!(!codes.contains(moved.options[1].code.as_str()));
        let other = read(typed("several", "a\nb"), Some(&first))
            .unwrap_or_else(|codes| panic!("{codes:?}"));
        assert_ne!(other.code, first.code);
        let again = form_of(&moved);
        assert_eq!(read(again, Some(&moved)), Ok(moved));
    }

    #[test]
    fn what_is_missing_is_said() {
        assert_eq!(read(typed("", ""), None), Err(vec!["required"]));
        assert_eq!(
            read(typed("scale", "a\nb\nc"), None),
            Err(vec!["survey_two_ends"])
        );
        assert_eq!(read(typed("one", "a"), None), Err(vec!["survey_options"]));
        assert_eq!(
            read(typed("one", "a\nb\nA"), None),
            Err(vec!["survey_options_twice"; 3])
        );
        let uneven = typed("one", "a\nb")
            .with("options_ru", "a")
            .with("text_en", " ");
        assert_eq!(
            read(uneven, None),
            Err(vec!["required", "survey_options_differ"])
        );
        assert!(read(typed("text", ""), None).is_ok());
    }

    #[test]
    fn questions_are_moved_and_taken_out() {
        let make = |text: &str| read(typed("text", "").with("text_pl", text), None).ok();
        let mut list: Vec<Question> = ["a", "b"].into_iter().filter_map(make).collect();
        list[1].code = "b".into();
        assert!(rearrange(&mut list, "b", Deed::Up));
        assert_eq!(list[0].code, "b");
        assert!(rearrange(&mut list, "b", Deed::Up) && !rearrange(&mut list, "x", Deed::Down));
        assert!(rearrange(&mut list, "b", Deed::Remove));
        assert_eq!(list.len(), 1);
        let one = list[0].clone();
        assert!(!put(&mut list, Some("x"), one.clone()));
        while list.len() < FIELDS.len() {
            assert!(put(&mut list, None, one.clone()));
        }
        assert!(!put(&mut list, None, one));
    }
}
