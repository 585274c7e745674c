//! Normal forms of what people type.
//!
//! A name goes through four steps, each a module: [`keyboard`] undoes a layout of keys that was left switched on,
//! [`fold`] takes case and marks away, [`lookalike`] brings letters home that only look right, [`skeleton`] writes
//! every alphabet and every scheme of transliteration with the same letters a–z.

pub(crate) mod fold;
pub(crate) mod keyboard;
pub(crate) mod letters;
pub(crate) mod lookalike;
pub(crate) mod skeleton;

use unicode_normalization::UnicodeNormalization;

/// Longer texts are cut: what is longer is no name, and every step takes time that grows with it.
const MOST_LETTERS: usize = 200;

/// The words of the names of one person, in their a–z skeletons; in the order of the fields given.
///
/// The fields are looked at together, because one shows what the others mean: `Capa` beside `Иванова` is `Сара`. Put in again,
/// words of a–z come out as they are, unless they look like others typed on the wrong keys: that is told of what people typed,
/// not of what was made of it. Letters that no scheme writes with a–z stay, and may change how look-alikes beside them are
/// read.
pub(crate) fn name_words<const FIELDS: usize>(fields: [&str; FIELDS]) -> [Vec<String>; FIELDS] {
    let folded = folded_words(fields);
    let script = lookalike::script_of(folded.iter().flatten().map(String::as_str));
    folded.map(|words| {
        words
            .iter()
            .map(|word| skeleton::skeleton(&lookalike::at_home(word, script)))
            .filter(|word| !word.is_empty())
            .collect()
    })
}

/// The words of any other text in their skeletons: an address, a municipality.
pub(crate) fn plain_words(text: &str) -> Vec<String> {
    let cut: String = text.chars().take(MOST_LETTERS).collect();
    let words: Vec<String> = fold::words(&cut).collect();
    let script = lookalike::script_of(words.iter().map(String::as_str));
    words
        .iter()
        .map(|word| skeleton::skeleton(&lookalike::at_home(word, script)))
        .filter(|word| !word.is_empty())
        .collect()
}

fn folded_words<const FIELDS: usize>(fields: [&str; FIELDS]) -> [Vec<String>; FIELDS] {
    let composed = fields.map(|field| field.nfkc().take(MOST_LETTERS).collect::<String>());
    let typed = composed.each_ref().map(|field| {
        let divides = |c: char| c.is_whitespace() || fold::is_hyphen(c);
        field
            .split(divides)
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
    });
    let all: Vec<&str> = typed.iter().flatten().copied().collect();
    let mut meant = keyboard::undo(&all).into_iter();
    typed.map(|words| {
        let meant = meant.by_ref().take(words.len());
        meant.flat_map(|word| fold::words(&word)).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(name: &str) -> String {
        let [words] = name_words([name]);
        words.join(" ")
    }

    #[test]
    fn one_name_in_many_spellings() {
        for (first, others) in [
            (
                "Łucja",
                &["lucja", " ŁUCJA ", "Lucja", "Łucja\u{200B}", "Lu\u{301}cja"][..],
            ),
            (
                "Соловьёв",
                &["Соловьев", "Solovyov", "Solovev", "СОЛОВЬЕВ", "Coлoвьeв"],
            ),
            ("Наталья", &["Natalia", "Natalya", "Natalja", "Yfnfkmz"]),
            (
                "Щербаков",
                &[
                    "Shcherbakov",
                    "Szczerbakow",
                    "Scherbakov",
                    "Щербаkов",
                    "Oth,frjd",
                ],
            ),
            (
                "Nowak-Kowalska",
                &[
                    "nowak kowalska",
                    "NOWAK – KOWALSKA",
                    "Nowak\u{2011}Kowalska",
                ],
            ),
            ("Юлия", &["Julia", "Yulia", "Iuliia", "Yuliya"]),
            ("O'Connor", &["O’Connor", "oconnor"]),
        ] {
            for other in others {
                assert_eq!(one(first), one(other), "{first} and {other}");
            }
        }
    }

    #[test]
    fn a_word_of_look_alikes_alone_is_read_as_its_neighbours() {
        assert_eq!(
            name_words(["Capa", "Иванова"]),
            name_words(["Сара", "Иванова"])
        );
        let [given, _] = name_words(["Capa", "Kowalska"]);
        assert_eq!(given, ["capa"]);
    }

    fn any_name() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[A-Za-zęóąśłżźćńü' -]{0,30}",
            "[А-Яа-яёЁіїєґў' -]{0,30}",
            "[A-Za-zА-Яа-я' -]{0,30}",
        ]
    }

    proptest! {
        #[test]
        fn a_normal_form_is_its_own(name in any_name()) {
            let [once] = name_words([&name]);
            for word in &once {
                prop_assert_eq!(skeleton::skeleton(word), word.as_str());
            }
            let words: Vec<&str> = once.iter().map(String::as_str).collect();
            let joined = words.join(" ");
            let is_of_wrong_keys = keyboard::undo(&words) != words;
            if joined.is_ascii() && joined.len() <= MOST_LETTERS && !is_of_wrong_keys {
                let [twice] = name_words([&joined]);
                prop_assert_eq!(once, twice);
            }
        }
    }
}
