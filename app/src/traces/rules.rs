//! What stood before and after, field by field, and looks that are one: pure.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use serde_json::Value;

use super::types::OwnTrace;

/// The same that is done by the same within this time is told once.
const ONCE: SignedDuration = SignedDuration::from_hours(1);

/// Something that is otherwise than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Names and places of the field from the outside in: `meetings`, `2`, `starts_at`. Nothing where all of it is one value.
    pub path: Vec<String>,
    /// Before; [`Value::Null`] for nothing.
    pub before: Value,
    /// After; [`Value::Null`] for nothing.
    pub after: Value,
}

/// What differs between what an entry has before and after: by field where it has fields.
pub fn changes(before: Option<&str>, after: Option<&str>) -> Vec<Change> {
    let (before, after) = (read(before), read(after));
    let (mut old, mut new) = (BTreeMap::new(), BTreeMap::new());
    flatten(&mut Vec::new(), before, &mut old);
    flatten(&mut Vec::new(), after, &mut new);
    let places: BTreeSet<&Vec<Part>> = old.keys().chain(new.keys()).collect();
    let value = |side: &BTreeMap<Vec<Part>, Value>, path: &Vec<Part>| {
        side.get(path).cloned().unwrap_or(Value::Null)
    };
    let change = |path: &Vec<Part>| Change {
        path: path.iter().map(Part::text).collect(),
        before: value(&old, path),
        after: value(&new, path),
    };
    let all = places.into_iter().map(change);
    all.filter(|one| one.before != one.after).collect()
}

/// A step on the way to a value; places of lists stand in the order of their numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Place(usize),
    Name(String),
}

impl Part {
    fn text(&self) -> String {
        match self {
            Self::Place(place) => place.to_string(),
            Self::Name(name) => name.clone(),
        }
    }
}

/// Objects and lists are read; whatever else it is, is a text.
fn read(state: Option<&str>) -> Value {
    let text = state.unwrap_or_default();
    if text.is_empty() {
        return Value::Null;
    }
    match serde_json::from_str(text) {
        Ok(value @ (Value::Object(_) | Value::Array(_))) => value,
        _ => Value::String(text.to_owned()),
    }
}

fn flatten(path: &mut Vec<Part>, value: Value, into: &mut BTreeMap<Vec<Part>, Value>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                path.push(Part::Name(name));
                flatten(path, value, into);
                path.pop();
            }
        }
        Value::Array(list) if list.iter().any(|one| one.is_object() || one.is_array()) => {
            for (index, value) in list.into_iter().enumerate() {
                path.push(Part::Place(index + 1));
                flatten(path, value, into);
                path.pop();
            }
        }
        Value::Array(list) if list.is_empty() => {}
        Value::Null => {}
        value => {
            into.insert(path.clone(), value);
        }
    }
}

/// Entries from the newest on, without those that say the same as one that came within the hour after them.
pub(super) fn once_an_hour(all: Vec<OwnTrace>) -> Vec<OwnTrace> {
    let mut told: Vec<OwnTrace> = Vec::new();
    for one in all {
        let is_same = |other: &&OwnTrace| {
            other.action == one.action
                && other.account_id == one.account_id
                && other.about == one.about
                && other.reason == one.reason
        };
        let newer = told.iter().rev().find(is_same);
        if newer.is_none_or(|newer| newer.at.duration_since(one.at) > ONCE) {
            told.push(one);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(before: &str, after: &str) -> Vec<String> {
        let all = changes(Some(before), Some(after));
        let line = |one: &Change| format!("{}: {} > {}", one.path.join("."), one.before, one.after);
        all.iter().map(line).collect()
    }

    #[test]
    fn objects_differ_by_field_and_the_rest_is_left_out() {
        let all = said(
            r#"{"title":"A","hours":4,"place":null}"#,
            r#"{"title":"B","hours":4,"place":"12"}"#,
        );
        assert_eq!(all, [r#"place: null > "12""#, r#"title: "A" > "B""#]);
    }

    #[test]
    fn lists_of_objects_differ_by_place_in_the_order_of_numbers() {
        let list = |last: u8| {
            let all: Vec<String> = (1..=11)
                .map(|number| format!(r#"{{"at":{}}}"#, if number == 2 { last } else { number }))
                .collect();
            format!(r#"{{"meetings":[{}],"trainers":[1,2]}}"#, all.join(","))
        };
        assert_eq!(said(&list(2), &list(9)), ["meetings.2.at: 2 > 9"]);
        let short = said(r#"{"meetings":[]}"#, &list(2));
        assert_eq!(short.len(), 12);
        assert_eq!(short[1], "meetings.2.at: null > 2");
        assert_eq!(short[9], "meetings.10.at: null > 10");
    }

    #[test]
    fn words_are_one_value() {
        assert_eq!(said("draft", "published"), [r#": "draft" > "published""#]);
        assert!(changes(None, None).is_empty());
        assert_eq!(changes(Some(""), Some("12"))[0].before, Value::Null);
        assert_eq!(changes(None, Some("12"))[0].after, Value::from("12"));
    }
}
