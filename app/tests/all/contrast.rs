//! Contrast of the stylesheet's colours, computed as WCAG 2.2 says, in both schemes and with more contrast asked for.

use std::collections::BTreeMap;

const CSS: &str = include_str!("../../assets/zapis.css");

/// Body text, which is read for long: 7:1.
const BODY: [(&str, &[&str]); 2] = [
    (
        "ink",
        &[
            "paper",
            "surface",
            "sunk",
            "accent-tint",
            "done-tint",
            "attention-tint",
            "problem-tint",
            "information-tint",
        ],
    ),
    ("muted", &["paper", "surface"]),
];

/// All other text: 4.5:1.
const TEXT: [(&str, &[&str]); 9] = [
    ("muted", &["sunk", "accent-tint"]),
    ("accent", &["paper", "surface", "sunk", "accent-tint"]),
    ("accent-deep", &["paper", "surface", "sunk", "accent-tint"]),
    ("on-accent", &["accent", "accent-deep"]),
    ("done", &["paper", "surface", "done-tint"]),
    ("attention", &["paper", "surface", "attention-tint"]),
    ("problem", &["paper", "surface", "problem-tint"]),
    ("information", &["paper", "surface", "information-tint"]),
    // the danger button under a pointer
    ("surface", &["problem"]),
];

/// Edges of fields and buttons, and the ring around what has the focus: 3:1.
const EDGES: [(&str, &[&str]); 2] = [
    ("edge", &["paper", "surface"]),
    ("accent", &["paper", "surface"]),
];

type Colours = BTreeMap<String, String>;

#[test]
fn the_scheme_of_the_reader_is_readable() {
    let pairs = pairs(after("@supports (color: light-dark("));
    assert!(pairs.len() >= 19, "{} tokens were read", pairs.len());
    for scheme in schemes(&pairs) {
        check(&scheme);
    }
}

#[test]
fn more_contrast_is_more_than_enough() {
    let asked_for = pairs(after("@media (prefers-contrast: more)"));
    assert!(asked_for.contains_key("ink"));
    let mut all = pairs(after("@supports (color: light-dark("));
    all.extend(asked_for);
    for scheme in schemes(&all) {
        check(&scheme);
        assert!(contrast(&scheme["edge"], &scheme["surface"]) >= 7.0);
    }
}

#[test]
fn browsers_without_light_dark_get_the_light_colours() {
    let plain = declared(after(":root {"));
    for (name, (light, _)) in pairs(after("@supports (color: light-dark(")) {
        assert_eq!(plain.get(&name), Some(&light), "--{name}");
    }
}

#[test]
fn contrast_is_computed_as_the_standard_says() {
    assert!((contrast("#000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!((contrast("#777777", "#fff") - 4.48).abs() < 0.01);
    assert!((contrast("#123456", "#123456") - 1.0).abs() < 1e-9);
}

fn check(colours: &Colours) {
    for (least, texts) in [(7.0, &BODY[..]), (4.5, &TEXT[..]), (3.0, &EDGES[..])] {
        for (front, backs) in texts {
            for back in *backs {
                let ratio = contrast(&colours[*front], &colours[*back]);
                assert!(
                    ratio >= least,
                    "--{front} {} on --{back} {}: {ratio:.2}, wanted {least}",
                    colours[*front],
                    colours[*back]
                );
            }
        }
    }
}

/// The stylesheet from the block that begins with `mark`, up to the end of its declarations.
fn after(mark: &str) -> &'static str {
    let block = CSS.split_once(mark).expect(mark).1;
    block.split_once('}').expect("the block ends").0
}

/// Plain colours: `--ink: #14201e;`.
fn declared(block: &str) -> Colours {
    declarations(block)
        .filter(|(_, value)| value.starts_with('#'))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// Pairs: `--ink: light-dark(#14201e, #e9efec);`.
fn pairs(block: &str) -> BTreeMap<String, (String, String)> {
    declarations(block)
        .filter_map(|(name, value)| {
            let inside = value.strip_prefix("light-dark(")?.strip_suffix(')')?;
            let (light, dark) = inside.split_once(',')?;
            Some((
                name.to_owned(),
                (light.trim().to_owned(), dark.trim().to_owned()),
            ))
        })
        .collect()
}

fn declarations(block: &str) -> impl Iterator<Item = (&str, &str)> {
    block.split(';').filter_map(|declaration| {
        let (_, declaration) = declaration.split_once("--")?;
        let (name, value) = declaration.split_once(':')?;
        Some((name.trim(), value.trim()))
    })
}

fn schemes(pairs: &BTreeMap<String, (String, String)>) -> [Colours; 2] {
    let light = pairs
        .iter()
        .map(|(name, (light, _))| (name.clone(), light.clone()));
    let dark = pairs
        .iter()
        .map(|(name, (_, dark))| (name.clone(), dark.clone()));
    [light.collect(), dark.collect()]
}

fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let digits = colour.strip_prefix('#').expect("a colour begins with #");
    let step = digits.len() / 3;
    let channel = |index: usize| {
        let part = &digits[index * step..(index + 1) * step];
        let doubled = if step == 1 {
            part.repeat(2)
        } else {
            part.to_owned()
        };
        let value =
            f64::from(u8::from_str_radix(&doubled, 16).expect("hexadecimal digits")) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(0) + 0.7152 * channel(1) + 0.0722 * channel(2)
}

/// A list whose class no rule knows has bullets beside its cards.
#[test]
fn every_kind_of_list_has_a_rule() {
    let mut unknown = Vec::new();
    for (path, text) in crate::house_rules::files("app/templates", "html") {
        for tag in ["<ul class=\"", "<ol class=\""] {
            for piece in text.split(tag).skip(1) {
                let classes = piece.split('"').next().unwrap_or_default();
                let is_known = |class: &str| CSS.contains(&format!(".{class}"));
                if !classes.contains('{') && !classes.split(' ').any(is_known) {
                    unknown.push(format!("{}: {classes}", path.display()));
                }
            }
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}
