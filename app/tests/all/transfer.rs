//! Staff moves somebody to another group of the same course: the place there first, one letter with both.

use crate::fixtures::Training;
use crate::join::{places, press_join};
use crate::resign::first_enrolment;
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::operator;

const ANNA: &str = "anna@poczta.example";

/// Two groups of one course, the first of them full with Anna in it and Igor waiting; the second has one place.
async fn opening(site: &Site) -> (Training, Training, [Browser; 2], Browser) {
    let here = site
        .training("Pierwsza pomoc")
        .capacity(1)
        .waiting(1)
        .publish()
        .await;
    let there = site
        .training("Pierwsza pomoc, wiosna")
        .capacity(1)
        .window("2026-11-01T09:00", "2026-11-02T09:00")
        .meeting("2027-03-02T16:00", "2027-03-02T19:15")
        .publish()
        .await;
    let (course, group) = (here.course_id, there.group_id);
    let moved = site.app.db.write(move |tx| {
        Box::pin(async move {
            let same = "UPDATE groups SET course_id = $2, code = '2' WHERE id = $1";
            tx.exec(same, &[&group, &course]).await
        })
    });
    moved
        .await
        .map_err(|error: database::DbError| error)
        .unwrap();
    let app = &site.app;
    app.catalogue.refresh(&app.db, site.now()).await.unwrap();
    let mut anna = site.participant("Anna Nowak", ANNA).await;
    let mut igor = site
        .participant("Igor Malewicz", "igor@poczta.example")
        .await;
    press_join(&mut anna, &here).await;
    igor.get(&here.join()).await;
    igor.post(&here.join(), &[("list", "1")])
        .await
        .goes_to("/my/trainings");
    let olga = operator(site, &here, "Olga Radina").await;
    (here, there, [anna, igor], olga)
}

on_both! {
    async fn the_place_there_is_taken_and_the_one_here_goes_to_the_next(site: Site) {
        let (here, there, [mut anna, mut igor], mut olga) = opening(&site).await;
        let one = first_enrolment(&mut anna).await.replace("/my/trainings/", "/staff/enrolments/");
        let address = format!("{one}/transfer");
        let target = there.group_id.to_string();
        olga.get(&address).await.is(200).says("Move Anna Nowak to another group")
            .says("Group 2, Tuesday, 2 March 2027, 16:00, 1 free place");
        olga.post(&address, &[("reason", "x")]).await.is(422).says("Choose one");
        olga.post(&address, &[("target", &target), ("reason", "")]).await.is(422).says("Fill this in");
        olga.post(&address, &[("target", &target), ("reason", "Na prośbę szkoły.")]).await.is(303);
        olga.follow().await.is(200).says("One letter with both dates").says("Anna Nowak").says("Moved here from another date");

        assert_eq!(places(&site, there.group_id).await, (1, 1));
        assert_eq!(places(&site, here.group_id).await, (1, 1), "held for the next in line");
        igor.get("/my/trainings").await.says("Take the place");
        let letters = site.letters_to(ANNA).await;
        assert_eq!(letters.len(), 2, "one letter");
        let letter = &letters[1];
        assert_eq!(letter.subject, "Moved to another date: Pierwsza pomoc");
        assert!(letter.facts.contains(&("Before".into(), "Tuesday, 1 December 2026, 16:00–19:15".into())), "{:?}", letter.facts);
        assert!(letter.facts.contains(&("When".into(), "Tuesday, 2 March 2027, 16:00–19:15".into())), "{:?}", letter.facts);
        assert!(letter.paragraphs.join(" ").contains("Na prośbę szkoły."));
        assert!(letter.attachments[0].text.contains("METHOD:REQUEST"));
        assert!(letter.attachments[0].text.contains("DTSTART:20270302T150000Z"));
        assert!(letter.attachments[1].text.contains("METHOD:CANCEL"));
        assert!(letter.attachments[1].text.contains("DTSTART:20261201T150000Z"));
        anna.get("/my/trainings").await.says("The place is yours.").says("Moved here from another date. Reason: Na prośbę szkoły.");
        anna.get("/my/trainings?archive=1").await.says("The enrolment was moved to another date.");
        assert_eq!(site.number("SELECT COUNT(*) FROM enrolments WHERE transferred_from IS NOT NULL").await, 1);
    }

    async fn nobody_is_moved_where_there_is_no_place(site: Site) {
        let (here, there, [mut anna, _], mut olga) = opening(&site).await;
        let other = site.training("Emisja głosu").publish().await;
        let one = first_enrolment(&mut anna).await.replace("/my/trainings/", "/staff/enrolments/");
        let address = format!("{one}/transfer");
        olga.get(&address).await.is(200);
        for target in [other.group_id.to_string(), here.group_id.to_string(), "999999".to_owned(), "x".to_owned()] {
            olga.post(&address, &[("target", &target), ("reason", "x")]).await.is(422).says("Choose one");
        }
        site.sql("UPDATE groups SET taken = capacity WHERE id = $1", there.group_id.get()).await;
        let target = there.group_id.to_string();
        olga.post(&address, &[("target", &target), ("reason", "x")]).await.is(422).says("No other group has a free place");
        assert_eq!(places(&site, here.group_id).await, (1, 1));
        assert_eq!(site.letters_to(ANNA).await.len(), 1);
    }

    async fn nobody_gets_two_places_in_one_group(site: Site) {
        let (here, there, [mut anna, _], mut olga) = opening(&site).await;
        let one = first_enrolment(&mut anna).await.replace("/my/trainings/", "/staff/enrolments/");
        site.enrolled(ANNA, &there, "waiting").await;
        let (address, target) = (format!("{one}/transfer"), there.group_id.to_string());
        olga.fill(&address, &address, &[("target", &target), ("reason", "x")]).await.is(422).says("in that group already");
        assert_eq!(places(&site, there.group_id).await, (0, 0), "the place taken there went back");
        assert_eq!(places(&site, here.group_id).await, (1, 1));
    }
}
