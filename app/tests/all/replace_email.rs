//! `replace_email` [B4]: an operator replaces the address of a guardian who can not get at it any more.

use jiff::SignedDuration;
use zapis::accounts::RoleKind;

use crate::child_once::{ENTER, but};
use crate::site::{Site, on_both};
use crate::staff_children::{family, find, operator, region};

const NEW: &str = "maria.nowa@poczta.example";

on_both! {
    async fn the_new_address_holds_after_its_link_and_every_sign_in_ends(site: Site) {
        let region = region(&site).await;
        let (mut maria, id) = family(&site, &region).await;
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        let account = site.account("maria@dom.example").await;
        let email = format!("/staff/children/{id}/guardians/{account}/email");
        olga.get(&email).await.is(404);
        find(&mut olga).await;
        olga.follow().await.says(&format!("href=\"{email}\""));
        olga.fill(&email, &email, &[("email", NEW)]).await.is(422).says("href=\"#document\"").says("href=\"#reason\"").says(NEW);
        let typed = [("email", NEW), ("document", "passport"), ("reason", "The old one is closed.")];
        olga.post(&email, &typed).await.goes_to(&format!("/staff/children/{id}"));
        let told = site.letters_to("maria@dom.example").await.pop().unwrap();
        assert_eq!(told.subject, "An institution replaces your e-mail address");
        assert!(format!("{told:?}").contains("ma•••@poczta.example"));
        maria.get("/my/children").await.is(200);
        let letter = site.letters_to(NEW).await.pop().unwrap();
        let (_, link) = letter.action.unwrap();
        let path = link.trim_start_matches("http://127.0.0.1:8080").to_owned();
        let mut phone = site.browser();
        phone.get("/?lang=en").await;
        phone.fill(&path, &path, &[]).await.is(303);
        maria.get("/my/children").await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM accounts WHERE email_key = 'maria.nowa@poczta.example'").await, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM email_replacements WHERE done_at IS NOT NULL AND document = 'passport'").await, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'account.replace_email' AND reason = 'The old one is closed.'").await, 1);
        assert_eq!(site.letters_to("maria@dom.example").await.pop().unwrap().subject, told_of_change(&site).await);
    }

    async fn a_form_that_is_sent_many_times_counts_once(site: Site) {
        let region = region(&site).await;
        let (_, id) = family(&site, &region).await;
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        find(&mut olga).await;
        let account = site.account("maria@dom.example").await;
        let email = format!("/staff/children/{id}/guardians/{account}/email");
        olga.get(&email).await.is(200);
        let typed = [("email", NEW), ("document", "passport"), ("reason", "The old one is closed.")];
        let posts = (0..20).map(|_| {
            let (mut tab, email) = (olga.clone(), email.clone());
            async move { tab.post(&email, &typed).await.goes_to(&format!("/staff/children/{id}")); }
        });
        futures_util::future::join_all(posts).await;
        let asked = "SELECT COUNT(*) FROM email_replacements";
        assert_eq!(site.number(asked).await, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'account.replace_email'").await, 1);
        assert_eq!(site.letters_to(NEW).await.len(), 1);
        let told = site.letters_to("maria@dom.example").await;
        let told = told.iter().filter(|one| one.subject == "An institution replaces your e-mail address");
        assert_eq!(told.count(), 1);
        // Another address takes its place, and so does the first one again.
        let other = [("email", "maria.inna@poczta.example"), typed[1], typed[2]];
        olga.fill(&email, &email, &other).await.is(303);
        olga.fill(&email, &email, &typed).await.is(303);
        assert_eq!(site.number(asked).await, 3);
        // A letter that was lost is sent anew after a while.
        site.app.clock.advance(SignedDuration::from_mins(11));
        olga.fill(&email, &email, &typed).await.is(303);
        assert_eq!(site.letters_to(NEW).await.len(), 3);
        assert_eq!(site.number("SELECT COUNT(*) FROM links WHERE purpose = 'change_email' AND used_at IS NULL").await, 1);
    }

    async fn an_operator_does_not_become_an_administrator(site: Site) {
        let region = region(&site).await;
        family(&site, &region).await;
        let mut admin = site.staff("Anna Wójt", "anna@biala.example", RoleKind::OrganisationAdministrator, Some(region.white)).await;
        let lives = region.white.to_string();
        let own = [("municipality", lives.as_str()), ("given_name", "Gleb"), ("surname", "Wrona"), ("born_year", "2015")];
        admin.fill(ENTER, ENTER, &but(&own)).await.is(303);
        let child = site.number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL").await;
        let account = site.account("anna@biala.example").await;
        let email = format!("/staff/children/{child}/guardians/{account}/email");
        let mut support = site.staff("Ewa Lis", "ewa@biala.example", RoleKind::SupportCentre, Some(region.centre)).await;
        support.get(&format!("/staff/children/{child}")).await.is(200);
        support.get(&email).await.is(404);
        admin.get(&email).await.is(404);
        let mut all = site.staff("Jan Sum", "jan@all.example", RoleKind::InstallationAdministrator, None).await;
        all.get(&email).await.is(200);
    }
}

async fn told_of_change(site: &Site) -> String {
    site.letters_to("maria@dom.example")
        .await
        .into_iter()
        .map(|one| one.subject)
        .find(|subject| subject.contains("changed"))
        .expect("a letter about the change")
}
