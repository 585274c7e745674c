//! One's own data, password and address (A13), and where one is signed in.

use database::DbError;
use zapis::audit::{LIST_RECORDED, Recorded};
use zapis::{organisations, tables};

use crate::cast::PASSWORD;
use crate::register::{last_link, register, typed};
use crate::sign_in::sign_in;
use crate::site::{Browser, Site, on_both};

const EMAIL: &str = "anna@school.example";
const NEW: &str = "zimorodek w trzcinach";

async fn save(anna: &mut Browser, changes: &[(&str, &str)]) -> crate::site::Answer {
    let fields = typed(changes);
    let fields: Vec<_> = fields.into_iter().chain([("language", "en")]).collect();
    anna.fill("/my/profile", "/my/profile", &fields).await
}

async fn import_schools(site: &Site) {
    let table = tables::read(
        include_bytes!("../data/schools.pl.csv"),
        &organisations::SPEC,
    )
    .unwrap();
    organisations::import(&site.app.db, table, None, false, site.now())
        .await
        .unwrap();
    site.app.organisations.refresh(&site.app.db).await.unwrap();
}

on_both! {
    async fn data_is_corrected_and_shown_at_once(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        anna.get("/my/profile").await.is(200).says("1985").says("Szkoła Podstawowa nr 7");
        save(&mut anna, &[("surname", "Nowak-Kowalska"), ("born_year", "1984")]).await.goes_to("/my/profile");
        let page = anna.follow().await;
        page.is(200).says("Your changes are saved").says("Anna Nowak-Kowalska").says("1984");
        let rows: Vec<Recorded> = site.app.db.read(|tx| {
            Box::pin(async move { tx.all(LIST_RECORDED, &[&"person", &1_i64]).await.map_err(|error: DbError| error) })
        }).await.unwrap();
        let changed = rows.last().unwrap().after_state.clone().unwrap();
        assert_eq!(changed, "surname born_on phone street workplace", "the log names fields, not what is in them");
        let refused = save(&mut anna, &[("surname", ""), ("city", "a\0b"), ("street", "Nowa 1")]).await;
        refused.is(422).says("Fill this in").says("cannot be printed").says("Nowa 1");
        anna.get("/my/profile").await.is(200).says_not("Nowa 1");
    }

    async fn the_language_of_the_account_is_chosen_here(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        for (lang, says) in [("ru", "Изменения сохранены"), ("pl", "Zmiany są zapisane"), ("en", "Your changes are saved")] {
            let fields: Vec<_> = typed(&[]).into_iter().chain([("language", lang)]).collect();
            anna.fill("/my/profile", "/my/profile", &fields).await.goes_to("/my/profile");
            anna.follow().await.is(200).says(says);
            // Another browser of the same account speaks it as well, and so do letters.
            let mut other = site.browser();
            sign_in(&mut other, EMAIL, PASSWORD).await;
            assert!(other.get("/my/profile").await.is(200).text().contains(&format!("<html lang=\"{lang}\"")));
        }
        let fields: Vec<_> = typed(&[]).into_iter().chain([("language", "xx")]).collect();
        anna.fill("/my/profile", "/my/profile", &fields).await.is(422);
    }

    async fn the_workplace_is_found_without_scripts(site: Site) {
        import_schools(&site).await;
        let mut anna = site.browser();
        anna.get("/register?lang=en").await;
        let find = [("workplace", "KORCZAKA bielawach"), ("find", "workplace"), ("surname", "Łoś 🎉")];
        let found = register(&mut anna, &find).await;
        found.is(200).says("Which workplace?").says("KORCZAKA").says("Not in the list").says("Łoś 🎉").says_not("error-summary");
        let id = found.input("workplace_id").unwrap();
        // Sent without a choice: the choice is asked for, nothing is lost.
        register(&mut anna, &[("workplace", "KORCZAKA bielawach")]).await.is(422).says("Choose the workplace").says("ul. Lipowa 5 m. 3");
        register(&mut anna, &[("workplace", "KORCZAKA bielawach"), ("workplace_id", &id)]).await.is(303);
        let link = last_link(&site, "Anna@school.example").await;
        anna.fill(&link, &link, &[]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        sign_in(&mut anna, "Anna@school.example", PASSWORD).await;
        let page = anna.get("/my/profile").await;
        assert_eq!(page.input("workplace_id"), Some(id.clone()));
        let name = page.input("workplace").unwrap();
        // Saved again as it is shown, it stays; typed anew and not in the list, it is kept as typed.
        save(&mut anna, &[("workplace", &name), ("workplace_id", &id)]).await.is(303);
        assert_eq!(anna.get("/my/profile").await.input("workplace_id"), Some(id));
        save(&mut anna, &[("workplace", "bielawach"), ("workplace_id", "typed")]).await.is(303);
        assert_eq!(anna.get("/my/profile").await.input("workplace").as_deref(), Some("bielawach"));
        save(&mut anna, &[("workplace", "zzz"), ("find", "workplace")]).await.is(200).says("no such place in our list");
    }

    async fn the_password_is_changed_with_the_old_one(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        let mut elsewhere = site.browser();
        sign_in(&mut elsewhere, EMAIL, PASSWORD).await;
        let page = "/my/profile/password";
        let wrong = anna.fill(page, page, &[("password", "wrong one"), ("new_password", NEW)]).await;
        wrong.is(422).says("not your current password").says_not(NEW);
        anna.post(page, &[("password", PASSWORD), ("new_password", "anna kowalska")]).await.is(422).says("easy to guess");
        elsewhere.get("/my/profile").await.is(200);
        anna.post(page, &[("password", PASSWORD), ("new_password", NEW)]).await.goes_to("/my/profile");
        anna.follow().await.is(200).says("The password is changed");
        elsewhere.get("/my/profile").await.is(303);
        sign_in(&mut elsewhere, EMAIL, NEW).await;
        assert!(site.letters_to(EMAIL).await.iter().any(|letter| letter.subject == "Your password was changed"));
    }

    async fn a_new_address_holds_from_its_link_on(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        let page = "/my/profile/email";
        anna.fill(page, page, &[("email", "nowa@mail.example"), ("password", "wrong one")]).await.is(422).says("nowa@mail.example");
        anna.post(page, &[("email", EMAIL), ("password", PASSWORD)]).await.is(422).says("sign in with already");
        anna.post(page, &[("email", "nowa@mail.example"), ("password", PASSWORD)]).await.goes_to("/my/profile");
        anna.follow().await.is(200).says("sent a link to the new address").says(EMAIL);
        let link = last_link(&site, "nowa@mail.example").await;
        let mut phone = site.browser();
        phone.get(&format!("{link}?lang=en")).await;
        assert_eq!(phone.get(&link).await.is(200).referrer_policy, "strict-origin");
        sign_in(&mut site.browser(), EMAIL, PASSWORD).await;
        phone.post(&link, &[]).await.goes_to("/my/profile");
        anna.get("/my/profile").await.is(200).says("nowa@mail.example").says_not(EMAIL);
        phone.get(&link).await.is(200).says("This link has been used");
        let told = site.letters_to(EMAIL).await;
        let told = told.iter().find(|letter| letter.subject.contains("was changed")).unwrap();
        assert_eq!(told.facts[0].1, "no•••@mail.example");
        sign_in(&mut site.browser(), "nowa@mail.example", PASSWORD).await;
        phone.fill("/sign-in", "/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await.is(422);
    }

    async fn an_address_of_another_account_is_not_given_away(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        site.participant("Ewa Nowak", "ewa@school.example").await;
        let page = "/my/profile/email";
        let mut answers = Vec::new();
        for email in ["ewa@school.example", "eta@school.example"] {
            let answer = anna.fill(page, page, &[("email", email), ("password", PASSWORD)]).await;
            answers.push((answer.status, answer.location, answer.bytes));
        }
        assert_eq!(answers[0], answers[1]);
        assert_eq!(site.letters_to("ewa@school.example").await[0].subject, "Somebody tried to register with your address");
        // Ewa's address is taken between the letter and the click.
        let link = last_link(&site, "eta@school.example").await;
        site.participant("Eta Nowak", "eta@school.example").await;
        anna.fill(&link, &link, &[]).await.is(200).says("This link has been used");
        anna.get("/my/profile").await.is(200).says(EMAIL);
    }

    async fn sign_ins_are_listed_and_ended(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        let mut phone = site.browser();
        phone.agent = "Mozilla/5.0 (Linux; Android 10; K) Chrome/131.0 Mobile Safari/537.36".into();
        sign_in(&mut phone, EMAIL, PASSWORD).await;
        let page = "/my/profile/devices";
        phone.get(page).await.is(200).says("Chrome, Android").says("Firefox, Linux").says("this device");
        // The phone's own panel comes first: it was used last. Anna's list shows the same ids.
        let id = phone.last.input("session").unwrap();
        let mut ewa = site.participant("Ewa Nowak", "ewa@school.example").await;
        ewa.fill(page, page, &[("session", &id)]).await.is(404);
        phone.get("/my/profile").await.is(200);
        anna.fill(page, page, &[("session", &id)]).await.goes_to(page);
        anna.follow().await.is(200).says("That device is signed out").says_not("Chrome, Android");
        phone.get("/my/profile").await.is(303);
        anna.fill(page, page, &[("session", &id)]).await.is(404);
        anna.fill(page, page, &[("session", "x")]).await.is(404);
        sign_in(&mut phone, EMAIL, PASSWORD).await;
        phone.fill(page, page, &[("session", "all")]).await.goes_to("/");
        anna.get("/my/profile").await.is(303);
        phone.get("/my/profile").await.is(303);
        ewa.get("/my/profile").await.is(200);
    }
}
