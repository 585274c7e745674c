//! Who did something stands in the letter about it, with how to reach them; what staff reads of a family, the family sees.

use zapis::accounts::{OrganisationId, RoleKind};

use crate::child_once::{ENTER, but};
use crate::site::{Site, on_both};
use crate::staff_children::{family, find, operator, region};

const MARIA: &str = "maria@dom.example";
const OTHER: &str = "maria.inna@dom.example";
const NEW: &str = "maria.nowa@poczta.example";
const MERGES: &str = "/staff/merges";
const COMPARE: &str = "/staff/merges/new";

/// The organisation can be called.
async fn has_telephone(site: &Site, id: OrganisationId) {
    let sql = "UPDATE organisations SET phone = '+48 85 111 22 33' WHERE id = $1";
    site.sql(sql, id.get()).await;
    let sql = "UPDATE snapshot_versions SET version = version + 1 WHERE name = 'organisations' AND version > $1";
    site.sql(sql, -1).await;
    site.app.organisations.refresh(&site.app.db).await.unwrap();
}

on_both! {
    async fn letters_about_a_replaced_address_name_the_institution(site: Site) {
        let region = region(&site).await;
        has_telephone(&site, region.nursery).await;
        let (_, id) = family(&site, &region).await;
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        find(&mut olga).await;
        let account = site.account(MARIA).await;
        let email = format!("/staff/children/{id}/guardians/{account}/email");
        let typed = [("email", NEW), ("document", "passport"), ("reason", "The old one is closed.")];
        olga.fill(&email, &email, &typed).await.is(303);
        let told = site.letters_to(MARIA).await.pop().unwrap();
        let asked = site.letters_to(NEW).await.pop().unwrap();
        assert!(told.paragraphs[0].contains("Przedszkole nr 1"), "{told:?}");
        for letter in [&told, &asked] {
            assert_eq!(letter.contact, "Przedszkole nr 1, +48 85 111 22 33");
        }
        let (_, link) = asked.action.unwrap();
        let path = link.trim_start_matches("http://127.0.0.1:8080").to_owned();
        site.browser().fill(&path, &path, &[]).await.is(303);
        let last = site.letters_to(MARIA).await.pop().unwrap();
        assert!(last.subject.contains("was changed"), "{}", last.subject);
        assert_eq!(last.contact, "Przedszkole nr 1, +48 85 111 22 33");
    }

    async fn a_look_at_an_address_stands_where_its_letter_says(site: Site) {
        let region = region(&site).await;
        let (mut maria, id) = family(&site, &region).await;
        let mine = format!("/my/children/{id}");
        maria.get("/?lang=en").await;
        maria.get(&mine).await.says_not("The whole e-mail address");
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        find(&mut olga).await;
        let account = site.account(MARIA).await;
        let address = format!("/staff/children/{id}/guardians/{account}/address");
        olga.fill(&address, &address, &[("reason", "She forgot it.")]).await.is(200).says(MARIA);
        let letter = site.letters_to(MARIA).await.pop().unwrap();
        assert!(letter.paragraphs.iter().any(|one| one.contains("On the child’s page you see who it was")), "{letter:?}");
        let page = maria.get(&mine).await.text();
        let shown = "The whole e-mail address of somebody who acts for the child, or asks to, was shown. The reason: She forgot it.";
        assert_eq!(page.matches(shown).count(), 1);
        assert!(page.contains("Olga Radina, operator, Przedszkole nr 1"));
    }

    async fn a_family_sees_that_accounts_were_compared(site: Site) {
        let region = region(&site).await;
        has_telephone(&site, region.centre).await;
        let (mut maria, id) = family(&site, &region).await;
        let mut second = site.participant("Maria Lesina", OTHER).await;
        let lives = region.white.to_string();
        let gleb = [("given_name", "Gleb"), ("born_year", "2019"), ("municipality", lives.as_str())];
        second.fill(ENTER, ENTER, &but(&gleb)).await.is(303);
        let mut ewa = site.staff("Ewa Lis", "ewa@biala.example", RoleKind::SupportCentre, Some(region.centre)).await;
        ewa.get("/?lang=en").await;
        let both = [("gone_email", OTHER), ("kept_email", MARIA), ("reason", "She called.")];
        ewa.fill(COMPARE, COMPARE, &both).await.is(200).says("value=\"She called.\"");
        maria.get("/?lang=en").await;
        let mine = format!("/my/children/{id}");
        let said = "the children and applications of both were shown. The reason: She called.";
        maria.get(&mine).await.says(said).says("Ewa Lis, support centre, Centrum wsparcia");
        // A reason that was emptied loses nothing of what was chosen.
        let chosen = [both[0], both[1], ("because", "She called."), ("reason", " "), ("what", "cancel")];
        let refused = ewa.post(MERGES, &chosen).await;
        refused.is(422).says("What would happen").says("href=\"#reason\"").says("value=\"cancel\" id=\"what\" checked");
        let chosen = [both[0], both[1], ("because", "She called."), ("reason", "One mother."), ("what", "cancel")];
        ewa.post(MERGES, &chosen).await.is(303);
        // The same look within the hour stands there once.
        assert_eq!(maria.get(&mine).await.text().matches(said).count(), 1);
        for address in [MARIA, OTHER] {
            let letter = site.letters_to(address).await.pop().unwrap();
            assert_eq!(letter.contact, "Centrum wsparcia, +48 85 111 22 33", "{}", letter.subject);
        }
    }

    /// An account that has nothing to do with any branch is nobody's to look at but the whole installation's.
    async fn accounts_of_no_branch_are_not_there(site: Site) {
        let region = region(&site).await;
        family(&site, &region).await;
        site.participant("Jan Obcy", "jan.obcy@dom.example").await;
        let mut rada = site.staff("Anna Wójt", "rada@biala.example", RoleKind::OrganisationAdministrator, Some(region.white)).await;
        let mut all = site.staff("Jan Sum", "jan@all.example", RoleKind::InstallationAdministrator, None).await;
        let stranger = [("gone_email", "jan.obcy@dom.example"), ("kept_email", MARIA), ("reason", "They asked.")];
        let nobody = [("gone_email", "nobody@dom.example"), ("kept_email", MARIA), ("reason", "They asked.")];
        rada.get("/?lang=en").await;
        for typed in [&stranger, &nobody] {
            rada.fill(COMPARE, COMPARE, typed).await.is(422).says("There is no account in use with this address").says_not("Jan Obcy");
        }
        rada.post(MERGES, &[stranger[0], stranger[1], stranger[2], ("what", "cancel")]).await.is(422).says_not("Jan Obcy");
        all.get("/?lang=en").await;
        all.fill(COMPARE, COMPARE, &stranger).await.is(200).says("Jan Obcy");
    }
}
