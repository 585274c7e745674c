//! A letter to nobody: a text with values that could be true.

use jiff::civil::date;

use crate::i18n::{Lang, Message, Translator};
use crate::letters::{Kind, NUMBERS, Piece, Template, Values, fill};
use crate::outbox::Letter;

/// Whose letter is shown.
#[derive(Clone, Debug)]
pub struct Sender {
    /// The organisation; empty for the installation.
    pub name: String,
    /// Whom to ask.
    pub contact: String,
    /// Where the site is.
    pub base_url: String,
    /// Its name.
    pub site_name: String,
}

/// The letter that somebody would get.
pub fn letter(kind: &Kind, template: &Template, lang: Lang, from: &Sender) -> Letter {
    Letter {
        sender: from.name.clone(),
        contact: from.contact.clone(),
        ..fill(kind, template, lang, &values(kind, lang, from))
    }
}

/// Values of a kind that could be true.
fn values(kind: &Kind, lang: Lang, from: &Sender) -> Values {
    let t = Translator::new(lang);
    let organisation = match from.name.as_str() {
        "" => t.get("letter-texts-sample-organisation").to_string(),
        name => name.to_owned(),
    };
    let day = date(2026, 11, 30);
    let say = |name: &str| match name {
        "organisation" => organisation.clone(),
        "day" => t.date(day),
        name => t.get(&format!("letter-texts-sample-{name}")).to_string(),
    };
    let values = Values::new().button(format!("{}/my/trainings", from.base_url));
    let named = |values: Values, name: &&'static str| match say(name).parse() {
        Ok(number) if NUMBERS.contains(name) => values.number(name, number),
        _ => values.text(name, say(name)),
    };
    let values = kind.values.iter().fold(values, named);
    let with = |message: Message<'_>| {
        let texts = ["title", "organisation", "reason"];
        let message = texts
            .into_iter()
            .fold(message, |message, name| message.text(name, say(name)));
        let message = message.int("count", 3).int("days", 5);
        message.text("day", t.day_of(day)).to_string()
    };
    kind.body.iter().fold(values, |values, piece| match piece {
        Piece::Facts(_, key) => values.facts(facts(&t.get(key).to_string())),
        Piece::Block(name, key) | Piece::Extra(name, key) => values.block(name, [with(t.get(key))]),
        Piece::Say(_) | Piece::Button(_) => values,
    })
}

/// Lines `label: value`.
fn facts(lines: &str) -> Vec<(String, String)> {
    let pairs = lines.lines().filter_map(|line| line.split_once(": "));
    pairs
        .map(|(label, value)| (label.to_owned(), value.to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::letter_texts::kinds;
    use crate::mail::text_of;

    #[test]
    fn every_kind_has_a_standard_text_that_it_takes_itself() {
        let mut codes = BTreeSet::new();
        for kind in kinds() {
            assert!(codes.insert(kind.code), "{} twice", kind.code);
            for lang in Lang::ALL {
                let t = Translator::new(lang);
                for key in kind.keys() {
                    assert!(t.has(key), "{key} in {lang:?}");
                }
                let standard = kind.standard(lang);
                assert!(!standard.subject.is_empty(), "{} in {lang:?}", kind.code);
                let (subject, body) = standard.typed();
                assert_eq!(kind.subject_problems(standard, lang), [], "{subject}");
                assert_eq!(kind.body_problems(standard, lang), [], "{body}");
                assert_eq!(Template::read(&subject, &body).as_ref(), Ok(standard));
            }
        }
        assert!(codes.len() > 50, "{codes:?}");
    }

    #[test]
    fn every_sample_is_a_whole_letter() {
        let from = Sender {
            name: String::new(),
            contact: "123".into(),
            base_url: "https://zapis.example".into(),
            site_name: "Zapis".into(),
        };
        for kind in kinds() {
            for lang in Lang::ALL {
                let t = Translator::new(lang);
                assert!(
                    t.has(&format!("letter-texts-kind-{}", kind.code)),
                    "{}",
                    kind.code
                );
                for name in kind.numbers() {
                    let forms = t.get(&format!("letter-texts-forms-{name}")).to_string();
                    assert_eq!(forms.split('|').count(), lang.forms(), "{forms}");
                }
                for name in kind.names() {
                    assert!(t.has(&format!("letter-texts-means-{name}")), "{name}");
                }
                let letter = letter(kind, kind.standard(lang), lang, &from);
                let has_facts = kind
                    .body
                    .iter()
                    .any(|piece| matches!(piece, Piece::Facts(..)));
                assert_eq!(!letter.facts.is_empty(), has_facts, "{}", kind.code);
                let text = text_of(&letter, "Zapis");
                let is_whole = !text.contains(['{', '}']) && !text.contains("letter-texts-");
                assert!(
                    is_whole && !letter.subject.contains('{'),
                    "{}: {text}",
                    kind.code
                );
            }
        }
    }
}
