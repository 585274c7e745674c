//! A8, A12: whoever leaves in time owes nothing, and gets back what was paid; a booking that was undone keeps its reason.

use jiff::SignedDuration;
use zapis::accounts::RoleKind;
use zapis::payments::{actions, token};

use crate::fixtures::Training;
use crate::institution_pays::{SCHOOL, join_for, payer};
use crate::payments::{join_and_pay_oneself, statement};
use crate::site::{Browser, Site, on_both};

const LISTS: &str = "/staff/payments";
const ANNA: &str = "anna@school.example";

/// A paid training far enough ahead that it can be left after the due day, its accountant, and Anna.
async fn opening(site: &Site) -> (Training, Browser, Browser) {
    let training = site
        .training("Ocenianie")
        .price(12_000)
        .meeting("2027-03-02T16:00", "2027-03-02T19:15")
        .publish()
        .await;
    site.is_paid_at(&training).await;
    site.sql(
        "UPDATE payment_settings SET due_days = 5 WHERE due_days > $1",
        0,
    )
    .await;
    let (kind, home) = (RoleKind::Accountant, Some(training.organisation_id));
    let mut zofia = site
        .staff("Zofia Lis", "zofia@centre.example", kind, home)
        .await;
    zofia.get("/?lang=en").await;
    let anna = site.participant("Anna Nowak", ANNA).await;
    (training, zofia, anna)
}

async fn resign(site: &Site, browser: &mut Browser) {
    let id = site.number("SELECT MAX(id) FROM enrolments").await;
    let address = format!("/my/trainings/{id}/resign");
    browser.fill(&address, &address, &[]).await.is(303);
}

/// Nothing of Anna's is in a list of what is owed, nor counted there.
async fn owes_nothing(site: &Site, zofia: &mut Browser) {
    for list in [
        LISTS,
        "/staff/payments?show=overdue",
        "/staff/payments?show=waived",
    ] {
        zofia.get(list).await.is(200).says_not("Anna Nowak");
    }
    let open = "SELECT COUNT(*) FROM charges WHERE state IN ('due', 'overdue')";
    assert_eq!(site.number(open).await, 0);
    let csv = zofia.get("/staff/payments?as=csv").await.text();
    assert!(!csv.contains("Nowak"), "{csv}");
    let period = "from=2026-01-01&to=2027-12-31";
    let sums = zofia.get(&format!("/staff/reports?{period}")).await.text();
    assert!(
        !sums.contains("state=open") && !sums.contains("state=overdue"),
        "{sums}"
    );
}

