//! `apply` [B12]: a guardian finds a programme for a child, applies, follows the application; staff decides.

use zapis::accounts::RoleKind;
use zapis::certificates::store as certificates;
use zapis::enrolment::{EnrolmentId, concern_store, draw_store, story_store};
use zapis::materials::store as materials;
use zapis::payments::{online_store, store as payments, token};
use zapis::people::PersonId;

use crate::child_once::{ENTER, but};
use crate::completed::{ANSWERS, paper, send_survey, survey};
use crate::fixtures::Training;
use crate::gateway_server::FakeGateway;
use crate::join::places;
use crate::materials as files;
use crate::payments::statement;
use crate::permissions::elsewhere;
use crate::site::{Browser, Site, on_both};
use crate::staff_offer::operator;

/// A programme for children of 7 to 10.
pub async fn programme(site: &Site, title: &str) -> Training {
    let builder = site.training(title).ages(7, 10).capacity(2);
    let builder = builder.meeting("2026-12-01T16:00", "2026-12-01T17:30");
    builder.publish().await
}

/// Maria with Artem, who is nine.
pub async fn maria(site: &Site) -> (Browser, String) {
    let mut maria = site.participant("Maria Lesina", "maria@dom.example").await;
    let answer = maria.fill(ENTER, ENTER, &but(&[])).await;
    let there = answer.is(303).location.clone().unwrap();
    (maria, there.rsplit('/').next().unwrap().to_owned())
}

async fn compare_with_documents(site: &Site, child: &str) {
    let (app, now) = (site.app.clone(), site.now());
    let child: PersonId = child.parse().unwrap();
    let work = site.app.db.write(move |tx| {
        Box::pin(async move {
            let sql = "UPDATE people SET state = 'confirmed' WHERE id = $1";
            tx.exec(sql, &[&child]).await?;
            (app.reactions.after_child_confirmed)(tx, app.clone(), child, now).await
        })
    });
    work.await.unwrap();
}

/// Paweł, who acts for the child as well.
pub async fn pawel(site: &Site, child: &str) -> Browser {
    let pawel = site.participant("Paweł Lesin", "pawel@dom.example").await;
    let sql = "INSERT INTO guardianships (person_id, account_id, state, asked_at) \
        SELECT $1, id, 'holds', 0 FROM accounts WHERE email = 'pawel@dom.example'";
    site.sql(sql, child.parse().unwrap()).await;
    pawel
}

/// Artem has a place in a programme that costs something; he and his place.
async fn paid_for(site: &Site, maria: &mut Browser, child: &str) -> (Training, EnrolmentId) {
    let builder = site.training("Ceramika").ages(7, 10).price(12_000);
    let builder = builder.meeting("2026-12-01T16:00", "2026-12-01T17:30");
    let ceramics = builder.publish().await;
    site.is_paid_at(&ceramics).await;
    compare_with_documents(site, child).await;
    let join = ceramics.join();
    let fields = [("person", child), ("payer", "participant")];
    maria
        .fill(&join, &join, &fields)
        .await
        .goes_to("/my/applications");
    let id = site.number("SELECT MAX(id) FROM enrolments").await;
    (ceramics, EnrolmentId::new(id))
}

async fn state_of(site: &Site, sql: &'static str) -> String {
    let read = site
        .app
        .db
        .read(move |tx| Box::pin(async move { tx.one::<String>(sql, &[]).await }));
    read.await.unwrap()
}

const LAST: &str = "SELECT state FROM enrolments ORDER BY id DESC LIMIT 1";

