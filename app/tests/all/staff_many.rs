//! Something is done to many rows: asked first, each by itself, and answered row by row.

use jiff::SignedDuration;
use zapis::accounts::RoleKind;

use crate::fixtures::Training;
use crate::join::{places, press_join};
use crate::payments::{join_and_pay_oneself, statement};
use crate::resign::first_enrolment;
use crate::site::{Answer, Browser, Site, on_both};
use crate::staff_offer::{Typed, operator};

const CONFIRMED: &str = "SELECT COUNT(*) FROM enrolments WHERE state = 'confirmed'";

fn list(training: &Training) -> String {
    format!("/staff/groups/{}/participants", training.group_id)
}

/// Applies, and answers the id of the enrolment.
async fn applies(site: &Site, training: &Training, name: &str, email: &str) -> String {
    let mut browser = site.participant(name, email).await;
    browser.get(&training.join()).await.is(200);
    browser
        .post(&training.join(), &[])
        .await
        .goes_to("/my/trainings");
    let address = first_enrolment(&mut browser).await;
    address.rsplit('/').next().unwrap().to_owned()
}

/// Three applications of one group, and one of another course.
async fn opening(site: &Site) -> (Training, Browser, [String; 4]) {
    let training = site
        .training("Pierwsza pomoc")
        .approved_by_staff()
        .publish()
        .await;
    let other = site
        .training("Emisja głosu")
        .approved_by_staff()
        .publish()
        .await;
    let ids = [
        applies(site, &training, "Anna Nowak", "anna@poczta.example").await,
        applies(site, &training, "Igor Malewicz", "igor@poczta.example").await,
        applies(site, &training, "Ewa Maj", "ewa@poczta.example").await,
        applies(site, &other, "Jan Sowa", "jan@poczta.example").await,
    ];
    let olga = operator(site, &training, "Olga Radina").await;
    (training, olga, ids)
}

/// Chooses rows, looks at the question, and answers it with what it asks for.
async fn decides(
    browser: &mut Browser,
    list: &str,
    deed: &str,
    ids: &[&str],
    answers: &[(&str, &str)],
) -> Answer {
    let mut fields = vec![("deed", deed)];
    fields.extend(ids.iter().map(|id| ("pick", *id)));
    let asked = browser.fill(list, list, &fields).await;
    asked.is(200);
    let mut typed = Typed::of_page(&asked.text());
    for (name, value) in answers {
        typed = typed.with(name, value);
    }
    browser.post(list, &typed.pairs()).await
}

