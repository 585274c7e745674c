//! The seven problems of the second source document, each played through from the parent's first click to the solved state.
//! Clicks and letters are counted and compared with `docs/journeys.md`. Every click is one that the page before it offers.

use std::path::Path;

use crate::age_14::{ARTEM_IS_15, artem};
use crate::change_municipality::{PDF, administrator};
use crate::child_once::{ENTER, but, pesel_of_artem};
use crate::escalate::ladder;
use crate::join::press_join;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::operator;

const PASSWORD: &str = crate::cast::PASSWORD;
const MARIA: &str = "maria@dom.example";

/// Somebody who clicks, and how often they did.
struct Walk {
    browser: Browser,
    clicks: usize,
}

impl Walk {
    async fn begin(mut browser: Browser, at: &str) -> Self {
        browser.get("/?lang=en").await;
        browser.get(at).await.is(200);
        Self { browser, clicks: 0 }
    }

    async fn arrive(&mut self) {
        while self.browser.last.status == 303 {
            self.browser.follow().await;
        }
        let status = self.browser.last.status;
        assert!([200, 422].contains(&status), "{status}");
    }

    /// Presses a link that stands on the page.
    async fn click(&mut self, href: &str) {
        let text = self.browser.last.text();
        assert!(
            text.contains(&format!("href=\"{href}\"")) || text.contains(&format!("href=\"{href}?")),
            "no link to {href} on\n{text}"
        );
        self.clicks += 1;
        self.browser.get(href).await;
        self.arrive().await;
    }

    /// Fills in the form of the page and sends it.
    async fn send(&mut self, address: &str, fields: &[(&str, &str)]) {
        assert!(
            self.browser.last.text().contains("<form"),
            "no form for {address}"
        );
        self.clicks += 1;
        self.browser.post(address, fields).await;
        self.arrive().await;
    }

    /// Presses the button of the last letter.
    async fn open_letter(&mut self, site: &Site, to: &str) -> String {
        let letter = site.letters_to(to).await.pop().unwrap();
        let (_, link) = letter.action.unwrap();
        let path = link.trim_start_matches("http://127.0.0.1:8080").to_owned();
        self.clicks += 1;
        self.browser.get(&path).await;
        self.arrive().await;
        path
    }

    fn says(&self, words: &str) {
        self.browser.last.says(words);
    }
}

async fn letters(site: &Site) -> i64 {
    site.number("SELECT COUNT(*) FROM outbox").await
}

/// What the document says: clicks of the parent, clicks of staff, letters.
fn expected(problem: usize) -> [i64; 3] {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/journeys.md");
    let text = std::fs::read_to_string(path).unwrap();
    let line = text
        .lines()
        .find(|line| line.starts_with(&format!("| {problem} |")))
        .unwrap();
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    [4, 5, 6].map(|at| cells[at].parse().unwrap())
}

fn counts(problem: usize, parent: &Walk, staff: &[&Walk], letters: i64) {
    let number = |count: usize| i64::try_from(count).unwrap();
    let by_staff = staff.iter().map(|one| one.clicks).sum();
    let found = [number(parent.clicks), number(by_staff), letters];
    assert_eq!(
        found,
        expected(problem),
        "problem {problem}: clicks of the parent, of staff, letters; docs/journeys.md says"
    );
}

