//! `zapis identity renew-hashes`: after the tables of names grew, everybody is found by them, while children are entered.

use tempfile::TempDir;
use zapis::app::Shared;
use zapis::families::actions::renew::{self, Renewal, Step};
use zapis::families::hashes::Renewed;

use crate::cast::PASSWORD;
use crate::child_once::{ARTEM, ENTER, but};
use crate::command_line::succeeds;
use crate::register::{last_link, typed};
use crate::site::{Browser, Site, on_both};

/// What people are found by, as one number.
async fn fingerprint(site: &Site) -> i64 {
    let of_all = "SELECT CAST(SUM(hash % 1000003) AS BIGINT) FROM person_keys";
    site.number(of_all).await
}

/// Three children of Maria's; who they are found by was made with other tables.
async fn opening(site: &Site) -> Browser {
    let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
    let olga = but(&[
        ("given_name", "Olga"),
        ("sex", "female"),
        ("born_year", "2019"),
    ]);
    let zenon = but(&[
        ("given_name", "Zenon"),
        ("born_year", "2014"),
        ("document_kind", "other"),
        ("document_number", "AB 123456"),
    ]);
    for typed in [&ARTEM[..], &olga, &zenon] {
        maria.fill(ENTER, ENTER, typed).await.is(303);
    }
    maria
}

async fn grow(site: &Site) {
    site.sql("UPDATE person_keys SET hash = hash + $1", 1).await;
}

async fn begins(app: &Shared, anew: bool) -> Renewal {
    renew::begin(app, anew, app.clock.now()).await.unwrap()
}

async fn steps(app: &Shared, most: i64) -> (usize, usize) {
    let step = renew::step(app, most).await.unwrap();
    assert_eq!(step.renewed.shut, 0);
    (step.seen, step.renewed.changed)
}

on_both! {
    async fn everybody_is_found_anew_and_what_was_interrupted_goes_on(site: Site) {
        opening(&site).await;
        let app = &site.app;
        let before = fingerprint(&site).await;
        grow(&site).await;
        assert_ne!(fingerprint(&site).await, before);
        assert_eq!(begins(app, false).await, Renewal { waiting: 3, goes_on: false });
        assert_eq!(steps(app, 2).await, (2, 2));
        // Interrupted here; whoever is entered meanwhile is found.
        let mut pawel = site.participant("Paweł Lesin", "pawel@dom.example").await;
        pawel.fill(ENTER, ENTER, &but(&[("surname", "Lesinn")])).await.is(422).says("registered already");
        assert_eq!(begins(app, false).await, Renewal { waiting: 1, goes_on: true });
        assert_eq!(begins(app, true).await, Renewal { waiting: 3, goes_on: false });
        assert_eq!(steps(app, 2).await, (2, 0), "what is right stays");
        assert_eq!(steps(app, 2).await, (1, 1));
        assert_eq!(steps(app, 2).await, (0, 0));
        assert_eq!(fingerprint(&site).await, before);
        assert_eq!(begins(app, false).await, Renewal { waiting: 3, goes_on: false });
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'people.renew_hashes'").await, 3);
    }

    /// Whoever acts for a child is changed, and the child is found by what is known today, without anybody making it so.
    async fn who_acts_for_a_child_is_known_as_of_today(site: Site) {
        let mut maria = opening(&site).await;
        let forms = "SELECT COUNT(*) FROM person_forms";
        assert_eq!(site.number(forms).await, 3);
        let mut before = fingerprint(&site).await;
        let details: Vec<_> = typed(&[("surname", "Nowacka"), ("phone", "601 700 800")]).into_iter().chain([("language", "en")]).collect();
        maria.fill("/my/profile", "/my/profile", &details).await.is(303);
        let page = "/my/profile/email";
        maria.fill(page, page, &[("email", "maria.nowacka@dom.example"), ("password", PASSWORD)]).await.is(303);
        for step in ["a telephone", "an address"] {
            let found = fingerprint(&site).await;
            assert_ne!(found, before, "{step}");
            before = found;
            begins(&site.app, true).await;
            assert_eq!(steps(&site.app, 10).await, (3, 0), "{step} is known");
            if step == "a telephone" {
                let link = last_link(&site, "maria.nowacka@dom.example").await;
                maria.fill(&link, &link, &[]).await.is(303);
            }
        }
        let of_today = "SELECT COUNT(*) FROM person_forms WHERE form LIKE '%novaka%' AND form LIKE '%601700800%' AND form LIKE '%maria.nowacka@dom.example%'";
        assert_eq!(site.number(of_today).await, 3);
    }

    async fn whoever_has_no_form_is_found_as_well(site: Site) {
        opening(&site).await;
        site.sql("DELETE FROM person_forms WHERE person_id > $1", 0).await;
        let mut pawel = site.participant("Paweł Lesin", "pawel@dom.example").await;
        pawel.fill(ENTER, ENTER, &but(&[("surname", "Lesinn")])).await.is(422).says("registered already");
        begins(&site.app, false).await;
        assert_eq!(steps(&site.app, 10).await, (3, 3));
    }

    async fn nobody_is_lost(site: Site) {
        opening(&site).await;
        let app = &site.app;
        let (first, second) = ("(SELECT MIN(person_id) FROM person_keys)", "(SELECT MIN(person_id) + 1 FROM person_keys)");
        // A record that was joined with another one leads there.
        site.sql(format!("UPDATE people SET state = 'merged', merged_into = $1 WHERE id = {second}"), site.number(format!("SELECT {first}")).await).await;
        // Whose document does not open is found as before.
        site.sql("UPDATE documents SET sealed = number_hash WHERE id > $1", 0).await;
        begins(app, false).await;
        let step = renew::step(app, 10).await.unwrap();
        assert_eq!(step, Step { seen: 2, renewed: Renewed { changed: 1, shut: 1 } });
        let both = format!("SELECT COUNT(*) FROM person_keys a JOIN person_keys b ON a.hash = b.hash AND a.person_id = {first} WHERE b.person_id = {second}");
        let of_second = format!("SELECT COUNT(*) FROM person_keys WHERE person_id = {second}");
        assert_eq!(site.number(both).await, site.number(of_second).await);
        let third = site.number("SELECT COUNT(*) FROM person_keys WHERE person_id = (SELECT MAX(person_id) FROM person_keys)").await;
        assert!(third > 8, "{third}");
    }
}

#[test]
fn an_administrator_has_everybody_found_by_the_tables_of_today() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    for options in [&[][..], &["--from-start"]] {
        let arguments = [&["identity", "renew-hashes"], options].concat();
        let said = succeeds(path, &arguments);
        assert_eq!(said.trim(), "People looked at: 0. With new hashes: 0.");
    }
}
