//! What an organisation changes of the standard layout: words with named fields, signatory, what is shown, a logo. Nothing
//! of it is a program, so that the worst layout is an ugly one; the standard layout is always the way back.

use std::collections::BTreeMap;

use certificate_press::{Design, Logo};
use database::{DbError, Tx};
use serde::{Deserialize, Serialize};

use super::layout_store::{self, Kept};
use super::{LayoutId, LogoId, Snapshot};
use crate::i18n::{Lang, Translator};

/// Lines of one's own at most.
pub const MOST_LINES: usize = 6;
/// Characters of one line, or of one of the words, at most.
pub const MOST_CHARS: usize = 300;

/// The fields that words may name, as they are typed: `{title}`.
pub const FIELDS: [&str; 8] = [
    "name",
    "born",
    "title",
    "hours",
    "dates",
    "number",
    "organisation",
    "day",
];

/// What an organisation changes of the standard layout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// Words by the code of their language; a language without any has the standard ones.
    pub words: BTreeMap<String, Words>,
    /// Who signs when a group names nobody.
    pub signatory_name: String,
    /// As what.
    pub signatory_role: String,
    /// Whether topics are listed.
    pub topics: bool,
    /// Whether trainers are named.
    pub trainers: bool,
    /// Whether there is a frame.
    pub frame: bool,
    /// The picture above the name of the organisation; kept beside the rest.
    #[serde(skip)]
    pub logo_id: Option<LogoId>,
}

impl Default for Layout {
    /// The standard layout.
    fn default() -> Self {
        Self {
            words: BTreeMap::new(),
            signatory_name: String::new(),
            signatory_role: String::new(),
            topics: true,
            trainers: true,
            frame: true,
            logo_id: None,
        }
    }
}

/// Words in one language; empty ones are the standard ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// In the place of "Certificate".
    pub heading: String,
    /// In the place of "This is to certify that".
    pub certifies: String,
    /// In the place of "has completed the training".
    pub completed: String,
    /// Sentences above the signature.
    pub lines: Vec<String>,
}

impl Words {
    /// Everything that may name fields.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let three = [&self.heading, &self.certifies, &self.completed];
        three.into_iter().chain(&self.lines).map(String::as_str)
    }
}

/// A layout with its picture, ready to print with.
#[derive(Clone, Debug)]
pub struct Ready {
    /// What it changes.
    pub layout: Layout,
    /// The picture.
    pub logo: Option<Logo>,
}

impl Ready {
    /// Adds the picture that a layout names.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn load(tx: &mut Tx<'_>, layout: Layout) -> Result<Self, DbError> {
        let logo = match layout.logo_id {
            Some(id) => {
                let bytes: Vec<u8> = tx.one(layout_store::FIND_LOGO, &[&id]).await?;
                Some(Logo::check(bytes).map_err(|error| DbError::Other(error.to_string()))?)
            }
            None => None,
        };
        Ok(Self { layout, logo })
    }

    /// What it makes of the paper of this snapshot, whose number is `number`.
    pub fn design(&self, snapshot: &Snapshot, number: &str) -> Design {
        let words = self.layout.words.get(snapshot.lang.code());
        let filled = |text: &String| filled(text, &|field| value(snapshot, number, field));
        let words = words.cloned().unwrap_or_default();
        Design {
            heading: filled(&words.heading),
            certifies: filled(&words.certifies),
            completed: filled(&words.completed),
            lines: words.lines.iter().map(filled).collect(),
            without_topics: !self.layout.topics,
            without_trainers: !self.layout.trainers,
            without_frame: !self.layout.frame,
            logo: self.logo.clone(),
        }
    }
}

/// A version with its picture.
///
/// # Errors
/// The database does not answer; not found when there is no such version.
pub async fn load(tx: &mut Tx<'_>, id: LayoutId) -> Result<Ready, DbError> {
    let kept: Kept = tx.one(layout_store::FIND_LAYOUT, &[&id]).await?;
    Ready::load(tx, kept.layout).await
}

fn value(snapshot: &Snapshot, number: &str, field: &str) -> Option<String> {
    let t = Translator::new(snapshot.lang);
    Some(match field {
        "name" => snapshot.full_name(),
        "born" => t.plain_date(snapshot.born_on),
        "title" => snapshot.title.clone(),
        "hours" => t
            .get("certificates-paper-hours")
            .int("count", snapshot.teaching_hours)
            .to_string(),
        "dates" => snapshot
            .days
            .map_or_else(String::new, |(first, last)| t.plain_period(first, last)),
        "number" => number.to_owned(),
        "organisation" => snapshot.organisation.clone(),
        "day" => t.plain_date(snapshot.issued_on),
        _ => return None,
    })
}

/// The text with its fields filled in, once: what stands in a value is never a field. Unknown ones stay as they are.
fn filled(text: &str, value: &dyn Fn(&str) -> Option<String>) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        match after.split_once('}') {
            Some((name, next)) if value(name.trim()).is_some() => {
                out.push_str(&value(name.trim()).unwrap_or_default());
                rest = next;
            }
            _ => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The first field of a text that there is not; also a brace that nothing closes.
pub fn unknown_field(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let Some((name, next)) = after.split_once('}') else {
            return Some("{".to_owned());
        };
        if !FIELDS.contains(&name.trim()) {
            return Some(format!("{{{}}}", name.chars().take(30).collect::<String>()));
        }
        rest = next;
    }
    None
}

/// A paper to look at a layout with: nobody's.
pub fn specimen(lang: Lang, organisation: &str, place: &str, day: jiff::civil::Date) -> Snapshot {
    let t = Translator::new(lang);
    let say = |key: &str| t.get(key).to_string();
    let topics = say("certificates-specimen-topics");
    Snapshot {
        lang,
        organisation: organisation.to_owned(),
        given_name: say("certificates-specimen-given-name"),
        surname: say("certificates-specimen-surname"),
        born_on: jiff::civil::date(1985, 3, 14),
        birth_place: say("certificates-specimen-birth-place"),
        title: say("certificates-specimen-title"),
        teaching_hours: 12,
        days: Some((day, day)),
        topics: topics
            .split(';')
            .map(|topic| topic.trim().to_owned())
            .collect(),
        trainers: vec![say("certificates-specimen-trainer")],
        issue_place: place.to_owned(),
        issued_on: day,
        signatory_name: say("certificates-specimen-signatory"),
        signatory_role: say("certificates-specimen-role"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_filled_in_once() {
        let value = |name: &str| match name {
            "name" => Some("Anna {title}".to_owned()),
            "title" => Some("Tablica".to_owned()),
            _ => None,
        };
        assert_eq!(
            filled("{name}: { title }, {x} {", &value),
            "Anna {title}: Tablica, {x} {"
        );
        assert_eq!(filled("", &value), "");
        assert_eq!(filled("{", &value), "{");
    }

    #[test]
    fn a_field_that_there_is_not_is_named() {
        assert_eq!(unknown_field("{title} i { hours }"), None);
        assert_eq!(unknown_field("{tytul}"), Some("{tytul}".to_owned()));
        assert_eq!(unknown_field("{title"), Some("{".to_owned()));
        for field in FIELDS {
            assert_eq!(unknown_field(&format!("{{{field}}}")), None);
        }
    }
}
