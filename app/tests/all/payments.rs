//! A12: what is due, how it is paid, and what changes when it is booked.

use database::DbError;
use jiff::SignedDuration;
use zapis::payments::actions::{self, Imported, Source};
use zapis::payments::{ChargeId, token};

use crate::completed::{paper as certificate, send_survey};
use crate::fixtures::Training;
use crate::site::{Browser, Site, on_both};

/// The account of the centre.
pub const IBAN: &str = "PL61109010140000071219812874";

impl Site {
    /// Says where the organisation of a training is paid.
    pub async fn is_paid_at(&self, training: &Training) {
        let (home, now) = (training.organisation_id, self.now());
        let write = self.app.db.write(move |tx| {
            Box::pin(async move {
                tx.exec(
                    "INSERT INTO payment_settings (organisation_id, seller_name, seller_tax_id, seller_address, due_days, \
                     changed_at) VALUES ($1, 'Miasto Białystok', '5260001246', 'ul. Słonimska 1, Białystok', 14, $2)",
                    &[&home, &now],
                )
                .await?;
                tx.exec(
                    "INSERT INTO payment_accounts (organisation_id, account, account_key, currency, place) VALUES ($1, \
                     'PL61109010140000071219812874', '61109010140000071219812874', 'PLN', 1)",
                    &[&home],
                )
                .await
            })
        });
        write.await.map_err(|error: DbError| error).unwrap();
    }

    /// Takes a statement in as whoever runs the machine does.
    pub async fn takes_in(&self, statement: &str) -> Imported {
        let source = Source {
            file_name: "wyciag.sta".into(),
            bytes: statement.as_bytes().to_vec(),
            organisation: None,
            account: None,
            by: None,
            dry_run: false,
        };
        actions::import(&self.app, source, self.now())
            .await
            .unwrap()
    }

    /// The only charge.
    pub async fn charge(&self) -> ChargeId {
        ChargeId::new(self.number("SELECT MAX(id) FROM charges").await)
    }
}

/// An MT940 statement of the centre's account with these credits: `(grosze, title)`.
pub fn statement(entries: &[(i64, &str)]) -> String {
    let zloty = |minor: i64| format!("{},{:02}", minor / 100, minor % 100);
    let sum: i64 = entries.iter().map(|(minor, _)| minor).sum();
    let mut text = format!(":20:ZAPIS\r\n:25:{IBAN}\r\n:28C:1/1\r\n:60F:C261122PLN0,00\r\n");
    for (number, (minor, title)) in entries.iter().enumerate() {
        let minor = zloty(*minor);
        let line = format!(":61:2611221122C{minor}NTRFNONREF//B{number}\r\n:86:{title}\r\n");
        text += &line;
    }
    text + &format!(":62F:C261122PLN{}\r\n", zloty(sum))
}

/// Joins a paid training, to be paid by the participant.
pub async fn join_and_pay_oneself(browser: &mut Browser, training: &Training) {
    let address = training.join();
    browser
        .fill(&address, &address, &[("payer", "participant")])
        .await
        .goes_to("/my/trainings");
}

