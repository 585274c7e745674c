//! Every letter is written here: a kind, a language, an organisation and values in, a [`Letter`] out. The text is the
//! organisation's own, or that of the nearest organisation above it, or the installation's, or the standard one.

mod kept;
mod kind;
pub mod store;
pub mod template;
mod values;

pub use kept::{Kept, Letters};
pub use kind::{BUTTON, Kind, Piece, Problem, Topic};
pub use template::Template;
pub use values::{NUMBERS, Values};

use std::sync::Arc;

use database::{DbError, Tx};

use crate::accounts::OrganisationId;
use crate::app::App;
use crate::i18n::{Lang, Translator};
use crate::organisations::Tree;
use crate::outbox::Letter;
use template::{Bit, Line};

/// Says in the transaction of a change that every node is to read the texts anew.
///
/// # Errors
/// The database refuses.
pub async fn touch(tx: &mut Tx<'_>) -> Result<(), DbError> {
    tx.exec(store::TOUCH, &[]).await.map(drop)
}

/// The texts as they hold now. Cheap to copy.
#[derive(Clone, Debug)]
pub struct Texts {
    kept: Arc<Kept>,
    tree: Arc<Tree>,
}

impl Texts {
    /// Those that hold now.
    pub fn of(app: &App) -> Self {
        Self {
            kept: app.letters.current(),
            tree: app.organisations.current(),
        }
    }

    /// The text of somebody's own that letters of this organisation have, and whose it is; none is the installation.
    pub fn own(
        &self,
        kind: &Kind,
        lang: Lang,
        organisation: Option<OrganisationId>,
    ) -> Option<(Option<OrganisationId>, &Template)> {
        if self.kept.is_empty() {
            return None;
        }
        let mut at = organisation.filter(|_| !kind.is_of_installation());
        // A circle in the data ends after as many steps as there are levels in any tree of ours.
        for _ in 0..100 {
            let own = self.kept.find(at, kind.code, lang);
            // A kind may ask for more than when the text was written: then it is not used any more.
            if let Some(own) = own.filter(|own| kind.takes(own, lang)) {
                return Some((at, own));
            }
            let here = at?;
            at = self.tree.find(here).and_then(|here| here.parent);
        }
        None
    }

    /// The name of an organisation.
    pub fn name(&self, organisation: Option<OrganisationId>) -> Option<&str> {
        let known = organisation.and_then(|id| self.tree.find(id));
        known.map(|one| one.name.as_str())
    }

    /// How to reach the organisation that did what a letter tells; none is the installation, whose contact page leads on.
    pub fn contact(&self, organisation: Option<OrganisationId>, base_url: &str) -> String {
        let page = format!("{base_url}/contact");
        let known = organisation.and_then(|id| self.tree.find(id));
        known.map_or_else(|| page.clone(), |one| one.contact(&page))
    }

    /// A letter of this kind from this organisation, without sender, contact and what goes with it.
    pub fn letter(
        &self,
        kind: &Kind,
        lang: Lang,
        organisation: Option<OrganisationId>,
        values: &Values,
    ) -> Letter {
        let own = self.own(kind, lang, organisation);
        let template = own.map_or_else(|| kind.standard(lang), |(_, own)| own);
        fill(kind, template, lang, values)
    }
}

/// A letter with this text.
pub fn fill(kind: &Kind, template: &Template, lang: Lang, values: &Values) -> Letter {
    let mut letter = Letter {
        lang,
        subject: said(&template.subject, lang, values),
        ..Letter::default()
    };
    for line in &template.body {
        let piece = match line.as_slice() {
            [Bit::Name(name)] => kind.piece(name),
            _ => None,
        };
        match piece {
            Some(Piece::Facts(..)) => letter.facts.clone_from(&values.facts),
            Some(Piece::Button(key)) => {
                letter.action = values.address.clone().map(|address| {
                    let usual = || Translator::new(lang).get(key).to_string();
                    (values.words.clone().unwrap_or_else(usual), address)
                });
            }
            Some(Piece::Block(name, _) | Piece::Extra(name, _)) => {
                after_all(&mut letter).extend_from_slice(values.paragraphs(name));
            }
            Some(Piece::Say(_)) | None => {
                let text = said(line, lang, values);
                if !text.trim().is_empty() {
                    after_all(&mut letter).push(text);
                }
            }
        }
    }
    letter
}

/// Where the next paragraph of a letter stands.
fn after_all(letter: &mut Letter) -> &mut Vec<String> {
    if letter.action.is_some() {
        &mut letter.after
    } else if letter.facts.is_empty() {
        &mut letter.paragraphs
    } else {
        &mut letter.between
    }
}

