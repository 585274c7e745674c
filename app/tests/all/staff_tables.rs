//! Every staff table can be taken away as it is seen, and is gone through by keys.

use std::io::{Cursor, Read};

use zapis::accounts::RoleKind;

use crate::fixtures::Training;
use crate::payments::{join_and_pay_oneself, statement};
use crate::site::{Answer, Browser, Site, on_both};
use crate::staff_offer::operator;

/// An accountant of the training's organisation.
pub async fn accountant(site: &Site, training: &Training) -> Browser {
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
pub async fn opening(site: &Site) -> (Training, Browser) {
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
pub fn part(book: &Answer, name: &str) -> String {
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
pub fn lines(list: &Answer) -> Vec<String> {
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
        assert!(texts.contains("Anna Nowak") && !texts.contains("Sowa"), "{texts}");
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

    async fn participants_are_searched_filtered_and_sorted(site: Site) {
        let (training, _) = opening(&site).await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        site.participant("Żaneta Ćma", "zaneta@school.example").await;
        site.enrolled("zaneta@school.example", &training, "cancelled").await;
        let page = format!("/staff/groups/{}/participants", training.group_id);
        let names = |answer: &Answer| -> Vec<String> {
            lines(answer)[1..].iter().map(|line| line.split('"').nth(1).unwrap_or_default().to_owned()).collect()
        };
        olga.get(&page).await.is(200).says("Show by state").says("Show by payment").says("to be paid").says("nothing charged").says("3 people.");
        for (query, found) in [
            ("q=nowak", &["Nowak Anna"][..]),
            ("q=CMA", &["Ćma Żaneta"]),
            ("state=cancelled", &["Ćma Żaneta"]),
            ("payment=none", &["Ćma Żaneta"]),
            ("payment=due&sort=name-down", &["Sowa Jan", "Nowak Anna"]),
            ("sort=name", &["Ćma Żaneta", "Nowak Anna", "Sowa Jan"]),
            ("sort=nonsense", &["Nowak Anna", "Sowa Jan", "Ćma Żaneta"]),
            ("sort=applied&payment=due", &["Nowak Anna", "Sowa Jan"]),
            ("state=nonsense", &[]),
        ] {
            let list = olga.get(&format!("{page}?{query}&as=csv")).await;
            assert_eq!(names(&list), found, "{query}");
        }
        olga.get(&format!("{page}?q=nowak&sort=name")).await.says("aria-sort=\"ascending\"")
            .says("href=\"?q=nowak&#38;sort=name-down\"").says("1 person.").says_not("Sowa Jan");
        olga.get(&format!("{page}?q=nobody")).await.is(200).says("Nothing fits these conditions").says("Show everybody");
        // A view holds for every group.
        let query = "payment=due&sort=name";
        olga.get(&format!("{page}?{query}")).await.says("Keep this filter");
        let group = training.group_id.to_string();
        let fields = [("place", "participants"), ("within", group.as_str()), ("query", query), ("name", "Zalegają")];
        olga.fill("/staff/views", "/staff/views", &fields).await.goes_to(&format!("{page}?{query}"));
        let other = site.training("Tablica").publish().await;
        site.enrolled("zaneta@school.example", &other, "confirmed").await;
        let there = format!("/staff/groups/{}/participants", other.group_id);
        olga.get(&there).await.says(&format!("href=\"{there}?payment=due&#38;sort=name\">Zalegają"));
        olga.get("/staff/views").await.is(200).says("Zalegają").says("Participants");
        for within in ["", "x", "1/../../sign-out", "//evil.example"] {
            let fields = [("place", "participants"), ("within", within), ("query", query), ("name", "Inny")];
            olga.fill("/staff/views", "/staff/views", &fields).await.is(404);
        }
    }

    async fn tables_are_sorted_by_what_their_columns_say(site: Site) {
        let (training, mut zofia) = opening(&site).await;
        let draft = zapis::catalogue::GroupState::Draft;
        site.training("Szkic").state(draft).publish().await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let rows = lines(&olga.get("/staff/courses?q=szkic&as=csv").await);
        assert!(rows[1].ends_with(";\"0\""), "a draft is no open group: {rows:?}");
        site.venue(&training).await;
        olga.get("/staff/venues?sort=address-down").await.is(200).says("aria-sort=\"descending\"").says("href=\"?sort=name\"");
        zofia.get("/staff/payments/statements?sort=taken-at").await.is(200).says("aria-sort=\"ascending\"").says("href=\"?sort=taken-at-down\"");
        let group = training.group_id;
        olga.get(&format!("/staff/groups/{group}/materials")).await.is(200).says("id=\"keys\"");
    }

    async fn days_are_sorted_in_files_as_days(site: Site) {
        let (_, mut zofia) = opening(&site).await;
        let list = zofia.get("/staff/payments/statements?as=csv").await;
        list.says("\"2026-11-22 ");
        let book = zofia.get("/staff/payments?show=due&as=xlsx").await;
        let texts = part(&book, "xl/sharedStrings.xml");
        assert!(!texts.contains("2026-12-01"), "{texts}");
        // 1 December 2026 as spreadsheets count days.
        assert!(part(&book, "xl/worksheets/sheet1.xml").contains("<v>46357</v>"));
        assert!(part(&book, "xl/styles.xml").contains("yyyy-mm-dd"));
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
