//! `traces`: administrators read the log of their branch in words, what they take away is what they read, and families see who of
//! the staff looked at their data.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use zapis::accounts::{OrganisationId, RoleKind};
use zapis::audit::Entry;
use zapis::i18n::{Lang, Translator};
use zapis::traces::{ACTIONS, store};

use crate::house_rules::files;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::{family, find, operator, region};

const TRACES: &str = "/staff/traces";
const OPENED: &str = "The page of a child was opened";

async fn admin(site: &Site, email: &str, branch: Option<OrganisationId>) -> Browser {
    let kind = match branch {
        Some(_) => RoleKind::OrganisationAdministrator,
        None => RoleKind::InstallationAdministrator,
    };
    let mut admin = site.staff("Wanda Zając", email, kind, branch).await;
    admin.get("/?lang=en").await;
    admin
}

/// Changes of so many groups of an organisation, each a second after the other.
async fn changes(site: &Site, organisation: OrganisationId, count: i64) {
    let now = site.now();
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            for id in 1..=count {
                let entry = Entry {
                    organisation_id: Some(organisation),
                    before: Some(r#"{"capacity":12}"#),
                    after: Some(r#"{"capacity":14}"#),
                    ..Entry::new(
                        now - SignedDuration::from_secs(id),
                        None,
                        "group.save",
                        "group",
                        id,
                    )
                };
                entry.write(tx).await?;
            }
            Ok::<_, database::DbError>(())
        })
    });
    work.await.unwrap();
}

fn rows(text: &str) -> usize {
    text.matches("href=\"/staff/groups/").count()
}

