//! Messages: the same in all three languages, every one used, none missing, right plural forms.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use zapis::i18n::{Lang, sources};

use crate::house_rules::files;

/// Keys that are put together from parts: an error's code, a notice's code, a state …
const PUT_TOGETHER: [&str; 3] = ["error-", "flash-", "web-error-"];

#[derive(Debug, Default, PartialEq, Eq)]
struct Message {
    variables: BTreeSet<String>,
    /// Plural categories of each selector over a number.
    plurals: Vec<BTreeSet<String>>,
}

type Messages = BTreeMap<String, Message>;

fn messages(lang: Lang) -> BTreeMap<&'static str, Messages> {
    let read = |source: &str| {
        let resource = fluent_syntax::parser::parse(source.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
        let mut found = Messages::new();
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut facts = Message::default();
                walk(&message.value.expect("a message with a text"), &mut facts);
                assert!(
                    found.insert(message.id.name.clone(), facts).is_none(),
                    "{} twice",
                    message.id.name
                );
            }
        }
        found
    };
    sources(lang)
        .into_iter()
        .map(|(room, source)| (room, read(source)))
        .collect()
}

fn walk(pattern: &Pattern<String>, facts: &mut Message) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => note(inline, facts),
            Expression::Select { selector, variants } => {
                note(selector, facts);
                let names = variants.iter().map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => name.clone(),
                    VariantKey::NumberLiteral { value } => value.clone(),
                });
                let names: BTreeSet<String> = names.collect();
                if names
                    .iter()
                    .any(|name| ["one", "few", "many"].contains(&name.as_str()))
                {
                    facts.plurals.push(names);
                }
                for variant in variants {
                    walk(&variant.value, facts);
                }
            }
        }
    }
}

fn note(inline: &InlineExpression<String>, facts: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            facts.variables.insert(id.name.clone());
        }
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. },
            ..
        } => {
            for argument in positional {
                note(argument, facts);
            }
        }
        _ => {}
    }
}

#[test]
fn all_languages_say_the_same() {
    let polish = messages(Lang::Pl);
    for lang in [Lang::Ru, Lang::En] {
        let other = messages(lang);
        for (room, expected) in &polish {
            let keys = |messages: &Messages| messages.keys().cloned().collect::<BTreeSet<_>>();
            let (left, right) = (keys(expected), keys(&other[room]));
            let differing: Vec<_> = left.symmetric_difference(&right).collect();
            assert!(
                differing.is_empty(),
                "{room}.ftl: in {lang:?} or Polish only: {differing:?}"
            );
            for (key, message) in expected {
                assert_eq!(
                    message.variables, other[room][key].variables,
                    "variables of {key} in {lang:?}"
                );
            }
        }
    }
}

#[test]
fn plural_forms_are_complete() {
    for lang in Lang::ALL {
        let wanted: &[&str] = if lang == Lang::En {
            &["one", "other"]
        } else {
            &["one", "few", "many", "other"]
        };
        for (key, message) in messages(lang).into_values().flatten() {
            for forms in &message.plurals {
                let missing: Vec<_> = wanted
                    .iter()
                    .filter(|form| !forms.contains(**form))
                    .collect();
                assert!(missing.is_empty(), "{key} in {lang:?} lacks {missing:?}");
            }
        }
    }
}

fn program_text() -> String {
    let parts = files("app/src", "rs")
        .into_iter()
        .chain(files("app/templates", "html"));
    parts.map(|(_, text)| text).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_message_is_used() {
    let text = program_text();
    let unused: Vec<String> = messages(Lang::Pl)
        .into_values()
        .flat_map(Messages::into_keys)
        .filter(|key| !is_put_together(&text, key) && !text.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unused.is_empty(), "nobody says these: {unused:?}");
}

/// A key whose beginning is a string of the program that ends in a hyphen before a blank or a bracket.
fn is_put_together(text: &str, key: &str) -> bool {
    let pieces = key.match_indices('-').map(|(at, _)| &key[..=at]);
    PUT_TOGETHER.iter().any(|prefix| key.starts_with(prefix))
        || pieces.into_iter().any(|prefix| {
            text.contains(&format!("\"{prefix}{{")) || text.contains(&format!("\"{prefix}\""))
        })
}

#[test]
fn no_message_is_missing() {
    let polish = messages(Lang::Pl);
    let known: BTreeSet<&String> = polish.values().flat_map(BTreeMap::keys).collect();
    let text = program_text();
    let mut missing = BTreeSet::new();
    for (at, begin) in text.match_indices("get(\"") {
        let key = text[at + begin.len()..]
            .split('"')
            .next()
            .unwrap_or_default();
        let is_key = key.contains('-')
            && key
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
        if is_key
            && polish
                .keys()
                .any(|room| key.starts_with(&format!("{room}-")))
            && !known.contains(&key.to_owned())
        {
            missing.insert(key.to_owned());
        }
    }
    assert!(missing.is_empty(), "no text for these: {missing:?}");
}