on_both! {
    async fn a_payment_finds_its_charge_and_opens_the_gate(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&training).await;
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_and_pay_oneself(&mut anna, &training).await;
        let charge = site.charge().await;
        let title = token::title_of(charge);
        anna.get("/my/payments").await.is(200)
            .says("1 payment waits for you").says("PLN\u{a0}120").says(&title)
            .says("PL61 1090 1014 0000 0712 1981 2874").says("Miasto Białystok")
            .says("Tuesday, 1 December 2026").says("class=\"transfer-code\"").says("to be paid");
        let pro_forma = format!("/my/payments/{charge}/pro-forma.pdf");
        let paper = anna.get(&pro_forma).await;
        assert_eq!((paper.status, paper.kind.as_str()), (200, "application/pdf"));
        assert!(paper.bytes.starts_with(b"%PDF-1.7"));
        let mut piotr = site.participant("Piotr Lis", "piotr@school.example").await;
        piotr.get(&pro_forma).await.is(404);
        let enrolment = zapis::enrolment::EnrolmentId::new(site.number("SELECT MAX(id) FROM enrolments").await);
        site.sql("UPDATE enrolments SET state = 'completed' WHERE id = $1", enrolment.get()).await;
        send_survey(&mut anna, enrolment).await.goes_to("/my/trainings");
        anna.follow().await.says("One thing is missing for the certificate: the payment.").says("href=\"/my/payments\"");
        anna.get(&certificate(enrolment)).await.is(404);

        let text = statement(&[(12_000, &format!("Kurs {}", title.to_lowercase())), (5_000, "Darowizna")]);
        let done = site.takes_in(&text).await;
        assert_eq!((done.entries(), done.fresh(), done.booked), (2, 2, 1));
        anna.get("/my/payments").await.says("Paid. Thank you.").says_not(&title);
        anna.get(&certificate(enrolment)).await.is(200);
        let subjects: Vec<String> = site.letters_to("anna@school.example").await.into_iter().map(|one| one.subject).collect();
        assert!(subjects.contains(&"Payment for the training: Ocenianie".to_owned()), "{subjects:?}");
        assert!(subjects.contains(&"Paid: Ocenianie".to_owned()), "{subjects:?}");
        assert!(subjects.contains(&"Your certificate is ready: Ocenianie".to_owned()), "{subjects:?}");

        let again = site.takes_in(&text).await;
        assert_eq!((again.entries(), again.fresh(), again.booked), (2, 0, 0));
        assert_eq!(site.number("SELECT COUNT(*) FROM bookings").await, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries").await, 2);
        assert_eq!(site.number("SELECT booked_minor FROM charges").await, 12_000);
    }

    async fn what_does_not_agree_waits_for_a_person(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&training).await;
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_and_pay_oneself(&mut anna, &training).await;
        let title = token::title_of(site.charge().await);
        let entries = [(11_999, title.as_str()), (12_000, "Anna Nowak Ocenianie"), (12_000, "ZP-000999X")];
        assert_eq!(site.takes_in(&statement(&entries)).await.booked, 0);
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE state = 'to_match'").await, 3);
        anna.get("/my/payments").await.says("to be paid");
    }

    async fn a_day_that_is_over_is_told_once(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_and_pay_oneself(&mut anna, &training).await;
        let sweep = async || actions::sweep(&site.app, site.now()).await.unwrap();
        sweep().await;
        site.app.clock.advance(SignedDuration::from_hours(24 * 7));
        sweep().await;
        sweep().await;
        site.app.clock.advance(SignedDuration::from_hours(24 * 3));
        sweep().await;
        sweep().await;
        let subjects: Vec<String> = site.letters_to("anna@school.example").await.into_iter().map(|one| one.subject).collect();
        let count = |start: &str| subjects.iter().filter(|one| one.starts_with(start)).count();
        assert_eq!(count("A reminder of the payment"), 1, "{subjects:?}");
        assert_eq!(count("Payment overdue"), 1, "{subjects:?}");
        anna.get("/my/payments").await.says("overdue").says("has not given an account number yet");
    }

    async fn who_leaves_in_time_owes_nothing_and_gets_back_what_was_paid(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&training).await;
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        join_and_pay_oneself(&mut anna, &training).await;
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        let resign = format!("/my/trainings/{id}/resign");
        anna.fill(&resign, &resign, &[]).await.is(303);
        anna.get("/my/payments").await.says("Nothing has to be paid.");
        join_and_pay_oneself(&mut anna, &training).await;
        let title = token::title_of(site.charge().await);
        assert_eq!(site.takes_in(&statement(&[(12_000, &title)])).await.booked, 1);
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        let resign = format!("/my/trainings/{id}/resign");
        anna.fill(&resign, &resign, &[]).await.is(303);
        anna.get("/my/payments").await.says("The money will be paid back to you.");
        let letters = site.letters_to("anna@school.example").await;
        assert!(letters.iter().any(|one| one.subject == "Your payment will be returned: Ocenianie"));
    }
}
