//! Messages that perhaps nobody wrote [A16]: nothing is thrown away, they are read last, and nobody gets a letter about them.

use crate::register::last_link;
use crate::site::{Site, on_both};
use crate::staff_children::{operator, region};

const LINKS: &str = "Buy at http://a.example http://b.example http://c.example http://d.example";
const ASKED: &str = "kontakt@biala.example";

/// Writes without an account, and confirms the address.
async fn writes(site: &Site, to: &str, (email, subject, text, trap): (&str, &str, &str, &str)) {
    let mut anybody = site.browser();
    anybody.get("/?lang=en").await;
    let fields = [
        ("organisation", to),
        ("name", "Maria Lesina"),
        ("email", email),
        ("subject", subject),
        ("message", text),
        ("website", trap),
    ];
    let answer = anybody
        .fill("/contact/write", "/contact/write", &fields)
        .await;
    answer.is(303);
    // Whoever sent it is told the same as everybody.
    assert!(
        answer
            .location
            .unwrap_or_default()
            .starts_with("/check-mail")
    );
    let link = last_link(site, email).await;
    anybody.fill(&link, &link, &[]).await.is(303);
}

on_both! {
    async fn what_machines_write_is_read_last_and_disturbs_nobody(site: Site) {
        let region = region(&site).await;
        site.sql("UPDATE organisations SET email = 'kontakt@biala.example' WHERE id = $1", region.nursery.get()).await;
        let to = region.nursery.to_string();
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        writes(&site, &to, ("a@mail.example", "First of all", LINKS, "")).await;
        writes(&site, &to, ("b@mail.example", "A trap", "Hello.", "https://shop.example")).await;
        writes(&site, &to, ("c@mail.example", "A question", "Where do I come with the document?", "")).await;
        writes(&site, &to, ("d@mail.example", "The same", "Where do I come with the document?", "")).await;
        assert_eq!(site.number("SELECT COUNT(*) FROM requests WHERE is_doubtful").await, 3);
        let told = site.letters_to(ASKED).await;
        assert_eq!(told.len(), 1, "one letter, about what somebody wrote");
        let page = olga.get("/staff/requests").await;
        page.is(200).says("Perhaps spam");
        let text = page.text();
        let place = |words: &str| text.find(words).unwrap();
        assert!(place("A question") < place("First of all"));
        // Somebody wrote it after all: whoever is asked hears of it now.
        let id = site.number("SELECT MIN(id) FROM requests WHERE subject = 'The same'").await;
        let one = format!("/staff/requests/{id}");
        olga.get(&one).await.is(200).says("Somebody wrote it");
        olga.post(&one, &[("deed", "trust")]).await.goes_to(&one);
        assert_eq!(site.letters_to(ASKED).await.len(), 2);
        olga.get(&one).await.says_not("Somebody wrote it");
        olga.post(&one, &[("deed", "trust")]).await.is(422);
        olga.post(&one, &[("deed", "spam")]).await.is(422);
        // Nobody did: it is closed, and nobody is written to.
        let id = site.number("SELECT MIN(id) FROM requests WHERE subject = 'A trap'").await;
        let one = format!("/staff/requests/{id}");
        let before = site.letters_to("b@mail.example").await.len();
        olga.fill(&one, &one, &[("deed", "spam")]).await.goes_to("/staff/requests");
        assert_eq!(site.letters_to("b@mail.example").await.len(), before);
        assert_eq!(site.number("SELECT COUNT(*) FROM requests WHERE state = 'closed'").await, 1);
    }

    async fn whoever_is_signed_in_is_not_doubted(site: Site) {
        let region = region(&site).await;
        let to = region.nursery.to_string();
        operator(&site, region.nursery, "olga@biala.example").await;
        let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
        let fields = [("organisation", to.as_str()), ("subject", "Links"), ("message", LINKS), ("website", "x")];
        maria.fill("/contact/write", "/contact/write", &fields).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM requests WHERE is_doubtful").await, 0);
    }
}
