//! A17: lists, attendance and the end of a group, by those who may and nobody else.

use database::DbError;
use jiff::SignedDuration;
use zapis::accounts::RoleKind;

use crate::fixtures::{Training, warsaw};
use crate::join::press_join;
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::operator;

/// Lets it be this time in Warsaw.
pub fn move_clock(site: &Site, to: &str) {
    site.app
        .clock
        .advance(warsaw(to).duration_since(site.now()));
}

/// A number out of the database.
pub async fn count(site: &Site, sql: &'static str) -> i64 {
    let read = site
        .app
        .db
        .read(move |tx| Box::pin(async move { tx.one::<i64>(sql, &[]).await }));
    read.await.map_err(|error: DbError| error).unwrap()
}

/// Two people with a place in a training of one meeting, and an operator.
pub async fn opening(site: &Site) -> (Training, Browser) {
    let training = site.training("Pierwsza pomoc").publish().await;
    for (name, email) in [
        ("Anna Nowak", "anna@poczta.example"),
        ("Ewa Maj", "ewa@poczta.example"),
    ] {
        let mut browser = site.participant(name, email).await;
        press_join(&mut browser, &training).await;
    }
    let olga = operator(site, &training, "Olga Radina").await;
    (training, olga)
}

/// Makes an account a trainer of a group.
pub async fn teaches(site: &Site, training: &Training, email: &str) {
    let (account, group) = (site.account(email).await, training.group_id);
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            let insert = "INSERT INTO group_trainers (group_id, account_id) VALUES ($1, $2)";
            tx.exec(insert, &[&group, &account]).await
        })
    });
    work.await.map_err(|error: DbError| error).unwrap();
}

