//! Texts made comparable: what sounds alike to a searcher becomes equal.

use person_matching::{is_invisible, plain_letters};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The form of a text that searches and headers are compared in.
///
/// Compatibility forms, case and diacritics disappear (`Łódź` and `LODZ` are equal, so are `ёлка` and `елка`, `й` and
/// `и`), everything that is neither letter nor digit becomes a single space, nothing is left at the ends.
/// Folding twice is folding once.
pub fn fold(text: &str) -> String {
    let mut folded = Folded::with_room_for(text);
    if text.is_ascii() {
        text.chars().for_each(|c| folded.push(c));
    } else {
        // Lower case first so that the decomposition sees what Unicode's case mapping made of a letter.
        for c in text.nfkd().flat_map(char::to_lowercase).nfkd() {
            folded.push(c);
        }
    }
    folded.text
}

struct Folded {
    text: String,
    gap: bool,
}

impl Folded {
    fn with_room_for(text: &str) -> Self {
        Self {
            text: String::with_capacity(text.len()),
            gap: false,
        }
    }

    fn push(&mut self, c: char) {
        if is_combining_mark(c) || is_invisible(c) {
            return;
        }
        if !c.is_alphanumeric() {
            self.gap = true;
            return;
        }
        if self.gap && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.gap = false;
        match plain_letters(c) {
            Some(letters) => self.text.push_str(letters),
            None => self.text.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::fold;
    use proptest::prelude::*;

    #[test]
    fn letters_of_three_languages_lose_case_and_marks() {
        for (typed, folded) in [
            ("ZAŻÓŁĆ gęślą JAŹŃ", "zazolc gesla jazn"),
            ("Ёлка, Йод — съезд", "елка иод съезд"),
            ("Søren Groß", "soren gross"),
            ("ﬁnał №1", "final no1"),
            (
                "  SP nr 5 „Słoneczna”—Poznań/Łazarz ",
                "sp nr 5 sloneczna poznan lazarz",
            ),
            ("postal_code", "postal code"),
            ("ko\u{AD}niec\u{200E}", "koniec"),
            ("---", ""),
        ] {
            assert_eq!(fold(typed), folded);
        }
    }

    #[test]
    fn composed_and_decomposed_letters_are_equal() {
        assert_eq!(fold("Jo\u{301}zef"), fold("Józef"));
        assert_eq!(fold("и\u{306}"), fold("й"));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn words_stand_apart_by_one_space(text in "[ a-zA-Ząęł.,\\-\t]{0,40}") {
            let folded = fold(&text);
            prop_assert!(!folded.contains("  "));
            prop_assert_eq!(folded.trim(), folded.as_str());
        }
    }
}
