//! Everything that one family is answered, page after page, file after file, letter after letter: no trace of another family
//! (`spec/rules.md`, Who sees what).

use std::collections::{BTreeSet, VecDeque};

use crate::child_once::{ENTER, but};
use crate::payments::join_and_pay_oneself;
use crate::site::{Answer, Browser, on_both};
use crate::staff_children::{operator, region};

/// What is known of the other family, and nowhere else.
const SECRETS: [&str; 11] = [
    "Zuzanna",
    "Obca",
    "zuzanna@poczta.example",
    "poczta.example",
    "Kalina",
    "Skryta 77",
    "77712",
    "601777333",
    "601 777 333",
    "9 September 2016",
    "2016-09-09",
];
const MOST_PAGES: usize = 600;

fn traces(answer: &Answer) -> Vec<&'static str> {
    let text = answer.text();
    let headers = answer.location.clone().unwrap_or_default();
    let is_there = |secret: &&str| text.contains(*secret) || headers.contains(*secret);
    SECRETS.into_iter().filter(is_there).collect()
}

/// Addresses of this site that a page leads to.
fn links(answer: &Answer) -> Vec<String> {
    let text = answer.text();
    let mut found = Vec::new();
    for part in ["href=\"", "action=\"", "src=\""] {
        for piece in text.split(part).skip(1) {
            let address = piece.split('"').next().unwrap_or_default();
            let address = address.replace("&amp;", "&").replace("&#38;", "&");
            let address = address.split('#').next().unwrap_or_default().to_owned();
            let is_here = address.starts_with('/') && !address.starts_with("//");
            if is_here && !address.contains("lang=") && !address.starts_with("/dev/") {
                found.push(address);
            }
        }
    }
    found
}

/// Follows every link from these pages; answers with how many there were.
async fn crawl(browser: &mut Browser, from: &[&str]) -> usize {
    let mut waiting: VecDeque<String> = from.iter().map(|one| (*one).to_owned()).collect();
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut count = 0;
    while let Some(address) = waiting.pop_front() {
        let answer = browser.get(&address).await;
        count += 1;
        assert!(count <= MOST_PAGES, "no end of pages: {address}");
        assert!(answer.status < 500, "{address}: {}", answer.status);
        let found = traces(&answer);
        assert!(found.is_empty(), "{address} shows {found:?}");
        let next = links(&answer).into_iter().chain(answer.location.clone());
        for address in next {
            if address.starts_with('/') && seen.insert(address.clone()) {
                waiting.push_back(address);
            }
        }
    }
    count
}

on_both! {
    async fn one_family_is_shown_nothing_of_another(site: Site) {
        let region = region(&site).await;
        let lives = region.white.to_string();
        let lives = ("municipality", lives.as_str());
        let programme = |title: &'static str| site.training(title).ages(7, 10).capacity(1).waiting(5)
            .meeting("2026-12-01T16:00", "2026-12-01T17:30");
        let (ceramics, chess) = (programme("Ceramika").publish().await, programme("Szachy").publish().await);
        let adults = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&adults).await;
        let mut zuzanna = site.participant("Zuzanna Obca", "zuzanna@poczta.example").await;
        let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
        let kalina = but(&[("surname", "Obca"), ("given_name", "Kalina"), ("born_day", "9"), ("born_month", "9"), ("born_year", "2016"),
            ("street", "ul. Skryta 77"), ("sex", "female"), ("document_kind", "other"), ("document_number", "AB 77712"), lives]);
        let there = zuzanna.fill(ENTER, ENTER, &kalina).await.is(303).location.clone().unwrap();
        let kalina_id = there.rsplit('/').next().unwrap().to_owned();
        site.sql("UPDATE people SET phone = '601777333' WHERE surname = 'Obca' AND id > $1", 0).await;
        // The other family was first in the programmes, and in a training for adults; it wrote to the office, and staff looked.
        for group in [&ceramics, &chess] {
            zuzanna.fill(&group.join(), &group.join(), &[("person", &kalina_id)]).await.goes_to("/my/applications");
        }
        join_and_pay_oneself(&mut zuzanna, &adults).await;
        let artem = maria.fill(ENTER, ENTER, &but(&[lives])).await.is(303).location.clone().unwrap();
        let artem_id = artem.rsplit('/').next().unwrap().to_owned();
        maria.fill(&ceramics.join(), &ceramics.join(), &[("person", &artem_id), ("list", "1")]).await.goes_to("/my/applications");
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        let named = [("surname", "Obca"), ("given_name", "Kalina"), ("born_day", "9"), ("born_month", "9"), ("born_year", "2016"), ("reason", "At the desk.")];
        olga.fill("/staff/children/find", "/staff/children/find", &named).await.is(303);
        olga.get(&there.replace("/my/", "/staff/")).await.is(200);
        // A record of theirs resembles hers.
        let resembles = format!("INSERT INTO duplicate_cases (person_id, other_id, bits, reasons, state, opened_at) VALUES ({artem_id}, $1, 1500, '[]', 'open', 0)");
        site.sql(resembles, kalina_id.parse().unwrap()).await;

        let from = ["/", "/my/children", "/my/applications", "/my/trainings", "/my/payments", "/my/requests", "/my/profile", "/courses", "/contact", "/forgotten-address"];
        let pages = crawl(&mut maria, &from).await;
        assert!(pages > 40, "only {pages} pages were reached");
        maria.get(&artem).await.is(200).says("being looked at");

        // What is theirs, asked for by its address.
        for address in [there.clone(), format!("{there}/change"), format!("{there}/correct")] {
            maria.get(&address).await.is(404);
        }
        // Their child, typed in: the answer holds nothing that was not typed.
        let typed = but(&[("surname", "Obca"), ("given_name", "Kalina"), ("born_day", "9"), ("born_month", "9"), ("born_year", "2016"), lives]);
        let own = ["Obca", "Kalina", "9 September 2016"];
        let answer = maria.fill(ENTER, ENTER, &typed).await;
        let found: Vec<_> = traces(answer.is(422)).into_iter().filter(|one| !own.contains(one)).collect();
        assert!(found.is_empty(), "{found:?}");
        for case in ["guardian", "other", "document"] {
            let mut asks = typed.clone();
            asks.push(("case", case));
            let answer = maria.fill(ENTER, "/my/children/next", &asks).await;
            assert!(answer.status < 500);
            let found: Vec<_> = traces(&answer).into_iter().filter(|one| !own.contains(one)).collect();
            assert!(found.is_empty(), "{case}: {found:?}");
        }
        crawl(&mut maria, &["/my/children", "/my/applications"]).await;
        for letter in site.letters_to("maria@dom.example").await {
            let text = format!("{letter:?}");
            let found: Vec<_> = SECRETS.into_iter().filter(|secret| text.contains(secret)).collect();
            assert!(found.is_empty(), "“{}” shows {found:?}", letter.subject);
        }
        let mut visitor = site.browser();
        visitor.get("/?lang=en").await;
        crawl(&mut visitor, &["/", "/courses", "/contact", "/forgotten-address", "/register", "/sign-in"]).await;
    }
}
