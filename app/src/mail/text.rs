//! The text part: paragraphs on one line each, which every program wraps to its own width.

use crate::i18n::Translator;
use crate::outbox::Letter;

/// The letter as plain text; says the same as its HTML part.
pub fn text_of(letter: &Letter, site_name: &str) -> String {
    let t = Translator::new(letter.lang);
    let mut blocks: Vec<String> = letter.paragraphs.clone();
    if !letter.facts.is_empty() {
        let lines = letter
            .facts
            .iter()
            .map(|(label, value)| format!("{label}: {value}"));
        blocks.push(lines.collect::<Vec<_>>().join("\n"));
    }
    blocks.extend(letter.between.iter().cloned());
    if let Some((words, address)) = &letter.action {
        blocks.push(format!("{words}:\n{address}"));
    }
    blocks.extend(letter.after.iter().cloned());
    blocks.push("—".to_owned());
    let mut end = Vec::new();
    if !letter.contact.is_empty() {
        end.push(
            t.get("letters-contact")
                .text("contact", &letter.contact)
                .to_string(),
        );
    }
    end.push(
        t.get("letters-automatic")
            .text("site", site_name)
            .to_string(),
    );
    blocks.push(end.join("\n"));
    blocks.join("\n\n") + "\n"
}
