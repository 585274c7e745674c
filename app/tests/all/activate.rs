//! The activation link (A3): once, for 48 hours, kept as a hash; a new one can be asked for.

use database::DbError;
use jiff::SignedDuration;

use crate::register::{last_link, register};
use crate::site::on_both;

const EMAIL: &str = "Anna@school.example";
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
        anna.fill(&link, &link, &[]).await.goes_to("/sign-in");
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
            anna.fill(&fresh, &fresh, &[]).await.goes_to("/sign-in");
            anna.fill("/sign-in", "/sign-in", &[("email", &email), ("password", "czapla nad stawem")]).await.goes_to("/");
            anna.get("/my/profile").await.is(200).says("Kowalska");
            anna.post("/sign-out", &[]).await.goes_to("/");
        }
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
