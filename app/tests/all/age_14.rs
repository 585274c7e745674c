//! `age_14` [B8], first part: who registers at 14 to 17, and meets or does not meet the record that a parent holds.

use jiff::SignedDuration;
use zapis::accounts::RoleKind;
use zapis::families::teenager::come_of_age;

use crate::child_once::{ENTER, but, children};
use crate::fixtures::Training;
use crate::register::{last_link, register, typed};
use crate::site::{Answer, Browser, Site, on_both};

/// Artem is 15.
pub const ARTEM_IS_15: [(&str, &str); 1] = [("born_year", "2011")];
pub const MAIL: &str = "artem@dom.example";

/// What Artem types, with changes.
pub fn artem<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let own = [
        ("given_name", "Artem"),
        ("surname", "Lesin"),
        ("born_day", "14"),
        ("born_month", "3"),
        ("born_year", "2011"),
        ("email", MAIL),
        ("password", "czapla nad stawem"),
        ("workplace", ""),
    ];
    let kept = own
        .into_iter()
        .filter(|(name, _)| changes.iter().all(|(other, _)| other != name));
    let all: Vec<(&str, &str)> = kept.chain(changes.iter().copied()).collect();
    typed(&all)
}

pub async fn registers(site: &Site, changes: &[(&str, &str)]) -> (Browser, Answer) {
    let mut browser = site.browser();
    browser.get("/register?lang=en").await;
    browser.follow().await.is(200);
    let answer = browser.post("/register", &artem(changes)).await;
    (browser, answer)
}

/// Maria with Artem, who is 15; confirmed where `state` says so.
pub async fn family(site: &Site, state: &str) -> (Browser, i64) {
    let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
    maria.fill(ENTER, ENTER, &but(&ARTEM_IS_15)).await.is(303);
    let sql = "SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL";
    let id = site.number(sql).await;
    let set: &'static str = format!("UPDATE people SET state = '{state}' WHERE id = $1").leak();
    site.sql(set, id).await;
    (maria, id)
}

/// A programme for 14 to 17.
pub async fn programme(site: &Site, title: &str) -> Training {
    let builder = site.training(title).ages(14, 17).capacity(2);
    let builder = builder.meeting("2026-12-01T16:00", "2026-12-01T17:30");
    builder.publish().await
}

pub async fn subjects(site: &Site, email: &str) -> Vec<String> {
    let letters = site.letters_to(email).await;
    letters.into_iter().map(|one| one.subject).collect()
}

const ACTIVE: &str = "SELECT COUNT(*) FROM accounts WHERE state = 'active'";

