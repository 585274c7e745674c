//! What is announced.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::accounts::OrganisationId;
use crate::catalogue::{CourseId, GroupId};
use crate::i18n::Lang;

database::id!(
    /// Something that an organisation announces.
    AnnouncementId
);

database::codes! {
    /// Whom it concerns.
    Audience {
        /// Everybody who looks at the pages of the branch.
        Everybody = "everybody",
        /// Who takes part in something there, or has a child who does.
        Participants = "participants",
        /// Who works there.
        Staff = "staff",
    }
}

/// Title and text in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// One line.
    pub title: String,
    /// Plain text; each line is a paragraph.
    pub text: String,
}

/// The same in the languages that somebody has written it in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Texts {
    /// Polish.
    pub pl: Option<Text>,
    /// Russian.
    pub ru: Option<Text>,
    /// English.
    pub en: Option<Text>,
}

impl Texts {
    /// The text in exactly this language.
    pub fn in_language(&self, lang: Lang) -> Option<&Text> {
        match lang {
            Lang::Pl => self.pl.as_ref(),
            Lang::Ru => self.ru.as_ref(),
            Lang::En => self.en.as_ref(),
        }
    }

    /// Sets the text of a language.
    pub fn set(&mut self, lang: Lang, text: Option<Text>) {
        match lang {
            Lang::Pl => self.pl = text,
            Lang::Ru => self.ru = text,
            Lang::En => self.en = text,
        }
    }

    /// The text for a reader of this language, and the language that it is in: the original one where there is none.
    pub fn for_reader(&self, lang: Lang, original: Lang) -> Option<(Lang, &Text)> {
        let found = |lang: Lang| self.in_language(lang).map(|text| (lang, text));
        found(lang)
            .or_else(|| found(original))
            .or_else(|| Lang::ALL.into_iter().find_map(found))
    }
}

/// Something that is announced now, or will be.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Its id.
    pub id: AnnouncementId,
    /// Whose branch is concerned.
    pub organisation_id: OrganisationId,
    /// Who in it.
    pub audience: Audience,
    /// The language that it was written in first.
    pub language: Lang,
    /// In each language.
    pub texts: Texts,
    /// The first day.
    pub from_on: Date,
    /// The last day.
    pub until_on: Date,
    /// Only those of these courses; empty, with no groups, for all.
    pub courses: Vec<CourseId>,
    /// Only those of these groups.
    pub groups: Vec<GroupId>,
}
