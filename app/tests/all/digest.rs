//! The daily letter of staff: in the morning of working days, once, only when something waits, the same as the first page.

use jiff::Timestamp;
use zapis::accounts::RoleKind;
use zapis::consoles::tell_what_waits;

use crate::fixtures::{Training, warsaw};
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::operator;

const OLGA: &str = "olga.radina@centrum.example";
const LINE: &str = "1\u{a0}application to decide, nearest day: 1 December 2026";

fn move_clock(site: &Site, to: Timestamp) {
    site.app.clock.advance(to.duration_since(site.now()));
}

async fn told(site: &Site) -> usize {
    tell_what_waits(&site.app, site.now()).await.unwrap()
}

/// Anna has applied where staff decides, and Olga decides.
async fn opening(site: &Site) -> (Training, Browser) {
    let training = site
        .training("Pierwsza pomoc")
        .approved_by_staff()
        .publish()
        .await;
    let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
    let join = training.join();
    anna.fill(&join, &join, &[]).await.goes_to("/my/trainings");
    let olga = operator(site, &training, "Olga Radina").await;
    (training, olga)
}

on_both! {
    async fn a_letter_says_in_the_morning_what_the_first_page_says(site: Site) {
        let (training, mut olga) = opening(&site).await;
        let branch = Some(training.organisation_id);
        site.staff("Ewa Lis", "ewa@centrum.example", RoleKind::Accountant, branch).await;
        assert_eq!(told(&site).await, 0, "it is Sunday");
        move_clock(&site, warsaw("2026-11-23T06:50"));
        assert_eq!(told(&site).await, 0, "it is early");
        let before = site.letters_to(OLGA).await.len();
        move_clock(&site, warsaw("2026-11-23T07:10"));
        let now = site.now();
        // Two nodes look at the same moment.
        let (one, other) = tokio::join!(tell_what_waits(&site.app, now), tell_what_waits(&site.app, now));
        assert_eq!(one.unwrap() + other.unwrap(), 1);
        assert_eq!(told(&site).await, 0);
        let letters = site.letters_to(OLGA).await;
        assert_eq!(letters.len(), before + 1);
        let letter = letters.last().unwrap();
        assert_eq!(letter.subject, "What waits today: Monday, 23 November 2026");
        assert!(letter.paragraphs.iter().any(|one| one == LINE), "{letter:?}");
        assert!(letter.action.as_ref().unwrap().1.ends_with("/staff"));
        assert!(!format!("{letter:?}").contains("Nowak"), "a letter about work names nobody");
        olga.get("/staff").await.says("1 application to decide").says("nearest day: 1 December 2026");
        olga.get("/staff/digest").await.says(LINE);
        // Nothing waits for the accountant.
        assert!(site.letters_to("ewa@centrum.example").await.is_empty());
        move_clock(&site, warsaw("2026-11-24T07:10"));
        assert_eq!(told(&site).await, 1, "another day, another letter");
        move_clock(&site, warsaw("2026-11-25T13:00"));
        assert_eq!(told(&site).await, 0, "the morning is over");
    }

    async fn the_letter_is_switched_off_and_on(site: Site) {
        let (_, mut olga) = opening(&site).await;
        let here = "/staff/digest";
        olga.get("/staff").await.says("href=\"/staff/digest\"");
        olga.get(here).await.is(200).says("The letter comes.").says("7:00");
        olga.post(here, &[("deed", "off")]).await.goes_to(here);
        olga.follow().await.says("The letter is switched off.");
        let before = site.letters_to(OLGA).await.len();
        move_clock(&site, warsaw("2026-11-23T07:10"));
        assert_eq!(told(&site).await, 0);
        assert_eq!(site.letters_to(OLGA).await.len(), before);
        olga.fill(here, here, &[("deed", "on")]).await.goes_to(here);
        olga.follow().await.says("The letter comes.");
        assert_eq!(told(&site).await, 1);
        olga.fill(here, here, &[("deed", "sideways")]).await.is(404);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'digest.switch'").await, 2);
    }

    async fn whoever_does_not_work_here_any_more_gets_none(site: Site) {
        let (_, _olga) = opening(&site).await;
        site.sql("UPDATE roles SET ends_at = 1 WHERE id > $1", 0).await;
        move_clock(&site, warsaw("2026-11-23T07:10"));
        assert_eq!(told(&site).await, 0);
    }
}
