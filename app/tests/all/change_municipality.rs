//! `change_municipality` [B6]: an institution prints the application, a guardian signs it, the region decides; the support
//! centre sees it and has no action.

use database::DbError;
use zapis::accounts::{OrganisationId, RoleKind};
use zapis::organisations::{self, Kind, NewOrganisation};

use crate::certificate::read_with;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::{Region, family, find, operator, region};

pub const PDF: &[u8] = b"%PDF-1.7\nsigned by hand\n%%EOF\n";
const MARIA: &str = "maria@dom.example";

/// A child of Gmina Biała that was compared with documents, the operator of its nursery, and the region above.
struct Story {
    region: Region,
    above: OrganisationId,
    maria: Browser,
    olga: Browser,
    child: i64,
    black: i64,
}

/// A region above all municipalities.
pub async fn above_all(site: &Site, name: &str) -> OrganisationId {
    let (name, now) = (name.to_owned(), site.now());
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            let new = NewOrganisation {
                kind: Kind::Region,
                name,
                ..NewOrganisation::default()
            };
            let (id, _) = organisations::upsert(tx, &new, now).await?;
            organisations::touch(tx).await?;
            Ok::<_, DbError>(id)
        })
    });
    let above = work.await.unwrap();
    let below = "UPDATE organisations SET parent_id = $1 WHERE kind = 'municipality'";
    site.sql(below, above.get()).await;
    site.app.organisations.refresh(&site.app.db).await.unwrap();
    above
}

async fn opening(site: &Site) -> Story {
    let region = region(site).await;
    let above = above_all(site, "Region Leśny").await;
    let (mut maria, child) = family(site, &region).await;
    maria.get("/?lang=en").await;
    site.sql("UPDATE people SET state = 'confirmed' WHERE id = $1", child)
        .await;
    let mut olga = operator(site, region.nursery, "olga@biala.example").await;
    find(&mut olga).await;
    let black = site
        .number("SELECT id FROM organisations WHERE name = 'Gmina Czarna'")
        .await;
    Story {
        region,
        above,
        maria,
        olga,
        child,
        black,
    }
}

/// The operator opens a change; the address of its page.
async fn open(olga: &mut Browser, child: i64, to: i64) -> String {
    let there = format!("/staff/children/{child}/municipality");
    let typed = [
        ("municipality", &*to.to_string()),
        ("reason", "They moved."),
    ];
    olga.fill(&there, &there, &typed).await.is(303);
    olga.last.location.clone().unwrap()
}

/// And hands the signed copy in.
async fn submit(olga: &mut Browser, page: &str) {
    olga.get(page).await.is(200);
    let signed = format!("{page}/signed");
    let answer = olga.upload(&signed, &[], ("Wniosek.PDF", PDF)).await;
    answer.goes_to(page);
}

pub async fn administrator(site: &Site, branch: Option<OrganisationId>, email: &str) -> Browser {
    let kind = match branch {
        Some(_) => RoleKind::OrganisationAdministrator,
        None => RoleKind::InstallationAdministrator,
    };
    let mut administrator = site.staff("Anna Wójt", email, kind, branch).await;
    administrator.get("/?lang=en").await;
    administrator
}

async fn lives(site: &Site, child: i64) -> i64 {
    let sql = format!("SELECT municipality_id FROM people WHERE id = {child}");
    site.number(&sql).await
}

async fn subject(site: &Site) -> String {
    site.letters_to(MARIA).await.pop().unwrap().subject
}

/// Whom the last letter says to ask.
async fn contact(site: &Site) -> String {
    site.letters_to(MARIA).await.pop().unwrap().contact
}