on_both! {
    async fn a_branch_has_its_own_entries_and_no_others(site: Site) {
        let region = region(&site).await;
        let (mut maria, id) = family(&site, &region).await;
        let mut olga = operator(&site, region.white, "olga@biala.example").await;
        olga.get(&format!("/staff/children/{id}")).await.is(200);
        olga.get("/staff/children").await.is(200);
        let mut white = admin(&site, "white@biala.example", Some(region.white)).await;
        white.get("/staff").await.says("href=\"/staff/traces\"");
        let child = format!("<a href=\"/staff/children/{id}\">");
        white.get(TRACES).await.is(200).says("Olga Radina").says("Gmina Biała").says(&child)
            .says("The child is of the organisation’s own branch.").says("<small>children</small>");
        let mut all = admin(&site, "all@all.example", None).await;
        all.get(TRACES).await.is(200).says("Olga Radina").says(&child).says("Gmina Biała");
        let mut black = admin(&site, "black@czarna.example", Some(region.school)).await;
        black.get(TRACES).await.is(200).says("Szkoła nr 2").says_not("Olga Radina").says_not(&child);
        // One of the branch can not be asked for elsewhere.
        let who = site.account("olga@biala.example").await;
        black.get(&format!("{TRACES}?who={who}")).await.is(200).says("There are no such entries");
        white.get(&format!("{TRACES}?who={who}&action=child.view&kind=person")).await.is(200).says(&child)
            .says_not("<small>children</small>");
        white.get(&format!("{TRACES}?from=1.1.2020&to=2.1.2020")).await.is(200).says("There are no such entries");
        white.get(&format!("{TRACES}?from=yesterday")).await.is(422).says("href=\"#from\"").says("yesterday");
        white.get(&format!("{TRACES}?from=2.1.2020&to=1.1.2020")).await.is(422).says("The last day must not come before the first.");
        for browser in [&mut olga, &mut maria] {
            browser.get(TRACES).await.is(404);
        }
    }

    async fn pages_and_files_hold_the_same(site: Site) {
        let region = region(&site).await;
        let mut white = admin(&site, "white@biala.example", Some(region.white)).await;
        changes(&site, region.nursery, 130).await;
        let list = format!("{TRACES}?action=group.save");
        let first = white.get(&list).await;
        first.is(200).says("places: 12 → 14").says("the system, or a visitor");
        let first = first.text();
        assert_eq!(rows(&first), 100);
        let older = first.split("before=").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let second = white.get(&format!("{list}&before={older}")).await.text();
        assert_eq!(rows(&second), 30);
        assert!(first.contains("rel=\"next\"") && !second.contains("rel=\"next\""), "there is nothing earlier");
        for id in 1..=130 {
            let link = format!("href=\"/staff/groups/{id}\"");
            assert!(first.contains(&link) != second.contains(&link), "{id} stands once");
        }
        let file = white.get(&format!("{list}&as=csv")).await;
        file.is(200);
        let file = file.text();
        assert_eq!(file.lines().count(), 131, "{file}");
        assert!(file.contains("places: 12 → 14") && file.contains("A group was changed") && file.contains("Przedszkole nr 1"));
        white.get(&format!("{list}&as=xlsx")).await.is(200);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'trace.download' AND after_state = '130'").await, 2);
        // Whoever turns pages looks once; whoever comes back later looks again.
        let looks = "SELECT COUNT(*) FROM audit WHERE action = 'trace.look_up'";
        assert_eq!(site.number(looks).await, 1);
        site.app.clock.advance(SignedDuration::from_mins(61));
        white.get(&list).await.is(200);
        assert_eq!(site.number(looks).await, 2);
        white.get(TRACES).await.says("The log was looked at").says("130 rows");
    }

    async fn families_see_who_looked_and_why(site: Site) {
        let region = region(&site).await;
        let (mut maria, id) = family(&site, &region).await;
        maria.get("/?lang=en").await;
        maria.get("/my/profile").await.says("href=\"/my/traces\"");
        maria.get("/my/traces").await.is(200).says("Nobody has looked at your data");
        let there = format!("/staff/children/{id}");
        let mut olga = operator(&site, region.white, "olga@biala.example").await;
        for _ in 0..3 {
            olga.get(&there).await.is(200);
        }
        let mut school = operator(&site, region.school, "school@czarna.example").await;
        find(&mut school).await;
        school.follow().await.is(200);
        let page = maria.get("/my/traces").await;
        page.is(200).says(&format!("Artem: {OPENED}")).says("Olga Radina, operator, Gmina Biała")
            .says("The child is of the organisation’s own branch.")
            .says("Olga Radina, operator, Szkoła nr 2").says("The reason: She stands at the desk.");
        assert_eq!(page.text().matches(OPENED).count(), 2, "three looks of an hour are one");
        maria.get(&format!("/my/children/{id}")).await.says("href=\"/my/traces\"");
        // A form with the data is a look too.
        site.app.clock.advance(SignedDuration::from_mins(90));
        olga.get(&format!("{there}/confirm")).await.is(200);
        assert_eq!(maria.get("/my/traces").await.text().matches(OPENED).count(), 3);
        let mut other = site.participant("Ola Maj", "ola@poczta.example").await;
        other.get("/?lang=en").await;
        other.get("/my/traces").await.is(200).says("Nobody has looked at your data").says_not("Olga Radina");
        site.browser().get("/my/traces").await.is(303);
    }

    async fn a_file_of_children_says_how_many_it_had(site: Site) {
        let region = region(&site).await;
        family(&site, &region).await;
        let mut olga = operator(&site, region.white, "olga@biala.example").await;
        olga.get("/staff/children").await.is(200);
        olga.get("/staff/children?as=csv").await.is(200);
        olga.get("/staff/children?as=csv&q=Wrona").await.is(200);
        for (rows, count) in [("1", 1), ("0", 1)] {
            let noted = format!("SELECT COUNT(*) FROM audit WHERE action = 'child.download' AND after_state = '{rows}'");
            assert_eq!(site.number(noted).await, count, "{rows}");
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'child.list'").await, 1);
    }

    async fn the_log_is_never_read_as_a_whole(site: Site) {
        for (name, sql) in store::ALL {
            let plan = database::explain(&site.app.db, sql).await.unwrap();
            let scans = |line: &str| {
                let line = line.trim();
                line.contains("Seq Scan on audit") || line.ends_with("SCAN u") || line.contains("SCAN u ")
            };
            assert!(!plan.lines().any(scans), "{name}\n{plan}");
        }
    }
}

/// Strings of the program that look like `room.verb`.
fn written() -> BTreeSet<String> {
    const NO_VERBS: [&str; 17] = [
        "bin", "css", "csv", "db", "example", "html", "ics", "jpg", "js", "json", "key", "pdf",
        "rs", "sta", "svg", "toml", "xml",
    ];
    const NO_VERBS_EITHER: [&str; 2] = ["txt", "xyz"];
    let is_word = |part: &str| {
        let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        !part.is_empty() && part.bytes().all(is_letter)
    };
    let is_action = |text: &&str| {
        text.split_once('.').is_some_and(|(room, verb)| {
            let is_file = NO_VERBS.contains(&verb) || NO_VERBS_EITHER.contains(&verb);
            is_word(room) && is_word(verb) && !is_file
        })
    };
    let mut found = BTreeSet::new();
    for (path, text) in files("app/src", "rs") {
        // Columns of tables look the same, and the list itself is no use of it.
        if path.ends_with("merging/references_store.rs") || path.ends_with("traces/known.rs") {
            continue;
        }
        found.extend(text.split('"').filter(is_action).map(str::to_owned));
    }
    found
}

#[test]
fn every_action_has_its_words() {
    let known: BTreeSet<String> = ACTIONS.iter().map(|one| (*one).to_owned()).collect();
    let written = written();
    let differing: Vec<_> = written.symmetric_difference(&known).collect();
    assert!(
        differing.is_empty(),
        "put these into traces/known.rs, or take them out: {differing:?}"
    );
    for lang in Lang::ALL {
        let t = Translator::new(lang);
        let key = |code: &str| format!("trace-action-{}", code.replace(['_', '.'], "-"));
        let missing: Vec<_> = ACTIONS.iter().filter(|code| !t.has(&key(code))).collect();
        assert!(missing.is_empty(), "no words in {lang:?}: {missing:?}");
    }
}

#[test]
fn statements_name_actions_that_there_are() {
    for sql in [store::LIST_OWN, store::LIST_OF_BRANCH] {
        let quoted = sql.split('\'').filter(|piece| piece.contains('.'));
        let codes = quoted.filter(|piece| !piece.contains(' '));
        for code in codes {
            assert!(ACTIONS.contains(&code), "{code}");
        }
    }
}
