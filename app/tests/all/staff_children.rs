//! `confirm_child` [B9], `forgot_email` [B3], second part, and who sees which child [B13]: lists of the branch, look-ups by exact
//! data, what the family sees of it.

use database::DbError;
use zapis::accounts::{OrganisationId, RoleKind};
use zapis::organisations::{self, Kind, NewOrganisation};

use crate::child_once::{ENTER, but};
use crate::site::{Browser, Site, on_both};

const FIND: &str = "/staff/children/find";

/// Two municipalities, an institution and a support centre in the first, an institution in the second.
pub struct Region {
    pub white: OrganisationId,
    pub nursery: OrganisationId,
    pub centre: OrganisationId,
    pub school: OrganisationId,
}

pub async fn region(site: &Site) -> Region {
    let now = site.now();
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            let add = |parent, kind, name: &str| NewOrganisation {
                parent,
                kind,
                name: name.into(),
                ..NewOrganisation::default()
            };
            let white = add(None, Kind::Municipality, "Gmina Biała");
            let (white, _) = organisations::upsert(tx, &white, now).await?;
            let black = add(None, Kind::Municipality, "Gmina Czarna");
            let (black, _) = organisations::upsert(tx, &black, now).await?;
            let nursery = add(Some(white), Kind::Institution, "Przedszkole nr 1");
            let (nursery, _) = organisations::upsert(tx, &nursery, now).await?;
            let centre = add(Some(white), Kind::SupportCentre, "Centrum wsparcia");
            let (centre, _) = organisations::upsert(tx, &centre, now).await?;
            let school = add(Some(black), Kind::Institution, "Szkoła nr 2");
            let (school, _) = organisations::upsert(tx, &school, now).await?;
            organisations::touch(tx).await?;
            Ok::<_, DbError>(Region {
                white,
                nursery,
                centre,
                school,
            })
        })
    });
    let region = work.await.unwrap();
    site.app.organisations.refresh(&site.app.db).await.unwrap();
    region
}

/// Maria with her child, who lives in the first municipality; the child's id.
pub async fn family(site: &Site, region: &Region) -> (Browser, i64) {
    let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
    let lives = region.white.to_string();
    maria
        .fill(ENTER, ENTER, &but(&[("municipality", &lives)]))
        .await
        .is(303);
    let id = site
        .number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL")
        .await;
    (maria, id)
}

pub async fn operator(site: &Site, branch: OrganisationId, email: &str) -> Browser {
    let mut operator = site
        .staff("Olga Radina", email, RoleKind::Operator, Some(branch))
        .await;
    operator.get("/?lang=en").await;
    operator
}

/// Finds the child of these stories by name and date of birth.
pub async fn find(operator: &mut Browser) {
    let named = but(&[("reason", "She stands at the desk.")]);
    operator.fill(FIND, FIND, &named).await.is(303);
}

