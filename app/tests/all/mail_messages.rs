//! What a letter looks like when it arrives: read back by an independent parser.

use mail_parser::{Message, MessageParser, MimeHeaders, PartType};
use proptest::prelude::*;
use zapis::i18n::Lang;
use zapis::mail::{Letterhead, compose};
use zapis::outbox::store::ClaimedRow;
use zapis::outbox::{Attachment, Letter, LetterId};

use crate::site::START;

fn row(recipient: &str, letter: Letter) -> ClaimedRow {
    ClaimedRow {
        id: LetterId::new(7),
        recipient: recipient.into(),
        letter: Some(letter),
        attempts: 0,
        queued_at: START.parse().unwrap(),
        first_tried_at: None,
    }
}

fn head() -> Letterhead {
    Letterhead::new("Zapis <zapis@lodz.example>", "Zapis", [7; 32]).unwrap()
}

fn bytes(letter: &Letter) -> Vec<u8> {
    compose(
        &head(),
        &row("ewa@szkola.example", letter.clone()),
        Vec::new(),
    )
    .unwrap()
    .formatted()
}

fn change_of_date() -> Letter {
    Letter {
        lang: Lang::Pl,
        sender: "Łódzkie Centrum Doskonalenia Nauczycieli".into(),
        subject: "Zmiana terminu: „Neurodydaktyka w praktyce” — środa zamiast wtorku, ta sama sala"
            .into(),
        paragraphs: vec![
            "Dzień dobry, <Ewa> & Jan!".into(),
            "Zmienił się termin szkolenia.".into(),
        ],
        facts: vec![
            ("Było".into(), "wtorek, 1 grudnia 2026, 9.00".into()),
            ("Jest".into(), "środa, 2 grudnia 2026, 9.00".into()),
        ],
        between: vec!["Sala jest na parterze.".into()],
        action: Some((
            "Zobacz szkolenie".into(),
            "https://zapisy.example/my/trainings?a=1&b=2".into(),
        )),
        after: vec!["Jeśli nie możesz przyjść, zrezygnuj.".into()],
        contact: "ŁCDN, 42 678 00 00".into(),
        secret: false,
        attachments: vec![Attachment {
            name: "szkolenie żółte.ics".into(),
            kind: "text/calendar; method=REQUEST; charset=utf-8".into(),
            text: "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Łódź\r\nEND:VCALENDAR\r\n".into(),
        }],
        enclosed: Vec::new(),
    }
}

fn parse(bytes: &[u8]) -> Message<'_> {
    MessageParser::default().parse(bytes).unwrap()
}

#[test]
fn subject_and_sender_are_read_in_their_letters() {
    for subject in [
        change_of_date().subject,
        "Группа отменена: щ — ёлка".to_owned(),
        "Plain".to_owned(),
    ] {
        let letter = Letter {
            subject: subject.clone(),
            ..change_of_date()
        };
        let bytes = bytes(&letter);
        let message = parse(&bytes);
        assert_eq!(message.subject(), Some(subject.as_str()));
        let from = message.from().unwrap().first().unwrap();
        assert_eq!(
            from.name(),
            Some("Łódzkie Centrum Doskonalenia Nauczycieli")
        );
        assert_eq!(from.address(), Some("zapis@lodz.example"));
        assert_eq!(
            message.to().unwrap().first().unwrap().address(),
            Some("ewa@szkola.example")
        );
        assert_eq!(
            message.header_raw("Auto-Submitted").map(str::trim),
            Some("auto-generated")
        );
        assert!(message.message_id().unwrap().ends_with("@lodz.example"));
        assert_eq!(message.date().unwrap().to_rfc3339(), START);
        assert!(bytes.is_ascii(), "old mail servers take seven bits");
        assert!(
            !message
                .headers_raw()
                .any(|(name, _)| name.starts_with("List-"))
        );
    }
}

