//! Waiting for a place: in order, offered in the transaction that frees it, answered in time or passed on.

use jiff::{SignedDuration, Timestamp};
use zapis::accounts::RoleKind;
use zapis::catalogue::Counts;
use zapis::enrolment::actions::{self, Joined, To};
use zapis::enrolment::{self, EnrolmentId, line_store, permissions};
use zapis::i18n::Lang;

use crate::fixtures::{Training, warsaw};
use crate::join::{actor, places, press_join};
use crate::resign::first_enrolment;
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::{Typed, edit, edit_form, operator};

const ANNA: &str = "anna@poczta.example";
const IGOR: &str = "igor@poczta.example";
const OLA: &str = "ola@poczta.example";

fn move_clock(site: &Site, to: Timestamp) {
    site.app.clock.advance(to.duration_since(site.now()));
}

async fn waiting(site: &Site) -> i64 {
    site.number("SELECT CAST(SUM(waiting) AS BIGINT) FROM groups")
        .await
}

/// Presses the button of the waiting list.
async fn press_wait(browser: &mut Browser, training: &Training) {
    let address = training.join();
    browser
        .get(&address)
        .await
        .is(200)
        .says("Join the waiting list");
    browser
        .post(&address, &[("list", "1")])
        .await
        .goes_to("/my/trainings");
}

/// Anna has the only place; Igor and Ola wait for it.
async fn opening(site: &Site) -> (Training, [Browser; 3]) {
    let training = site
        .training("Pierwsza pomoc")
        .capacity(1)
        .waiting(2)
        .publish()
        .await;
    let mut anna = site.participant("Anna Nowak", ANNA).await;
    let mut igor = site.participant("Igor Malewicz", IGOR).await;
    let mut ola = site.participant("Ola Lis", OLA).await;
    press_join(&mut anna, &training).await;
    press_wait(&mut igor, &training).await;
    press_wait(&mut ola, &training).await;
    (training, [anna, igor, ola])
}

async fn resigns(browser: &mut Browser) {
    let address = format!("{}/resign", first_enrolment(browser).await);
    browser
        .fill(&address, &address, &[])
        .await
        .goes_to("/my/trainings");
}

async fn subjects(site: &Site, email: &str) -> Vec<String> {
    let letters = site.letters_to(email).await;
    letters.into_iter().map(|letter| letter.subject).collect()
}