on_both! {
    async fn the_region_approves_what_a_guardian_has_signed(site: Site) {
        let Story { above, mut maria, mut olga, child, black, region } = opening(&site).await;
        let training = site.training("Szachy").capacity(5).publish().await;
        let account = site.account(MARIA).await;
        let insert = format!("INSERT INTO enrolments (person_id, group_id, account_id, state, applied_at, changed_at) VALUES ({child}, $1, {account}, 'applied', 1, 1)");
        site.sql(insert, training.group_id.get()).await;
        let mine = format!("/my/children/{child}");
        maria.get(&mine).await.says("Wrong municipality?").says("A new account does not help").says("Ask at your school");
        let staffs = format!("/staff/children/{child}");
        let page = open(&mut olga, child, black).await;
        olga.follow().await.is(200).says("The application is prepared").says("Gmina Czarna").says("They moved.").says("Maria Lesina")
            .says_not(&format!("{page}/decide"));
        assert_eq!(subject(&site).await, "An application for a change of municipality: Artem");
        assert_eq!(contact(&site).await, "Przedszkole nr 1, http://127.0.0.1:8080/contact");
        maria.get(&mine).await.says("Gmina Biała → Gmina Czarna").says("to be signed").says_not("A new account does not help");
        // In the language of whoever signs, without what can not be printed.
        site.sql("UPDATE accounts SET language = 'ru', name = 'Maria 🦆 Lesina' WHERE id = $1", account.get()).await;
        let paper = olga.get(&format!("{page}/application.pdf")).await;
        assert_eq!((paper.is(200).kind.as_str(), paper.header("content-disposition").contains("application-")), ("application/pdf", true));
        read_with("qpdf", &["--check", "FILE"], &paper.bytes);
        let text = read_with("pdftotext", &["-layout", "FILE", "-"], &paper.bytes);
        for words in ["Заявление о смене муниципалитета", "Lesin Artem", "Maria Lesina", "Gmina Biała", "Gmina Czarna", "They moved.", "Подпись", "Przedszkole nr 1", "14 марта 2017", "ul. Lipowa 5", "Новый адрес"] {
            assert!(text.contains(words), "no {words} in {text}");
        }
        assert!(!text.contains('?'), "{text}");
        submit(&mut olga, &page).await;
        olga.follow().await.says("waiting for the region").says("Wniosek.pdf").says_not(&format!("{page}/withdraw"));
        site.sql("UPDATE accounts SET language = 'en' WHERE id = $1", account.get()).await;
        let mut anna = administrator(&site, Some(above), "anna@region.example").await;
        anna.get("/staff/children").await.says("href=\"/staff/moves\"");
        anna.get("/staff/moves?state=submitted").await.says("Lesin Artem").says("Przedszkole nr 1").says(&format!("href=\"{page}\""));
        anna.get("/staff/moves?as=csv").await.is(200).says("Gmina Czarna");
        let copy = anna.get(&format!("{page}/signed")).await;
        assert_eq!((copy.is(200).kind.as_str(), copy.bytes.as_slice()), ("application/pdf", PDF));
        anna.get(&page).await.is(200);
        let decide = format!("{page}/decide");
        anna.post(&decide, &[("deed", "approve")]).await.goes_to(&page);
        anna.follow().await.says("The child lives in the new municipality").says_not(&decide);
        assert_eq!(lives(&site, child).await, black);
        // Sent twice it does no harm, and nothing turns it back.
        for deed in [("deed", "approve"), ("deed", "refuse")] {
            anna.post(&decide, &[deed, ("reason", "x")]).await.is(422).says("It stands elsewhere meanwhile");
        }
        assert_eq!(site.number(&format!("SELECT COUNT(*) FROM person_versions WHERE person_id = {child} AND reason = 'They moved.'")).await, 1);
        assert_eq!(subject(&site).await, "The municipality of Artem is changed");
        assert_eq!(contact(&site).await, "Region Leśny, http://127.0.0.1:8080/contact");
        maria.get(&mine).await.says("Gmina Czarna").says("The region has approved it");
        // The open application says so to both sides, and who confirms the child follows.
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        let way = "Gmina Biała → Gmina Czarna";
        maria.get("/my/applications").await.is(200).says(way).says("lives in another municipality now");
        let mut keeper = administrator(&site, Some(training.organisation_id), "ewa@centrum.example").await;
        keeper.get(&format!("/staff/enrolments/{id}")).await.is(200).says(way);
        keeper.get(&staffs).await.is(200).says(way).says("approved");
        site.sql("UPDATE people SET state = 'unconfirmed' WHERE id = $1", child).await;
        let mut black = administrator(&site, Some(OrganisationId::new(black)), "rada@czarna.example").await;
        black.get(&staffs).await.is(200).says(&format!("href=\"{staffs}/confirm\""));
        let mut white = administrator(&site, Some(region.white), "rada@biala.example").await;
        white.get(&staffs).await.is(404);
        for action in ["move.open", "move.print", "move.submit", "move.read_signed", "move.decide", "enrolment.child_moved"] {
            assert_eq!(site.number(&format!("SELECT COUNT(*) FROM audit WHERE action = '{action}'")).await, 1, "{action}");
        }
    }

    /// Each field is called by its name once, and what could not be printed is refused before it is on paper.
    async fn what_is_wrong_is_said_in_words_of_the_page(site: Site) {
        let Story { mut olga, child, black, .. } = opening(&site).await;
        let there = format!("/staff/children/{child}/municipality");
        olga.fill(&there, &there, &[("reason", "They moved.")]).await.is(422).says("New municipality: ").says_not("New municipality: Municipality").says("They moved.");
        let typed = [("municipality", &*black.to_string()), ("reason", "They moved 🦆")];
        olga.post(&there, &typed).await.is(422).says("Reason: ").says("can not be printed").says("They moved 🦆");
        // The file has a name in the language of whoever saves it.
        let page = open(&mut olga, child, black).await;
        for (lang, name) in [("pl", "wniosek-o-zmiane-gminy-"), ("ru", "zayavlenie-o-smene-municipaliteta-"), ("en", "application-for-")] {
            olga.get(&format!("/?lang={lang}")).await;
            let paper = olga.get(&format!("{page}/application.pdf")).await;
            assert!(paper.is(200).header("content-disposition").contains(name), "{lang}");
        }
    }

    async fn the_region_refuses_with_a_reason(site: Site) {
        let Story { mut maria, mut olga, child, black, region, .. } = opening(&site).await;
        let page = open(&mut olga, child, black).await;
        let decide = format!("{page}/decide");
        let mut all = administrator(&site, None, "jan@all.example").await;
        // Nothing is decided that nobody has signed.
        all.get(&page).await.is(200).says_not(&decide);
        all.post(&decide, &[("deed", "approve")]).await.is(422).says("It stands elsewhere meanwhile");
        submit(&mut olga, &page).await;
        all.get(&page).await.says(&decide);
        all.post(&decide, &[("deed", "refuse"), ("reason", " ")]).await.is(422).says("href=\"#reason\"");
        // A word that the page does not offer decides nothing.
        for deed in ["", "agree"] {
            let refused = all.post(&decide, &[("deed", deed), ("reason", "Perhaps.")]).await;
            refused.is(422).says("Choose one of the answers").says("Perhaps.").says(&decide);
        }
        all.post(&decide, &[("deed", "refuse"), ("reason", "The signature is missing.")]).await.goes_to(&page);
        assert_eq!(lives(&site, child).await, region.white.get());
        assert_eq!(subject(&site).await, "The municipality of Artem stays as it is");
        maria.get(&format!("/my/children/{child}")).await.says("The region has refused it: The signature is missing.").says("A new account does not help");
        // Another one can be prepared; when the child lives elsewhere meanwhile, it is not approved.
        let again = open(&mut olga, child, black).await;
        submit(&mut olga, &again).await;
        site.sql(format!("UPDATE people SET municipality_id = {black} WHERE id = $1"), child).await;
        all.get(&again).await;
        all.post(&format!("{again}/decide"), &[("deed", "approve")]).await.is(422).says("yet another municipality");
        assert_eq!(site.number("SELECT COUNT(*) FROM municipality_changes WHERE state = 'submitted'").await, 1);
    }

    async fn one_at_a_time_and_drafts_are_taken_back(site: Site) {
        let Story { mut olga, child, black, region, .. } = opening(&site).await;
        let there = format!("/staff/children/{child}/municipality");
        olga.get(&format!("/staff/children/{child}")).await.says(&format!("href=\"{there}\""));
        let white = region.white.to_string();
        olga.fill(&there, &there, &[("municipality", &white), ("reason", "")]).await.is(422).says("href=\"#municipality\"").says("href=\"#reason\"");
        let page = open(&mut olga, child, black).await;
        let typed = [("municipality", &*black.to_string()), ("reason", "Twice.")];
        olga.get(&page).await;
        olga.post(&there, &typed).await.is(422).says("is open already").says(&format!("href=\"{page}\""));
        olga.get(&there).await.is(200).says(&format!("href=\"{page}\"")).says_not("<textarea");
        olga.get(&format!("/staff/children/{child}")).await.says(&format!("href=\"{page}\"")).says_not(&format!("href=\"{there}\""));
        let signed = format!("{page}/signed");
        olga.get(&page).await;
        for (name, content, why) in [
            ("a.docx", PDF, "Files ending in .docx are not taken"),
            ("a.png", PDF, "The content is not what the ending .png says"),
            ("a.pdf", b"".as_slice(), "The file is empty"),
            ("", b"", "Choose a file"),
        ] {
            olga.upload(&signed, &[], (name, content)).await.is(422).says(why);
        }
        olga.get(&signed).await.is(404);
        let withdraw = format!("{page}/withdraw");
        olga.fill(&page, &withdraw, &[]).await.goes_to(&page);
        olga.follow().await.says("taken back").says_not(&withdraw);
        assert_eq!(subject(&site).await, "The application about Artem is taken back");
        olga.post(&withdraw, &[]).await.is(422).says("It stands elsewhere meanwhile");
        olga.upload(&signed, &[], ("a.pdf", PDF)).await.is(422).says("It stands elsewhere meanwhile");
        olga.get(&format!("{page}/application.pdf")).await.is(404);
        // Handed in, it is not taken back, and not handed in again.
        let again = open(&mut olga, child, black).await;
        submit(&mut olga, &again).await;
        olga.get(&again).await;
        olga.post(&format!("{again}/withdraw"), &[]).await.is(422);
        olga.upload(&format!("{again}/signed"), &[], ("b.pdf", PDF)).await.is(422);
        assert_eq!(site.number("SELECT COUNT(*) FROM municipality_changes").await, 2);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'move.submit'").await, 1);
    }

    /// The support centre sees requests and states, and has no action; whom it does not concern does not find it.
    async fn the_support_centre_sees_it_and_has_no_action(site: Site) {
        let Story { mut olga, mut maria, child, black, region, .. } = opening(&site).await;
        let page = open(&mut olga, child, black).await;
        let centre = Some(region.centre);
        let mut ewa = site.staff("Ewa Lis", "ewa@biala.example", RoleKind::SupportCentre, centre).await;
        ewa.get("/?lang=en").await;
        let there = format!("/staff/children/{child}/municipality");
        let actions = [there, format!("{page}/withdraw"), format!("{page}/decide")];
        for state in ["to be signed", "waiting for the region"] {
            ewa.get("/staff/moves").await.says("Lesin Artem").says(state);
            let seen = ewa.get(&page).await;
            seen.is(200).says(state).says("They moved.").says_not(&format!("{page}/")).says_not("<textarea").says_not("Wniosek.pdf");
            for address in &actions {
                ewa.get("/contact").await;
                ewa.post(address, &[("deed", "approve"), ("reason", "x"), ("municipality", &black.to_string())]).await.is(404);
            }
            ewa.upload(&format!("{page}/signed"), &[], ("a.pdf", PDF)).await.is(404);
            for address in ["application.pdf", "signed"] {
                ewa.get(&format!("{page}/{address}")).await.is(404);
            }
            ewa.get(&actions[0]).await.is(404);
            ewa.get(&format!("/staff/children/{child}")).await.is(200).says(state).says_not(&actions[0]);
            if state == "to be signed" {
                submit(&mut olga, &page).await;
            }
        }
        // The municipality alone does not decide; strangers find nothing, as if it were not there.
        let mut town = administrator(&site, Some(region.white), "rada@biala.example").await;
        town.get(&page).await.is(200).says_not(&format!("{page}/decide"));
        town.post(&format!("{page}/decide"), &[("deed", "approve")]).await.is(404);
        let mut far = operator(&site, region.school, "ola@czarna.example").await;
        let trainer = site.staff("Jan Tren", "jan@biala.example", RoleKind::Trainer, Some(region.nursery)).await;
        far.get("/staff/moves").await.is(200).says_not("Lesin");
        for mut stranger in [far, trainer, maria.clone()] {
            for address in ["", "/application.pdf", "/signed"] {
                stranger.get(&format!("{page}{address}")).await.is(404);
                stranger.get(&format!("/staff/moves/987654{address}")).await.is(404);
            }
            for deed in ["withdraw", "decide"] {
                stranger.get("/contact").await;
                stranger.post(&format!("{page}/{deed}"), &[("deed", "approve")]).await.is(404);
            }
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM municipality_changes WHERE state = 'submitted'").await, 1);
        maria.get(&format!("/my/children/{child}")).await.says("Ewa Lis, support centre");
    }

    /// Whoever opened it from elsewhere, with a look for a reason, goes on with it when the look has ended.
    async fn another_institution_deals_with_it(site: Site) {
        let Story { child, black, region, mut maria, .. } = opening(&site).await;
        let mut far = operator(&site, region.school, "ola@czarna.example").await;
        far.get(&format!("/staff/children/{child}/municipality")).await.is(404);
        find(&mut far).await;
        let page = open(&mut far, child, black).await;
        site.app.clock.advance(jiff::SignedDuration::from_mins(61));
        far.get(&format!("/staff/children/{child}")).await.is(404);
        far.get("/staff/moves").await.says("Lesin Artem").says("Szkoła nr 2");
        far.get(&page).await.is(200).says_not(&format!("href=\"/staff/children/{child}\""));
        far.get(&format!("/staff/children/{child}")).await.is(404);
        submit(&mut far, &page).await;
        maria.get(&format!("/my/children/{child}")).await.says("Olga Radina, operator, Szkoła nr 2").says("A change of municipality that their institution deals with.");
    }

    /// Two records turn out to be one child: one open application stays.
    async fn a_child_that_was_joined_keeps_one_application(site: Site) {
        let Story { child, black, region, .. } = opening(&site).await;
        let mut anna = administrator(&site, Some(region.white), "anna@biala.example").await;
        let page = open(&mut anna, child, black).await;
        let mut pawel = site.participant("Paweł Lesin", "pawel@dom.example").await;
        let white = region.white.to_string();
        let typed = crate::child_once::but(&[("municipality", &white), ("given_name", "Zenon"), ("born_year", "2012")]);
        pawel.fill(crate::child_once::ENTER, crate::child_once::ENTER, &typed).await.is(303);
        let later = site.number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL").await;
        let second = open(&mut anna, later, black).await;
        let case = format!("INSERT INTO duplicate_cases (person_id, other_id, bits, reasons, state, opened_at) VALUES ({later}, $1, 1712, '[]', 'open', 0)");
        site.sql(case, child).await;
        let case = format!("/staff/cases/{}", site.number("SELECT MAX(id) FROM duplicate_cases").await);
        anna.fill(&case, &case, &[("verdict", "same"), ("reason", "One certificate.")]).await.goes_to("/staff/cases");
        anna.get(&page).await.is(200).says("to be signed");
        anna.get(&second).await.is(200).says("taken back");
        assert_eq!(site.number(&format!("SELECT COUNT(*) FROM municipality_changes WHERE person_id = {child} AND state = 'draft'")).await, 1);
    }
}
