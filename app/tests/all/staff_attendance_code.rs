//! A17: the code shown in the room marks those who are there, while it is shown; the log says who was marked how; a mark
//! changed after the end changes the result.

use jiff::SignedDuration;
use zapis::accounts::RoleKind;
use zapis::enrolment::room_code;

use crate::child_once::{ENTER, but};
use crate::completed::{paper, send_survey};
use crate::fixtures::Training;
use crate::join::press_join;
use crate::my_trainings::sign_in;
use crate::site::{Browser, Site, on_both};
use crate::staff_attendance::{count, move_clock, opening, teaches};
use crate::staff_offer::operator;

/// Address of the code for the wall.
fn wall(training: &Training) -> String {
    let (group, meeting) = (training.group_id, training.meeting_ids[0]);
    format!("/staff/groups/{group}/meetings/{meeting}/code")
}

/// What the QR of this moment leads to.
fn link(site: &Site, training: &Training) -> String {
    let meeting = training.meeting_ids[0];
    let code = room_code::shown(&site.app.key, meeting, site.now());
    format!("/attend/{meeting}/{code}")
}

/// Seconds after which the page asks for itself again; empty when it does not.
fn refresh(browser: &Browser) -> &str {
    let header = browser.last.headers.get("refresh");
    header.map_or("", |value| value.to_str().unwrap())
}

/// The rows of the log about attendance: action, before, after.
async fn logged(site: &Site) -> Vec<(String, String, String)> {
    let read = site.app.db.read(move |tx| {
        Box::pin(async move {
            let sql = "SELECT action, COALESCE(before_state, ''), COALESCE(after_state, '') FROM audit \
                WHERE action LIKE 'group.attendance%' ORDER BY id";
            tx.all(sql, &[]).await
        })
    });
    read.await
        .map_err(|error: database::DbError| error)
        .unwrap()
}

