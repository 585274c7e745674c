//! Where a group asks for it, staff decides about each application; its place is held until then.

use jiff::Timestamp;
use zapis::accounts::RoleKind;
use zapis::enrolment::actions::{self, FinishError};
use zapis::enrolment::permissions::may_keep_list;

use crate::fixtures::{Training, warsaw};
use crate::join::places;
use crate::resign::first_enrolment;
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::operator;

const ANNA: &str = "anna@poczta.example";
const OLGA: &str = "olga.radina@centrum.example";
const WANDA: &str = "wanda@centrum.example";
const IGOR: &str = "igor@poczta.example";

fn move_clock(site: &Site, to: Timestamp) {
    site.app.clock.advance(to.duration_since(site.now()));
}

async fn applies(browser: &mut Browser, training: &Training) -> String {
    let address = training.join();
    browser
        .get(&address)
        .await
        .is(200)
        .says("and the organiser decides")
        .says(">Apply<");
    browser.post(&address, &[]).await.goes_to("/my/trainings");
    browser
        .follow()
        .await
        .says("Your application is in")
        .says("Awaiting a decision");
    first_enrolment(browser)
        .await
        .replace("/my/trainings/", "/staff/enrolments/")
}

async fn opening(site: &Site) -> (Training, Browser, Browser, String) {
    let training = site
        .training("Pierwsza pomoc")
        .capacity(1)
        .waiting(1)
        .approved_by_staff()
        .publish()
        .await;
    let mut anna = site.participant("Anna Nowak", ANNA).await;
    let one = applies(&mut anna, &training).await;
    let olga = operator(site, &training, "Olga Radina").await;
    (training, anna, olga, one)
}

