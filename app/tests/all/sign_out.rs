//! Signing out (A15), sign-ins that end elsewhere, and forms that were being typed when one ended.

use jiff::SignedDuration;
use zapis::accounts::actions::purge;
use zapis::accounts::sessions::IDLE;
use zapis::web::cookies;

use crate::cast::PASSWORD;
use crate::sign_in::sign_in;
use crate::site::{Site, on_both};

const EMAIL: &str = "anna@school.example";
const PROFILE: [(&str, &str); 12] = [
    ("given_name", "Anna Maria"),
    ("surname", "Kowalska"),
    ("born_day", "14"),
    ("born_month", "3"),
    ("born_year", "1985"),
    ("birth_place", "Łódź"),
    ("phone", "601234567"),
    ("street", "ul. „Zielona” 7 <b>"),
    ("postal_code", "15-427"),
    ("city", "Białystok"),
    ("workplace", ""),
    ("language", "en"),
];

async fn ended_while_typing(site: &Site) -> crate::site::Browser {
    let mut anna = site.participant("Anna Kowalska", EMAIL).await;
    anna.get("/my/profile?lang=en").await;
    anna.follow().await.is(200);
    site.app.clock.advance(IDLE + SignedDuration::from_mins(1));
    anna.post("/my/profile", &PROFILE)
        .await
        .goes_to("/sign-in?next=%2Fcontinue");
    anna
}

on_both! {
    async fn every_page_has_the_way_out(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        for page in ["/my/profile", "/my/profile/password", "/my/profile/email", "/my/profile/devices", "/no/such/page"] {
            anna.get(page).await.says("Anna Kowalska").says("Sign out").says("action=\"/sign-out\"");
        }
        let token = anna.cookie(cookies::SESSION).unwrap().to_owned();
        anna.post("/sign-out", &[]).await.goes_to("/");
        anna.get("/my/profile").await.goes_to("/sign-in?next=%2Fmy%2Fprofile");
        // The token itself is worth nothing any more, wherever it was copied to.
        let mut copy = site.browser();
        copy.set_cookie(cookies::SESSION, &token);
        copy.get("/my/profile").await.goes_to("/sign-in?next=%2Fmy%2Fprofile");
    }

    async fn a_sign_out_in_another_tab_loses_no_form(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        anna.get("/my/profile").await.is(200);
        anna.post("/sign-out", &[]).await.goes_to("/");
        anna.post("/my/profile", &PROFILE).await.goes_to("/sign-in?next=%2Fcontinue");
    }

    async fn another_site_can_not_sign_anybody_out(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        anna.post_raw("/sign-out", "csrf=guessed").await.is(403);
        anna.get("/my/profile").await.is(200);
    }

    async fn a_sign_in_ends_when_it_is_not_used(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        for _ in 0..3 {
            site.app.clock.advance(IDLE - SignedDuration::from_hours(1));
            anna.get("/my/profile").await.is(200);
        }
        site.app.clock.advance(IDLE);
        anna.get("/my/profile").await.is(303);
    }

    async fn a_form_that_was_being_typed_comes_back(site: Site) {
        let mut anna = ended_while_typing(&site).await;
        anna.follow().await.is(200).says("What was in the form is kept");
        anna.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD), ("next", "/continue")]).await.goes_to("/continue");
        let kept = anna.follow().await;
        kept.is(200).says("What you typed was kept").says("action=\"/my/profile\"");
        let fields: Vec<(&str, &str)> = PROFILE.iter().copied().chain([("_review", "1")]).collect();
        for (name, value) in &fields {
            assert_eq!(kept.input(name).as_deref(), Some(*value));
        }
        // It is shown again, and saved only when it is sent again.
        let shown = anna.post("/my/profile", &fields).await;
        shown.is(422).says("look it over and send it");
        assert_eq!(shown.input("street").as_deref(), Some("ul. „Zielona” 7 <b>"));
        anna.get("/my/profile").await.is(200).says_not("Zielona");
        anna.post("/my/profile", &PROFILE).await.goes_to("/my/profile");
        anna.follow().await.is(200).says("Zielona").says("Anna Maria Kowalska");
    }

    async fn what_was_typed_goes_to_its_owner_only(site: Site) {
        let mut shared = ended_while_typing(&site).await;
        site.participant("Ewa Nowak", "ewa@school.example").await;
        shared.follow().await.is(200);
        shared.post("/sign-in", &[("email", "ewa@school.example"), ("password", PASSWORD), ("next", "/continue")]).await.goes_to("/continue");
        shared.follow().await.goes_to("/");
    }

    async fn passwords_are_never_kept(site: Site) {
        let mut anna = site.participant("Anna Kowalska", EMAIL).await;
        anna.get("/my/profile/password").await.is(200);
        site.app.clock.advance(IDLE + SignedDuration::from_mins(1));
        anna.post("/my/profile/password", &[("password", PASSWORD), ("new_password", "zimorodek w trzcinach")]).await.is(303);
        sign_in(&mut anna, EMAIL, PASSWORD).await;
        anna.get("/continue").await.is(200).says_not("zimorodek").says_not("czapla");
    }

    async fn a_kept_form_is_gone_after_an_hour(site: Site) {
        let mut anna = ended_while_typing(&site).await;
        sign_in(&mut anna, EMAIL, PASSWORD).await;
        site.app.clock.advance(SignedDuration::from_mins(61));
        anna.get("/continue").await.goes_to("/");
        purge(&site.app.db, site.now()).await.unwrap();
        anna.get("/my/profile").await.is(200);
    }
}
