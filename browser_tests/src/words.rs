//! What the pages say, read from the same files as the program reads, so that stories hold in every language.

use anyhow::{Context as _, Result, anyhow, ensure};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

use crate::site::workspace;

/// The literal pieces of a message, in order: what stands between its arguments.
///
/// # Errors
/// There is no such message, or it chooses among variants.
pub(crate) fn pieces(lang: &str, key: &str) -> Result<Vec<String>> {
    let text = find(lang, key)?;
    ensure!(
        !text.contains("->"),
        "{key} chooses among variants; a story can not wait for it"
    );
    let mut pieces = Vec::new();
    for part in text.split('{') {
        let literal = part.split_once('}').map_or(part, |(_, rest)| rest);
        let literal = plain(literal);
        if !literal.is_empty() {
            pieces.push(literal);
        }
    }
    Ok(pieces)
}

/// A message with the values of its arguments, in the variants that they choose.
///
/// # Errors
/// There is no such message, or it has another argument.
pub(crate) fn filled(lang: &str, key: &str, values: &[(&str, &str)]) -> Result<String> {
    let text = format!("said ={}\n", find(lang, key)?);
    let resource = FluentResource::try_new(text);
    let resource = resource.map_err(|(_, errors)| anyhow!("{key}: {errors:?}"))?;
    let mut bundle = FluentBundle::new(vec![lang.parse::<LanguageIdentifier>()?]);
    bundle.set_use_isolating(false);
    let added = bundle.add_resource(resource);
    added.map_err(|errors| anyhow!("{key}: {errors:?}"))?;
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        match value.parse::<i64>() {
            Ok(number) => arguments.set(*name, number),
            Err(_) => arguments.set(*name, *value),
        }
    }
    let pattern = bundle.get_message("said").and_then(|said| said.value());
    let pattern = pattern.with_context(|| format!("{key} has no text"))?;
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
    ensure!(errors.is_empty(), "{key}: {errors:?}");
    Ok(plain(&said))
}

fn find(lang: &str, key: &str) -> Result<String> {
    let folder = workspace().join("app/locales").join(lang);
    let mut files: Vec<_> = std::fs::read_dir(&folder)?.collect::<Result<_, _>>()?;
    files.sort_by_key(std::fs::DirEntry::file_name);
    files
        .iter()
        .filter_map(|file| std::fs::read_to_string(file.path()).ok())
        .find_map(|text| message_in(&text, key))
        .with_context(|| format!("there is no message {key} in {}", folder.display()))
}

fn message_in(text: &str, key: &str) -> Option<String> {
    let mut lines = text.lines();
    let first = lines.find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix('='))?;
    let rest = lines.take_while(|line| line.starts_with(' ') || line.starts_with('}'));
    Some(
        [first]
            .into_iter()
            .chain(rest)
            .collect::<Vec<_>>()
            .join("\n"),
    )
}

/// One space between words, whatever kind of space it was.
pub(crate) fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the pieces stand in the text, in this order.
pub(crate) fn stand_in(text: &str, pieces: &[String]) -> bool {
    let mut rest = text;
    pieces
        .iter()
        .all(|piece| match rest.split_once(piece.as_str()) {
            Some((_, after)) => {
                rest = after;
                true
            }
            None => false,
        })
}

#[cfg(test)]
mod tests {
    use super::{message_in, stand_in};

    #[test]
    fn messages_are_found_whole() {
        let text = "a-b = one\n    two { $x } three\na = four\n";
        assert_eq!(
            message_in(text, "a-b").as_deref(),
            Some(" one\n    two { $x } three")
        );
        assert_eq!(message_in(text, "a").as_deref(), Some(" four"));
        assert_eq!(message_in(text, "b"), None);
    }

    #[test]
    fn order_counts() {
        let pieces = ["one".to_owned(), "two".to_owned()];
        assert!(stand_in("one and two", &pieces));
        assert!(!stand_in("two and one", &pieces));
    }
}