on_both! {
    async fn an_application_holds_a_place_and_is_confirmed(site: Site) {
        let (training, mut anna, mut olga, one) = opening(&site).await;
        anna.get(&training.page()).await.says("The organiser decides about each application");
        assert_eq!(places(&site, training.group_id).await, (1, 1));
        let letters = site.letters_to(ANNA).await;
        assert_eq!(letters[0].subject, "Your application is in: Pierwsza pomoc");
        assert!(letters[0].attachments.is_empty(), "nothing for the calendar before it is confirmed");
        let calendar = one.replace("/staff/enrolments/", "/my/trainings/") + "/calendar.ics";
        anna.get(&calendar).await.is(404);

        olga.get("/staff").await.says("Waiting for a decision").says("1 person waits");
        let list = format!("/staff/groups/{}/participants", training.group_id);
        olga.get(&list).await.says("Applications to decide").says(&format!("{one}/confirm"));
        olga.post(&format!("{one}/confirm"), &[]).await.goes_to(&list);
        olga.follow().await.says("The letter is on its way").says_not("Applications to decide");
        let letters = site.letters_to(ANNA).await;
        assert_eq!(letters[1].subject, "You have a place: Pierwsza pomoc");
        assert!(letters[1].attachments[0].text.contains("METHOD:REQUEST"));
        anna.get("/my/trainings").await.says("The place is yours.").says("Application confirmed").says("Organiser");
        anna.get(&calendar).await.is(200);
        olga.post(&format!("{one}/confirm"), &[]).await;
        olga.follow().await.says("This was decided before");
        assert_eq!(site.letters_to(ANNA).await.len(), 2);
    }

    async fn a_refusal_says_why_in_the_readers_language_and_frees_the_place(site: Site) {
        let (training, mut anna, mut olga, one) = opening(&site).await;
        let mut igor = site.participant("Igor Malewicz", IGOR).await;
        igor.get(&training.join()).await;
        igor.post(&training.join(), &[("list", "1")]).await.goes_to("/my/trainings");
        let refuse = format!("{one}/refuse");
        olga.fill(&refuse, &refuse, &[("template", ""), ("words", " ")]).await.is(422).says("Choose a reason or write one");
        olga.get(&format!("{refuse}?lang=pl")).await;
        let list = format!("/staff/groups/{}/participants", training.group_id);
        olga.fill(&refuse, &refuse, &[("template", "audience"), ("words", "Zapraszamy wiosną.")]).await.goes_to(&list);
        let letters = site.letters_to(ANNA).await;
        assert_eq!(letters[1].subject, "Application refused: Pierwsza pomoc");
        let said = letters[1].paragraphs.join(" ");
        assert!(said.contains("The group is meant for other participants. Zapraszamy wiosną."), "{said}");
        anna.get("/my/trainings").await.says("Application refused. Reason: The group is meant for other participants.");
        olga.get(&one).await.says("Grupa jest przeznaczona dla innych uczestników. Zapraszamy wiosną.");

        // The next in line is offered the place, takes it, and waits for a decision too.
        assert_eq!(places(&site, training.group_id).await, (1, 1));
        let accept = format!("{}/accept", first_enrolment(&mut igor).await);
        igor.post(&accept, &[]).await.goes_to("/my/trainings");
        igor.follow().await.says("Your application is in").says("Awaiting a decision");
        assert_eq!(places(&site, training.group_id).await, (1, 1));
    }

    async fn one_enrolment_is_cancelled_with_a_reason(site: Site) {
        let (training, mut anna, mut olga, one) = opening(&site).await;
        let list = format!("/staff/groups/{}/participants", training.group_id);
        olga.get(&list).await;
        olga.post(&format!("{one}/confirm"), &[]).await.goes_to(&list);
        olga.get(&one).await.says("Cancel the enrolment").says("Move to another group").says_not("Refuse");
        let cancel = format!("{one}/cancel");
        olga.fill(&cancel, &cancel, &[("template", "duplicate"), ("words", "")]).await.goes_to(&list);
        assert_eq!(places(&site, training.group_id).await, (0, 0));
        let letters = site.letters_to(ANNA).await;
        assert_eq!(letters[2].subject, "Your enrolment was cancelled: Pierwsza pomoc");
        assert!(letters[2].attachments[0].text.contains("METHOD:CANCEL"));
        anna.get("/my/trainings").await.says("Reason: There was a second enrolment of the same person.");
        olga.get(&cancel).await.is(200);
        olga.post(&cancel, &[("template", "mistake"), ("words", "")]).await.goes_to(&list);
        olga.follow().await.says("This was decided before");
    }

    async fn the_clock_never_decides_but_the_end_waits_for_it(site: Site) {
        let (training, _, mut olga, one) = opening(&site).await;
        move_clock(&site, warsaw("2026-12-01T16:00"));
        assert_eq!(actions::start_due(&site.app, site.now()).await, Ok(1));
        move_clock(&site, warsaw("2026-12-01T19:15"));
        let who = site.actor(OLGA, RoleKind::Operator, Some(training.organisation_id)).await;
        let tree = site.app.organisations.current();
        let permit = may_keep_list(&who, &tree, training.organisation_id, training.group_id, false).unwrap();
        assert_eq!(actions::finish(&site.app, &permit, site.now()).await, Err(FinishError::Undecided(1)));
        let list = format!("/staff/groups/{}/participants", training.group_id);
        olga.get(&list).await.says("Applications to decide");
        olga.post(&format!("{one}/confirm"), &[]).await.goes_to(&list);
        assert_eq!(site.number("SELECT COUNT(*) FROM enrolments WHERE state = 'attending'").await, 1);
    }

    async fn applications_that_wait_too_long_are_brought_up(site: Site) {
        let (_training, _, _, _) = opening(&site).await;
        site.staff("Wanda Sowa", WANDA, RoleKind::InstallationAdministrator, None).await;
        let told = async |at| {
            move_clock(&site, warsaw(at));
            actions::remind_undecided(&site.app, site.now()).await
        };
        assert_eq!(told("2026-11-26T23:59").await, Ok(0));
        // Asked for on a Sunday; the fifth working day is Friday.
        assert_eq!(told("2026-11-27T08:00").await, Ok(1));
        assert_eq!(told("2026-11-30T08:00").await, Ok(0));
        let letters = site.letters_to(OLGA).await;
        assert_eq!(letters[0].subject, "Applications wait for a decision: Pierwsza pomoc");
        let said = letters[0].paragraphs.join(" ");
        assert!(said.contains("1 application for “Pierwsza pomoc”") && said.contains("5 working days"), "{said}");
        assert_eq!(site.letters_to(WANDA).await.len(), 0);
        assert_eq!(told("2026-12-02T08:00").await, Ok(1));
        assert_eq!(told("2026-12-30T08:00").await, Ok(0));
        let letters = site.letters_to(WANDA).await;
        let said = letters[0].paragraphs.join(" ");
        assert!(said.contains("8 working days") && said.contains("were reminded"), "{said}");
        assert_eq!((site.letters_to(OLGA).await.len(), letters.len()), (1, 1));
        assert_eq!(site.number("SELECT COUNT(*) FROM enrolments WHERE state = 'applied'").await, 1);
    }
}
