//! `escalate` [B10, B3]: a request climbs from the institution to the support centre and the region with what was tried; whoever
//! asks sees where it is and why; the tools that solve it open with the child already chosen.

use jiff::SignedDuration;
use zapis::accounts::{OrganisationId, RoleKind};

use crate::change_municipality::above_all;
use crate::child_once::but;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::{Region, family, operator, region};

const MARIA: &str = "maria@dom.example";
const TRIED: &str = "We compared the papers; the number is right, the name is not.";
const WRITE: &str = "/contact/write";

/// A region above two municipalities, with an institution each, and a support centre in the first.
pub async fn ladder(site: &Site) -> (Region, OrganisationId) {
    let region = region(site).await;
    (region, above_all(site, "Region Zielony").await)
}

async fn writes(maria: &mut Browser, to: OrganisationId, child: i64) {
    let (to, child) = (to.to_string(), child.to_string());
    let typed = [
        ("organisation", to.as_str()),
        ("kind", "correct_child"),
        ("child", &child),
        ("message", "His name has one letter too many."),
    ];
    maria
        .fill(WRITE, WRITE, &typed)
        .await
        .goes_to("/my/requests");
}

async fn thread(site: &Site) -> String {
    let letters = site.letters_to(MARIA).await;
    let opened = letters
        .iter()
        .rev()
        .find(|one| one.subject.starts_with("We have your message"));
    let (_, address) = opened.unwrap().action.clone().unwrap();
    address["http://127.0.0.1:8080".len()..].to_owned()
}

async fn support(site: &Site, centre: OrganisationId) -> Browser {
    let mut ewa = site
        .staff(
            "Ewa Lis",
            "ewa@biala.example",
            RoleKind::SupportCentre,
            Some(centre),
        )
        .await;
    ewa.get("/?lang=en").await;
    ewa
}

