//! A17, A14: staff corrects a result, replaces a certificate and revokes one, on a person's page.

use database::DbError;
use zapis::accounts::RoleKind;
use zapis::certificates::actions::{Outcome, issue};
use zapis::enrolment::EnrolmentId;

use crate::certificate::with_certificate;
use crate::completed::paper;
use crate::fixtures::Training;
use crate::site::{Answer, Browser, Site, on_both};
use crate::staff_offer::operator;

async fn issue_again(site: &Site, id: EnrolmentId) -> Result<Outcome, DbError> {
    let (own, now) = (site.app.clone(), site.now());
    let work = site
        .app
        .db
        .write(move |tx| Box::pin(async move { issue(tx, &own, id, now).await }));
    work.await
}

async fn opening(site: &Site) -> (Browser, Browser, Training, String, EnrolmentId) {
    let (anna, training, id) = with_certificate(site).await;
    let mut olga = operator(site, &training, "Olga Radina").await;
    olga.get("/?lang=en").await;
    (anna, olga, training, format!("/staff/enrolments/{id}"), id)
}

/// Asks for the page of a deed, and sends its form with this reason.
async fn deed(staff: &mut Browser, address: &str, reason: &str) -> Answer {
    let asked = staff.get(address).await;
    asked.is(200);
    let field = if address.ends_with("/result") {
        "result_reason"
    } else {
        "certificate_reason"
    };
    let shown = ["result", "certificate"].map(|name| asked.input(name).unwrap());
    let fields = [
        ("result", shown[0].as_str()),
        ("certificate", shown[1].as_str()),
        (field, reason),
    ];
    staff.post(address, &fields).await
}

/// The newest letter to Anna, with its subject.
async fn newest(site: &Site) -> (String, Vec<String>) {
    let letter = site.letters_to("anna@school.example").await.pop().unwrap();
    (letter.subject, letter.paragraphs)
}

