//! The document itself: archivable, accessible, readable, the same every time.

use certificate_press::{Facts, Lang, Limits, Press, Template, code};
use ed25519_dalek::SigningKey;
use serde_json::{Value, json};

use crate::sample;
use crate::tools::{Objects, Printed};

const LANGUAGES: [Lang; 3] = [Lang::Pl, Lang::Ru, Lang::En];

fn print(facts: &Facts, lang: Lang) -> Printed {
    Printed::new(
        &Press::new(Limits::default())
            .print(facts, &Template::standard(), lang)
            .unwrap(),
    )
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for lang in LANGUAGES {
        let report = print(&sample::facts(lang, 214), lang).seen_by("qpdf", &["--check"], &[]);
        assert!(
            report.contains("No syntax or stream encoding errors found"),
            "{report}"
        );
    }
}

#[test]
fn it_claims_and_keeps_pdf_a_2a_and_pdf_ua_1() {
    for (lang, facts) in LANGUAGES
        .map(|lang| (lang, sample::facts(lang, 214)))
        .into_iter()
        .chain([(Lang::Pl, sample::longest(Lang::Pl))])
    {
        let objects = print(&facts, lang).objects();
        let root = objects.root();
        let xmp = String::from_utf8(objects.stream(&root["/Metadata"])).unwrap();
        for claim in [
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<xmp:CreateDate>2026-12-09T10:00:00",
        ] {
            assert!(xmp.contains(claim), "{claim} is missing in {xmp}");
        }
        assert!(
            xmp.contains(facts.title.trim_end()),
            "the title is in {xmp}"
        );

        assert_eq!(root["/Lang"], json!(format!("u:{}", lang.code())));
        assert_eq!(objects.follow(&root["/MarkInfo"])["/Marked"], json!(true));
        assert_eq!(
            objects.follow(&root["/ViewerPreferences"])["/DisplayDocTitle"],
            json!(true)
        );
        assert_eq!(objects.trailer()["/ID"].as_array().map(Vec::len), Some(2));
        for forbidden in [
            "/Encrypt",
            "/OpenAction",
            "/AA",
            "/AcroForm",
            "/OCProperties",
        ] {
            assert_eq!(
                (&objects.trailer()[forbidden], &root[forbidden]),
                (&Value::Null, &Value::Null),
                "{forbidden}"
            );
        }
        colours_are_defined(&objects, root);
        fonts_are_embedded(&objects);
        structure_is_tagged(&objects, root);
    }
}

fn colours_are_defined(objects: &Objects, root: &Value) {
    let intents = objects.follow(&root["/OutputIntents"]);
    let intent = objects.follow(&intents[0]);
    assert_eq!(intent["/S"], json!("/GTS_PDFA1"));
    let profile = objects.stream(&intent["/DestOutputProfile"]);
    assert_eq!(&profile[36..40], b"acsp", "an ICC profile");
}

fn fonts_are_embedded(objects: &Objects) {
    let descriptors = objects.all_with("/Type", "/FontDescriptor");
    assert!(descriptors.len() >= 2);
    for descriptor in descriptors {
        assert!(
            ["/FontFile", "/FontFile2", "/FontFile3"]
                .iter()
                .any(|file| descriptor.get(file).is_some()),
            "{descriptor}"
        );
    }
    let composite = objects.all_with("/Subtype", "/Type0");
    assert!(composite.len() >= 2);
    for font in composite {
        assert!(font.get("/ToUnicode").is_some(), "{font}");
    }
    for unembedded in ["/Type1", "/TrueType", "/Type3"] {
        assert!(objects.all_with("/Subtype", unembedded).is_empty());
    }
}

fn structure_is_tagged(objects: &Objects, root: &Value) {
    assert_eq!(
        objects.follow(&root["/StructTreeRoot"])["/Type"],
        json!("/StructTreeRoot")
    );
    assert_eq!(objects.all_with("/S", "/H1").len(), 1);
    assert!(
        !objects.all_with("/S", "/L").is_empty(),
        "topics are a list"
    );
    let figures = objects.all_with("/S", "/Figure");
    assert_eq!(figures.len(), 1, "the QR");
    assert!(
        figures[0]["/Alt"]
            .as_str()
            .unwrap()
            .contains("https://szkolenia.example.org/verify/")
    );
}

