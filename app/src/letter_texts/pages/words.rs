//! A text as typed: read, and what is wrong with it said.

use crate::forms::{FieldError, Form};
use crate::i18n::{Lang, Translator};
use crate::letters::template::{read_body, read_line};
use crate::letters::{Kind, Problem, Template};
use crate::text::{TextProblem, clean_line, clean_text};

/// Characters of a subject at most.
pub(super) const LONGEST_SUBJECT: usize = 150;
/// Characters of a text at most.
pub(super) const LONGEST_BODY: usize = 5_000;

/// The text of a form; what is wrong is noted in it, and then there is none.
pub(super) fn read(form: &mut Form, kind: &Kind, lang: Lang) -> Option<Template> {
    let subject = clean_line(form.value("subject"), LONGEST_SUBJECT);
    let body = clean_text(form.value("body"), LONGEST_BODY);
    let (subject, body) = (filled(form, "subject", subject), filled(form, "body", body));
    let subject = subject.map(|text| read_line(&text).ok());
    let body = body.map(|text| read_body(&text).ok());
    for (field, is_stray) in [
        ("subject", subject == Some(None)),
        ("body", body == Some(None)),
    ] {
        if is_stray {
            form.refuse(FieldError::new(field, "letter_brace"));
        }
    }
    let template = Template {
        subject: subject.flatten().unwrap_or_default(),
        body: body.flatten().unwrap_or_default(),
    };
    let mut note = |field: &'static str, problems: Vec<Problem>| {
        if form.error(field).is_none() {
            for problem in problems {
                form.refuse(refusal(field, problem, lang));
            }
        }
    };
    note("subject", kind.subject_problems(&template, lang));
    note("body", kind.body_problems(&template, lang));
    form.is_fine().then_some(template)
}

/// A number and the forms of its word, as they are typed in a text of this language.
pub(super) fn example(name: &str, lang: Lang) -> String {
    let key = format!("letter-texts-forms-{name}");
    let forms = Translator::new(lang).get(&key).to_string();
    format!("{{{name}}} {{{name}: {forms}}}")
}

fn filled(
    form: &mut Form,
    field: &'static str,
    typed: Result<String, TextProblem>,
) -> Option<String> {
    match typed {
        Ok(text) if text.trim().is_empty() => form.refuse(FieldError::new(field, "required")),
        Ok(text) => return Some(text),
        Err(problem) => form.refuse(problem.on(field)),
    }
    None
}

fn refusal(field: &'static str, problem: Problem, lang: Lang) -> FieldError {
    let in_braces = |name: &str| format!("{{{name}}}");
    match problem {
        Problem::Unknown(name) => {
            let name: String = name.chars().take(30).collect();
            FieldError::new(field, "letter_unknown").with("name", in_braces(&name))
        }
        Problem::NoNumber(name) => {
            let name: String = name.chars().take(30).collect();
            FieldError::new(field, "letter_no_number").with("name", in_braces(&name))
        }
        Problem::Forms(name, count) => FieldError::new(field, "letter_forms")
            .with("count", count)
            .with("example", example(name, lang)),
        Problem::NotAlone(name) if field == "subject" => {
            FieldError::new(field, "letter_not_in_subject").with("name", in_braces(name))
        }
        Problem::NotAlone(name) => {
            FieldError::new(field, "letter_not_alone").with("name", in_braces(name))
        }
        Problem::Missing(name) => {
            FieldError::new(field, "letter_missing").with("name", in_braces(name))
        }
        Problem::Twice(name) => {
            FieldError::new(field, "letter_twice").with("name", in_braces(name))
        }
        Problem::Order(first, second) => FieldError::new(field, "letter_order")
            .with("first", in_braces(first))
            .with("second", in_braces(second)),
    }
}
