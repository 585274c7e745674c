//! A6: two steps to a place, once, never past capacity, never outside the window.

use database::DbError;
use jiff::SignedDuration;
use zapis::accounts::AccountId;
use zapis::catalogue::{GroupId, Mode};
use zapis::enrolment::actions::{self, JoinError, Joined, To};
use zapis::enrolment::payer::Payer;
use zapis::enrolment::permissions;
use zapis::enrolment::rules::CanNotJoin;
use zapis::i18n::Lang;

use crate::cast::PASSWORD;
use crate::fixtures::Training;
use crate::site::{Browser, Site, on_both};

/// Presses the button of the page of joining.
pub async fn press_join(browser: &mut Browser, training: &Training) {
    let address = training.join();
    browser
        .fill(&address, &address, &[])
        .await
        .goes_to("/my/trainings");
}

/// `(taken, enrolments that hold a place)` of a group.
pub async fn places(site: &Site, id: GroupId) -> (i64, i64) {
    let read = site.app.db.read(move |tx| {
        Box::pin(async move {
            let taken = tx
                .one("SELECT taken FROM groups WHERE id = $1", &[&id])
                .await?;
            let held = "SELECT COUNT(*) FROM enrolments WHERE group_id = $1 \
                AND state IN ('applied', 'offered', 'confirmed', 'attending')";
            Ok::<_, DbError>((taken, tx.one(held, &[&id]).await?))
        })
    });
    read.await.unwrap()
}

async fn count(site: &Site, sql: &'static str) -> i64 {
    let read = site
        .app
        .db
        .read(move |tx| Box::pin(async move { tx.one::<i64>(sql, &[]).await }));
    read.await.unwrap()
}

