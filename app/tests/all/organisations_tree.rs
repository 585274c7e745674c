//! `tenancy`, the tree: organisations are added, corrected, moved and closed, and nobody loses what was open there.

use database::DbError;
use zapis::accounts::{OrganisationId, RoleKind};
use zapis::branches::permissions::{may_add, may_place};
use zapis::branches::{actions, branch_store};
use zapis::organisations::{self, Kind, NewOrganisation};
use zapis::random::Random;

use crate::age_14::subjects;
use crate::join::press_join;
use crate::permissions::elsewhere;
use crate::site::{Browser, Site, on_both};

const TREE: &str = "/staff/organisations";
const NEW: &str = "/staff/organisations/new";

async fn administrator(site: &Site) -> Browser {
    let kind = RoleKind::InstallationAdministrator;
    site.staff("Marek Wilk", "marek@miasto.example", kind, None)
        .await
}

/// The form of an organisation, with changes.
fn typed<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("under", "top"),
        ("kind", "institution"),
        ("name", "Szkoła nad Rzeką"),
        ("city", "Łomża"),
        ("tax_id", ""),
        ("time_zone", "Europe/Warsaw"),
        ("long_from_hours", "5"),
        ("long_from_meetings", "2"),
    ];
    for (name, value) in changes {
        fields.retain(|(known, _)| known != name);
        fields.push((*name, *value));
    }
    fields
}

/// Adds one; its id.
async fn add(browser: &mut Browser, changes: &[(&str, &str)]) -> String {
    browser.fill(NEW, NEW, &typed(changes)).await.is(303);
    let there = browser.last.location.clone().unwrap();
    there.rsplit('/').next().unwrap().to_owned()
}

async fn version(site: &Site, id: &str) -> String {
    let sql = format!("SELECT version FROM organisations WHERE id = {id}");
    site.number(sql).await.to_string()
}

/// Every organisation has one way up, which ends.
async fn is_a_tree(site: &Site) {
    site.app.organisations.refresh(&site.app.db).await.unwrap();
    let tree = site.app.organisations.current();
    let all = tree.all().count();
    for one in tree.all() {
        let (mut at, mut steps) = (one.parent, 0);
        while let Some(id) = at {
            at = tree.find(id).expect("what lies above is there").parent;
            steps += 1;
            assert!(steps <= all, "a circle at {}", one.name);
        }
    }
}

