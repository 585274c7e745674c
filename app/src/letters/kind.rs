//! A kind of letter: which sentences of ours it says, what is filled in, and what must stay whoever writes its text.

use std::sync::OnceLock;

use super::template::{Bit, Template};
use super::values::NUMBERS;
use crate::i18n::{Lang, Translator};

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Sign-ins and who looked at what; these letters come from the installation.
    Accounts,
    /// Places: got, given back, refused.
    Places,
    /// The waiting list and offers from it.
    Line,
    /// Dates: soon, changed, cancelled.
    Dates,
    /// How it ended.
    Results,
    /// Certificates.
    Certificates,
    /// Money.
    Payments,
    /// What people ask.
    Requests,
    /// Children, and who acts for them.
    Families,
}

impl Topic {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 9] = [
        Self::Places,
        Self::Line,
        Self::Dates,
        Self::Results,
        Self::Certificates,
        Self::Payments,
        Self::Families,
        Self::Requests,
        Self::Accounts,
    ];

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::Places => "places",
            Self::Line => "line",
            Self::Dates => "dates",
            Self::Results => "results",
            Self::Certificates => "certificates",
            Self::Payments => "payments",
            Self::Requests => "requests",
            Self::Families => "families",
        }
    }
}

/// A paragraph of the standard text.
#[derive(Clone, Copy, Debug)]
pub enum Piece {
    /// The message with this key.
    Say(&'static str),
    /// Facts as label and value; a name, and the message with lines `label: value` that stands for them in a preview.
    Facts(&'static str, &'static str),
    /// The button, named `button`, with the address that it leads to; the message with its words.
    Button(&'static str),
    /// Sentences that depend on what happened, and must be there; a name, and the message that stands for them in a
    /// preview.
    Block(&'static str, &'static str),
    /// The same where the letter is complete without them.
    Extra(&'static str, &'static str),
}

/// The name of every button.
pub const BUTTON: &str = "button";

impl Piece {
    /// The name that stands for it in a text; none for a sentence.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Say(_) => None,
            Self::Button(_) => Some(BUTTON),
            Self::Facts(name, _) | Self::Block(name, _) | Self::Extra(name, _) => Some(name),
        }
    }

    fn is_needed(self) -> bool {
        matches!(self, Self::Facts(..) | Self::Button(_) | Self::Block(..))
    }
}

