//! A14: issued by itself, numbered without gaps, printed the same each time, checked on paper and file.

use std::process::Command;

use certificate_press::code;
use database::DbError;
use zapis::accounts::RoleKind;
use zapis::certificates::actions::{Outcome, issue, reissue, revoke};
use zapis::certificates::permissions::may_manage;
use zapis::certificates::{Certificate, current_of, signing, worker};
use zapis::enrolment::EnrolmentId;

use crate::completed::{paper, send_survey};
use crate::fixtures::{CENTRE, Training};
use crate::site::{Browser, Site, on_both};

/// Somebody who has completed a training and holds its certificate.
pub async fn with_certificate(site: &Site) -> (Browser, Training, EnrolmentId) {
    let training = site.training("Tablica od podstaw").publish().await;
    let mut anna = site
        .participant("Anna Kowalska", "anna@school.example")
        .await;
    let id = site
        .enrolled("anna@school.example", &training, "completed")
        .await;
    send_survey(&mut anna, id).await.goes_to("/my/trainings");
    (anna, training, id)
}

async fn current(site: &Site, id: EnrolmentId) -> Certificate {
    let read = site
        .app
        .db
        .read(move |tx| Box::pin(async move { current_of(tx, id).await }));
    read.await.map_err(|error: DbError| error).unwrap().unwrap()
}

/// Output of a tool that reads the file; the tools are asked for by scripts/test.
pub fn read_with(tool: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let path = file.path().to_str().unwrap();
    let arguments = arguments
        .iter()
        .map(|argument| argument.replace("FILE", path));
    let run = Command::new(tool).args(arguments).output();
    let run = run.unwrap_or_else(|error| panic!("{tool} is needed: {error}"));
    assert!(run.status.success(), "{tool}: {run:?}");
    String::from_utf8_lossy(&run.stdout).into_owned()
}

