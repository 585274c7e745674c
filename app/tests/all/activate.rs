//! The activation link (A3): once, for 48 hours, kept as a hash; a new one can be asked for.

use database::DbError;
use jiff::SignedDuration;
use zapis::workers::keep_house;

use crate::register::{last_link, register};
use crate::site::on_both;

const EMAIL: &str = "Anna@school.example";
const CHOSEN: &str = "zimorodek w trzcinach";
const SIGN_IN: [(&str, &str); 2] = [("email", EMAIL), ("password", "czapla nad stawem")];

on_both! {
    async fn opening_the_link_changes_nothing_and_the_button_works_once(site: Site) {
        let mut anna = site.browser();
        anna.get("/register?lang=en").await;
        register(&mut anna, &[]).await.is(303);
        let link = last_link(&site, EMAIL).await;
        // A mail program looks into the link before Anna does.
        for _ in 0..2 {
            let answer = site.browser().get(&link).await;
            assert_eq!(answer.is(200).referrer_policy, "strict-origin");
        }
        let refused = anna.fill("/sign-in", "/sign-in", &SIGN_IN).await;
        refused.is(422).says("not activated yet").says("Send the link again").says_not("czapla");
        anna.fill(&link, &link, &[]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        anna.get(&link).await.is(200).says("This link has been used").says("/sign-in");
        anna.fill("/sign-in", &link, &[]).await.is(200).says("This link has been used");
        anna.fill("/sign-in", "/sign-in", &SIGN_IN).await.goes_to("/");
    }

    async fn of_two_clicks_at_the_same_moment_one_activates(site: Site) {
        register(&mut site.browser(), &[]).await.is(303);
        let link = last_link(&site, EMAIL).await;
        let (mut one, mut two) = (site.browser(), site.browser());
        one.get(&link).await.is(200);
        two.get(&link).await.is(200);
        let (first, second) = tokio::join!(one.post(&link, &[]), two.post(&link, &[]));
        let mut seen = [first.status, second.status];
        seen.sort_unstable();
        assert_eq!(seen, [200, 303], "one is led on, the other is told");
    }

    async fn an_expired_link_leads_to_a_new_one(site: Site) {
        let mut anna = site.browser();
        for (lang, says) in [("pl", "Ten link już nie działa"), ("ru", "Эта ссылка больше не работает"), ("en", "This link no longer works")] {
            anna.get(&format!("/register?lang={lang}")).await;
            let email = format!("anna@{lang}.example");
            register(&mut anna, &[("email", &email)]).await.is(303);
            let link = last_link(&site, &email).await;
            site.app.clock.advance(SignedDuration::from_hours(48));
            anna.get(&link).await.is(200).says(says);
            anna.post(&link, &[]).await.is(200).says(says);
            anna.post("/activate", &[("email", &email)]).await.is(303);
            let fresh = last_link(&site, &email).await;
            assert_ne!(fresh, link);
            // Whoever asked again need not be who registered: the letter's reader chooses the password.
            anna.fill(&fresh, &fresh, &[]).await.is(422);
            anna.fill(&fresh, &fresh, &[("password", "kot")]).await.is(422);
            anna.fill(&fresh, &fresh, &[("password", CHOSEN)]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
            anna.fill("/sign-in", "/sign-in", &[("email", &email), ("password", CHOSEN)]).await.goes_to("/");
            anna.get("/my/profile").await.is(200).says("Kowalska");
            anna.post("/sign-out", &[]).await.goes_to("/");
        }
    }

    async fn a_stranger_who_registers_the_same_address_gains_nothing(site: Site) {
        let strange = [("password", "zupa z kamieni rzecznych"), ("surname", "Obca"), ("given_name", "Zofia"), ("birth_place", "Nigdzie")];
        let theirs = [("email", EMAIL), ("password", "zupa z kamieni rzecznych")];
        let mut anna = site.browser();
        anna.get("/?lang=en").await;
        register(&mut anna, &[]).await.is(303);
        let link = last_link(&site, EMAIL).await;
        register(&mut site.browser(), &strange).await.is(303);
        anna.fill(&link, &link, &[("password", CHOSEN)]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        anna.fill("/sign-in", "/sign-in", &theirs).await.is(422);
        anna.fill("/sign-in", "/sign-in", &[("email", EMAIL), ("password", CHOSEN)]).await.goes_to("/");
        anna.get("/my/profile").await.says("Kowalska").says("Łódź").says_not("Obca").says_not("Nigdzie");
    }

    async fn a_stranger_does_not_prepare_an_account_for_somebody(site: Site) {
        let mut stranger = site.browser();
        stranger.get("/?lang=en").await;
        register(&mut stranger, &[("password", "zupa z kamieni rzecznych")]).await.is(303);
        let mut anna = site.browser();
        for ask in ["/password/forgot", "/activate"] {
            anna.fill(ask, ask, &[("email", EMAIL)]).await.is(303);
        }
        let link = last_link(&site, EMAIL).await;
        anna.fill(&link, &link, &[("password", CHOSEN)]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        let theirs = [("email", EMAIL), ("password", "zupa z kamieni rzecznych")];
        stranger.fill("/sign-in", "/sign-in", &theirs).await.is(422);
        anna.fill("/sign-in", "/sign-in", &[("email", EMAIL), ("password", CHOSEN)]).await.goes_to("/");
    }

    async fn a_registration_that_nobody_finishes_is_forgotten(site: Site) {
        register(&mut site.browser(), &[]).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM people").await, 0, "nobody exists before the link is used");
        site.app.clock.advance(SignedDuration::from_hours(24 * 6));
        keep_house(&site.app).await.unwrap();
        assert_eq!(site.number("SELECT COUNT(*) FROM accounts WHERE state = 'pending'").await, 1);
        site.app.clock.advance(SignedDuration::from_hours(25));
        keep_house(&site.app).await.unwrap();
        assert_eq!(site.number("SELECT COUNT(*) FROM accounts WHERE state = 'pending' OR email <> '' OR name <> ''").await, 0);
        assert_eq!(site.number("SELECT COUNT(*) FROM links WHERE registration IS NOT NULL").await, 0);
        let mut anna = site.browser();
        register(&mut anna, &[]).await.is(303);
        let link = last_link(&site, EMAIL).await;
        anna.fill(&link, &link, &[]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        anna.fill("/sign-in", "/sign-in", &SIGN_IN).await.goes_to("/");
    }

    async fn an_unknown_link_says_so(site: Site) {
        let mut browser = site.browser();
        for path in ["/activate/AAAA", "/activate/%00", "/activate/..%2F..", "/password/reset/AAAA", "/confirm-email/AAAA"] {
            browser.get(&format!("{path}?lang=en")).await;
            browser.get(path).await.is(200).says("We do not know this link");
            let sent = browser.fill("/sign-in", path, &[("password", "zimorodek w trzcinach")]).await;
            sent.is(200).says("We do not know this link");
        }
    }

    async fn asking_again_tells_nothing(site: Site) {
        site.participant("Anna Nowak", "anna@school.example").await;
        register(&mut site.browser(), &[("email", "anka@school.example")]).await.is(303);
        let mut stranger = site.browser();
        let mut answers = Vec::new();
        for email in ["anna@school.example", "anka@school.example", "anja@school.example"] {
            let answer = stranger.fill("/activate", "/activate", &[("email", email)]).await;
            answers.push((answer.status, answer.location.clone(), answer.bytes.clone(), stranger.follow().await.bytes));
        }
        assert!(answers.windows(2).all(|two| two[0] == two[1]), "active, pending, unknown");
        assert_eq!(site.letters_to("anka@school.example").await.len(), 2);
        assert_eq!(site.letters_to("anna@school.example").await.len(), 1);
        assert!(site.letters_to("anja@school.example").await.is_empty());
        stranger.fill("/activate", "/activate", &[("email", "anna")]).await.is(422).says("value=\"anna\"");
    }

    async fn only_hashes_are_kept(site: Site) {
        register(&mut site.browser(), &[]).await.is(303);
        let link = last_link(&site, EMAIL).await;
        let token = link.strip_prefix("/activate/").unwrap().to_owned();
        let kept: Vec<Vec<u8>> = site.app.db.read(|tx| {
            Box::pin(async move { tx.all("SELECT token_hash FROM links", &[]).await.map_err(|error: DbError| error) })
        }).await.unwrap();
        assert_eq!(kept, [zapis::secrets::hash_of(&token)]);
    }
}