on_both! {
    async fn it_climbs_with_what_was_tried(site: Site) {
        let (region, top) = ladder(&site).await;
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        let (mut maria, child) = family(&site, &region).await;
        writes(&mut maria, region.nursery, child).await;
        let thread = thread(&site).await;
        // Three working days after Sunday 22 November; five for what needs papers.
        maria.get("/my/requests").await.says("Data of my child are wrong").says("27 November");
        let one = format!("/staff/requests/{}", site.number("SELECT id FROM requests").await);
        olga.get("/staff/requests").await.says("Maria Lesina").says("Data of my child are wrong").says("institution");
        // The child lives in the municipality, but has not applied at the nursery: the message brings it.
        olga.fill(&one, &one, &[("deed", "open")]).await.goes_to(&one);
        let page = olga.get(&one).await;
        page.is(200).says("It is about Artem Lesin").says(&format!("/staff/children/{child}/correct")).says("Centrum wsparcia deals with it next");
        olga.fill(&one, &one, &[("deed", "take")]).await.goes_to(&one);
        olga.get("/staff/requests?mine=yes").await.says("Maria Lesina").says("Olga Radina");
        olga.fill(&one, &one, &[("deed", "note"), ("note", "Grandmother called as well.")]).await.goes_to(&one);
        olga.get(&one).await.says("Grandmother called as well.").says("internal note");
        olga.post(&one, &[("deed", "escalate"), ("tried", " ")]).await.is(422).says("Hand it on");
        olga.fill(&one, &one, &[("deed", "escalate"), ("tried", TRIED)]).await.goes_to("/staff/requests");
        // Those who had it read how it goes on, and do no more.
        olga.get("/staff/requests").await.says("Nothing is here");
        olga.get("/staff/requests?show=handed_on").await.says("Maria Lesina").says("Centrum wsparcia");
        olga.get(&one).await.is(200).says("You have handed this on.");
        olga.post(&one, &[("deed", "answer"), ("message", "Done.")]).await.is(404);
        // Whoever asks sees where it is and why, and no note.
        let told = site.letters_to(MARIA).await.pop().unwrap();
        assert_eq!(told.subject, "Handed on: Data of my child are wrong");
        assert!(told.paragraphs.iter().any(|one| one.contains("Centrum wsparcia")) && told.paragraphs.contains(&TRIED.to_owned()));
        maria.get(&thread).await.says("it is here now").says("Centrum wsparcia").says(TRIED).says_not("Grandmother");
        assert!(!site.letters_to(MARIA).await.iter().any(|one| one.paragraphs.iter().any(|text| text.contains("Grandmother"))));

        let mut ewa = support(&site, region.centre).await;
        ewa.get("/staff/requests?level=support_centre").await.says("Maria Lesina");
        ewa.get("/staff/requests?level=region").await.says_not("Maria Lesina");
        ewa.get(&one).await.says("Grandmother called as well.").says(TRIED).says("nobody yet").says("Region Zielony deals with it next");
        ewa.fill(&one, &one, &[("deed", "escalate"), ("tried", "It needs the region.")]).await.goes_to("/staff/requests");
        let mut wanda = site.staff("Wanda Góra", "wanda@zielony.example", RoleKind::OrganisationAdministrator, Some(top)).await;
        wanda.get("/?lang=en").await;
        wanda.get(&one).await.says("It needs the region.").says_not("deals with it next");
        wanda.post(&one, &[("deed", "escalate"), ("tried", "Higher?")]).await.is(422).says("Somebody else has just changed this.");
        wanda.fill(&one, &one, &[("deed", "answer"), ("message", "The name is right now.")]).await.goes_to(&one);
        maria.get(&thread).await.says("The name is right now.").says("Region Zielony");
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'request.escalate'").await, 2);
    }

    async fn what_is_overdue_leads_the_list(site: Site) {
        let (region, _) = ladder(&site).await;
        let (mut maria, child) = family(&site, &region).await;
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        writes(&mut maria, region.nursery, child).await;
        olga.get("/staff/requests?overdue=yes").await.says_not("Maria Lesina");
        site.app.clock.advance(SignedDuration::from_hours(24 * 6));
        olga.get("/staff/requests?overdue=yes&kind=correct_child").await.says("Maria Lesina").says("overdue since").says("27 November");
        olga.get("/staff/requests?overdue=yes&kind=personal_data").await.says_not("Maria Lesina");
        let thread = thread(&site).await;
        maria.get(&thread).await.says("We are late.");
        // What is answered has no day any more; a reply gives it a new one.
        let one = format!("/staff/requests/{}", site.number("SELECT id FROM requests").await);
        olga.fill(&one, &one, &[("message", "Please come by.")]).await.goes_to(&one);
        assert_eq!(site.number("SELECT COUNT(*) FROM requests WHERE due_at IS NOT NULL").await, 0);
        maria.fill(&thread, &thread, &[("message", "When?")]).await.goes_to(&thread);
        maria.get(&thread).await.says("4 December").says_not("We are late.");
    }

    async fn a_request_brings_a_family_of_another_branch(site: Site) {
        let (region, _) = ladder(&site).await;
        let (mut maria, child) = family(&site, &region).await;
        let mut piotr = operator(&site, region.school, "piotr@czarna.example").await;
        let there = format!("/staff/children/{child}");
        piotr.get(&there).await.is(404);
        writes(&mut maria, region.school, child).await;
        let one = format!("/staff/requests/{}", site.number("SELECT id FROM requests").await);
        piotr.get(&one).await.says("The child is not of your branch.").says_not("Artem");
        piotr.fill(&one, &one, &[("deed", "open")]).await.goes_to(&one);
        piotr.get(&one).await.says("It is about Artem Lesin").says(&there);
        piotr.get(&there).await.is(200);
        // The family reads who looked and why, and the thread says what was done meanwhile.
        maria.get(&format!("/my/children/{child}")).await.says("Message no.");
        let thread = thread(&site).await;
        maria.get(&thread).await.says("done meanwhile").says("Olga Radina");
        // Nobody else of the staff has it.
        let mut other = operator(&site, region.nursery, "olga@biala.example").await;
        other.get(&one).await.is(404);
        other.post(&one, &[("deed", "take")]).await.is(404);
    }

    async fn staff_finds_the_child_of_a_message_without_an_account(site: Site) {
        let (region, _) = ladder(&site).await;
        let (_, child) = family(&site, &region).await;
        let mut jan = site.browser();
        jan.get("/?lang=en").await;
        let home = region.nursery.to_string();
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        let (jan_name, kind) = (("name", "Jan Lesin"), ("kind", "replace_email"));
        // The kind, and what was typed, stay through an error; a child of others is nobody's.
        let wrong = [("organisation", home.as_str()), jan_name, ("email", "jan"), kind, ("child", "1"), ("message", "Old mailbox.")];
        jan.fill("/contact/write?kind=replace_email", WRITE, &wrong).await.is(422).says("Old mailbox.").says("value=\"replace_email\" selected");
        jan.post(WRITE, &[("organisation", &home), jan_name, ("email", "jan@poczta.example"), ("kind", "none"), ("message", "x")]).await.is(422);
        jan.post(WRITE, &[("organisation", &home), jan_name, ("email", "jan@poczta.example"), kind, ("child", "1"), ("message", "Old mailbox.")]).await.is(303);
        let (_, confirm) = site.letters_to("jan@poczta.example").await.pop().unwrap().action.unwrap();
        let confirm = confirm["http://127.0.0.1:8080".len()..].to_owned();
        jan.fill(&confirm, &confirm, &[]).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM requests WHERE person_id IS NULL AND kind = 'replace_email'").await, 1);

        let one = format!("/staff/requests/{}", site.number("SELECT id FROM requests").await);
        let find = format!("/staff/children/find?then={one}/child");
        olga.get(&one).await.says(&find.replace('&', "&#38;"));
        let then = format!("{one}/child");
        let named = but(&[("reason", "He wrote to us."), ("then", &then)]);
        olga.fill(&find, "/staff/children/find", &named).await.goes_to(&format!("{then}/{child}"));
        olga.follow().await.is(200).says("Artem Lesin").says("Is it about this child?");
        let here = format!("{then}/{child}");
        olga.post(&here, &[]).await.goes_to(&one);
        olga.get(&one).await.says("It is about Artem Lesin").says(&format!("/staff/children/{child}/guardians/"));
        // Nothing else than a request is gone to after a look-up.
        let elsewhere = but(&[("reason", "He wrote to us."), ("then", "https://elsewhere.example/child")]);
        olga.fill("/staff/children/find", "/staff/children/find", &elsewhere).await.goes_to(&format!("/staff/children/{child}"));
    }
}
