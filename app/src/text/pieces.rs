//! Where a line may break inside a word.

/// Characters of a word that stays whole; fewer than a phone's line has.
const LONGEST: usize = 20;

/// The text in pieces between which a line may break: what people type without blanks, the name of a file for one,
/// may be longer than the screen is wide. Together they are the text.
pub fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut begin, mut length) = (0, 0);
    for (place, sign) in text.char_indices() {
        if sign.is_whitespace() {
            length = 0;
        } else if length == LONGEST {
            pieces.extend(text.get(begin..place));
            (begin, length) = (place, 1);
        } else {
            length += 1;
        }
    }
    pieces.extend(text.get(begin..));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_long_is_broken_and_nothing_is_lost() {
        assert_eq!(pieces(""), [""]);
        assert_eq!(
            pieces("Karty pracy i źródła.csv"),
            ["Karty pracy i źródła.csv"]
        );
        let word = "ż".repeat(LONGEST);
        assert_eq!(pieces(&word), [word.as_str()]);
        let long = format!("Plan {word}{word}ż.pdf");
        let broken = pieces(&long);
        assert_eq!(broken.concat(), long);
        assert_eq!(broken, [format!("Plan {word}"), word, "ż.pdf".to_owned()]);
    }
}
