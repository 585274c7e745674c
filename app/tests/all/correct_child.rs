//! `correct_child` [B5]: a guardian asks, an operator decides; an operator corrects; what would be another child opens a case.

use crate::child_once::{ENTER, but};
use crate::site::{Browser, Site, on_both};
use crate::staff_children::{Region, family, find, operator, region};

async fn confirmed(site: &Site) -> (Region, Browser, i64, Browser) {
    let region = region(site).await;
    let (maria, id) = family(site, &region).await;
    site.sql("UPDATE people SET state = 'confirmed' WHERE id = $1", id)
        .await;
    let mut olga = operator(site, region.nursery, "olga@biala.example").await;
    find(&mut olga).await;
    (region, maria, id, olga)
}

on_both! {
    async fn a_guardian_asks_and_an_operator_accepts(site: Site) {
        let (region, mut maria, id, mut olga) = confirmed(&site).await;
        let ask = format!("/my/children/{id}/correct");
        maria.get(&ask).await.is(200).says("Lesin");
        let nothing = but(&[("reason", "x")]);
        maria.post(&ask, &nothing).await.is(422).says("Nothing differs");
        let wanted = but(&[("surname", "Lesin-Maj"), ("reason", "A new surname."), ("document_kind", "other"), ("document_number", "SO 1234/26")]);
        maria.post(&ask, &but(&[("surname", "Lesin-Maj")])).await.is(422).says("href=\"#reason\"").says("Lesin-Maj");
        maria.post(&ask, &wanted).await.goes_to(&format!("/my/children/{id}"));
        maria.follow().await.says("We have passed it on.").says("You have asked for a correction.").says("Lesin</dd>");
        maria.get(&ask).await.is(404);
        let one = format!("/staff/corrections/{}", site.number("SELECT MAX(id) FROM child_corrections").await);
        let mut stranger = operator(&site, region.school, "ewa@czarna.example").await;
        stranger.get(&one).await.is(404);
        let fields = [("deed", "accept"), ("version", "1")];
        stranger.get("/").await;
        stranger.post(&one, &fields).await.is(404);
        let mut admin = site.staff("Anna Wójt", "anna@biala.example", zapis::accounts::RoleKind::OrganisationAdministrator, Some(region.white)).await;
        admin.get("/?lang=en").await;
        admin.get("/staff/corrections").await.says("Lesin Artem").says("A new surname.");
        olga.get(&one).await.is(200).says("Lesin-Maj").says("A new surname.").says("•••26").says_not("SO123426");
        olga.post(&one, &[("deed", "accept"), ("version", "9")]).await.is(422).says("changed these data");
        olga.post(&one, &fields).await.goes_to("/staff/corrections");
        olga.get(&one).await.is(404);
        maria.get(&format!("/my/children/{id}")).await.says("Lesin-Maj").says("Ask for a correction");
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE state = 'confirmed' AND surname = 'Lesin-Maj'").await, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM person_versions WHERE reason = 'A new surname.' AND known LIKE '%\"Lesin\"%'").await, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM documents").await, 1);
        olga.get(&format!("/staff/children/{id}")).await.says("Changed by Olga Radina").says("A new surname.");
        let subjects: Vec<String> = site.letters_to("maria@dom.example").await.into_iter().map(|one| one.subject).collect();
        assert!(subjects.contains(&"You asked for a correction: Artem".into()) && subjects.contains(&"The data of Artem are corrected".into()), "{subjects:?}");
    }

    async fn a_refusal_has_a_reason(site: Site) {
        let (_, mut maria, id, mut olga) = confirmed(&site).await;
        let ask = format!("/my/children/{id}/correct");
        maria.fill(&ask, &ask, &but(&[("city", "Łomża"), ("reason", "We moved.")])).await.is(303);
        let one = format!("/staff/corrections/{}", site.number("SELECT MAX(id) FROM child_corrections").await);
        olga.fill(&one, &one, &[("deed", "refuse"), ("version", "1")]).await.is(422).says("href=\"#reason\"");
        olga.post(&one, &[("deed", "refuse"), ("version", "1"), ("reason", "Bring a document.")]).await.goes_to("/staff/corrections");
        let letter = site.letters_to("maria@dom.example").await.pop().unwrap();
        assert_eq!(letter.subject, "The data of Artem stay as they are");
        assert!(format!("{letter:?}").contains("Bring a document."));
        maria.get(&ask).await.is(200);
        assert_eq!(site.number("SELECT COUNT(*) FROM person_versions").await, 0);
    }

    async fn an_operator_corrects_and_what_is_another_child_opens_a_case(site: Site) {
        let (region, _, id, mut olga) = confirmed(&site).await;
        let mut pawel = site.participant("Paweł Wrona", "pawel@dom.example").await;
        let lives = region.white.to_string();
        let gleb = [("municipality", lives.as_str()), ("given_name", "Gleb"), ("surname", "Wrona"), ("born_year", "2015")];
        pawel.fill(ENTER, ENTER, &but(&gleb)).await.is(303);
        let correct = format!("/staff/children/{id}/correct");
        olga.fill(&correct, &correct, &but(&[("version", "1"), ("street", "ul. Nowa 1")])).await.is(422).says("href=\"#reason\"").says("ul. Nowa 1");
        let right = but(&[("version", "1"), ("street", "ul. Nowa 1"), ("reason", "A slip.")]);
        olga.post(&correct, &right).await.goes_to(&format!("/staff/children/{id}"));
        olga.follow().await.says("ul. Nowa 1").says("A slip.");
        olga.fill(&correct, &correct, &right).await.is(422).says("Somebody has changed these data");
        // The data of another child.
        let taken = but(&[("version", "2"), ("given_name", "Gleb"), ("surname", "Wrona"), ("born_year", "2015"), ("reason", "A slip.")]);
        olga.post(&correct, &taken).await.is(422).says("Another record has these data");
        olga.post(&correct, &taken).await.is(422);
        assert_eq!(site.number("SELECT COUNT(*) FROM duplicate_cases WHERE state = 'open' AND bits > 0").await, 1);
        olga.get(&format!("/staff/children/{id}")).await.says("There is a record like this one").says("Artem Lesin");
        // Two children after all: the second carries a number behind its key.
        site.sql("UPDATE duplicate_cases SET state = 'different' WHERE person_id = $1", id).await;
        olga.fill(&correct, &correct, &taken).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE identity_key LIKE '%#2'").await, 1);
        // The municipality is changed in another way.
        let moved = but(&[("version", "3"), ("given_name", "Gleb"), ("surname", "Wrona"), ("born_year", "2015"), ("municipality", "1"), ("city", "Łomża"), ("reason", "x")]);
        olga.fill(&correct, &correct, &moved).await.is(303);
        assert_eq!(site.number(&format!("SELECT COUNT(*) FROM people WHERE id = {id} AND municipality_id = {lives}")).await, 1);
    }
}
