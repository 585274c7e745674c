//! What looks like a message that nobody wrote, as pure rules. Nothing is thrown away for it: a person may write such a thing, so
//! staff reads it last, and decides. The sender is told nothing.

/// More links than this nobody needs to say what happened.
const MOST_LINKS: usize = 3;

/// What is known of a message without an account.
#[derive(Clone, Copy, Debug)]
pub struct Signs<'a> {
    /// What was written.
    pub text: &'a str,
    /// What stands in the field that people do not see.
    pub trap: &'a str,
    /// Whether the same words came from another address within a day.
    pub is_repeated: bool,
}

/// Whether a message is read last.
pub fn is_doubtful(signs: &Signs<'_>) -> bool {
    !signs.trap.trim().is_empty() || signs.is_repeated || links(signs.text) > MOST_LINKS
}

/// How many links stand in a text, with or without what they begin with.
fn links(text: &str) -> usize {
    let lower = text.to_lowercase();
    let schemes = lower.matches("://").count();
    let bare = lower
        .split_whitespace()
        .filter(|word| word.starts_with("www.") && !word.contains("://"))
        .count();
    let marked = lower.matches("[url").count() + lower.matches("<a href").count();
    schemes.max(marked) + bare
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn says(text: &str, trap: &str, is_repeated: bool) -> bool {
        is_doubtful(&Signs {
            text,
            trap,
            is_repeated,
        })
    }

    #[test]
    fn people_are_not_taken_for_machines() {
        for text in [
            "",
            "Dzień dobry, nie pamiętam adresu.",
            "See https://zapis.example/courses/7 and https://zapis.example/help, please",
            "Не могу войти: http://zapis.example/sign-in",
        ] {
            assert!(!says(text, "", false), "{text}");
        }
        assert!(!says("a", "  ", false));
    }

    #[test]
    fn what_machines_write_is_read_last() {
        assert!(says("a", "https://shop.example", false));
        assert!(says("a", "", true));
        assert!(says(
            "http://a.example http://b.example www.c.example https://d.example",
            "",
            false
        ));
        assert!(says("[url=x] [url=y] [URL=z] [url=w]", "", false));
    }

    proptest! {
        #[test]
        fn more_words_never_make_a_message_less_doubtful(text in ".{0,200}", more in ".{0,200}") {
            if says(&text, "", false) {
                let longer = format!("{text} {more}");
                prop_assert!(says(&longer, "", false));
            }
        }

        #[test]
        fn text_without_a_link_is_fine(text in "[\\p{L} .,!?0-9]{0,300}") {
            prop_assume!(!text.to_lowercase().contains("www."));
            prop_assert!(!says(&text, "", false));
        }
    }
}