on_both! {
    async fn a_person_joins_in_two_steps(site: Site) {
        let training = site.training("Pierwsza pomoc").capacity(2).publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        anna.get(&training.join()).await.is(200)
            .says("Join the training").says("Pierwsza pomoc")
            .says("Tuesday, 1 December 2026, 16:00–19:15").says("ul. Ogrodowa 4, sala 12")
            .says("2 free places of 2").says("until the end of Monday, 30 November")
            .says("We will send a confirmation to anna@poczta.example.");
        anna.post(&training.join(), &[]).await.goes_to("/my/trainings");
        anna.follow().await.is(200).says("The place is yours. We have sent a confirmation");
        assert_eq!(places(&site, training.group_id).await, (1, 1));
        assert_eq!(site.app.catalogue.current().group(training.group_id).unwrap().free(), 1);

        let letters = site.letters_to("anna@poczta.example").await;
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].subject, "You have a place: Pierwsza pomoc");
        assert!(letters[0].facts.contains(&("When".into(), "Tuesday, 1 December 2026, 16:00–19:15".into())));
        let entry = &letters[0].attachments[0];
        assert_eq!(entry.kind, "text/calendar; method=REQUEST; charset=utf-8");
        assert!(entry.text.contains("DTSTART:20261201T150000Z\r\n"), "{}", entry.text);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'enrolment.join' \
            AND before_state IS NULL AND after_state = 'confirmed'").await, 1);
    }

    async fn a_form_sent_twice_is_one_enrolment(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        press_join(&mut anna, &training).await;
        anna.get("/my/trainings").await;
        anna.post(&training.join(), &[]).await.goes_to("/my/trainings");
        anna.follow().await.is(200).says("already among yours");
        anna.get(&training.join()).await.goes_to("/my/trainings");
        assert_eq!(places(&site, training.group_id).await, (1, 1));
        assert_eq!(site.letters_to("anna@poczta.example").await.len(), 1);
    }

    async fn sixty_four_people_want_the_last_places_at_the_same_moment(site: Site) {
        const PEOPLE: usize = 64;
        const PLACES: i64 = 5;
        let training = site.training("Pierwsza pomoc").capacity(PLACES).publish().await;
        let mut accounts: Vec<(AccountId, To)> = Vec::new();
        for number in 0..PEOPLE {
            let email = format!("p{number}@poczta.example");
            site.participant("Anna Nowak", &email).await;
            accounts.push((site.account(&email).await, To { email, lang: Lang::En, name: "Anna Nowak".into(), payer: Payer::Participant }));
        }
        let mut tasks = tokio::task::JoinSet::new();
        for (account, to) in accounts {
            // Each of them twice, as somebody who clicks twice would.
            for _ in 0..2 {
                let (app, to, now) = (site.app.clone(), to.clone(), site.now());
                let permit = permissions::may_join(&actor(account, &to), training.group_id);
                tasks.spawn(async move { actions::join(&app, &permit, &to, now).await });
            }
        }
        let (mut now, mut before, mut full) = (0, 0, 0);
        while let Some(done) = tasks.join_next().await {
            match done.unwrap() {
                Ok(Joined::Now(_)) => now += 1,
                Ok(Joined::Before(_)) => before += 1,
                Err(JoinError::Refused(CanNotJoin::Full)) => full += 1,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((now, before, full), (PLACES, PLACES, 2 * 64 - 2 * PLACES));
        assert_eq!(places(&site, training.group_id).await, (PLACES, PLACES));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM outbox WHERE recipient LIKE 'p%'").await, PLACES);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'enrolment.join'").await, PLACES);
    }

    async fn the_group_fills_between_the_page_and_the_click(site: Site) {
        let training = site.training("Pierwsza pomoc").capacity(1).publish().await;
        let later = site.training("Pierwsza pomoc, wiosna").meeting("2027-03-02T16:00", "2027-03-02T19:15").publish().await;
        let moved = site.app.db.write(move |tx| Box::pin(async move {
            tx.exec("UPDATE groups SET course_id = $2, code = '2' WHERE id = $1", &[&later.group_id, &training.course_id]).await
        }));
        moved.await.unwrap();
        site.app.catalogue.refresh(&site.app.db, site.now()).await.unwrap();
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        let mut igor = site.participant("Igor Malewicz", "igor@poczta.example").await;
        anna.get(&training.join()).await.is(200).says("1 free place of 1");
        press_join(&mut igor, &training).await;
        anna.post(&training.join(), &[]).await.is(422)
            .says("All places are taken").says("somebody was a moment faster").says("Pierwsza pomoc")
            .says("Other dates of this training").says("Tuesday, 2 March 2027, 16:00").says("20 free places of 20");
        assert_eq!(places(&site, training.group_id).await, (1, 1));
        assert!(site.letters_to("anna@poczta.example").await.is_empty());
        anna.get(&training.join()).await.is(200).says("no free places here now");
        // Whoever is in hears that, although the group is full.
        igor.get("/my/trainings").await.is(200);
        igor.post(&training.join(), &[]).await.goes_to("/my/trainings");
    }

    async fn the_training_was_cancelled_meanwhile(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let id = training.group_id;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        anna.get(&training.join()).await.is(200);
        // On another node, so that this one does not know it yet.
        let cancel = site.app.db.write(move |tx| Box::pin(async move {
            tx.exec("UPDATE groups SET state = 'cancelled', version = version + 1 WHERE id = $1", &[&id]).await
        }));
        cancel.await.unwrap();
        anna.post(&training.join(), &[]).await.is(422)
            .says("This training has been cancelled").says("no other dates");
        assert_eq!(places(&site, id).await, (0, 0));
    }

    async fn the_window_is_kept(site: Site) {
        let later = site.training("Od jutra").window("2026-11-23T09:00", "2026-11-30T20:00").publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        anna.get(&later.join()).await.is(200)
            .says("Enrolment has not begun yet").says("Monday, 23 November 2026, 9:00");
        anna.post(&later.join(), &[]).await.is(422).says("Enrolment has not begun yet");
        site.app.clock.advance(SignedDuration::from_hours(23));
        press_join(&mut anna, &later).await;
        let over = site.training("Po terminie").window("2026-11-01T09:00", "2026-11-23T09:00").publish().await;
        anna.get(&over.join()).await.is(200).says("Enrolment has ended");
        anna.post(&over.join(), &[]).await.is(422).says("Enrolment was open until Monday, 23 November 2026, 9:00");
    }

    async fn the_letter_says_what_holds_now(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let id = training.group_id;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        // Saved on another node; the snapshot of this one is out of date.
        let change = site.app.db.write(move |tx| Box::pin(async move {
            tx.exec("UPDATE groups SET place = 'sala 3', version = version + 1 WHERE id = $1", &[&id]).await
        }));
        change.await.unwrap();
        press_join(&mut anna, &training).await;
        let letters = site.letters_to("anna@poczta.example").await;
        assert!(letters[0].facts.contains(&("Where".into(), "sala 3".into())), "{:?}", letters[0].facts);
    }

    async fn the_link_of_an_online_room_is_only_for_those_who_are_in(site: Site) {
        let training = site.training("Zdalnie").group(|group| {
            group.mode = Mode::Online;
            group.place = String::new();
            group.online_link = "https://spotkania.example/abc".into();
        }).publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        anna.get(&training.join()).await.is(200).says("participants get the link").says_not("spotkania.example");
        anna.post(&training.join(), &[]).await.goes_to("/my/trainings");
        let letters = site.letters_to("anna@poczta.example").await;
        assert!(letters[0].facts.iter().any(|fact| fact.1 == "https://spotkania.example/abc"));
    }

    async fn meetings_at_the_same_time_are_warned_about(site: Site) {
        let one = site.training("Pierwsza pomoc").publish().await;
        let same = site.training("Ocenianie").meeting("2026-12-01T19:00", "2026-12-01T20:00").publish().await;
        let after = site.training("Emisja głosu").meeting("2026-12-01T19:15", "2026-12-01T20:00").publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        press_join(&mut anna, &one).await;
        anna.get(&same.join()).await.is(200)
            .says("another training at the same time").says("Pierwsza pomoc: Tuesday, 1 December 2026, 16:00–19:15");
        anna.get(&after.join()).await.is(200).says_not("another training at the same time");
        press_join(&mut anna, &same).await;
    }

    async fn nobody_joins_without_signing_in(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut visitor = site.browser();
        let page = training.join();
        let next = page.replace('/', "%2F");
        visitor.get(&page).await.goes_to(&format!("/sign-in?next={next}"));
        assert_eq!(visitor.post(&page, &[]).await.status, 303);
        assert_eq!(places(&site, training.group_id).await, (0, 0));
    }

    async fn a_form_whose_session_had_ended_is_seen_again(site: Site) {
        let training = site.training("Pierwsza pomoc").window("2026-11-01T09:00", "2026-12-20T09:00")
            .meeting("2026-12-21T16:00", "2026-12-21T18:00").publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        anna.get(&training.join()).await.is(200);
        site.app.clock.advance(SignedDuration::from_hours(24 * 15));
        let answer = anna.post(&training.join(), &[]).await;
        assert_eq!(answer.location.as_deref(), Some("/sign-in?next=%2Fcontinue"));
        // What comes back after signing in is shown before it acts.
        anna.follow().await.is(200);
        let address = "anna@poczta.example";
        anna.post("/sign-in", &[("email", address), ("password", PASSWORD), ("next", "/continue")]).await
            .goes_to("/continue");
        anna.follow().await.is(200);
        anna.post(&training.join(), &[("_review", "1")]).await.is(422)
            .says("Your session ended").says("Join the training");
        assert_eq!(places(&site, training.group_id).await, (0, 0));
        anna.post(&training.join(), &[]).await.goes_to("/my/trainings");
        assert_eq!(places(&site, training.group_id).await, (1, 1));
    }

    async fn what_is_not_there_is_not_found(site: Site) {
        let draft = site.training("Szkic").state(zapis::catalogue::GroupState::Draft).publish().await;
        let one = site.training("Pierwsza pomoc").publish().await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        for address in [
            draft.join(),
            format!("/courses/{}/groups/{}/join", draft.course_id, one.group_id),
            format!("/courses/{}/groups/999999/join", one.course_id),
            "/courses/x/groups/y/join".into(),
        ] {
            anna.get(&address).await.is(404);
            anna.get(&one.join()).await.is(200);
            anna.post(&address, &[]).await.is(404);
        }
    }
}

/// Somebody without a role, as policies see them.
pub fn actor(account_id: AccountId, to: &To) -> zapis::accounts::Actor {
    zapis::accounts::Actor {
        account_id,
        session_id: zapis::accounts::SessionId::new(0),
        name: String::new(),
        email: to.email.clone(),
        lang: to.lang,
        roles: [].into(),
        is_linked: false,
    }
}
