//! Names in the order of the reader's alphabet.

use unicode_normalization::UnicodeNormalization;

use super::Lang;
use crate::text::fold;

/// What a name is sorted by: two keys compare as the names stand in a list of this language.
///
/// Case and foreign marks do not count. Polish letters follow the plain ones, so that every Ł stands after every L; Ё and
/// Й follow Е and И. Whoever reads Russian has Cyrillic names first, others have Latin ones first. A blank and a hyphen
/// stand before any letter, an apostrophe is not seen.
pub fn name_key(lang: Lang, name: &str) -> Vec<(bool, char, u8)> {
    let mut key = Vec::with_capacity(name.len());
    for c in name.nfc().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            for base in fold(c.encode_utf8(&mut [0; 4])).chars() {
                let is_other = (lang == Lang::Ru) != is_cyrillic(base);
                key.push((is_other, base, place_after(lang, c)));
            }
        } else if c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–') {
            key.push((false, ' ', 0));
        }
    }
    key
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52F}').contains(&c)
}

/// How far after the plain letter a letter of its own stands in the alphabet.
fn place_after(lang: Lang, letter: char) -> u8 {
    match (lang, letter) {
        (Lang::Pl, 'ą' | 'ć' | 'ę' | 'ł' | 'ń' | 'ó' | 'ś' | 'ź') | (_, 'ё' | 'й') => 1,
        (Lang::Pl, 'ż') => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(lang: Lang, mut names: Vec<&str>) -> Vec<&str> {
        names.sort_by_cached_key(|name| name_key(lang, name));
        names
    }

    #[test]
    fn polish_letters_follow_the_plain_ones() {
        let names = [
            "Lipińska",
            "Lwowski",
            "Łącka",
            "Łęcki",
            "Zych",
            "Źrebak",
            "Żak",
            "Ветрова",
        ];
        let mixed = vec![
            "Żak",
            "Łęcki",
            "Zych",
            "Ветрова",
            "Lwowski",
            "Źrebak",
            "Łącka",
            "Lipińska",
        ];
        assert_eq!(sorted(Lang::Pl, mixed), names);
    }

    #[test]
    fn russian_has_its_own_letters_first() {
        let names = ["Елин", "Ершов", "Ёлкин", "Иванов", "Йотов", "Anna"];
        let mixed = vec!["Anna", "Йотов", "Ёлкин", "Иванов", "Ершов", "Елин"];
        assert_eq!(sorted(Lang::Ru, mixed), names);
    }

    #[test]
    fn english_does_not_look_at_marks_or_apostrophes() {
        let names = [
            "Łącki",
            "Lipińska",
            "O’Dwyer",
            "Odzer",
            "Thorne-Zych",
            "Thornea",
        ];
        let mixed = vec![
            "Thornea",
            "Odzer",
            "Thorne-Zych",
            "O’Dwyer",
            "Lipińska",
            "Łącki",
        ];
        assert_eq!(sorted(Lang::En, mixed), names);
    }
}
