//! `merge_accounts` and `cancel_duplicate` [B7]: the duplicate account's applications are cancelled with words that lead on, or
//! come over when the holder agrees; everything that refers to an account or a person goes over, and back again.

use std::collections::BTreeSet;

use database::DbError;
use jiff::SignedDuration;
use zapis::accounts::RoleKind;
use zapis::merging::references_store::{BY_HAND, MOVING, STAYING};

use crate::cast::PASSWORD;
use crate::child_once::{ENTER, but};
use crate::fixtures::Training;
use crate::join::{places, press_join};
use crate::site::{Browser, Site, on_both};
use crate::staff_children::region;

const NEW: &str = "/staff/merges/new";
const MERGES: &str = "/staff/merges";
const GONE: &str = "anna.duplikat@dom.example";
const KEPT: &str = "anna@dom.example";

const BOTH: [(&str, &str); 3] = [
    ("gone_email", GONE),
    ("kept_email", KEPT),
    ("reason", "She showed both addresses."),
];

fn deciding<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    BOTH.iter().chain(more).copied().collect()
}

async fn columns(site: &Site) -> BTreeSet<String> {
    let sqlite = "SELECT m.name || '.' || f.\"from\" FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f \
        WHERE m.type = 'table' AND f.\"table\" IN ('people', 'accounts')";
    let postgres = "SELECT CAST(t.relname || '.' || a.attname AS TEXT) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid \
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] JOIN pg_class f ON f.oid = c.confrelid \
        WHERE c.contype = 'f' AND f.relname IN ('people', 'accounts')";
    let sql = match site.app.db.engine() {
        database::Engine::Sqlite => sqlite,
        database::Engine::Postgres => postgres,
    };
    let read = site
        .app
        .db
        .read(move |tx| Box::pin(async move { tx.all::<String>(sql, &[]).await }));
    let found: Result<Vec<String>, DbError> = read.await;
    found.unwrap().into_iter().collect()
}

struct Story {
    ceramics: Training,
    chess: Training,
    gone: Browser,
    kept: Browser,
    admin: Browser,
}

/// Anna has two accounts; with the duplicate she is in two trainings, with the other one in the second of them.
async fn opening(site: &Site) -> Story {
    let ceramics = site
        .training("Ceramika")
        .capacity(1)
        .waiting(5)
        .publish()
        .await;
    let chess = site.training("Szachy").capacity(5).publish().await;
    let mut gone = site.participant("Anna Nowak", GONE).await;
    let mut kept = site.participant("Anna Nowak-Lis", KEPT).await;
    press_join(&mut gone, &ceramics).await;
    press_join(&mut gone, &chess).await;
    press_join(&mut kept, &chess).await;
    let all = RoleKind::InstallationAdministrator;
    let mut admin = site.staff("Jan Sum", "jan@all.example", all, None).await;
    admin.get("/?lang=en").await;
    Story {
        ceramics,
        chess,
        gone,
        kept,
        admin,
    }
}

async fn sign_in(site: &Site, email: &str) -> Browser {
    let mut browser = site.browser();
    let typed = [("email", email), ("password", PASSWORD)];
    browser.fill("/sign-in", "/sign-in", &typed).await.is(303);
    browser
}

async fn merges(site: &Site, state: &str) -> i64 {
    site.number(&format!(
        "SELECT COUNT(*) FROM merges WHERE state = '{state}'"
    ))
    .await
}

async fn open_in(site: &Site, email: &str) -> i64 {
    let account = site.account(email).await;
    let sql = format!(
        "SELECT COUNT(*) FROM enrolments WHERE account_id = {account} AND state = 'confirmed'"
    );
    site.number(&sql).await
}

