//! Every staff table can be taken away as it is seen, and is gone through by keys.

use std::io::{Cursor, Read};

use zapis::accounts::RoleKind;

use crate::fixtures::Training;
use crate::payments::{join_and_pay_oneself, statement};
use crate::site::{Answer, Browser, Site, on_both};
use crate::staff_offer::operator;

async fn accountant(site: &Site, training: &Training) -> Browser {
    let branch = Some(training.organisation_id);
    site.staff(
        "Zofia Lis",
        "zofia@centre.example",
        RoleKind::Accountant,
        branch,
    )
    .await
}

/// Two people owe money, and three entries wait for somebody.
async fn opening(site: &Site) -> (Training, Browser) {
    let training = site.training("Ocenianie").price(12_000).publish().await;
    site.is_paid_at(&training).await;
    for (name, email) in [
        ("Anna Nowak", "anna@school.example"),
        ("Jan Sowa", "jan@school.example"),
    ] {
        let mut browser = site.participant(name, email).await;
        join_and_pay_oneself(&mut browser, &training).await;
    }
    let odd = [
        (500, "=HYPERLINK(1)"),
        (700, "+48 85 1"),
        (1_050, "Odsetki"),
    ];
    site.takes_in(&statement(&odd)).await;
    let accountant = accountant(site, &training).await;
    (training, accountant)
}

/// What stands in a file of a workbook.
fn part(book: &Answer, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(&book.bytes)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// Lines of a list, without the mark at its beginning.
fn lines(list: &Answer) -> Vec<String> {
    let text = list.text();
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    text.lines().map(str::to_owned).collect()
}

on_both! {
    async fn what_is_seen_is_taken_away(site: Site) {
        let (_, mut zofia) = opening(&site).await;
        let seen = "/staff/payments?show=due&q=nowak&page=1";
        zofia.get(seen).await.is(200).says("Anna Nowak").says_not("Jan Sowa").says("1 charge.")
            .says("href=\"?show=due&#38;q=nowak&#38;as=csv\"").says("href=\"?show=due&#38;q=nowak&#38;as=xlsx\"");
        let list = zofia.get("/staff/payments?show=due&q=nowak&as=csv").await;
        list.is(200);
        assert_eq!(list.kind, "text/csv; charset=utf-8");
        assert!(list.header("content-disposition").contains("payments-due.csv"));
        let rows = lines(&list);
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert!(rows[0].starts_with("\"Participant\";\"Training\";\"Title of the transfer\""), "{rows:?}");
        assert!(rows[1].starts_with("\"Anna Nowak\";\"Ocenianie, 1\";\"ZP-"), "{rows:?}");
        assert!(rows[1].contains(";\"120,00\";\"PLN\";\"120,00\";\"2026-12-01\";"), "{rows:?}");
        assert_eq!(rows[0].matches(';').count(), rows[1].matches(';').count());
        let book = zofia.get("/staff/payments?show=due&q=nowak&as=xlsx").await;
        assert!(book.is(200).kind.ends_with("spreadsheetml.sheet"));
        assert!(part(&book, "xl/worksheets/sheet1.xml").contains("<v>120</v>"));
        let texts = part(&book, "xl/sharedStrings.xml");
        assert!(texts.contains("Anna Nowak") && texts.contains("2026-12-01") && !texts.contains("Sowa"), "{texts}");
        let noted = "SELECT COUNT(*) FROM audit WHERE action = 'payment.download' AND subject_kind = 'charges'";
        assert_eq!(site.number(noted).await, 2);
    }

    async fn a_file_has_all_pages_and_no_formula(site: Site) {
        let (_, mut zofia) = opening(&site).await;
        let rows = lines(&zofia.get("/staff/payments/queue?page=7&as=csv").await);
        assert_eq!(rows.len(), 4, "{rows:?}");
        for cell in [";\"'=HYPERLINK(1)\"", ";\"'+48 85 1\"", ";\"Odsetki\""] {
            assert!(rows.iter().any(|row| row.contains(cell)), "{cell} in {rows:?}");
        }
        assert!(rows[0].ends_with("\"Title of the transfer\""), "suggestions are of the page: {rows:?}");
        let book = zofia.get("/staff/payments/queue?as=xlsx").await;
        assert!(part(&book, "xl/sharedStrings.xml").contains("=HYPERLINK(1)"));
        assert!(!part(&book, "xl/worksheets/sheet1.xml").contains("<f>"), "a text, not a formula");
        let noted = "SELECT COUNT(*) FROM audit WHERE action = 'payment.download' AND subject_kind = 'entries'";
        assert_eq!(site.number(noted).await, 2);
    }

    async fn every_table_can_be_taken_away_by_who_sees_it(site: Site) {
        let (training, mut zofia) = opening(&site).await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        site.venue(&training).await;
        let (course, group) = (training.course_id, training.group_id);
        let of_olga = [
            ("/staff/courses".to_owned(), "Ocenianie"),
            (format!("/staff/courses/{course}"), "\"Group\""),
            (format!("/staff/groups/{group}/participants"), "Nowak Anna"),
            (format!("/staff/groups/{group}/attendance"), "Nowak Anna"),
            ("/staff/venues".to_owned(), "Centrum"),
            ("/staff/requests".to_owned(), "\"Last change\""),
            (format!("/staff/groups/{group}/certificates"), "\"Number\""),
        ];
        let of_zofia = [
            ("/staff/payments?show=booked".to_owned(), "Participant"),
            ("/staff/payments/queue".to_owned(), "Odsetki"),
            ("/staff/payments/statements".to_owned(), "wyciag.sta"),
            ("/staff/payments/closing?day=22.11.2026".to_owned(), "Participant"),
        ];
        for (browser, tables) in [(&mut olga, &of_olga[..]), (&mut zofia, &of_zofia[..])] {
            for (address, words) in tables {
                browser.get(address).await.is(200);
                let mark = if address.contains('?') { '&' } else { '?' };
                let list = browser.get(&format!("{address}{mark}as=csv")).await;
                assert_eq!(list.is(200).says(words).kind, "text/csv; charset=utf-8", "{address}");
                let book = browser.get(&format!("{address}{mark}as=xlsx")).await;
                assert!(book.is(200).bytes.starts_with(b"PK"), "{address}");
                browser.get(&format!("{address}{mark}as=odt")).await.is(200).says("<h1");
            }
        }
        for (address, _) in &of_zofia {
            let mark = if address.contains('?') { '&' } else { '?' };
            olga.get(&format!("{address}{mark}as=csv")).await.is(404).says_not("Odsetki");
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'group.download'").await, 4);
        zofia.get("/staff/certificates?as=csv").await.is(404);
        olga.get("/staff/certificates?as=csv").await.is(404);
    }

    async fn keys_are_said_where_they_work(site: Site) {
        let (_, mut zofia) = opening(&site).await;
        let page = zofia.get("/staff/payments").await;
        page.says("id=\"keys\" hidden").says("<kbd>J</kbd>").says("Switch the keys off");
        let text = page.text();
        let script = text.split("<script src=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        zofia.get(script).await.is(200).says("getElementById(\"keys\")").says("event.isComposing");
        // Each box has a name, and belongs to the form above the table.
        zofia.get("/staff/payments").await.says("<form class=\"bulk\" id=\"bulk\"").says("Choose: Anna Nowak")
            .says("form=\"bulk\"").says("Choose all (2 rows)");
        zofia.get("/staff/payments?show=waived").await.says_not("class=\"bulk\"");
    }
}
