//! Case, marks and punctuation taken away.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The words of a text: compatibility forms resolved (NFKD), case folded, marks of Latin, Greek and Cyrillic letters gone
/// (so that ё is е and й is и), strokes and ligatures resolved. Apostrophes disappear inside words; anything else that is
/// neither letter, digit nor mark divides words.
pub(crate) fn words(text: &str) -> std::vec::IntoIter<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    if text.is_ascii() {
        return ascii_words(text);
    }
    // Lower case between two decompositions: case mapping makes letters with marks of its own.
    for c in text.nfkd().flat_map(char::to_lowercase).nfkd() {
        if c.is_alphanumeric() {
            push(&mut word, c);
        } else if is_combining_mark(c) {
            if word
                .chars()
                .next_back()
                .is_some_and(|base| base > LAST_PLAIN)
            {
                word.push(c);
            }
        } else if !is_silent(c) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words.into_iter()
}

/// The same for the many texts that have no mark to take away.
fn ascii_words(text: &str) -> std::vec::IntoIter<String> {
    let is_between = |c: char| !c.is_ascii_alphanumeric() && !is_silent(c);
    let word = |part: &str| {
        let mut word = part.to_ascii_lowercase();
        word.retain(|c| !is_silent(c));
        word
    };
    let words: Vec<String> = text
        .split(is_between)
        .map(word)
        .filter(|word| !word.is_empty())
        .collect();
    words.into_iter()
}

/// The last letter of Latin, Greek and Cyrillic: marks on these are spelling, marks in other scripts are letters.
const LAST_PLAIN: char = '\u{52F}';

fn push(word: &mut String, c: char) {
    match plain_letters(c) {
        Some(plain) => word.push_str(plain),
        None => word.push(c),
    }
}

/// What stands for a small letter whose stroke, hook or ligature Unicode does not take apart: `l` for `ł`, `ss` for `ß`. None
/// for all other letters.
pub const fn plain_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' => "l",
        'ø' => "o",
        'ß' => "ss",
        'đ' | 'ð' => "d",
        'æ' => "ae",
        'œ' => "oe",
        'ı' => "i",
        'þ' => "th",
        'ħ' => "h",
        'ŧ' => "t",
        'ŋ' => "n",
        'ς' => "σ",
        _ => return None,
    })
}

/// What stands inside a word without dividing it: apostrophes and what can not be seen.
fn is_silent(c: char) -> bool {
    is_invisible(c)
        || matches!(
            c,
            '\'' | '`' | '\u{B4}' | '\u{2018}'..='\u{201B}' | '\u{2BC}'
        )
}

/// Soft hyphens, joiners, marks of direction and variation: they stand inside words without being seen.
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}'
    )
}

/// Hyphens and dashes of all lengths.
pub(crate) const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
