//! A12: what is waived, what goes back, and what a transfer to another group changes.

use database::DbError;
use zapis::accounts::RoleKind;
use zapis::payments::token;

use crate::fixtures::Training;
use crate::payments::{join_and_pay_oneself, statement};
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::operator;

const ANNA: &str = "anna@school.example";

async fn accountant(site: &Site, training: &Training) -> Browser {
    let branch = Some(training.organisation_id);
    let mut zofia = site
        .staff(
            "Zofia Lis",
            "zofia@centre.example",
            RoleKind::Accountant,
            branch,
        )
        .await;
    zofia.get("/?lang=en").await;
    zofia
}

async fn joined(site: &Site, price: i64) -> (Training, Browser) {
    let training = site.training("Ocenianie").price(price).publish().await;
    site.is_paid_at(&training).await;
    let mut anna = site.participant("Anna Nowak", ANNA).await;
    join_and_pay_oneself(&mut anna, &training).await;
    (training, anna)
}

async fn pays(site: &Site, amount: i64) {
    let title = token::title_of(site.charge().await);
    site.takes_in(&statement(&[(amount, &title)])).await;
}

/// Another group of the course, which begins later.
pub async fn second_group(site: &Site, course: &Training, price: i64) -> Training {
    let there = site
        .training("Ocenianie, wiosna")
        .price(price)
        .meeting("2027-03-02T16:00", "2027-03-02T19:15")
        .publish()
        .await;
    let (course, group) = (course.course_id, there.group_id);
    let write = site.app.db.write(move |tx| {
        Box::pin(async move {
            let same = "UPDATE groups SET course_id = $2, code = '2' WHERE id = $1";
            tx.exec(same, &[&group, &course]).await
        })
    });
    write.await.map_err(|error: DbError| error).unwrap();
    let app = &site.app;
    app.catalogue.refresh(&app.db, site.now()).await.unwrap();
    there
}

/// Somebody from staff moves whoever joined last; the page says this.
pub async fn move_over(site: &Site, olga: &mut Browser, there: &Training, says: &str) {
    let one = site.number("SELECT MAX(id) FROM enrolments").await;
    let address = format!("/staff/enrolments/{one}/transfer");
    olga.get(&address).await.is(200).says(says);
    let target = there.group_id.to_string();
    olga.post(&address, &[("target", &target), ("reason", "Na prośbę")])
        .await
        .is(303);
}

