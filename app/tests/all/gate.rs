//! A10: the certificate only after completion, survey and payment; a forged link leads nowhere.

use crate::completed::{paper, send_survey, survey};
use crate::site::on_both;

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
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        let id = site.enrolled("anna@school.example", &training, "completed").await;
        anna.get("/my/trainings").await.says("2 things are missing for the certificate");
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        anna.follow().await.says("One thing is missing for the certificate: the payment.").says("PLN\u{a0}120");
        anna.get(&paper(id)).await.is(404);
        assert_eq!(site.number("SELECT COUNT(*) FROM certificates").await, 0);
        let letters = site.letters_to("anna@school.example").await;
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].subject, "What is missing for your certificate: Ocenianie");
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
