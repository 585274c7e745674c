//! What of a text can be printed: everything visible that the font has a letter for.
//!
//! A PDF/UA document may not contain a character without a letter, and a certificate may not contain a letter that
//! nobody typed. So a fact that must be exact is refused, and in a descriptive one (a topic, the title) the character
//! becomes a visible `?`. What cannot be seen anyway (direction marks, joiners, NUL) is left out of both, because it could
//! only be used to make the paper say something else than the register.

use typst::foundations::Bytes;
use unicode_normalization::UnicodeNormalization;

use crate::fonts::has_letter_for;
use crate::{Design, Facts, Field, Lang, PressError};

/// The first character of `text` for which there is no letter, so that a form can refuse a name when it is typed and
/// not only when its certificate is due. Loads the fonts on first use.
pub fn unprintable(text: &str) -> Option<char> {
    visible(text)
        .chars()
        .find(|&character| !can_be_set(character))
}

/// The facts as the template sees them: `/facts.json`, with the language's code as `lang`, the `design`, and the side
/// of the QR in points.
pub fn facts_file(
    facts: &Facts,
    design: Option<&Design>,
    lang: Lang,
    qr_side: usize,
) -> Result<Bytes, PressError> {
    #[derive(serde::Serialize)]
    struct File<'a> {
        lang: &'static str,
        #[serde(flatten)]
        facts: &'a Facts,
        design: crate::design::Read,
        qr_side: usize,
    }
    let facts = printable(facts)?;
    serde_json::to_vec(&File {
        lang: lang.code(),
        facts: &facts,
        design: design.unwrap_or(&Design::default()).read(),
        qr_side,
    })
    .map(Bytes::new)
    .map_err(|error| PressError::Unavailable(error.to_string()))
}

/// The facts with only what can be set.
fn printable(facts: &Facts) -> Result<Facts, PressError> {
    let all = |texts: &[String]| {
        texts
            .iter()
            .map(|text| described(text))
            .filter(|text| !text.is_empty())
            .collect()
    };
    Ok(Facts {
        organisation: described(&facts.organisation),
        number: exact(Field::Number, &facts.number)?,
        full_name: exact(Field::FullName, &facts.full_name)?,
        born_on: exact(Field::BornOn, &facts.born_on)?,
        birth_place: exact(Field::BirthPlace, &facts.birth_place)?,
        title: described(&facts.title),
        hours: described(&facts.hours),
        dates: described(&facts.dates),
        topics: all(&facts.topics),
        trainers: all(&facts.trainers),
        issue_place: described(&facts.issue_place),
        issue_date: exact(Field::IssueDate, &facts.issue_date)?,
        signatory: crate::Signatory {
            name: exact(Field::SignatoryName, &facts.signatory.name)?,
            role: described(&facts.signatory.role),
        },
        verify_address: exact(Field::VerifyAddress, &facts.verify_address)?,
        qr_payload: facts.qr_payload.clone(),
        issued_at: facts.issued_at,
    })
}

fn exact(field: Field, text: &str) -> Result<String, PressError> {
    let text = visible(text);
    match text.chars().find(|&character| !can_be_set(character)) {
        Some(character) => Err(PressError::UnprintableCharacter { field, character }),
        None => Ok(text),
    }
}

pub(crate) fn described(text: &str) -> String {
    visible(text)
        .chars()
        .map(|character| {
            if can_be_set(character) {
                character
            } else {
                '?'
            }
        })
        .collect()
}

/// The text with letters composed, every run of white space or control characters one space, and nothing invisible.
fn visible(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    for character in text.nfc().filter(|&character| !is_invisible(character)) {
        if !(character.is_whitespace() || character.is_control()) {
            seen.push(character);
        } else if !seen.is_empty() && !seen.ends_with([' ', '\u{a0}']) {
            seen.push(if character == '\u{a0}' {
                character
            } else {
                ' '
            });
        }
    }
    seen.truncate(seen.trim_end().len());
    seen
}

fn can_be_set(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}') || (!is_private(character) && has_letter_for(character))
}

/// Private characters may have a letter in the font, but nobody can say what it means; PDF/A forbids them.
fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

/// Characters that change how others look or run, and show nothing themselves.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}
