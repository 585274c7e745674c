//! `support_hours`: when the support centre is open, whatever the calendar says; what whoever writes outside its hours reads.

use jiff::Timestamp;
use zapis::accounts::{OrganisationId, RoleKind};

use crate::apply::programme;
use crate::permissions::elsewhere;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::region;

const TUESDAYS: [(&str, &str); 3] = [
    ("tue", "13-16.30"),
    ("thu", "13:00–16:30"),
    ("holidays", "yes"),
];

async fn administrator(site: &Site, name: &str, email: &str, branch: OrganisationId) -> Browser {
    let kind = RoleKind::OrganisationAdministrator;
    site.staff(name, email, kind, Some(branch)).await
}

async fn sets(
    browser: &mut Browser,
    id: OrganisationId,
    more: &[(&str, &str)],
) -> crate::site::Answer {
    let here = format!("/staff/hours/{id}");
    let mut fields = vec![("do", "save")];
    fields.extend(TUESDAYS);
    fields.extend_from_slice(more);
    browser.fill(&here, &here, &fields).await
}

fn at(site: &Site, when: &str) {
    let when: Timestamp = when.parse().unwrap();
    site.app.clock.advance(when.duration_since(site.now()));
}

on_both! {
    async fn pages_say_whether_it_is_open_and_when_it_opens_next(site: Site) {
        let centre = region(&site).await.centre;
        let mut admin = administrator(&site, "Adam Sowa", "adam@city.example", centre).await;
        admin.get("/staff").await.says("href=\"/staff/hours\"");
        admin.get("/staff/hours").await.says("Nothing is said about opening hours");
        let page = format!("/institutions/{centre}");
        let mut visitor = site.browser();
        visitor.get("/?lang=en").await;
        let christmas = [("from1", "24.12.2026"), ("until1", "2026-12-31"), ("hours1", ""), ("note1", "Christmas")];
        sets(&mut admin, centre, &christmas).await.goes_to(&format!("/staff/hours/{centre}"));
        admin.follow().await.says("The opening hours are saved").says("value=\"13:00–16:30\"").says("value=\"24.12.2026\"");
        // Sunday.
        visitor.get(&page).await.says("Tue, Thu 13:00–16:30").says("closed now, opens on Tuesday at 13:00").says_not("Christmas");
        visitor.get("/contact").await.says("closed now, opens on Tuesday at 13:00");
        at(&site, "2026-11-24T11:59:59Z");
        visitor.get(&page).await.says("closed now, opens today at 13:00");
        at(&site, "2026-11-24T12:00:00Z");
        visitor.get(&page).await.says("open now, until 16:30");
        at(&site, "2026-11-24T15:30:00Z");
        visitor.get(&page).await.says("closed now, opens on Thursday at 13:00");
        // Days that differ, more than a week ahead.
        at(&site, "2026-12-22T16:00:00Z");
        visitor.get(&page).await.says("closed now, opens on Tuesday, 5 January at 13:00").says("24 December – 31 December: closed (Christmas)");
        // Over a change of summer time: 13:00 stays 13:00.
        at(&site, "2027-03-26T12:00:00Z");
        visitor.get(&page).await.says("opens on Tuesday at 13:00");
        at(&site, "2027-03-30T11:00:00Z");
        visitor.get(&page).await.says("open now, until 16:30");
        // Corpus Christi, a Thursday.
        at(&site, "2027-05-26T12:00:00Z");
        visitor.get(&page).await.says("opens on Tuesday at 13:00").says("27 May: closed (public holiday)");
        visitor.get(&format!("{page}?lang=pl")).await;
        visitor.get(&page).await.says("wt., czw. 13:00–16:30").says("teraz zamknięte, otwarcie we wtorek o 13:00");
        visitor.get(&format!("{page}?lang=ru")).await;
        visitor.get(&page).await.says("вт, чт 13:00–16:30").says("сейчас закрыто, откроется во вторник в 13:00");
    }

    async fn whoever_writes_outside_the_hours_reads_when_it_is_read(site: Site) {
        let ceramics = programme(&site, "Ceramika").await;
        let home = ceramics.organisation_id;
        let mut admin = administrator(&site, "Adam Sowa", "adam@city.example", home).await;
        sets(&mut admin, home, &[]).await.is(303);
        let mut anna = site.participant("Anna Nowak", "anna@dom.example").await;
        let to = home.to_string();
        let write = [("organisation", to.as_str()), ("subject", "Pytanie"), ("message", "Kiedy zajęcia?")];
        anna.fill("/contact/write", "/contact/write", &write).await.is(303);
        let mine = anna.get("/my/requests").await.text();
        let link = mine.split("href=\"/requests/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let thread = format!("/requests/{link}");
        anna.get(&thread).await.says("We are closed now. Somebody reads this on Tuesday at 13:00.");
        at(&site, "2026-11-24T12:00:00Z");
        anna.get(&thread).await.says_not("We are closed now");
    }

    async fn what_is_wrong_is_said_at_its_field_and_nothing_is_lost(site: Site) {
        let centre = region(&site).await.centre;
        let mut admin = administrator(&site, "Adam Sowa", "adam@city.example", centre).await;
        for (field, typed, why) in [
            ("mon", "16-8", "Write the hours as"),
            ("mon", "8-12, 11-13", "overlap"),
            ("from1", "31.11.2026", "Write the day as"),
            ("hours1", "rano", "Write the hours as"),
            ("note1", "\u{7}", "cannot be printed"),
        ] {
            sets(&mut admin, centre, &[(field, typed)]).await.is(422).says(&format!("href=\"#{field}\"")).says(why);
        }
        let order = [("from1", "24.12.2026"), ("until1", "23.12.2026")];
        sets(&mut admin, centre, &order).await.is(422).says("The last day is before the first one").says("value=\"23.12.2026\"");
        // Looking at it keeps nothing.
        let here = format!("/staff/hours/{centre}");
        let look = [("do", "preview"), ("sat", "9-13")];
        admin.fill(&here, &here, &look).await.is(200).says("Sat 9:00–13:00").says("value=\"9-13\"");
        assert_eq!(site.number("SELECT COUNT(*) FROM organisations WHERE hours <> ''").await, 0);
        // Others have no such page.
        let branch = elsewhere(&site).await;
        let mut stranger = administrator(&site, "Marta Wilk", "marta@lomza.example", branch).await;
        stranger.get(&here).await.is(404);
        stranger.get(&format!("/staff/hours/{branch}")).await.is(200);
        stranger.post(&here, &TUESDAYS).await.is(404);
        stranger.get("/staff/hours/0").await.is(404);
        let mut operator = site.staff("Olga Maj", "olga@city.example", RoleKind::Operator, Some(centre)).await;
        operator.get("/staff/hours").await.is(404);
    }
}