on_both! {
    async fn a_guardian_finds_a_programme_by_age_and_applies(site: Site) {
        let ceramics = programme(&site, "Ceramika").await;
        site.training("Ocenianie").publish().await;
        let (mut maria, artem) = maria(&site).await;
        maria.get("/courses?age=9").await.says("Ceramika").says_not("Ocenianie").says("9 years old");
        maria.get("/courses?age=11").await.says_not("Ceramika");
        maria.get(&ceramics.page()).await.says("7 to 10 on the day of the first meeting").says("Apply");
        let join = ceramics.join();
        maria.get(&join).await.is(200).says("Apply for a child").says("Artem Lesin").says("not compared with documents yet");
        maria.fill(&join, &join, &[("person", "0")]).await.is(422).says("Who is it for?");
        assert_eq!(places(&site, ceramics.group_id).await, (0, 0));
        // A child of another age is there, and why it can not be chosen.
        maria.fill(ENTER, ENTER, &but(&[("given_name", "Leon"), ("born_year", "2011")])).await.is(303);
        maria.get(&join).await.says("Leon will be 15 then; the programme is for ages 7 to 10.");
        maria.fill(&join, &join, &[("person", &artem)]).await.goes_to("/my/applications");
        maria.follow().await.is(200).says("The application is in, and a place is held.").says("Ceramika").says("Artem")
            .says("This is not yet enrolment.").says("Documents of the child");
        // The place is held, it is not among her own trainings, and nobody applies twice.
        assert_eq!(places(&site, ceramics.group_id).await, (1, 1));
        maria.get("/my/trainings").await.says_not("Ceramika");
        maria.fill(&join, &join, &[("person", &artem)]).await.goes_to("/my/applications");
        assert_eq!(places(&site, ceramics.group_id).await, (1, 1));
        maria.get(&join).await.says("Applied for already").says("Artem Lesin");
        let letter = &site.letters_to("maria@dom.example").await.into_iter().last().unwrap();
        assert_eq!(letter.subject, "We have the application for Artem: Ceramika");
        let said = format!("{letter:?}");
        for words in ["This is not yet enrolment", "answers by Tuesday, 1 December", "show the child’s document", "/my/applications"] {
            assert!(said.contains(words), "no {words} in {said}");
        }
        // Nobody has to decide in this group: with the documents seen, the place is the child's.
        compare_with_documents(&site, &artem).await;
        maria.get("/my/applications").await.says("The place is the child");
        assert_eq!(state_of(&site, LAST).await, "confirmed");
        let letters = site.letters_to("maria@dom.example").await;
        assert!(letters.iter().any(|one| one.subject == "You have a place: Ceramika (Artem)"));
    }

    async fn a_confirmed_child_has_the_place_at_once_and_can_give_it_back(site: Site) {
        let ceramics = programme(&site, "Ceramika").await;
        let (mut maria, artem) = maria(&site).await;
        compare_with_documents(&site, &artem).await;
        maria.fill(&ceramics.join(), &ceramics.join(), &[("person", &artem)]).await.goes_to("/my/applications");
        maria.follow().await.says("The place is the child");
        let page = maria.get("/my/applications").await.text();
        let at = page.find("/my/trainings/").unwrap();
        let resign = page[at..].split('"').next().unwrap().replace("calendar.ics", "resign");
        maria.fill(&resign, &resign, &[]).await.goes_to("/my/applications");
        assert_eq!(places(&site, ceramics.group_id).await, (0, 0));
    }

    async fn only_whoever_acts_for_a_child_of_that_age_applies(site: Site) {
        let ceramics = programme(&site, "Ceramika").await;
        let adults = site.training("Ocenianie").publish().await;
        let (mut maria, artem) = maria(&site).await;
        let mut pawel = site.participant("Paweł Inny", "pawel@dom.example").await;
        // Somebody else's child, and nobody at all.
        pawel.get(&ceramics.join()).await.says("For another age").says("/my/children/new").says_not("Artem");
        pawel.fill(&ceramics.join(), &ceramics.join(), &[("person", &artem)]).await.is(422);
        // A brother who is too young; an adult; a child in a training of adults.
        let small = but(&[("given_name", "Gleb"), ("born_year", "2021")]);
        let answer = maria.fill(ENTER, ENTER, &small).await;
        let gleb = answer.is(303).location.clone().unwrap().rsplit('/').next().unwrap().to_owned();
        maria.get(&ceramics.join()).await.says("Artem Lesin").says_not("Gleb Lesin");
        maria.fill(&ceramics.join(), &ceramics.join(), &[("person", &gleb)]).await.is(422);
        maria.fill(&adults.join(), &adults.join(), &[("person", &artem)]).await.goes_to("/my/trainings");
        assert_eq!(site.number("SELECT COUNT(*) FROM enrolments").await, 1);
        assert_eq!(state_of(&site, "SELECT p.surname || ' ' || p.given_name FROM enrolments e JOIN people p ON p.id = e.person_id").await, "Lesina Maria");
    }

    async fn staff_decides_only_when_the_documents_were_seen(site: Site) {
        let builder = site.training("Szachy").ages(7, 10).approved_by_staff();
        let chess = builder.meeting("2026-12-01T16:00", "2026-12-01T17:30").publish().await;
        let (mut maria, artem) = maria(&site).await;
        maria.get(&chess.join()).await.says("not yet enrolment").says("answers by");
        maria.fill(&chess.join(), &chess.join(), &[("person", &artem)]).await.goes_to("/my/applications");
        let mut olga = operator(&site, &chess, "Olga Radina").await;
        let list = format!("/staff/groups/{}/participants", chess.group_id);
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        let confirm = format!("/staff/enrolments/{id}/confirm");
        olga.get(&list).await.says("Lesin");
        olga.fill(&list, &confirm, &[]).await.is(303);
        olga.follow().await.says("first compare the child");
        assert_eq!(state_of(&site, LAST).await, "applied");
        compare_with_documents(&site, &artem).await;
        // The institution still decides.
        assert_eq!(state_of(&site, LAST).await, "applied");
        olga.fill(&list, &confirm, &[]).await.is(303);
        assert_eq!(state_of(&site, LAST).await, "confirmed");
    }

    async fn the_queue_goes_by_the_day_of_the_answer_and_children_are_enrolled_by_order(site: Site) {
        let builder = site.training("Szachy").ages(7, 10).approved_by_staff();
        let chess = builder.meeting("2026-12-01T16:00", "2026-12-01T17:30").publish().await;
        let (mut maria, artem) = maria(&site).await;
        maria.fill(&chess.join(), &chess.join(), &[("person", &artem)]).await.goes_to("/my/applications");
        let queue = "/staff/applications";
        maria.get(queue).await.is(404);
        let mut olga = operator(&site, &chess, "Olga Radina").await;
        olga.get(queue).await.is(200).says("Artem").says("Szachy").says("documents not seen");
        olga.get("/staff/applications?q=szach").await.says("Artem");
        olga.get("/staff/applications?q=nikt").await.says("Nothing waits");
        let id = site.number("SELECT MAX(id) FROM enrolments").await.to_string();
        olga.fill(queue, queue, &[("deed", "confirm"), ("pick", &id)]).await.is(200).says("Confirm 1 application?");
        let answer = olga.fill(queue, queue, &[("deed", "confirm"), ("pick", &id), ("confirmed", "1")]).await;
        answer.says("has not been compared with documents yet");
        compare_with_documents(&site, &artem).await;
        olga.get(queue).await.says("to be decided");
        olga.fill(queue, queue, &[("deed", "confirm"), ("pick", &id), ("confirmed", "1")]).await.is(200).says("Done");
        olga.get(queue).await.says("Nothing waits for a decision");
        // Whoever picked it before reads that it was decided, how, by whom and when; of others' there is nothing to be said.
        let mut wanda = operator(&site, &chess, "Wanda Kot").await;
        let stale = [("deed", "refuse"), ("pick", id.as_str())];
        let told = wanda.fill(queue, queue, &stale).await;
        told.is(200).says("Not done: 1.").says("This was decided meanwhile: Confirmed").says("by Olga Radina").says("Artem Lesin (Szachy)");
        wanda.post(queue, &[stale[0], stale[1], ("confirmed", "1"), ("template", "other")]).await.is(200).says("This was decided meanwhile");
        let mut stranger = site.staff("Jan Obcy", "jan@obcy.example", RoleKind::Operator, Some(elsewhere(&site).await)).await;
        stranger.get(queue).await;
        stranger.post(queue, &stale).await.is(404);
        // By an order of the institution, which the guardian reads.
        let list = format!("/staff/groups/{}/participants", chess.group_id);
        olga.get(&list).await.says("Enrol by order");
        olga.fill(&list, &list, &[("deed", "enrol"), ("pick", &id), ("confirmed", "1")]).await.is(422);
        let order = [("deed", "enrol"), ("pick", id.as_str()), ("confirmed", "1"), ("reason", "14/2026")];
        olga.fill(&list, &list, &order).await.says("Done");
        assert_eq!(state_of(&site, LAST).await, "attending");
        maria.get("/my/applications").await.says("Enrolled by order").says("14/2026");
        let letter = site.letters_to("maria@dom.example").await.into_iter().last().unwrap();
        assert_eq!(letter.subject, "Enrolled: Szachy (Artem)");
    }

    async fn both_guardians_see_and_act(site: Site) {
        let ceramics = programme(&site, "Ceramika").await;
        let (mut maria, artem) = maria(&site).await;
        maria.fill(&ceramics.join(), &ceramics.join(), &[("person", &artem)]).await.goes_to("/my/applications");
        let mut pawel = site.participant("Paweł Lesin", "pawel@dom.example").await;
        pawel.get("/my/applications").await.says("No applications yet");
        let sql = "INSERT INTO guardianships (person_id, account_id, state, asked_at) \
            SELECT $1, id, 'holds', 0 FROM accounts WHERE email = 'pawel@dom.example'";
        site.sql(sql, artem.parse().unwrap()).await;
        pawel.get("/my/applications").await.says("Ceramika").says("Artem");
        let id = site.number("SELECT MAX(id) FROM enrolments").await;
        let resign = format!("/my/trainings/{id}/resign");
        pawel.fill(&resign, &resign, &[]).await.goes_to("/my/applications");
        assert_eq!(state_of(&site, LAST).await, "resigned");
    }

    async fn both_guardians_pay_answer_and_hold_the_certificate(site: Site) {
        let (mut maria, artem) = maria(&site).await;
        let mut pawel = pawel(&site, &artem).await;
        let mut olek = site.participant("Olek Obcy", "olek@dom.example").await;
        let (ceramics, id) = paid_for(&site, &mut maria, &artem).await;
        let mut wanda = files::operator(&site, &ceramics).await;
        let kept = files::kept(&ceramics);
        wanda.get(&kept).await.is(200);
        wanda.upload(&kept, &[], ("Glina.pdf", files::PDF)).await.goes_to(&kept);
        let charge = site.charge().await;
        let (bill, title) = (format!("/my/payments/{charge}/pro-forma.pdf"), token::title_of(charge));
        let file = files::list(&site, ceramics.group_id).await[0].id;
        let file = format!("/my/trainings/{id}/materials/{file}");
        // What is due is due to both, and to nobody else.
        for guardian in [&mut maria, &mut pawel] {
            guardian.get("/my/payments").await.says("1 payment waits for you").says("Ceramika").says("Artem").says(&title);
            assert_eq!(guardian.get(&bill).await.is(200).kind, "application/pdf");
            guardian.get("/my/applications").await.says("Glina.pdf").says_not(&file).says("to be paid");
            guardian.get(&file).await.is(404);
            guardian.get(&paper(id)).await.is(404);
        }
        olek.get("/my/payments").await.is(200).says_not("Ceramika");
        olek.get(&bill).await.is(404);
        // One answers for both; the other one's form comes too late.
        site.sql("UPDATE enrolments SET state = 'completed' WHERE id = $1", id.get()).await;
        olek.get("/my/profile").await.is(200);
        olek.post(&survey(id), &ANSWERS).await.is(404);
        maria.get(&survey(id)).await.is(200).says("My children&#39;s applications");
        pawel.get("/my/applications").await.says(&survey(id));
        send_survey(&mut pawel, id).await.goes_to("/my/applications");
        pawel.follow().await.says("Thank you, the survey is sent.").says("Your family");
        maria.post(&survey(id), &ANSWERS).await.is(200).says("/my/applications");
        assert_eq!(site.number("SELECT COUNT(*) FROM survey_answers").await, 1);
        // The money opens the gate for both.
        assert_eq!(site.takes_in(&statement(&[(12_000, &title)])).await.booked, 1);
        for guardian in [&mut maria, &mut pawel] {
            guardian.get("/my/payments").await.says("Paid. Thank you.");
            guardian.get("/my/applications").await.says("Certificate no. 1/2026 is ready").says(&paper(id)).says(&file);
            assert_eq!(guardian.get(&paper(id)).await.is(200).kind, "application/pdf");
            assert_eq!(guardian.get(&file).await.is(200).bytes, files::PDF);
        }
        let addresses = [bill, file, paper(id), survey(id), format!("/my/trainings/{id}/calendar.ics"), format!("/my/trainings/{id}/resign")];
        for address in &addresses {
            olek.get(address).await.is(404);
            site.browser().get(address).await.is(303);
        }
        // Who applied and acts for the child no more has nothing of it any more.
        let account = site.account("maria@dom.example").await;
        site.sql("UPDATE guardianships SET state = 'ended' WHERE account_id = $1", account.get()).await;
        for address in &addresses {
            maria.get(address).await.is(404);
        }
        maria.get("/my/payments").await.is(200).says_not("Ceramika");
        maria.get("/my/applications").await.says("No applications yet");
        pawel.get("/my/payments").await.says("Ceramika");
        pawel.get(&addresses[2]).await.is(200);
    }

    async fn the_other_guardian_pays_online(site: Site) {
        let gateway = FakeGateway::start().await;
        let site = site.with_gateway(&gateway).await;
        let (mut maria, artem) = maria(&site).await;
        let mut pawel = pawel(&site, &artem).await;
        let mut olek = site.participant("Olek Obcy", "olek@dom.example").await;
        paid_for(&site, &mut maria, &artem).await;
        let online = format!("/my/payments/{}/online", site.charge().await);
        olek.get("/my/profile").await.is(200);
        olek.post(&online, &[]).await.is(404);
        assert!(gateway.registered().is_empty());
        // The gateway writes to whoever pays; the other one goes on with the same payment.
        let first = pawel.fill("/my/payments", &online, &[]).await.is(303).location.clone();
        assert_eq!(gateway.registered()[0]["email"], "pawel@dom.example");
        let second = maria.fill("/my/payments", &online, &[]).await.is(303).location.clone();
        assert_eq!((first, gateway.registered().len()), (second, 1));
        let session = gateway.registered()[0]["sessionId"].as_str().unwrap().to_owned();
        let back = format!("/my/payments/online/{session}");
        for guardian in [&mut maria, &mut pawel] {
            guardian.get(&back).await.is(200).says("We are waiting for the confirmation");
        }
        olek.get(&back).await.is(404);
        // Neither is told that staff did what the other one did.
        maria.get("/my/applications").await.says("Your family");
    }

    async fn what_concerns_an_account_is_found_without_reading_whole_tables(site: Site) {
        let of_rooms = [
            concern_store::FIND_CONCERN,
            draw_store::LIST_WISHES,
            draw_store::LIST_ENTRIES_OF_ACCOUNT,
            payments::LIST_OF_ACCOUNT,
            payments::LIST_OWN_AFTER,
            online_store::LIST_ANNOUNCED_OF_ACCOUNT,
            certificates::LIST_OF_ACCOUNT,
            materials::LIST_OF_ACCOUNT,
        ];
        let of_stories = story_store::ALL.iter().map(|(_, sql)| *sql);
        for sql in of_rooms.into_iter().chain(of_stories) {
            let plan = database::explain(&site.app.db, sql).await.unwrap();
            let scans = |line: &str| line.contains("Seq Scan") || (line.contains("SCAN ") && !line.contains("USING"));
            assert!(!plan.lines().any(scans), "{sql}\n{plan}");
        }
    }
}
