//! What was decided meanwhile, as the page says it to whoever came to decide it.

use jiff::Timestamp;

use super::zone;
use crate::i18n::Translator;

/// What was decided, by whom and when, and why.
pub(super) struct Decided {
    pub(super) what: String,
    /// Empty where nobody is known to have decided.
    pub(super) by: String,
    /// Empty where nobody said so.
    pub(super) reason: String,
}

impl Decided {
    /// `what` is the key of the sentence.
    pub(super) fn new(t: Translator, what: &str, who: &str, at: Option<Timestamp>) -> Self {
        let by = |at| {
            let said = t.get("children-decided-by").text("name", who);
            said.text("when", t.date_time(at, &zone())).to_string()
        };
        Self {
            what: t.get(what).to_string(),
            by: at.map(by).filter(|_| !who.is_empty()).unwrap_or_default(),
            reason: String::new(),
        }
    }

    /// With what whoever decided gave as the reason.
    pub(super) fn because(self, reason: &str) -> Self {
        Self {
            reason: reason.to_owned(),
            ..self
        }
    }
}