on_both! {
    async fn an_administrator_adds_and_corrects(site: Site) {
        let mut marek = administrator(&site).await;
        marek.get("/staff").await.says("href=\"/staff/organisations\"");
        marek.get(TREE).await.is(200).says("No organisations yet");
        marek.fill(NEW, NEW, &typed(&[("tax_id", "526-025-02-75")])).await.is(422)
            .says("check the digits").says("Szkoła nad Rzeką").says("526-025-02-75");
        marek.fill(NEW, NEW, &typed(&[("name", ""), ("long_from_hours", "many")])).await.is(422)
            .says("Fill this in").says("a whole number from 1");
        let id = add(&mut marek, &[("tax_id", "526-025-02-74")]).await;
        let here = format!("{TREE}/{id}");
        marek.follow().await.is(200).says("The organisation is in the tree").says("5260250274");
        marek.fill(NEW, NEW, &typed(&[])).await.is(422).says("with this name and address already");
        marek.fill(NEW, NEW, &typed(&[("under", &id), ("kind", "region"), ("name", "Region")])).await.is(422)
            .says("does not belong in that place");
        let edit = format!("{here}/edit");
        let first = version(&site, &id).await;
        let changed = typed(&[("version", &first), ("name", "Szkoła pod Lasem"), ("phone", "86 216 00 00")]);
        marek.fill(&edit, &edit, &changed).await.goes_to(&here);
        marek.follow().await.says("Szkoła pod Lasem").says("86 216 00 00");
        // Somebody else has the old form open still.
        let late = typed(&[("version", &first), ("name", "Szkoła za Górą")]);
        marek.fill(&edit, &edit, &late).await.is(422).says("Somebody else has saved").says("Szkoła za Górą");
        marek.get(&format!("{TREE}?q=lasem+lomza")).await.says("Found 1 organisation").says("Szkoła pod Lasem");
        marek.get(&format!("{TREE}?q=zamek")).await.says("Nothing was found");
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action IN ('organisation.add', 'organisation.edit')").await, 2);
    }

    async fn a_move_says_first_who_sees_it_from_now_on(site: Site) {
        let mut marek = administrator(&site).await;
        let north = add(&mut marek, &[("kind", "municipality"), ("name", "Gmina Północna")]).await;
        let south = add(&mut marek, &[("kind", "municipality"), ("name", "Gmina Południowa")]).await;
        let school = add(&mut marek, &[("under", &north), ("name", "Zespół Szkół")]).await;
        let branch = add(&mut marek, &[("under", &school), ("name", "Filia")]).await;
        let place = OrganisationId::new(north.parse().unwrap());
        let kind = RoleKind::OrganisationAdministrator;
        let mut ewa = site.staff("Ewa Lis", "ewa@polnoc.example", kind, Some(place)).await;
        let here = format!("{TREE}/{school}");
        ewa.get(&format!("{TREE}/{branch}")).await.is(200).says("Filia");
        // Those who see only a part can not give it away to where they have no say.
        let there = format!("{here}/move");
        let wanted = [("version", "1"), ("under", south.as_str())];
        ewa.fill(&there, &there, &wanted).await.is(422).says("Choose one of the answers");
        ewa.get(&format!("{TREE}/{north}/move")).await.is(404);

        let circle = [("version", "1"), ("under", branch.as_str())];
        marek.fill(&there, &there, &circle).await.is(422).says("can not lie below itself");
        marek.fill(&there, &there, &wanted).await.is(200).says("Gmina Południowa").says("Lose sight of it")
            .says("Gmina Północna: 1 staff role").says("Gmina Południowa: 0 staff roles");
        let confirmed = [wanted[0], wanted[1], ("confirmed", "1")];
        marek.post(&there, &confirmed).await.goes_to(&here);
        marek.follow().await.says("in its new place");
        ewa.get(&format!("{TREE}/{branch}")).await.is(404);
        ewa.get(TREE).await.says("Gmina Północna").says_not("Filia");
        is_a_tree(&site).await;
    }

    async fn however_it_is_moved_it_stays_a_tree(site: Site) {
        let (now, dice) = (site.now(), Random::seeded(7));
        let mut marek = administrator(&site).await;
        marek.get("/staff").await.is(200);
        let actor = zapis::accounts::Actor {
            account_id: site.account("marek@miasto.example").await,
            session_id: zapis::accounts::SessionId::new(1),
            name: String::new(),
            email: String::new(),
            lang: zapis::i18n::Lang::En,
            roles: [zapis::accounts::Role { kind: RoleKind::InstallationAdministrator, branch: None }].into(),
            is_linked: false,
        };
        let work = site.app.db.write(move |tx| Box::pin(async move {
            let mut ids = Vec::new();
            for number in 0..12 {
                let new = NewOrganisation { kind: Kind::Institution, name: format!("Szkoła {number}"), ..NewOrganisation::default() };
                ids.push(organisations::upsert(tx, &new, now).await?.0);
            }
            organisations::touch(tx).await?;
            Ok::<_, DbError>(ids)
        }));
        let ids = work.await.unwrap();
        site.app.organisations.refresh(&site.app.db).await.unwrap();
        let mut moved = 0;
        for _ in 0..150 {
            let choose = || ids[usize::try_from(dice.below(12)).unwrap()];
            let (id, to) = (choose(), Some(choose()).filter(|_| dice.below(8) > 0));
            let tree = site.app.organisations.current();
            let permit = may_place(&actor, &tree, (id, None)).unwrap();
            let there = may_add(&actor, &tree, to).unwrap();
            let write = site.app.db.write(move |tx| Box::pin(async move {
                let sheet: zapis::branches::types::Sheet = tx.one(branch_store::FIND_SHEET, &[&id]).await?;
                actions::place(tx, (&permit, &there), sheet.version, false, now).await
            }));
            let outcome: Result<(), actions::MoveError> = write.await;
            match outcome {
                Ok(()) => moved += 1,
                Err(actions::MoveError::Same | actions::MoveError::Circle) => {}
                Err(other) => panic!("{other}"),
            }
            is_a_tree(&site).await;
        }
        assert!(moved > 40, "{moved}");
        assert_eq!(site.number("SELECT COUNT(*) FROM organisations").await, 12);
    }

    async fn what_is_open_goes_over_when_an_institution_closes(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let home = training.organisation_id;
        let other = elsewhere(&site).await;
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        press_join(&mut anna, &training).await;
        let mut olga = site.staff("Olga Maj", "olga@centrum.example", RoleKind::Operator, Some(home)).await;
        olga.get("/staff").await.is(200);
        let mut marek = administrator(&site).await;
        let here = format!("{TREE}/{home}");
        let close = format!("{here}/close");
        marek.get(&close).await.is(200).says("Roles here end");
        marek.post(&close, &[("receiver", "")]).await.is(422).says("choose who takes over");
        let other = other.to_string();
        marek.fill(&close, &close, &[("receiver", &other)]).await.is(200)
            .says("Ośrodek w Łomży").says("goes out for 1 enrolment").says_not("Fill this in");
        marek.post(&close, &[("receiver", &other), ("confirmed", "1")]).await.goes_to(&here);
        marek.follow().await.is(200).says("The organisation is closed").says("Taken over by: Ośrodek w Łomży");
        let sql = format!("SELECT COUNT(*) FROM courses WHERE organisation_id = {other}");
        assert_eq!(site.number(sql).await, 1);
        assert!(subjects(&site, "anna@poczta.example").await.contains(&"Another organiser: Pierwsza pomoc".into()));
        assert!(subjects(&site, "olga@centrum.example").await.iter().any(|one| one.starts_with("Your role has ended")));
        olga.get("/staff").await.is(404);
        anna.get("/my/trainings").await.is(200).says("Pierwsza pomoc");
        anna.get(&training.page()).await.is(200);
        marek.get(TREE).await.says("Closed organisations");
        marek.get(&here).await.is(200);
        marek.post(&format!("{here}/reopen"), &[]).await.goes_to(&here);
        marek.follow().await.says("open again");
        assert_eq!(site.number("SELECT COUNT(*) FROM organisations WHERE closed_at IS NOT NULL").await, 0);
    }

    async fn an_empty_one_closes_and_what_lies_below_keeps_one_open(site: Site) {
        let mut marek = administrator(&site).await;
        let above = add(&mut marek, &[("name", "Zespół Szkół")]).await;
        let below = add(&mut marek, &[("under", &above), ("name", "Filia")]).await;
        let close = format!("{TREE}/{above}/close");
        marek.fill(&close, &close, &[("receiver", "")]).await.is(422).says("1 organisation lies below it");
        for id in [below, above] {
            let close = format!("{TREE}/{id}/close");
            marek.fill(&close, &close, &[("receiver", ""), ("confirmed", "1")]).await.is(303);
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'organisation.close'").await, 2);
    }
}