on_both! {
    async fn attendance_is_marked_and_the_group_finished(site: Site) {
        let (training, mut olga) = opening(&site).await;
        let group = format!("/staff/groups/{}", training.group_id);
        let grid = format!("{group}/attendance");
        olga.get(&grid).await.is(200).says("No meeting has begun yet");
        olga.get(&format!("{group}/finish")).await.is(200).says("The last meeting ends on Tuesday, 1 December 2026, 19:15");
        olga.post(&format!("{group}/finish"), &[]).await.is(422);
        move_clock(&site, "2026-12-01T20:00");
        olga.get("/staff").await.says("Attendance to mark").says("2 marks missing");
        olga.get(&format!("{group}/finish")).await.says("2 people are not marked at every meeting");
        olga.post(&format!("{group}/finish"), &[]).await.is(422).says("not marked at every meeting");

        let page = olga.get(&grid).await;
        page.is(200).says("Maj Ewa").says("Nowak Anna");
        let meeting = training.meeting_ids[0].to_string();
        let people: Vec<String> = page.text().split("name=\"person\" value=\"").skip(1)
            .map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
        assert_eq!(people.len(), 2);
        let listed = [("meeting", meeting.as_str()), ("person", &people[0]), ("person", &people[1])];
        olga.post(&grid, &listed).await.goes_to(&grid);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attendance").await, 0, "a list that was forgotten marks nobody");
        let there = format!("{meeting}-{}", people[1]);
        let ticked = [&listed[..], &[("present", there.as_str())]].concat();
        for _ in 0..2 {
            olga.get(&grid).await;
            olga.post(&grid, &ticked).await.goes_to(&grid);
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attendance WHERE present").await, 1);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attendance").await, 2);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'group.attendance'").await, 1, "saved twice, done once");
        let strange = [("meeting", meeting.as_str()), ("person", "999999"), ("nobody", meeting.as_str())];
        olga.get(&grid).await;
        olga.post(&grid, &strange).await.is(422).says("The list has changed in the meantime");
        olga.post(&grid, &[("meeting", "x"), ("person", "y")]).await.is(400);

        olga.get("/staff").await.says("Groups to finish");
        let ask = olga.get(&format!("{group}/finish")).await;
        ask.says("1 person completes the training").says("1 person does not: attendance below 75%");
        olga.post(&format!("{group}/finish"), &[]).await.goes_to(&group);
        olga.follow().await.says("The group is finished").says("2 people took part. Completed: 1.").says_not("0 of 20");
        olga.get(&format!("{group}/participants")).await.says("2 people took part. Completed: 1.").says_not("0 people");
        olga.get("/staff").await.says("Finished recently").says(&format!("href=\"{group}/survey\""));
        let mut halina = site.staff("Halina Kot", "halina@centrum.example", RoleKind::Trainer, Some(training.organisation_id)).await;
        halina.get("/staff").await.says_not("Finished recently");
        teaches(&site, &training, "halina@centrum.example").await;
        halina.get("/staff").await.says("Finished recently").says(&format!("href=\"{group}/survey\""));
        let long_ago = "UPDATE groups SET finished_at = finished_at - 7862400000000 WHERE id = $1";
        site.sql(long_ago, training.group_id.get()).await;
        halina.get("/staff").await.is(200).says_not("Finished recently");
        let anna = site.letters_to("anna@poczta.example").await;
        assert!(anna.last().unwrap().subject.starts_with("Training completed"), "{anna:?}");
        olga.post(&format!("{group}/finish"), &[]).await.goes_to(&group);
        olga.follow().await.says("finished or cancelled already");
    }

    async fn the_list_is_read_and_every_look_leaves_a_trace(site: Site) {
        let (training, mut olga) = opening(&site).await;
        let group = format!("/staff/groups/{}", training.group_id);
        olga.get(&format!("{group}/participants")).await.is(200)
            .says("Nowak Anna").says("an•••@poczta.example").says_not("anna@poczta").says("601234567").says("Szkoła Podstawowa nr 7").says("2 people have a place");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'group.look_up'").await, 1);
        let file = olga.get(&format!("{group}/participants?as=csv")).await;
        file.is(200).says("\"Nowak Anna\";\"an•••@poczta.example\"");
        assert_eq!((file.kind.as_str(), &file.bytes[..3]), ("text/csv; charset=utf-8", &b"\xef\xbb\xbf"[..]));
        assert_eq!(count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'group.download'").await, 1);
        olga.get(&format!("{group}/attendance-list")).await.is(200).says("Maj Ewa").says("class=\"sign\"").says("1.12");
    }

    async fn a_trainer_keeps_the_lists_of_the_own_groups_only(site: Site) {
        let (training, _) = opening(&site).await;
        let branch = Some(training.organisation_id);
        let mut halina = site.staff("Halina Kot", "halina@centrum.example", RoleKind::Trainer, branch).await;
        let group = format!("/staff/groups/{}", training.group_id);
        let pages = ["", "/participants", "/participants?as=csv", "/attendance-list", "/attendance", "/finish"];
        for page in pages {
            halina.get(&format!("{group}{page}")).await.is(404).says_not("Nowak");
        }
        halina.get("/staff").await.is(200).says("No groups here yet");
        teaches(&site, &training, "halina@centrum.example").await;
        for page in pages {
            halina.get(&format!("{group}{page}")).await.is(200);
        }
        halina.get("/staff").await.says("Pierwsza pomoc");
        for page in ["/edit", "/cancel"] {
            halina.get(&format!("{group}{page}")).await.is(404);
        }
        halina.get(&group).await.says_not("/edit");
        for address in [format!("{group}/edit"), format!("{group}/cancel"), format!("{group}/publish"), "/staff/courses/new".into()] {
            halina.post(&address, &[("reason", "x"), ("version", "1"), ("confirmed", "1")]).await.is(404);
        }
        halina.get(&format!("/staff/courses/{}", training.course_id)).await.is(404);
        halina.get("/staff/courses").await.is(404);
    }

    async fn an_ended_role_opens_nothing(site: Site) {
        let (training, mut olga) = opening(&site).await;
        let page = format!("/staff/groups/{}", training.group_id);
        olga.get(&page).await.is(200);
        let now = site.now();
        let work = site.app.db.write(move |tx| Box::pin(async move { tx.exec("UPDATE roles SET ends_at = $1", &[&now]).await }));
        work.await.map_err(|error: DbError| error).unwrap();
        // Sign-ins are remembered for seconds.
        site.app.clock.advance(SignedDuration::from_mins(5));
        olga.get(&page).await.is(404);
        olga.get("/staff").await.is(404);
    }
}
