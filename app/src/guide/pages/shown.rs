//! A question or an end as people see it: on its page, in a preview, beside the form that it is written with.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::offices::Places;
use crate::guide::{Action, Body, Node, PLACES, Whom};
use crate::i18n::{Lang, Translator};

/// Longer descriptions are cut by search engines.
const LONGEST_DESCRIPTION: usize = 155;

/// Somebody to see.
pub(super) struct Visit {
    pub(super) whom: Whom,
    pub(super) heading: String,
    pub(super) documents: Vec<String>,
    /// Where they are; none beside the form that it is written with.
    pub(super) places: Option<Places>,
}

/// A question or an end in one language.
pub(super) struct Shown {
    pub(super) t: Translator,
    pub(super) title: String,
    pub(super) paragraphs: Vec<String>,
    /// Addresses and words.
    pub(super) answers: Vec<(String, String)>,
    /// Address and words.
    pub(super) button: Option<(String, String)>,
    pub(super) visit: Option<Visit>,
}

fn lines(text: &str) -> Vec<String> {
    let filled = text.lines().map(str::trim).filter(|line| !line.is_empty());
    filled.map(str::to_owned).collect()
}

/// Where the button of an end leads to.
pub(super) fn way_of(action: &Action, lang: Lang) -> Option<String> {
    match action {
        Action::Open { page, .. } => {
            let place = PLACES.iter().find(|(code, _)| code == page);
            place.map(|(_, address)| (*address).to_owned())
        }
        Action::Write { kind, subject, .. } => {
            let subject = utf8_percent_encode(subject.of(lang), NON_ALPHANUMERIC);
            let kind = kind.code();
            Some(format!("/contact/write?kind={kind}&subject={subject}"))
        }
        Action::See { .. } => None,
    }
}

impl Shown {
    /// With answers that lead to what `address` says.
    pub(super) fn new(node: &Node, lang: Lang, address: impl Fn(&str) -> String) -> Self {
        let t = Translator::new(lang);
        let answers = node.answers().iter();
        let (button, visit) = match &node.body {
            Body::Question(_) => (None, None),
            Body::End(Action::See { whom, documents }) => {
                let visit = Visit {
                    whom: *whom,
                    heading: t.get(&format!("guide-see-{}", whom.code())).to_string(),
                    documents: lines(documents.of(lang)),
                    places: None,
                };
                (None, Some(visit))
            }
            Body::End(action @ (Action::Open { words, .. } | Action::Write { words, .. })) => {
                let way = way_of(action, lang);
                (way.map(|way| (way, words.of(lang).to_owned())), None)
            }
        };
        Self {
            t,
            title: node.title.of(lang).to_owned(),
            paragraphs: lines(node.text.of(lang)),
            answers: answers
                .map(|one| (address(&one.to), one.label.of(lang).to_owned()))
                .collect(),
            button,
            visit,
        }
    }

    /// For search engines: the words, or the answers where there are none.
    pub(super) fn description(&self) -> String {
        let answers = self.answers.iter().map(|(_, label)| label.as_str());
        let words = match self.paragraphs.as_slice() {
            [] => answers.collect::<Vec<_>>().join(" · "),
            all => all.join(" "),
        };
        if words.chars().count() <= LONGEST_DESCRIPTION {
            return words;
        }
        let cut: String = words.chars().take(LONGEST_DESCRIPTION).collect();
        let whole = cut
            .rsplit_once(' ')
            .map_or(cut.as_str(), |(whole, _)| whole);
        format!("{whole}…")
    }

    /// Code of the language.
    pub(super) fn lang(&self) -> &'static str {
        self.t.lang().code()
    }
}
