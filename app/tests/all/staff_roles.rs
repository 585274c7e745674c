//! `tenancy`, staff: invitations, roles with an end, and nobody gives more than they have.

use jiff::SignedDuration;
use zapis::accounts::{OrganisationId, RoleKind};
use zapis::branches::worker::sweep;

use crate::age_14::subjects;
use crate::cast::PASSWORD;
use crate::permissions::elsewhere;
use crate::register::last_link;
use crate::site::{Browser, Site, on_both};

const INVITED: &str = "kamil@szkola.example";

fn staff_page(place: OrganisationId) -> String {
    format!("/staff/organisations/{place}/staff")
}

async fn administrator(site: &Site, place: OrganisationId) -> Browser {
    let kind = RoleKind::OrganisationAdministrator;
    site.staff("Ewa Lis", "ewa@lomza.example", kind, Some(place))
        .await
}

/// Invites somebody as an operator; the last day of the role is 24 December 2026 where one is wanted.
async fn invite(browser: &mut Browser, page: &str, email: &str, has_end: bool) {
    let mut fields = vec![
        ("do", "invite"),
        ("email", email),
        ("role_kind", "operator"),
    ];
    if has_end {
        fields.extend([
            ("ends_day", "24"),
            ("ends_month", "12"),
            ("ends_year", "2026"),
        ]);
    }
    browser.fill(page, page, &fields).await.goes_to(page);
    browser
        .follow()
        .await
        .says("The invitation is on its way.")
        .says("Invitations that wait");
}

/// A new colleague accepts, and signs in.
async fn accepts(site: &Site) -> Browser {
    let link = last_link(site, INVITED).await;
    let mut kamil = site.browser();
    kamil.get("/?lang=en").await;
    kamil
        .get(&link)
        .await
        .is(200)
        .says("Ośrodek w Łomży")
        .says("operator");
    kamil
        .post(&link, &[("name", "Kamil Sowa"), ("password", "x")])
        .await
        .is(422)
        .says("Kamil Sowa");
    let typed = [("name", "Kamil Sowa"), ("password", PASSWORD)];
    kamil.post(&link, &typed).await.is(303);
    kamil
        .get(&link)
        .await
        .says("was used already, or was taken back");
    let typed = [("email", INVITED), ("password", PASSWORD)];
    kamil.fill("/sign-in", "/sign-in", &typed).await.is(303);
    kamil
}

/// The role that was given last.
async fn last_role(site: &Site) -> String {
    site.number("SELECT MAX(id) FROM roles").await.to_string()
}

