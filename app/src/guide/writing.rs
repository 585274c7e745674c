//! How a question or an end is written: from a form, and into one. Pure.

use super::types::{Action, Answer, Body, Guide, Node, PLACES, Whom};
use crate::forms::{FieldError, Form};
use crate::requests::RequestKind;
use crate::surveys::Texts;
use crate::text::{TextProblem, clean_line, clean_text};

/// A field in each language: Polish, Russian, English.
type Fields = [&'static str; 3];

/// All kinds, in the order in which they are offered.
pub const KINDS: [&str; 4] = ["question", "open", "write", "see"];
/// Fields of the answers in each language, and of where each leads to.
pub const ANSWERS: [[&str; 4]; 10] = [
    ["answer1_pl", "answer1_ru", "answer1_en", "answer1_to"],
    ["answer2_pl", "answer2_ru", "answer2_en", "answer2_to"],
    ["answer3_pl", "answer3_ru", "answer3_en", "answer3_to"],
    ["answer4_pl", "answer4_ru", "answer4_en", "answer4_to"],
    ["answer5_pl", "answer5_ru", "answer5_en", "answer5_to"],
    ["answer6_pl", "answer6_ru", "answer6_en", "answer6_to"],
    ["answer7_pl", "answer7_ru", "answer7_en", "answer7_to"],
    ["answer8_pl", "answer8_ru", "answer8_en", "answer8_to"],
    ["answer9_pl", "answer9_ru", "answer9_en", "answer9_to"],
    ["answer10_pl", "answer10_ru", "answer10_en", "answer10_to"],
];
const TITLE: Fields = ["title_pl", "title_ru", "title_en"];
const TEXT: Fields = ["text_pl", "text_ru", "text_en"];
const WORDS: Fields = ["words_pl", "words_ru", "words_en"];
const SUBJECT: Fields = ["subject_pl", "subject_ru", "subject_en"];
const DOCUMENTS: Fields = ["documents_pl", "documents_ru", "documents_en"];
/// Characters of one line, and of a text.
const LONGEST_LINE: usize = 150;
const LONGEST_TEXT: usize = 1_500;

fn with_texts(form: Form, fields: Fields, texts: &Texts) -> Form {
    let [pl, ru, en] = fields;
    form.with(pl, &texts.pl)
        .with(ru, &texts.ru)
        .with(en, &texts.en)
}

/// The form that it is changed with.
pub fn form_of(node: &Node) -> Form {
    let form = Form::new().with("kind", node.kind());
    let form = with_texts(form, TITLE, &node.title);
    let form = with_texts(form, TEXT, &node.text);
    match &node.body {
        Body::Question(answers) => {
            let rows = ANSWERS.iter().zip(answers);
            rows.fold(form, |form, ([pl, ru, en, to], answer)| {
                with_texts(form, [pl, ru, en], &answer.label).with(to, &answer.to)
            })
        }
        Body::End(Action::Open { page, words }) => {
            with_texts(form, WORDS, words).with("page", page)
        }
        Body::End(Action::Write {
            kind,
            subject,
            words,
        }) => with_texts(with_texts(form, WORDS, words), SUBJECT, subject)
            .with("request", kind.code()),
        Body::End(Action::See { whom, documents }) => {
            with_texts(form, DOCUMENTS, documents).with("whom", whom.code())
        }
    }
}

/// Texts of lines, or of paragraphs; all of them, or none where they may be left out.
fn read_texts(
    form: &mut Form,
    fields: Fields,
    is_needed: bool,
    clean: fn(&str) -> Result<String, TextProblem>,
) -> Option<Texts> {
    let is_typed = |field: &&str| !form.value(field).trim().is_empty();
    let is_needed = is_needed || fields.iter().any(is_typed);
    let mut texts = Vec::new();
    for field in fields {
        match clean(form.value(field)) {
            Ok(text) if text.trim().is_empty() && is_needed => {
                form.refuse(FieldError::new(field, "required"));
            }
            Ok(text) => texts.push(text),
            Err(problem) => form.refuse(problem.on(field)),
        }
    }
    let [pl, ru, en] = <[String; 3]>::try_from(texts).ok()?;
    Some(Texts { pl, ru, en })
}

fn line(typed: &str) -> Result<String, TextProblem> {
    clean_line(typed, LONGEST_LINE)
}

fn paragraphs(typed: &str) -> Result<String, TextProblem> {
    clean_text(typed, LONGEST_TEXT)
}

/// Reads it from the form; answers lead to what is in `guide`. What is wrong is noted in the form, and then there is none.
pub fn read_node(form: &mut Form, slug: &str, guide: &Guide) -> Option<Node> {
    let kind = form.value("kind").to_owned();
    let title = read_texts(form, TITLE, true, line);
    let text = read_texts(form, TEXT, kind != "question", paragraphs);
    let body = match kind.as_str() {
        "question" => read_answers(form, guide).map(Body::Question),
        "open" => read_open(form).map(Body::End),
        "write" => {
            let words = read_texts(form, WORDS, true, line);
            let subject = read_texts(form, SUBJECT, true, line);
            let kind = match form.value("request") {
                "" => Some(RequestKind::default()),
                code => RequestKind::from_code(code),
            };
            if kind.is_none() {
                form.refuse(FieldError::new("request", "choose"));
            }
            words
                .zip(subject)
                .zip(kind)
                .map(|((words, subject), kind)| {
                    Body::End(Action::Write {
                        kind,
                        subject,
                        words,
                    })
                })
        }
        "see" => read_see(form).map(Body::End),
        _ => {
            form.refuse(FieldError::new("kind", "choose"));
            None
        }
    };
    let node = Node {
        slug: slug.to_owned(),
        title: title?,
        text: text?,
        body: body?,
    };
    form.is_fine().then_some(node)
}

fn read_answers(form: &mut Form, guide: &Guide) -> Option<Vec<Answer>> {
    let mut answers = Vec::new();
    for fields in ANSWERS {
        let [pl, ru, en, to] = fields;
        if fields
            .iter()
            .all(|field| form.value(field).trim().is_empty())
        {
            continue;
        }
        let label = read_texts(form, [pl, ru, en], true, line);
        let leads = form.value(to).to_owned();
        if guide.find(&leads).is_none() {
            form.refuse(FieldError::new(to, "choose"));
        }
        answers.extend(label.map(|label| Answer { label, to: leads }));
    }
    form.is_fine().then_some(answers)
}

fn read_open(form: &mut Form) -> Option<Action> {
    let words = read_texts(form, WORDS, true, line);
    let page = form.value("page").to_owned();
    if !PLACES.iter().any(|(code, _)| *code == page) {
        form.refuse(FieldError::new("page", "choose"));
    }
    Some(Action::Open {
        page,
        words: words?,
    })
}

fn read_see(form: &mut Form) -> Option<Action> {
    let documents = read_texts(form, DOCUMENTS, true, paragraphs);
    let whom = Whom::from_code(form.value("whom"));
    if whom.is_none() {
        form.refuse(FieldError::new("whom", "choose"));
    }
    Some(Action::See {
        whom: whom?,
        documents: documents?,
    })
}

/// Puts it where the one with its address is, or at the end.
pub fn put(guide: &mut Guide, node: Node) {
    match guide.nodes.iter_mut().find(|one| one.slug == node.slug) {
        Some(place) => *place = node,
        None => guide.nodes.push(node),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::standard;

    #[test]
    fn what_is_written_comes_back() {
        let guide = standard();
        for node in &guide.nodes {
            let mut form = form_of(node);
            assert_eq!(
                read_node(&mut form, &node.slug, guide).as_ref(),
                Some(node),
                "{:?}",
                form.errors()
            );
        }
    }

    #[test]
    fn what_is_missing_is_said_at_its_field() {
        let guide = standard();
        let mut form = Form::new()
            .with("kind", "question")
            .with("text_pl", "a")
            .with("answer1_pl", "a");
        assert_eq!(read_node(&mut form, "x", guide), None);
        let fields: Vec<&str> = form.errors().iter().map(|error| error.field).collect();
        let expected = [
            "title_pl",
            "title_ru",
            "title_en",
            "text_ru",
            "text_en",
            "answer1_ru",
            "answer1_en",
            "answer1_to",
        ];
        assert_eq!(fields, expected);
        for (kind, fields) in [
            ("", vec!["kind"]),
            ("open", vec!["words_pl", "words_ru", "words_en", "page"]),
            (
                "see",
                vec!["documents_pl", "documents_ru", "documents_en", "whom"],
            ),
        ] {
            let mut form = Form::new().with("kind", kind);
            assert_eq!(read_node(&mut form, "x", guide), None);
            let last = form.errors().len() - fields.len();
            let found = form.errors()[last..].iter().map(|error| error.field);
            assert_eq!(found.collect::<Vec<_>>(), fields);
        }
    }
}
