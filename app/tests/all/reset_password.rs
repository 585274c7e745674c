//! A forgotten password (A4): by mail, answered alike for every address, ends all other sign-ins.

use jiff::SignedDuration;

use crate::cast::PASSWORD;
use crate::register::{last_link, path_of, register};
use crate::site::on_both;

const EMAIL: &str = "anna@school.example";
const NEW: &str = "zimorodek w trzcinach";

on_both! {
    async fn a_reset_sets_the_password_and_ends_all_sign_ins(site: Site) {
        let mut elsewhere = site.participant("Anna Kowalska", EMAIL).await;
        elsewhere.get("/my/profile").await.is(200);
        let mut anna = site.browser();
        anna.get("/password/forgot?lang=en").await;
        anna.fill("/password/forgot", "/password/forgot", &[("email", "ANNA@school.example")]).await.is(303);
        let link = last_link(&site, EMAIL).await;
        assert_eq!(anna.get(&link).await.is(200).referrer_policy, "strict-origin");
        anna.post(&link, &[("password", "kot")]).await.is(422).says("at least 8 characters");
        anna.post(&link, &[("password", NEW)]).await.goes_to("/sign-in");
        anna.follow().await.is(200).says("The new password is set");
        elsewhere.get("/my/profile").await.is(303);
        anna.post("/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await.is(422).says("is not right");
        anna.post("/sign-in", &[("email", EMAIL), ("password", NEW)]).await.goes_to("/");
        let letters = site.letters_to(EMAIL).await;
        assert!(letters.iter().any(|letter| letter.subject == "Your password was changed"));
        // The link works once.
        anna.get(&link).await.is(200).says("This link has been used");
        anna.post(&link, &[("password", "rybitwa na wietrze")]).await.is(200).says("This link has been used");
        anna.get("/my/profile").await.is(200);
    }

    async fn the_answer_is_the_same_for_every_address(site: Site) {
        site.participant("Anna Kowalska", EMAIL).await;
        register(&mut site.browser(), &[("email", "anka@school.example")]).await.is(303);
        let mut stranger = site.browser();
        let mut answers = Vec::new();
        for email in [EMAIL, "anka@school.example", "anja@school.example"] {
            let answer = stranger.fill("/password/forgot", "/password/forgot", &[("email", email)]).await;
            answers.push((answer.status, answer.location.clone(), answer.bytes.clone(), stranger.follow().await.bytes));
        }
        assert!(answers.windows(2).all(|two| two[0] == two[1]), "active, pending, unknown");
        let to_pending = site.letters_to("anka@school.example").await;
        assert!(path_of(to_pending.last().unwrap()).starts_with("/activate/"), "one that was never activated");
        assert!(site.letters_to("anja@school.example").await.is_empty());
    }

    async fn a_link_works_for_an_hour(site: Site) {
        site.participant("Anna Kowalska", EMAIL).await;
        let mut anna = site.browser();
        anna.fill("/password/forgot", "/password/forgot", &[("email", EMAIL)]).await.is(303);
        let link = last_link(&site, EMAIL).await;
        site.app.clock.advance(SignedDuration::from_mins(59));
        anna.get(&link).await.is(200).says("name=\"password\"");
        site.app.clock.advance(SignedDuration::from_mins(1));
        for (lang, says) in [("pl", "Ten link już nie działa"), ("ru", "Эта ссылка больше не работает"), ("en", "This link no longer works")] {
            anna.get(&format!("{link}?lang={lang}")).await;
            anna.get(&link).await.is(200).says(says).says("action=\"/password/forgot\"");
        }
        anna.post(&link, &[("password", NEW)]).await.is(200).says("This link no longer works");
        anna.fill("/sign-in", "/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await.goes_to("/");
    }

    async fn a_second_link_makes_the_first_useless_once_it_is_used(site: Site) {
        site.participant("Anna Kowalska", EMAIL).await;
        let mut anna = site.browser();
        anna.fill("/password/forgot", "/password/forgot", &[("email", EMAIL)]).await.is(303);
        let first = last_link(&site, EMAIL).await;
        anna.fill("/password/forgot", "/password/forgot", &[("email", EMAIL)]).await.is(303);
        let second = last_link(&site, EMAIL).await;
        anna.fill(&second, &second, &[("password", NEW)]).await.goes_to("/sign-in");
        anna.fill("/sign-in", &first, &[("password", "rybitwa na wietrze")]).await.is(200);
        anna.fill("/sign-in", "/sign-in", &[("email", EMAIL), ("password", NEW)]).await.goes_to("/");
    }
}