on_both! {
    async fn who_leaves_in_time_owes_nothing(site: Site) {
        let (training, mut zofia, mut anna) = opening(&site).await;
        join_and_pay_oneself(&mut anna, &training).await;
        let title = token::title_of(site.charge().await);
        zofia.get(LISTS).await.says("Anna Nowak").says(&title);
        resign(&site, &mut anna).await;
        owes_nothing(&site, &mut zofia).await;
        zofia.get("/staff/payments?show=ended").await.says("Anna Nowak");
        anna.get("/my/payments").await.says("Nothing has to be paid.").says_not(&title);
        // No reminder comes, and money that comes all the same is not booked: it waits for a person.
        let letters = site.letters_to(ANNA).await.len();
        site.app.clock.advance(SignedDuration::from_hours(24 * 7));
        actions::sweep(&site.app, site.now()).await.unwrap();
        assert_eq!(site.letters_to(ANNA).await.len(), letters);
        assert_eq!(site.takes_in(&statement(&[(12_000, &title)])).await.booked, 0);
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE state = 'to_match'").await, 1);
        owes_nothing(&site, &mut zofia).await;
    }

    async fn who_leaves_in_time_after_the_due_day_owes_nothing(site: Site) {
        let (training, mut zofia, mut anna) = opening(&site).await;
        join_and_pay_oneself(&mut anna, &training).await;
        site.app.clock.advance(SignedDuration::from_hours(24 * 7));
        actions::sweep(&site.app, site.now()).await.unwrap();
        zofia.get("/staff/payments?show=overdue").await.says("Anna Nowak");
        resign(&site, &mut anna).await;
        owes_nothing(&site, &mut zofia).await;
        zofia.get("/staff/payments?show=ended").await.says("Anna Nowak");
    }

    async fn an_institution_that_has_not_answered_owes_nothing(site: Site) {
        let (training, mut zofia, mut anna) = opening(&site).await;
        join_for(&mut anna, &training, &payer("Szkoła Podstawowa nr 7", "")).await;
        resign(&site, &mut anna).await;
        let told = site.letters_to(SCHOOL).await.pop().unwrap().subject;
        assert_eq!(told, "Nie trzeba płacić: Anna Nowak, Ocenianie");
        let letters = site.letters_to(ANNA).await.len();
        site.app.clock.advance(SignedDuration::from_hours(24 * 7));
        actions::sweep(&site.app, site.now()).await.unwrap();
        assert_eq!(site.letters_to(ANNA).await.len(), letters, "nobody is told to pay instead");
        owes_nothing(&site, &mut zofia).await;
    }

    async fn what_was_paid_in_part_goes_back(site: Site) {
        let (training, mut zofia, mut anna) = opening(&site).await;
        join_and_pay_oneself(&mut anna, &training).await;
        site.takes_in(&statement(&[(5_000, "Nowak")])).await;
        let entry = format!("/staff/payments/entries/{}", site.number("SELECT MAX(id) FROM statement_entries").await);
        let charge = site.charge().await.to_string();
        zofia.get(&entry).await;
        zofia.post(&entry, &[("deed", "book"), ("charge", &charge), ("amount", "50"), ("after", "0")]).await.is(303);
        resign(&site, &mut anna).await;
        owes_nothing(&site, &mut zofia).await;
        zofia.get("/staff/payments?show=refunds").await.says("Anna Nowak").says("PLN\u{a0}50");
        let page = format!("/staff/payments/charges/{charge}");
        zofia.get(&page).await.says("The money was sent back");
        zofia.post(&page, &[("deed", "pay_back")]).await.goes_to(&page);
        owes_nothing(&site, &mut zofia).await;
        assert_eq!(site.number("SELECT amount_minor FROM charge_refunds").await, 5_000);
        let told = site.letters_to(ANNA).await.pop().unwrap();
        assert_eq!(told.subject, "Your payment was returned: Ocenianie");
    }

    async fn a_place_that_is_left_and_taken_again_is_charged_anew(site: Site) {
        let (training, mut zofia, mut anna) = opening(&site).await;
        join_and_pay_oneself(&mut anna, &training).await;
        let first = token::title_of(site.charge().await);
        resign(&site, &mut anna).await;
        join_and_pay_oneself(&mut anna, &training).await;
        let second = token::title_of(site.charge().await);
        zofia.get(LISTS).await.says(&second).says_not(&first);
        assert_eq!(site.takes_in(&statement(&[(12_000, &second)])).await.booked, 1);
        zofia.get(LISTS).await.says_not("Anna Nowak");
    }

    async fn an_undone_booking_that_is_booked_again_keeps_its_reason(site: Site) {
        let (training, mut zofia, mut anna) = opening(&site).await;
        join_and_pay_oneself(&mut anna, &training).await;
        let charge = site.charge().await;
        assert_eq!(site.takes_in(&statement(&[(12_000, &token::title_of(charge))])).await.booked, 1);
        let page = format!("/staff/payments/charges/{charge}");
        let booking = site.number("SELECT MAX(id) FROM bookings").await.to_string();
        zofia.get(&page).await.is(200);
        let undo = [("deed", "unbook"), ("booking", booking.as_str()), ("unbook_reason", "Wpłata innej Anny")];
        zofia.post(&page, &undo).await.goes_to(&page);
        let entry = format!("/staff/payments/entries/{}", site.number("SELECT MAX(id) FROM statement_entries").await);
        zofia.get(&entry).await.says("Wpłata innej Anny");
        let again = [("deed", "book"), ("charge", &*charge.to_string()), ("amount", "120"), ("after", "0")];
        zofia.post(&entry, &again).await.is(303);
        // Undone once more for another reason, and booked once more: both reasons stay.
        let booking = site.number("SELECT MAX(id) FROM bookings").await.to_string();
        zofia.get(&page).await.says("Undone: Wpłata innej Anny");
        let undo = [("deed", "unbook"), ("booking", booking.as_str()), ("unbook_reason", "Jednak pomyłka")];
        zofia.post(&page, &undo).await.goes_to(&page);
        zofia.get(&entry).await;
        zofia.post(&entry, &again).await.is(303);
        zofia.get(&entry).await.says("Wpłata innej Anny").says("Jednak pomyłka");
        let text = zofia.get(&page).await.is(200).text();
        for reason in ["Wpłata innej Anny", "Jednak pomyłka"] {
            assert!(text.matches(reason).count() >= 2, "beside the booking and in the history: {reason}");
        }
        anna.get("/my/payments").await.says("Paid. Thank you.");
        assert_eq!(site.number("SELECT COUNT(*) FROM bookings WHERE undone_at IS NULL").await, 1);
    }
}