on_both! {
    async fn a_new_colleague_comes_in_by_the_link(site: Site) {
        let place = elsewhere(&site).await;
        let page = staff_page(place);
        let mut ewa = administrator(&site, place).await;
        ewa.fill(&page, &page, &[("do", "invite"), ("email", "kamil"), ("role_kind", "")]).await.is(422)
            .says("does not look like an e-mail").says("Choose one of the answers").says("value=\"kamil\"");
        invite(&mut ewa, &page, INVITED, true).await;
        let mut kamil = accepts(&site).await;
        kamil.get("/staff/venues").await.is(200);
        kamil.get("/staff/organisations").await.is(404);
        ewa.get(&page).await.says("Kamil Sowa").says("24 December 2026").says_not(INVITED);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action IN ('staff.invite', 'account.grant_role') \
            AND organisation_id IS NOT NULL").await, 3);
    }

    async fn an_invitation_never_says_whether_the_address_is_known(site: Site) {
        let place = elsewhere(&site).await;
        let page = staff_page(place);
        let mut ewa = administrator(&site, place).await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        let mut jan = site.participant("Jan Kos", "jan@poczta.example").await;
        invite(&mut ewa, &page, "anna@poczta.example", false).await;
        let link = last_link(&site, "anna@poczta.example").await;
        let mut visitor = site.browser();
        visitor.get("/?lang=en").await;
        visitor.get(&link).await.is(200).says("Sign in with this address").says_not("name=\"password\"");
        jan.get(&link).await.is(200).says("signed in with another address");
        jan.post(&link, &[("name", "Jan Kos"), ("password", PASSWORD)]).await.is(422);
        anna.get("/staff").await.is(404);
        anna.get(&link).await.says("Accept the invitation");
        anna.post(&link, &[]).await.goes_to("/staff");
        anna.follow().await.is(200).says("The role is yours.");
    }

    async fn an_invitation_can_be_taken_back_and_ends_after_a_week(site: Site) {
        let place = elsewhere(&site).await;
        let page = staff_page(place);
        let mut ewa = administrator(&site, place).await;
        invite(&mut ewa, &page, INVITED, false).await;
        let first = last_link(&site, INVITED).await;
        // A second one takes the place of the first.
        invite(&mut ewa, &page, INVITED, false).await;
        let mut kamil = site.browser();
        kamil.get("/?lang=en").await;
        kamil.get(&first).await.says("was used already, or was taken back");
        let second = last_link(&site, INVITED).await;
        kamil.get(&second).await.says("Make the account and accept");
        site.app.clock.advance(SignedDuration::from_hours(7 * 24));
        kamil.get(&second).await.says("The time of this invitation is over");
        let mut ewa = site.staff("Ola Lis", "ola@lomza.example", RoleKind::OrganisationAdministrator, Some(place)).await;
        invite(&mut ewa, &page, INVITED, false).await;
        let third = last_link(&site, INVITED).await;
        let id = site.number("SELECT MAX(id) FROM staff_invitations").await.to_string();
        ewa.get(&page).await;
        ewa.post(&page, &[("do", "take_back"), ("invitation", &id)]).await.goes_to(&page);
        kamil.get(&third).await.says("was used already, or was taken back");
        assert_eq!(site.number("SELECT COUNT(*) FROM accounts WHERE email_key = 'kamil@szkola.example'").await, 0);
    }

    async fn a_role_ends_at_once_or_on_its_day(site: Site) {
        let place = elsewhere(&site).await;
        let page = staff_page(place);
        let mut ewa = administrator(&site, place).await;
        let mut olga = site.staff("Olga Maj", "olga@lomza.example", RoleKind::Operator, Some(place)).await;
        let mut piotr = site.staff("Piotr Dąb", "piotr@lomza.example", RoleKind::Accountant, Some(place)).await;
        piotr.get("/staff").await.is(200);
        let accountant = last_role(&site).await;
        let end = [("do", "end"), ("role", accountant.as_str())];
        ewa.fill(&page, &page, &end).await.goes_to(&page);
        piotr.get("/staff").await.is(404);
        assert!(subjects(&site, "piotr@lomza.example").await.iter().any(|one| one.starts_with("Your role has ended")));

        let operator = (accountant.parse::<i64>().unwrap() - 1).to_string();
        let set = |day: &'static str, month: &'static str| vec![("do", "date"), ("role", operator.as_str()),
            ("ends_day", day), ("ends_month", month), ("ends_year", "2026")];
        ewa.fill(&page, &page, &set("1", "11")).await.is(422).says("This day has passed").says("Olga Maj: operator");
        ewa.fill(&page, &page, &set("6", "12")).await.goes_to(&page);
        ewa.follow().await.says("6 December 2026");
        sweep(&site.app, site.now()).await.unwrap();
        let ending = |all: Vec<String>| all.iter().filter(|one| one.contains("ends in a week")).count();
        assert_eq!(ending(subjects(&site, "olga@lomza.example").await), 0);
        site.app.clock.advance(SignedDuration::from_hours(8 * 24));
        sweep(&site.app, site.now()).await.unwrap();
        sweep(&site.app, site.now()).await.unwrap();
        assert_eq!(ending(subjects(&site, "olga@lomza.example").await), 1);
        assert_eq!(ending(subjects(&site, "ewa@lomza.example").await), 1);
        olga.get("/staff").await.is(200);
        site.app.clock.advance(SignedDuration::from_hours(7 * 24));
        olga.get("/staff").await.is(404);
    }

    async fn nobody_gives_more_than_they_have(site: Site) {
        let place = elsewhere(&site).await;
        let page = staff_page(place);
        let mut ewa = administrator(&site, place).await;
        for kind in ["installation_administrator", "king"] {
            let fields = [("do", "invite"), ("email", INVITED), ("role_kind", kind)];
            ewa.fill(&page, &page, &fields).await.is(422).says("Choose one of the answers");
        }
        ewa.get("/staff/organisations/all/staff").await.is(404);
        let own = last_role(&site).await;
        let forever = [("do", "date"), ("role", own.as_str())];
        ewa.fill(&page, &page, &forever).await.is(422).says("Nobody sets the end of the own role");

        let kind = RoleKind::InstallationAdministrator;
        let mut marek = site.staff("Marek Wilk", "marek@miasto.example", kind, None).await;
        let all = "/staff/organisations/all/staff";
        let last = last_role(&site).await;
        marek.fill(all, all, &[("do", "end"), ("role", &last)]).await.is(422).says("somebody else first");
        let mut zofia = site.staff("Zofia Bąk", "zofia@miasto.example", kind, None).await;
        zofia.fill(all, all, &[("do", "end"), ("role", &last)]).await.goes_to(all);
        marek.get("/staff").await.is(404);
        // Roles of a branch are not to be found under another place.
        zofia.fill(all, all, &[("do", "end"), ("role", &own)]).await.is(404);
    }
}