/// A kind of letter.
#[derive(Debug)]
pub struct Kind {
    /// `room-what`, as addresses and the database write it.
    pub code: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// Key of the standard subject.
    pub subject: &'static str,
    /// The standard text, in order.
    pub body: &'static [Piece],
    /// What sentences may name.
    pub values: &'static [&'static str],
    /// Those of them that must be named in the text.
    pub needed: &'static [&'static str],
    standard: [OnceLock<Template>; Lang::ALL.len()],
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no such name.
    Unknown(String),
    /// This is no number, so that no word has forms with it.
    NoNumber(String),
    /// So many forms are needed after this number, each of them a word.
    Forms(&'static str, usize),
    /// This stands in a paragraph of its own, in the text.
    NotAlone(&'static str),
    /// This must be there.
    Missing(&'static str),
    /// This is there twice.
    Twice(&'static str),
    /// The first belongs above the second.
    Order(&'static str, &'static str),
}

impl Kind {
    /// A kind whose sentences may name these values.
    pub const fn new(
        code: &'static str,
        topic: Topic,
        subject: &'static str,
        values: &'static [&'static str],
        body: &'static [Piece],
    ) -> Self {
        Self::needing(&[], code, topic, subject, values, body)
    }

    /// The same, whose text must name `needed` of them.
    pub const fn needing(
        needed: &'static [&'static str],
        code: &'static str,
        topic: Topic,
        subject: &'static str,
        values: &'static [&'static str],
        body: &'static [Piece],
    ) -> Self {
        Self {
            code,
            topic,
            subject,
            body,
            values,
            needed,
            standard: [const { OnceLock::new() }; Lang::ALL.len()],
        }
    }

    /// Whether only the installation has a text of its own: the letter is about a sign-in, or about staff's looks.
    pub fn is_of_installation(&self) -> bool {
        self.topic == Topic::Accounts
    }

    /// Keys of all that it says by itself.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        let said = self.body.iter().filter_map(|piece| match piece {
            Piece::Say(key) | Piece::Button(key) => Some(*key),
            _ => None,
        });
        [self.subject].into_iter().chain(said)
    }

    /// The standard text in this language.
    pub fn standard(&self, lang: Lang) -> &Template {
        self.standard[lang as usize].get_or_init(|| self.translated(lang))
    }

    fn translated(&self, lang: Lang) -> Template {
        let t = Translator::new(lang);
        let say = |key: &str| {
            let message = self.values.iter().fold(t.get(key), |message, name| {
                message.text(name, Bit::Name((*name).to_owned()))
            });
            message.to_string()
        };
        let piece = |piece: &Piece| match (piece, piece.name()) {
            (Piece::Say(key), _) => say(key),
            (_, name) => Bit::Name(name.unwrap_or_default().to_owned()).to_string(),
        };
        let body: Vec<String> = self.body.iter().map(piece).collect();
        // A test reads the standard text of every kind, so that a stray brace in a message is met before anybody sees it.
        Template::read(&say(self.subject), &body.join("\n")).unwrap_or_default()
    }

    /// The facts, button or sentences with this name.
    pub fn piece(&self, name: &str) -> Option<Piece> {
        let mut pieces = self.body.iter();
        pieces.find(|piece| piece.name() == Some(name)).copied()
    }

    /// What must be in the text.
    pub fn must_name(&self) -> impl Iterator<Item = &'static str> {
        let pieces = self.body.iter().filter(|piece| piece.is_needed());
        let pieces = pieces.filter_map(|piece| piece.name());
        pieces.chain(self.needed.iter().copied())
    }

    /// Everything that can be filled in: what must be there first.
    pub fn names(&self) -> Vec<&'static str> {
        let pieces = self.body.iter().filter_map(|piece| piece.name());
        let mut names: Vec<_> = pieces.chain(self.values.iter().copied()).collect();
        let needed: Vec<_> = self.must_name().collect();
        names.sort_by_key(|name| !needed.contains(name));
        names
    }

    /// The numbers that it may name, whose words have forms.
    pub fn numbers(&self) -> impl Iterator<Item = &'static str> {
        let values = self.values.iter().copied();
        values.filter(|name| NUMBERS.contains(name))
    }

    /// What is wrong with the forms of words.
    fn form_problems(&self, line: &[Bit], lang: Lang) -> Vec<Problem> {
        let forms = line.iter().filter_map(|bit| match bit {
            Bit::Forms(name, forms) => Some((name, forms)),
            _ => None,
        });
        forms
            .filter_map(|(name, forms)| {
                let Some(number) = self.numbers().find(|number| number == name) else {
                    return Some(Problem::NoNumber(name.clone()));
                };
                let is_whole = forms.iter().all(|form| !form.is_empty());
                (forms.len() != lang.forms() || !is_whole)
                    .then(|| Problem::Forms(number, lang.forms()))
            })
            .collect()
    }

    /// What is wrong with a subject in this language.
    pub fn subject_problems(&self, template: &Template, lang: Lang) -> Vec<Problem> {
        let names = template.subject.iter().filter_map(named);
        let names = names.filter_map(|name| match self.piece(name).and_then(Piece::name) {
            Some(piece) => Some(Problem::NotAlone(piece)),
            None if self.values.contains(&name) => None,
            None => Some(Problem::Unknown(name.to_owned())),
        });
        names
            .chain(self.form_problems(&template.subject, lang))
            .collect()
    }

    /// What is wrong with a text in this language.
    pub fn body_problems(&self, template: &Template, lang: Lang) -> Vec<Problem> {
        let (mut problems, mut found) = (Vec::new(), Vec::new());
        for line in &template.body {
            problems.extend(self.form_problems(line, lang));
            for name in line.iter().filter_map(named) {
                match self.piece(name).and_then(Piece::name) {
                    Some(piece) if found.contains(&piece) => problems.push(Problem::Twice(piece)),
                    Some(piece) if line.len() > 1 => problems.push(Problem::NotAlone(piece)),
                    Some(_) => {}
                    None if self.values.contains(&name) => {}
                    None => problems.push(Problem::Unknown(name.to_owned())),
                }
                let known = self.names().into_iter().find(|known| *known == name);
                found.extend(known.filter(|known| !found.contains(known)));
            }
        }
        let missing = self.must_name().filter(|name| !found.contains(name));
        problems.extend(missing.map(Problem::Missing));
        let facts = self.body.iter().find_map(|piece| match piece {
            Piece::Facts(name, _) => Some(*name),
            _ => None,
        });
        let place = |name: &str| found.iter().position(|other| *other == name);
        if let Some(facts) = facts
            && let (Some(facts_at), Some(button_at)) = (place(facts), place(BUTTON))
            && button_at < facts_at
        {
            problems.push(Problem::Order(facts, BUTTON));
        }
        problems
    }

    /// Whether a text in this language can be sent as this kind of letter.
    pub fn takes(&self, template: &Template, lang: Lang) -> bool {
        !template.subject.is_empty()
            && self.subject_problems(template, lang).is_empty()
            && self.body_problems(template, lang).is_empty()
    }
}