on_both! {
    async fn many_applications_are_confirmed_each_by_itself(site: Site) {
        let (training, mut olga, [anna, igor, ewa, _]) = opening(&site).await;
        let list = list(&training);
        olga.get(&list).await.is(200).says("Choose: Nowak Anna").says("form=\"applications\"").says("Choose all (3 rows)");
        olga.post(&list, &[("deed", "confirm")]).await.goes_to(&list);
        olga.follow().await.says("Nothing was chosen");
        let asked = olga.fill(&list, &list, &[("deed", "confirm"), ("pick", &anna), ("pick", &igor)]).await;
        asked.is(200).says("Confirm 2 applications?").says("<li>Anna Nowak</li>").says("<li>Igor Malewicz</li>").says_not("Ewa Maj");
        assert_eq!(site.number(CONFIRMED).await, 0, "nothing is done before it is confirmed");
        // Somebody else decides about one of them meanwhile.
        let mut second = operator(&site, &training, "Wanda Kot").await;
        second.fill(&list, &format!("/staff/enrolments/{anna}/confirm"), &[]).await.is(303);
        let typed = Typed::of_page(&asked.text());
        olga.get(&list).await;
        let done = olga.post(&list, &typed.pairs()).await;
        done.is(200).says("Done: 1.").says("Not done: 1.").says("This was decided before")
            .says(&format!("href=\"/staff/enrolments/{igor}\">Igor Malewicz"));
        assert_eq!(site.number(CONFIRMED).await, 2);
        let noted = "SELECT COUNT(*) FROM audit WHERE action = 'enrolment.confirm'";
        assert_eq!(site.number(noted).await, 2, "a row of the log for each");
        // Sent twice it does no harm.
        olga.get(&list).await;
        olga.post(&list, &typed.pairs()).await.is(200).says("Not done: 2.");
        assert_eq!(site.letters_to("igor@poczta.example").await.len(), 2);
        // All of the page, without scripts: the box above, and the rows that the page has.
        let rows = format!("{anna},{igor},{ewa}");
        let fields = [("deed", "confirm"), ("all", "1"), ("rows", rows.as_str())];
        olga.fill(&list, &list, &fields).await.is(200).says("Confirm 3 applications?");
        olga.fill(&list, &list, &[("deed", "confirm"), ("rows", &rows), ("pick", &ewa)]).await.says("Confirm 1 application?");
    }

    /// Children have no workplace, and documents that have to be seen first.
    async fn groups_of_children_say_what_concerns_children(site: Site) {
        let ceramics = crate::apply::programme(&site, "Ceramika").await;
        let (mut maria, artem) = crate::apply::maria(&site).await;
        maria.fill(&ceramics.join(), &ceramics.join(), &[("person", &artem)]).await.goes_to("/my/applications");
        let id = site.number("SELECT MAX(id) FROM enrolments").await.to_string();
        let mut olga = operator(&site, &ceramics, "Olga Radina").await;
        olga.get("/?lang=en").await;
        let list = list(&ceramics);
        olga.get(&list).await.is(200).says("Artem").says("documents not seen").says_not("Workplace");
        olga.get(&format!("{list}?as=csv")).await.is(200).says("Artem").says_not("Workplace");
        olga.get(&format!("{list}?as=csv&of=applied")).await.is(200).says("documents not seen").says_not("Workplace");
        for address in [list.as_str(), "/staff/applications"] {
            let asked = olga.fill(address, address, &[("deed", "confirm"), ("pick", &id)]).await;
            asked.is(200).says("documents not seen. Tick them on the child’s page first");
            asked.says_not("<li>Artem Lesin</li>");
        }
        // What is missing is called as the field is called.
        let order = [("deed", "enrol"), ("pick", id.as_str()), ("confirmed", "1")];
        olga.fill(&list, &list, &order).await.is(422).says("Number and date of the order: ").says_not("href=\"#reason\">Reason");
    }

    async fn rows_of_others_are_missing_rows(site: Site) {
        let (training, mut olga, [anna, _, _, jan]) = opening(&site).await;
        let list = list(&training);
        let asked = olga.fill(&list, &list, &[("deed", "confirm"), ("pick", &anna), ("pick", &jan), ("pick", "987654"), ("pick", "x")]).await;
        asked.is(200).says("Confirm 1 application?").says("2 rows that were chosen are not there any more").says_not("Sowa");
        let done = olga.post(&list, &Typed::of_page(&asked.text()).pairs()).await;
        done.is(200).says("Done: 1.").says("Not done: 2.").says("One of the rows that were chosen").says_not(&format!(">{jan}<")).says_not("987654").says_not("Sowa");
        assert_eq!(site.number(CONFIRMED).await, 1);
        olga.fill(&list, &list, &[("deed", "refuse"), ("pick", &jan)]).await.is(404);
        olga.fill(&list, &list, &[("deed", "erase"), ("pick", &anna)]).await.is(404);
        let many: Vec<String> = (1..=1_001).map(|id| id.to_string()).collect();
        olga.fill(&list, &list, &[("deed", "confirm"), ("all", "1"), ("rows", &many.join(","))]).await.is(413);
        // Trainers write to those chosen, and decide nothing.
        let mut halina = site.staff("Halina Kot", "halina@centrum.example", RoleKind::Trainer, Some(training.organisation_id)).await;
        crate::staff_attendance::teaches(&site, &training, "halina@centrum.example").await;
        halina.get(&list).await.is(200).says("Write to them").says_not("Cancel enrolments").says_not("form=\"applications\"");
        halina.post(&list, &[("deed", "confirm"), ("pick", &anna)]).await.is(404);
        let mut zuzanna = site.participant("Zuzanna Obca", "zuzanna@poczta.example").await;
        zuzanna.get("/my/trainings").await;
        zuzanna.post(&list, &[("deed", "confirm"), ("pick", &anna)]).await.is(404);
    }

    async fn many_are_refused_and_cancelled_with_one_reason(site: Site) {
        let (training, mut olga, [anna, igor, ewa, _]) = opening(&site).await;
        let list = list(&training);
        let asked = olga.fill(&list, &list, &[("deed", "refuse"), ("pick", &anna), ("pick", &igor)]).await;
        asked.is(200).says("Refuse 2 applications?").says("The group is meant for other participants.");
        let typed = Typed::of_page(&asked.text()).with("words", "Zapraszamy wiosną.");
        let without = Typed::of_page(&asked.text());
        olga.post(&list, &without.pairs()).await.is(422).says("Choose a reason or write one").says("Refuse 2 applications?").says("Anna Nowak");
        olga.post(&list, &typed.pairs()).await.is(200).says("Done: 2.").says_not("Not done");
        for email in ["anna@poczta.example", "igor@poczta.example"] {
            let letters = site.letters_to(email).await;
            assert!(letters.last().unwrap().paragraphs.join(" ").contains("Zapraszamy wiosną."), "{letters:?}");
        }
        assert_eq!(places(&site, training.group_id).await, (1, 1));
        decides(&mut olga, &list, "cancel", &[&anna, &ewa], &[("template", "duplicate")]).await.says("Done: 1.").says("This was decided before");
        assert_eq!(places(&site, training.group_id).await, (0, 0));
    }

    async fn many_are_moved_as_long_as_there_are_places(site: Site) {
        let here = site.training("Pierwsza pomoc").publish().await;
        let there = site.training("Pierwsza pomoc, wiosna").capacity(1).meeting("2027-03-02T16:00", "2027-03-02T19:15").publish().await;
        let mut ids = Vec::new();
        for (name, email) in [("Anna Nowak", "anna@poczta.example"), ("Igor Malewicz", "igor@poczta.example")] {
            let mut browser = site.participant(name, email).await;
            press_join(&mut browser, &here).await;
            ids.push(first_enrolment(&mut browser).await.rsplit('/').next().unwrap().to_owned());
        }
        let mut olga = operator(&site, &here, "Olga Radina").await;
        let list = list(&here);
        let both: Vec<&str> = ids.iter().map(String::as_str).collect();
        let chosen = [("deed", "transfer"), ("pick", both[0]), ("pick", both[1])];
        olga.fill(&list, &list, &chosen).await.is(200).says("Move 2 people to another group?");
        let (course, group) = (here.course_id, there.group_id);
        let moved = site.app.db.write(move |tx| Box::pin(async move {
            tx.exec("UPDATE groups SET course_id = $2, code = '2' WHERE id = $1", &[&group, &course]).await
        }));
        moved.await.map_err(|error: database::DbError| error).unwrap();
        olga.fill(&list, &list, &chosen).await.says("1 free place");
        let target = there.group_id.to_string();
        let answers = [("target", target.as_str()), ("reason", "Na prośbę szkoły.")];
        decides(&mut olga, &list, "transfer", &both, &answers).await.says("Done: 1.").says("Not done: 1.").says("The last place there");
        assert_eq!(places(&site, there.group_id).await, (1, 1));
        assert_eq!(places(&site, here.group_id).await, (1, 1));
    }

    async fn those_who_are_chosen_are_written_to(site: Site) {
        let (training, mut olga, [anna, igor, _, jan]) = opening(&site).await;
        let (list, mail) = (list(&training), format!("/staff/groups/{}/mail", training.group_id));
        olga.get(&list).await.says(&format!("formaction=\"{mail}\""));
        olga.post(&mail, &[("deed", "write")]).await.goes_to(&list);
        let page = olga.fill(&list, &mail, &[("deed", "write"), ("pick", &anna), ("pick", &jan), ("pick", &igor)]).await;
        page.is(200).says("Only the 2 people you chose get the letter.").says("Awaiting a decision: 2");
        let typed = Typed::of_page(&page.text()).with("subject", "Dokumenty").with("text", "Prosimy o legitymację.");
        let preview = olga.post(&mail, &typed.pairs()).await;
        preview.is(200).says("2 people get this letter.");
        olga.post(&mail, &Typed::of_page(&preview.text()).pairs()).await.is(303);
        olga.follow().await.says("Nowak Anna").says("Malewicz Igor").says_not("Maj Ewa").says_not("Sowa");
        for (email, count) in [("anna@poczta.example", 2), ("igor@poczta.example", 2), ("ewa@poczta.example", 1), ("jan@poczta.example", 1)] {
            assert_eq!(site.letters_to(email).await.len(), count, "{email}");
        }
        let nobody = Typed::of_page(&page.text()).with("to", "x").with("subject", "A").with("text", "B");
        olga.fill(&mail, &mail, &nobody.pairs()).await.is(422);
    }

    async fn charges_are_waived_and_entries_set_aside(site: Site) {
        let training = site.training("Ocenianie").price(12_000).publish().await;
        site.is_paid_at(&training).await;
        for (name, email) in [("Anna Nowak", "anna@school.example"), ("Jan Sowa", "jan@school.example")] {
            let mut browser = site.participant(name, email).await;
            join_and_pay_oneself(&mut browser, &training).await;
        }
        let home = Some(training.organisation_id);
        let mut zofia = site.staff("Zofia Lis", "zofia@centre.example", RoleKind::Accountant, home).await;
        let charges = "/staff/payments?show=due";
        let (first, last) = (site.number("SELECT MIN(id) FROM charges").await, site.charge().await.get());
        let (first, last) = (first.to_string(), last.to_string());
        let asked = zofia.fill(charges, charges, &[("deed", "waive"), ("pick", &first), ("pick", &last), ("pick", "987654")]).await;
        asked.is(200).says("Waive 2 charges?").says("Anna Nowak, ZP-").says("1 row that was chosen is not there any more");
        let typed = Typed::of_page(&asked.text());
        zofia.post(charges, &typed.pairs()).await.is(422).says("Fill this in");
        // One of them is waived alone meanwhile.
        let page = format!("/staff/payments/charges/{first}");
        zofia.fill(&page, &page, &[("deed", "waive"), ("waive_reason", "Stypendium")]).await.is(303);
        zofia.get(charges).await;
        zofia.post(charges, &typed.with("reason", "Decyzja dyrektora").pairs()).await.is(200)
            .says("Done: 1.").says("Not done: 2.").says("One of the rows that were chosen").says_not("987654");
        assert_eq!(site.number("SELECT COUNT(*) FROM charges WHERE state = 'waived'").await, 2);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'payment.waive' AND subject_kind = 'charge'").await, 2);

        site.takes_in(&statement(&[(500, "Odsetki"), (700, "Dotacja")])).await;
        let queue = "/staff/payments/queue";
        let entries = [site.number("SELECT MIN(id) FROM statement_entries").await, site.number("SELECT MAX(id) FROM statement_entries").await];
        let entries = entries.map(|id| id.to_string());
        let ids = [entries[0].as_str(), entries[1].as_str()];
        decides(&mut zofia, queue, "set-aside", &ids, &[("reason", "Nie za szkolenia")]).await.says("Done: 2.");
        assert_eq!(site.number("SELECT COUNT(*) FROM statement_entries WHERE state = 'set_aside'").await, 2);
        // Somebody who keeps the books elsewhere finds none of them.
        let mut olga = operator(&site, &training, "Olga Radina").await;
        olga.get("/staff").await;
        olga.post(charges, &[("deed", "waive"), ("pick", &first)]).await.is(404);
        let elsewhere = crate::permissions::elsewhere(&site).await;
        let mut marta = site.staff("Ola Bąk", "ola@lomza.example", RoleKind::Accountant, Some(elsewhere)).await;
        marta.fill(charges, charges, &[("deed", "waive"), ("pick", &first)]).await.is(404);
        marta.fill(queue, queue, &[("deed", "set-aside"), ("pick", &entries[0])]).await.is(404);
    }

    async fn courses_groups_and_messages(site: Site) {
        let first = site.training("Pierwsza pomoc").publish().await;
        let draft = site.training("Emisja głosu").course(|course| course.state = zapis::catalogue::CourseState::Draft)
            .state(zapis::catalogue::GroupState::Draft).publish().await;
        let mut olga = operator(&site, &first, "Olga Radina").await;
        let courses = "/staff/courses";
        let (one, two) = (first.course_id.to_string(), draft.course_id.to_string());
        decides(&mut olga, courses, "archive", &[&one, &two], &[]).await.says("Done: 1.").says("The course has 1 group on offer.");
        decides(&mut olga, courses, "archive", &[&two], &[]).await.says("It is so already.");
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'course.move'").await, 1);

        let page = format!("/staff/courses/{two}");
        let groups = format!("{page}/groups");
        olga.get(&page).await.is(200).says(&format!("action=\"{groups}\""));
        let group = draft.group_id.to_string();
        let foreign = first.group_id.to_string();
        let asked = olga.post(&groups, &[("deed", "publish-groups"), ("pick", &group), ("pick", &foreign)]).await;
        asked.is(200).says("Publish 1 group?").says("Group 1, Places taken: 0 of 20").says("1 row that was chosen");
        let done = olga.post(&groups, &Typed::of_page(&asked.text()).pairs()).await;
        done.is(200).says("Done: 1.").says("Not done: 1.").says("One of the rows that were chosen").says_not(&format!("Row {foreign}"));
        olga.get(&page).await;
        olga.post(&groups, &Typed::of_page(&asked.text()).pairs()).await.is(200).says("It is no draft any more.");
        let mut anna = site.participant("Anna Nowak", "anna@poczta.example").await;
        press_join(&mut anna, &draft).await;
        olga.get(&page).await;
        let asked = olga.post(&groups, &[("deed", "cancel-groups"), ("pick", &group)]).await;
        asked.is(200).says("Call 1 group off?").says("1 of 20");
        olga.post(&groups, &Typed::of_page(&asked.text()).pairs()).await.is(422).says("Fill this in");
        let typed = Typed::of_page(&asked.text()).with("reason", "Trenerka jest chora");
        olga.post(&groups, &typed.pairs()).await.is(200).says("Done: 1.");
        assert!(site.letters_to("anna@poczta.example").await.last().unwrap().paragraphs.join(" ").contains("Trenerka jest chora"));

        let home = first.organisation_id.to_string();
        for subject in ["Parking", "Dojazd"] {
            anna.get("/contact/write").await;
            anna.post("/contact/write", &[("organisation", &home), ("subject", subject), ("message", "Czy jest?")]).await.is(303);
            site.app.clock.advance(SignedDuration::from_secs(1));
        }
        let (low, high) = (site.number("SELECT MIN(id) FROM requests").await, site.number("SELECT MAX(id) FROM requests").await);
        let (low, high) = (low.to_string(), high.to_string());
        let requests = "/staff/requests?show=opened";
        decides(&mut olga, requests, "close", &[&low, &high], &[]).await.says("Done: 2.").says("Parking, Anna Nowak");
        olga.get("/staff/requests?show=closed").await.says("Dojazd").says_not("class=\"bulk\"");
        decides(&mut olga, requests, "close", &[&low], &[]).await.says("Somebody else has just changed this.");
    }
}
