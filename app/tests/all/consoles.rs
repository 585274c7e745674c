//! `consoles`: the first page of staff says what waits, how many and until when, as the lists behind it do; whoever is above
//! the institutions sees which of them are behind.

use jiff::SignedDuration;
use zapis::accounts::RoleKind;
use zapis::consoles::waiting_store;

use crate::fixtures::Training;
use crate::payments::join_and_pay_oneself;
use crate::permissions::elsewhere;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::{family, operator as desk, region};
use crate::staff_offer::operator;

/// Anna has applied where staff decides; the operator.
async fn opening(site: &Site) -> (Training, Browser) {
    let training = site
        .training("Pierwsza pomoc")
        .approved_by_staff()
        .publish()
        .await;
    let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
    let join = training.join();
    anna.fill(&join, &join, &[]).await.goes_to("/my/trainings");
    let olga = operator(site, &training, "Olga Radina").await;
    (training, olga)
}

fn days(count: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * count)
}

/// Lines of a list without its head.
async fn lines_of(browser: &mut Browser, address: &str) -> usize {
    let answer = browser.get(address).await;
    answer.is(200);
    answer.text().lines().count() - 1
}

/// The numbers of the worst institution: answers that are late, applications, requests, children.
async fn numbers(browser: &mut Browser) -> Vec<String> {
    let list = browser.get("/staff/branch?as=csv").await.text();
    assert_eq!(list.lines().count(), 2, "{list}");
    let row = list.lines().nth(1).unwrap_or_default();
    let cells = row
        .split([',', ';'])
        .map(|cell| cell.trim_matches('"').to_owned());
    cells.skip(2).take(4).collect()
}

on_both! {
    async fn the_first_page_says_what_waits_and_until_when(site: Site) {
        let (_, mut olga) = opening(&site).await;
        olga.get("/staff").await.says("What waits").says("1 application to decide").says("nearest day: 1 December 2026")
            .says("href=\"/staff/applications\"").says_not("Nothing is waiting");
        assert_eq!(lines_of(&mut olga, "/staff/applications?as=csv").await, 1);
        site.app.clock.advance(days(11));
        let late = olga.get("/staff").await;
        late.says("the day is over: 1 December 2026").says("1 group to finish after its last meeting");
        let text = late.text();
        let place = |words: &str| text.replace('\u{a0}', " ").find(words);
        assert!(place("1 group to finish") < place("Groups to finish"), "what waits stands above the groups");
    }

    async fn each_role_has_its_own_lines(site: Site) {
        let (training, _) = opening(&site).await;
        let branch = Some(training.organisation_id);
        for (kind, email, sees) in [
            (RoleKind::OrganisationAdministrator, "admin@centrum.example", true),
            (RoleKind::Accountant, "money@centrum.example", false),
            (RoleKind::Trainer, "trainer@centrum.example", false),
            (RoleKind::SupportCentre, "support@centrum.example", false),
        ] {
            let mut one = site.staff("Ewa Lis", email, kind, branch).await;
            let page = one.get("/staff").await;
            if sees {
                page.says("1 application to decide");
            } else {
                page.says_not("application to decide").says("Nothing is waiting. Have a good day.");
            }
        }
        let paid = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&paid).await;
        let mut igor = site.participant("Igor Lis", "igor@poczta.example").await;
        join_and_pay_oneself(&mut igor, &paid).await;
        site.sql("UPDATE charges SET state = 'overdue', due_on = '2026-11-20' WHERE id > $1", 0).await;
        let mut books = site.staff("Adam Lis", "books@centrum.example", RoleKind::Accountant, branch).await;
        books.get("/staff").await.says("1 overdue charge").says("the day is over: 20 November 2026")
            .says("href=\"/staff/payments?show=overdue\"");
        assert_eq!(lines_of(&mut books, "/staff/payments?show=overdue&as=csv").await, 1);
    }

    async fn children_wait_where_they_belong_and_nowhere_else(site: Site) {
        let region = region(&site).await;
        let (_, id) = family(&site, &region).await;
        let mut other = site.staff("Jan Lis", "jan@czarna.example", RoleKind::Operator, Some(region.school)).await;
        let support = site.staff("Ewa Lis", "ewa@biala.example", RoleKind::SupportCentre, Some(region.centre)).await;
        let admin = site.staff("Anna Wójt", "anna@biala.example", RoleKind::OrganisationAdministrator, Some(region.white)).await;
        for mut one in [support, admin] {
            one.get("/staff").await.says("1 child to confirm").says("waiting since 22 November 2026")
                .says("/staff/children?state=unconfirmed");
            assert_eq!(lines_of(&mut one, "/staff/children?state=unconfirmed&as=csv").await, 1);
        }
        other.get("/staff").await.says("Nothing is waiting").says_not("to confirm");
        site.sql("UPDATE people SET state = 'confirmed' WHERE id = $1", id).await;
        let mut olga = desk(&site, region.white, "olga@biala.example").await;
        olga.get("/staff").await.says_not("to confirm");
    }

    async fn institutions_that_are_behind_stand_first(site: Site) {
        let (_, mut olga) = opening(&site).await;
        let mut all = site.staff("Jan Sum", "jan@all.example", RoleKind::InstallationAdministrator, None).await;
        all.get("/staff").await.says("href=\"/staff/branch\"");
        all.get("/staff/branch").await.is(200).says("Miejskie Centrum Doskonalenia Nauczycieli").says("22 November 2026");
        assert_eq!(numbers(&mut all).await, ["0", "1", "0", "0"]);
        site.app.clock.advance(days(11));
        assert_eq!(numbers(&mut all).await, ["1", "1", "0", "0"]);
        // It is decided: nobody is behind.
        site.sql("UPDATE enrolments SET state = 'refused' WHERE id > $1", 0).await;
        all.get("/staff/branch").await.says("No institution is behind.");
        // Operators have no such page, nor have those who do not work here.
        olga.get("/staff/branch").await.is(404);
        let mut anna = site.participant("Ola Maj", "ola@poczta.example").await;
        for address in ["/staff/branch", "/staff/digest"] {
            anna.get(address).await.is(404);
        }
        let branch = Some(elsewhere(&site).await);
        let mut marta = site.staff("Marta Wilk", "marta@lomza.example", RoleKind::OrganisationAdministrator, branch).await;
        marta.get("/staff/branch").await.is(200).says_not("Miejskie Centrum");
    }

    async fn no_statement_of_the_first_page_reads_whole_tables(site: Site) {
        let tables = ["enrolments", "people", "requests", "statement_entries", "charges", "outbox", "guardianships"];
        let names = ["e", "p", "q", "n", "k", "h"];
        for (name, sql) in waiting_store::ALL {
            let plan = database::explain(&site.app.db, sql).await.unwrap();
            let scans = |line: &str| {
                tables.iter().any(|table| line.contains(&format!("Seq Scan on {table}")))
                    || names.iter().any(|name| line.trim().ends_with(&format!("SCAN {name}")))
            };
            assert!(!plan.lines().any(scans), "{name}\n{plan}");
        }
    }
}