on_both! {
    async fn one_waits_with_a_position_and_is_offered_the_place_that_becomes_free(site: Site) {
        let training = site.training("Pierwsza pomoc").capacity(1).waiting(2).publish().await;
        let mut anna = site.participant("Anna Nowak", ANNA).await;
        let mut igor = site.participant("Igor Malewicz", IGOR).await;
        let mut ola = site.participant("Ola Lis", OLA).await;
        let mut ewa = site.participant("Ewa Maj", "ewa@poczta.example").await;
        press_join(&mut anna, &training).await;
        igor.get(&training.page()).await.says("you would be number 1 on the list").says("Join the waiting list");
        igor.get(&training.join()).await.says("You would be number 1 on the waiting list").says("48 hours");
        press_wait(&mut igor, &training).await;
        igor.follow().await.says("You are on the waiting list").says("Your position on the list: 1.").says_not("calendar.ics");
        ola.get(&training.join()).await.says("You would be number 2 on the waiting list");
        press_wait(&mut ola, &training).await;
        // Once more is once.
        igor.post(&training.join(), &[("list", "1")]).await.goes_to("/my/trainings");
        assert_eq!((places(&site, training.group_id).await, waiting(&site).await), ((1, 1), 2));
        ewa.get(&training.join()).await.is(200).says("All places are taken").says_not("Join the waiting list");
        ewa.post(&training.join(), &[("list", "1")]).await.is(422).says("All places are taken");
        assert_eq!(subjects(&site, OLA).await, ["On the waiting list: Pierwsza pomoc"]);
        assert!(site.letters_to(OLA).await[0].paragraphs[0].contains("number 2"));

        resigns(&mut anna).await;
        assert_eq!((places(&site, training.group_id).await, waiting(&site).await), ((1, 1), 1));
        let offer = site.app.catalogue.current().group(training.group_id).unwrap().counts();
        assert_eq!(offer, Counts { taken: 1, waiting: 1 });
        let letters = site.letters_to(IGOR).await;
        assert_eq!(letters[1].subject, "A place for you: Pierwsza pomoc");
        assert!(letters[1].paragraphs[0].contains("until Tuesday, 24 November 2026, 10:00"), "{:?}", letters[1]);
        ola.get("/my/trainings").await.says("Your position on the list: 1.");
        igor.get("/my/trainings").await.says("Answer by Tuesday, 24 November 2026, 10:00").says("1 thing is waiting").says("Take the place");
        let accept = format!("{}/accept", first_enrolment(&mut igor).await);
        let decline = format!("{}/resign", first_enrolment(&mut igor).await);
        let of = igor.get(&decline).await.input("of").unwrap();
        igor.get("/my/trainings").await;
        igor.post(&accept, &[]).await.goes_to("/my/trainings");
        igor.follow().await.says("The place is yours").says("Offered place taken");
        // The question about the offer, still open elsewhere, is no question about the place.
        igor.post(&decline, &[("of", &of)]).await.goes_to("/my/trainings");
        igor.follow().await.says("This offer was answered before");
        assert_eq!(subjects(&site, IGOR).await[2], "You have a place: Pierwsza pomoc");
        igor.post(&accept, &[]).await;
        igor.follow().await.says("This offer was answered before");
        assert_eq!(places(&site, training.group_id).await, (1, 1));
    }

    async fn an_unanswered_offer_lapses_and_the_next_one_is_asked(site: Site) {
        let (training, [mut anna, mut igor, mut ola]) = opening(&site).await;
        resigns(&mut anna).await;
        igor.get("/my/trainings").await;
        let accept = format!("{}/accept", first_enrolment(&mut igor).await);
        site.app.clock.advance(SignedDuration::from_hours(48) - SignedDuration::from_secs(1));
        assert_eq!(actions::sweep(&site.app, site.now()).await, Ok(0));
        site.app.clock.advance(SignedDuration::from_secs(1));
        // Nobody has swept yet, and still it is over.
        igor.post(&accept, &[]).await.goes_to("/my/trainings");
        igor.follow().await.says("The offer was over already");
        assert_eq!(actions::sweep(&site.app, site.now()).await, Ok(1));
        assert_eq!(actions::sweep(&site.app, site.now()).await, Ok(0));
        assert_eq!((places(&site, training.group_id).await, waiting(&site).await), ((1, 1), 0));
        assert_eq!(subjects(&site, IGOR).await[2], "The offer has lapsed: Pierwsza pomoc");
        assert_eq!(subjects(&site, OLA).await[1], "A place for you: Pierwsza pomoc");
        igor.get("/my/trainings").await.says("Offer lapsed");
        ola.get("/my/trainings").await.says("Take the place").says("Thursday, 26 November 2026, 10:00");
        // Whoever let it lapse can wait again, at the end.
        press_wait(&mut igor, &training).await;
        igor.follow().await.says("Your position on the list: 1.");
    }

    async fn the_line_is_left_in_one_click_and_an_offer_declined_after_a_question(site: Site) {
        let (training, [mut anna, mut igor, mut ola]) = opening(&site).await;
        let leave = format!("{}/leave-line", first_enrolment(&mut ola).await);
        ola.post(&leave, &[]).await.goes_to("/my/trainings");
        ola.follow().await.says("You are no longer on the waiting list");
        assert_eq!(subjects(&site, OLA).await[1], "No longer on the waiting list: Pierwsza pomoc");
        assert_eq!(waiting(&site).await, 1);
        press_wait(&mut ola, &training).await;
        // Offered a place in the same moment: the click was not about that.
        let leave = format!("{}/leave-line", first_enrolment(&mut igor).await);
        resigns(&mut anna).await;
        igor.post(&leave, &[]).await.goes_to("/my/trainings");
        igor.follow().await.says("A place has just become free for you").says("Take the place");
        let decline = format!("{}/resign", first_enrolment(&mut igor).await);
        igor.get(&decline).await.says("Decline the offered place?").says("Yes, I decline");
        igor.post(&decline, &[]).await.goes_to("/my/trainings");
        assert_eq!((places(&site, training.group_id).await, waiting(&site).await), ((1, 1), 0));
        assert_eq!(subjects(&site, IGOR).await[2], "You have declined the place: Pierwsza pomoc");
        ola.get("/my/trainings").await.says("Take the place");
    }

    async fn who_is_a_moment_late_is_shown_the_list(site: Site) {
        let training = site.training("Pierwsza pomoc").capacity(1).waiting(1).publish().await;
        let mut anna = site.participant("Anna Nowak", ANNA).await;
        let mut igor = site.participant("Igor Malewicz", IGOR).await;
        igor.get(&training.join()).await.says("1 free place of 1");
        press_join(&mut anna, &training).await;
        igor.post(&training.join(), &[]).await.is(422).says("Somebody was a moment faster").says("number 1 on the waiting list");
        assert_eq!(waiting(&site).await, 0, "nobody waits who did not ask for it");
        igor.post(&training.join(), &[("list", "1")]).await.goes_to("/my/trainings");
        assert_eq!(waiting(&site).await, 1);
    }

    async fn a_place_that_is_free_again_is_theirs_who_wait(site: Site) {
        let (training, _) = opening(&site).await;
        // A list raised the capacity: nobody passes those in line before the worker comes by.
        site.sql("UPDATE groups SET capacity = 2 WHERE id = $1", training.group_id.get()).await;
        let mut ewa = site.participant("Ewa Maj", "ewa@poczta.example").await;
        ewa.get("/my/trainings").await;
        ewa.post(&training.join(), &[]).await.is(422);
        assert_eq!(actions::sweep(&site.app, site.now()).await, Ok(1));
        assert_eq!((places(&site, training.group_id).await, waiting(&site).await), ((2, 2), 1));
        assert_eq!(subjects(&site, IGOR).await[1], "A place for you: Pierwsza pomoc");
    }

    async fn more_places_are_offered_at_once(site: Site) {
        let (training, [_, _, mut ola]) = opening(&site).await;
        let mut staff = operator(&site, &training, "Olga Radina").await;
        staff.get(&format!("/staff/groups/{}", training.group_id)).await.says("Waiting list").says("2 of 2");
        let form: Typed = edit_form(&mut staff, &training).await.with("capacity", "3");
        staff.post(&edit(&training), &form.pairs()).await.is(303);
        assert_eq!((places(&site, training.group_id).await, waiting(&site).await), ((3, 3), 0));
        ola.get("/my/trainings").await.says("Take the place");
    }

    async fn somebody_is_moved_up_for_a_reason_that_those_passed_can_read(site: Site) {
        let (training, [mut anna, mut igor, mut ola]) = opening(&site).await;
        let mut staff = operator(&site, &training, "Olga Radina").await;
        let list = format!("/staff/groups/{}/participants", training.group_id);
        let one = first_enrolment(&mut ola).await.replace("/my/trainings/", "/staff/enrolments/");
        let address = format!("{one}/move-up");
        staff.get(&list).await.says("Waiting list").says(&address);
        staff.fill(&address, &address, &[("position", "1"), ("reason", "")]).await.is(422).says("Fill this in");
        staff.fill(&address, &address, &[("position", "2"), ("reason", "x")]).await.is(422).says("further ahead");
        let reason = "Zastępuje osobę z tej samej szkoły.";
        staff.fill(&address, &address, &[("position", "1"), ("reason", reason)]).await.goes_to(&list);
        igor.get("/my/trainings").await.says("Your position on the list: 2.")
            .says(&format!("Somebody was moved ahead on the waiting list. Reason: {reason}")).says("Organiser");
        ola.get("/my/trainings").await.says("Your position on the list: 1.").says("Moved up the waiting list");
        resigns(&mut anna).await;
        ola.get("/my/trainings").await.says("Take the place");
        igor.get("/my/trainings").await.says("Your position on the list: 1.");
    }

    async fn the_beginning_ends_offers_and_the_line(site: Site) {
        let (training, [mut anna, mut igor, _ola]) = opening(&site).await;
        // Offers end a day before, at least two hours after they were made.
        move_clock(&site, warsaw("2026-11-30T12:00"));
        resigns(&mut anna).await;
        igor.get("/my/trainings").await.says("Answer by Monday, 30 November 2026, 16:00");
        move_clock(&site, warsaw("2026-12-01T16:00"));
        assert_eq!(actions::start_due(&site.app, site.now()).await, Ok(1));
        assert_eq!((places(&site, training.group_id).await, waiting(&site).await), ((0, 0), 0));
        assert_eq!(subjects(&site, IGOR).await[2], "The offer has lapsed: Pierwsza pomoc");
        assert_eq!(subjects(&site, OLA).await[1], "No place became free: Pierwsza pomoc");
    }

    async fn strangers_can_not_answer_for_others(site: Site) {
        let (training, [mut anna, mut igor, mut ola]) = opening(&site).await;
        resigns(&mut anna).await;
        let enrolment = first_enrolment(&mut igor).await;
        for deed in ["accept", "leave-line", "resign", "resign/late"] {
            ola.get("/my/trainings").await.is(200);
            ola.post(&format!("{enrolment}/{deed}"), &[("reason", "x")]).await.is(404);
        }
        assert_eq!((places(&site, training.group_id).await, waiting(&site).await), ((1, 1), 1));
    }

    async fn many_resign_and_join_at_once(site: Site) {
        const MANY: usize = 32;
        let training = site.training("Pierwsza pomoc").capacity(32).waiting(100).publish().await;
        let id = training.group_id;
        let mut people = Vec::new();
        for number in 0..3 * MANY {
            let email = format!("p{number}@poczta.example");
            site.participant("Anna Nowak", &email).await;
            let to = To { email: email.clone(), lang: Lang::En, name: "Anna Nowak".into(), payer: zapis::enrolment::payer::Payer::Participant };
            people.push((actor(site.account(&email).await, &to), to));
        }
        let mut holders: Vec<EnrolmentId> = Vec::new();
        let mut line: Vec<EnrolmentId> = Vec::new();
        for (number, (who, to)) in people.iter().take(2 * MANY).enumerate() {
            let now = site.now() + SignedDuration::from_micros(i64::try_from(number).unwrap());
            let permit = permissions::may_join(who, id);
            match actions::join_or_wait(&site.app, &permit, to, now).await.unwrap() {
                Joined::Now(id) => holders.push(id),
                Joined::Waiting(id) => line.push(id),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!((holders.len(), line.len()), (MANY, MANY));
        let mut tasks = tokio::task::JoinSet::new();
        let later = site.now() + SignedDuration::from_secs(1);
        for (number, (who, to)) in people.into_iter().enumerate() {
            let app = site.app.clone();
            if number < MANY {
                let one = holders[number];
                tasks.spawn(async move {
                    let found = app.db.read(move |tx| Box::pin(async move { enrolment::find(tx, one).await }));
                    let permit = permissions::may_resign(&who, &found.await.unwrap().unwrap(), false).unwrap();
                    actions::resign(&app, &permit, later).await.unwrap();
                });
            } else if number >= 2 * MANY {
                tasks.spawn(async move {
                    let permit = permissions::may_join(&who, id);
                    let joined = actions::join_or_wait(&app, &permit, &to, later).await;
                    assert!(matches!(joined, Ok(Joined::Waiting(_))), "{joined:?}");
                });
            }
        }
        while let Some(done) = tasks.join_next().await {
            done.unwrap();
        }
        assert_eq!(places(&site, id).await, (32, 32));
        assert_eq!(waiting(&site).await, 32);
        let offered = site.app.db.read(|tx| Box::pin(async move {
            tx.all::<i64>("SELECT subject_id FROM audit WHERE action = 'enrolment.offer' ORDER BY id", &[]).await
        }));
        let offered: Vec<EnrolmentId> = offered.await.map_err(|error: database::DbError| error).unwrap()
            .into_iter().map(EnrolmentId::new).collect();
        assert_eq!(offered, line, "everybody in line, in order");
        assert_eq!(site.number("SELECT COUNT(*) FROM outbox WHERE dedup_key LIKE '%.offered'").await, 32);
    }

    async fn an_administrator_sets_how_long_offers_are_held(site: Site) {
        let (training, [mut anna, mut igor, _]) = opening(&site).await;
        let branch = Some(training.organisation_id);
        let role = RoleKind::OrganisationAdministrator;
        let mut fiona = site.staff("Fiona Merrick", "fiona@centrum.example", role, branch).await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let address = format!("/staff/deadlines/{}", training.organisation_id);
        olga.get(&address).await.is(404);
        fiona.get(&format!("/staff/groups/{}", training.group_id)).await.says(&address);
        let typed = [("offer_hours", "1"), ("long_from_hours", "5"), ("long_from_meetings", "2")];
        fiona.fill(&address, &address, &typed).await.is(422).says("from 2 to 720");
        let typed = [("offer_hours", "24"), ("long_from_hours", "5"), ("long_from_meetings", "2")];
        fiona.fill(&address, &address, &typed).await.goes_to(&address);
        resigns(&mut anna).await;
        igor.get("/my/trainings").await.says("Answer by Monday, 23 November 2026, 10:00");
    }

    async fn no_statement_of_the_line_reads_whole_tables(site: Site) {
        let hot = [
            line_store::FIND_FIRST_IN_LINE,
            line_store::FIND_POSITION,
            line_store::LIST_POSITIONS_OF_ACCOUNT,
            line_store::LIST_LINE,
            line_store::LIST_GROUPS_WITH_LAPSED,
            line_store::LIST_GROUPS_TO_FILL,
            line_store::LIST_LAPSED,
            line_store::LIST_LATE_OF_ACCOUNT,
            line_store::LIST_LATE_OF_GROUP,
        ];
        for sql in hot {
            let plan = database::explain(&site.app.db, sql).await.unwrap();
            let scans = |line: &str| line.contains("Seq Scan") || (line.contains("SCAN ") && !line.contains("USING"));
            assert!(!plan.lines().any(scans), "{sql}\n{plan}");
        }
    }

    async fn staff_of_another_kind_sees_the_line_but_does_not_decide(site: Site) {
        let (training, [_, mut igor, _]) = opening(&site).await;
        let email = "halina@centrum.example";
        let mut halina = site.staff("Halina Wrońska", email, RoleKind::Trainer, Some(training.organisation_id)).await;
        let (account, group) = (site.account(email).await, training.group_id);
        let work = site.app.db.write(move |tx| Box::pin(async move {
            tx.exec("INSERT INTO group_trainers (group_id, account_id) VALUES ($1, $2)", &[&group, &account]).await
        }));
        work.await.map_err(|error: database::DbError| error).unwrap();
        let list = format!("/staff/groups/{}/participants", training.group_id);
        halina.get(&list).await.is(200).says("Waiting list").says_not("move-up");
        let one = first_enrolment(&mut igor).await.replace("/my/trainings/", "/staff/enrolments/");
        for deed in ["confirm", "refuse", "cancel", "transfer", "move-up", "late"] {
            halina.get(&list).await.is(200);
            halina.post(&format!("{one}/{deed}"), &[("words", "x"), ("reason", "x"), ("position", "1")]).await.is(404);
        }
        assert_eq!(waiting(&site).await, 2);
    }
}
