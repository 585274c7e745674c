//! A filter is kept under a name, found above its table, and forgotten; nobody sees those of others.

use zapis::accounts::RoleKind;

use crate::fixtures::Training;
use crate::site::{Browser, Site, on_both};

const VIEWS: &str = "/staff/views";
const COUNT: &str = "SELECT COUNT(*) FROM staff_views";

async fn staff(site: &Site, training: &Training, name: &str, email: &str) -> Browser {
    let branch = Some(training.organisation_id);
    let kind = RoleKind::OrganisationAdministrator;
    let mut browser = site.staff(name, email, kind, branch).await;
    browser.get("/?lang=en").await;
    browser
}

async fn opening(site: &Site) -> (Training, Browser) {
    let training = site.training("Ocenianie").publish().await;
    let iga = staff(site, &training, "Iga Lech", "iga@centre.example").await;
    (training, iga)
}

on_both! {
    async fn a_filter_is_kept_found_and_forgotten(site: Site) {
        let (_, mut iga) = opening(&site).await;
        iga.get("/staff/courses").await.is(200).says_not("Keep this filter");
        let page = iga.get("/staff/courses?q=ocen&page=1&state=published").await;
        page.is(200).says("Keep this filter").says("name=\"query\" value=\"state=published&#38;q=ocen\"");
        let fields = [("place", "courses"), ("query", "state=published&q=ocen"), ("name", "Ocenianie w ofercie")];
        iga.fill(VIEWS, VIEWS, &fields).await.goes_to("/staff/courses?state=published&q=ocen");
        iga.follow().await.is(200).says("The view is kept").says("Ocenianie w ofercie").says("chip on").says_not("Keep this filter");
        // The same once more is the same view; another filter under the name is asked about, and replaces nothing.
        iga.fill(VIEWS, VIEWS, &fields).await.is(303);
        iga.fill(VIEWS, VIEWS, &[("place", "courses"), ("query", "state=draft"), ("name", " Ocenianie  w ofercie ")]).await
            .is(422).says("You keep another filter under this name").says("name=\"query\" value=\"state=draft\"");
        assert_eq!(site.number(COUNT).await, 1);
        iga.get("/staff/courses").await.says("href=\"/staff/courses?state=published&#38;q=ocen\">Ocenianie w ofercie").says("href=\"/staff/views\"");
        iga.get("/staff/requests").await.says_not("Ocenianie w ofercie");
        iga.get(VIEWS).await.is(200).says("Ocenianie w ofercie").says("Courses");
        let id = site.number("SELECT id FROM staff_views").await;
        let remove = format!("{VIEWS}/{id}/remove");
        iga.fill(VIEWS, &remove, &[]).await.goes_to(VIEWS);
        iga.follow().await.says("The view is removed").says("You keep no views yet");
        iga.fill(VIEWS, &remove, &[]).await.goes_to(VIEWS);
        iga.follow().await.is(200).says_not("The view is removed");
        assert_eq!(site.number(COUNT).await, 0);
    }

    async fn every_table_with_a_filter_has_views(site: Site) {
        let (training, mut iga) = opening(&site).await;
        let home = training.organisation_id;
        let period = "from=2026-09-01&to=2027-08-31";
        for (place, path, query) in [
            ("payments", "/staff/payments", "show=overdue".to_owned()),
            ("courses", "/staff/courses", "state=draft&q=x&sort=next-down".to_owned()),
            ("requests", "/staff/requests", "show=closed".to_owned()),
            ("reports", "/staff/reports", period.to_owned()),
            ("report-groups", "/staff/reports/groups", format!("{period}&subject=Wychowanie&state=held")),
            ("report-people", "/staff/reports/people", period.to_owned()),
            ("report-charges", "/staff/reports/charges", period.to_owned()),
            ("certificates", "/staff/certificates", "q=nowak".to_owned()),
        ] {
            let address = format!("{path}?{query}");
            iga.get(&address).await.is(200);
            iga.fill(VIEWS, VIEWS, &[("place", place), ("query", &query), ("name", place)]).await.goes_to(&address);
            if place != "certificates" {
                iga.get(path).await.is(200).says(&format!(">{place}</a>"));
            }
        }
        assert_eq!(site.number(COUNT).await, 8);
        let foreign = format!("organisation={home}");
        iga.fill(VIEWS, VIEWS, &[("place", "payments"), ("query", &foreign), ("name", "x")]).await.is(422);
    }

    async fn what_can_not_be_kept_is_said_and_stays_typed(site: Site) {
        let (_, mut iga) = opening(&site).await;
        iga.fill(VIEWS, VIEWS, &[("place", "courses"), ("query", "q=ocen"), ("name", "  ")]).await.is(422)
            .says("Fill this in").says("name=\"query\" value=\"q=ocen\"");
        let long = "ż".repeat(61);
        iga.fill(VIEWS, VIEWS, &[("place", "courses"), ("query", "q=ocen"), ("name", &long)]).await.is(422).says(&long);
        for query in ["", "q=", "show=due", "q=a&q=b", "q=a&next=//evil.example", "q=%FF", "q=a%0d%0aSet-Cookie", "%zz", "javascript:alert(1)"] {
            let fields = [("place", "courses"), ("query", query), ("name", "Mój widok")];
            iga.fill(VIEWS, VIEWS, &fields).await.is(422).says("There is nothing to keep").says("value=\"Mój widok\"");
        }
        for place in ["", "people", "//evil.example", "/staff/courses"] {
            iga.fill(VIEWS, VIEWS, &[("place", place), ("query", "q=ocen"), ("name", "x")]).await.is(404);
        }
        for number in 0..50 {
            let name = number.to_string();
            iga.fill(VIEWS, VIEWS, &[("place", "courses"), ("query", "q=ocen"), ("name", &name)]).await.is(303);
        }
        iga.fill(VIEWS, VIEWS, &[("place", "courses"), ("query", "q=a"), ("name", "One more")]).await.is(422).says("You keep 50 views already").says("One more");
        iga.fill(VIEWS, VIEWS, &[("place", "courses"), ("query", "q=ocen"), ("name", "49")]).await.is(303);
        assert_eq!(site.number(COUNT).await, 50);
    }

    async fn views_are_ones_own(site: Site) {
        let (training, mut iga) = opening(&site).await;
        iga.fill(VIEWS, VIEWS, &[("place", "courses"), ("query", "q=ocen"), ("name", "Sprawy Anny")]).await.is(303);
        let id = site.number("SELECT id FROM staff_views").await;
        let mut ewa = staff(&site, &training, "Ewa Mazur", "ewa@centre.example").await;
        ewa.get("/staff/courses").await.is(200).says_not("Sprawy Anny");
        ewa.get(VIEWS).await.is(200).says_not("Sprawy Anny");
        for other in [id, 987_654] {
            ewa.fill(VIEWS, &format!("{VIEWS}/{other}/remove"), &[]).await.goes_to(VIEWS);
        }
        ewa.fill(VIEWS, &format!("{VIEWS}/x/remove"), &[]).await.is(404);
        assert_eq!(site.number(COUNT).await, 1);
        ewa.fill(VIEWS, VIEWS, &[("place", "courses"), ("query", "q=ocen"), ("name", "Sprawy Anny")]).await.is(303);
        assert_eq!(site.number(COUNT).await, 2, "the same name is of each");
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        anna.get("/my/profile").await.is(200);
        anna.get(VIEWS).await.is(404);
        anna.get("/my/profile").await.is(200);
        anna.post(VIEWS, &[("place", "courses"), ("query", "q=ocen"), ("name", "x")]).await.is(404);
        anna.get("/my/profile").await.is(200);
        anna.post(&format!("{VIEWS}/{id}/remove"), &[]).await.is(404);
        assert_eq!(site.number(COUNT).await, 2);
    }
}