fn said(line: &Line, lang: Lang, values: &Values) -> String {
    let bits = line.iter().map(|bit| match bit {
        Bit::Words(words) => words.as_str(),
        Bit::Name(name) => values.value(name),
        Bit::Forms(name, forms) => {
            let number = values.count(name).unwrap_or_default();
            forms.get(lang.form_of(number)).map_or("", String::as_str)
        }
    });
    bits.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    static KIND: Kind = Kind::new(
        "x",
        Topic::Dates,
        "enrolment-letter-reminder-subject",
        &["title", "when"],
        &[
            Piece::Say("enrolment-letter-reminder-what"),
            Piece::Facts("details", ""),
            Piece::Button("enrolment-letter-open"),
            Piece::Extra("resigning", ""),
        ],
    );

    fn values(title: &str) -> Values {
        Values::new()
            .text("title", title)
            .text("when", "Tuesday")
            .facts(vec![("Where".into(), "Room 2".into())])
            .button("https://zapis.example/".into())
            .block("resigning", ["Until Monday.".to_owned()])
    }

    fn filled(subject: &str, body: &str, values: &Values) -> Letter {
        let template = Template::read(subject, body).unwrap_or_default();
        fill(&KIND, &template, Lang::En, values)
    }

    #[test]
    fn paragraphs_stand_where_they_were_written() {
        let body = "A {when}\n{details}\nB\n{button}\n{resigning}\nC";
        let letter = filled("On {when}: {title}", body, &values("Chess"));
        assert_eq!(letter.subject, "On Tuesday: Chess");
        assert_eq!(letter.paragraphs, ["A Tuesday"]);
        assert_eq!(letter.between, ["B"]);
        assert_eq!(letter.after, ["Until Monday.", "C"]);
        let (words, address) = letter.action.unwrap_or_default();
        assert_eq!(
            (words.as_str(), address.as_str()),
            ("My trainings", "https://zapis.example/")
        );
    }

    #[test]
    fn a_number_chooses_the_form_of_its_word() {
        let kind = Kind::new(
            "x",
            Topic::Dates,
            "enrolment-letter-reminder-subject",
            &["hours"],
            &[],
        );
        let said = |lang, text: &str, hours| {
            let template = Template::read(text, "").unwrap_or_default();
            fill(
                &kind,
                &template,
                lang,
                &Values::new().number("hours", hours),
            )
            .subject
        };
        let polish = "{hours} {hours: godzina | godziny | godzin}";
        for (hours, text) in [
            (1, "1 godzina"),
            (3, "3 godziny"),
            (5, "5 godzin"),
            (12, "12 godzin"),
            (22, "22 godziny"),
            (21, "21 godzin"),
        ] {
            assert_eq!(said(Lang::Pl, polish, hours), text);
        }
        let russian = "{hours} {hours: час | часа | часов}";
        for (hours, text) in [
            (1, "1 час"),
            (2, "2 часа"),
            (11, "11 часов"),
            (21, "21 час"),
            (14, "14 часов"),
            (0, "0 часов"),
        ] {
            assert_eq!(said(Lang::Ru, russian, hours), text);
        }
        assert_eq!(said(Lang::En, "{hours: hour | hours}", 1), "hour");
        assert_eq!(said(Lang::En, "{hours: hour | hours}", 0), "hours");
    }

    #[test]
    fn what_is_in_a_value_is_never_a_name() {
        let letter = filled("{title}", "{title}", &values("{when} {button}"));
        assert_eq!(letter.subject, "{when} {button}");
        assert_eq!(letter.paragraphs, ["{when} {button}"]);
        assert_eq!(letter.action, None);
    }

    #[test]
    fn what_is_not_there_leaves_no_trace() {
        let body = "A\n{details}\n{resigning}\n{button}\n{title}\nB";
        let letter = filled("S", body, &Values::new());
        assert_eq!(letter.paragraphs, ["A", "B"]);
        assert_eq!((letter.action, letter.facts), (None, Vec::new()));
    }

    proptest! {
        #[test]
        fn words_are_never_markup(typed in "[a-z<>&\"'=/ ]{0,30}", title in "[a-z<>&\"'=/{} ]{0,20}") {
            let tags = |typed: &str, title: &str| {
                let body = format!("{typed}.\n{{title}}.\n{{button}}");
                let html = crate::mail::html_of(&filled(typed, &body, &values(title)), "Zapis");
                html.unwrap_or_default().matches('<').count()
            };
            let plain = |text: &str| text.replace(['<', '>', '&', '"', '\''], "x");
            prop_assert_eq!(tags(&typed, &title), tags(&plain(&typed), &plain(&title)));
        }
    }
}
