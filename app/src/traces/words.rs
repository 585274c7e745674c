//! Entries of the log in the reader's words: no codes, no JSON.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;

use super::rules::{Change, changes};
use super::types::{Held, Trace};
use crate::accounts::OrganisationId;
use crate::clock::zone;
use crate::enrolment::reasons;
use crate::i18n::Translator;
use crate::organisations::Tree;

/// Kinds of records that entries are about.
pub(super) const KINDS: [&str; 29] = [
    "account",
    "announcement",
    "applications",
    "certificate",
    "certificate_register",
    "charge",
    "charges",
    "closing",
    "course",
    "document_key",
    "enrolment",
    "entries",
    "entry",
    "group",
    "guide",
    "guide_version",
    "letter_text",
    "mail_domain",
    "merge",
    "merges",
    "organisation",
    "people",
    "person",
    "request",
    "requests",
    "session",
    "statement",
    "traces",
    "venue",
];
/// Characters of a value that are shown.
const LONGEST: usize = 200;
/// Fields of an entry that are shown.
const MOST: usize = 30;
/// A look at somebody of the own branch, which needs no reason.
pub(super) const OF_THE_BRANCH: &str = "#branch";

fn dashed(code: &str) -> String {
    code.to_ascii_lowercase().replace(['_', '.'], "-")
}

/// What was done.
pub(super) fn action(t: Translator, code: &str) -> String {
    let key = format!("trace-action-{}", dashed(code));
    if t.has(&key) {
        t.get(&key).to_string()
    } else {
        code.replace(['_', '.'], " ")
    }
}

/// What a kind of record is called.
pub(super) fn kind(t: Translator, code: &str) -> String {
    let key = format!("trace-kind-{}", dashed(code));
    if t.has(&key) {
        t.get(&key).to_string()
    } else {
        code.replace('_', " ")
    }
}

/// The record that it was done to, with its number; organisations by their names.
pub(super) fn subject(t: Translator, tree: &Tree, one: &Trace) -> String {
    let word = kind(t, &one.subject_kind);
    let id = OrganisationId::new(one.subject_id);
    let named = ["organisation", "certificate_register", "traces"];
    let name = tree.find(id).filter(|_| {
        let kind = one.subject_kind.as_str();
        named.contains(&kind)
    });
    match name {
        Some(home) => format!("{word}: {}", home.name),
        None if one.subject_id == 0 => word,
        None => t
            .get("traces-subject")
            .text("kind", word)
            .text("number", one.subject_id)
            .to_string(),
    }
}

/// The page of the record; nothing where there is none.
pub(super) fn page_of(one: &Trace) -> String {
    let of_children = ["child.", "case.", "guardian.", "move."];
    let folder = match one.subject_kind.as_str() {
        "announcement" => "announcements",
        "charge" => "payments/charges",
        "course" => "courses",
        "enrolment" => "enrolments",
        "entry" => "payments/entries",
        "group" => "groups",
        "merge" => "merges",
        "request" => "requests",
        "statement" => "payments/statements",
        "venue" => "venues",
        "person" if of_children.iter().any(|of| one.action.starts_with(of)) => "children",
        _ => "",
    };
    if folder.is_empty() || one.subject_id == 0 {
        return String::new();
    }
    format!("/staff/{folder}/{}", one.subject_id)
}

/// Why, in the reader's language where a template was chosen.
pub(super) fn reason(t: Translator, kept: &str) -> String {
    match kept {
        OF_THE_BRANCH => t.get("children-look-branch").to_string(),
        kept => reasons::say(t, kept),
    }
}

/// What was before and what is after, field by field.
pub(super) fn difference(t: Translator, tree: &Tree, one: &Trace) -> String {
    let all = changes(one.before_state.as_deref(), one.after_state.as_deref());
    let mut lines: Vec<String> = all
        .iter()
        .take(MOST)
        .map(|change| line(t, tree, one, change))
        .collect();
    if all.len() > MOST {
        let more = t.get("traces-more").int("count", all.len() - MOST);
        lines.push(more.to_string());
    }
    lines.join("; ")
}

fn line(t: Translator, tree: &Tree, one: &Trace, change: &Change) -> String {
    let say = |side: &Value| value(t, tree, &change.path, side);
    let (before, after) = (say(&change.before), say(&change.after));
    let is_count = change.path.is_empty() && after.parse::<i64>().is_ok();
    let lists = [".download", ".list", ".look_up", ".download_list"];
    if is_count && lists.iter().any(|end| one.action.ends_with(end)) {
        let rows = after.parse().unwrap_or(0_i64);
        return t.get("traces-rows").int("count", rows).to_string();
    }
    let difference = match (change.before.is_null(), change.after.is_null()) {
        (true, _) => after,
        (_, true) => t.get("traces-gone").text("before", before).to_string(),
        _ => format!("{before} → {after}"),
    };
    if change.path.is_empty() {
        difference
    } else {
        format!("{}: {difference}", field(t, &change.path))
    }
}

