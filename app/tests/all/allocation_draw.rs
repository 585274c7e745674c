//! Places that are drawn: nothing is promised before, the draw is held once and can be held again by anybody, and afterwards
//! the line stands in its order.

use allocation::{Outcome, Record};
use jiff::Timestamp;
use zapis::catalogue::Allocation;
use zapis::enrolment::actions::{self, draw_due, start_due};

use crate::command_line::{refuses, succeeds};
use crate::fixtures::{Training, warsaw};
use crate::join::places;
use crate::resign::first_enrolment;
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::{Typed, edit, edit_form, operator};

const CLOSES: &str = "2026-11-25T12:00";
const PEOPLE: [(&str, &str); 4] = [
    ("Anna Nowak", "anna@poczta.example"),
    ("Igor Malewicz", "igor@poczta.example"),
    ("Ola Lis", "ola@poczta.example"),
    ("Ewa Maj", "ewa@poczta.example"),
];

pub fn move_clock(site: &Site, to: Timestamp) {
    site.app.clock.advance(to.duration_since(site.now()));
}

/// Presses the button of a draw.
pub async fn press_apply(browser: &mut Browser, training: &Training) {
    let address = training.join();
    browser
        .get(&address)
        .await
        .is(200)
        .says("Apply for the draw");
    let sent = browser.post(&address, &[("list", "1")]).await;
    sent.goes_to("/my/trainings");
}

pub async fn subjects(site: &Site, email: &str) -> Vec<String> {
    let letters = site.letters_to(email).await;
    letters.into_iter().map(|letter| letter.subject).collect()
}

/// The code of an application, as My trainings shows it.
fn code_on(page: &str) -> String {
    let (_, rest) = page.split_once("The code of your application is ").unwrap();
    rest.chars().take(11).collect()
}

/// Somebody who is not signed in, and reads English.
pub async fn visitor(site: &Site) -> Browser {
    let mut browser = site.browser();
    browser.get("/?lang=en").await;
    browser
}

fn page_of(training: &Training) -> String {
    format!("{}/groups/{}/draw", training.page(), training.group_id)
}

/// So many places, for which all four apply.
async fn opening(site: &Site, places: i64) -> (Training, Vec<Browser>) {
    let builder = site.training("Pierwsza pomoc").capacity(places);
    let builder = builder.window("2026-11-15T08:00", CLOSES);
    let training = builder.drawn(Allocation::Draw).publish().await;
    let mut browsers = Vec::new();
    for (name, email) in PEOPLE {
        let mut browser = site.participant(name, email).await;
        press_apply(&mut browser, &training).await;
        browsers.push(browser);
    }
    (training, browsers)
}

/// The window closes, and the worker comes by.
async fn draw(site: &Site) {
    move_clock(site, warsaw(CLOSES));
    assert_eq!(draw_due(&site.app, site.now()).await, Ok(1));
}

async fn published(site: &Site, training: &Training) -> String {
    let file = site
        .browser()
        .get(&format!("{}.csv", page_of(training)))
        .await;
    file.is(200).text()
}

