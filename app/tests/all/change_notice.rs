//! A11: a change of a published group is mailed to everybody concerned, once, from old to new, with a calendar entry.

use database::DbError;
use zapis::outbox::Letter;

use crate::fixtures::Training;
use crate::join::press_join;
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::{Typed, edit, edit_form, operator};

const ANNA: &str = "anna@poczta.example";
const IVAN: &str = "ivan@poczta.example";

/// Two people with a place, who read Polish and Russian, and an operator.
async fn opening(site: &Site) -> (Training, Browser) {
    let training = site
        .training("Pierwsza pomoc")
        .meeting("2026-12-01T16:00", "2026-12-01T19:15")
        .meeting("2026-12-08T16:00", "2026-12-08T19:15")
        .publish()
        .await;
    for (name, email, language) in [("Anna Nowak", ANNA, "pl"), ("Ivan Lis", IVAN, "ru")] {
        let mut browser = site.participant(name, email).await;
        press_join(&mut browser, &training).await;
        let work = site.app.db.write(move |tx| {
            Box::pin(async move {
                let speak = "UPDATE accounts SET language = $2 WHERE email_key = $1";
                tx.exec(speak, &[&email, &language]).await
            })
        });
        work.await.map_err(|error: DbError| error).unwrap();
    }
    let olga = operator(site, &training, "Olga Radina").await;
    (training, olga)
}

async fn letters(site: &Site, email: &str) -> Vec<Letter> {
    let mut all = site.letters_to(email).await;
    all.remove(0);
    all
}

/// The SEQUENCE and the UIDs of a letter's calendar entries.
fn entries(letter: &Letter, file: usize) -> (Vec<String>, Vec<String>) {
    let text = letter.attachments[file].text.replace("\r\n ", "");
    let all = |name: &str| {
        text.lines()
            .filter_map(|line| line.strip_prefix(name))
            .map(str::to_owned)
            .collect()
    };
    (all("SEQUENCE:"), all("UID:"))
}

fn fact<'a>(letter: &'a Letter, label: &str) -> &'a str {
    let found = letter.facts.iter().find(|(name, _)| name == label);
    found.map_or_else(
        || panic!("no {label} in {:?}", letter.facts),
        |(_, value)| value,
    )
}

