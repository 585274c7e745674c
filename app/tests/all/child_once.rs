//! `child_once` [B1], `child_exists` [B2]: a child is entered once, whoever types it, however, and whenever.

use std::sync::Arc;

use jiff::civil::date;
use zapis::accounts::RoleKind;
use zapis::families::actions::{Consents, EnterError, Entered, NewChild, enter};
use zapis::families::fields::Typed;
use zapis::families::permissions::may_enter_child;
use zapis::families::types::Known;

use crate::site::{Browser, Site, on_both};

pub const ENTER: &str = "/my/children/new";

/// What a parent types.
pub const ARTEM: [(&str, &str); 11] = [
    ("surname", "Lesin"),
    ("given_name", "Artem"),
    ("born_day", "14"),
    ("born_month", "3"),
    ("born_year", "2017"),
    ("birth_place", "Białystok"),
    ("sex", "male"),
    ("street", "ul. Lipowa 5"),
    ("postal_code", "15-427"),
    ("city", "Białystok"),
    ("consent", "yes"),
];

/// The same with some fields typed otherwise.
pub fn but<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = ARTEM
        .iter()
        .filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes).copied().collect()
}

pub async fn children(site: &Site) -> i64 {
    site.number("SELECT COUNT(*) FROM people WHERE identity_key IS NOT NULL")
        .await
}

async fn parents(site: &Site) -> (Browser, Browser) {
    let maria = site.participant("Maria Lesina", "maria@dom.example").await;
    let pawel = site.participant("Paweł Lesin", "pawel@dom.example").await;
    (maria, pawel)
}

async fn cases(site: &Site) -> i64 {
    site.number("SELECT COUNT(*) FROM duplicate_cases").await
}