on_both! {
    async fn a_merge_knows_every_column_that_refers_to_a_person_or_an_account(site: Site) {
        let known: BTreeSet<String> = MOVING.iter().map(|one| one.name).chain(BY_HAND.iter().copied())
            .chain(STAYING.iter().copied()).map(str::to_owned).collect();
        let there = columns(&site).await;
        let unknown: Vec<_> = there.difference(&known).collect();
        assert!(unknown.is_empty(), "say in references_store what becomes of these: {unknown:?}");
        let gone: Vec<_> = known.difference(&there).collect();
        assert!(gone.is_empty(), "these refer to nothing any more: {gone:?}");
    }

    async fn cancelled_applications_lead_to_the_other_account(site: Site) {
        let Story { ceramics, mut gone, mut admin, chess, .. } = opening(&site).await;
        site.sql("UPDATE organisations SET phone = '+48 85 111 22 33', office_hours = 'wt., czw. 13:00–16:30' WHERE id <> $1", 0).await;
        let mut third = site.participant("Ewa Lis", "ewa@dom.example").await;
        third.fill(&ceramics.join(), &ceramics.join(), &[("list", "1")]).await.is(303);
        admin.get("/staff").await.says("href=\"/staff/merges\"");
        admin.get(MERGES).await.is(200).says("Nothing was joined yet");
        admin.fill(NEW, NEW, &BOTH).await.is(200).says("Ceramika").says("Szachy").says("Trainings and applications").says("Both are in the same group");
        // Nothing is done by looking, and nothing without a decision.
        assert_eq!(open_in(&site, GONE).await, 2);
        admin.post(MERGES, &deciding(&[])).await.is(422).says("href=\"#what\"");
        admin.post(MERGES, &deciding(&[("what", "cancel_only")])).await.goes_to(MERGES);
        admin.follow().await.says("are cancelled. Its holder is told");
        assert_eq!((open_in(&site, GONE).await, open_in(&site, KEPT).await), (0, 1));
        // The place went to the next in line at once.
        assert_eq!(places(&site, ceramics.group_id).await.0, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM enrolments WHERE state = 'offered'").await, 1);
        assert_eq!(places(&site, chess.group_id).await, (1, 1));
        let said = "It was submitted from a duplicate account. If the training is still wanted, apply from the account an•••@dom.example. \
            Without access to that account, call +48 85 111 22 33 (wt., czw. 13:00–16:30).";
        let letters = site.letters_to(GONE).await;
        let letter = letters.iter().find(|one| one.subject.contains("Ceramika") && format!("{one:?}").contains("duplicate account"));
        assert!(letter.unwrap().paragraphs.iter().any(|one| one.contains(said)), "{letter:?}");
        gone.get("/my/trainings").await.is(200).says("an•••@dom.example").says_not(KEPT);
        gone.get("/my/trainings?lang=ru").await;
        gone.get("/my/trainings").await.says("Заявка подана с повторной учётной записи");
        // Both accounts go on; sent twice it does no harm.
        admin.post(MERGES, &deciding(&[("what", "cancel_only")])).await.goes_to(MERGES);
        assert_eq!(merges(&site, "done").await, 0);
    }

    async fn a_duplicate_account_goes_into_the_other_one_and_comes_out_again(site: Site) {
        let Story { ceramics, chess, mut gone, mut kept, mut admin } = opening(&site).await;
        kept.get("/my/profile").await.is(200);
        let take = [("what", "cancel"), ("take", "surname")];
        admin.fill(NEW, NEW, &BOTH).await.says("take “Nowak”").says("instead of “Nowak-Lis”");
        admin.post(MERGES, &deciding(&take)).await.is(303);
        admin.follow().await.is(200).says("The accounts are one now").says("Joined").says("2 cancelled applications stay cancelled")
            .says("Trainings and applications: now in the account that stays").says("Trainings and applications: now of the record that stays");
        assert_eq!(places(&site, ceramics.group_id).await, (0, 0));
        assert_eq!(places(&site, chess.group_id).await, (1, 1));
        gone.get("/my/trainings").await.goes_to("/sign-in?next=%2Fmy%2Ftrainings");
        gone.fill("/sign-in", "/sign-in", &[("email", GONE), ("password", PASSWORD)]).await.is(422);
        // What had ended or was cancelled is read in the account that stays.
        kept.get("/my/trainings").await.is(200).says("Ceramika");
        kept.get("/my/profile").await.says("value=\"Nowak\"");
        for (address, subject) in [(GONE, "Your accounts are one now"), (KEPT, "A second account was joined with yours")] {
            let letter = site.letters_to(address).await.pop().unwrap();
            assert_eq!(letter.subject, subject);
            assert!(format!("{letter:?}").contains("She showed both addresses."));
        }
        // The holder may be right that it was another person's.
        let one = format!("{MERGES}/{}", site.number("SELECT MAX(id) FROM merges").await);
        admin.fill(&one, &one, &[]).await.is(422).says("href=\"#reason\"");
        admin.post(&one, &[("reason", "Two women of one name.")]).await.goes_to(&one);
        admin.follow().await.says("Taken apart").says_not("<button class=\"button\">Take apart");
        admin.post(&one, &[("reason", "Twice.")]).await.is(422).says("changed meanwhile");
        kept.get("/my/profile").await.says("value=\"Nowak-Lis\"");
        kept.get("/my/trainings").await.says_not("Ceramika");
        for address in [GONE, KEPT] {
            let letter = site.letters_to(address).await.pop().unwrap();
            assert_eq!(letter.subject, "Your accounts are two again");
        }
        let mut again = sign_in(&site, GONE).await;
        again.get("/my/trainings").await.is(200).says("Ceramika");
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'merge.undo' AND reason = 'Two women of one name.'").await, 4);
    }

    async fn applications_come_over_once_the_holder_agrees(site: Site) {
        let Story { ceramics, chess, mut gone, mut kept, mut admin } = opening(&site).await;
        admin.fill(NEW, NEW, &BOTH).await.is(200);
        admin.post(MERGES, &deciding(&[("what", "move")])).await.is(303);
        let id = site.number("SELECT MAX(id) FROM merges").await;
        admin.get(MERGES).await.says("Holder was asked");
        // Nothing has moved, and nobody else answers.
        assert_eq!(open_in(&site, GONE).await, 2);
        let answer = format!("/my/merges/{id}");
        gone.get(&answer).await.is(404);
        admin.get(&answer).await.is(404);
        admin.post(MERGES, &deciding(&[("what", "cancel")])).await.is(422).says("waits for an answer");
        let letter = site.letters_to(KEPT).await.pop().unwrap();
        assert_eq!(letter.subject, "Is this account yours as well?");
        assert!(format!("{letter:?}").contains(&answer) && !format!("{letter:?}").contains(GONE));
        kept.get(&format!("{answer}?lang=en")).await;
        kept.get(&answer).await.is(200).says("Ceramika").says("an•••@dom.example").says_not(GONE);
        kept.post(&answer, &[]).await.is(422).says("href=\"#answer\"");
        kept.post(&answer, &[("answer", "mine")]).await.goes_to("/my/trainings");
        kept.follow().await.says("Everything is here").says("Ceramika");
        kept.get(&answer).await.is(404);
        assert_eq!(merges(&site, "done").await, 1);
        // Ceramics kept its place; in chess, where both were, one place is free again.
        assert_eq!(places(&site, ceramics.group_id).await, (1, 1));
        assert_eq!(places(&site, chess.group_id).await, (1, 1));
        assert_eq!(open_in(&site, KEPT).await, 2);
        site.app.clock.advance(SignedDuration::from_hours(24 * 30 + 1));
        let mut admin = sign_in(&site, "jan@all.example").await;
        admin.get("/?lang=en").await;
        let one = format!("{MERGES}/{id}");
        admin.get(&one).await.is(200).says_not("<button class=\"button\">Take apart");
        admin.fill(MERGES, &one, &[("reason", "Late.")]).await.is(422).says("More than thirty days");
    }

    async fn whoever_does_not_know_the_other_account_says_so(site: Site) {
        let Story { mut kept, mut admin, .. } = opening(&site).await;
        admin.fill(NEW, NEW, &BOTH).await.is(200);
        admin.post(MERGES, &deciding(&[("what", "move")])).await.is(303);
        let answer = format!("/my/merges/{}", site.number("SELECT MAX(id) FROM merges").await);
        kept.fill(&answer, &answer, &[("answer", "not_mine")]).await.goes_to("/my/trainings");
        kept.get(&answer).await.is(404);
        kept.fill("/my/profile", &answer, &[("answer", "mine")]).await.is(404);
        assert_eq!((merges(&site, "declined").await, open_in(&site, GONE).await), (1, 2));
        admin.get(MERGES).await.says("Holder does not know it");
    }

    async fn the_support_centre_joins_what_lies_in_its_municipality(site: Site) {
        let region = region(&site).await;
        let mut maria = site.participant("Maria Lesina", KEPT).await;
        let mut second = site.participant("Maria Lesina", GONE).await;
        let (white, black) = (region.white.to_string(), region.school.to_string());
        maria.fill(ENTER, ENTER, &but(&[("municipality", &white)])).await.is(303);
        let gleb = but(&[("given_name", "Gleb"), ("born_year", "2019"), ("municipality", &white)]);
        second.fill(ENTER, ENTER, &gleb).await.is(303);
        let support = RoleKind::SupportCentre;
        let mut ewa = site.staff("Ewa Lis", "ewa@biala.example", support, Some(region.centre)).await;
        let mut far = site.staff("Jan Dal", "jan@czarna.example", support, Some(region.school)).await;
        let mut olga = site.staff("Olga Radina", "olga@biala.example", RoleKind::Operator, Some(region.nursery)).await;
        for staff in [&mut ewa, &mut far, &mut olga] {
            staff.get("/?lang=en").await;
        }
        for address in [MERGES, NEW] {
            olga.get(address).await.is(404);
            maria.get(address).await.is(404);
        }
        // Outside one's branch an address is answered as if nobody had it.
        let outside = far.fill(NEW, NEW, &BOTH).await.is(422).text();
        let nobody = [("gone_email", "nobody@dom.example"), ("kept_email", KEPT), BOTH[2]];
        far.post(NEW, &nobody).await.is(422).says("There is no account in use with this address");
        assert!(outside.contains("There is no account in use with this address") && !outside.contains("Maria"));
        assert!(!black.is_empty());
        far.post(MERGES, &deciding(&[("what", "cancel")])).await.is(422);
        let own = [("gone_email", GONE), ("kept_email", "ewa@biala.example"), BOTH[2]];
        ewa.fill(NEW, NEW, &own).await.is(422).says("Nobody joins an account with their own");
        let same = [("gone_email", GONE), ("kept_email", GONE), BOTH[2]];
        ewa.post(NEW, &same).await.is(422).says("one and the same address");
        let works = [("gone_email", "olga@biala.example"), ("kept_email", KEPT), BOTH[2]];
        ewa.post(NEW, &works).await.is(200).says("belongs to somebody who works here");
        ewa.post(MERGES, &[works[0], works[1], works[2], ("what", "cancel")]).await.is(422).says("roles are ended first");
        ewa.post(NEW, &BOTH).await.is(200).says("Gleb Lesin").says("Artem Lesin");
        ewa.post(MERGES, &deciding(&[("what", "cancel")])).await.is(303);
        maria.get("/my/children").await.says("Artem Lesin").says("Gleb Lesin");
        let one = format!("{MERGES}/{}", site.number("SELECT MAX(id) FROM merges").await);
        for staff in [&mut far, &mut olga, &mut maria] {
            staff.get(&one).await.is(404);
            staff.post(&one, &[("reason", "x")]).await.is(404);
        }
        ewa.fill(&one, &one, &[("reason", "They are two.")]).await.goes_to(&one);
        maria.get("/my/children").await.says("Artem Lesin").says_not("Gleb Lesin");
    }
}