on_both! {
    async fn what_was_paid_is_to_be_refunded_with_a_reason(site: Site) {
        let (training, mut anna) = joined(&site, 12_000).await;
        pays(&site, 12_000).await;
        let mut zofia = accountant(&site, &training).await;
        let page = format!("/staff/payments/charges/{}", site.charge().await);
        zofia.get(&page).await.is(200).says("To be refunded");
        zofia.post(&page, &[("deed", "refund"), ("refund_reason", " ")]).await.is(422).says("Fill this in.");
        zofia.post(&page, &[("deed", "refund"), ("refund_reason", "Choroba")]).await.goes_to(&page);
        zofia.follow().await.says("The money was sent back").says("Choroba");
        zofia.post(&page, &[("deed", "refund"), ("refund_reason", "Choroba")]).await.is(422);
        anna.get("/my/payments").await.says("The money will be paid back to you.");
        let letters = site.letters_to(ANNA).await;
        assert!(letters.last().unwrap().paragraphs.join(" ").contains("Choroba"));
    }

    async fn the_rest_is_waived_or_booked_from_the_same_entry(site: Site) {
        let (training, mut anna) = joined(&site, 12_000).await;
        site.takes_in(&statement(&[(12_000, "Nowak Anna")])).await;
        let mut zofia = accountant(&site, &training).await;
        let charge = site.charge().await.to_string();
        let entry = format!("/staff/payments/entries/{}", site.number("SELECT MAX(id) FROM statement_entries").await);
        zofia.get(&entry).await.says("name=\"after\" value=\"0\"");
        let first = [("deed", "book"), ("charge", charge.as_str()), ("amount", "50"), ("after", "0")];
        zofia.post(&entry, &first).await.is(303);
        zofia.get(&entry).await.is(200);
        zofia.post(&entry, &first).await.is(422).says("booked on this charge already");
        zofia.get(&entry).await.says("name=\"after\" value=\"5000\"");
        zofia.post(&entry, &[("deed", "book"), ("charge", &charge), ("amount", "50"), ("after", "5000")]).await.is(303);
        assert_eq!(site.number("SELECT booked_minor FROM charges").await, 10_000);
        let page = format!("/staff/payments/charges/{charge}");
        zofia.get(&page).await.is(200);
        zofia.post(&page, &[("deed", "waive"), ("waive_reason", "Rabat")]).await.goes_to(&page);
        zofia.follow().await.says("The rest of the payment waived").says("Rabat");
        anna.get("/my/payments").await.says("Paid. Thank you.");
        assert_eq!(site.number("SELECT amount_minor FROM charges WHERE state = 'booked'").await, 10_000);
        let told = site.letters_to(ANNA).await.pop().unwrap();
        assert_eq!(told.subject, "Nothing more to pay: Ocenianie");
    }

    async fn a_cancelled_group_gives_back_what_those_paid_who_left_late(site: Site) {
        let (training, mut anna) = joined(&site, 12_000).await;
        pays(&site, 12_000).await;
        let mut piotr = site.participant("Piotr Lis", "piotr@school.example").await;
        join_and_pay_oneself(&mut piotr, &training).await;
        site.sql("UPDATE enrolments SET state = 'resigned' WHERE group_id = $1", training.group_id.get()).await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let cancel = format!("/staff/groups/{}/cancel", training.group_id);
        olga.fill(&cancel, &cancel, &[("reason", "Choroba prowadzącej"), ("confirmed", "1")]).await.is(303);
        anna.get("/my/payments").await.says("The money will be paid back to you.");
        piotr.get("/my/payments").await.says("Nothing has to be paid.");
        let told = site.letters_to("piotr@school.example").await.pop().unwrap();
        assert_eq!(told.subject, "Nothing to pay: Ocenianie");
    }

    async fn a_dearer_group_makes_the_difference_due(site: Site) {
        let (here, mut anna) = joined(&site, 12_000).await;
        pays(&site, 12_000).await;
        let there = second_group(&site, &here, 15_000).await;
        let mut olga = operator(&site, &here, "Olga Radina").await;
        move_over(&site, &mut olga, &there, "PLN\u{a0}150").await;
        assert_eq!(site.number("SELECT COUNT(*) FROM charges").await, 1);
        assert_eq!(site.text("SELECT due_on FROM charges WHERE state = 'due'").await, "2026-12-06");
        anna.get("/my/payments").await.says("PLN\u{a0}30");
        let letters = site.letters_to(ANNA).await;
        assert!(letters.iter().any(|one| one.subject == "The payment has changed: Ocenianie"));
    }

    async fn a_cheaper_group_gives_the_difference_back(site: Site) {
        let (here, mut anna) = joined(&site, 12_000).await;
        pays(&site, 12_000).await;
        let there = second_group(&site, &here, 8_000).await;
        let mut olga = operator(&site, &here, "Olga Radina").await;
        move_over(&site, &mut olga, &there, "PLN\u{a0}80").await;
        assert_eq!(site.number("SELECT amount_minor FROM charges WHERE state = 'refund_due'").await, 4_000);
        assert_eq!(site.number("SELECT booked_minor FROM charges WHERE state = 'booked'").await, 8_000);
        assert_eq!(site.number("SELECT CAST(SUM(amount_minor) AS BIGINT) FROM bookings WHERE undone_at IS NULL").await, 12_000);
        assert_eq!(site.text("SELECT state FROM statement_entries").await, "booked");
        anna.get("/my/payments").await.says("Paid. Thank you.").says("The money will be paid back to you.");
    }

    async fn a_price_for_some_holds_where_others_pay_nothing(site: Site) {
        let training = site.training("Ocenianie").publish().await;
        let mut anna = site.participant("Anna Nowak", ANNA).await;
        let (home, group) = (training.organisation_id, training.group_id);
        let write = site.app.db.write(move |tx| Box::pin(async move {
            tx.exec("UPDATE people SET workplace_id = $1", &[&home]).await?;
            tx.exec("INSERT INTO group_prices (group_id, organisation_id, price_minor) VALUES ($1, $2, 8000)", &[&group, &home]).await
        }));
        write.await.map_err(|error: DbError| error).unwrap();
        anna.get(&training.join()).await.says("PLN\u{a0}80").says("Who pays?");
        join_and_pay_oneself(&mut anna, &training).await;
        assert_eq!(site.number("SELECT amount_minor FROM charges").await, 8_000);
    }

    async fn a_price_of_a_branch_is_asked_of_its_people_only(site: Site) {
        let training = site.training("Ocenianie").publish().await;
        site.is_paid_at(&training).await;
        let elsewhere = crate::permissions::elsewhere(&site).await;
        let mut anna = site.participant("Anna Nowak", ANNA).await;
        let mut piotr = site.participant("Piotr Lis", "piotr@school.example").await;
        let mut ewa = site.participant("Ewa Mazur", "ewa@school.example").await;
        let (home, group) = (training.organisation_id, training.group_id);
        // Anna works below the branch, Piotr elsewhere, Ewa nowhere that is known.
        let below = site.number("SELECT MIN(id) FROM organisations").await;
        assert_eq!(below, home.get());
        let write = site.app.db.write(move |tx| Box::pin(async move {
            tx.exec("UPDATE people SET workplace_id = $1 WHERE given_name = 'Anna'", &[&home]).await?;
            tx.exec("UPDATE people SET workplace_id = $1 WHERE given_name = 'Piotr'", &[&elsewhere]).await?;
            tx.exec("INSERT INTO group_prices (group_id, organisation_id, price_minor) VALUES ($1, $2, 8000)", &[&group, &home]).await
        }));
        write.await.map_err(|error: DbError| error).unwrap();
        for other in [&mut piotr, &mut ewa] {
            other.get(&training.join()).await.is(200).says_not("PLN\u{a0}80").says_not("Who pays?");
            other.post(&training.join(), &[]).await.goes_to("/my/trainings");
            other.get("/my/payments").await.says_not("PLN");
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM charges").await, 0);
        anna.get(&training.join()).await.says("PLN\u{a0}80").says("Who pays?");
        join_and_pay_oneself(&mut anna, &training).await;
        anna.get("/my/payments").await.says("PLN\u{a0}80").says("ZP-");
        assert_eq!(site.number("SELECT COUNT(*) FROM charges").await, 1);
        let mut zofia = accountant(&site, &training).await;
        zofia.get("/staff/payments").await.says("Anna Nowak").says_not("Piotr Lis").says_not("Ewa Mazur");
        assert_eq!(site.letters_to("piotr@school.example").await.len(), 1, "the place, and nothing to pay");
    }

    async fn what_ended_with_the_place_is_not_what_was_waived(site: Site) {
        let (training, mut anna) = joined(&site, 12_000).await;
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        let resign = format!("/my/trainings/{id}/resign");
        anna.fill(&resign, &resign, &[]).await.is(303);
        let mut zofia = accountant(&site, &training).await;
        zofia.get("/staff/payments?show=waived").await.is(200).says_not("Anna Nowak");
        zofia.get("/staff/payments?show=ended").await.is(200).says("Anna Nowak");
    }
}
