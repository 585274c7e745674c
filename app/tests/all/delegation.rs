//! `tenancy`, absence: a colleague stands in for a role, for some days, and every trace says for whom.

use jiff::SignedDuration;
use zapis::accounts::{OrganisationId, RoleKind};
use zapis::branches::worker::sweep;

use crate::age_14::subjects;
use crate::permissions::elsewhere;
use crate::site::{Browser, Site, on_both};

const PAGE: &str = "/staff/standing-in";
const OLGA: &str = "olga@lomza.example";
const PIOTR: &str = "piotr@lomza.example";

struct Story {
    place: OrganisationId,
    olga: Browser,
    piotr: Browser,
    /// Olga's role.
    role: String,
    /// Piotr's account.
    colleague: String,
}

async fn opening(site: &Site) -> Story {
    let place = elsewhere(site).await;
    let branch = Some(place);
    let olga = site
        .staff("Olga Maj", OLGA, RoleKind::Operator, branch)
        .await;
    let role = site.number("SELECT MAX(id) FROM roles").await.to_string();
    let piotr = site
        .staff("Piotr Dąb", PIOTR, RoleKind::Accountant, branch)
        .await;
    Story {
        place,
        olga,
        piotr,
        role,
        colleague: site.account(PIOTR).await.to_string(),
    }
}

/// Standing in from 23 November 2026 to a day, as the form says it.
fn days<'a>(
    role: &'a str,
    colleague: &'a str,
    (day, month, year): (&'a str, &'a str, &'a str),
) -> Vec<(&'a str, &'a str)> {
    vec![
        ("do", "name"),
        ("role", role),
        ("colleague", colleague),
        ("from_day", "23"),
        ("from_month", "11"),
        ("from_year", "2026"),
        ("to_day", day),
        ("to_month", month),
        ("to_year", year),
    ]
}

async fn last(site: &Site) -> String {
    site.number("SELECT MAX(id) FROM stand_ins")
        .await
        .to_string()
}

async fn answer(browser: &mut Browser, id: &str, word: &str) {
    browser
        .fill(PAGE, PAGE, &[("do", word), ("stand_in", id)])
        .await
        .goes_to(PAGE);
}

