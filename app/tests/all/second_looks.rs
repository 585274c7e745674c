//! A7, A17: entries at a second look: reversals, repeats, overpaid ones, titles that name several charges or a paid one; and
//! days that are closed once.

use jiff::SignedDuration;
use zapis::accounts::RoleKind;
use zapis::payments::{ChargeId, token};

use crate::fixtures::Training;
use crate::payments::{IBAN, join_and_pay_oneself, statement};
use crate::site::{Browser, Site, on_both};

const QUEUE: &str = "/staff/payments/queue";
const PRICE: i64 = 12_000;

/// People who have joined a training for 120 zł, with their charges, and the accountant.
async fn opening(
    site: &Site,
    names: &[(&str, &str)],
) -> (Training, Vec<(Browser, ChargeId)>, Browser) {
    let training = site.training("Ocenianie").price(PRICE).publish().await;
    site.is_paid_at(&training).await;
    let mut people = Vec::new();
    for (name, email) in names {
        let mut browser = site.participant(name, email).await;
        join_and_pay_oneself(&mut browser, &training).await;
        people.push((browser, site.charge().await));
    }
    let home = Some(training.organisation_id);
    let kind = RoleKind::Accountant;
    let mut zofia = site
        .staff("Zofia Lis", "zofia@centre.example", kind, home)
        .await;
    zofia.get("/?lang=en").await;
    (training, people, zofia)
}

const ANNA: (&str, &str) = ("Anna Nowak", "anna@school.example");
const JAN: (&str, &str) = ("Jan Sowa", "jan@school.example");

async fn newest(site: &Site) -> String {
    let id = site.number("SELECT MAX(id) FROM statement_entries").await;
    format!("/staff/payments/entries/{id}")
}