#[test]
fn every_font_is_embedded() {
    for lang in LANGUAGES {
        let fonts = print(&sample::facts(lang, 214), lang).seen_by("pdffonts", &[], &[]);
        let fonts: Vec<&str> = fonts.lines().skip(2).collect();
        assert!(!fonts.is_empty());
        for font in fonts {
            assert!(
                font.contains("LibertinusSerif") && font.contains(" yes yes yes "),
                "{font}"
            );
        }
    }
}

#[test]
fn every_fact_can_be_read_back() {
    for lang in LANGUAGES {
        let mut facts = sample::facts(lang, 214);
        facts.topics.extend([
            "ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ".to_owned(),
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя АЁЩЪЫЭЮЯ".to_owned(),
        ]);
        let text = print(&facts, lang).text();
        let one_line = [
            &facts.organisation,
            &facts.number,
            &facts.full_name,
            &facts.born_on,
            &facts.birth_place,
            &facts.title,
        ];
        let rest = [
            &facts.hours,
            &facts.dates,
            &facts.issue_place,
            &facts.issue_date,
            &facts.signatory.name,
            &facts.signatory.role,
        ];
        let all = one_line
            .into_iter()
            .chain(rest)
            .chain(&facts.topics)
            .chain(&facts.trainers)
            .chain([&facts.verify_address]);
        for fact in all {
            assert!(text.contains(fact.as_str()), "{fact} is not in {text}");
        }
        let kind = match lang {
            Lang::Pl => "Zaświadczenie nr 214/2026",
            Lang::Ru => "Сертификат № 214/2026",
            Lang::En => "Certificate No. 214/2026",
        };
        assert!(text.contains(kind), "{text}");
    }
}

#[test]
fn the_qr_reads_as_what_was_handed_in_and_verifies_offline() {
    let key = SigningKey::from_bytes(&[7; 32]);
    let mut facts = sample::facts(Lang::Ru, 214);
    let title = "Ё".repeat(200);
    let issued_on = jiff::civil::date(2026, 12, 9);
    let claims =
        code::Claims::new(i64::MAX, &facts.number, &title, issued_on, &facts.full_name).unwrap();
    facts.qr_payload = code::address(
        "https://szkolenia.example.org/",
        "214-2026",
        &code::sign(&key, &claims),
    );
    let read = print(&facts, Lang::Ru).qr();
    assert_eq!(read, facts.qr_payload);
    let verified = code::verify(&key.verifying_key(), &read).unwrap();
    assert!(verified.is_held_by(&facts.full_name));
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    let (press, template) = (
        Press::new(Limits {
            forget_after: 2,
            ..Limits::default()
        }),
        Template::standard(),
    );
    let facts = sample::facts(Lang::Pl, 214);
    let first = press.print(&facts, &template, Lang::Pl).unwrap();
    let others: Vec<Vec<u8>> = (1..4)
        .map(|number| {
            press
                .print(&sample::facts(Lang::Pl, number), &template, Lang::Pl)
                .unwrap()
        })
        .collect();
    assert!(others.iter().all(|other| *other != first));
    assert!(press.print(&facts, &template, Lang::Pl).unwrap() == first);
    assert!(
        Press::new(Limits::default())
            .print(&facts, &template, Lang::Pl)
            .unwrap()
            == first
    );
}

#[test]
fn whatever_the_length_nothing_leaves_the_frame() {
    for lang in LANGUAGES {
        for (facts, most) in [
            (sample::facts(lang, 1), 1),
            (sample::many_topics(lang), 1),
            (sample::longest(lang), 3),
        ] {
            let printed = print(&facts, lang);
            assert!(printed.pages() <= most);
            for ([left, top, right, bottom], [width, height]) in printed.word_boxes() {
                let frame = 36.0;
                let inside =
                    left > frame && top > frame && right < width - frame && bottom < height - frame;
                assert!(inside, "{lang:?}: {left} {top} {right} {bottom}");
            }
            let letters = |text: &str| {
                text.chars()
                    .filter(|letter| letter.is_alphanumeric())
                    .collect::<String>()
            };
            assert!(
                letters(&printed.text()).contains(&letters(&facts.full_name)),
                "the whole name is readable"
            );
            assert_eq!(printed.qr(), facts.qr_payload);
        }
    }
}
