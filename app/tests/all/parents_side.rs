//! The parents' side of pages that teachers use too, and what a form says when it can not do what was asked.

use zapis::accounts::RoleKind;
use zapis::config::Config;

use crate::age_14::programme;
use crate::child_once::{ENTER, but};
use crate::register::register;
use crate::site::{Browser, Site, on_both};
use crate::staff_children::region;

async fn maria(site: &Site) -> (Browser, String) {
    let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
    maria
        .fill(ENTER, ENTER, &but(&[("born_year", "2011")]))
        .await
        .is(303);
    maria.get("/?lang=en").await;
    let id = site
        .number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL")
        .await;
    (maria, format!("/my/children/{id}"))
}

on_both! {
    async fn a_new_account_begins_with_a_child_or_a_training(site: Site) {
        let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
        maria.get("/my/start").await.is(200).says("/my/children/new").says("href=\"/courses\"");
        let mut anybody = site.browser();
        anybody.get("/my/start").await.goes_to("/sign-in?next=%2Fmy%2Fstart");
        let mut staff = site.staff("Jan Sum", "jan@all.example", RoleKind::InstallationAdministrator, None).await;
        staff.get("/my/start").await.goes_to("/staff");
    }

    async fn registration_says_that_the_password_is_to_be_typed_again(site: Site) {
        let mut anna = site.browser();
        anna.get("/register?lang=en").await;
        anna.follow().await.is(200).says_not("Type the password once more").says("parents leave it empty");
        register(&mut anna, &[("city", "")]).await.is(422).says("Type the password once more");
    }

    async fn a_domain_that_will_have_to_be_changed_is_said_at_registration_once(site: Site) {
        site.staff("Jan Sum", "jan@all.example", RoleKind::InstallationAdministrator, None).await;
        let add = "INSERT INTO mail_domains (domain, policy, set_at, set_by) SELECT 'school.example', 'warn', $1, MIN(id) FROM accounts";
        site.sql(add, site.now().as_microsecond()).await;
        let mut anna = site.browser();
        anna.get("/register?lang=en").await;
        anna.follow().await;
        register(&mut anna, &[]).await.is(422).says("will have to be changed here later").says("value=\"anna@school.example\"");
        register(&mut anna, &[("kept_email", "anna@school.example")]).await.is(303);
    }

    async fn programmes_are_found_by_municipality_weekday_and_age(site: Site) {
        let region = region(&site).await;
        let chess = programme(&site, "Szachy").await;
        // 1 December 2026 is a Tuesday.
        site.sql("UPDATE courses SET organisation_id = (SELECT MIN(id) FROM organisations WHERE name = 'Przedszkole nr 1') WHERE id = $1", chess.course_id.get()).await;
        let clay = programme(&site, "Glina").await;
        site.sql("UPDATE courses SET organisation_id = (SELECT MIN(id) FROM organisations WHERE name = 'Szkoła nr 2') WHERE id = $1", clay.course_id.get()).await;
        site.sql("UPDATE meetings SET starts_at = starts_at + 86400000000, ends_at = ends_at + 86400000000 WHERE group_id = $1", clay.group_id.get()).await;
        site.app.catalogue.refresh(&site.app.db, site.now()).await.unwrap();
        let mut anybody = site.browser();
        anybody.get("/?lang=en").await;
        anybody.get("/courses").await.says("Szachy").says("Glina").says("ages 14 to 17").says("Gmina Biała").says("Sunday");
        anybody.get(&format!("/courses?municipality={}", region.white)).await.says("Szachy").says_not("Glina");
        anybody.get("/courses?day=2").await.says("Szachy").says_not("Glina");
        anybody.get("/courses?day=3").await.says("Glina").says_not("Szachy");
        anybody.get("/courses?day=2&day=3").await.says("Glina").says("Szachy");
        anybody.get("/courses?day=6").await.says_not("Glina").says_not("Szachy");
        anybody.get("/courses?age=abc&from=soon").await.says("“abc” is not an age").says("“soon” is not a day").says("Szachy").says("Glina");
    }

    async fn withdrawing_speaks_of_the_child_and_leads_back_to_applications(site: Site) {
        let (mut maria, child) = maria(&site).await;
        let chess = programme(&site, "Szachy").await;
        let artem = child.trim_start_matches("/my/children/");
        maria.fill(&chess.join(), &chess.join(), &[("person", artem)]).await.is(303);
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        maria.get(&format!("/my/trainings/{id}/resign")).await.is(200).says("Withdraw the application?")
            .says("place of Artem").says("href=\"/my/applications\"").says_not("href=\"/my/trainings\">My trainings</a></li></ol>");
    }

    async fn nothing_found_keeps_what_was_typed_and_limits_say_until_when(site: Site) {
        drop(site);
        let site = Site::real(Config::default()).await;
        let mut anybody = site.browser();
        anybody.get("/?lang=en").await;
        let ask = "/forgotten-address";
        let typed = but(&[("document_kind", "other"), ("document_number", "AB 123456")]);
        anybody.fill(ask, ask, &typed).await.is(200).says("We found nothing").says("value=\"Lesin\"").says("value=\"AB 123456\"");
        for _ in 0..4 {
            anybody.post(ask, &typed).await.is(200);
        }
        anybody.post(ask, &typed).await.is(422).says("Try again in 1").says("minutes; what you typed stays here").says("value=\"AB 123456\"");
    }

    async fn changing_a_child_into_another_one_leads_on(site: Site) {
        let (_, _) = maria(&site).await;
        let mut pawel = site.participant("Paweł Lesin", "pawel@dom.example").await;
        pawel.get("/?lang=en").await;
        pawel.fill(ENTER, ENTER, &but(&[("given_name", "Zenon"), ("surname", "Wrona")])).await.is(303);
        let id = site.number("SELECT MAX(id) FROM people WHERE identity_key IS NOT NULL").await;
        let change = format!("/my/children/{id}/change");
        let artem = but(&[("born_year", "2011"), ("version", "1")]);
        pawel.fill(&change, &change, &artem).await.is(422).says("registered already").says("The other parent may have added the child")
            .says(&format!("action=\"{change}\"")).says_not("Maria");
        let back = but(&[("born_year", "2011"), ("version", "1"), ("again", "1")]);
        pawel.post(&change, &back).await.is(200).says("value=\"Lesin\"").says("name=\"version\" value=\"1\"");
    }

    async fn whoever_was_slower_sees_what_is_kept_now(site: Site) {
        let (mut maria, child) = maria(&site).await;
        let change = format!("{child}/change");
        maria.fill(&change, &change, &but(&[("born_year", "2011"), ("version", "1"), ("city", "Łomża")])).await.is(303);
        // The other tab was opened before.
        let slower = but(&[("born_year", "2011"), ("version", "1"), ("street", "ul. Długa 1")]);
        let page = maria.fill(&change, &change, &slower).await;
        page.is(422).says("What is kept now").says("Łomża").says("ul. Długa 1").says("name=\"version\" value=\"2\"");
        let again = but(&[("born_year", "2011"), ("version", "2"), ("street", "ul. Długa 1")]);
        maria.post(&change, &again).await.is(303);
        // An operator has confirmed the child meanwhile: what was typed is what a correction is asked for with.
        let id: i64 = child.trim_start_matches("/my/children/").parse().unwrap();
        maria.get(&change).await.is(200);
        site.sql("UPDATE people SET state = 'confirmed' WHERE id = $1", id).await;
        let after = but(&[("born_year", "2011"), ("version", "3"), ("street", "ul. Krótka 2")]);
        maria.post(&change, &after).await.is(422).says("ul. Krótka 2").says(&format!("action=\"{child}/correct\"")).says("Ask for a correction");
        maria.get(&change).await.goes_to(&format!("{child}/correct"));
    }
}
