//! A10: the certificate only after completion, survey and payment; a forged link leads nowhere.

use zapis::enrolment::EnrolmentId;

use crate::completed::{paper, send_survey, survey};
use crate::join::press_join;
use crate::payments::join_and_pay_oneself;
use crate::site::on_both;
use crate::staff_offer::{Typed, edit, edit_form, operator};

on_both! {
    async fn a_certificate_needs_completion_and_survey(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        let id = site.enrolled("anna@school.example", &training, "attending").await;
        anna.get(&paper(id)).await.is(404);
        site.sql("UPDATE enrolments SET state = 'completed' WHERE id = $1", id.get()).await;
        anna.get("/my/trainings").await.says("One thing is missing for the certificate: the survey.");
        anna.get(&paper(id)).await.is(404);
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        anna.follow().await.says("Certificate no. 1/2026 is ready").says(&paper(id));
        anna.get(&paper(id)).await.is(200);
        site.sql("UPDATE enrolments SET state = 'not_completed' WHERE id = $1", id.get()).await;
        anna.get(&paper(id)).await.is(404);
    }

    async fn what_costs_something_waits_for_the_payment(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&training).await;
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        join_and_pay_oneself(&mut anna, &training).await;
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        site.sql("UPDATE enrolments SET state = 'completed' WHERE id = $1", id).await;
        let id = EnrolmentId::new(id);
        anna.get("/my/trainings").await.says("2 things are missing for the certificate");
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        anna.follow().await.says("One thing is missing for the certificate: the payment.").says("PLN\u{a0}120");
        anna.get(&paper(id)).await.is(404);
        assert_eq!(site.number("SELECT COUNT(*) FROM certificates").await, 0);
        let letters = site.letters_to("anna@school.example").await;
        assert_eq!(letters.last().unwrap().subject, "What is missing for your certificate: Ocenianie");
    }

    async fn who_joined_for_nothing_owes_nothing_when_the_price_changes(site: Site) {
        let training = site.training("Ocenianie").publish().await;
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        press_join(&mut anna, &training).await;
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let form = edit_form(&mut olga, &training).await.with("price", "120");
        let asked = olga.post(&edit(&training), &form.pairs()).await;
        asked.is(200).says("People have joined already. The new price holds for places confirmed from now on");
        olga.post(&edit(&training), &Typed::of_page(&asked.text()).pairs()).await.is(303);
        site.sql("UPDATE enrolments SET state = 'completed' WHERE id = $1", id).await;
        let id = EnrolmentId::new(id);
        anna.get("/my/trainings").await.says("One thing is missing for the certificate: the survey.");
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        anna.get(&paper(id)).await.is(200);
        let mut jan = site.participant("Jan Sowa", "jan@school.example").await;
        join_and_pay_oneself(&mut jan, &training).await;
        assert_eq!(site.number("SELECT CAST(SUM(amount_minor) AS BIGINT) FROM charges").await, 12_000);
    }

    async fn what_was_charged_stays_charged_when_the_group_becomes_free(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&training).await;
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        join_and_pay_oneself(&mut anna, &training).await;
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let form = edit_form(&mut olga, &training).await.with("price", "0").with("confirmed", "1");
        olga.post(&edit(&training), &form.pairs()).await.is(303);
        site.sql("UPDATE enrolments SET state = 'completed' WHERE id = $1", id).await;
        let id = EnrolmentId::new(id);
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        anna.follow().await.says("One thing is missing for the certificate: the payment.");
        anna.get(&paper(id)).await.is(404);
    }

    async fn a_forged_link_leads_nowhere(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        let mut piotr = site.participant("Piotr Nowak", "piotr@school.example").await;
        let id = site.enrolled("anna@school.example", &training, "completed").await;
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        piotr.get(&paper(id)).await.is(404);
        piotr.get(&survey(id)).await.is(404);
        piotr.get("/staff/certificates/1.pdf").await.is(404);
        site.browser().get(&paper(id)).await.is(303);
        anna.get("/my/trainings/999999/certificate.pdf").await.is(404);
        anna.get("/my/trainings/x/certificate.pdf").await.is(404);
    }
}
