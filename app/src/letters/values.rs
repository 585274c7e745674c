//! What is filled into a letter.

/// The values that are whole numbers, wherever they are filled in.
pub const NUMBERS: [&str; 4] = ["hours", "meetings", "days", "position"];

/// What a letter's text is filled with.
#[derive(Clone, Debug, Default)]
pub struct Values {
    pub(super) texts: Vec<(&'static str, String)>,
    pub(super) numbers: Vec<(&'static str, i64)>,
    pub(super) blocks: Vec<(&'static str, Vec<String>)>,
    pub(super) facts: Vec<(String, String)>,
    pub(super) address: Option<String>,
    pub(super) words: Option<String>,
}

impl Values {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A value that sentences may name.
    #[must_use]
    pub fn text(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.texts.push((name, value.to_string()));
        self
    }

    /// A whole number that sentences may name, and that chooses the form of a word; one of [`NUMBERS`].
    #[must_use]
    pub fn number(mut self, name: &'static str, value: i64) -> Self {
        self.numbers.push((name, value));
        self.text(name, value)
    }

    /// Sentences, a paragraph each; none leaves the place empty.
    #[must_use]
    pub fn block(
        mut self,
        name: &'static str,
        paragraphs: impl IntoIterator<Item = String>,
    ) -> Self {
        self.blocks.push((name, paragraphs.into_iter().collect()));
        self
    }

    /// The facts as label and value.
    #[must_use]
    pub fn facts(mut self, facts: Vec<(String, String)>) -> Self {
        self.facts = facts;
        self
    }

    /// Where the button leads; without it there is none.
    #[must_use]
    pub fn button(mut self, address: String) -> Self {
        self.address = Some(address);
        self
    }

    /// Other words for the button than those of the kind.
    #[must_use]
    pub fn button_saying(mut self, words: String) -> Self {
        self.words = Some(words);
        self
    }

    pub(super) fn value(&self, name: &str) -> &str {
        let found = self.texts.iter().find(|(other, _)| *other == name);
        found.map_or("", |(_, value)| value)
    }

    pub(super) fn count(&self, name: &str) -> Option<i64> {
        let found = self.numbers.iter().find(|(other, _)| *other == name);
        found.map(|(_, value)| *value)
    }

    pub(super) fn paragraphs(&self, name: &str) -> &[String] {
        let found = self.blocks.iter().find(|(other, _)| *other == name);
        found.map_or(&[], |(_, paragraphs)| paragraphs)
    }
}
