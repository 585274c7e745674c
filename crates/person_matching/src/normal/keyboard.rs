//! A layout of keys that was left switched on: `Bdfyjd` for `Иванов`.

use super::{fold, letters, skeleton};
use crate::names;
use std::borrow::Cow;

/// The keys of the Russian layout and what the same keys give in the Latin one.
const KEYS: [(char, char); 33] = [
    ('й', 'q'),
    ('ц', 'w'),
    ('у', 'e'),
    ('к', 'r'),
    ('е', 't'),
    ('н', 'y'),
    ('г', 'u'),
    ('ш', 'i'),
    ('щ', 'o'),
    ('з', 'p'),
    ('х', '['),
    ('ъ', ']'),
    ('ф', 'a'),
    ('ы', 's'),
    ('в', 'd'),
    ('а', 'f'),
    ('п', 'g'),
    ('р', 'h'),
    ('о', 'j'),
    ('л', 'k'),
    ('д', 'l'),
    ('ж', ';'),
    ('э', '\''),
    ('я', 'z'),
    ('ч', 'x'),
    ('с', 'c'),
    ('м', 'v'),
    ('и', 'b'),
    ('т', 'n'),
    ('ь', 'm'),
    ('б', ','),
    ('ю', '.'),
    ('ё', '`'),
];

/// The keys that give punctuation with the shift key, and the keys that they are.
const SHIFTED: [(char, char); 7] = [
    ('{', '['),
    ('}', ']'),
    (':', ';'),
    ('"', '\''),
    ('<', ','),
    ('>', '.'),
    ('~', '`'),
];

/// A single letter shows too little.
const FEWEST_LETTERS: usize = 2;
/// So does a word of two, unless it is a name that we know.
const ENOUGH_LETTERS: usize = 3;
/// So much more like a name the other layout has to look, in logarithms of likelihood for each letter.
const MARGIN: f64 = 0.9;
/// The same for neighbours of a word on the other layout.
const MARGIN_OF_NEIGHBOURS: f64 = 0.2;
/// Less than this looks like no name at all.
const PLAUSIBLE: f64 = -3.1;

/// The words as they were meant: typed on the other layout, when as they stand they look like no name and the other does.
/// Where one was, its neighbours are more likely to have been.
pub(crate) fn undo<'text>(words: &[&'text str]) -> Vec<Cow<'text, str>> {
    let first: Vec<_> = words.iter().map(|word| undo_one(word, MARGIN)).collect();
    let is_undone = |word: &Cow<'_, str>| matches!(word, Cow::Owned(_));
    if first.iter().any(is_undone) {
        words
            .iter()
            .map(|word| undo_one(word, MARGIN_OF_NEIGHBOURS))
            .collect()
    } else {
        first
    }
}

fn undo_one(word: &str, margin: f64) -> Cow<'_, str> {
    let other = if word.is_ascii() {
        to_cyrillic(word)
    } else {
        to_latin(word)
    };
    match other {
        Some(other) if is_meant(word, &other, margin) => Cow::Owned(other),
        _ => Cow::Borrowed(word),
    }
}

fn to_cyrillic(word: &str) -> Option<String> {
    if word.len() < FEWEST_LETTERS {
        return None;
    }
    word.chars()
        .map(|c| {
            let plain = SHIFTED
                .iter()
                .find(|pair| pair.0 == c)
                .map_or(c, |pair| pair.1);
            let key = plain.to_ascii_lowercase();
            KEYS.iter().find(|pair| pair.1 == key).map(|pair| pair.0)
        })
        .collect()
}

fn to_latin(word: &str) -> Option<String> {
    if word.chars().take(FEWEST_LETTERS).count() < FEWEST_LETTERS {
        return None;
    }
    word.chars()
        .map(|c| {
            let small = c.to_lowercase().next()?;
            let key = KEYS.iter().find(|pair| pair.0 == small)?.1;
            key.is_ascii_alphabetic().then_some(key)
        })
        .collect()
}

fn is_meant(typed: &str, other: &str, margin: f64) -> bool {
    let as_typed: String = fold::words(typed).collect();
    let as_other: String = fold::words(other).collect();
    if names::is_known(&skeleton::skeleton(&as_typed)) {
        return false;
    }
    let (typed_looks, other_looks) = if typed.is_ascii() {
        (
            letters::latin_look(&as_typed),
            letters::cyrillic_look(&as_other),
        )
    } else {
        (
            letters::cyrillic_look(&as_typed),
            letters::latin_look(&as_other),
        )
    };
    // Keys between letters that no name has: `Gj;fhcrbq`.
    let inside = typed.trim_matches(|c: char| !c.is_alphabetic());
    let torn = inside.contains(|c: char| c.is_ascii_punctuation() && c != '\'' && c != '.');
    if torn || names::is_known(&skeleton::skeleton(&as_other)) {
        return other_looks > typed_looks;
    }
    as_typed.chars().nth(ENOUGH_LETTERS - 1).is_some()
        && other_looks > PLAUSIBLE
        && other_looks > typed_looks + margin
}
