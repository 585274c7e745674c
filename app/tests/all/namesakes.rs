//! `child_once` [B1], true namesakes: what is known of either can be changed, and each keeps a key of its own.

use zapis::accounts::RoleKind;

use crate::child_once::but;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::{family, region};

const ARTEM: &str = "lesin|artem|2017-03-14";
const LET_IN: &str = "/staff/children/namesake";

/// Two children of one name: Maria's, and Paweł's, who was let in.
struct Story {
    maria: Browser,
    pawel: Browser,
    admin: Browser,
    first: i64,
    second: i64,
    lives: String,
}

impl Story {
    /// Lets one more namesake in; its id.
    async fn lets_in(&mut self, site: &Site, (email, document): (&str, &str)) -> i64 {
        let typed = but(&[
            ("document_kind", "other"),
            ("document_number", document),
            ("municipality", &self.lives),
            ("guardian_email", email),
            ("reason", "Two boys of one name."),
        ]);
        self.admin.fill(LET_IN, LET_IN, &typed).await.is(303);
        site.number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL")
            .await
    }

    /// A guardian changes the child.
    async fn changes(&mut self, id: i64, changes: &[(&str, &str)]) -> u16 {
        let guardian = if id == self.first {
            &mut self.maria
        } else {
            &mut self.pawel
        };
        let mut typed = changes.to_vec();
        typed.push(("municipality", &self.lives));
        let address = format!("/my/children/{id}/change");
        guardian.fill(&address, &address, &but(&typed)).await.status
    }

    /// The operator puts its data right.
    async fn corrects(&mut self, id: i64, changes: &[(&str, &str)]) -> u16 {
        let mut typed = changes.to_vec();
        typed.push(("reason", "The document says so."));
        let address = format!("/staff/children/{id}/correct");
        let page = self.admin.fill(&address, &address, &but(&typed)).await;
        page.status
    }
}

async fn opening(site: &Site) -> Story {
    let region = region(site).await;
    let (maria, first) = family(site, &region).await;
    let pawel = site.participant("Paweł Lesin", "pawel@dom.example").await;
    let kind = RoleKind::OrganisationAdministrator;
    let branch = Some(region.white);
    let mut admin = site
        .staff("Anna Wójt", "anna@biala.example", kind, branch)
        .await;
    admin.get("/?lang=en").await;
    let mut story = Story {
        maria,
        pawel,
        admin,
        first,
        second: 0,
        lives: region.white.to_string(),
    };
    story.second = story.lets_in(site, ("pawel@dom.example", "CD 99999")).await;
    story
}

/// Whether the record has this key.
async fn has_key(site: &Site, id: i64, key: &str) -> bool {
    let with = format!("SELECT COUNT(*) FROM people WHERE id = {id} AND identity_key = '{key}'");
    site.number(with).await == 1
}

async fn cases(site: &Site, state: &str) -> i64 {
    let of = format!("SELECT COUNT(*) FROM duplicate_cases WHERE state = '{state}'");
    site.number(of).await
}

on_both! {
    async fn who_is_changed_keeps_a_key_of_its_own(site: Site) {
        let mut story = opening(&site).await;
        let (first, second) = (story.first, story.second);
        let number = format!("{ARTEM}#2");
        assert!(has_key(&site, first, ARTEM).await && has_key(&site, second, &number).await);
        assert_eq!(story.changes(second, &[("version", "1"), ("street", "ul. Nowa 9")]).await, 303);
        assert_eq!(story.changes(first, &[("version", "1"), ("street", "ul. Nowa 9")]).await, 303);
        assert_eq!(story.corrects(second, &[("version", "2"), ("birth_place", "Łapy")]).await, 303);
        assert!(has_key(&site, first, ARTEM).await && has_key(&site, second, &number).await);
        // A third one is told from both, and they from it.
        site.participant("Ewa Lesin", "ewa@dom.example").await;
        let third = story.lets_in(&site, ("ewa@dom.example", "EF 11111")).await;
        assert!(has_key(&site, third, &format!("{ARTEM}#3")).await);
        for (id, version) in [(second, "3"), (first, "2")] {
            assert_eq!(story.changes(id, &[("version", version), ("city", "Łomża")]).await, 303);
        }
        assert!(has_key(&site, first, ARTEM).await && has_key(&site, second, &number).await);
        assert_eq!((cases(&site, "different").await, cases(&site, "open").await), (3, 0));
    }

    async fn who_is_called_otherwise_has_a_plain_key(site: Site) {
        let mut story = opening(&site).await;
        let (first, second) = (story.first, story.second);
        assert_eq!(story.changes(second, &[("version", "1"), ("given_name", "Zenon")]).await, 303);
        assert!(has_key(&site, second, "lesin|zenon|2017-03-14").await);
        // Nobody makes a namesake but an operator, who has decided that they are two.
        assert_eq!(story.changes(second, &[("version", "2")]).await, 422);
        story.pawel.last.says("A child with these data is registered already");
        assert_eq!(story.corrects(second, &[("version", "2")]).await, 303);
        assert!(has_key(&site, second, &format!("{ARTEM}#2")).await);
        // Where the first one is called otherwise, the second one needs no number any more.
        assert_eq!(story.changes(first, &[("version", "1"), ("given_name", "Gleb")]).await, 303);
        assert!(has_key(&site, first, "lesin|gleb|2017-03-14").await);
        assert_eq!(story.changes(second, &[("version", "3"), ("city", "Łomża")]).await, 303);
        assert!(has_key(&site, second, ARTEM).await);
        assert_eq!((cases(&site, "different").await, cases(&site, "open").await), (1, 0));
    }

    async fn a_document_names_one_of_them_only(site: Site) {
        let mut story = opening(&site).await;
        let (first, second) = (story.first, story.second);
        let document = [("document_kind", "other"), ("document_number", "AB 12345")];
        assert_eq!(story.corrects(first, &[("version", "1"), document[0], document[1]]).await, 303);
        let typed = [("version", "1"), document[0], document[1]];
        assert_eq!(story.corrects(second, &typed).await, 422);
        story.admin.last.says("This document belongs to another child");
        assert_eq!(story.changes(second, &typed).await, 422);
        assert_eq!(site.number("SELECT COUNT(*) FROM documents").await, 2);
        assert_eq!(cases(&site, "open").await, 0);
    }
}
