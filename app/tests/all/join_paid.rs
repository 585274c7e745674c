//! A7: who pays is chosen when joining; an institution is asked by a link, and answers without an account.

use database::DbError;
use jiff::SignedDuration;
use zapis::payments::actions;

use crate::payments::join_and_pay_oneself;
use crate::site::{Site, on_both};

const SCHOOL: [(&str, &str); 7] = [
    ("payer", "institution"),
    ("payer_name", "Szkoła Podstawowa nr 7"),
    ("payer_tax_id", "526-000-12-46"),
    ("payer_street", "ul. Długa 5"),
    ("payer_postal_code", "15-001"),
    ("payer_city", "Białystok"),
    ("payer_email", "sekretariat@sp7.example"),
];
const RECIPIENT: (&str, &str) = ("payer_recipient", "Przedszkole nr 3");

/// The path of the link in the letter to the school.
async fn link(site: &Site) -> String {
    let letters = site.letters_to("sekretariat@sp7.example").await;
    let (_, address) = letters[0].action.clone().unwrap();
    address[address.find("/payments/asked/").unwrap()..].to_owned()
}

async fn joined_for_the_school(site: &Site) -> crate::site::Browser {
    let training = site.training("Ocenianie").price(12_000).publish().await;
    site.is_paid_at(&training).await;
    let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
    let address = training.join();
    anna.fill(&address, &address, &SCHOOL)
        .await
        .goes_to("/my/trainings");
    anna
}

on_both! {
    async fn the_payer_is_chosen_and_what_was_typed_comes_back(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        let address = training.join();
        anna.get(&address).await.is(200).says("Who pays?").says("PLN\u{a0}120");
        anna.post(&address, &[]).await.is(422).says("Choose one of the answers.");
        let mut wrong = SCHOOL;
        wrong[2].1 = "526-000-12-47";
        wrong[6].1 = "sekretariat";
        anna.post(&address, &wrong).await.is(422)
            .says("This is no valid tax id").says("This does not look like an e-mail address")
            .says("ul. Długa 5").says("526-000-12-47");
        assert_eq!(site.number("SELECT COUNT(*) FROM enrolments").await, 0);
        join_and_pay_oneself(&mut anna, &training).await;
        assert_eq!(site.number("SELECT COUNT(*) FROM charges WHERE state = 'due' AND payer = 'participant'").await, 1);
        anna.get("/my/trainings").await.says("PLN\u{a0}120: to be paid");
    }

    async fn an_institution_accepts_by_its_link(site: Site) {
        let mut anna = joined_for_the_school(&site).await;
        anna.get("/my/payments").await.says("We have asked the institution to pay: Szkoła Podstawowa nr 7")
            .says("Wednesday, 25 November 2026").says_not("transfer-code");
        let link = link(&site).await;
        let mut school = site.browser();
        school.get("/?lang=en").await;
        school.get(&link).await.is(200).says("Anna Nowak").says("Ocenianie").says("PLN\u{a0}120")
            .says("5260001246").says_not("anna@school.example");
        school.post(&link, &[]).await.is(422);
        let mut second_window = school.clone();
        school.post(&link, &[("answer", "accept")]).await.goes_to(&link);
        school.follow().await.says("The institution has agreed to pay.").says("PL61 1090").says("ZP-000001");
        second_window.post(&link, &[("answer", "decline")]).await.is(422).says("answered in the meantime");
        school.get(&format!("{link}/pro-forma.pdf")).await.is(200);
        anna.get("/my/payments").await.says("The institution pays: Szkoła Podstawowa nr 7");
        assert_eq!(site.letters_to("sekretariat@sp7.example").await.len(), 2);
        let mut stranger = site.browser();
        stranger.get("/payments/asked/AAAA").await.is(404);
    }

    async fn an_institution_declines_or_says_nothing(site: Site) {
        let mut anna = joined_for_the_school(&site).await;
        let link = link(&site).await;
        let mut school = site.browser();
        school.get(&link).await.is(200);
        school.post(&link, &[("answer", "decline")]).await.goes_to(&link);
        anna.get("/my/payments").await.says("1 payment waits for you");
        let letters = site.letters_to("anna@school.example").await;
        assert!(letters.iter().any(|one| one.subject.starts_with("Your institution does not pay")));

        let other = site.training("Metody").price(9_000).publish().await;
        anna.get(&other.join()).await.is(200);
        let mut fields = SCHOOL.to_vec();
        fields.push(RECIPIENT);
        anna.post(&other.join(), &fields).await.goes_to("/my/trainings");
        assert_eq!(site.text("SELECT MAX(recipient_name) FROM enrolment_payers").await, RECIPIENT.1);
        site.app.clock.advance(SignedDuration::from_hours(24 * 5));
        actions::sweep(&site.app, site.now()).await.unwrap();
        anna.get("/my/payments").await.says("2 payments wait for you");
        assert_eq!(site.number("SELECT COUNT(*) FROM institution_asks WHERE state = 'lapsed'").await, 1);
    }

    async fn those_of_a_listed_workplace_pay_its_price(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
        let (home, group) = (training.organisation_id, training.group_id);
        let write = site.app.db.write(move |tx| Box::pin(async move {
            tx.exec("UPDATE people SET workplace_id = $1", &[&home]).await?;
            tx.exec("INSERT INTO group_prices (group_id, organisation_id, price_minor) VALUES ($1, $2, 8000)", &[&group, &home]).await
        }));
        write.await.map_err(|error: DbError| error).unwrap();
        anna.get(&training.join()).await.says("PLN\u{a0}80").says_not("PLN\u{a0}120");
        join_and_pay_oneself(&mut anna, &training).await;
        assert_eq!(site.number("SELECT amount_minor FROM charges").await, 8_000);
    }
}
