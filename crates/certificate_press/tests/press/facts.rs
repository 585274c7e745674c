//! Facts are what people typed: never markup, and exact or refused.

use certificate_press::{Facts, Field, Lang, Limits, Press, PressError, Template, unprintable};
use proptest::prelude::*;

use crate::sample;
use crate::tools::Printed;

fn print(facts: &Facts) -> Result<Printed, PressError> {
    Press::new(Limits::default())
        .print(facts, &Template::standard(), Lang::Pl)
        .map(|pdf| Printed::new(&pdf))
}

#[test]
fn facts_are_never_markup() {
    let names = [
        "#panic()",
        "*x* _y_",
        r#""\""#,
        "$x$",
        "#eval(\"1\")",
        "<label> @reference",
        "// comment /* more",
        "= Heading",
        "- item",
        "\\u{41}",
        "`raw`",
        "{{name}} ${name} %s",
        "</text>",
        "~- x",
        "[content] #[content]",
    ];
    for name in names {
        let mut facts = sample::facts(Lang::Pl, 1);
        facts.full_name = name.to_owned();
        facts.title = name.to_owned();
        facts.topics = vec![name.to_owned()];
        facts.trainers = vec![name.to_owned()];
        let text = print(&facts).unwrap().text();
        assert_eq!(text.matches(name).count(), 4, "{name} in {text}");
    }
}

#[test]
fn a_name_that_cannot_be_printed_exactly_is_refused() {
    for (name, character) in [
        ("Jan 😀 Kowalski", '😀'),
        ("山田太郎", '山'),
        ("Jan \u{e001}", '\u{e001}'),
        ("Ja\u{332}n", '\u{332}'),
    ] {
        let mut facts = sample::facts(Lang::Pl, 1);
        facts.full_name = name.to_owned();
        let refused = print(&facts).err();
        assert_eq!(
            refused,
            Some(PressError::UnprintableCharacter {
                field: Field::FullName,
                character
            })
        );
        assert_eq!(unprintable(name), Some(character));
    }
    assert_eq!(
        unprintable("Małgorzata Żółć Щербакова Ђорђе Ñandú Παπαδόπουλος O’Brien"),
        None
    );
}

#[test]
fn a_description_shows_a_mark_in_place_of_what_has_no_letter() {
    let mut facts = sample::facts(Lang::Pl, 1);
    facts.topics = vec!["Praca z 🐕 psem".to_owned(), "\u{0}\u{200f}".to_owned()];
    let text = print(&facts).unwrap().text();
    assert!(text.contains("Praca z ? psem"), "{text}");
    assert!(
        !text.contains("2."),
        "a topic of nothing visible is no topic: {text}"
    );
}

#[test]
fn what_cannot_be_seen_is_left_out() {
    let mut facts = sample::facts(Lang::Pl, 1);
    facts.full_name = "\u{feff}Jan\u{0}\u{202e} \tKo\u{200b}walski\u{200f}\n".to_owned();
    let text = print(&facts).unwrap().text();
    assert!(text.contains("że Jan Kowalski ur."), "{text}");
}

#[test]
fn accents_are_composed() {
    let mut facts = sample::facts(Lang::Pl, 1);
    facts.full_name = "Zo\u{301}fia Z\u{307}ak".to_owned();
    assert!(print(&facts).unwrap().text().contains("Zófia Żak"));
}

#[test]
fn an_endless_qr_is_refused() {
    let mut facts = sample::facts(Lang::Pl, 1);
    facts.qr_payload = "x".repeat(5_000);
    assert_eq!(
        print(&facts).err(),
        Some(PressError::QrTooLong { bytes: 5_000 })
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed is printed or refused by name; the typesetter never stumbles over a fact.
    #[test]
    fn any_text_is_printed_or_refused(name in "\\PC{0,40}|[\\x{300}-\\x{36f}\\x{590}-\\x{5ff}a-z ]{0,20}", topic in any::<String>()) {
        let mut facts = sample::facts(Lang::Pl, 1);
        facts.full_name = name.clone();
        facts.topics = vec![topic];
        match Press::new(Limits::default()).print(&facts, &Template::standard(), Lang::Pl) {
            Ok(_) => prop_assert_eq!(unprintable(&name), None),
            Err(PressError::UnprintableCharacter { field, character }) => {
                prop_assert_eq!((field, Some(character)), (Field::FullName, unprintable(&name)));
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
