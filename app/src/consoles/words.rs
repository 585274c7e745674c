//! Lines in words, for the page and for the letter alike.

use super::types::Line;
use crate::i18n::Translator;

/// What waits, and how many.
pub(super) fn what(t: Translator, line: &Line) -> String {
    let key = format!("consoles-what-{}", line.what.code());
    t.get(&key).int("count", line.count).to_string()
}

/// Until when, or since when; empty where neither is known.
pub(super) fn when(t: Translator, line: &Line) -> String {
    let (key, day) = match (line.due, line.since) {
        (Some(due), _) if line.is_overdue => ("consoles-overdue", due),
        (Some(due), _) => ("consoles-due", due),
        (None, Some(since)) => ("consoles-since", since),
        (None, None) => return String::new(),
    };
    t.get(key).text("day", t.plain_date(day)).to_string()
}

/// Both in one sentence of the letter.
pub(super) fn sentence(t: Translator, line: &Line) -> String {
    let (what, when) = (what(t, line), when(t, line));
    if when.is_empty() {
        return what;
    }
    let both = t.get("consoles-line").text("what", what);
    both.text("when", when).to_string()
}
