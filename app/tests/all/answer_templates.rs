//! Templates of answers [B3]: kept by staff of a branch, used below it, filled in with what the request says.

use zapis::accounts::RoleKind;

use crate::site::{Browser, Site, on_both};
use crate::staff_children::{operator, region};

const LIST: &str = "/staff/requests/templates";

fn template<'a>(home: &'a str, changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let all = [
        ("name", "Come with the document"),
        ("organisation", home),
        ("kind", ""),
        (
            "text_pl",
            "Dzień dobry, {name}! Prosimy przyjść z dokumentem: {child}, {organisation}.",
        ),
        ("text_ru", "Здравствуйте, {name}! Приходите с документом."),
        (
            "text_en",
            "Dear {name}, please come with the document of {child} to {organisation}. Number {number}.",
        ),
    ];
    let kept = all
        .into_iter()
        .filter(|(name, _)| changes.iter().all(|(other, _)| other != name));
    kept.chain(changes.iter().copied()).collect()
}

async fn write(site: &Site, to: &str) -> (Browser, String) {
    let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
    maria.get("/?lang=en").await;
    let text = [
        ("organisation", to),
        ("kind", "correct_child"),
        ("message", "A letter is wrong."),
    ];
    maria
        .fill("/contact/write", "/contact/write", &text)
        .await
        .is(303);
    let id = site.number("SELECT MAX(id) FROM requests").await;
    (maria, format!("/staff/requests/{id}"))
}

on_both! {
    async fn a_template_is_written_filled_in_and_sent(site: Site) {
        let region = region(&site).await;
        let home = region.nursery.to_string();
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        let (_, desk) = write(&site, &home).await;
        olga.get(LIST).await.is(200).says("There is no template yet").says("{hours}");
        olga.post(LIST, &template(&home, &[])).await.goes_to(LIST);
        olga.follow().await.says("Come with the document");
        let id = site.number("SELECT MAX(id) FROM answer_templates").await;
        olga.get(&desk).await.says("Begin with a template").says("Come with the document");
        let page = olga.get(&format!("{desk}?template={id}")).await;
        page.is(200).says("Dear Maria Lesina, please come with the document of […] to Przedszkole nr 1. Number")
            .says("The request does not say: child");
        // A gap is not sent.
        olga.post(&desk, &[("message", "Dear Maria, please come with the document of […].")]).await.is(422)
            .says("stands where something is missing").says("please come with the document");
        olga.post(&desk, &[("message", "Dear Maria, please come with the document of Artem.")]).await.goes_to(&desk);
        let letter = site.letters_to("maria@dom.example").await.pop().unwrap();
        assert!(format!("{letter:?}").contains("document of Artem"));
        // It is changed, and removed.
        let one = format!("{LIST}/{id}");
        olga.fill(&one, &one, &template(&home, &[("name", "Bring it"), ("kind", "personal_data")])).await.goes_to(LIST);
        olga.follow().await.says("Bring it");
        // It is for another kind of message now.
        olga.get(&desk).await.says_not("Bring it");
        olga.get(&format!("{desk}?template={id}")).await.is(200).says_not("Dear Maria Lesina");
        olga.fill(&one, &one, &[("deed", "remove")]).await.goes_to(LIST);
        olga.get(&one).await.is(404);
        olga.get(LIST).await.says("There is no template yet");
    }

    async fn what_is_wrong_with_a_template_is_said_and_kept(site: Site) {
        let region = region(&site).await;
        let home = region.nursery.to_string();
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        for (field, value, said) in [
            ("text_en", "Dear {nmae}", "There is no field {nmae}"),
            ("text_ru", " ", "in Russian"),
            ("name", "", "Name"),
            ("kind", "fly", "Choose"),
            ("organisation", "999999", "Choose"),
            ("organisation", "all", "Choose"),
        ] {
            let page = olga.fill(LIST, LIST, &template(&home, &[(field, value)])).await;
            page.is(422);
            assert!(olga.last.text().to_lowercase().contains(&said.to_lowercase()), "{field}: {said}");
        }
        assert_eq!(site.number("SELECT COUNT(*) FROM answer_templates").await, 0);
    }

    async fn those_above_are_used_and_not_changed_and_others_are_not_there(site: Site) {
        let region = region(&site).await;
        let (home, town) = (region.nursery.to_string(), region.white.to_string());
        let mut olga = operator(&site, region.nursery, "olga@biala.example").await;
        let mut ewa = operator(&site, region.white, "ewa@biala.example").await;
        let mut far = operator(&site, region.school, "far@czarna.example").await;
        let mut all = site.staff("Jan Sum", "jan@all.example", RoleKind::InstallationAdministrator, None).await;
        all.get("/?lang=en").await;
        ewa.fill(LIST, LIST, &template(&town, &[("name", "Of the town")])).await.goes_to(LIST);
        let of_town = format!("{LIST}/{}", site.number("SELECT MAX(id) FROM answer_templates").await);
        all.fill(LIST, LIST, &template("all", &[("name", "Of all")])).await.goes_to(LIST);
        let (_, desk) = write(&site, &home).await;
        olga.get(&desk).await.says("Of the town").says("Of all");
        olga.get(LIST).await.says("Of the town").says_not(&format!("href=\"{of_town}\""));
        olga.get(&of_town).await.is(404);
        olga.post(&of_town, &[("deed", "remove")]).await.is(404);
        far.get(LIST).await.is(200).says("Of all").says_not("Of the town");
        far.get(&of_town).await.is(404);
        let mut maria = site.participant("Anna Kowal", "anna@dom.example").await;
        maria.get(LIST).await.is(404);
        let mut money = site.staff("Zofia Grosz", "zofia@biala.example", RoleKind::Accountant, Some(region.nursery)).await;
        money.get(LIST).await.is(404);
        assert_eq!(site.number("SELECT COUNT(*) FROM answer_templates WHERE removed_at IS NULL").await, 2);
    }
}