on_both! {
    async fn a_reversal_waits_and_undoes_what_was_booked(site: Site) {
        let (_, mut people, mut zofia) = opening(&site, &[ANNA]).await;
        let (mut anna, charge) = people.remove(0);
        let title = token::title_of(charge);
        assert_eq!(site.takes_in(&statement(&[(PRICE, &title)])).await.booked, 1);
        let back = format!(":20:Z\r\n:25:{IBAN}\r\n:28C:2/1\r\n:60F:C261122PLN120,00\r\n:61:2611221122RC120,00NTRFNONREF//B9\r\n:86:{title}\r\n\
            :61:2611221122D30,00NTRFNONREF//B10\r\n:86:Czynsz\r\n:62F:D261122PLN30,00\r\n");
        site.takes_in(&back).await;
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE state = 'outgoing'").await, 1, "the rent");
        zofia.get(QUEUE).await.is(200).says("The bank takes an earlier entry back").says("PLN\u{a0}-120");
        let id = site.number("SELECT MAX(id) FROM statement_entries WHERE state = 'to_match'").await;
        let entry = format!("/staff/payments/entries/{id}");
        let first = site.number("SELECT MIN(id) FROM statement_entries").await;
        zofia.get(&entry).await.is(200).says(&format!("/staff/payments/entries/{first}")).says("Undo the bookings");
        zofia.post(&entry, &[("deed", "reverse"), ("reverse_reason", " ")]).await.is(422).says("Fill this in.");
        zofia.post(&entry, &[("deed", "reverse"), ("reverse_reason", "Bank cofnął wpłatę")]).await.goes_to(QUEUE);
        zofia.get(&entry).await.is(200).says("Bank cofnął wpłatę");
        zofia.post(&entry, &[("deed", "reverse"), ("reverse_reason", "Bank cofnął wpłatę")]).await.is(422);
        anna.get("/my/payments").await.says("to be paid");
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE aside_kind = 'reversed'").await, 2);
        assert_eq!(site.number("SELECT booked_minor FROM charges").await, 0);
        // Everything that a statement brought is on its page.
        let last = site.number("SELECT MAX(id) FROM statements").await;
        let page = format!("/staff/payments/statements/{last}");
        zofia.get("/staff/payments/statements").await.says(&page);
        zofia.get(&page).await.is(200).says("Czynsz").says("outgoing").says("set aside");
        anna.get(&page).await.is(404);
    }

    async fn the_rest_of_an_overpaid_entry_leaves_the_queue_and_comes_back(site: Site) {
        let (_, people, mut zofia) = opening(&site, &[ANNA]).await;
        site.takes_in(&statement(&[(15_000, "Anna Nowak kurs")])).await;
        let (entry, charge) = (newest(&site).await, people[0].1.to_string());
        zofia.get(&entry).await;
        zofia.post(&entry, &[("deed", "book"), ("charge", &charge), ("amount", "120")]).await.goes_to(QUEUE);
        zofia.get(&entry).await.says("The rest was paid back");
        // What can not be kept is refused beside its field, and what is no deed does nothing.
        let long = "a".repeat(1_001);
        for words in ["a\0b", long.as_str()] {
            zofia.post(&entry, &[("deed", "paid_back"), ("paid_back_reason", words)]).await.is(422).says("href=\"#paid_back_reason\"");
        }
        zofia.post(&entry, &[("deed", "x")]).await.is(422).says("cannot be done any more");
        zofia.post(&entry, &[("deed", "paid_back"), ("paid_back_reason", "")]).await.is(422).says("Fill this in.");
        zofia.post(&entry, &[("deed", "paid_back"), ("paid_back_reason", "Przelew z 24 listopada")]).await.goes_to(QUEUE);
        zofia.get(QUEUE).await.says("Every payment has found its charge");
        zofia.get("/staff/payments/queue?show=set_aside").await.is(200).says("Przelew z 24 listopada").says("PLN\u{a0}30");
        zofia.get(&entry).await.says("Back to the list");
        zofia.post(&entry, &[("deed", "take_up")]).await.goes_to(QUEUE);
        zofia.get(&entry).await.is(200);
        zofia.post(&entry, &[("deed", "take_up")]).await.is(422);
        zofia.get(QUEUE).await.says("PLN\u{a0}30");
        zofia.post(&entry, &[("deed", "set_aside"), ("aside_reason", "Darowizna")]).await.goes_to(QUEUE);
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE state = 'set_aside' AND booked_minor = 12000").await, 1);
    }

    async fn a_closed_day_never_changes(site: Site) {
        let (training, mut people, mut zofia) = opening(&site, &[ANNA]).await;
        let (mut anna, charge) = people.remove(0);
        let title = token::title_of(charge);
        assert_eq!(site.takes_in(&statement(&[(PRICE, &title)])).await.booked, 1);
        let day = async |zofia: &mut Browser, day: &str| zofia.get(&format!("/staff/payments/closing?day={day}&as=csv")).await.text();
        let first = day(&mut zofia, "2026-11-22").await;
        assert!(first.contains("\"120,00\";\"PLN\""), "{first}");
        let heads: Vec<&str> = first.lines().next().unwrap().split(';').collect();
        let mut apart = heads.clone();
        apart.sort_unstable();
        apart.dedup();
        assert_eq!(heads.len(), apart.len(), "every column has its own name: {heads:?}");
        site.app.clock.advance(SignedDuration::from_hours(24));
        let page = format!("/staff/payments/charges/{charge}");
        let booking = site.number("SELECT MAX(id) FROM bookings").await.to_string();
        zofia.get(&page).await.says_not("/staff/enrolments/");
        zofia.post(&page, &[("deed", "unbook"), ("booking", &booking), ("unbook_reason", "Pomyłka")]).await.goes_to(&page);
        assert_eq!(day(&mut zofia, "2026-11-22").await, first);
        let second = day(&mut zofia, "2026-11-23").await;
        assert!(second.contains("\"undone\"") && second.contains("-120,00\""), "{second}");
        let entry = newest(&site).await;
        let number = charge.to_string();
        zofia.get(&entry).await;
        zofia.post(&entry, &[("deed", "book"), ("charge", &number), ("amount", "120")]).await.goes_to(QUEUE);
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        let resign = format!("/my/trainings/{id}/resign");
        anna.fill(&resign, &resign, &[]).await.is(303);
        site.app.clock.advance(SignedDuration::from_hours(24));
        zofia.get(&page).await;
        zofia.post(&page, &[("deed", "pay_back")]).await.goes_to(&page);
        let third = day(&mut zofia, "2026-11-24").await;
        assert!(third.contains("\"paid back\"") && third.contains("-120,00\""), "{third}");
        assert_eq!(day(&mut zofia, "2026-11-22").await, first);
        // Prices are saved without leading to a page that is not the accountant's.
        let prices = format!("/staff/groups/{}/prices", training.group_id);
        zofia.fill(&prices, &prices, &[]).await.goes_to(&prices);
    }

    async fn a_title_that_names_a_paid_charge_is_said_to(site: Site) {
        let (_, people, mut zofia) = opening(&site, &[ANNA, JAN]).await;
        let title = token::title_of(people[1].1);
        assert_eq!(site.takes_in(&statement(&[(PRICE, &title)])).await.booked, 1);
        site.takes_in(&statement(&[(PRICE, &format!("jeszcze raz {title}"))])).await;
        zofia.get(QUEUE).await.says("The title names a charge that takes no money any more").says(&title).says_not("Anna Nowak");
        zofia.get(&newest(&site).await).await.says("The title names a charge").says("Jan Sowa").says_not("Anna Nowak");
    }

    async fn the_same_transfer_in_another_format_is_a_probable_repeat(site: Site) {
        let (training, people, mut zofia) = opening(&site, &[ANNA]).await;
        let title = token::title_of(people[0].1);
        site.takes_in(&statement(&[(5_000, &title)])).await;
        let csv = format!("Data;Kwota;Waluta;Tytuł;Nadawca\n22.11.2026;50,00;PLN;{};NOWAK ANNA\n", title.to_lowercase());
        zofia.get("/staff/payments/statements").await;
        let home = training.organisation_id.to_string();
        zofia.upload("/staff/payments/statements", &[("organisation", &home)], ("a.csv", csv.as_bytes())).await.is(200);
        zofia.get(QUEUE).await.says("This is probably a repeat");
        let entry = newest(&site).await;
        zofia.get(&entry).await.says("It is a repeat, set it aside");
        zofia.post(&entry, &[("deed", "repeat")]).await.goes_to(QUEUE);
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE aside_kind = 'repeat'").await, 1);
        // What would be booked by itself is not either: the money came once.
        let whole = statement(&[(PRICE, &title)]);
        assert_eq!(site.takes_in(&whole).await.booked, 1);
        let csv = csv.replace("50,00", "120,00");
        zofia.get("/staff/payments/statements").await;
        zofia.upload("/staff/payments/statements", &[("organisation", &home)], ("b.csv", csv.as_bytes())).await
            .is(200).says("0 payments were booked");
        assert_eq!(site.number("SELECT COUNT(*) FROM bookings").await, 1);
    }

    async fn a_title_of_several_charges_pays_them_all(site: Site) {
        let (_, people, _) = opening(&site, &[ANNA, JAN]).await;
        let titles: Vec<String> = people.iter().map(|(_, charge)| token::title_of(*charge)).collect();
        let both = titles.join(" i ");
        assert_eq!(site.takes_in(&statement(&[(PRICE * 2 - 1, &format!("za kursy {both}"))])).await.booked, 0);
        assert_eq!(site.takes_in(&statement(&[(PRICE * 2, &format!("kursy {both}"))])).await.booked, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM charges WHERE state = 'booked'").await, 2);
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE state = 'booked'").await, 1);
        assert_eq!(site.takes_in(&statement(&[(PRICE * 2, &both)])).await.booked, 0, "they are paid");
    }
}
