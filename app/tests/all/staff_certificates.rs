//! A17, A14: staff corrects a result, replaces a certificate and revokes one, on a person's page.

use zapis::accounts::RoleKind;
use zapis::enrolment::EnrolmentId;

use crate::certificate::with_certificate;
use crate::completed::paper;
use crate::fixtures::Training;
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::operator;

async fn opening(site: &Site) -> (Browser, Browser, Training, String, EnrolmentId) {
    let (anna, training, id) = with_certificate(site).await;
    let mut olga = operator(site, &training, "Olga Radina").await;
    olga.get("/?lang=en").await;
    (anna, olga, training, format!("/staff/enrolments/{id}"), id)
}

on_both! {
    async fn a_corrected_result_takes_the_certificate_and_gives_it_back(site: Site) {
        let (mut anna, mut olga, training, page, id) = opening(&site).await;
        let list = format!("/staff/groups/{}/participants", training.group_id);
        olga.get(&list).await.is(200).says(&format!("href=\"{page}\""));
        olga.get(&page).await.is(200).says("Anna Kowalska").says("Completed").says("No. 1/2026").says("Certificate issued");
        let result = format!("{page}/result");
        let wrong = [("result", "not_completed"), ("result_reason", " ")];
        olga.post(&result, &wrong).await.is(422).says("Why is it corrected?");
        let fail = [("result", "not_completed"), ("result_reason", "Signed by somebody else")];
        olga.post(&result, &fail).await.goes_to(&page);
        olga.follow().await.says("The result is corrected").says("Not completed").says("Reason: Signed by somebody else")
            .says("Olga Radina").says("Revoked");
        anna.get(&paper(id)).await.is(404);
        anna.get("/verify/1-1-2026").await.says("no longer valid");
        let letters = site.letters_to("anna@school.example").await;
        assert!(letters.iter().any(|one| one.subject.starts_with("Your certificate is no longer valid")
            && one.paragraphs[1] == "Reason: Signed by somebody else"), "{letters:?}");
        olga.post(&result, &fail).await.is(422).says("already recorded");

        let back = [("result", "completed"), ("result_reason", "It was her after all")];
        olga.get(&page).await;
        olga.post(&result, &back).await.goes_to(&page);
        olga.follow().await.says("No. 2/2026");
        anna.get(&paper(id)).await.is(200);
        anna.get("/my/trainings").await.says("Certificate no. 2/2026 is ready").says("Certificate revoked");
    }

    async fn it_is_replaced_or_revoked_with_a_reason(site: Site) {
        let (mut anna, mut olga, _, page, id) = opening(&site).await;
        let address = format!("{page}/certificate");
        let form = olga.get(&page).await;
        let held = form.input("certificate").unwrap();
        let silent = [("certificate", held.as_str()), ("deed", "reissue"), ("certificate_reason", "")];
        olga.post(&address, &silent).await.is(422).says("Why is it replaced or revoked?");
        site.sql("UPDATE people SET birth_place = '' WHERE changed_at >= $1", 0).await;
        let typed = [("certificate", held.as_str()), ("deed", "reissue"), ("certificate_reason", "Surname")];
        olga.post(&address, &typed).await.is(422).says("cannot be issued now").says("Surname");
        anna.get(&paper(id)).await.is(200);
        site.sql("UPDATE people SET birth_place = 'Łomża' WHERE changed_at >= $1", 0).await;
        olga.post(&address, &typed).await.goes_to(&page);
        olga.follow().await.says("No. 2/2026").says("Replaced").says("Reason: Surname");
        olga.post(&address, &typed).await.is(422).says("replaced or revoked in the meantime");
        let held = olga.get(&page).await.input("certificate").unwrap();
        let fields = [("certificate", held.as_str()), ("deed", "revoke"), ("certificate_reason", "Issued by mistake")];
        olga.post(&address, &fields).await.goes_to(&page);
        olga.follow().await.says("The certificate is revoked").says_not("name=\"certificate\"");
        anna.get(&paper(id)).await.is(404);
        let foreign = [("certificate", "99999"), ("deed", "revoke"), ("certificate_reason", "x")];
        olga.post(&address, &foreign).await.is(404);
        assert!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'enrolment.look_up'").await > 3);
    }

    async fn an_accountant_does_not_see_the_person(site: Site) {
        let (_, training, id) = with_certificate(&site).await;
        let branch = Some(training.organisation_id);
        let mut marek = site.staff("Marek Lis", "marek@centre.example", RoleKind::Accountant, branch).await;
        marek.get(&format!("/staff/enrolments/{id}")).await.is(404).says_not("Kowalska");
    }
}
