//! The fields of a template, as pure rules: `{name}` in the text is replaced by what the request says.

/// What a template can ask for.
pub const FIELDS: [&str; 6] = ["name", "child", "organisation", "phone", "hours", "number"];

/// Stands where the request does not say what a field asks for. It is not sent: somebody writes in its place first.
pub const GAP: &str = "[…]";

/// The parts of a text: words as they are, and what stands between braces.
fn parts(text: &str) -> Vec<(&str, Option<&str>)> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((before, after)) = rest.split_once('{') {
        let Some((field, behind)) = after.split_once('}') else {
            break;
        };
        parts.push((before, Some(field)));
        rest = behind;
    }
    parts.push((rest, None));
    parts
}

/// The first thing between braces that is no field.
pub fn unknown_field(text: &str) -> Option<String> {
    let mut fields = parts(text).into_iter().filter_map(|(_, field)| field);
    fields
        .find(|field| !FIELDS.contains(field))
        .map(str::to_owned)
}

/// The text with its fields replaced, and which of them the request does not say.
pub fn fill(text: &str, values: &[(&'static str, String)]) -> (String, Vec<&'static str>) {
    let (mut filled, mut missing) = (String::new(), Vec::new());
    for (words, field) in parts(text) {
        filled.push_str(words);
        let Some(field) = field else { continue };
        let known = FIELDS.into_iter().find(|known| *known == field);
        let value = values.iter().find(|(name, _)| *name == field);
        match (value, known) {
            (Some((_, value)), _) if !value.is_empty() => filled.push_str(value),
            (_, Some(known)) => {
                filled.push_str(GAP);
                if !missing.contains(&known) {
                    missing.push(known);
                }
            }
            // No field at all: it stays as it was written.
            _ => {
                filled.push('{');
                filled.push_str(field);
                filled.push('}');
            }
        }
    }
    (filled, missing)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn fields_are_filled_and_what_is_missing_is_said() {
        let values = [("name", "Maria".to_owned()), ("child", String::new())];
        let (text, missing) = fill("{name}, {child} and {child}: {hours}.", &values);
        assert_eq!(text, "Maria, […] and […]: […].");
        assert_eq!(missing, ["child", "hours"]);
    }

    #[test]
    fn what_is_no_field_is_named() {
        assert_eq!(unknown_field("{name} {nmae}").as_deref(), Some("nmae"));
        assert_eq!(unknown_field("{name} {"), None);
        assert_eq!(unknown_field("{}").as_deref(), Some(""));
    }

    proptest! {
        #[test]
        fn a_text_without_fields_stays_as_it_is(text in "[^{}]{0,300}") {
            prop_assert_eq!(fill(&text, &[]), (text.clone(), Vec::new()));
            prop_assert_eq!(unknown_field(&text), None);
        }

        #[test]
        fn what_fills_a_field_is_not_read_again(value in ".{1,50}") {
            let (text, missing) = fill("<{name}>", &[("name", value.clone())]);
            prop_assert_eq!(text, format!("<{value}>"));
            prop_assert!(missing.is_empty());
        }
    }
}