on_both! {
    async fn whoever_is_in_a_parents_cabinet_is_led_there(site: Site) {
        let (maria, _) = family(&site, "confirmed").await;
        let accounts = site.number(ACTIVE).await;
        // Exactly, in other letters, mistyped; with an address that is known here as well.
        for changes in [
            vec![],
            vec![("given_name", "ARTÉM")],
            vec![("surname", "Lessin")],
            vec![("email", "maria@dom.example")],
        ] {
            let (mut teenager, answer) = registers(&site, &changes).await;
            // The page says nothing yet, and nothing has begun: that is for whoever reads the letter.
            let to = changes.iter().find(|(name, _)| *name == "email").map_or(MAIL, |(_, to)| to);
            let there = answer.location.clone().unwrap_or_default();
            assert!(there.starts_with("/check-mail"), "{there}");
            if to != MAIL {
                continue;
            }
            let link = last_link(&site, MAIL).await;
            teenager.get(&link).await.is(200);
            teenager.post(&link, &[]).await.goes_to("/registered");
            teenager.follow().await.is(200).says("You are here already").says("an institution has confirmed it")
                .says("My children").says_not("Maria").says_not("maria@").says_not("ma•••");
        }
        assert_eq!(site.number(ACTIVE).await, accounts);
        assert_eq!(children(&site).await, 1);
        let told = subjects(&site, "maria@dom.example").await;
        let met = told.iter().filter(|one| *one == "Artem would like to sign in").count();
        assert_eq!(met, 1, "one letter in a day: {told:?}");
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'teenager.met'").await, 3);
        drop(maria);
    }

    async fn a_stranger_who_types_a_teenagers_data_sets_nothing_in_motion(site: Site) {
        let (_, held) = family(&site, "confirmed").await;
        let before = subjects(&site, "maria@dom.example").await.len();
        registers(&site, &[]).await.1.is(303);
        assert_eq!(subjects(&site, "maria@dom.example").await.len(), before);
        assert_eq!(site.number("SELECT COUNT(*) FROM duplicate_cases").await, 0);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'teenager.met'").await, 0);
        let _ = held;
    }

    async fn attempts_about_one_teenager_are_limited(site: Site) {
        let config = zapis::config::Config::default();
        drop(site);
        let site = Site::real(config).await;
        for _ in 0..5 {
            registers(&site, &[]).await.1.is(303);
        }
        // Another address does not help.
        registers(&site, &[("email", "another@dom.example")]).await.1.is(422).says("Artem");
        registers(&site, &[("email", "anna@dom.example"), ("born_year", "1985")]).await.1.is(303);
    }

    async fn an_unconfirmed_record_is_a_case_for_an_operator(site: Site) {
        let (_, held) = family(&site, "unconfirmed").await;
        let (mut teenager, answer) = registers(&site, &[]).await;
        answer.is(303);
        let link = last_link(&site, MAIL).await;
        teenager.get(&link).await;
        teenager.post(&link, &[]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        assert_eq!(children(&site).await, 2);
        let case = format!("SELECT COUNT(*) FROM duplicate_cases WHERE other_id = {held} AND state = 'open'");
        assert_eq!(site.number(&case).await, 1);
        // Whoever came later waits for the decision; the child that has long been here is confirmed meanwhile.
        let doubted = |id: String| format!("SELECT COUNT(*) FROM duplicate_cases WHERE state = 'open' AND person_id = {id}");
        assert_eq!(site.number(&doubted(own(&site).await)).await, 1);
        let mut operator = site.staff("Jan Sum", "jan@all.example", RoleKind::InstallationAdministrator, None).await;
        operator.get("/?lang=en").await;
        operator.get(&format!("/staff/children/{held}")).await.is(200)
            .says("See the case").says_not("nothing can be confirmed");
        // The record that was here before keeps its key.
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE identity_key LIKE '%#own%' AND account_id IS NOT NULL").await, 1);
    }

    async fn whoever_is_not_here_has_an_account_and_applies(site: Site) {
        let chess = programme(&site, "Szachy").await;
        let mut teenager = has_an_account(&site).await;
        teenager.fill(&chess.join(), &chess.join(), &[("person", &own(&site).await)]).await.goes_to("/my/trainings");
        assert_eq!(children(&site).await, 1);
        // As with every young person, somebody decides before the place is theirs.
        assert_eq!(site.number("SELECT COUNT(*) FROM enrolments WHERE state = 'applied'").await, 1);
        // Nobody enters them once more.
        let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
        maria.fill(ENTER, ENTER, &but(&ARTEM_IS_15)).await.is(422).says("already");
        assert_eq!(children(&site).await, 1);
        // Another name is another key; what was confirmed is to be confirmed anew.
        site.sql("UPDATE people SET state = 'confirmed' WHERE id = $1", own(&site).await.parse().unwrap()).await;
        teenager.fill("/my/profile", "/my/profile", &artem(&[("language", "en"), ("city", "Łomża")])).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE state = 'confirmed' AND identity_key IS NOT NULL").await, 1);
        teenager.fill("/my/profile", "/my/profile", &artem(&[("language", "en"), ("surname", "Wrona")])).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE state = 'confirmed' AND identity_key IS NOT NULL").await, 0);
        // Nobody acts for them: nothing happens at 18.
        assert_eq!(come_of_age(&site.app, site.now() + SignedDuration::from_hours(24 * 1_500)).await.unwrap(), 0);
    }

    async fn nobody_becomes_a_second_record_by_the_profile_or_by_a_late_link(site: Site) {
        let (mut teenager, answer) = registers(&site, &[]).await;
        answer.is(303);
        let (_, _) = family(&site, "confirmed").await;
        let link = last_link(&site, MAIL).await;
        teenager.get(&link).await;
        teenager.post(&link, &[]).await.goes_to("/registered");
        assert_eq!(children(&site).await, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM people p JOIN accounts a ON a.id = p.account_id WHERE a.email = 'artem@dom.example'").await, 0);
        // Whoever is signed in does not become that teenager by the profile either.
        let mut other = site.participant("Jan Wrona", "jan@dom.example").await;
        other.fill("/my/profile", "/my/profile", &artem(&[("language", "en")])).await.goes_to("/registered");
        assert_eq!(children(&site).await, 1);
        assert!(subjects(&site, "maria@dom.example").await.contains(&"Artem would like to sign in".into()));
    }

    async fn adults_take_no_turn_and_the_young_are_led_to_a_parent(site: Site) {
        const TURNS: &str = "SELECT version FROM snapshot_versions WHERE name = 'people'";
        let before = site.number(TURNS).await;
        let mut anna = site.browser();
        register(&mut anna, &[]).await.is(303);
        let link = last_link(&site, "Anna@school.example").await;
        anna.get(&link).await;
        anna.post(&link, &[]).await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        registers(&site, &[("born_day", "22"), ("born_month", "11"), ("born_year", "2008")]).await.1.is(303);
        assert_eq!(site.number(TURNS).await, before);
        assert_eq!(children(&site).await, 0);
        for (day, status) in [("23", 422), ("22", 303)] {
            let (_, answer) = registers(&site, &[("born_day", day), ("born_month", "11"), ("born_year", "2012")]).await;
            answer.is(status);
            if status == 422 {
                answer.says("A parent registers a younger child");
            }
        }
    }
}

/// The person of Artem's own account.
async fn own(site: &Site) -> String {
    let sql = "SELECT p.id FROM people p JOIN accounts a ON a.id = p.account_id WHERE a.email = 'artem@dom.example'";
    site.number(sql).await.to_string()
}

pub async fn sign_in(browser: &mut Browser, password: &str) {
    browser.get("/sign-in?lang=en").await;
    let fields = [
        ("email", MAIL),
        ("password", password),
        ("next", "/my/profile"),
    ];
    browser.get("/sign-in").await.is(200);
    browser.post("/sign-in", &fields).await.is(303);
}

async fn has_an_account(site: &Site) -> Browser {
    let (mut teenager, answer) = registers(site, &[]).await;
    answer.is(303);
    let link = last_link(site, MAIL).await;
    teenager.get(&link).await;
    teenager
        .post(&link, &[])
        .await
        .goes_to("/sign-in?next=%2Fmy%2Fstart");
    sign_in(&mut teenager, "czapla nad stawem").await;
    teenager
}