on_both! {
    async fn a_colleague_acts_for_the_absent_one_and_no_longer(site: Site) {
        let Story { mut olga, mut piotr, role, colleague, .. } = opening(&site).await;
        let there = format!("{PAGE}?role={role}");
        olga.get("/staff").await.says("href=\"/staff/standing-in\"");
        olga.get(PAGE).await.is(200).says(&there);
        olga.get(&there).await.is(200).says("Piotr Dąb");
        for (to, error) in [
            (("22", "11", "2026"), "lies before the first one"),
            (("22", "1", "2027"), "longer than 60 days"),
            (("", "", ""), "Fill this in"),
        ] {
            olga.fill(&there, PAGE, &days(&role, &colleague, to)).await.is(422).says(error).says("value=\"23\"");
        }
        olga.fill(&there, PAGE, &days(&role, &colleague, ("25", "11", "2026"))).await.goes_to(PAGE);
        assert!(subjects(&site, PIOTR).await.contains(&"Will you stand in for Olga Maj?".into()));
        // Somebody is asked for these days already.
        olga.fill(&there, PAGE, &days(&role, &colleague, ("24", "11", "2026"))).await.is(422).says("in these days already");
        answer(&mut piotr, &last(&site).await, "agree").await;
        assert!(subjects(&site, OLGA).await.contains(&"Standing in is agreed: Piotr Dąb".into()));
        piotr.get("/staff/venues/new").await.is(404);

        site.app.clock.advance(SignedDuration::from_hours(24));
        sweep(&site.app, site.now()).await.unwrap();
        sweep(&site.app, site.now()).await.unwrap();
        assert_eq!(site.number("SELECT COUNT(*) FROM roles WHERE for_role IS NOT NULL").await, 1);
        piotr.get("/staff/venues/new").await.is(200);
        piotr.post("/staff/venues/new", &[("venue_name", "Centrum"), ("address", "ul. Lipowa 9"), ("room_id", ""), ("room_name", "sala 1"), ("room_places", "10")]).await.is(303);
        let absent = site.account(OLGA).await;
        let sql = format!("SELECT COUNT(*) FROM audit WHERE action = 'venue.make' AND on_behalf_of = {absent}");
        assert_eq!(site.number(sql).await, 1);
        piotr.get(PAGE).await.says("You stand in for: Olga Maj");
        olga.get(PAGE).await.says("Piotr Dąb stands in");

        site.app.clock.advance(SignedDuration::from_hours(3 * 24));
        piotr.get("/staff/venues/new").await.is(404);
        piotr.get("/staff").await.is(200);
    }

    async fn it_can_be_declined_and_ended_early(site: Site) {
        let Story { mut olga, mut piotr, role, colleague, .. } = opening(&site).await;
        let there = format!("{PAGE}?role={role}");
        let wanted = days(&role, &colleague, ("25", "11", "2026"));
        olga.fill(&there, PAGE, &wanted).await.goes_to(PAGE);
        answer(&mut piotr, &last(&site).await, "decline").await;
        assert!(subjects(&site, OLGA).await.contains(&"No standing in: Piotr Dąb".into()));
        olga.fill(&there, PAGE, &wanted).await.goes_to(PAGE);
        let id = last(&site).await;
        // Nobody answers for somebody else.
        olga.fill(PAGE, PAGE, &[("do", "agree"), ("stand_in", &id)]).await.is(404);
        answer(&mut piotr, &id, "agree").await;
        site.app.clock.advance(SignedDuration::from_hours(24));
        sweep(&site.app, site.now()).await.unwrap();
        piotr.get("/staff/venues/new").await.is(200);
        answer(&mut olga, &id, "end").await;
        piotr.get("/staff/venues/new").await.is(404);
        piotr.fill(PAGE, PAGE, &[("do", "agree"), ("stand_in", &id)]).await.is(422).says("answered or ended meanwhile");
    }

    async fn an_administrator_sets_it_and_it_ends_with_the_role(site: Site) {
        let Story { place, mut piotr, role, colleague, .. } = opening(&site).await;
        let kind = RoleKind::OrganisationAdministrator;
        let mut ewa = site.staff("Ewa Lis", "ewa@lomza.example", kind, Some(place)).await;
        let staff = format!("/staff/organisations/{place}/staff");
        ewa.get(&format!("{staff}?role={role}")).await.is(200).says("Olga Maj: operator").says(&format!("{PAGE}?role={role}"));
        let there = format!("{PAGE}?role={role}");
        ewa.fill(&there, PAGE, &days(&role, &colleague, ("25", "11", "2026"))).await.goes_to(PAGE);
        assert_eq!(subjects(&site, PIOTR).await, ["Standing in is agreed: Olga Maj"]);
        ewa.get(&staff).await.says("Piotr Dąb, for: Olga Maj");
        site.app.clock.advance(SignedDuration::from_hours(24));
        sweep(&site.app, site.now()).await.unwrap();
        piotr.get("/staff/venues/new").await.is(200);
        ewa.get(&staff).await.says("for: Olga Maj");
        ewa.post(&staff, &[("do", "end"), ("role", &role)]).await.goes_to(&staff);
        piotr.get("/staff/venues/new").await.is(404);
    }

    async fn whoever_stands_in_hands_out_no_roles(site: Site) {
        let Story { place, mut piotr, colleague, .. } = opening(&site).await;
        let kind = RoleKind::OrganisationAdministrator;
        let mut ewa = site.staff("Ewa Lis", "ewa@lomza.example", kind, Some(place)).await;
        let role = site.number("SELECT MAX(id) FROM roles").await.to_string();
        let there = format!("{PAGE}?role={role}");
        ewa.fill(&there, PAGE, &days(&role, &colleague, ("25", "11", "2026"))).await.goes_to(PAGE);
        answer(&mut piotr, &last(&site).await, "agree").await;
        site.app.clock.advance(SignedDuration::from_hours(24));
        sweep(&site.app, site.now()).await.unwrap();
        let staff = format!("/staff/organisations/{place}/staff");
        piotr.get(&staff).await.is(200).says("not by whoever stands in").says_not("Send the invitation");
        piotr.get("/staff/organisations/new").await.is(200);
        piotr.post(&staff, &[("do", "invite"), ("email", "x@y.example"), ("role_kind", "operator")]).await.is(404);
    }
}