on_both! {
    async fn nothing_is_promised_before_the_draw(site: Site) {
        let (training, mut browsers) = opening(&site, 2).await;
        let mut visitor = visitor(&site).await;
        visitor.get(&training.page()).await.says("until Wednesday, 25 November 2026, 12:00 takes part equally")
            .says("How the places are drawn").says("2 free places");
        let page = visitor.get(&page_of(&training)).await;
        page.is(200).says("Sealed secret").says("takes part equally").says_not("<dt>Seed</dt>");
        visitor.get(&format!("{}.csv", page_of(&training))).await.is(404);
        for browser in &mut browsers {
            let page = browser.get("/my/trainings").await;
            page.says("Before the draw").says("You take part in the draw of places").says("Withdraw the application")
                .says("takes part equally").says_not("Your position").says_not("waiting list");
        }
        // Once more is once, and a form without the button's field asks first.
        browsers[0].post(&training.join(), &[("list", "1")]).await.goes_to("/my/trainings");
        let mut kim = site.participant("Kim Sok", "kim@poczta.example").await;
        kim.get("/my/trainings").await;
        kim.post(&training.join(), &[]).await.is(422).says("Apply for the draw").says_not("a moment faster");
        assert_eq!(places(&site, training.group_id).await, (0, 0));
        let letters = site.letters_to(PEOPLE[0].1).await;
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].subject, "You take part in the draw: Pierwsza pomoc");
        let code = code_on(&browsers[0].get("/my/trainings").await.text());
        assert!(letters[0].paragraphs[1].contains(&code), "{:?}", letters[0]);

        // Nothing of the line moves: neither the worker, nor more places, nor staff.
        assert_eq!(actions::sweep(&site.app, site.now()).await, Ok(0));
        let mut staff = operator(&site, &training, "Olga Radina").await;
        let list = format!("/staff/groups/{}/participants", training.group_id);
        staff.get(&list).await.says("Take part in the draw").says_not("Waiting list 4").says_not("move-up");
        staff.get(&format!("/staff/groups/{}", training.group_id)).await.says("4 applications so far, drawn on");
        let form: Typed = edit_form(&mut staff, &training).await.with("capacity", "3");
        staff.post(&edit(&training), &form.pairs()).await.is(303);
        assert_eq!(places(&site, training.group_id).await, (0, 0));
        let one = first_enrolment(&mut browsers[1]).await.replace("/my/trainings/", "/staff/enrolments/");
        staff.get(&one).await.says("/refuse").says_not("/move-up");
        staff.get(&format!("{one}/move-up")).await.goes_to(&list);
        staff.follow().await.says("The places are not drawn yet");
        staff.post(&format!("{one}/move-up"), &[("position", "1"), ("reason", "x")]).await.goes_to(&list);
        let form = edit_form(&mut staff, &training).await.with("allocation", "first_come");
        staff.post(&edit(&training), &form.pairs()).await.is(422).says("Somebody has applied already");
        let form = edit_form(&mut staff, &training).await.with("closes_date", "24.11.2026");
        staff.post(&edit(&training), &form.pairs()).await.is(422).says("but not earlier").says("24.11.2026");
        assert_eq!(draw_due(&site.app, site.now()).await, Ok(0));

        let leave = format!("{}/leave-line", first_enrolment(&mut browsers[3]).await);
        browsers[3].post(&leave, &[]).await.goes_to("/my/trainings");
        browsers[3].follow().await.says("do not take part in the draw");
        assert_eq!(subjects(&site, PEOPLE[3].1).await[1], "Application withdrawn: Pierwsza pomoc");
        press_apply(&mut browsers[3], &training).await;
    }

    async fn the_draw_is_held_once_and_the_line_stands_in_its_order(site: Site) {
        let (training, mut browsers) = opening(&site, 1).await;
        move_clock(&site, warsaw(CLOSES));
        // Two nodes at one moment.
        let now = site.now();
        let (one, other) = tokio::join!(draw_due(&site.app, now), draw_due(&site.app, now));
        assert_eq!(one.unwrap() + other.unwrap(), 1);
        assert_eq!(draw_due(&site.app, now).await, Ok(0));
        assert_eq!(places(&site, training.group_id).await, (1, 1));
        let record = Record::from_csv(&published(&site, &training).await).unwrap();
        assert_eq!(record.replay(), []);
        assert_eq!(record.applications.len(), 4);
        let mut order = Vec::new();
        for (at, browser) in browsers.iter_mut().enumerate() {
            let page = browser.get("/my/trainings").await;
            let (text, letters) = (page.text(), subjects(&site, PEOPLE[at].1).await);
            let number = (1..4).find(|number| text.contains(&format!("Your position on the list: {number}.")));
            order.push((number.unwrap_or(0), at));
            if number.is_none() {
                page.says("The place is yours").says("Drawn: a place");
                assert_eq!(letters[1..], ["You have a place: Pierwsza pomoc"]);
            } else {
                page.says("Not drawn: in line").says("How the places are drawn");
                assert_eq!(letters[1..], ["The places are drawn: Pierwsza pomoc"]);
            }
        }
        order.sort_unstable();
        let numbers: Vec<i32> = order.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [0, 1, 2, 3]);
        let page = visitor(&site).await.get(&page_of(&training)).await;
        let text = page.text().replace("<wbr>", "");
        for shown in [&record.groups[0].secret, &record.groups[0].seed] {
            assert!(text.contains(shown.as_str()), "{text}");
        }
        page.says(&record.applications[0].code)
            .says("zapis allocation replay").says_not("Nowak").says_not("poczta.example");
        let audit = "SELECT COUNT(*) FROM audit WHERE action = 'group.draw'";
        assert_eq!(site.number(audit).await, 1);
        // From here on as everywhere: whoever is next is offered what becomes free.
        let (winner, next) = (order[0].1, order[1].1);
        let resign = format!("{}/resign", first_enrolment(&mut browsers[winner]).await);
        browsers[winner].fill(&resign, &resign, &[]).await.goes_to("/my/trainings");
        browsers[next].get("/my/trainings").await.says("Take the place");
        browsers[order[2].1].get("/my/trainings").await.says("Your position on the list: 1.");
        // What was published stays as it was.
        assert_eq!(Record::from_csv(&published(&site, &training).await), Ok(record));
    }

    async fn a_place_that_staff_approves_is_held_until_then(site: Site) {
        let builder = site.training("Pierwsza pomoc").capacity(1).window("2026-11-15T08:00", CLOSES);
        let training = builder.approved_by_staff().drawn(Allocation::Draw).publish().await;
        let mut anna = site.participant(PEOPLE[0].0, PEOPLE[0].1).await;
        press_apply(&mut anna, &training).await;
        draw(&site).await;
        anna.get("/my/trainings").await.says("Awaiting a decision");
        assert_eq!(places(&site, training.group_id).await, (1, 1));
        let mut staff = operator(&site, &training, "Olga Radina").await;
        let one = first_enrolment(&mut anna).await.replace("/my/trainings/", "/staff/enrolments/");
        staff.get(&one).await.is(200);
        staff.post(&format!("{one}/confirm"), &[]).await.is(303);
        anna.get("/my/trainings").await.says("The place is yours");
    }

    async fn what_is_left_over_is_given_to_whoever_comes_first(site: Site) {
        let builder = site.training("Pierwsza pomoc").capacity(2).window("2026-11-15T08:00", CLOSES);
        let training = builder.drawn(Allocation::Draw).publish().await;
        let mut anna = site.participant(PEOPLE[0].0, PEOPLE[0].1).await;
        press_apply(&mut anna, &training).await;
        let mut igor = site.participant(PEOPLE[1].0, PEOPLE[1].1).await;
        draw(&site).await;
        igor.get(&training.join()).await.says_not("Apply for the draw").says("Enrolment has ended");
        let mut staff = operator(&site, &training, "Olga Radina").await;
        let form = edit_form(&mut staff, &training).await.with("closes_date", "30.11.2026");
        staff.post(&edit(&training), &form.pairs()).await.is(303);
        igor.get(&training.join()).await.says("1 free place of 2");
        igor.post(&training.join(), &[]).await.goes_to("/my/trainings");
        igor.get("/my/trainings").await.says("The place is yours");
        assert_eq!(places(&site, training.group_id).await, (2, 2));
    }

    async fn a_training_does_not_begin_before_its_draw(site: Site) {
        let (training, mut browsers) = opening(&site, 4).await;
        move_clock(&site, warsaw("2026-12-01T16:00"));
        assert_eq!(start_due(&site.app, site.now()).await, Ok(0));
        assert_eq!(draw_due(&site.app, site.now()).await, Ok(1));
        assert_eq!(start_due(&site.app, site.now()).await, Ok(1));
        browsers[0].get("/my/trainings").await.says_not("Your position");
        assert_eq!(places(&site, training.group_id).await, (4, 4));
    }

    async fn a_draw_needs_a_window_that_closes_before_the_start(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut staff = operator(&site, &training, "Olga Radina").await;
        let form = edit_form(&mut staff, &training).await.with("allocation", "draw").with("closes_date", "");
        staff.post(&edit(&training), &form.pairs()).await.is(422).says("Fill this in");
        let form = edit_form(&mut staff, &training).await.with("allocation", "draw").with("closes_date", "2.12.2026");
        staff.post(&edit(&training), &form.pairs()).await.is(422).says("before the first meeting begins").says("2.12.2026");
        site.browser().get(&page_of(&training)).await.is(404);
        let form = edit_form(&mut staff, &training).await.with("allocation", "draw");
        staff.post(&edit(&training), &form.pairs()).await.is(303);
        visitor(&site).await.get(&page_of(&training)).await.is(200).says("Sealed secret");
        let committed = "SELECT COUNT(*) FROM draws";
        assert_eq!(site.number(committed).await, 1);
    }

    async fn the_command_replays_a_published_draw(site: Site) {
        let (training, _browsers) = opening(&site, 2).await;
        draw(&site).await;
        let text = published(&site, &training).await;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        std::fs::write(path.join("draw.csv"), &text).unwrap();
        let said = succeeds(path, &["allocation", "replay", "draw.csv"]);
        assert_eq!(said, "The draw agrees: groups 1, applications 4, places given 2.\n");
        std::fs::write(path.join("bent.csv"), text.replacen(",place\n", ",line\n", 1)).unwrap();
        refuses(path, &["allocation", "replay", "bent.csv"], &[], &["bent.csv does not agree"]);
        let record = Record::from_csv(&text).unwrap();
        let places = record.applications.iter().filter(|one| one.outcome == Outcome::Place);
        assert_eq!(places.map(|one| one.number).collect::<Vec<_>>(), [1, 2]);
        std::fs::write(path.join("torn.csv"), &text[..40]).unwrap();
        refuses(path, &["allocation", "replay", "torn.csv"], &[], &["is no file of a draw"]);
    }
}