on_both! {
    async fn first_the_address_is_forgotten(site: Site) {
        let mut maria = site.participant("Maria Lesina", MARIA).await;
        let number = pesel_of_artem();
        let document = [("document_kind", "pesel"), ("document_number", number.as_str())];
        maria.fill(ENTER, ENTER, &but(&document)).await.is(303);
        let before = letters(&site).await;
        let mut walk = Walk::begin(site.browser(), "/").await;
        walk.click("/help").await;
        walk.click("/help/sign-in").await;
        walk.click("/help/forgotten-address").await;
        walk.click("/help/address-by-child").await;
        walk.click("/forgotten-address").await;
        walk.send("/forgotten-address", &but(&document)).await;
        walk.says("ma•••@dom.example");
        counts(1, &walk, &[], letters(&site).await - before);
    }

    async fn second_the_mailbox_is_out_of_reach(site: Site) {
        let (region, _) = ladder(&site).await;
        let olga = operator(&site, region.nursery, "olga@biala.example").await;
        let mut maria = site.participant("Maria Lesina", MARIA).await;
        let lives = region.white.to_string();
        maria.fill(ENTER, ENTER, &but(&[("municipality", &lives)])).await.is(303);
        let child = site.number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL").await;
        let account = site.account(MARIA).await;
        let before = letters(&site).await;
        let new = "maria.nowa@poczta.example";
        let mut walk = Walk::begin(site.browser(), "/").await;
        walk.click("/help").await;
        walk.click("/help/sign-in").await;
        walk.click("/help/no-access").await;
        walk.click(&format!("/institutions/{}", region.nursery)).await;
        walk.click(&format!("/contact/write?to={}", region.nursery)).await;
        let home = region.nursery.to_string();
        let typed = [("organisation", home.as_str()), ("kind", "replace_email"), ("name", "Maria Lesina"), ("email", new),
            ("message", "I can not get into the old mailbox any more.")];
        walk.send("/contact/write", &typed).await;
        let confirm = walk.open_letter(&site, new).await;
        walk.send(&confirm, &[]).await;
        let one = format!("/staff/requests/{}", site.number("SELECT MAX(id) FROM requests").await);
        let mut staff = Walk::begin(olga, "/staff").await;
        staff.click("/staff/requests").await;
        staff.click(&one).await;
        staff.click(&format!("/staff/children/find?then={one}/child")).await;
        let then = format!("{one}/child");
        staff.send("/staff/children/find", &but(&[("reason", "She wrote to us."), ("then", &then)])).await;
        staff.send(&format!("{then}/{child}"), &[]).await;
        let email = format!("/staff/children/{child}/guardians/{account}/email");
        staff.click(&email).await;
        staff.send(&email, &[("email", new), ("document", "passport"), ("reason", "She showed her passport.")]).await;
        let link = walk.open_letter(&site, new).await;
        walk.send(&link, &[]).await;
        assert_eq!(site.number("SELECT COUNT(*) FROM accounts WHERE email_key = 'maria.nowa@poczta.example'").await, 1);
        counts(2, &walk, &[&staff], letters(&site).await - before);
    }

    async fn third_the_data_are_wrong(site: Site) {
        let (region, _) = ladder(&site).await;
        let mut maria = site.participant("Maria Lesina", MARIA).await;
        let lives = region.white.to_string();
        maria.fill(ENTER, ENTER, &but(&[("municipality", &lives)])).await.is(303);
        let child = site.number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL").await;
        site.sql("UPDATE people SET state = 'confirmed' WHERE id = $1", child).await;
        let anna = administrator(&site, Some(region.white), "anna@biala.example").await;
        let before = letters(&site).await;
        let mut walk = Walk::begin(maria, "/").await;
        walk.click("/help").await;
        walk.click("/help/wrong-data").await;
        walk.click("/help/correct-child").await;
        walk.click("/my/children").await;
        walk.click(&format!("/my/children/{child}")).await;
        let ask = format!("/my/children/{child}/correct");
        walk.click(&ask).await;
        walk.send(&ask, &but(&[("municipality", &lives), ("surname", "Lesin-Maj"), ("reason", "A new surname.")])).await;
        let one = format!("/staff/corrections/{}", site.number("SELECT MAX(id) FROM child_corrections").await);
        let mut staff = Walk::begin(anna, "/staff").await;
        staff.click("/staff/corrections").await;
        staff.click(&one).await;
        staff.send(&one, &[("deed", "accept"), ("version", "1")]).await;
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE surname = 'Lesin-Maj'").await, 1);
        counts(3, &walk, &[&staff], letters(&site).await - before);
    }

    async fn fourth_the_municipality_is_another_one(site: Site) {
        let (region, top) = ladder(&site).await;
        let mut maria = site.participant("Maria Lesina", MARIA).await;
        let lives = region.white.to_string();
        maria.fill(ENTER, ENTER, &but(&[("municipality", &lives)])).await.is(303);
        let child = site.number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL").await;
        site.sql("UPDATE people SET state = 'confirmed' WHERE id = $1", child).await;
        let olga = operator(&site, region.nursery, "olga@biala.example").await;
        let anna = administrator(&site, Some(top), "anna@region.example").await;
        let before = letters(&site).await;
        let mut walk = Walk::begin(maria, "/").await;
        walk.click("/help").await;
        walk.click("/help/municipality").await;
        walk.click("/help/moved").await;
        walk.click(&format!("/institutions/{}", region.nursery)).await;
        // She goes there with her documents; the operator finds the child, prints, takes the signed copy.
        let mut staff = Walk::begin(olga, "/staff").await;
        staff.click("/staff/children").await;
        staff.click("/staff/children/find").await;
        staff.send("/staff/children/find", &but(&[("reason", "She stands at the desk.")])).await;
        let open = format!("/staff/children/{child}/municipality");
        staff.click(&open).await;
        let black = site.number("SELECT id FROM organisations WHERE name = 'Gmina Czarna'").await.to_string();
        staff.send(&open, &[("municipality", &black), ("reason", "They moved.")]).await;
        let page = format!("/staff/moves/{}", site.number("SELECT MAX(id) FROM municipality_changes").await);
        staff.browser.get(&page).await.says(&format!("{page}/application.pdf"));
        staff.clicks += 1;
        staff.browser.upload(&format!("{page}/signed"), &[], ("Wniosek.pdf", PDF)).await.goes_to(&page);
        staff.clicks += 1;
        let mut decider = Walk::begin(anna, "/staff").await;
        decider.click("/staff/moves?state=submitted").await;
        decider.click(&page).await;
        decider.send(&format!("{page}/decide"), &[("deed", "approve")]).await;
        let now = site.number(&format!("SELECT municipality_id FROM people WHERE id = {child}")).await;
        assert_eq!(now.to_string(), black);
        counts(4, &walk, &[&staff, &decider], letters(&site).await - before);
    }

    async fn fifth_the_child_is_registered_already(site: Site) {
        let mut maria = site.participant("Maria Lesina", MARIA).await;
        let number = pesel_of_artem();
        let document = [("document_kind", "pesel"), ("document_number", number.as_str())];
        maria.fill(ENTER, ENTER, &but(&document)).await.is(303);
        // Later she has a second account, and does not remember the first.
        let second = site.participant("Maria Lesina", "m.lesina@poczta.example").await;
        let before = letters(&site).await;
        let mut walk = Walk::begin(second, "/").await;
        walk.click("/my/children").await;
        walk.click(ENTER).await;
        walk.send(ENTER, &but(&document)).await;
        walk.says("registered already");
        let mut case = but(&document);
        case.push(("case", "email"));
        walk.send("/my/children/next", &case).await;
        walk.send("/forgotten-address", &but(&document)).await;
        walk.says("ma•••@dom.example");
        assert_eq!(crate::child_once::children(&site).await, 1);
        counts(5, &walk, &[], letters(&site).await - before);
    }

    async fn sixth_the_application_was_cancelled(site: Site) {
        let chess = site.training("Szachy").capacity(5).publish().await;
        let mut gone = site.participant("Anna Nowak", "anna.duplikat@dom.example").await;
        site.participant("Anna Nowak", "anna@dom.example").await;
        press_join(&mut gone, &chess).await;
        let mut admin = administrator(&site, None, "jan@all.example").await;
        let both = [("gone_email", "anna.duplikat@dom.example"), ("kept_email", "anna@dom.example"), ("reason", "Two accounts."), ("what", "cancel_only")];
        admin.fill("/staff/merges/new", "/staff/merges/new", &both[..3]).await.is(200);
        admin.post("/staff/merges", &both).await.goes_to("/staff/merges");
        let before = letters(&site).await;
        let mut walk = Walk::begin(gone, "/my/trainings").await;
        walk.says("an•••@dom.example");
        walk.click("/help/cancelled").await;
        walk.click("/help/cancelled-duplicate").await;
        walk.click("/help/apply-again").await;
        // The account of before is signed out first.
        walk.send("/sign-out", &[]).await;
        walk.click("/sign-in").await;
        walk.send("/sign-in", &[("email", "anna@dom.example"), ("password", PASSWORD)]).await;
        walk.browser.get(&chess.page()).await;
        walk.clicks += 1;
        walk.click(&chess.join()).await;
        walk.send(&chess.join(), &[]).await;
        let account = site.account("anna@dom.example").await;
        let joined = format!("SELECT COUNT(*) FROM enrolments WHERE account_id = {account} AND state = 'confirmed'");
        assert_eq!(site.number(&joined).await, 1);
        counts(6, &walk, &[], letters(&site).await - before);
    }

    async fn seventh_the_child_is_fourteen(site: Site) {
        let mut maria = site.participant("Maria Lesina", MARIA).await;
        maria.fill(ENTER, ENTER, &but(&ARTEM_IS_15)).await.is(303);
        let child = site.number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL").await;
        site.sql("UPDATE people SET state = 'confirmed' WHERE id = $1", child).await;
        let before = letters(&site).await;
        // Artem registers, follows the link, and is told that his record is in a parent's cabinet.
        let mut walk = Walk::begin(site.browser(), "/").await;
        walk.click("/register").await;
        walk.send("/register", &artem(&[])).await;
        let link = walk.open_letter(&site, crate::age_14::MAIL).await;
        walk.send(&link, &[]).await;
        walk.says("You are here already");
        // The parent invites him to a sign-in of his own to the same record.
        let mut parent = Walk::begin(maria, "/").await;
        parent.click("/my/children").await;
        parent.click(&format!("/my/children/{child}")).await;
        let keep = format!("/my/children/{child}/sign-in");
        parent.click(&keep).await;
        parent.send(&keep, &[("deed", "invite"), ("email", crate::age_14::MAIL)]).await;
        let link = walk.open_letter(&site, crate::age_14::MAIL).await;
        walk.send(&link, &[("password", "sowa na dachu")]).await;
        walk.send("/sign-in?next=%2Fmy%2Frecord", &[("email", crate::age_14::MAIL), ("password", "sowa na dachu"), ("next", "/my/record")]).await;
        walk.says("Artem Lesin");
        walk.clicks += parent.clicks;
        counts(7, &walk, &[], letters(&site).await - before);
    }
}