/// The list's fields with these boxes ticked, as the page shown last has it.
fn sheet(
    browser: &Browser,
    training: &Training,
    present: &[i64],
    reason: &str,
) -> Vec<(&'static str, String)> {
    let text = browser.last.text();
    let meeting = training.meeting_ids[0];
    let people = text.split("name=\"person\" value=\"").skip(1);
    let mut fields: Vec<(&'static str, String)> = people
        .map(|rest| ("person", rest.split('"').next().unwrap().to_owned()))
        .collect();
    let meetings = text.split("name=\"meeting\" value=\"").skip(1);
    fields.extend(meetings.map(|rest| ("meeting", rest.split('"').next().unwrap().to_owned())));
    fields.push(("ticked", browser.last.input("ticked").unwrap()));
    fields.push(("reason", reason.to_owned()));
    fields.extend(
        present
            .iter()
            .map(|id| ("present", format!("{meeting}-{id}"))),
    );
    fields
}

async fn save(
    browser: &mut Browser,
    address: &str,
    fields: Vec<(&'static str, String)>,
) -> crate::site::Answer {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    browser.post(address, &fields).await
}

async fn enrolment_of(site: &Site, email: &str) -> i64 {
    let account = site.account(email).await;
    let read = site.app.db.read(move |tx| {
        Box::pin(async move {
            tx.one(
                "SELECT id FROM enrolments WHERE account_id = $1",
                &[&account],
            )
            .await
        })
    });
    read.await
        .map_err(|error: database::DbError| error)
        .unwrap()
}

on_both! {
    async fn the_code_on_the_wall_marks_those_who_are_there(site: Site) {
        let (training, mut olga) = opening(&site).await;
        site.participant("Jan Obcy", "jan@poczta.example").await;
        olga.get(&wall(&training)).await.is(200).says("from the beginning of the meeting").says_not("<path class=\"code-dark\"");
        assert_eq!(refresh(&olga), "60");
        let mut anna = sign_in(&site, "anna@poczta.example").await;
        let early = link(&site, &training);
        anna.get(&early).await.is(422).says("begins on Tuesday, 1 December 2026, 16:00");
        anna.get("/attend").await.is(200).says("No meeting of yours is going on now");
        anna.fill("/my/profile", "/attend", &[("code", "123456")]).await.is(422).says("nothing to mark");

        move_clock(&site, "2026-12-01T16:10");
        olga.get("/staff").await.says("Meetings today").says(&wall(&training));
        let shown = room_code::spaced(&room_code::shown(&site.app.key, training.meeting_ids[0], site.now()));
        olga.get(&wall(&training)).await.is(200).says(&shown).says("<path class=\"code-dark\"")
            .says("http://127.0.0.1:8080/attend").says("Present so far: 0 of 2");
        assert_eq!(refresh(&olga), "30", "the page asks for the next code when it is due");

        let here = link(&site, &training);
        let mut anna = sign_in(&site, "anna@poczta.example").await;
        anna.get("/my/trainings").await.says("href=\"/attend\"");
        for _ in 0..2 {
            anna.get(&here).await.goes_to("/attend");
            anna.follow().await.says("You are marked as present");
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attendance WHERE present").await, 1);
        anna.get("/my/trainings").await.says_not("href=\"/attend\"");
        olga.get(&wall(&training)).await.says("Present so far: 1 of 2");
        let id = enrolment_of(&site, "anna@poczta.example").await;
        let meeting = training.meeting_ids[0];
        let expected = ("group.attendance_code".to_owned(), format!("{{\"{meeting}\":{{\"{id}\":null}}}}"), format!("{{\"{meeting}\":{{\"{id}\":\"present\"}}}}"));
        assert_eq!(logged(&site).await, [expected], "twice is once, and the log names nobody");

        let mut stranger = sign_in(&site, "jan@poczta.example").await;
        stranger.get(&here).await.is(404).says_not("Pierwsza pomoc");
        let nothing = format!("/attend/987654/{}", here.rsplit('/').next().unwrap());
        assert_eq!(stranger.get(&nothing).await.status, 404);
        site.browser().get(&here).await.is(303);

        let mut ewa = sign_in(&site, "ewa@poczta.example").await;
        ewa.get("/attend").await.says("Pierwsza pomoc").says("You are not marked yet");
        ewa.post("/attend", &[("code", "")]).await.is(422).says("Fill this in");
        let wrong = if shown.starts_with('1') { "222 222" } else { "111 111" };
        ewa.post("/attend", &[("code", wrong)]).await.is(422).says("not the one shown now").says(wrong);
        ewa.get(&format!("/attend/{meeting}/000-000")).await.is(422).says("not the one shown now");
        site.app.clock.advance(SignedDuration::from_secs(50));
        ewa.get("/attend").await;
        ewa.post("/attend", &[("code", shown.as_str())]).await.goes_to("/attend");
        site.app.clock.advance(SignedDuration::from_secs(10));
        anna.get(&here).await.is(422).says("not the one shown now");
        move_clock(&site, "2026-12-01T19:16");
        anna.get(&link(&site, &training)).await.is(422).says("ended on Tuesday, 1 December 2026, 19:15");
        olga.get(&wall(&training)).await.is(200).says("This meeting is over");
        assert_eq!(refresh(&olga), "");
    }

    async fn the_wall_is_for_those_who_keep_the_list(site: Site) {
        let (training, mut olga) = opening(&site).await;
        let branch = Some(training.organisation_id);
        let mut halina = site.staff("Halina Kot", "halina@centrum.example", RoleKind::Trainer, branch).await;
        move_clock(&site, "2026-12-01T16:10");
        halina.get(&wall(&training)).await.is(404);
        teaches(&site, &training, "halina@centrum.example").await;
        halina.get(&wall(&training)).await.is(200);
        let other = site.training("Ocenianie").publish().await;
        let crossed = format!("/staff/groups/{}/meetings/{}/code", training.group_id, other.meeting_ids[0]);
        olga.get(&crossed).await.is(404);
        let group = format!("/staff/groups/{}", training.group_id);
        olga.get(&group).await.says(&wall(&training));
        olga.get(&format!("{group}/attendance")).await.says(&wall(&training));
        site.sql("UPDATE groups SET state = 'cancelled' WHERE id = $1", training.group_id.get()).await;
        olga.get(&wall(&training)).await.is(404);
    }

    async fn a_list_that_was_open_meanwhile_sends_nobody_home(site: Site) {
        let (training, mut olga) = opening(&site).await;
        move_clock(&site, "2026-12-01T16:10");
        let grid = format!("/staff/groups/{}/attendance", training.group_id);
        olga.get(&grid).await.is(200);
        let (anna, ewa) = (enrolment_of(&site, "anna@poczta.example").await, enrolment_of(&site, "ewa@poczta.example").await);
        let open = sheet(&olga, &training, &[ewa], "");
        let mut browser = sign_in(&site, "anna@poczta.example").await;
        browser.get(&link(&site, &training)).await.goes_to("/attend");
        save(&mut olga, &grid, open).await.goes_to(&grid);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attendance WHERE present").await, 2, "Anna came in while the list was open");
        olga.get(&grid).await;
        let without_anna = sheet(&olga, &training, &[ewa], "");
        save(&mut olga, &grid, without_anna).await.goes_to(&grid);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attendance WHERE present").await, 1, "a tick that was seen can be taken away");
        let meeting = training.meeting_ids[0];
        let rows = logged(&site).await;
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[1].1, format!("{{\"{meeting}\":{{\"{ewa}\":null}}}}"));
        assert_eq!((rows[2].1.as_str(), rows[2].2.as_str()), (
            format!("{{\"{meeting}\":{{\"{anna}\":\"present\"}}}}").as_str(),
            format!("{{\"{meeting}\":{{\"{anna}\":\"absent\"}}}}").as_str(),
        ));
    }

    async fn a_mark_changed_after_the_end_changes_the_result(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        for (name, email) in [("Anna Nowak", "anna@poczta.example"), ("Ewa Maj", "ewa@poczta.example")] {
            press_join(&mut site.participant(name, email).await, &training).await;
        }
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let group = format!("/staff/groups/{}", training.group_id);
        let grid = format!("{group}/attendance");
        let (anna, ewa) = (enrolment_of(&site, "anna@poczta.example").await, enrolment_of(&site, "ewa@poczta.example").await);
        move_clock(&site, "2026-12-01T20:00");
        olga.get(&grid).await.says_not("needs a reason");
        let both = sheet(&olga, &training, &[anna, ewa], "");
        save(&mut olga, &grid, both).await.goes_to(&grid);
        olga.get(&format!("{group}/finish")).await;
        olga.post(&format!("{group}/finish"), &[]).await.goes_to(&group);
        let id = zapis::enrolment::EnrolmentId::new(anna);
        let mut browser = sign_in(&site, "anna@poczta.example").await;
        send_survey(&mut browser, id).await.goes_to("/my/trainings");
        browser.get(&paper(id)).await.is(200);

        olga.get(&grid).await.is(200).says("needs a reason");
        let without = sheet(&olga, &training, &[ewa], " ");
        save(&mut olga, &grid, without).await.is(422).says("Reason for the correction").says("Fill this in");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attendance WHERE present").await, 2, "nothing was saved");
        let without = sheet(&olga, &training, &[ewa], "Signed for by somebody else");
        save(&mut olga, &grid, without).await.goes_to(&grid);
        olga.follow().await.says("results have changed");
        browser.get("/my/trainings").await.says("Signed for by somebody else");
        browser.get(&paper(id)).await.is(404);
        let letters = site.letters_to("anna@poczta.example").await;
        assert!(letters.iter().any(|one| one.subject.starts_with("Your result was corrected")), "{letters:?}");
        assert_eq!(count(&site, "SELECT COUNT(*) FROM enrolments WHERE state = 'completed'").await, 1);

        olga.get(&grid).await;
        let again = sheet(&olga, &training, &[ewa, anna], "She was there");
        save(&mut olga, &grid, again).await.goes_to(&grid);
        browser.get("/my/trainings").await.says("All done.");
        browser.get(&paper(id)).await.is(200);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM certificates").await, 2);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM audit WHERE action = 'group.attendance' AND reason IS NOT NULL").await, 2);
        // The same list once more changes nothing, and so needs no reason.
        olga.get(&grid).await;
        let same = sheet(&olga, &training, &[ewa, anna], "");
        save(&mut olga, &grid, same).await.goes_to(&grid);
    }

    async fn a_parent_says_which_of_the_children_are_there(site: Site) {
        let builder = site.training("Szachy").ages(7, 10).meeting("2026-12-01T16:00", "2026-12-01T17:30");
        let chess = builder.publish().await;
        let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
        for (name, day) in [("Artem", "14"), ("Vera", "15")] {
            let answer = maria.fill(ENTER, ENTER, &but(&[("given_name", name), ("born_day", day)])).await;
            let there = answer.is(303).location.clone().unwrap();
            let child = there.rsplit('/').next().unwrap().to_owned();
            site.sql("UPDATE people SET state = 'confirmed' WHERE id = $1", child.parse().unwrap()).await;
            maria.fill(&chess.join(), &chess.join(), &[("person", &child)]).await.goes_to("/my/applications");
        }
        move_clock(&site, "2026-12-01T16:10");
        let mut maria = sign_in(&site, "maria@dom.example").await;
        let here = link(&site, &chess);
        let code = here.rsplit('/').next().unwrap().to_owned();
        maria.get(&here).await.is(200).says("Who is here?").says(&code);
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attendance").await, 0, "nobody was meant yet");
        maria.post("/attend", &[("code", code.as_str())]).await.is(422).says("Who is here?").says(&code);
        let vera = count(&site, "SELECT MAX(id) FROM enrolments").await;
        let of_another = (vera + 1).to_string();
        maria.post("/attend", &[("code", code.as_str()), ("person", &of_another)]).await.is(422);
        maria.post("/attend", &[("code", code.as_str()), ("person", &vera.to_string())]).await.goes_to("/attend");
        maria.follow().await.says("Vera is marked as present").says("Artem is not marked yet");
        assert_eq!(count(&site, "SELECT MIN(enrolment_id) FROM attendance WHERE present").await, vera);
        // The one who is left is meant without a question, and twice is once.
        for _ in 0..2 {
            maria.get(&here).await.goes_to("/attend");
        }
        assert_eq!(count(&site, "SELECT COUNT(*) FROM attendance WHERE present").await, 2);
    }
}
