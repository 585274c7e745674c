//! One-line values, names and longer texts as people type and paste them.

use super::TextProblem;
use person_matching::is_invisible;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Most characters of a name.
const NAME_LENGTH: usize = 100;

/// A typed one-line value: white space (line breaks too) collapsed, composed (NFC), invisible marks left out.
///
/// An empty value is fine here; a required field asks for more.
///
/// # Errors
/// [`TextProblem::ControlCharacters`] for NUL, other control characters and overrides of the direction of text,
/// [`TextProblem::TooLong`] for more than `max` characters.
pub fn clean_line(typed: &str, max: usize) -> Result<String, TextProblem> {
    let mut line = String::with_capacity(typed.len().min(4 * max));
    for word in visible(typed)?.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    within(line, max)
}

/// A longer text: its lines and empty lines stay, line ends become `\n`, blanks at the ends of lines go.
///
/// # Errors
/// As [`clean_line`].
pub fn clean_text(typed: &str, max: usize) -> Result<String, TextProblem> {
    let unix = typed
        .replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let visible = visible(&unix)?;
    let lines: Vec<&str> = visible.split('\n').map(str::trim_end).collect();
    within(lines.join("\n").trim_matches('\n').to_owned(), max)
}

/// The name of a person: letters of any script with their marks, apostrophes, hyphens, spaces and dots; 1 to 100.
///
/// # Errors
/// As [`clean_line`]; [`TextProblem::Empty`], and [`TextProblem::NotAName`] for digits, emoji and other signs.
pub fn clean_name(typed: &str) -> Result<String, TextProblem> {
    let name = clean_line(typed, NAME_LENGTH)?;
    if name.is_empty() {
        return Err(TextProblem::Empty);
    }
    let starts_well = name.chars().next().is_some_and(|c| !is_combining_mark(c));
    let only_name_letters = name.chars().all(belongs_in_a_name);
    if starts_well && only_name_letters && name.chars().any(is_letter) {
        Ok(name)
    } else {
        Err(TextProblem::NotAName)
    }
}

fn belongs_in_a_name(c: char) -> bool {
    is_letter(c)
        || is_combining_mark(c)
        || matches!(
            c,
            ' ' | '.'
                | '-'
                | '\u{2010}'
                | '\u{2011}'
                | '\u{2013}'
                | '\''
                | '`'
                | '´'
                | '\u{2018}'
                | '\u{2019}'
        )
}

fn is_letter(c: char) -> bool {
    // Circled and squared letters count as alphabetic in Unicode, and are ornaments all the same.
    c.is_alphabetic() && !matches!(c, '\u{24B6}'..='\u{24E9}' | '\u{1F100}'..='\u{1F1FF}')
}

/// The text composed, without marks that can not be seen; refuses what could hide or turn around its meaning.
fn visible(typed: &str) -> Result<String, TextProblem> {
    if typed.chars().any(is_harmful) {
        return Err(TextProblem::ControlCharacters);
    }
    Ok(typed.chars().filter(|&c| !is_dropped(c)).nfc().collect())
}

/// The text composed, without control characters and whatever else can not be seen or turns the direction of text around:
/// for names that computers send, which nobody can be asked to type again.
pub fn without_hidden(sent: &str) -> String {
    sent.chars()
        .filter(|&c| !is_harmful(c) && !is_dropped(c))
        .nfc()
        .collect()
}

/// Variation selectors stay: they belong to the emoji and ideographs they follow.
fn is_dropped(c: char) -> bool {
    is_invisible(c) && !('\u{FE00}'..='\u{FE0F}').contains(&c)
}

fn is_harmful(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    let turns_direction = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    // Tags and annotation anchors smuggle text that nobody sees; the last two of a plane are no characters at all.
    let hidden = matches!(c, '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}');
    control || turns_direction || hidden || u32::from(c) & 0xFFFE == 0xFFFE
}

fn within(text: String, max: usize) -> Result<String, TextProblem> {
    match text.chars().count() {
        length if length > max => Err(TextProblem::TooLong { max, length }),
        _ => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_tidied_and_composed() {
        assert_eq!(
            clean_line("  ul.\u{A0}\tDługa \r\n 3 ", 40),
            Ok("ul. Długa 3".into())
        );
        assert_eq!(
            clean_line("Jo\u{301}zef\u{200E}\u{200D}", 5),
            Ok("Józef".into())
        );
        assert_eq!(clean_line(" \u{FEFF} ", 5), Ok(String::new()));
    }

    #[test]
    fn controls_and_overrides_are_refused() {
        for typed in [
            "a\0b",
            "a\u{1B}[31m",
            "a\u{202E}b",
            "a\u{2066}b",
            "a\u{E0041}",
            "a\u{FFFE}",
            "\u{85}",
        ] {
            assert_eq!(
                clean_line(typed, 40),
                Err(TextProblem::ControlCharacters),
                "{typed:?}"
            );
            assert_eq!(
                clean_text(typed, 40),
                Err(TextProblem::ControlCharacters),
                "{typed:?}"
            );
        }
    }

    #[test]
    fn length_is_counted_in_characters() {
        let name = "Ż".repeat(100);
        assert_eq!(clean_name(&name), Ok(name.clone()));
        let longer = Err(TextProblem::TooLong {
            max: 100,
            length: 300,
        });
        assert_eq!(clean_name(&"я".repeat(300)), longer);
    }

    #[test]
    fn names_of_the_world_pass() {
        for name in [
            "Łucja",
            "Анна-Мария",
            "O'Connor",
            "D’Arc",
            "Дар'я",
            "Мар\u{2BC}яна",
            "J. R. R.",
            "李小龍",
            "नरेंद्र",
            "Ó",
            "Skłodowska–Curie",
            "محمد",
        ] {
            assert_eq!(clean_name(name), Ok(name.to_owned()));
        }
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for typed in [
            "Ola 🎉",
            "R2D2",
            "-",
            "a@b",
            "<b>",
            "\u{301}a",
            "🅰",
            "Ania; DROP",
        ] {
            assert_eq!(clean_name(typed), Err(TextProblem::NotAName), "{typed:?}");
        }
        assert_eq!(clean_name(" \u{200B}"), Err(TextProblem::Empty));
    }

    #[test]
    fn lines_of_a_text_stay() {
        assert_eq!(
            clean_text("\r\nA  \r\n\r\n  B\rC\n\n", 20),
            Ok("A\n\n  B\nC".into())
        );
        assert_eq!(clean_text("👍🏽 ❤\u{FE0F}", 5), Ok("👍🏽 ❤\u{FE0F}".into()));
        assert_eq!(
            clean_text("abc", 2),
            Err(TextProblem::TooLong { max: 2, length: 3 })
        );
    }

    proptest! {
        #[test]
        fn what_was_cleaned_once_stays(typed in any::<String>(), max in 0_usize..60) {
            for clean in [clean_line, clean_text] {
                if let Ok(once) = clean(&typed, max) {
                    prop_assert!(once.chars().count() <= max);
                    let forbidden = once.contains(['\0', '\u{202E}', '\r']);
                    prop_assert!(!forbidden);
                    prop_assert_eq!(clean(&once, max), Ok(once));
                }
            }
            if let Ok(name) = clean_name(&typed) {
                prop_assert_eq!(clean_name(&name), Ok(name));
            }
        }
    }
}
