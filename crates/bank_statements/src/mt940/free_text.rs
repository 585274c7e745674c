//! The `:86:` that is written for people, or with the bank's own words as keys.

use super::details::Details;
use crate::text::{account, clean, clean_some};

/// A line of this length was filled: the next one goes on in the middle of a word.
const FULL: usize = 65;

/// The labels of mBank's description: what each of them begins.
const LABELS: [(&str, Label); 6] = [
    ("Z RACH.:", Label::Account),
    ("NA RACH.:", Label::Account),
    ("OD:", Label::Name),
    ("DLA:", Label::Name),
    ("TYT.:", Label::Title),
    ("TNR:", Label::Reference),
];

#[derive(Clone, Copy, PartialEq)]
enum Label {
    Account,
    Name,
    Title,
    Reference,
}

/// One text from lines: a line that is full, or ends with a space, goes on in the next one, others are separated by a space.
pub(super) fn unwrap(lines: &[&str]) -> String {
    let mut text = String::new();
    let mut full = true;
    for line in lines {
        if !full {
            text.push(' ');
        }
        text.push_str(line);
        full = line.chars().count() >= FULL || line.ends_with(' ');
    }
    text
}

/// Reads a description without numbered parts.
pub(super) fn read(text: &str) -> Details {
    if text.contains("; TYT.:") {
        return labelled(text);
    }
    if text.starts_with('/') && (text.contains("/REMI/") || text.contains("/NAME/")) {
        return slashed(text);
    }
    Details {
        title: clean(text),
        ..Details::default()
    }
}

/// `…; Z RACH.: account; OD: name  address; TYT.: title; TNR: reference`
fn labelled(text: &str) -> Details {
    let mut marks: Vec<(usize, usize, Label)> = Vec::new();
    for (word, label) in LABELS {
        // A title may contain anything, so that the reference is looked for from the end.
        let found = match label {
            Label::Reference => text.rfind(&format!("; {word}")),
            _ => text.find(&format!("; {word}")),
        };
        marks.extend(found.map(|at| (at, at + 2 + word.len(), label)));
    }
    marks.sort_unstable_by_key(|mark| mark.0);
    let title_at = marks
        .iter()
        .find(|mark| mark.2 == Label::Title)
        .map_or(usize::MAX, |mark| mark.0);
    marks.retain(|mark| mark.0 <= title_at || mark.2 == Label::Reference);
    let mut details = Details::default();
    for (index, (_, from, label)) in marks.iter().enumerate() {
        let to = marks.get(index + 1).map_or(text.len(), |next| next.0);
        let value = text.get(*from..to).unwrap_or_default().trim();
        match label {
            Label::Account => details.account = account(value),
            Label::Name => details.name = clean_some(value.split("  ").next().unwrap_or_default()),
            Label::Title => details.title = clean(value),
            Label::Reference => details.reference = account(value),
        }
    }
    details
}

/// `/EREF/…/BENM//NAME/…/REMI/…`: keys of capital letters between slashes, as Dutch banks write them.
fn slashed(text: &str) -> Details {
    let mut details = Details::default();
    let mut key = "";
    let mut value = String::new();
    let mut store = |key: &str, value: &str| match key {
        "EREF" => details.reference = clean_some(value).filter(|text| text != "NOTPROVIDED"),
        "NAME" => details.name = clean_some(value),
        "IBAN" => details.account = account(value),
        "REMI" => details.title = clean(value.trim_start_matches("USTD//").trim_end_matches('/')),
        _ => {}
    };
    for part in text.split('/') {
        let known = matches!(
            part,
            "EREF"
                | "NAME"
                | "IBAN"
                | "REMI"
                | "BENM"
                | "ORDP"
                | "ISDT"
                | "BIC"
                | "TRTP"
                | "CSID"
                | "MARF"
                | "CNTP"
                | "PREF"
                | "SVCL"
                | "RTRN"
                | "ID"
                | "ADDR"
        );
        if known {
            store(key, value.trim_end_matches('/'));
            key = part;
            value.clear();
        } else {
            if !value.is_empty() {
                value.push('/');
            }
            value.push_str(part);
        }
    }
    store(key, &value);
    if details.title.is_empty() {
        details.title = clean(text);
    }
    details
}