on_both! {
    async fn children_of_the_branch_are_listed_and_searched(site: Site) {
        let region = region(&site).await;
        let (_, id) = family(&site, &region).await;
        let there = format!("/staff/children/{id}");
        let (white, centre) = (Some(region.white), Some(region.centre));
        let admin = site.staff("Anna Wójt", "anna@biala.example", RoleKind::OrganisationAdministrator, white).await;
        let support = site.staff("Ewa Lis", "ewa@biala.example", RoleKind::SupportCentre, centre).await;
        let all = site.staff("Jan Sum", "jan@all.example", RoleKind::InstallationAdministrator, None).await;
        for mut staff in [admin, support, all] {
            staff.get("/?lang=en").await;
            staff.get("/staff").await.says("href=\"/staff/children\"").says("href=\"/staff/requests\"");
            let list = "/staff/children";
            staff.get(list).await.is(200).says("Lesin Artem").says("Gmina Biała").says("not confirmed yet");
            staff.get(&format!("{list}?q=LESIN+art%C3%A9m&state=unconfirmed")).await.says("Lesin Artem");
            staff.get(&format!("{list}?q=Wrona")).await.says("No such child in your branch");
            staff.get(&format!("{list}?state=confirmed")).await.says_not("Lesin Artem");
            staff.get(&format!("{list}?as=csv")).await.is(200).says("2017-03-14");
            staff.get(&there).await.is(200).says("Artem Lesin").says("ma•••@dom.example").says_not("maria@");
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'child.view' AND reason = '#branch'").await, 3);
        // Nobody of the branch is reported by letter; the family sees them all the same.
        assert_eq!(site.letters_to("maria@dom.example").await.len(), 1);
    }

    async fn others_are_found_by_exact_data_and_for_a_reason(site: Site) {
        let region = region(&site).await;
        let (mut maria, id) = family(&site, &region).await;
        let there = format!("/staff/children/{id}");
        let mut olga = operator(&site, region.school, "olga@czarna.example").await;
        for address in [there.clone(), format!("{there}/confirm"), format!("{there}/correct"), "/staff/children/999".into()] {
            olga.get(&address).await.is(404);
        }
        olga.get("/staff/children").await.says_not("Lesin");
        // A reason is asked for; who is not there, and who is typed otherwise, is answered alike.
        olga.fill(FIND, FIND, &but(&[])).await.is(422).says("href=\"#reason\"").says("Lesin");
        for changes in [[("surname", "Lesinn")], [("born_day", "15")], [("surname", "Wrona")]] {
            let mut named = but(&changes);
            named.push(("reason", "At the desk."));
            olga.fill(FIND, FIND, &named).await.is(200).says("Nobody with exactly these data").says("At the desk.");
        }
        olga.get(&there).await.is(404);
        find(&mut olga).await;
        olga.follow().await.is(200).says("Artem Lesin").says("Your reason: She stands at the desk.");
        let letter = site.letters_to("maria@dom.example").await.pop().unwrap();
        assert_eq!(letter.subject, "Somebody of the staff looked at the record of Artem");
        assert!(format!("{letter:?}").contains("She stands at the desk.") && !format!("{letter:?}").contains("2017"));
        maria.get(&format!("/my/children/{id}")).await.says("Olga Radina, operator, Szkoła nr 2").says("She stands at the desk.");
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'child.find'").await, 4);
        // Where the child lives the institution may confirm; this one has nothing to do with it.
        olga.get(&there).await.says_not(&format!("{there}/confirm"));
        olga.get(&format!("{there}/confirm")).await.is(404);
        site.app.clock.advance(jiff::SignedDuration::from_mins(61));
        olga.get(&there).await.is(404);
        let mut trainer = site.staff("Jan Tren", "jan@czarna.example", RoleKind::Trainer, Some(region.school)).await;
        for address in ["/staff/children", FIND, "/staff/corrections", &there] {
            trainer.get(address).await.is(404);
        }
    }

    /// `forgot_email` [B3]: the operator sees the address, and the holder is told.
    async fn the_whole_address_is_shown_for_a_reason(site: Site) {
        let region = region(&site).await;
        let (mut maria, id) = family(&site, &region).await;
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        let account = site.account("maria@dom.example").await;
        let address = format!("/staff/children/{id}/guardians/{account}/address");
        olga.get(&address).await.is(404);
        find(&mut olga).await;
        olga.follow().await.says(&format!("href=\"{address}\""));
        olga.fill(&address, &address, &[("reason", " ")]).await.is(422).says_not("maria@");
        olga.post(&address, &[("reason", "She forgot it.")]).await.is(200).says("maria@dom.example").says("the holder is told");
        olga.get(&address).await.is(200).says_not("maria@");
        let letter = site.letters_to("maria@dom.example").await.pop().unwrap();
        assert_eq!(letter.subject, "Somebody of the staff saw your e-mail address");
        assert!(format!("{letter:?}").contains("She forgot it."));
        let stranger = site.account("olga@biala.example").await;
        olga.get(&format!("/staff/children/{id}/guardians/{stranger}/address")).await.is(404);
        maria.get(&address).await.is(404);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'account.show_address'").await, 1);
    }

    async fn a_child_is_confirmed_with_the_documents_that_were_seen(site: Site) {
        let region = region(&site).await;
        let (mut maria, id) = family(&site, &region).await;
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        find(&mut olga).await;
        let (there, confirm) = (format!("/staff/children/{id}"), format!("/staff/children/{id}/confirm"));
        olga.get(&there).await.says(&format!("href=\"{confirm}\""));
        olga.fill(&confirm, &confirm, &[("seen", "x")]).await.is(422).says("Tick the documents");
        assert_eq!(site.number("SELECT COUNT(*) FROM confirmations").await, 0);
        // While it is not decided whether there are two of them, nothing is confirmed.
        let lives = region.white.to_string();
        let pawel = but(&[("municipality", lives.as_str()), ("surname", "Wrona"), ("given_name", "Zenon"), ("born_year", "2012")]);
        let mut other = site.participant("Paweł Lesin", "pawel@dom.example").await;
        other.fill(ENTER, ENTER, &pawel).await.is(303);
        site.sql("INSERT INTO duplicate_cases (person_id, other_id, bits, reasons, state, opened_at) SELECT $1, MAX(id), 2000, '[]', 'open', 0 FROM people", id).await;
        olga.get(&there).await.says("There is a record like this one").says_not(&format!("href=\"{confirm}\""));
        olga.post(&confirm, &[("seen", "pesel")]).await.is(422).says("There is a record like this one").says_not("name=\"seen\"");
        site.sql("UPDATE duplicate_cases SET state = 'different' WHERE person_id = $1", id).await;
        olga.fill(&confirm, &confirm, &[("seen", "pesel"), ("seen", "birth_certificate")]).await.goes_to(&there);
        olga.follow().await.says("The data are confirmed.").says("Documents seen: PESEL, Birth certificate");
        // Sent twice, it does no harm; whoever comes later reads who did it.
        let admin = RoleKind::OrganisationAdministrator;
        let mut ewa = site.staff("Ewa Wójt", "ewa@biala.example", admin, Some(region.white)).await;
        ewa.get("/?lang=en").await;
        ewa.get(&confirm).await.is(200).says("compared with documents already").says("Decided by Olga Radina").says_not("name=\"seen\"");
        ewa.post(&confirm, &[("seen", "pesel")]).await.is(422).says("decided meanwhile").says("Decided by Olga Radina");
        // Those who confirm nobody find no such page, before and after.
        let mut support = site.staff("Jan Lis", "jan@biala.example", RoleKind::SupportCentre, Some(region.centre)).await;
        support.get(&confirm).await.is(404);
        assert_eq!(site.number("SELECT COUNT(*) FROM confirmations").await, 1);
        let letter = site.letters_to("maria@dom.example").await.pop().unwrap();
        assert_eq!(letter.subject, "The data of Artem are confirmed");
        maria.get(&format!("/my/children/{id}")).await.says("confirmed").says("Ask for a correction");
    }

    /// A second guardian who gets no answer from the first one comes with a document.
    async fn an_operator_lets_a_second_guardian_in(site: Site) {
        let region = region(&site).await;
        let (mut maria, id) = family(&site, &region).await;
        let (there, own) = (format!("/staff/children/{id}"), format!("/my/children/{id}"));
        let mut pawel = asks(&site, &region, "Paweł Lesin", "pawel@dom.example").await;
        let page = format!("{there}/guardians/{}", site.account("pawel@dom.example").await);
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        // Others have nothing to decide: another municipality, whoever of it has found the child, and the support centre.
        let mut far = operator(&site, region.school, "ewa@czarna.example").await;
        let mut support = site.staff("Ewa Lis", "ewa@biala.example", RoleKind::SupportCentre, Some(region.centre)).await;
        let yes = [("state", "asked"), ("deed", "let_in"), ("proof", "court_decision"), ("reason", "He showed it.")];
        for staff in [&mut far, &mut olga] {
            staff.get(&page).await.is(404);
            find(staff).await;
        }
        support.get("/?lang=en").await;
        support.get("/staff/children?state=asked").await.says("Lesin Artem");
        for staff in [&mut far, &mut support, &mut pawel] {
            staff.get(&page).await.is(404);
            staff.get("/").await;
            staff.post(&page, &yes).await.is(404);
        }
        support.get(&there).await.is(200).says("Paweł Lesin").says_not(&format!("href=\"{page}\""));
        let maria_page = format!("{there}/guardians/{}", site.account("maria@dom.example").await);
        for address in [&maria_page, &format!("{there}/guardians/999999"), &format!("{there}/guardians/x")] {
            olga.get(address).await.is(404);
        }
        olga.get(&there).await.says("asks to act for the child").says(&format!("href=\"{page}\""));
        olga.get(&page).await.is(200).says("Paweł Lesin").says("Maria Lesina").says("pa•••@dom.example").says_not("pawel@");
        olga.post(&page, &[("state", "asked")]).await.is(422).says("href=\"#deed\"").says("href=\"#reason\"");
        olga.post(&page, &[yes[0], yes[1], yes[3]]).await.is(422).says("href=\"#proof\"").says("He showed it.");
        // The document does not show it.
        let no = [("state", "asked"), ("deed", "refuse"), ("reason", "It names nobody.")];
        let before = site.letters_to("maria@dom.example").await.len();
        olga.post(&page, &no).await.goes_to(&there);
        olga.follow().await.says("Nothing changes for the child").says("was not let in").says_not("asks to act");
        let letter = site.letters_to("pawel@dom.example").await.pop().unwrap();
        assert_eq!(letter.subject, "About your request to act for Artem");
        assert!(format!("{letter:?}").contains("It names nobody.") && !format!("{letter:?}").contains("2017"));
        let told = site.letters_to("maria@dom.example").await.pop().unwrap();
        assert_eq!(told.subject, "The request to act for Artem is answered");
        // Sent twice, or by somebody who saw it as it was, it changes nothing.
        olga.get(&page).await.is(200).says("decided by Olga Radina").says_not("value=\"refuse\"");
        olga.post(&page, &no).await.is(422).says("decided about this meanwhile");
        olga.post(&page, &yes).await.is(422).says("decided about this meanwhile").says("He showed it.");
        assert_eq!(site.letters_to("maria@dom.example").await.len(), before + 1);
        pawel.get(&own).await.is(404);
        // Who was refused comes back with a document that does.
        let yes = [("state", "refused"), yes[1], yes[2], yes[3]];
        olga.post(&page, &yes).await.goes_to(&there);
        olga.follow().await.says("one more guardian acts").says_not("was not let in");
        pawel.get(&own).await.is(200).says("Artem Lesin").says("Maria Lesina");
        assert_eq!(site.letters_to("pawel@dom.example").await.pop().unwrap().subject, "You act for Artem now");
        let told = site.letters_to("maria@dom.example").await.pop().unwrap();
        assert_eq!(told.subject, "One more guardian acts for Artem");
        assert!(format!("{told:?}").contains("He showed it."));
        maria.get(&own).await.says("Paweł Lesin");
        for again in [&yes[..], &no[..]] {
            olga.get(&there).await;
            olga.post(&page, again).await.is(422).says("was let in and acts for the child").says("Decided by Olga Radina").says(again[again.len() - 1].1);
        }
        olga.get(&page).await.is(200).says("was let in").says_not("name=\"deed\"");
        olga.get(&maria_page).await.is(404);
        assert_eq!(site.letters_to("maria@dom.example").await.len(), before + 2);
        let trace = format!("SELECT COUNT(*) FROM audit WHERE action = 'guardian.answer' AND subject_id = {id} AND organisation_id = {}", region.nursery);
        assert_eq!(site.number(&trace).await, 2);
        assert_eq!(site.number(&format!("{trace} AND after_state LIKE '%holds court_decision' AND reason = 'He showed it.'")).await, 1);
    }

    async fn who_asks_is_listed_and_nobody_lets_themselves_in(site: Site) {
        let region = region(&site).await;
        let (mut maria, id) = family(&site, &region).await;
        let admin = RoleKind::OrganisationAdministrator;
        let mut anna = site.staff("Anna Wójt", "anna@biala.example", admin, Some(region.white)).await;
        anna.get("/?lang=en").await;
        anna.get("/staff/children?state=asked").await.is(200).says("A guardian asks").says_not("Lesin Artem");
        asks(&site, &region, "Jan Lesin", "jan@dom.example").await;
        anna.get("/staff/children?state=asked").await.says("Lesin Artem");
        // Whom the first guardian has not let in is let in all the same.
        let account = site.account("jan@dom.example").await.to_string();
        let decide = format!("/my/children/{id}/guardians");
        maria.fill(&format!("/my/children/{id}"), &decide, &[("account", &account), ("answer", "no")]).await.is(303);
        anna.get("/staff/children?state=asked").await.says_not("Lesin Artem");
        let page = format!("/staff/children/{id}/guardians/{account}");
        anna.get(&format!("/staff/children/{id}")).await.says(&format!("href=\"{page}\""));
        let yes = [("deed", "let_in"), ("proof", "birth_certificate"), ("reason", "The father.")];
        anna.fill(&page, &page, &yes).await.is(422).says("decided about this meanwhile");
        let yes = [("state", "refused"), yes[0], yes[1], yes[2]];
        anna.fill(&page, &page, &yes).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM guardianships WHERE state = 'holds'").await, 2);
        // The administrator asks for a child too.
        let lives = region.white.to_string();
        let ask = but(&[("case", "guardian"), ("municipality", &lives)]);
        anna.fill(ENTER, "/my/children/next", &ask).await.is(303);
        let own = format!("/staff/children/{id}/guardians/{}", site.account("anna@biala.example").await);
        anna.get("/staff/children?state=asked").await.says("Lesin Artem");
        anna.get(&format!("/staff/children/{id}")).await.says("Anna Wójt").says_not(&format!("href=\"{own}\""));
        anna.get(&own).await.is(404);
        anna.get("/staff/children").await;
        anna.post(&own, &[("state", "asked"), yes[1], yes[2], yes[3]]).await.is(404);
    }
}

/// Somebody else who asks to act for the child of these stories.
async fn asks(site: &Site, region: &Region, name: &str, email: &str) -> Browser {
    let mut browser = site.participant(name, email).await;
    let lives = region.white.to_string();
    let ask = but(&[("case", "guardian"), ("municipality", &lives)]);
    let next = browser.fill(ENTER, "/my/children/next", &ask).await;
    next.goes_to("/my/children");
    browser
}
