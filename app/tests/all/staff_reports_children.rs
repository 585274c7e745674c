//! A17, B13: children and places of a period, as numbers: each child once, wherever it lives and whatever it does.

use zapis::accounts::RoleKind;

use crate::certificate::read_with;
use crate::child_once::{ENTER, but};
use crate::fixtures::Training;
use crate::permissions::elsewhere;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::{Region, family, region};

const HERE: &str = "/staff/reports/children";

async fn place(site: &Site, child: i64, training: &Training) {
    let sql = format!(
        "INSERT INTO enrolments (person_id, group_id, account_id, state, applied_at, changed_at) \
         SELECT p.id, {}, (SELECT MIN(a.id) FROM accounts a), 'confirmed', 1, 1 FROM people p WHERE p.id = $1",
        training.group_id
    );
    assert_eq!(site.sql(sql, child).await, 1);
}

async fn administrator(site: &Site, training: &Training) -> Browser {
    let branch = Some(training.organisation_id);
    let kind = RoleKind::OrganisationAdministrator;
    site.staff("Wanda Zych", "wanda@centrum.example", kind, branch)
        .await
}

/// Artem has three places, his sister one; she lives in the other municipality.
async fn opening(site: &Site) -> (Region, Browser) {
    let region = region(site).await;
    let (mut maria, artem) = family(site, &region).await;
    let black = site
        .number("SELECT id FROM organisations WHERE name = 'Gmina Czarna'")
        .await
        .to_string();
    let zoja = [
        ("given_name", "Zoja"),
        ("sex", "female"),
        ("born_year", "2019"),
        ("municipality", &*black),
    ];
    maria.fill(ENTER, ENTER, &but(&zoja)).await.is(303);
    let zoja = site.number("SELECT MAX(id) FROM people").await;
    let chess = site.training("Szachy").ages(5, 12).publish().await;
    let clay = site.training("Ceramika").ages(5, 12).price(9_000);
    let clay = clay.course(|course| course.subject = "Sztuka".into());
    let clay = clay.publish().await;
    let dance = site.training("Taniec").ages(5, 12);
    let dance = dance.course(|course| course.takes_certificate = true);
    let dance = dance.publish().await;
    for training in [&chess, &clay, &dance] {
        place(site, artem, training).await;
    }
    place(site, zoja, &chess).await;
    let wanda = administrator(site, &chess).await;
    (region, wanda)
}

/// What the rows of a table say: name, children, places.
fn rows(page: &str, heading: &str) -> Vec<(String, usize, usize)> {
    let part = page.split(&format!("<h2>{heading}</h2>")).nth(1).unwrap();
    let body = part.split("<tbody>").nth(1).unwrap();
    let body = body.split("</tbody>").next().unwrap();
    let plain = |cell: &str| {
        let mut text = cell.replace("<strong>", "").replace("</strong>", "");
        text = text.replace('\u{a0}', " ");
        text.split('<').next().unwrap().to_owned()
    };
    let row = |row: &str| {
        let name = plain(row.split("<th scope=\"row\">").nth(1).unwrap());
        let mut numbers = row.split("<td class=\"number\">").skip(1).map(plain);
        let mut next = || numbers.next().unwrap().parse().unwrap();
        (name, next(), next())
    };
    body.split("<tr>").skip(1).map(row).collect()
}

on_both! {
    async fn each_child_is_counted_once(site: Site) {
        let (_, mut wanda) = opening(&site).await;
        wanda.get("/staff/reports").await.says("href=\"/staff/reports/children\"");
        let page = wanda.get(HERE).await;
        page.is(200).says("1 September 2026 – 31 August 2027").says_not("Lesin").says_not("Artem")
            .says("Numbers below 5 can tell who the children are.");
        let text = page.text();
        for heading in ["By municipality", "By age", "By direction", "By funding"] {
            let rows = rows(&text, heading);
            let (total, rows) = rows.split_last().unwrap();
            assert_eq!((total.1, total.2), (2, 4), "{heading}");
            assert_eq!(rows.iter().map(|row| row.2).sum::<usize>(), 4, "{heading}: places are counted each");
            let sum: usize = rows.iter().map(|row| row.1).sum();
            assert!(sum == 2 || ["By direction", "By funding"].contains(&heading), "{heading}: {rows:?}");
        }
        let named = |name: &str, children, places| (name.to_owned(), children, places);
        assert_eq!(rows(&text, "By municipality")[..2], [named("Gmina Biała", 1, 3), named("Gmina Czarna", 1, 1)]);
        assert_eq!(rows(&text, "By age")[..2], [named("7 years", 1, 1), named("9 years", 1, 3)]);
        assert_eq!(
            rows(&text, "By funding")[..3],
            [named("Funding certificate", 1, 1), named("Free of charge", 2, 2), named("Paid by the family", 1, 1)]
        );
    }

    async fn ages_are_those_of_the_chosen_day_and_what_is_typed_wrong_stays(site: Site) {
        let (_, mut wanda) = opening(&site).await;
        let page = wanda.get(&format!("{HERE}?on=1.04.2027")).await;
        let page = page.is(200).text();
        assert_eq!(rows(&page, "By age")[1].0, "10 years");
        wanda.get(&format!("{HERE}?on=someday")).await.is(422).says("someday").says("href=\"#on\"");
        wanda.get(&format!("{HERE}?from=1.09.2019&to=31.08.2020")).await.is(200).says("Nothing in this period.").says_not("Gmina");
    }

    async fn the_same_numbers_are_taken_away_and_printed(site: Site) {
        let (_, mut wanda) = opening(&site).await;
        let query = "from=2026-09-01&to=2027-08-31&on=2026-09-01";
        let book = wanda.get(&format!("{HERE}.xlsx?{query}")).await;
        book.is(200);
        assert!(book.bytes.starts_with(b"PK"));
        let paper = wanda.get(&format!("{HERE}.pdf?{query}")).await;
        paper.is(200);
        let text = read_with("pdftotext", &["-layout", "FILE", "-"], &paper.bytes);
        assert!(text.contains("Gmina Biała") && text.contains("ages on 1 September 2026"), "{text}");
        wanda.get(&format!("{HERE}.pdf?from=x")).await.is(404);
    }

    async fn another_branch_counts_nobody_here(site: Site) {
        let (_, _wanda) = opening(&site).await;
        let branch = Some(elsewhere(&site).await);
        let mut marta = site.staff("Marta Wilk", "marta@lomza.example", RoleKind::OrganisationAdministrator, branch).await;
        marta.get(HERE).await.is(200).says_not("Gmina");
        let mut olga = site.staff("Olga Maj", "olga@lomza.example", RoleKind::Operator, branch).await;
        for address in [HERE.to_owned(), format!("{HERE}.xlsx"), format!("{HERE}.pdf")] {
            olga.get(&address).await.is(404);
        }
    }
}
