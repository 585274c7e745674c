//! `correct_child` [B5]: a guardian asks, an operator decides; an operator corrects; what would be another child opens a case.

use zapis::accounts::RoleKind;

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
        let mut admin = site.staff("Anna Wójt", "anna@biala.example", RoleKind::OrganisationAdministrator, Some(region.white)).await;
        admin.get("/?lang=en").await;
        admin.get("/staff/corrections").await.says("Lesin Artem").says("A new surname.");
        olga.get(&one).await.is(200).says("Lesin-Maj").says("A new surname.").says("•••26").says_not("SO123426");
        olga.post(&one, &[("deed", "accept"), ("version", "9")]).await.is(422).says("changed these data");
        olga.post(&one, &fields).await.goes_to("/staff/corrections");
        // Whoever comes later reads that it was accepted, and by whom; others find nothing.
        olga.get(&one).await.is(200).says("The correction was accepted.").says("Decided by Olga Radina").says_not("name=\"deed\"");
        admin.get(&one).await.is(200);
        let late = [("deed", "refuse"), ("version", "1"), ("reason", "No document.")];
        admin.post(&one, &late).await.is(422).says("decided meanwhile").says("No document.").says("Decided by Olga Radina");
        stranger.get(&one).await.is(404);
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
        gleb(&site, &region).await;
        let correct = format!("/staff/children/{id}/correct");
        olga.fill(&correct, &correct, &but(&[("version", "1"), ("street", "ul. Nowa 1")])).await.is(422).says("href=\"#reason\"").says("ul. Nowa 1");
        let right = but(&[("version", "1"), ("street", "ul. Nowa 1"), ("reason", "A slip.")]);
        olga.post(&correct, &right).await.goes_to(&format!("/staff/children/{id}"));
        olga.follow().await.says("ul. Nowa 1").says("A slip.");
        olga.fill(&correct, &correct, &right).await.is(422).says("Somebody has changed these data");
        // The data of another child: whoever types them says first that it is the same one.
        let taken = but(&[("version", "2"), GLEB[0], GLEB[1], GLEB[2], ("reason", "A slip.")]);
        let same = says_same(&mut olga, &correct, &taken).await;
        olga.post(&correct, &same).await.goes_to(&format!("/staff/children/{id}"));
        assert_eq!(site.number("SELECT COUNT(*) FROM duplicate_cases WHERE state = 'open' AND bits > 0").await, 1);
        olga.get(&format!("/staff/children/{id}")).await.says("There is a record like this one").says("Artem Lesin");
        // Two children after all: the second carries a number behind its key.
        site.sql("UPDATE duplicate_cases SET state = 'different' WHERE person_id = $1", id).await;
        olga.fill(&correct, &correct, &taken).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE identity_key LIKE '%#2'").await, 1);
        // The municipality is changed in another way.
        let moved = but(&[("version", "3"), GLEB[0], GLEB[1], GLEB[2], ("municipality", "1"), ("city", "Łomża"), ("reason", "x")]);
        olga.fill(&correct, &correct, &moved).await.is(303);
        let lives = region.white;
        assert_eq!(site.number(&format!("SELECT COUNT(*) FROM people WHERE id = {id} AND municipality_id = {lives}")).await, 1);
    }

    async fn a_correction_that_changes_nothing_writes_nothing(site: Site) {
        let (_, _, id, mut olga) = confirmed(&site).await;
        let correct = format!("/staff/children/{id}/correct");
        let named = [("document_kind", "other"), ("document_number", "AB 12345"), ("reason", "Seen.")];
        let first = but(&[("version", "1"), named[0], named[1], named[2]]);
        olga.fill(&correct, &correct, &first).await.is(303);
        let (letters, versions) = (site.letters_to("maria@dom.example").await.len(), "SELECT COUNT(*) FROM person_versions");
        assert_eq!(site.number(versions).await, 1);
        // The same data, and the same document written in another way.
        let again = [("version", "2"), named[0], ("document_number", "ab-12345"), ("reason", "Once more.")];
        for typed in [but(&again), but(&[again[0], again[3]])] {
            olga.fill(&correct, &correct, &typed).await.is(422).says("so nothing was changed").says("Once more.");
        }
        assert_eq!(site.number(versions).await, 1);
        assert_eq!(site.letters_to("maria@dom.example").await.len(), letters);
    }

    async fn a_slip_that_meets_another_record_is_asked_about_first(site: Site) {
        let (region, _, id, mut olga) = confirmed(&site).await;
        let other = gleb(&site, &region).await;
        let admin = RoleKind::OrganisationAdministrator;
        let mut anna = site.staff("Anna Wójt", "anna@biala.example", admin, Some(region.white)).await;
        anna.get("/?lang=en").await;
        let (there, correct) = (format!("/staff/children/{id}"), format!("/staff/children/{id}/correct"));
        let slip = but(&[("version", "1"), GLEB[0], GLEB[1], GLEB[2], ("reason", "A slip.")]);
        let same = says_same(&mut olga, &correct, &slip).await;
        olga.last.says_not(&format!("/staff/children/{other}\"")).says("value=\"Wrona\"").says("A slip.");
        // The answer is about the data that were asked about: others are asked about anew.
        let mut others = same.clone();
        others.retain(|(name, _)| *name != "reason" && *name != "street");
        others.extend([("street", "ul. Inna 3"), ("reason", "Another slip.")]);
        olga.post(&correct, &others).await.is(422).says("Another record has these data").says_not(same[same.len() - 1].1);
        // Put right, it is a correction like any other.
        let right = but(&[("version", "1"), ("street", "ul. Nowa 1"), ("reason", "A slip.")]);
        olga.post(&correct, &right).await.goes_to(&there);
        assert_eq!(site.number("SELECT COUNT(*) FROM duplicate_cases").await, 0);
        // Where it is the same child, a case waits with what was typed. Who sees one record only is told who decides.
        let slip = but(&[("version", "2"), GLEB[0], GLEB[1], GLEB[2], ("reason", "One child.")]);
        let same = says_same(&mut olga, &correct, &slip).await;
        olga.post(&correct, &same).await.goes_to(&there);
        let case = format!("/staff/cases/{}", site.number("SELECT MAX(id) FROM duplicate_cases").await);
        olga.follow().await.says("This page says who decides it.").says("Whoever sees both decides: Gmina Biała.").says_not(&case);
        olga.get(&case).await.is(404);
        anna.get(&there).await.says(&format!("href=\"{case}\"")).says_not("Whoever sees both decides");
        anna.get(&case).await.is(200).says("What was to be put right").says("Olga Radina wanted to correct the record of Artem Lesin")
            .says("One child.").says("<dd>Wrona");
        // Whoever sees both is led to it.
        let same = says_same(&mut anna, &correct, &slip).await;
        anna.last.says(&format!("/staff/children/{other}\""));
        anna.post(&correct, &same).await.goes_to(&case);
        anna.follow().await.says("so you can decide it").says("Anna Wójt wanted to correct");
        assert_eq!(site.number("SELECT COUNT(*) FROM duplicate_cases").await, 1);
    }

    async fn what_a_guardian_asks_for_may_be_another_record_too(site: Site) {
        let (region, mut maria, id, mut olga) = confirmed(&site).await;
        gleb(&site, &region).await;
        let ask = format!("/my/children/{id}/correct");
        let wanted = but(&[GLEB[0], GLEB[1], GLEB[2], ("reason", "So it is.")]);
        maria.fill(&ask, &ask, &wanted).await.is(303);
        let one = format!("/staff/corrections/{}", site.number("SELECT MAX(id) FROM child_corrections").await);
        let accept = [("deed", "accept"), ("version", "1")];
        let same = says_same(&mut olga, &one, &accept).await;
        olga.post(&one, &same).await.goes_to(&format!("/staff/children/{id}"));
        assert_eq!(site.number("SELECT COUNT(*) FROM duplicate_cases WHERE state = 'open' AND attempted IS NOT NULL").await, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM child_corrections WHERE state = 'open'").await, 1);
    }
}

const GLEB: [(&str, &str); 3] = [
    ("given_name", "Gleb"),
    ("surname", "Wrona"),
    ("born_year", "2015"),
];

/// Another child of the municipality; its id.
async fn gleb(site: &Site, region: &Region) -> i64 {
    let mut pawel = site.participant("Paweł Wrona", "pawel@dom.example").await;
    let lives = region.white.to_string();
    let gleb = but(&[("municipality", &lives), GLEB[0], GLEB[1], GLEB[2]]);
    pawel.fill(ENTER, ENTER, &gleb).await.is(303);
    site.number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL")
        .await
}

/// Sends a form whose data are another record's, is asked, and says that it is the same child: the form with the answer. Nothing
/// was written by asking.
async fn says_same<'a>(
    staff: &mut Browser,
    page: &str,
    typed: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    let asked = staff.fill(page, page, typed).await;
    asked.is(422).says("Another record has these data");
    asked.says("href=\"#meets\"").says("It is the same child");
    let mark: &'static str = asked.input("meets").unwrap().leak();
    let mut same = typed.to_vec();
    same.push(("meets", mark));
    same
}
