//! Words that no page offers: a form that is sent with one is refused, and nothing is decided by it.

use zapis::i18n::{Lang, Translator};

use crate::child_once::{ENTER, but};
use crate::house_rules::files;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::{Region, family, find, operator, region};

async fn opening(site: &Site) -> (Region, Browser, i64, Browser) {
    let region = region(site).await;
    let (maria, id) = family(site, &region).await;
    let mut olga = operator(site, region.nursery, "olga@biala.example").await;
    find(&mut olga).await;
    (region, maria, id, olga)
}

on_both! {
    async fn the_sex_of_a_child_stays(site: Site) {
        let (region, mut maria, id, mut olga) = opening(&site).await;
        let lives = region.white.to_string();
        let words = [("sex", "other"), ("municipality", lives.as_str()), ("version", "1"), ("reason", "x")];
        maria.fill(ENTER, ENTER, &but(&[words[0], words[1], ("given_name", "Gleb")])).await.is(422).says("href=\"#sex\"").says("Gleb");
        for (who, address) in [(&mut maria, format!("/my/children/{id}/change")), (&mut olga, format!("/staff/children/{id}/correct"))] {
            who.fill(&address, &address, &but(&words)).await.is(422).says("href=\"#sex\"").says("Choose one of the answers");
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE sex = 'male' AND version = 1 AND identity_key IS NOT NULL").await, 1);
        // It may be left open.
        let change = format!("/my/children/{id}/change");
        maria.fill(&change, &change, &but(&[("sex", ""), words[1], words[2]])).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE sex = '' AND version = 2 AND identity_key IS NOT NULL").await, 1);
    }

    async fn nobody_is_turned_away_or_let_in(site: Site) {
        let (region, mut maria, id, _) = opening(&site).await;
        let mut pawel = site.participant("Paweł Lesin", "pawel@dom.example").await;
        let lives = region.white.to_string();
        let asks = but(&[("case", "guardian"), ("municipality", &lives)]);
        pawel.fill(ENTER, "/my/children/next", &asks).await.goes_to("/my/children");
        let account = site.account("pawel@dom.example").await.to_string();
        let (there, decide) = (format!("/my/children/{id}"), format!("/my/children/{id}/guardians"));
        for answer in ["", "maybe"] {
            let refused = maria.fill(&there, &decide, &[("account", &account), ("answer", answer)]).await;
            refused.is(422).says("Choose one of the answers").says("Paweł Lesin asks to act");
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM guardianships WHERE state = 'asked'").await, 1);
    }

    async fn a_correction_waits_on(site: Site) {
        let (_, mut maria, id, mut olga) = opening(&site).await;
        site.sql("UPDATE people SET state = 'confirmed' WHERE id = $1", id).await;
        let ask = format!("/my/children/{id}/correct");
        maria.fill(&ask, &ask, &but(&[("city", "Łomża"), ("reason", "We moved.")])).await.is(303);
        let one = format!("/staff/corrections/{}", site.number("SELECT MAX(id) FROM child_corrections").await);
        let typed = [("deed", "erase"), ("version", "1"), ("reason", "I do not know.")];
        olga.fill(&one, &one, &typed).await.is(422).says("Choose one of the answers").says("I do not know.");
        assert_eq!(site.number("SELECT COUNT(*) FROM child_corrections WHERE state = 'open'").await, 1);
    }
}

/// What is wrong with a field is said in words: every code of an error that the program writes has them.
#[test]
fn every_error_has_its_words() {
    let t = Translator::new(Lang::En);
    let mut missing = Vec::new();
    for (path, text) in files("app/src", "rs") {
        for piece in text.split("FieldError::new(").skip(1) {
            let call = piece.split(')').next().unwrap_or_default();
            let code = call.split_once(',').map_or("", |(_, rest)| rest.trim());
            let code = code
                .strip_prefix('"')
                .and_then(|rest| rest.split('"').next());
            if let Some(code) = code.filter(|code| !t.has(&format!("error-{code}"))) {
                missing.push(format!("{}: {code}", path.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}
