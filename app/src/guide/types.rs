//! What the room speaks of.

use serde::{Deserialize, Serialize};

use crate::requests::RequestKind;
use crate::surveys::Texts;

database::id!(
    /// A published version of the guide.
    VersionId
);

/// The question that the guide begins with.
pub const START: &str = "start";

/// Questions and ends that other pages of the program lead to: no guide is without them.
pub const ENTRANCES: [&str; 8] = [
    START,
    "sign-in",
    "forgotten-address",
    "mail-domain",
    "child-registered",
    "under-review",
    "cancelled",
    "age-14",
];

/// Pages of the program that an end can lead to: code and address.
pub const PLACES: [(&str, &str); 13] = [
    ("children", "/my/children"),
    ("new-child", "/my/children/new"),
    ("applications", "/my/applications"),
    ("trainings", "/my/trainings"),
    ("requests", "/my/requests"),
    ("email", "/my/profile/email"),
    ("forgotten-address", "/forgotten-address"),
    ("password", "/password/forgot"),
    ("activation", "/activate"),
    ("sign-in", "/sign-in"),
    ("register", "/register"),
    ("courses", "/courses"),
    ("contact", "/contact"),
];

/// The address of a question or an end.
pub fn address_of(slug: &str) -> String {
    match slug {
        START => "/help".to_owned(),
        slug => format!("/help/{slug}"),
    }
}

/// Whom an end sends people to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// An institution with an operator.
    Institution,
    /// The support centre.
    SupportCentre,
}

impl Whom {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Institution, Self::SupportCentre];

    /// As forms name it, and as message keys end.
    pub fn code(self) -> &'static str {
        match self {
            Self::Institution => "institution",
            Self::SupportCentre => "support-centre",
        }
    }

    /// From its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// The one thing to do at an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// A page of the program.
    Open {
        /// Its code, one of [`PLACES`].
        page: String,
        /// What the button says.
        words: Texts,
    },
    /// The form of a message, with its kind and subject filled in.
    Write {
        /// What kind of message it is; versions that were written before kinds say nothing.
        #[serde(default)]
        kind: RequestKind,
        /// The subject.
        subject: Texts,
        /// What the button says.
        words: Texts,
    },
    /// Somebody to see.
    See {
        /// Whom.
        whom: Whom,
        /// What to bring, one thing a line.
        documents: Texts,
    },
}

/// One answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What it says.
    pub label: Texts,
    /// The question or end that it leads to.
    pub to: String,
}

/// What stands below the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// A question: its answers.
    Question(Vec<Answer>),
    /// An end: what to do.
    End(Action),
}

/// A question, or an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// The last part of its address; it stays what it is.
    pub slug: String,
    /// The question, or what to do.
    pub title: Texts,
    /// More words; a question needs none.
    pub text: Texts,
    /// Answers, or what to do.
    pub body: Body,
}

impl Node {
    /// Its answers; none at an end.
    pub fn answers(&self) -> &[Answer] {
        match &self.body {
            Body::Question(answers) => answers,
            Body::End(_) => &[],
        }
    }

    /// The code of its kind, as forms name it and as message keys end.
    pub fn kind(&self) -> &'static str {
        match &self.body {
            Body::Question(_) => "question",
            Body::End(Action::Open { .. }) => "open",
            Body::End(Action::Write { .. }) => "write",
            Body::End(Action::See { .. }) => "see",
        }
    }

    /// Every text that it can not be without.
    pub fn needed_texts(&self) -> Vec<&Texts> {
        let mut texts = vec![&self.title];
        match &self.body {
            Body::Question(answers) => texts.extend(answers.iter().map(|one| &one.label)),
            Body::End(action) => {
                texts.push(&self.text);
                match action {
                    Action::Open { words, .. } => texts.push(words),
                    Action::Write { subject, words, .. } => texts.extend([subject, words]),
                    Action::See { documents, .. } => texts.push(documents),
                }
            }
        }
        texts
    }
}

/// The whole of it; the question it begins with is among the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// Questions and ends.
    pub nodes: Vec<Node>,
}

impl Guide {
    /// The question or end of an address.
    pub fn find(&self, slug: &str) -> Option<&Node> {
        self.nodes.iter().find(|one| one.slug == slug)
    }

    /// Those whose answers lead there.
    pub fn leading_to<'a>(&'a self, slug: &'a str) -> impl Iterator<Item = &'a Node> {
        let leads = move |node: &&Node| node.answers().iter().any(|one| one.to == slug);
        self.nodes.iter().filter(leads)
    }
}
