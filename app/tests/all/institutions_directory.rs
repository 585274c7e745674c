//! The directory of institutions [A16]: found by whoever needs one, with everything to reach it but an address that programs
//! collect, and with what it offers.

use database::DbError;
use zapis::accounts::OrganisationId;
use zapis::organisations::{self, Kind, NewOrganisation};

use crate::fixtures::CENTRE;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::region;

const EMAIL: &str = "centrum@szkolenia.example";

/// Somebody who reads English.
async fn visitor(site: &Site) -> Browser {
    let mut visitor = site.browser();
    visitor.get("/institutions?lang=en").await.is(303);
    visitor
}

/// So many boarding houses, below an organisation.
async fn boarding_houses(site: &Site, above: OrganisationId, count: usize) {
    let now = site.now();
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            for number in 1..=count {
                let new = NewOrganisation {
                    parent: Some(above),
                    kind: Kind::Institution,
                    name: format!("Bursa nr {number}"),
                    institution_type: "bursa".into(),
                    ..NewOrganisation::default()
                };
                organisations::upsert(tx, &new, now).await?;
            }
            organisations::touch(tx).await
        })
    });
    work.await.map_err(|error: DbError| error).unwrap();
    site.app.organisations.refresh(&site.app.db).await.unwrap();
}

on_both! {
    async fn an_institution_is_found_however_one_writes_it(site: Site) {
        let region = region(&site).await;
        let mut visitor = visitor(&site).await;
        let all = visitor.get("/institutions").await;
        all.is(200).says("3 institutions").says("Przedszkole nr 1").says("Szkoła nr 2").says("Centrum wsparcia").says_not("noindex")
            .says("<link rel=\"canonical\" href=\"http://127.0.0.1:8080/institutions?lang=en\">")
            .says(&format!("href=\"/institutions/{}\"", region.school));
        visitor.get("/institutions?q=NR+2+szkola").await.says("1 institution").says("Szkoła nr 2").says_not("Przedszkole nr 1");
        let white = region.white;
        visitor.get(&format!("/institutions?municipality={white}")).await
            .says("Przedszkole nr 1").says("Centrum wsparcia").says_not("Szkoła nr 2");
        visitor.get("/institutions?kind=support_centre").await.says("Centrum wsparcia").says_not("Szkoła nr 2");
        visitor.get("/institutions?q=zzz").await.is(200).says("We found nothing like this").says("value=\"zzz\"").says("Show all");
        visitor.get("/institutions?municipality=moon&page=-3&q=%00").await.is(200).says("3 institutions");
    }

    async fn long_lists_have_pages_and_count_as_people_do(site: Site) {
        let region = region(&site).await;
        boarding_houses(&site, region.white, 25).await;
        let mut visitor = visitor(&site).await;
        visitor.get("/institutions?kind=bursa").await.says("25 institutions").says("Bursa nr 10<").says_not("Bursa nr 21<")
            .says("href=\"/institutions?kind=bursa&#38;page=2\"");
        visitor.get("/institutions?kind=bursa&page=2").await.says("Bursa nr 21<").says("Bursa nr 25<").says_not("Bursa nr 10<");
        // A page that there is not is the last one.
        visitor.get("/institutions?kind=bursa&page=99").await.is(200).says("Bursa nr 25<");
    }

    async fn its_page_says_how_to_reach_it_and_what_it_offers(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let there = format!("/institutions/{}", training.organisation_id);
        let mut visitor = visitor(&site).await;
        visitor.get(&training.page()).await.says(&format!("href=\"{there}\""));
        visitor.get("/contact").await.says("href=\"/institutions\"").says(&format!("href=\"{there}\""));
        let page = visitor.get(&there).await;
        page.is(200).says(CENTRE).says("85 700 10 20").says("15-001 Białystok").says("Pierwsza pomoc").says("Training centre")
            .says("https://www.openstreetmap.org/search?query=ul%2E%20Ogrodowa").says("rel=\"noreferrer\"").says_not("<iframe")
            .says("\"EducationalOrganization\"").says(&format!("/contact/write?to={}", training.organisation_id))
            .says(&format!("<link rel=\"canonical\" href=\"http://127.0.0.1:8080{there}?lang=en\">"));
        // Its address is there only for whoever presses the button.
        page.says_not(EMAIL).says("Show the e-mail address");
        visitor.post(&there, &[]).await.is(200).says(&format!("mailto:{EMAIL}"));
        visitor.get(&there).await.says_not(EMAIL);
        for other in ["/institutions/999999", "/institutions/moon"] {
            visitor.get(other).await.is(404);
        }
    }

    async fn what_is_closed_has_no_page(site: Site) {
        let region = region(&site).await;
        let there = format!("/institutions/{}", region.school);
        let mut visitor = visitor(&site).await;
        // Nobody answers messages there, so no form is offered.
        visitor.get(&there).await.is(200).says("Nothing is on offer here").says_not("/contact/write").says("href=\"/contact\"");
        site.sql("UPDATE organisations SET closed_at = 1 WHERE id = $1", region.school.get()).await;
        site.sql("UPDATE snapshot_versions SET version = version + 1 WHERE name = 'organisations' AND version > $1", 0).await;
        site.app.organisations.refresh(&site.app.db).await.unwrap();
        visitor.get(&there).await.is(404);
        visitor.get("/institutions").await.says_not("Szkoła nr 2");
    }
}