on_both! {
    async fn it_is_issued_by_itself_and_downloaded(site: Site) {
        let (mut anna, _, id) = with_certificate(&site).await;
        let letters = site.letters_to("anna@school.example").await;
        assert_eq!(letters[0].subject, "Your certificate is ready: Tablica od podstaw");
        assert_eq!(letters[0].sender, CENTRE);
        let first = anna.get(&paper(id)).await;
        first.is(200);
        assert_eq!(first.kind, "application/pdf");
        assert_eq!(first.bytes, anna.get(&paper(id)).await.bytes, "the same bytes each time");
        read_with("qpdf", &["--check", "FILE"], &first.bytes);
        let text = read_with("pdftotext", &["FILE", "-"], &first.bytes);
        for words in [
            "Anna Kowalska", "1/2026", "14 marca 1985 r.", "Łódź", "Tablica od podstaw",
            "4 godziny dydaktyczne", "1 grudnia 2026 r.", "Halina Wrońska", "Wanda Szczęsna",
            "Białystok, 22 listopada 2026 r.", CENTRE,
        ] {
            assert!(text.contains(words), "{words:?} is not in:\n{text}");
        }
        let key = signing::signing_key(&site.app.key).verifying_key();
        let claims = signing::read_document(&key, &first.bytes).unwrap();
        assert_eq!((claims.number(), claims.title()), ("1/2026", "Tablica od podstaw"));
        assert!(claims.is_held_by("Anna Kowalska") && !claims.is_held_by("Anna Nowak"));
    }

    async fn numbers_have_neither_gaps_nor_doubles(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut waiting = Vec::new();
        for number in 0..16 {
            let email = format!("person{number}@school.example");
            site.participant("Ola Lis", &email).await;
            let id = site.enrolled(&email, &training, "completed").await;
            site.sql("UPDATE enrolments SET survey_done_on = '2026-11-22' WHERE id = $1", id.get()).await;
            waiting.push(id);
        }
        // Everybody twice at the same time: once is enough.
        let (app, now) = (&site.app, site.now());
        let issues = waiting.iter().chain(&waiting).map(|id| {
            let (own, id) = (app.clone(), *id);
            app.db.write(move |tx| Box::pin(async move { issue(tx, &own, id, now).await }))
        });
        let outcomes = futures_util::future::join_all(issues).await;
        let made = outcomes.iter().filter(|one| matches!(one, Ok(Outcome::Issued(_))));
        assert_eq!(made.count(), 16, "{outcomes:?}");
        let numbers = app.db.read(|tx| Box::pin(async move {
            tx.all::<String>("SELECT register_number FROM certificates ORDER BY id", &[]).await
        }));
        let mut numbers: Vec<String> = numbers.await.map_err(|error: DbError| error).unwrap();
        let mut expected: Vec<String> = (1..=16).map(|number| format!("{number}/2026")).collect();
        numbers.sort();
        expected.sort();
        assert_eq!(numbers, expected);
    }

    async fn missing_birth_data_are_asked_for(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let mut anna = site.participant("Anna Kowalska", "anna@school.example").await;
        let id = site.enrolled("anna@school.example", &training, "completed").await;
        site.sql("UPDATE people SET born_on = NULL, birth_place = '' WHERE changed_at >= $1", 0).await;
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        anna.follow().await.says("data for the certificate").says("Date of birth. Place of birth").says("/my/profile");
        anna.get(&paper(id)).await.is(404);
        let letters = site.letters_to("anna@school.example").await;
        assert_eq!(letters[0].paragraphs[1], "Please add your date of birth.");
        assert_eq!(worker::sweep(&site.app).await, Ok(0));
        assert_eq!(site.number("SELECT COUNT(*) FROM certificate_registers").await, 0);
        site.app.clock.advance(jiff::SignedDuration::from_mins(1));
        let now = site.now().as_microsecond();
        site.sql("UPDATE people SET born_on = '1985-03-14', birth_place = 'Łódź', changed_at = $1", now).await;
        assert_eq!(worker::sweep(&site.app).await, Ok(1));
        assert_eq!(worker::sweep(&site.app).await, Ok(0));
        anna.get("/my/trainings").await.says("Certificate no. 1/2026 is ready");
        anna.get(&paper(id)).await.is(200);
    }

    async fn staff_of_the_branch_can_download_it(site: Site) {
        let (_, training, id) = with_certificate(&site).await;
        let address = format!("/staff/certificates/{}.pdf", current(&site, id).await.id);
        let branch = Some(training.organisation_id);
        let mut wanda = site.staff("Wanda Operator", "wanda@centre.example", RoleKind::Operator, branch).await;
        wanda.get(&address).await.is(200);
        wanda.get("/staff/certificates/999.pdf").await.is(404);
        wanda.get("/staff/certificates/1").await.is(404);
        let mut trainer = site.staff("Jan Nowak", "jan@centre.example", RoleKind::Trainer, branch).await;
        trainer.get(&address).await.is(404);
    }

    async fn a_correction_makes_a_new_one_and_keeps_the_history(site: Site) {
        let (mut anna, training, id) = with_certificate(&site).await;
        let first = current(&site, id).await;
        let branch = Some(training.organisation_id);
        site.staff("Wanda Operator", "wanda@centre.example", RoleKind::OrganisationAdministrator, branch).await;
        let wanda = site.actor("wanda@centre.example", RoleKind::OrganisationAdministrator, branch).await;
        let tree = site.app.organisations.current();
        let permit = may_manage(&wanda, &tree, &first).unwrap();
        let (own, now) = (site.app.clone(), site.now());
        site.sql("UPDATE people SET surname = 'Kowalska-Nowak' WHERE changed_at >= $1", 0).await;
        let again = site.app.db.write(move |tx| Box::pin(async move { reissue(tx, &own, &permit, "Nazwisko", now).await }));
        again.await.unwrap();
        let second = current(&site, id).await;
        assert_eq!(second.register_number, "2/2026");
        assert_eq!(second.snapshot.surname, "Kowalska-Nowak");
        anna.get("/my/trainings").await.says("Certificate no. 2/2026 is ready");
        anna.get(&format!("/verify/{}", first.number)).await.is(200).says("replaced by a later one");
        anna.get(&format!("/verify/{}", second.number)).await.is(200).says("This certificate is valid");
        let permit = may_manage(&wanda, &tree, &second).unwrap();
        let twice = may_manage(&wanda, &tree, &second).unwrap();
        let own = site.app.clone();
        let take = site.app.db.write(move |tx| Box::pin(async move { revoke(tx, &own, &permit, "Pomyłka", now).await }));
        take.await.unwrap();
        anna.get(&format!("/verify/{}", second.number)).await.says("no longer valid");
        anna.get(&paper(id)).await.is(404);
        let own = site.app.clone();
        let take = site.app.db.write(move |tx| Box::pin(async move { revoke(tx, &own, &twice, "Pomyłka", now).await }));
        assert!(take.await.is_err());
    }

    async fn the_address_in_the_qr_is_believed(site: Site) {
        let (mut anna, _, id) = with_certificate(&site).await;
        let certificate = current(&site, id).await;
        let address = code::address("", &certificate.number, &certificate.code);
        anna.get(&address).await.is(200).says("The QR code is genuine");
        let forged = address.replace("?c=AE", "?c=AF");
        anna.get(&forged).await.is(200).says("The QR code does not belong to this certificate");
    }
}
