//! Staff sees addresses masked; the whole one only with a reason, which is noted and told to its holder.

use zapis::accounts::RoleKind;
use zapis::catalogue::GroupId;

use crate::fixtures::Training;
use crate::join::press_join;
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::{edit, edit_form, operator};

const WHOLE: &str = "anna.nowak@poczta.example";
const MASKED: &str = "an•••@poczta.example";

async fn opening(site: &Site) -> (Browser, Browser, Training, String) {
    let training = site.training("Pierwsza pomoc").publish().await;
    let mut anna = site.participant("Anna Nowak", WHOLE).await;
    press_join(&mut anna, &training).await;
    let id = site.number("SELECT MAX(id) FROM enrolments").await;
    let mut olga = operator(site, &training, "Olga Radina").await;
    olga.get("/?lang=en").await;
    (anna, olga, training, format!("/staff/enrolments/{id}"))
}

fn list(group: GroupId) -> String {
    format!("/staff/groups/{group}/participants")
}

on_both! {
    async fn the_whole_address_is_shown_once_with_a_reason(site: Site) {
        let (mut anna, mut olga, training, page) = opening(&site).await;
        for address in [list(training.group_id), format!("{}?as=csv", list(training.group_id)), page.clone()] {
            olga.get(&address).await.is(200).says(MASKED).says_not(WHOLE);
        }
        let address = format!("{page}/address");
        olga.last.says_not("mailto:").says(&format!("href=\"{address}\""));
        olga.get(&address).await.is(200).says("Show the e-mail address of Anna Nowak?").says_not(WHOLE);
        olga.post(&address, &[("words", " ")]).await.is(422).says("href=\"#template\"").says_not(WHOLE);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'enrolment.show_address'").await, 0);
        let reason = [("template", "urgent"), ("words", "The room is under water.")];
        olga.post(&address, &reason).await.is(200).says(WHOLE).says("The look is noted");
        olga.get(&address).await.is(200).says_not(WHOLE);
        olga.get(&page).await.says_not(WHOLE).says("The organiser looked at the e-mail address")
            .says("Reason: An urgent message about the training. The room is under water.");
        let letter = site.letters_to(WHOLE).await.pop().unwrap();
        assert_eq!(letter.subject, "The organiser looked at your address: Pierwsza pomoc");
        assert!(letter.paragraphs[1].contains("The room is under water."), "{letter:?}");
        anna.get("/my/trainings").await.says("The organiser looked at the e-mail address").says("The room is under water.");
        // A second look is a second letter.
        site.app.clock.advance(jiff::SignedDuration::from_mins(5));
        olga.get(&address).await;
        olga.post(&address, &[("template", "letters_return")]).await.is(200).says(WHOLE);
        let letters = site.letters_to(WHOLE).await;
        assert_eq!(letters.iter().filter(|one| one.subject.contains("looked at your address")).count(), 2);
    }

    async fn trainers_do_not_look(site: Site) {
        let (_, _, training, page) = opening(&site).await;
        let branch = Some(training.organisation_id);
        let mut jan = site.staff("Jan Trener", "jan@centrum.example", RoleKind::Trainer, branch).await;
        let account = site.account("jan@centrum.example").await;
        let group = training.group_id;
        let listed = site.app.db.write(move |tx| Box::pin(async move {
            zapis::catalogue::writing::insert_trainer(tx, group, account).await
        }));
        listed.await.unwrap();
        jan.get(&list(training.group_id)).await.is(200).says(MASKED).says_not(WHOLE);
        jan.get(&page).await.is(200).says_not("/address\"");
        jan.get(&format!("{page}/address")).await.is(404);
        jan.get("/").await;
        jan.post(&format!("{page}/address"), &[("template", "urgent")]).await.is(404).says_not(WHOLE);
    }

    async fn the_log_keeps_only_what_changed(site: Site) {
        let (_, mut olga, training, _) = opening(&site).await;
        let form = edit_form(&mut olga, &training).await.with("capacity", "25");
        olga.post(&edit(&training), &form.pairs()).await.is(303);
        let before = site.text("SELECT before_state FROM audit WHERE action = 'group.save'").await;
        let after = site.text("SELECT after_state FROM audit WHERE action = 'group.save'").await;
        assert_eq!((before.as_str(), after.as_str()), ("{\"capacity\":20}", "{\"capacity\":25}"));
    }
}