on_both! {
    async fn a_parent_enters_a_child_and_finds_it_again(site: Site) {
        let (mut maria, mut pawel) = parents(&site).await;
        maria.get("/my/children").await.says("No child is here yet");
        let answer = maria.fill(ENTER, ENTER, &ARTEM).await;
        let there = answer.location.clone().unwrap();
        maria.follow().await.is(200).says("The child is added.").says("Artem Lesin").says("14 March 2017").says("not confirmed yet");
        maria.get("/my/children").await.says("Artem Lesin").says("9 years old");
        let letter = &site.letters_to("maria@dom.example").await[0];
        assert_eq!(letter.subject, "Artem is added");
        let words = format!("{letter:?}");
        assert!(!words.contains("2017") && !words.contains("Lesin"), "{words}");
        // What is hers is nobody else's.
        pawel.get(&there).await.is(404);
        pawel.get(&format!("{there}/change")).await.is(404);
        pawel.fill("/my/children", &format!("{there}/change"), &ARTEM).await.is(404);
        site.browser().get(&there).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM person_consents").await, 1);
    }

    async fn the_second_attempt_is_led_on_and_the_holder_is_told(site: Site) {
        let (mut maria, mut pawel) = parents(&site).await;
        maria.fill(ENTER, ENTER, &ARTEM).await.is(303);
        // Exactly; with other letters; with day and month exchanged and a mistyped name.
        for changes in [
            vec![],
            vec![("surname", "LESIN"), ("given_name", "Artém")],
            vec![("given_name", "Артем"), ("surname", "Лесин")],
            vec![("surname", "Lesinn")],
            vec![("born_day", "15")],
            vec![("given_name", "Lesin"), ("surname", "Artem")],
        ] {
            let page = pawel.fill(ENTER, ENTER, &but(&changes)).await;
            page.is(422).says("registered already").says("You typed").says_not("Maria").says_not("maria@").says_not("ma•");
            assert_eq!(children(&site).await, 1, "{changes:?}");
        }
        // What was typed comes back.
        let back = pawel.post(ENTER, &[("again", "1"), ("surname", "Lesin"), ("street", "ul. Długa 1")]).await;
        back.is(200).says("ul. Długa 1");
        // The holder hears it once a day, without who it was.
        let letters = site.letters_to("maria@dom.example").await;
        let met: Vec<_> = letters.iter().filter(|one| one.subject == "Somebody tried to add Artem").collect();
        assert_eq!(met.len(), 1);
        assert!(!format!("{met:?}").contains("Pawe"));
        // For her it is no problem: she is led to the child.
        maria.fill(ENTER, ENTER, &but(&[("surname", "Lesinn")])).await.is(303);
        maria.follow().await.says("This child is in your cabinet already");
        assert_eq!((children(&site).await, cases(&site).await), (1, 0));
    }

    async fn twins_brothers_and_namesakes_of_other_days_are_other_children(site: Site) {
        let (mut maria, mut pawel) = parents(&site).await;
        maria.fill(ENTER, ENTER, &ARTEM).await.is(303);
        maria.fill(ENTER, ENTER, &but(&[("given_name", "Gleb")])).await.is(303);
        maria.follow().await.says("The child is added.");
        maria.fill(ENTER, ENTER, &but(&[("given_name", "Wera"), ("sex", "female"), ("born_year", "2019")])).await.is(303);
        pawel.fill(ENTER, ENTER, &but(&[("born_day", "2"), ("born_month", "9"), ("born_year", "2013"), ("street", "ul. Długa 80")])).await.is(303);
        assert_eq!((children(&site).await, cases(&site).await), (4, 0));
    }

    async fn a_document_names_one_child(site: Site) {
        let (mut maria, mut pawel) = parents(&site).await;
        let pesel = ("document_kind", "pesel");
        for (number, words) in [
            ("1723141234", "A PESEL has 11 digits."),
            ("17231412345", "its last digit does not fit"),
            ("44051401359", "says another date of birth"),
        ] {
            let typed = but(&[("document_kind", "pesel"), ("document_number", number)]);
            maria.fill(ENTER, ENTER, &typed).await.is(422).says(words).says("Lesin");
        }
        let right = pesel_of_artem();
        let typed = but(&[pesel, ("document_number", &right)]);
        maria.fill(ENTER, ENTER, &typed).await.is(303);
        maria.follow().await.says("PESEL").says_not(&right);
        let sealed = site.number("SELECT COUNT(*) FROM documents").await;
        assert_eq!(sealed, 1);
        // Another name and the same document: the child is here.
        let other = but(&[pesel, ("document_number", &right), ("given_name", "Zenon"), ("surname", "Wrona")]);
        pawel.fill(ENTER, ENTER, &other).await.is(422).says("registered already").says_not("Artem");
        assert_eq!(children(&site).await, 1);
    }

    async fn a_child_is_corrected_until_it_is_confirmed(site: Site) {
        let (mut maria, _) = parents(&site).await;
        maria.fill(ENTER, ENTER, &ARTEM).await.is(303);
        maria.fill(ENTER, ENTER, &but(&[("given_name", "Gleb"), ("street", "ul. Nowa 1")])).await.is(303);
        let id = site.number("SELECT MIN(id) FROM people WHERE identity_key IS NOT NULL").await;
        let change = format!("/my/children/{id}/change");
        maria.get(&change).await.is(200).says("Lesin").says("Correct the data");
        let version = ("version", "1");
        maria.fill(&change, &change, &but(&[version, ("surname", "Lesin-Maj")])).await.is(303);
        maria.follow().await.says("Your changes are saved.").says("Lesin-Maj");
        assert_eq!(site.number("SELECT COUNT(*) FROM person_versions WHERE known LIKE '%Lesin%'").await, 1);
        // An older form, and the data of another child.
        maria.fill(&change, &change, &but(&[version, ("surname", "Wrona")])).await.is(422).says("Somebody has changed these data").says("Wrona");
        let twin = but(&[("version", "2"), ("given_name", "Gleb"), ("street", "ul. Nowa 1")]);
        maria.fill(&change, &change, &twin).await.is(422).says("Another child with these data is registered");
        site.sql("UPDATE people SET state = 'confirmed' WHERE id = $1", id).await;
        maria.get(&change).await.goes_to(&change.replace("/change", "/correct"));
        maria.fill("/my/children", &change, &ARTEM).await.is(422).says("Ask for a correction");
    }

    /// Perhaps the same child: it is entered, and an operator has to look, whatever else happens to it.
    async fn what_resembles_a_child_of_others_opens_a_case(site: Site) {
        let (mut maria, mut pawel) = parents(&site).await;
        maria.fill(ENTER, ENTER, &ARTEM).await.is(303);
        pawel.fill(ENTER, ENTER, &elsewhere(&[("born_day", "25")])).await.is(303);
        pawel.follow().await.says("There is a similar record").says("being looked at").says_not("Maria");
        assert_eq!((children(&site).await, cases(&site).await), (2, 1));
        let of_both = "SELECT COUNT(*) FROM duplicate_cases WHERE person_id > other_id AND state = 'open' AND bits > 0";
        assert_eq!(site.number(of_both).await, 1);
        let said = "SELECT COUNT(*) FROM duplicate_cases WHERE reasons LIKE '%birth_date%' AND reasons LIKE '%alike%' AND reasons LIKE '%given_name%'";
        assert_eq!(site.number(said).await, 1, "the fields that agreed are kept with the case");
        let measured = "SELECT COUNT(*) FROM duplicate_cases WHERE asked_from = 503 AND same_from = 1803 AND bits >= asked_from";
        assert_eq!(site.number(measured).await, 1, "the thresholds of a small register");
        // Who was here before is not held up by whoever came later.
        maria.get("/my/children").await.says_not("being looked at");
        let letters = site.letters_to("maria@dom.example").await;
        assert!(letters.iter().all(|one| !one.subject.contains("tried to add")), "nobody has tried to add hers");
        // A change that leaves them alike opens no second case, and the first one stays open.
        let second = site.number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL").await;
        let change = format!("/my/children/{second}/change");
        pawel.fill(&change, &change, &elsewhere(&[("born_day", "25"), ("version", "1"), ("birth_place", "Łapy")])).await.is(303);
        assert_eq!(cases(&site).await, 1);
    }

    async fn a_child_that_is_changed_keeps_its_documents(site: Site) {
        let (mut maria, mut pawel) = parents(&site).await;
        let other = ("document_kind", "other");
        let zenon = but(&[("given_name", "Zenon"), ("surname", "Wrona"), other, ("document_number", "AB 123456")]);
        maria.fill(ENTER, ENTER, &zenon).await.is(303);
        pawel.fill(ENTER, ENTER, &elsewhere(&[other, ("document_number", "CD 654321")])).await.is(303);
        let id = first_child(&site).await;
        let ways = "SELECT COUNT(*) FROM person_keys WHERE person_id = (SELECT MIN(person_id) FROM person_keys)";
        let before = site.number(ways).await;
        let change = format!("/my/children/{id}/change");
        maria.fill(&change, &change, &but(&[("version", "1"), ("given_name", "Zenon"), ("surname", "Wrona"), ("street", "ul. Nowa 1")])).await.is(303);
        assert_eq!(site.number(ways).await, before, "the document is still one of the ways to find it");
        assert_eq!(cases(&site).await, 0);
        // Without its document it would be the other child.
        maria.fill(&change, &change, &but(&[("version", "2"), ("surname", "Lesinn")])).await.is(303);
        assert_eq!(cases(&site).await, 1);
    }

    async fn a_document_is_added_and_corrected_later(site: Site) {
        let (mut maria, mut pawel) = parents(&site).await;
        maria.fill(ENTER, ENTER, &ARTEM).await.is(303);
        let id = first_child(&site).await;
        let (there, change) = (format!("/my/children/{id}"), format!("/my/children/{id}/change"));
        let documents = "SELECT COUNT(*) FROM documents";
        let (mistyped, right) = (pesel("1723141237"), pesel_of_artem());
        for (version, number) in [("1", &mistyped), ("2", &right)] {
            let typed = but(&[("version", version), ("document_kind", "pesel"), ("document_number", number)]);
            maria.fill(&change, &change, &typed).await.goes_to(&there);
            maria.follow().await.says("PESEL").says_not(number);
            assert_eq!(site.number(documents).await, 1, "the right number takes the place of the other");
        }
        let certificate = but(&[("version", "3"), ("document_kind", "birth_certificate"), ("document_number", "1465011/00/AU/2017/123456")]);
        maria.fill(&change, &change, &certificate).await.goes_to(&there);
        assert_eq!(site.number(documents).await, 2);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'child.change' AND after_state = 'document'").await, 3);
        // What the PESEL says has to fit what is typed later.
        for other in [("born_day", "15"), ("sex", "female")] {
            let typed = but(&[("version", "4"), other]);
            maria.fill(&change, &change, &typed).await.is(422).says("does not fit this date of birth");
        }
        let stranger = but(&[("given_name", "Zenon"), ("surname", "Wrona"), ("document_kind", "pesel"), ("document_number", &right)]);
        pawel.fill(ENTER, ENTER, &stranger).await.is(422).says("registered already");
        let once_typed = elsewhere(&[("given_name", "Zenon"), ("surname", "Wrona"), ("document_kind", "pesel"), ("document_number", &mistyped)]);
        pawel.fill(ENTER, ENTER, &once_typed).await.is(303);
    }

    /// `forgot_email` [B3], first part: by data and document, without asking anybody.
    async fn whoever_knows_the_document_is_reminded_of_the_address(site: Site) {
        let (mut maria, mut pawel) = parents(&site).await;
        let number = pesel_of_artem();
        let document = [("document_kind", "pesel"), ("document_number", number.as_str())];
        maria.fill(ENTER, ENTER, &but(&document)).await.is(303);
        let page = pawel.fill(ENTER, ENTER, &but(&document)).await;
        page.is(422).says("Which of these fits?");
        // What was typed is not asked again.
        let case = [document[0], document[1], ("case", "email")];
        let asked = pawel.fill(ENTER, "/my/children/next", &but(&case)).await;
        asked.is(200).says("action=\"/forgotten-address\"").says("value=\"Lesin\"").says("value=\"2017\"").says(&format!("value=\"{number}\""));
        let mut visitor = site.browser();
        visitor.get("/?lang=en").await;
        visitor.get("/forgotten-address").await.is(200).says("Do not make a new account");
        let ask = "/forgotten-address";
        let nothing = but(&[document[0], ("document_number", "birth 12345")]);
        visitor.fill(ask, ask, &nothing).await.is(422).says("A PESEL has 11 digits.");
        // The document of nobody, the name of nobody, and both of one child.
        let other = but(&[("document_kind", "other"), ("document_number", "ABC 12345")]);
        visitor.fill(ask, ask, &other).await.is(200).says("We found nothing").says_not("dom.example");
        let stranger = but(&[document[0], document[1], ("surname", "Wrona")]);
        visitor.fill(ask, ask, &stranger).await.is(200).says("We found nothing").says_not("dom.example");
        let letters = site.letters_to("maria@dom.example").await.len();
        visitor.fill(ask, ask, &but(&document)).await.is(200).says("We have written").says("ma•••@dom.example").says_not("maria@");
        let told = site.letters_to("maria@dom.example").await;
        assert_eq!(told.len(), letters + 1);
        assert!(told.last().unwrap().subject.contains("Which address"));
    }

    async fn two_guardians_share_one_child(site: Site) {
        let (mut maria, mut pawel) = parents(&site).await;
        maria.fill(ENTER, ENTER, &ARTEM).await.is(303);
        let id = site.number("SELECT MIN(id) FROM people WHERE identity_key IS NOT NULL").await;
        let (there, decide) = (format!("/my/children/{id}"), format!("/my/children/{id}/guardians"));
        let ask = but(&[("case", "guardian")]);
        for _ in 0..2 {
            pawel.fill(ENTER, "/my/children/next", &ask).await.goes_to("/my/children");
            pawel.follow().await.says("its holder has your question now").says_not("Artem");
        }
        // Of a child that is not here, the same is said.
        pawel.fill(ENTER, "/my/children/next", &but(&[("case", "guardian"), ("surname", "Wrona"), ("given_name", "Zenon")])).await.goes_to("/my/children");
        assert_eq!(site.number("SELECT COUNT(*) FROM guardianships WHERE state = 'asked'").await, 1);
        let asked: Vec<_> = site.letters_to("maria@dom.example").await;
        assert_eq!(asked.iter().filter(|one| one.subject.contains("asks to act")).count(), 1);
        let account = site.account("pawel@dom.example").await.to_string();
        pawel.fill("/my/children", &decide, &[("account", &account), ("answer", "yes")]).await.is(404);
        maria.get(&there).await.says("Paweł Lesin asks to act for this child too");
        maria.fill(&there, &decide, &[("account", "999999"), ("answer", "yes")]).await.is(404);
        maria.fill(&there, &decide, &[("account", &account), ("answer", "yes")]).await.goes_to(&there);
        maria.follow().await.says("Both of you act").says("Maria Lesina").says("Paweł Lesin");
        maria.fill(&there, &decide, &[("account", &account), ("answer", "no")]).await.is(404);
        pawel.get(&there).await.is(200).says("Artem Lesin");
        assert!(site.letters_to("pawel@dom.example").await.iter().any(|one| one.subject == "You act for Artem now"));
    }

    async fn other_ways_lead_to_an_institution(site: Site) {
        let (_, mut pawel) = parents(&site).await;
        for (case, words) in [("access", "can not get into the mailbox"), ("institution", "My child may have been entered"), ("namesake", "the same name and date of birth")] {
            let there = format!("/contact/write?about={case}");
            let typed = but(&[("case", case)]);
            let answer = pawel.fill(ENTER, "/my/children/next", &typed).await;
            // What was typed goes on in the form, and in no address.
            assert_eq!((answer.status, answer.location.as_deref()), (307, Some(there.as_str())));
            pawel.get(ENTER).await;
            pawel.post(&there, &typed).await.is(200).says(words).says("It is about this child: Artem Lesin.").says_not("2017");
        }
        pawel.fill(ENTER, "/my/children/next", &but(&[("case", "x")])).await.is(422).says("Choose one of the answers.").says("Lesin");
    }

    /// Sixty-four at the same moment, exactly and mistyped, from accounts of their own: one record.
    async fn many_who_come_at_once_make_one_record(site: Site) {
        let mut permits = Vec::new();
        for number in 0..64 {
            let email = format!("parent{number}@dom.example");
            site.participant("Jan Lesin", &email).await;
            let actor = site.actor(&email, RoleKind::Trainer, None).await;
            permits.push((number, may_enter_child(&actor)));
        }
        let site = Arc::new(site);
        let attempts = permits.into_iter().map(|(number, permit)| {
            let (app, now) = (site.app.clone(), site.now());
            tokio::spawn(async move { enter(&app, &permit, &mistyped(number), now).await })
        });
        let mut entered = 0;
        for attempt in attempts.collect::<Vec<_>>() {
            match attempt.await.unwrap() {
                Ok(Entered::New(_)) => entered += 1,
                Err(EnterError::Elsewhere) => {}
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((entered, children(&site).await), (1, 1));
    }
}

/// The child of another household, as somebody else types it.
fn elsewhere<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let home = [
        ("street", "ul. Długa 80"),
        ("postal_code", "50-001"),
        ("city", "Wrocław"),
    ];
    let changes: Vec<_> = home.iter().chain(changes).copied().collect();
    but(&changes)
}

async fn first_child(site: &Site) -> i64 {
    site.number("SELECT MIN(id) FROM people WHERE identity_key IS NOT NULL")
        .await
}

/// A number that fits the child of these tests.
pub fn pesel_of_artem() -> String {
    pesel("1723141235")
}

/// Ten digits with their control, made by the rule of the register: weights 1, 3, 7, 9.
fn pesel(digits: &str) -> String {
    let values = digits.chars().filter_map(|c| c.to_digit(10));
    let sum: u32 = values
        .zip([1, 3, 7, 9].iter().cycle())
        .map(|(digit, weight)| digit * weight)
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

/// The same child, as different people type it.
fn mistyped(number: usize) -> NewChild {
    let (surname, given_name, day) = match number % 4 {
        0 => ("Lesin", "Artem", 14),
        1 => ("Лесин", "Артём", 14),
        2 => ("Lesinn", "Artem", 14),
        _ => ("Lesin", "Artem", 15),
    };
    let known = Known {
        surname: surname.into(),
        given_name: given_name.into(),
        patronymic: String::new(),
        born_on: date(2017, 3, day),
        birth_place: "Białystok".into(),
        sex: "male".into(),
        municipality_id: None,
        street: "ul. Lipowa 5".into(),
        postal_code: "15-427".into(),
        city: "Białystok".into(),
    };
    NewChild {
        typed: Typed {
            known,
            document: None,
        },
        consents: Consents::default(),
    }
}
