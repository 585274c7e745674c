use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::i18n::Lang;

database::id!(
    /// One version of a list of questions.
    TemplateId
);

/// A text in every language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// Polish.
    pub pl: String,
    /// Russian.
    pub ru: String,
    /// English.
    pub en: String,
}

impl Texts {
    /// The text in a language.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Pl => &self.pl,
            Lang::Ru => &self.ru,
            Lang::En => &self.en,
        }
    }
}

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 1 to 5.
    Scale,
    /// One of the options.
    One,
    /// Any number of the options.
    Several,
    /// Words.
    Text,
}

/// An option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What is kept; the same in all versions of a template.
    pub code: String,
    /// What is shown. For a scale, the words at 1 and 5.
    pub text: Texts,
}

/// One question of a template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What answers are kept under; the same in all versions of a template.
    pub code: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// Whether it may be left out.
    #[serde(default)]
    pub optional: bool,
    /// The question.
    pub text: Texts,
    /// The options; for a scale the words beside 1 and 5.
    #[serde(default)]
    pub options: Vec<Choice>,
}

/// A list of questions as it was at some time; never changed, only followed by a new version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// Its questions, in order.
    pub questions: Vec<Question>,
}

/// An answer to one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Answer {
    /// Point of the scale, 1 to 5.
    Point(u8),
    /// Code of the one option, or words.
    Words(String),
    /// Codes of the options.
    Codes(Vec<String>),
}

/// Answers by the question's code; questions left out are missing.
pub type Answers = BTreeMap<String, Answer>;
