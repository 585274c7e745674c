//! A8: the place goes back until the deadline that follows from the training's length; after it, the organiser.

use jiff::{SignedDuration, Timestamp};

use crate::fixtures::{Training, warsaw};
use crate::join::{places, press_join};
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::operator;

/// Address of the first enrolment on the page, without its last part.
pub async fn first_enrolment(browser: &mut Browser) -> String {
    let text = browser.get("/my/trainings").await.text();
    let at = text
        .find("/my/trainings/")
        .expect("an enrolment with links");
    let rest = &text[at + "/my/trainings/".len()..];
    format!("/my/trainings/{}", &rest[..rest.find('/').unwrap()])
}

fn move_clock(site: &Site, to: Timestamp) {
    site.app.clock.advance(to.duration_since(site.now()));
}

async fn joined(site: &Site, training: &Training) -> (Browser, String) {
    let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
    press_join(&mut anna, training).await;
    let enrolment = first_enrolment(&mut anna).await;
    (anna, format!("{enrolment}/resign"))
}

/// Somebody whose sign-in is fresh at the current time of the clock.
async fn sign_in_again(site: &Site, browser: &mut Browser) {
    browser.get("/my/trainings").await;
    assert_eq!(browser.last.status, 200, "{:?}", site.now());
}

on_both! {
    async fn the_place_goes_back_at_once(site: Site) {
        let training = site.training("Pierwsza pomoc").capacity(1).publish().await;
        let (mut anna, resign) = joined(&site, &training).await;
        let offer = || site.app.catalogue.current().group(training.group_id).unwrap().free();
        assert_eq!(offer(), 0);
        anna.get(&resign).await.is(200)
            .says("Resign from the training?").says("Pierwsza pomoc").says("Tuesday, 1 December 2026, 16:00");
        anna.post(&resign, &[]).await.goes_to("/my/trainings");
        anna.follow().await.says("The place is free again");
        assert_eq!(places(&site, training.group_id).await, (0, 0));
        assert_eq!(offer(), 1);
        let letters = site.letters_to("anna@poczta.example").await;
        assert_eq!(letters[1].subject, "You have resigned: Pierwsza pomoc");
        assert!(letters[1].attachments[0].text.contains("METHOD:CANCEL\r\n"));

        // Once more changes nothing, and somebody else, or the same person, can have the place.
        anna.get("/contact").await;
        anna.post(&resign, &[]).await.goes_to("/my/trainings");
        anna.follow().await.says("had already ended");
        assert_eq!(places(&site, training.group_id).await, (0, 0));
        press_join(&mut anna, &training).await;
        assert_eq!(places(&site, training.group_id).await, (1, 1));
    }

    async fn a_short_training_until_the_last_second_of_the_day_before(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let (mut anna, resign) = joined(&site, &training).await;
        move_clock(&site, warsaw("2026-12-01T00:00") - SignedDuration::from_secs(1));
        anna.fill(&resign, &resign, &[]).await.goes_to("/my/trainings");
        assert_eq!(places(&site, training.group_id).await, (0, 0));
    }

    async fn after_the_deadline_only_the_organiser_can(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let (mut anna, resign) = joined(&site, &training).await;
        move_clock(&site, warsaw("2026-12-01T00:00") - SignedDuration::from_secs(1));
        anna.get(&resign).await.is(200).says("Resign from the training?");
        move_clock(&site, warsaw("2026-12-01T00:00"));
        anna.post(&resign, &[]).await.is(422)
            .says("It is too late to resign here").says("until the end of Monday, 30 November").says("/contact");
        anna.get(&resign).await.is(200).says("It is too late to resign here").says_not("Yes, I resign");
        anna.get("/my/trainings").await.says("It is too late to resign on this site").says("Ask to be withdrawn");
        assert_eq!(places(&site, training.group_id).await, (1, 1));
    }

    async fn a_late_resignation_is_a_request_with_a_reason(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let (mut anna, resign) = joined(&site, &training).await;
        let late = format!("{resign}/late");
        let mut olga = operator(&site, &training, "Olga Radina").await;
        // As long as one can resign, there is nothing to ask for.
        anna.fill(&resign, &late, &[("reason", "Jestem chora.")]).await.goes_to(&resign);
        move_clock(&site, warsaw("2026-12-01T08:00"));
        anna.fill(&resign, &late, &[("reason", " ")]).await.is(422).says("Fill this in");
        anna.fill(&resign, &late, &[("reason", "Jestem <chora>.")]).await.goes_to("/my/trainings");
        anna.follow().await.says("Your request is with the organiser").says("Asked to be withdrawn after the deadline. Reason: Jestem");
        anna.get(&resign).await.says("Your request to be withdrawn is with the organiser").says_not("Send the request");
        anna.post(&late, &[("reason", "Jeszcze raz")]).await;
        assert_eq!(site.number("SELECT COUNT(*) FROM late_resignations").await, 1);
        assert_eq!(places(&site, training.group_id).await, (1, 1), "the place stays until it is answered");
        let told = site.letters_to("olga.radina@centrum.example").await;
        assert_eq!(told[0].subject, "A request waits: Pierwsza pomoc");
        assert!(!format!("{told:?}").contains("Nowak"), "no name in the letter to staff");

        // Staff declines with a reason, then, asked again, withdraws.
        olga.get("/staff").await.says("Waiting for a decision").says("1 person waits");
        let list = format!("/staff/groups/{}/participants", training.group_id);
        let answer = resign.replace("/my/trainings/", "/staff/enrolments/").replace("/resign", "/late");
        olga.get(&list).await.says("Asked to be withdrawn after the deadline").says("Jestem").says(&answer);
        olga.fill(&answer, &answer, &[("deed", "decline"), ("answer", "")]).await.is(422).says("Fill this in");
        olga.fill(&answer, &answer, &[("deed", "decline"), ("answer", "Sala jest opłacona.")]).await.goes_to(&list);
        assert_eq!(places(&site, training.group_id).await, (1, 1));
        anna.get("/my/trainings").await.says("Request to be withdrawn declined. Reason: Sala jest opłacona.");
        anna.get(&resign).await.says("The organiser declined your request").says("Sala jest opłacona.");
        anna.post(&late, &[("reason", "Naprawdę nie mogę.")]).await.goes_to("/my/trainings");
        olga.fill(&answer, &answer, &[("deed", "withdraw"), ("answer", "Zdrowia!")]).await.goes_to(&list);
        assert_eq!(places(&site, training.group_id).await, (0, 0));
        olga.get(&answer).await.goes_to(&list);
        let letters = site.letters_to("anna@poczta.example").await;
        let subjects: Vec<&str> = letters.iter().map(|letter| letter.subject.as_str()).collect();
        assert_eq!(subjects[1..], [
            "Your request is in: Pierwsza pomoc",
            "Request declined: Pierwsza pomoc",
            "Your request is in: Pierwsza pomoc",
            "You are withdrawn: Pierwsza pomoc",
        ]);
        assert!(letters[4].attachments[0].text.contains("METHOD:CANCEL\r\n"));
        anna.get("/my/trainings?archive=1").await.says("Withdrawn after the deadline. Reason: Zdrowia!").says("Organiser");
    }

    async fn a_long_training_until_three_days_before(site: Site) {
        let training = site.training("Ocenianie").meeting("2026-12-01T16:00", "2026-12-01T19:15")
            .meeting("2026-12-08T16:00", "2026-12-08T19:15").publish().await;
        let (mut anna, resign) = joined(&site, &training).await;
        anna.get("/my/trainings").await.says("until the end of Saturday, 28 November");
        move_clock(&site, warsaw("2026-11-29T00:00"));
        anna.get(&resign).await.is(200).says("too late");
    }

    async fn the_deadline_holds_across_the_change_of_summer_time(site: Site) {
        let training = site.training("Wiosna").window("2026-11-01T09:00", "2027-03-28T20:00")
            .meeting("2027-03-29T08:00", "2027-03-29T10:00").publish().await;
        move_clock(&site, warsaw("2027-03-28T23:59"));
        let (mut anna, resign) = joined_late(&site, &training).await;
        anna.get(&resign).await.is(200).says("Yes, I resign");
        site.app.clock.advance(SignedDuration::from_mins(1));
        anna.post(&resign, &[]).await.is(422).says("until the end of Sunday, 28 March");
    }

    async fn the_deadline_knows_29_february(site: Site) {
        let training = site.training("Rok przestępny").window("2026-11-01T09:00", "2028-03-01T00:00")
            .meeting("2028-03-01T08:00", "2028-03-01T10:00").publish().await;
        move_clock(&site, warsaw("2028-02-29T23:59"));
        let (mut anna, resign) = joined_late(&site, &training).await;
        anna.get("/my/trainings").await.says("until the end of Tuesday, 29 February");
        site.app.clock.advance(SignedDuration::from_mins(1));
        anna.get(&resign).await.is(200).says("until the end of Tuesday, 29 February");
    }

    async fn nobody_resigns_for_somebody_else(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let (_anna, resign) = joined(&site, &training).await;
        let mut igor = site.participant("Igor Malewicz", "igor@poczta.example").await;
        sign_in_again(&site, &mut igor).await;
        let calendar = resign.replace("/resign", "/calendar.ics");
        for address in [resign.as_str(), calendar.as_str(), "/my/trainings/999999/resign", "/my/trainings/x/resign"] {
            igor.get(address).await.is(404);
        }
        igor.get("/my/trainings").await.is(200);
        igor.post(&resign, &[]).await.is(404);
        assert_eq!(places(&site, training.group_id).await, (1, 1));
    }
}

/// Joined long after the story began, when the window is over: the enrolment is from before.
async fn joined_late(site: &Site, training: &Training) -> (Browser, String) {
    let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
    let id = training.group_id;
    let reopen = site.app.db.write(move |tx| {
        Box::pin(async move {
            let far = warsaw("2029-01-01T00:00");
            tx.exec(
                "UPDATE groups SET closes_at = $2, version = version + 1 WHERE id = $1",
                &[&id, &far],
            )
            .await
        })
    });
    reopen.await.unwrap();
    site.app
        .catalogue
        .refresh(&site.app.db, site.now())
        .await
        .unwrap();
    press_join(&mut anna, training).await;
    let enrolment = first_enrolment(&mut anna).await;
    (anna, format!("{enrolment}/resign"))
}