fn named(bit: &Bit) -> Option<&str> {
    match bit {
        Bit::Name(name) => Some(name),
        Bit::Words(_) | Bit::Forms(..) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static KIND: Kind = Kind::needing(
        &["when"],
        "x",
        Topic::Dates,
        "enrolment-letter-reminder-subject",
        &["title", "when", "hours"],
        &[
            Piece::Say("enrolment-letter-reminder-what"),
            Piece::Facts("details", ""),
            Piece::Button("enrolment-letter-open"),
            Piece::Extra("resigning", ""),
        ],
    );

    fn problems(body: &str) -> Vec<Problem> {
        KIND.body_problems(&Template::read("S", body).unwrap_or_default(), Lang::En)
    }

    #[test]
    fn the_standard_text_is_one_of_ours_with_names() {
        let standard = KIND.standard(Lang::En);
        let (subject, body) = standard.typed();
        assert_eq!(subject, "Soon: {title}");
        assert_eq!(
            body,
            "“{title}” begins on {when}. Below is when and where.\n\n{details}\n\n{button}\n\n{resigning}"
        );
        assert!(KIND.takes(standard, Lang::En));
        assert_eq!(
            KIND.names(),
            ["details", "button", "when", "resigning", "title", "hours"]
        );
    }

    #[test]
    fn what_is_wrong_is_named() {
        use Problem as P;
        assert_eq!(problems("{when}\n{details}\n{button}"), []);
        assert_eq!(
            problems("{when} {termin}\n{details}\n{button}"),
            [P::Unknown("termin".into())]
        );
        assert_eq!(
            problems("Hello"),
            [
                P::Missing("details"),
                P::Missing("button"),
                P::Missing("when")
            ]
        );
        assert_eq!(
            problems("{when}: {details}\n{button}\n{button}"),
            [P::NotAlone("details"), P::Twice("button")]
        );
        assert_eq!(
            problems("{button}\n{when}\n{details}"),
            [P::Order("details", "button")]
        );
        let subject =
            |text| KIND.subject_problems(&Template::read(text, "").unwrap_or_default(), Lang::En);
        assert_eq!(subject("{title}"), []);
        assert_eq!(
            subject("{button}{x}"),
            [P::NotAlone("button"), P::Unknown("x".into())]
        );
        assert_eq!(subject("{hours} {hours: hour | hours}"), []);
        for wrong in [
            "{hours: hours}",
            "{hours: a | b | c}",
            "{hours: hour |}",
            "{hours:}",
        ] {
            assert_eq!(subject(wrong), [P::Forms("hours", 2)], "{wrong}");
        }
        assert_eq!(
            subject("{title: hour | hours}"),
            [P::NoNumber("title".into())]
        );
        // Forms of a word do not stand for the number.
        assert!(KIND.takes(
            &Template::read("S", "{when}\n{details}\n{button}\n{hours: a | b}").unwrap_or_default(),
            Lang::En
        ));
    }
}
