//! Administrators' templates: they see the facts and nothing else, and cannot hold the press up.

use std::time::Duration;

use certificate_press::{Lang, Limits, Press, PressError, Template};

use crate::sample;
use crate::tools::Printed;

const HEAD: &str = "#let facts = json(\"/facts.json\")\n#set document(title: facts.title)\n#set text(lang: facts.lang)\n";

fn print(limits: Limits, template: &str) -> Result<Vec<u8>, PressError> {
    let template = Template::parse(format!("{HEAD}{template}"))?;
    Press::new(limits).print(&sample::facts(Lang::Pl, 214), &template, Lang::Pl)
}

#[test]
fn a_template_of_ones_own_is_used() {
    let pdf = print(
        Limits::default(),
        "= Dyplom\n#facts.full_name #image(\"/qr.svg\", alt: \"QR\")",
    )
    .unwrap();
    let text = Printed::new(&pdf).text();
    assert!(
        text.contains("Dyplom") && text.contains("Małgorzata Żółć-Gęślińska"),
        "{text}"
    );
}

#[test]
fn no_file_package_or_clock_is_within_reach() {
    for reach in [
        "#read(\"/etc/passwd\")",
        "#read(\"../../../../etc/passwd\")",
        "#read(\"Cargo.toml\")",
        "#include \"other.typ\"",
        "#import \"@preview/tablex:0.0.8\": tablex",
        "#image(\"https://example.org/x.png\", alt: \"x\")",
        "#datetime.today()",
    ] {
        let refused = print(Limits::default(), reach).unwrap_err();
        assert!(
            matches!(refused, PressError::Template { line: Some(4), .. }),
            "{reach}: {refused}"
        );
    }
}

#[test]
fn a_mistake_is_shown_with_its_line() {
    let broken = Template::parse("= Title\n\n#let x = (").unwrap_err();
    assert!(
        matches!(broken, PressError::Template { line: Some(3), .. }),
        "{broken}"
    );
    let unknown = print(Limits::default(), "= Title\n#facts.unknown").unwrap_err();
    let PressError::Template {
        message,
        line: Some(5),
    } = unknown
    else {
        panic!("{unknown}")
    };
    assert!(message.contains("unknown"), "{message}");
}

#[test]
fn what_would_not_be_accessible_is_refused() {
    let refused = print(Limits::default(), "= Dyplom\n#image(\"/qr.svg\")").unwrap_err();
    assert!(
        matches!(&refused, PressError::Template { message, .. } if message.contains("alt")),
        "{refused}"
    );
}

#[test]
fn too_many_pages_are_refused() {
    let refused = print(
        Limits {
            pages: 2,
            ..Limits::default()
        },
        "a #pagebreak() b #pagebreak() c",
    )
    .unwrap_err();
    assert_eq!(refused, PressError::TooManyPages { pages: 3, limit: 2 });
}

#[test]
fn a_runaway_template_is_given_up_and_not_run_again() {
    let limit = Duration::from_millis(1);
    let press = Press::new(Limits {
        time: limit,
        ..Limits::default()
    });
    let facts = sample::facts(Lang::Pl, 214);
    let slow = Template::parse(format!(
        "{HEAD}#for a in range(2000) {{ for b in range(500) {{ }} }}"
    ))
    .unwrap();
    assert_eq!(
        press.print(&facts, &slow, Lang::Pl),
        Err(PressError::TooSlow { limit })
    );
    assert_eq!(
        press.print(&facts, &slow, Lang::Pl),
        Err(PressError::TooSlow { limit })
    );
}