#[test]
fn text_and_html_say_the_same() {
    let letter = change_of_date();
    let bytes = bytes(&letter);
    let message = parse(&bytes);
    let (text, html) = (message.body_text(0).unwrap(), message.body_html(0).unwrap());
    let shown = html
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&");
    let mut words = vec![
        letter.contact.as_str(),
        "Zobacz szkolenie",
        "https://zapisy.example/my/trainings?a=1&b=2",
    ];
    words.extend(
        letter
            .paragraphs
            .iter()
            .chain(&letter.between)
            .chain(&letter.after)
            .map(String::as_str),
    );
    words.extend(
        letter
            .facts
            .iter()
            .flat_map(|(label, value)| [label.as_str(), value.as_str()]),
    );
    for word in words {
        assert!(text.contains(word), "{word} in {text}");
        assert!(shown.contains(word), "{word} in {shown}");
    }
    assert!(html.contains("&#60;Ewa&#62;"), "names are escaped");
    assert!(html.contains("prefers-color-scheme: dark"));
    assert!(
        text.lines()
            .any(|line| line == "Zmienił się termin szkolenia.")
    );
}

#[test]
fn the_calendar_entry_stands_beside_the_text_and_as_a_file() {
    let letter = change_of_date();
    let bytes = bytes(&letter);
    let message = parse(&bytes);
    let kind = |part: &mail_parser::MessagePart<'_>| {
        let kind = part.content_type().unwrap();
        (
            kind.ctype().to_owned(),
            kind.subtype().unwrap_or_default().to_owned(),
        )
    };
    let structure: Vec<String> = message.parts.iter().map(|part| kind(part).1).collect();
    assert_eq!(
        structure,
        [
            "mixed",
            "alternative",
            "plain",
            "html",
            "calendar",
            "calendar"
        ]
    );
    for part in &message.parts[4..] {
        assert_eq!(
            part.content_type().unwrap().attribute("method"),
            Some("REQUEST")
        );
        let text = match &part.body {
            PartType::Text(text) => text.to_string(),
            other => panic!("{other:?}"),
        };
        assert_eq!(
            text.replace("\r\n", "\n").trim_end(),
            letter.attachments[0].text.replace("\r\n", "\n").trim_end()
        );
    }
    assert_eq!(
        message.parts[5].attachment_name(),
        Some("szkolenie żółte.ics")
    );
    assert!(message.parts[4].content_disposition().is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever stands in names and notes, a message has the headers it was given, and the parts it was given.
    #[test]
    fn nothing_typed_becomes_a_header(words in proptest::collection::vec("(?s)[a-zż]{0,3}(\r\n|\n|\r|\u{2028}|\0|--|\\.|Bcc: |: |.){0,6}", 5)) {
        let typed = |number: usize| format!("{}\r\nBcc: all@szkola.example\r\n\r\n--", words[number]);
        let letter = Letter {
            sender: typed(0),
            subject: typed(1),
            paragraphs: vec![typed(2), "\r\n.\r\nRCPT TO:<all@szkola.example>".into()],
            contact: typed(3),
            attachments: vec![Attachment { name: typed(4), ..change_of_date().attachments.remove(0) }],
            ..change_of_date()
        };
        let bytes = bytes(&letter);
        let message = parse(&bytes);
        let mut names: Vec<String> = message.headers_raw().map(|(name, _)| name.to_owned()).collect();
        names.sort();
        prop_assert_eq!(names, ["Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To"]);
        prop_assert_eq!(message.parts.len(), 6);
        prop_assert!(message.bcc().is_none());
        let text = String::from_utf8(bytes).unwrap();
        prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "only whole line ends");
    }

    /// Nor does an address that is none.
    #[test]
    fn an_address_holds_one_recipient(before in "[a-z]{0,3}", between in "\r\n|\n|\r|,|;| |>|<|\0", after in "[a-z]{1,3}@szkola.example") {
        let address = format!("{before}@szkola.example{between}{after}");
        prop_assert!(compose(&head(), &row(&address, change_of_date()), Vec::new()).is_err());
    }
}

#[test]
fn every_language_has_its_frame() {
    for (lang, words) in [
        (Lang::Pl, "wysłany automatycznie"),
        (Lang::Ru, "автоматически"),
        (Lang::En, "automatically"),
    ] {
        let bytes = bytes(&Letter {
            lang,
            ..change_of_date()
        });
        let message = parse(&bytes);
        assert!(message.body_text(0).unwrap().contains(words));
        assert!(message.body_html(0).unwrap().contains(words));
    }
}
