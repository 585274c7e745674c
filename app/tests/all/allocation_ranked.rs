//! Families rank wishes among groups that close at the same moment: everybody gets the best one that can be had.

use std::collections::BTreeMap;

use allocation::{Outcome, Record};
use zapis::catalogue::Allocation;
use zapis::enrolment::actions::draw_due;

use crate::allocation_draw::{move_clock, press_apply, subjects, visitor};
use crate::fixtures::{Training, warsaw};
use crate::join::places;
use crate::site::{Browser, Site, on_both};

const CLOSES: &str = "2026-11-25T12:00";
const PEOPLE: [(&str, &str); 3] = [
    ("Anna Nowak", "anna@poczta.example"),
    ("Igor Malewicz", "igor@poczta.example"),
    ("Ola Lis", "ola@poczta.example"),
];

async fn ranked(site: &Site, title: &str) -> Training {
    let builder = site.training(title).capacity(1);
    let builder = builder.window("2026-11-15T08:00", CLOSES);
    builder.drawn(Allocation::Ranked).publish().await
}

/// The wishes as their page lists them: titles with the ids of the enrolments.
async fn wishes(browser: &mut Browser) -> Vec<(String, String)> {
    let page = browser.get("/my/wishes").await.is(200).text();
    let items = page.split("<li><p><a href=\"/courses/").skip(1);
    let title = |item: &str| {
        item.split_once('>')
            .unwrap()
            .1
            .split_once('<')
            .unwrap()
            .0
            .to_owned()
    };
    let id = |item: &str| {
        let (_, rest) = item.split_once("name=\"enrolment\" value=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    items.map(|item| (title(item), id(item))).collect()
}

fn titles(wishes: &[(String, String)]) -> Vec<&str> {
    wishes.iter().map(|(title, _)| title.as_str()).collect()
}

on_both! {
    async fn wishes_are_ordered_until_the_window_closes(site: Site) {
        let (chess, clay) = (ranked(&site, "Szachy").await, ranked(&site, "Ceramika").await);
        let mut anna = site.participant(PEOPLE[0].0, PEOPLE[0].1).await;
        let mut igor = site.participant(PEOPLE[1].0, PEOPLE[1].1).await;
        anna.get("/my/wishes").await.says("No wishes to order");
        press_apply(&mut anna, &chess).await;
        press_apply(&mut anna, &clay).await;
        anna.get("/my/trainings").await.says("Order of wishes").says("by everybody’s wishes");
        let own = wishes(&mut anna).await;
        assert_eq!(titles(&own), ["Szachy", "Ceramika"]);
        let up = [("enrolment", own[1].1.as_str()), ("from", "2"), ("move", "up")];
        anna.post("/my/wishes", &up).await.goes_to("/my/wishes");
        anna.follow().await.says("The order of the wishes is saved");
        assert_eq!(titles(&wishes(&mut anna).await), ["Ceramika", "Szachy"]);
        // Sent twice it is done once; nobody else's can be moved; nothing is above the first.
        anna.post("/my/wishes", &up).await.goes_to("/my/wishes");
        anna.follow().await.says("in another order already");
        anna.post("/my/wishes", &[("enrolment", own[1].1.as_str()), ("from", "1"), ("move", "up")]).await;
        anna.follow().await.says("in another order already");
        assert_eq!(titles(&wishes(&mut anna).await), ["Ceramika", "Szachy"]);
        igor.get("/my/wishes").await;
        igor.post("/my/wishes", &up).await.is(404);
        igor.post("/my/wishes", &[("enrolment", "x"), ("from", "1"), ("move", "up")]).await.is(404);
        // One code for both, so that anybody can match the wishes once more.
        let codes = site.number("SELECT COUNT(DISTINCT code) FROM draw_entries").await;
        assert_eq!(codes, 1);
        move_clock(&site, warsaw(CLOSES));
        anna.post("/my/wishes", &[("enrolment", own[1].1.as_str()), ("from", "1"), ("move", "down")]).await;
        anna.follow().await.says("Enrolment has closed");
    }

    async fn everybody_gets_the_best_wish_that_can_be_had(site: Site) {
        let (chess, clay) = (ranked(&site, "Szachy").await, ranked(&site, "Ceramika").await);
        let mut browsers = Vec::new();
        for (name, email) in PEOPLE {
            let mut browser = site.participant(name, email).await;
            press_apply(&mut browser, &chess).await;
            press_apply(&mut browser, &clay).await;
            browsers.push(browser);
        }
        let own = wishes(&mut browsers[0]).await;
        let up = [("enrolment", own[1].1.as_str()), ("from", "2"), ("move", "up")];
        browsers[0].post("/my/wishes", &up).await.goes_to("/my/wishes");
        move_clock(&site, warsaw(CLOSES));
        let now = site.now();
        let (one, other) = tokio::join!(draw_due(&site.app, now), draw_due(&site.app, now));
        assert_eq!(one.unwrap() + other.unwrap(), 2, "both groups, once");
        for training in [&chess, &clay] {
            assert_eq!(places(&site, training.group_id).await, (1, 1));
        }
        let file = format!("{}/groups/{}/draw.csv", chess.page(), chess.group_id);
        let text = site.browser().get(&file).await.is(200).text();
        let other = format!("{}/groups/{}/draw.csv", clay.page(), clay.group_id);
        assert_eq!(site.browser().get(&other).await.text(), text, "one round, one file");
        let record = Record::from_csv(&text).unwrap();
        assert_eq!(record.replay(), []);
        assert_eq!((record.groups.len(), record.applications.len()), (2, 6));
        let mut of_person: BTreeMap<&str, Vec<(u32, Outcome)>> = BTreeMap::new();
        for one in &record.applications {
            of_person.entry(&one.code).or_default().push((one.wish, one.outcome));
        }
        let mut got = 0;
        for own in of_person.values_mut() {
            own.sort_unstable_by_key(|(wish, _)| *wish);
            let outcomes: Vec<Outcome> = own.iter().map(|(_, outcome)| *outcome).collect();
            got += usize::from(outcomes.contains(&Outcome::Place));
            assert!(
                [[Outcome::Place, Outcome::Ended], [Outcome::Line, Outcome::Place], [Outcome::Line, Outcome::Line]]
                    .iter().any(|fine| outcomes == fine),
                "{outcomes:?}"
            );
        }
        assert_eq!(got, 2);
        let ended = record.applications.iter().filter(|one| one.outcome == Outcome::Ended).count();
        let lapsed = site.number("SELECT COUNT(*) FROM enrolments WHERE state = 'lapsed'").await;
        assert_eq!(usize::try_from(lapsed), Ok(ended));
        let waiting = site.number("SELECT CAST(SUM(waiting) AS BIGINT) FROM groups").await;
        assert_eq!(usize::try_from(waiting), Ok(record.applications.len() - ended - got));
        for (browser, (_, email)) in browsers.iter_mut().zip(PEOPLE) {
            let letters = subjects(&site, email).await;
            let results = letters.iter().filter(|subject| subject.starts_with("The result of your wishes"));
            assert_eq!((results.count(), letters.len()), (1, 3), "one letter about all of it: {letters:?}");
            browser.get("/my/trainings").await.says_not("Before the draw");
            browser.get("/my/wishes").await.says("No wishes to order");
        }
        let page = format!("{}/groups/{}/draw", chess.page(), chess.group_id);
        visitor(&site).await.get(&page).await.says("Wish").says("best wish that can be had");
    }
}