on_both! {
    async fn a_corrected_result_takes_the_certificate_and_gives_it_back(site: Site) {
        let (mut anna, mut olga, training, page, id) = opening(&site).await;
        let list = format!("/staff/groups/{}/participants", training.group_id);
        olga.get(&list).await.is(200).says(&format!("href=\"{page}\""));
        olga.get(&page).await.is(200).says("Anna Kowalska").says("Completed").says("No. 1/2026")
            .says("Certificate no. 1/2026 issued").says_not("<form class=\"dialog\"");
        let result = format!("{page}/result");
        olga.get(&result).await.is(200).says("Correct the result to “not completed”?")
            .says("Certificate no. 1/2026 will no longer be valid").says("gets a letter with the new result and the reason");
        deed(&mut olga, &result, " ").await.is(422).says("href=\"#result_reason\"");
        anna.get(&paper(id)).await.is(200);
        deed(&mut olga, &result, "Signed by somebody else.").await.goes_to(&page);
        olga.follow().await.says("The result is corrected").says("Not completed").says("Reason: Signed by somebody else")
            .says("Olga Radina").says("Revoked");
        anna.get(&paper(id)).await.is(404);
        anna.get("/verify/1-1-2026").await.says("no longer valid");
        let letters = site.letters_to("anna@school.example").await;
        let corrected = letters.iter().find(|one| one.subject.starts_with("Your result was corrected")).unwrap();
        assert_eq!(corrected.paragraphs[..2], [
            "Your result in “Tablica od podstaw” was corrected: the training is not completed.".to_owned(),
            "Reason: Signed by somebody else.".to_owned(),
        ]);
        assert!(!format!("{letters:?}").contains("attendance was below"), "nothing untrue is said");
        assert!(letters.iter().any(|one| one.subject.starts_with("Your certificate is no longer valid")
            && one.paragraphs[1] == "Reason: Signed by somebody else."), "{letters:?}");
        anna.get("/my/trainings").await.says("Result corrected: the training is not completed.")
            .says("Reason: Signed by somebody else. If this is a mistake").says("Too little");
        let stale = [("result", "not_completed"), ("result_reason", "Again")];
        olga.get(&result).await;
        olga.post(&result, &stale).await.is(422).says("already recorded");

        olga.get(&result).await.says("Correct the result to “completed”?").says_not("will no longer be valid");
        deed(&mut olga, &result, "It was her after all").await.goes_to(&page);
        olga.follow().await.says("No. 2/2026").says("Certificate no. 2/2026 issued in place of no. 1/2026");
        anna.get(&paper(id)).await.is(200);
        anna.get("/my/trainings").await.says("Certificate no. 2/2026 is ready").says("Certificate no. 1/2026 revoked");
    }

    async fn it_is_replaced_with_a_reason(site: Site) {
        let (mut anna, mut olga, _, page, id) = opening(&site).await;
        let address = format!("{page}/certificate/reissue");
        olga.get(&address).await.is(200).says("Issue a new certificate in place of no. 1/2026?").says("both numbers")
            .says("Certificate no. 1/2026 will no longer be valid, and the public check will say so");
        deed(&mut olga, &address, "").await.is(422).says("href=\"#certificate_reason\"");
        site.sql("UPDATE people SET birth_place = '' WHERE changed_at >= $1", 0).await;
        deed(&mut olga, &address, "Surname").await.is(422).says("cannot be issued now").says("Surname");
        anna.get(&paper(id)).await.is(200);
        site.sql("UPDATE people SET birth_place = 'Łomża' WHERE changed_at >= $1", 0).await;
        let shown = olga.get(&address).await.input("certificate").unwrap();
        deed(&mut olga, &address, "Surname").await.goes_to(&page);
        olga.follow().await.says("No. 2/2026").says("Replaced").says("Reason: Surname")
            .says("Certificate no. 1/2026 issued").says("Certificate no. 2/2026 issued in place of no. 1/2026");
        let (subject, paragraphs) = newest(&site).await;
        assert_eq!(subject, "A new certificate: Tablica od podstaw");
        assert!(paragraphs[0].contains("no. 2/2026. It replaces certificate no. 1/2026"), "{paragraphs:?}");
        assert_eq!(paragraphs[1], "Reason: Surname");
        // What was asked about the first one is not done to the second.
        olga.get(&address).await.is(200);
        let stale = [("certificate", shown.as_str()), ("certificate_reason", "Another one")];
        olga.post(&address, &stale).await.is(422).says("replaced or revoked in the meantime");
        // The same form sent twice is done once, and that is said.
        olga.get(&address).await.is(200);
        let twice = [("certificate", shown.as_str()), ("certificate_reason", "Surname")];
        olga.post(&address, &twice).await.goes_to(&page);
        assert_eq!(site.number("SELECT COUNT(*) FROM certificates").await, 2);
        assert!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'enrolment.look_up'").await > 3);
    }

    async fn a_revoked_one_comes_back_only_by_a_person(site: Site) {
        let (mut anna, mut olga, _, page, id) = opening(&site).await;
        let (revoke, reissue) = (format!("{page}/certificate/revoke"), format!("{page}/certificate/reissue"));
        olga.get(&revoke).await.says("Revoke certificate no. 1/2026?").says("After that only staff can issue a new one");
        deed(&mut olga, &revoke, "Issued by mistake").await.goes_to(&page);
        olga.follow().await.says("The certificate is revoked").says(&reissue).says_not(&revoke);
        olga.get(&revoke).await.is(404);
        anna.get(&paper(id)).await.is(404);
        anna.get("/my/trainings").await.says("Certificate revoked").says("Certificate no. 1/2026 was revoked.")
            .says("Reason: Issued by mistake.").says("contact the organiser").says("href=\"/contact\"")
            .says_not("being prepared").says_not("certificate.pdf");
        // Nothing brings it back by itself.
        assert_eq!(issue_again(&site, id).await, Ok(Outcome::Revoked));
        assert_eq!(site.number("SELECT COUNT(*) FROM certificates").await, 1);

        olga.get(&reissue).await.says("Certificate no. 1/2026 is revoked and stays so");
        deed(&mut olga, &reissue, "Revoked by mistake").await.goes_to(&page);
        anna.get("/my/trainings").await.says("Certificate no. 2/2026 is ready");
        anna.get("/verify/1-1-2026").await.says("no longer valid");
        let (_, paragraphs) = newest(&site).await;
        assert!(paragraphs[0].contains("no. 2/2026") && paragraphs[0].contains("no. 1/2026"), "{paragraphs:?}");
        // Revoked once more, then the result corrected to and fro: that gives it back.
        deed(&mut olga, &revoke, "Again").await.goes_to(&page);
        let result = format!("{page}/result");
        deed(&mut olga, &result, "Was absent").await.goes_to(&page);
        deed(&mut olga, &result, "Was there").await.goes_to(&page);
        anna.get("/my/trainings").await.says("Certificate no. 3/2026 is ready");
    }

    async fn an_accountant_does_not_see_the_person(site: Site) {
        let (_, training, id) = with_certificate(&site).await;
        let branch = Some(training.organisation_id);
        let mut marek = site.staff("Marek Lis", "marek@centre.example", RoleKind::Accountant, branch).await;
        for deed in ["", "/result", "/certificate/reissue", "/certificate/revoke"] {
            marek.get(&format!("/staff/enrolments/{id}{deed}")).await.is(404).says_not("Kowalska");
        }
    }
}
