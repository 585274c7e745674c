//! A9: the survey opens with completion, is filled in once, and nobody learns who answered what.

use zapis::accounts::RoleKind;
use zapis::enrolment::EnrolmentId;

use crate::completed::{ANSWERS, send_survey, survey};
use crate::fixtures::Training;
use crate::site::{Browser, Site, on_both};

async fn anna(site: &Site) -> (Browser, Training, EnrolmentId) {
    let training = site.training("Tablica od podstaw").publish().await;
    let anna = site
        .participant("Anna Kowalska", "anna@school.example")
        .await;
    let id = site
        .enrolled("anna@school.example", &training, "completed")
        .await;
    (anna, training, id)
}

on_both! {
    async fn a_completed_training_is_evaluated_once(site: Site) {
        let (mut anna, _, id) = anna(&site).await;
        anna.get("/my/trainings").await.is(200).says("Fill in the survey").says(&survey(id));
        anna.get(&survey(id)).await.is(200).says("8 questions").says("Tablica od podstaw");
        anna.post(&survey(id), &ANSWERS).await.goes_to("/my/trainings");
        anna.follow().await.says("Thank you, the survey is sent");
        anna.get(&survey(id)).await.is(200).says("You sent this survey on Sunday, 22 November 2026");
        anna.post(&survey(id), &ANSWERS).await.is(200).says("You sent this survey on");
        assert_eq!(site.number("SELECT COUNT(*) FROM survey_answers").await, 1);
    }

    async fn answers_are_kept_apart_from_the_person(site: Site) {
        let (mut anna, _, id) = anna(&site).await;
        send_survey(&mut anna, id).await.goes_to("/my/trainings");
        assert_eq!(site.text("SELECT answered_on FROM survey_answers").await, "2026-11-22");
        let kept = site.text("SELECT answers FROM survey_answers").await;
        assert!(kept.contains("Więcej czasu") && !kept.contains("Kowalska"), "{kept}");
        let random_id = site.text("SELECT id FROM survey_answers").await;
        assert_eq!(random_id.len(), 32);
        let told = site.number("SELECT COUNT(*) FROM audit WHERE action LIKE '%survey%'").await;
        assert_eq!(told, 0);
    }

    async fn what_is_missing_is_asked_for_and_nothing_typed_is_lost(site: Site) {
        let (mut anna, _, id) = anna(&site).await;
        let some = [("q1", "5"), ("q6", "sideways"), ("q8", "Dłużej, prosimy")];
        anna.fill(&survey(id), &survey(id), &some).await.is(422)
            .says("Please correct 5 things").says("Question 2: choose an answer")
            .says("Question 6: choose an answer").says("Dłużej, prosimy");
        let mut loud = ANSWERS.to_vec();
        loud[0] = ("q1", "6");
        anna.post(&survey(id), &loud).await.is(422).says("Question 1: choose an answer");
        let long = "ą".repeat(2001);
        loud[0] = ("q1", "5");
        loud[7] = ("q8", &long);
        anna.post(&survey(id), &loud).await.is(422).says("2000 characters");
        assert_eq!(site.number("SELECT COUNT(*) FROM survey_answers").await, 0);
    }

    async fn it_is_open_to_its_own_participant_after_completion(site: Site) {
        let (mut anna, training, _) = anna(&site).await;
        let mut piotr = site.participant("Piotr Nowak", "piotr@school.example").await;
        let own = site.enrolled("piotr@school.example", &training, "attending").await;
        anna.get(&survey(own)).await.is(404);
        anna.get("/my/trainings").await.is(200);
        anna.post(&survey(own), &ANSWERS).await.is(404);
        piotr.get(&survey(own)).await.is(200).says("This survey is not open");
        piotr.post(&survey(own), &ANSWERS).await.is(200).says("This survey is not open");
        piotr.get("/my/trainings/999999/survey").await.is(404);
        site.browser().get(&survey(own)).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM survey_answers").await, 0);
    }

    async fn two_submissions_at_once_are_one(site: Site) {
        let (mut one, _, id) = anna(&site).await;
        one.get(&survey(id)).await.is(200);
        let mut two = one.clone();
        let address = survey(id);
        let (first, second) = tokio::join!(one.post(&address, &ANSWERS), two.post(&address, &ANSWERS));
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 303]);
        assert_eq!(site.number("SELECT COUNT(*) FROM survey_answers").await, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM certificates").await, 1);
    }

    async fn results_are_shown_five_answers_at_a_time(site: Site) {
        let training = site.training("Tablica od podstaw").publish().await;
        let branch = Some(training.organisation_id);
        let mut wanda = site.staff("Wanda Operator", "wanda@centre.example", RoleKind::Operator, branch).await;
        let page = format!("/staff/groups/{}/survey", training.group_id);
        for number in 1..=6 {
            let email = format!("person{number}@school.example");
            let mut person = site.participant("Ola Lis", &email).await;
            let id = site.enrolled(&email, &training, "completed").await;
            wanda.get(&page).await.is(200).says_not("Average");
            send_survey(&mut person, id).await.goes_to("/my/trainings");
            if number == 1 {
                wanda.get(&page).await.says("1 answer so far").says_not("Więcej czasu");
                person.get(&page).await.is(404);
            }
        }
        // Nobody learns what one person answered by looking before and after.
        wanda.get(&page).await.is(200).says("6 answers so far").says_not("Average");
        site.sql("UPDATE survey_answers SET answered_on = '2026-11-21' WHERE $1 = 0", 0).await;
        wanda.get(&page).await.is(200).says("6 people have answered").says("5 answers are shown below")
            .says("Average: 4.00 of 5").says("Więcej czasu na ćwiczenia.").says("Just right").says("100&#160;%")
            .says_not("<td class=\"number\">6</td>").says("Tablica od podstaw, group 1").says(">Today</a>");
        let elsewhere = site.staff("Ewa Obca", "ewa@elsewhere.example", RoleKind::Operator, Some(other(&site).await));
        elsewhere.await.get(&page).await.is(404);
        let mut trainer = site.staff("Jan Prowadzący", "jan@centre.example", RoleKind::Trainer, branch).await;
        trainer.get(&page).await.is(404);
        let account = site.account("jan@centre.example").await.get();
        site.sql("INSERT INTO group_trainers (group_id, account_id) SELECT id, $1 FROM groups", account).await;
        trainer.get(&page).await.is(200).says("6 people have answered");
        let now = site.now().as_microsecond();
        site.sql("UPDATE roles SET ends_at = $1 WHERE role = 'trainer'", now).await;
        site.app.clock.advance(jiff::SignedDuration::from_mins(5));
        trainer.get(&page).await.is(404);
    }
}

/// An organisation in another branch.
async fn other(site: &Site) -> zapis::accounts::OrganisationId {
    site.sql(
        "INSERT INTO organisations (kind, name, name_folded, import_key, created_at) \
         VALUES ('training_centre', 'Inne', 'inne', 'elsewhere', $1)",
        0,
    )
    .await;
    let id = site.number("SELECT id FROM organisations WHERE import_key = 'elsewhere'");
    zapis::accounts::OrganisationId::new(id.await)
}
