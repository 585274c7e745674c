//! Words of a query: which count, their stems, and near misses.

/// More words than anybody types; the rest of a pasted text is left out.
const MOST_WORDS: usize = 10;
/// A stem keeps at least this many letters, so that short words do not match everything.
const SHORTEST_STEM: usize = 4;

/// Words that say nothing about a training, folded; they count only when nothing else was typed.
const SMALL_WORDS: &[&str] = &[
    "a", "an", "and", "by", "dla", "do", "for", "i", "in", "na", "o", "od", "of", "on", "or", "po",
    "przy", "the", "to", "u", "w", "we", "with", "z", "ze", "в", "во", "для", "до", "и", "из", "к",
    "на", "о", "об", "от", "по", "при", "с", "со", "у",
];

/// Inflected endings of Polish and Russian (and the English plural), folded, longest first within a language.
const ENDINGS: &[&str] = &[
    "iego", "iemu", "iami", "iach", "iej", "iem", "imi", "ymi", "ami", "ach", "ego", "emu", "owi",
    "ich", "ych", "iom", "ow", "om", "em", "ej", "im", "ym", "ia", "ie", "iu", "io", "es", "a",
    "e", "i", "o", "u", "y", "s", //
    "иями", "иях", "иеи", "иям", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "ях",
    "ах", "ои", "еи", "ыи", "ии", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ия", "ию", "ью",
    "ых", "их", "ым", "им", "ом", "ем", "ам", "ям", "ов", "ев", "а", "е", "и", "о", "у", "ы", "ь",
    "ю", "я",
];

/// The words of a folded query that a document must answer: each once, without small words when others remain.
pub(super) fn words_of_query(folded: &str) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        if words.len() < MOST_WORDS && !words.contains(&word) {
            words.push(word);
        }
    }
    if words.iter().any(|word| !SMALL_WORDS.contains(word)) {
        words.retain(|word| !SMALL_WORDS.contains(word));
    }
    words
}

/// The word without its grammatical ending; the word itself when it has none or would become too short.
pub(super) fn stem(word: &str) -> &str {
    ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.chars().count() >= SHORTEST_STEM)
        .min_by_key(|stem| stem.len())
        .unwrap_or(word)
}

/// Whether the typed word is one letter too many, too few, other or swapped away from the word, or from its beginning.
///
/// Runs over every word of the index, so it compares slices and collects nothing.
pub(super) fn is_within_one_edit(typed: &str, word: &str) -> bool {
    let same = typed
        .char_indices()
        .zip(word.chars())
        .find(|((_, a), b)| a != b)
        .map_or(typed.len().min(word.len()), |((at, _), _)| at);
    let (typed, word) = (&typed[same..], &word[same..]);
    let (Some((t, typed_rest)), Some((w, word_rest))) = (first(typed), first(word)) else {
        return typed.is_empty() || first(typed).is_some_and(|(_, rest)| rest.is_empty());
    };
    let swapped = match (first(typed_rest), first(word_rest)) {
        (Some((t2, typed_end)), Some((w2, word_end))) => {
            t == w2 && t2 == w && word_end.starts_with(typed_end)
        }
        _ => false,
    };
    swapped
        || word_rest.starts_with(typed_rest)
        || word_rest.starts_with(typed)
        || word.starts_with(typed_rest)
}

/// The first letter and the rest.
fn first(text: &str) -> Option<(char, &str)> {
    let mut letters = text.chars();
    letters.next().map(|letter| (letter, letters.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_go_and_four_letters_stay() {
        for (word, expected) in [
            ("szkolami", "szkol"),
            ("kursami", "kurs"),
            ("kursow", "kurs"),
            ("nauczycieli", "nauczyciel"),
            ("курсами", "курс"),
            ("учителеи", "учител"),
            ("школьных", "школьн"),
            ("courses", "cours"),
            ("kurs", "kurs"),
            ("oko", "oko"),
            ("dom", "dom"),
        ] {
            assert_eq!(stem(word), expected);
        }
    }

    #[test]
    fn one_slip_is_near_and_two_are_not() {
        for typed in [
            "matematyka",
            "matematka",
            "matemmatyka",
            "matemotyka",
            "matmeatyka",
            "atematyka",
            "matematykaa",
        ] {
            assert!(is_within_one_edit(typed, "matematyka"), "{typed}");
        }
        for typed in ["matmatka", "mtaemaytka", "matematykaaa", "xmatemotyka"] {
            assert!(!is_within_one_edit(typed, "matematyka"), "{typed}");
        }
        assert!(
            is_within_one_edit("matwm", "matematyka"),
            "the beginning of a word being typed"
        );
    }

    #[test]
    fn small_words_count_only_alone() {
        assert_eq!(
            words_of_query("kurs dla nauczycieli kurs"),
            ["kurs", "nauczycieli"]
        );
        assert_eq!(words_of_query("w"), ["w"]);
        assert!(words_of_query("").is_empty());
    }
}
