//! Templates of answers: what staff answers again and again, in three languages, with fields that the request fills.

mod actions;
pub(super) mod pages;
pub mod rules;
pub mod template_store;

pub use actions::{remove, save};

use database::from_row;

use super::kinds::RequestKind;
use crate::accounts::OrganisationId;
use crate::i18n::Lang;

database::id! {
    /// A template.
    TemplateId;
}

/// A template of an answer.
#[derive(Clone, Debug)]
pub struct Template {
    /// Which.
    pub id: TemplateId,
    /// Of which organisation and those below it; none is the whole installation.
    pub organisation_id: Option<OrganisationId>,
    /// For which kind of message; empty for all.
    pub kind: String,
    /// What staff calls it.
    pub name: String,
    /// Polish.
    pub text_pl: String,
    /// Russian.
    pub text_ru: String,
    /// English.
    pub text_en: String,
}

from_row!(Template {
    id,
    organisation_id,
    kind,
    name,
    text_pl,
    text_ru,
    text_en
});

impl Template {
    /// The text in a language.
    pub fn text(&self, lang: Lang) -> &str {
        match lang {
            Lang::Pl => &self.text_pl,
            Lang::Ru => &self.text_ru,
            Lang::En => &self.text_en,
        }
    }

    /// Whether it is for messages of this kind.
    pub fn is_for(&self, kind: RequestKind) -> bool {
        self.kind.is_empty() || self.kind == kind.code()
    }
}

/// A template as it was written.
#[derive(Clone, Debug)]
pub struct NewTemplate {
    /// Of which organisation and those below it; none is the whole installation.
    pub organisation_id: Option<OrganisationId>,
    /// For which kind of message; empty for all.
    pub kind: String,
    /// What staff calls it.
    pub name: String,
    /// In the order Polish, Russian, English.
    pub texts: [String; 3],
}