on_both! {
    async fn a_new_date_and_place_are_told_from_old_to_new(site: Site) {
        let (training, mut olga) = opening(&site).await;
        let mut typed = edit_form(&mut olga, &training).await.with("place", "ul. Lipowa 5, sala 3").pairs()
            .into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>();
        let first = typed.iter_mut().find(|(name, _)| name == "meeting_date").unwrap();
        "2.12.2026".clone_into(&mut first.1);
        let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let asked = olga.post(&edit(&training), &typed).await;
        asked.is(200).says("We will write to 2 people.").says("Tuesday, 1 December 2026, 16:00–19:15")
            .says("Wednesday, 2 December 2026, 16:00–19:15").says("ul. Lipowa 5, sala 3").says("Save and send 2 letters");
        assert!(letters(&site, ANNA).await.is_empty(), "nothing is mailed before it is confirmed");
        let confirmed = Typed::of_page(&asked.text());
        olga.post(&edit(&training), &confirmed.pairs()).await.is(303);
        olga.follow().await.is(200).says("The letters are on their way").says("Wednesday, 2 December 2026");

        let [anna, ivan] = [&letters(&site, ANNA).await[0], &letters(&site, IVAN).await[0]].map(Clone::clone);
        assert_eq!(anna.subject, "Zmiana w szkoleniu: Pierwsza pomoc");
        assert_eq!(fact(&anna, "Termin spotkania"), "wtorek, 1 grudnia 2026, 16:00–19:15 → środa, 2 grudnia 2026, 16:00–19:15");
        assert_eq!(fact(&anna, "Miejsce"), "ul. Ogrodowa 4, sala 12 → ul. Lipowa 5, sala 3");
        assert_eq!(fact(&ivan, "Время занятия"), "вторник, 1 декабря 2026, 16:00–19:15 → среда, 2 декабря 2026, 16:00–19:15");
        assert!(anna.attachments[0].kind.contains("method=REQUEST"));
        let (sequences, ids) = entries(&anna, 0);
        assert_eq!(sequences, ["1", "1"]);
        let before = entries(&site.letters_to(ANNA).await[0], 0);
        assert_eq!((before.0, before.1), (vec!["0".to_owned(), "0".to_owned()], ids), "the same entries, changed");

        // Sent twice, it is refused as out of date, and nobody hears of it again.
        olga.post(&edit(&training), &confirmed.pairs()).await.is(422);
        assert_eq!((letters(&site, ANNA).await.len(), letters(&site, IVAN).await.len()), (1, 1));
    }

    async fn nobody_is_written_to_when_nothing_that_matters_changes(site: Site) {
        let (training, mut olga) = opening(&site).await;
        let form = edit_form(&mut olga, &training).await.with("capacity", "25").with("signatory_name", "Maria Zięba");
        olga.post(&edit(&training), &form.pairs()).await.is(303);
        olga.follow().await.says("Saved.").says("2 of 25");
        assert!(letters(&site, ANNA).await.is_empty() && letters(&site, IVAN).await.is_empty());
    }

    async fn a_meeting_taken_away_leaves_the_calendar(site: Site) {
        let (training, mut olga) = opening(&site).await;
        let form = edit_form(&mut olga, &training).await.with("remove_meeting", "1");
        let shorter = olga.post(&edit(&training), &form.pairs()).await;
        let asked = olga.post(&edit(&training), &Typed::of_page(&shorter.text()).pairs()).await;
        asked.is(200).says("Cancelled meeting").says("will not take place");
        olga.post(&edit(&training), &Typed::of_page(&asked.text()).pairs()).await.is(303);
        let anna = &letters(&site, ANNA).await[0];
        assert_eq!(fact(anna, "Odwołane spotkanie"), "wtorek, 8 grudnia 2026, 16:00–19:15 → nie odbędzie się");
        assert_eq!(entries(anna, 0).1, [format!("meeting-{}@127.0.0.1", training.meeting_ids[0])]);
        assert!(anna.attachments[1].kind.contains("method=CANCEL"));
        assert_eq!(entries(anna, 1), (vec!["1".into()], vec![format!("meeting-{}@127.0.0.1", training.meeting_ids[1])]));
    }

    async fn another_trainer_and_link_are_told_too(site: Site) {
        let (training, mut olga) = opening(&site).await;
        let form = edit_form(&mut olga, &training).await
            .with("trainers", "Jan Kos").with("mode", "mixed").with("online_link", "https://spotkania.example/abc");
        let asked = olga.post(&edit(&training), &form.pairs()).await;
        olga.post(&edit(&training), &Typed::of_page(&asked.text()).pairs()).await.is(303);
        let anna = &letters(&site, ANNA).await[0];
        assert_eq!(fact(anna, "Prowadzący"), "Halina Wrońska → Jan Kos");
        assert_eq!(fact(anna, "Forma zajęć"), "Stacjonarnie → Częściowo online");
        assert_eq!(fact(anna, "Link do spotkań"), "brak → https://spotkania.example/abc");
    }

    async fn an_organiser_without_an_address_has_the_one_that_letters_come_from(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        site.sql("UPDATE organisations SET email = '' WHERE id = $1", training.organisation_id.get()).await;
        site.app.catalogue.refresh(&site.app.db, site.now()).await.unwrap();
        let mut anna = site.participant("Anna Nowak", ANNA).await;
        press_join(&mut anna, &training).await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let form = edit_form(&mut olga, &training).await.with("trainers", "Jan Kos");
        let asked = olga.post(&edit(&training), &form.pairs()).await;
        olga.post(&edit(&training), &Typed::of_page(&asked.text()).pairs()).await.is(303);
        let letters = letters(&site, ANNA).await;
        let entry = letters[0].attachments[0].text.replace("\r\n ", "");
        assert!(entry.contains("\":mailto:zapis@localhost\r\n"), "{entry}");
    }
}