/// What a field is called, from the outside in; a field without words by its name.
fn field(t: Translator, path: &[String]) -> String {
    if let [meeting, person] = path
        && [meeting, person].iter().all(|one| is_number(one))
    {
        let text = t.get("traces-attendance").text("meeting", meeting);
        return text.text("enrolment", person).to_string();
    }
    let word = |name: &String| {
        let key = format!("trace-field-{}", dashed(name));
        if t.has(&key) {
            t.get(&key).to_string()
        } else {
            name.replace('_', " ")
        }
    };
    path.iter().map(word).collect::<Vec<_>>().join(" ")
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn value(t: Translator, tree: &Tree, path: &[String], value: &Value) -> String {
    let name = path.last().map_or("", String::as_str);
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => t.get("traces-yes").to_string(),
        Value::Bool(false) => t.get("traces-no").to_string(),
        Value::Number(number) => number.as_i64().map_or_else(
            || number.to_string(),
            |number| self::number(tree, name, number),
        ),
        Value::String(words) => text(t, words),
        Value::Array(list) => {
            let all = list.iter().map(|one| self::value(t, tree, path, one));
            all.collect::<Vec<_>>().join(", ")
        }
        other @ Value::Object(_) => other.to_string(),
    }
}

/// Amounts with a point, minutes of a day as a time, organisations by their names.
fn number(tree: &Tree, name: &str, number: i64) -> String {
    let of_organisations = ["organisation_id", "municipality_id", "workplace_id"];
    if name.ends_with("_minor") {
        let (whole, rest) = (number / 100, (number % 100).abs());
        return format!("{whole}.{rest:02}");
    }
    if ["from", "until"].contains(&name) {
        return format!("{:02}:{:02}", number / 60, number % 60);
    }
    let home = tree.find(OrganisationId::new(number));
    match home.filter(|_| of_organisations.contains(&name)) {
        Some(home) => home.name.clone(),
        None => number.to_string(),
    }
}

/// Instants and days as people write them, codes in words, the rest as it is.
fn text(t: Translator, kept: &str) -> String {
    if let Ok(at) = kept.parse::<Timestamp>() {
        return t.date_time(at, &zone());
    }
    if kept.len() == "2026-12-01".len()
        && let Ok(day) = kept.parse::<Date>()
    {
        return t.plain_date(day);
    }
    let codes: Option<Vec<String>> = kept.split(' ').map(|piece| code(t, piece)).collect();
    if let Some(codes) = codes {
        return codes.join(", ");
    }
    let mut shown: String = kept.chars().take(LONGEST).collect();
    if shown.len() < kept.len() {
        shown.push('…');
    }
    shown
}

/// The words of a code: a state, a role, a field; numbers stay. None for whatever else.
fn code(t: Translator, piece: &str) -> Option<String> {
    if is_number(piece) {
        return Some(piece.to_owned());
    }
    let is_code = |c: char| c.is_ascii_alphabetic() || c == '_';
    if piece.is_empty() || !piece.chars().all(is_code) {
        return None;
    }
    let keys = ["trace-value-", "trace-field-"];
    let mut keys = keys.iter().map(|begin| format!("{begin}{}", dashed(piece)));
    let key = keys.find(|key| t.has(key))?;
    Some(t.get(&key).to_string())
}

/// The role in which somebody acts for an organisation: one that holds there, or any that they have or had.
pub(super) fn role(
    t: Translator,
    tree: &Tree,
    held: &[&Held],
    on: Option<OrganisationId>,
) -> String {
    let fits = |one: &&&Held| match (one.organisation_id, on) {
        (Some(branch), Some(on)) => tree.is_within(on, branch) || tree.is_within(branch, on),
        (None, None) => true,
        _ => false,
    };
    let found = held.iter().find(fits).or_else(|| held.last());
    found.map_or_else(String::new, |one| {
        let key = format!("trace-role-{}", dashed(&one.role));
        t.get(&key).to_string()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn trace(action: &str, before: &str, after: &str) -> Trace {
        let side = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Trace {
            id: 1,
            at: Timestamp::UNIX_EPOCH,
            by_name: None,
            for_name: None,
            action: action.to_owned(),
            subject_kind: "group".to_owned(),
            subject_id: 7,
            organisation_id: None,
            before_state: side(before),
            after_state: side(after),
            reason: None,
        }
    }

    fn said(one: &Trace) -> String {
        difference(Translator::new(Lang::En), &Tree::default(), one).replace('\u{a0}', " ")
    }

    #[test]
    fn fields_and_values_are_in_words() {
        let one = trace(
            "group.save",
            r#"{"capacity":12,"price_minor":12050,"needs_approval":false,"odd_field":null}"#,
            r#"{"capacity":14,"price_minor":0,"needs_approval":true,"odd_field":"x"}"#,
        );
        assert_eq!(
            said(&one),
            "places: 12 → 14; approved by staff: no → yes; odd field: x; price: 120.50 → 0.00"
        );
        assert_eq!(
            said(&trace("group.publish", "draft", "published")),
            "draft → published"
        );
        assert_eq!(
            said(&trace("child.change", "", "surname city")),
            "surname, town"
        );
        assert_eq!(said(&trace("child.list", "", "3")), "3 rows");
        assert_eq!(
            said(&trace("material.delete", "Slides.pdf", "")),
            "no longer: Slides.pdf"
        );
    }

    #[test]
    fn a_record_has_a_page_where_staff_has_one() {
        assert_eq!(page_of(&trace("group.save", "", "")), "/staff/groups/7");
        let mut one = trace("child.view", "", "");
        one.subject_kind = "person".to_owned();
        assert_eq!(page_of(&one), "/staff/children/7");
        one.action = "enrolment.look_up".to_owned();
        assert_eq!(page_of(&one), "");
    }

    #[test]
    fn every_kind_and_role_has_its_words() {
        let t = Translator::new(Lang::Ru);
        for kind in KINDS {
            assert!(t.has(&format!("trace-kind-{}", dashed(kind))), "{kind}");
        }
        for role in crate::accounts::RoleKind::ALL {
            assert!(t.has(&format!("trace-role-{}", dashed(role.code()))));
        }
    }
}
