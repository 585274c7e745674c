//! A17: a group is run again, a course goes into a new year, in one step each.

use database::DbError;

use zapis::catalogue::GroupId;

use crate::fixtures::Training;
use crate::materials;
use crate::site::{Site, on_both};
use crate::staff_offer::{Typed, operator};

const PRICES: &str = "SELECT COUNT(*) FROM group_prices WHERE price_minor = 8000";

/// Those who work in the organisation pay 80.
async fn price(site: &Site, training: &Training) {
    let (group, home) = (training.group_id, training.organisation_id);
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            tx.exec("INSERT INTO group_prices (group_id, organisation_id, price_minor) VALUES ($1, $2, 8000)", &[&group, &home]).await
        })
    });
    assert_eq!(work.await, Ok::<_, DbError>(1));
}

on_both! {
    async fn a_group_is_run_again_on_the_same_weekdays(site: Site) {
        let training = site.training("Pierwsza pomoc")
            .meeting("2026-12-01T16:00", "2026-12-01T19:15")
            .meeting("2026-12-08T16:00", "2026-12-08T19:15")
            .meeting("2026-12-12T09:00", "2026-12-12T11:00")
            .meeting("2026-12-12T12:00", "2026-12-12T14:00")
            .publish().await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        price(&site, &training).await;
        let group = format!("/staff/groups/{}", training.group_id);
        olga.get(&group).await.says("Another run");
        let copy = format!("{group}/copy");
        olga.get(&copy).await.is(200).says("First day");
        olga.get(&format!("{copy}?first=31.2.2027")).await.is(422).says("31.2.2027");
        // A week on, the second Tuesday would be a holiday: 11 November is one, 18 November is not.
        let form = olga.get(&format!("{copy}?first=4.11.2026")).await;
        form.is(200);
        let typed = Typed::of_page(&form.text());
        let days: Vec<&str> = typed.pairs().into_iter().filter(|(name, _)| *name == "meeting_date").map(|(_, day)| day).collect();
        assert_eq!(days, ["4.11.2026", "12.11.2026", "15.11.2026", "15.11.2026"]);
        let address = format!("/staff/courses/{}/groups/new", training.course_id);
        let mut pairs = typed.pairs();
        pairs.push(("confirmed", "1"));
        let made = olga.post(&address, &pairs).await;
        made.is(303);
        olga.follow().await.says("Draft").says("group 2").says("Halina");
        assert_eq!(site.number(PRICES).await, 2);
        olga.get(&copy).await;
        olga.post(&address, &pairs).await.is(422);
    }

    async fn materials_are_copied_and_outlive_the_first_group(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        let mut wanda = materials::operator(&site, &training).await;
        let page = materials::kept(&training);
        wanda.get(&page).await;
        wanda.upload(&page, &[], ("plan.pdf", materials::PDF)).await.goes_to(&page);
        wanda.follow().await.is(200);
        wanda.upload(&page, &[("from_start", "yes")], ("sala.txt", b"Sala 12\n")).await.is(303);
        let copy = format!("/staff/courses/{}/copy", training.course_id);
        for code in ["PP-2027", "PP-2028"] {
            wanda.get(&copy).await;
            wanda.post(&copy, &[("code", code), ("first", "30.11.2027")]).await.is(303);
        }
        let again = wanda.get(&format!("/staff/groups/{}/copy?first=1.12.2027", training.group_id)).await;
        let typed = Typed::of_page(&again.text());
        let mut pairs = typed.pairs();
        pairs.push(("confirmed", "1"));
        wanda.post(&format!("/staff/courses/{}/groups/new", training.course_id), &pairs).await.is(303);
        let groups: Vec<GroupId> = site.app.db.read(|tx| Box::pin(async move {
            tx.all("SELECT id FROM groups ORDER BY id", &[]).await
        })).await.map_err(|error: DbError| error).unwrap();
        assert_eq!(groups.len(), 4);
        let old = materials::list(&site, training.group_id).await;
        for group in &groups[1..] {
            let list = materials::list(&site, *group).await;
            let facts = |one: &zapis::materials::Material| (one.name.clone(), one.content_hash.clone(), one.from_start);
            assert_eq!(list.iter().map(facts).collect::<Vec<_>>(), old.iter().map(facts).collect::<Vec<_>>());
        }
        // The content goes with the last of them.
        for (left, group) in groups.iter().enumerate().map(|(index, group)| (3 - index, group)) {
            let material = &materials::list(&site, *group).await[0];
            let page = format!("/staff/groups/{group}/materials");
            let file = wanda.get(&format!("{page}/{}/file", material.id)).await;
            assert_eq!(file.is(200).bytes, materials::PDF, "{left} copies are left");
            let delete = format!("{page}/{}/delete", material.id);
            wanda.get(&delete).await.is(200);
            wanda.post(&delete, &[]).await.is(303);
            zapis::materials::worker::sweep(&site.app).await.unwrap();
            wanda.get(&format!("{page}/{}/file", material.id)).await.is(404);
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM materials").await, 4, "the others are still there");
    }

    async fn a_weekend_group_is_not_run_on_public_holidays(site: Site) {
        let training = site.training("Pierwsza pomoc").meeting("2026-12-12T09:00", "2026-12-12T12:00")
            .meeting("2026-12-13T09:00", "2026-12-13T12:00").publish().await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        for (first, planned) in [
            ("25.12.2027", ["2.01.2028", "8.01.2028"]),
            ("1.5.2027", ["2.05.2027", "8.05.2027"]),
            ("27.3.2027", ["27.03.2027", "3.04.2027"]),
        ] {
            let form = olga.get(&format!("/staff/groups/{}/copy?first={first}", training.group_id)).await;
            let typed = Typed::of_page(&form.is(200).text());
            let days: Vec<&str> = typed.pairs().into_iter().filter(|(name, _)| *name == "meeting_date").map(|(_, day)| day).collect();
            assert_eq!(days, planned, "from {first}");
        }
    }

    async fn a_course_goes_into_a_new_year_with_its_groups(site: Site) {
        let training = site.training("Pierwsza pomoc").publish().await;
        price(&site, &training).await;
        let mut olga = operator(&site, &training, "Olga Radina").await;
        let copy = format!("/staff/courses/{}/copy", training.course_id);
        olga.get(&copy).await.is(200).says("Copy to a new year");
        olga.post(&copy, &[("code", ""), ("first", "soon")]).await.is(422).says("value=\"soon\"");
        olga.post(&copy, &[("code", "Pierwsza pomoc"), ("first", "30.11.2027")]).await.is(422);
        assert_eq!(site.number("SELECT COUNT(*) FROM courses").await, 1);
        olga.post(&copy, &[("code", "PP-2027"), ("first", "30.11.2027")]).await.is(303);
        olga.follow().await.is(200).says("The copy is here").says("PP-2027").says("30 November 2027");
        assert_eq!(site.number("SELECT COUNT(*) FROM groups WHERE state = 'draft' AND taken = 0").await, 1);
        assert_eq!(site.number(PRICES).await, 2);
        let mut anna = site.browser();
        anna.get("/courses?lang=en").await;
        anna.follow().await.says_not("PP-2027");
    }
}
