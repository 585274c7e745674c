//! `age_14` [B8], second part: the sign-in that is linked to the record which a parent holds, what is prepared, and the day on
//! which the record is the person's alone.

use jiff::Timestamp;
use zapis::certificates::actions::issue;
use zapis::enrolment::EnrolmentId;
use zapis::families::teenager::come_of_age;
use zapis::payments::token;

use crate::age_14::{MAIL, family, programme, sign_in, subjects};
use crate::completed::{paper, send_survey, survey};
use crate::gateway_server::FakeGateway;
use crate::join::places;
use crate::register::last_link;
use crate::site::{Browser, Site, on_both};

const PASSWORD: &str = "sowa na dachu";
const PREPARED: &str = "/my/applications/prepared";

/// Maria invites, Artem accepts and signs in.
async fn linked(site: &Site) -> (Browser, Browser, i64) {
    let (mut maria, id) = family(site, "confirmed").await;
    let keep = format!("/my/children/{id}/sign-in");
    maria.get(&format!("/my/children/{id}")).await.says(&keep);
    maria
        .fill(&keep, &keep, &[("deed", "invite"), ("email", MAIL)])
        .await
        .goes_to(&keep);
    maria.follow().await.says("The invitation is on its way.");
    (maria, accepts(site).await, id)
}

async fn accepts(site: &Site) -> Browser {
    let link = last_link(site, MAIL).await;
    let mut artem = site.browser();
    artem.get("/?lang=en").await;
    artem.get(&link).await.is(200).says("Welcome, Artem");
    artem.post(&link, &[("password", "x")]).await.is(422);
    artem
        .post(&link, &[("password", PASSWORD)])
        .await
        .goes_to("/sign-in?next=%2Fmy%2Frecord");
    artem.get(&link).await.says("was used already");
    sign_in(&mut artem, PASSWORD).await;
    artem
}

async fn prepared(site: &Site) -> String {
    let sql = "SELECT MAX(id) FROM prepared_applications";
    site.number(sql).await.to_string()
}

async fn state(site: &Site) -> String {
    let sql = "SELECT state FROM prepared_applications ORDER BY id DESC LIMIT 1";
    let read = site
        .app
        .db
        .read(move |tx| Box::pin(async move { tx.one::<String>(sql, &[]).await }));
    read.await.unwrap()
}

on_both! {
    async fn a_teenager_sees_the_record_and_changes_nothing(site: Site) {
        let (maria, mut artem, id) = linked(&site).await;
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE identity_key IS NOT NULL").await, 1);
        assert!(subjects(&site, "maria@dom.example").await.contains(&"Artem can sign in now".into()));
        artem.get("/my/record").await.is(200).says("Artem Lesin").says("14 March 2011").says("Maria Lesina")
            .says("You prepare applications").says_not("maria@");
        artem.get("/my/children").await.goes_to("/my/record");
        artem.get("/my/trainings").await.goes_to("/my/applications");
        artem.get("/my/profile").await.is(200).says("My record").says_not("name=\"surname\"");
        let there = format!("/my/children/{id}");
        for address in [there.clone(), format!("{there}/sign-in"), format!("{there}/change"), format!("{there}/correct"), "/my/children/new".into()] {
            artem.get(&address).await.is(404);
        }
        for (address, fields) in [
            (format!("{there}/sign-in"), vec![("deed", "submit")]),
            (format!("{there}/change"), vec![("surname", "Inny"), ("version", "1")]),
            (format!("{there}/correct"), vec![("surname", "Inny")]),
            (format!("{there}/guardians"), vec![("account", "1"), ("answer", "yes")]),
            ("/my/children/new".into(), vec![("surname", "Inny")]),
            ("/my/children/next".into(), vec![("case", "guardian")]),
        ] {
            artem.get("/my/record").await;
            artem.get("/my/profile").await.is(200);
            artem.post(&address, &fields).await.is(404);
        }
        // The profile takes the language, and no data.
        artem.fill("/my/profile", "/my/profile", &[("language", "pl"), ("surname", "Inny"), ("given_name", "Inny")]).await.is(303);
        assert_eq!(site.number("SELECT COUNT(*) FROM people WHERE surname = 'Inny'").await, 0);
        assert_eq!(site.number("SELECT COUNT(*) FROM accounts WHERE email = 'artem@dom.example' AND language = 'pl' AND name = 'Artem Lesin'").await, 1);
        // Another family is not there for anybody.
        let mut pawel = site.participant("Paweł Inny", "pawel@dom.example").await;
        pawel.get(&format!("{there}/sign-in")).await.is(404);
        pawel.get("/my/children").await.is(200);
        pawel.post(&format!("{there}/sign-in"), &[("deed", "end")]).await.is(404);
        pawel.get("/my/record").await.goes_to("/my/profile");
        drop(maria);
    }

    async fn the_teenager_prepares_and_the_parent_submits(site: Site) {
        let chess = programme(&site, "Szachy").await;
        let (mut maria, mut artem, id) = linked(&site).await;
        let (join, person) = (chess.join(), id.to_string());
        artem.get(&join).await.is(200).says("Prepare the application").says("holds no place").says_not("not yet enrolment");
        artem.fill(&join, &join, &[("person", &person)]).await.goes_to(PREPARED);
        artem.follow().await.says("holds no place yet").says("Szachy").says("Withdraw").says_not("Do not submit");
        artem.fill(&join, &join, &[("person", &person)]).await.goes_to(PREPARED);
        assert_eq!(places(&site, chess.group_id).await, (0, 0));
        let told = subjects(&site, "maria@dom.example").await;
        assert_eq!(told.iter().filter(|one| *one == "Artem has prepared an application: Szachy").count(), 1, "{told:?}");
        // Others neither see nor decide it; the teenager does not submit it.
        let number = prepared(&site).await;
        let mut pawel = site.participant("Paweł Inny", "pawel@dom.example").await;
        pawel.get(PREPARED).await.says("Nothing is prepared");
        for deed in ["submit", "drop"] {
            pawel.get("/my/children").await.is(200);
            pawel.get("/my/profile").await;
            pawel.post(PREPARED, &[("prepared", &number), ("deed", deed)]).await.is(303);
        }
        assert_eq!(state(&site).await, "waiting");
        maria.get("/my/applications").await.says("1 prepared application waits");
        maria.fill(PREPARED, PREPARED, &[("prepared", &number), ("deed", "submit")]).await.goes_to("/my/applications");
        maria.follow().await.says("Szachy").says("The place is the child");
        assert_eq!((places(&site, chess.group_id).await, state(&site).await.as_str()), ((1, 1), "submitted"));
        maria.get("/my/profile").await;
        maria.post(PREPARED, &[("prepared", &number), ("deed", "submit")]).await.goes_to(PREPARED);
        assert_eq!(places(&site, chess.group_id).await, (1, 1));
        // The teenager follows it, with the timetable, and gives nothing back.
        let enrolment = site.number("SELECT MAX(id) FROM enrolments").await;
        artem.get("/my/applications").await.says("Szachy").says("calendar.ics").says_not("/resign");
        artem.get(&format!("/my/trainings/{enrolment}/calendar.ics")).await.is(200);
        artem.get(&format!("/my/trainings/{enrolment}/resign")).await.is(404);
        artem.get("/my/profile").await;
        artem.post(&format!("/my/trainings/{enrolment}/resign"), &[]).await.is(404);
        assert_eq!(places(&site, chess.group_id).await, (1, 1));
    }

    async fn what_is_prepared_can_be_declined_withdrawn_or_too_late(site: Site) {
        let (chess, dance) = (programme(&site, "Szachy").await, programme(&site, "Taniec").await);
        let adults = site.training("Ocenianie").publish().await;
        let paid = site.training("Rzeźba").ages(14, 17).price(5_000).publish().await;
        site.is_paid_at(&paid).await;
        let (mut maria, mut artem, id) = linked(&site).await;
        let person = [("person", id.to_string())];
        let person: Vec<(&str, &str)> = person.iter().map(|(name, value)| (*name, value.as_str())).collect();
        artem.get(&adults.join()).await.says("for adults");
        artem.get("/my/profile").await;
        artem.post(&adults.join(), &[]).await.is(422).says("for adults");
        for (training, browser_drops, end) in [(&chess, true, "withdrawn"), (&dance, false, "declined")] {
            artem.fill(&training.join(), &training.join(), &person).await.goes_to(PREPARED);
            let number = prepared(&site).await;
            let browser = if browser_drops { &mut artem } else { &mut maria };
            browser.fill(PREPARED, PREPARED, &[("prepared", &number), ("deed", "drop")]).await.goes_to(PREPARED);
            assert_eq!(state(&site).await, end);
        }
        // What costs something is submitted on the page where the payer is chosen; in whatever way, it is done then.
        artem.fill(&paid.join(), &paid.join(), &person).await.goes_to(PREPARED);
        let number = prepared(&site).await;
        maria.fill(PREPARED, PREPARED, &[("prepared", &number), ("deed", "submit")]).await.goes_to(&paid.join());
        maria.follow().await.is(200);
        maria.post(&paid.join(), &[person[0], ("payer", "participant")]).await.goes_to("/my/applications");
        assert_eq!(state(&site).await, "submitted");
        // A full group says so on its own page.
        artem.fill(&chess.join(), &chess.join(), &person).await.goes_to(PREPARED);
        let number = prepared(&site).await;
        site.sql("UPDATE groups SET taken = capacity WHERE id = $1", chess.group_id.get()).await;
        maria.fill(PREPARED, PREPARED, &[("prepared", &number), ("deed", "submit")]).await.goes_to(&chess.join());
        assert_eq!(state(&site).await, "waiting");
    }

    async fn by_the_parents_choice_the_teenager_submits_until_it_ends(site: Site) {
        let (chess, dance) = (programme(&site, "Szachy").await, programme(&site, "Taniec").await);
        let (mut maria, mut artem, id) = linked(&site).await;
        let (keep, person) = (format!("/my/children/{id}/sign-in"), id.to_string());
        maria.fill(&keep, &keep, &[("deed", "submit")]).await.goes_to(&keep);
        maria.follow().await.says("prepare and submit applications");
        maria.post(&keep, &[("deed", "submit")]).await.is(303);
        artem.fill(&chess.join(), &chess.join(), &[("person", &person)]).await.goes_to("/my/applications");
        assert_eq!(places(&site, chess.group_id).await, (1, 1));
        // It is in the parent's cabinet, by the teenager's deed.
        let sql = "SELECT COUNT(*) FROM enrolments e JOIN accounts a ON a.id = e.account_id WHERE a.email = 'maria@dom.example'";
        assert_eq!(site.number(sql).await, 1);
        let sql = "SELECT COUNT(*) FROM audit u JOIN accounts a ON a.id = u.account_id WHERE a.email = 'artem@dom.example' AND u.action LIKE 'enrolment.%'";
        assert_eq!(site.number(sql).await, 1);
        assert!(subjects(&site, "maria@dom.example").await.contains(&"You have a place: Szachy (Artem)".into()));
        maria.get("/my/applications").await.says("Szachy");
        // Changed meanwhile: the page that was open before does not submit any more.
        artem.get(&dance.join()).await.says("Submit the application");
        maria.fill(&keep, &keep, &[("deed", "prepare")]).await.goes_to(&keep);
        artem.post(&dance.join(), &[("person", &person)]).await.goes_to(PREPARED);
        assert_eq!(places(&site, dance.group_id).await, (0, 0));
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'teenager.switch'").await, 2);
        maria.fill(&keep, &keep, &[("deed", "end")]).await.goes_to(&keep);
        maria.follow().await.says("The sign-in has ended.");
        maria.post(&keep, &[("deed", "end")]).await.goes_to(&keep);
        assert!(subjects(&site, MAIL).await.contains(&"Your sign-in has ended".into()));
        artem.get("/my/record").await.goes_to("/sign-in?next=%2Fmy%2Frecord");
        sign_in(&mut artem, PASSWORD).await;
        artem.get("/my/applications").await.says("No applications yet").says_not("Szachy");
        artem.get(&dance.join()).await.says_not("name=\"person\"");
        // Invited again, it is the same account.
        let accounts = site.number("SELECT COUNT(*) FROM accounts").await;
        maria.fill(&keep, &keep, &[("deed", "invite"), ("email", MAIL)]).await.goes_to(&keep);
        let mut artem = accepts(&site).await;
        artem.get("/my/applications").await.says("Szachy");
        assert_eq!(site.number("SELECT COUNT(*) FROM accounts").await, accounts);
    }

    async fn invitations_are_for_14_and_older_and_tell_nothing(site: Site) {
        let (mut maria, id) = family(&site, "confirmed").await;
        let keep = format!("/my/children/{id}/sign-in");
        maria.fill(&keep, &keep, &[("deed", "invite"), ("email", "maria@dom.example")]).await.is(422).says("your own address");
        maria.post(&keep, &[("deed", "invite"), ("email", "artem at dom")]).await.is(422).says("artem at dom");
        // An address with an account and a person of its own: the parent learns nothing, its holder does.
        let pawel = site.participant("Paweł Inny", "pawel@dom.example").await;
        maria.post(&keep, &[("deed", "invite"), ("email", "pawel@dom.example")]).await.goes_to(&keep);
        let link = last_link(&site, "pawel@dom.example").await;
        let mut browser = site.browser();
        browser.get("/?lang=en").await;
        browser.get(&link).await.is(200);
        browser.post(&link, &[("password", PASSWORD)]).await.is(422).says("has an account of its own already");
        assert_eq!(site.number("SELECT COUNT(*) FROM linked_sign_ins WHERE state = 'linked'").await, 0);
        // A new invitation ends the earlier one; in time it is over by itself.
        maria.fill(&keep, &keep, &[("deed", "invite"), ("email", MAIL)]).await.goes_to(&keep);
        browser.get(&link).await.says("was used already");
        let link = last_link(&site, MAIL).await;
        site.app.clock.advance(jiff::SignedDuration::from_hours(7 * 24));
        browser.get(&link).await.says("The time of this invitation is over");
        maria.get(&keep).await.says("was not used in time");
        browser.get("/linked/nonsense").await.says("do not know this invitation");
        // Whoever is of age without a sign-in is invited still: there is no other way to take the record over.
        site.sql("UPDATE people SET born_on = '2008-11-29' WHERE id = $1", id).await;
        maria.get(&keep).await.is(200);
        // Younger ones have no such page.
        site.sql("UPDATE people SET born_on = '2012-11-30' WHERE id = $1", id).await;
        maria.get(&keep).await.is(404);
        maria.get(&format!("/my/children/{id}")).await.says_not("sign-in\"");
        drop(pawel);
    }

    async fn a_teenager_reads_what_is_due_answers_and_has_the_certificate(site: Site) {
        let gateway = FakeGateway::start().await;
        let site = site.with_gateway(&gateway).await;
        let clay = site.training("Rzeźba").ages(14, 17).price(5_000).publish().await;
        site.is_paid_at(&clay).await;
        let (mut maria, mut artem, person) = linked(&site).await;
        let fields = [("person", person.to_string()), ("payer", "participant".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        maria.fill(&clay.join(), &clay.join(), &fields).await.goes_to("/my/applications");
        let id = EnrolmentId::new(site.number("SELECT MAX(id) FROM enrolments").await);
        let charge = site.charge().await;
        // The transfer is there to be read; a parent sets out to pay.
        maria.get("/my/payments").await.says("Pay online");
        artem.get("/my/payments").await.says("Rzeźba").says(&token::title_of(charge)).says_not("Pay online");
        artem.get(&format!("/my/payments/{charge}/pro-forma.pdf")).await.is(200);
        artem.get("/my/profile").await.is(200);
        artem.post(&format!("/my/payments/{charge}/online"), &[]).await.is(404);
        assert!(gateway.registered().is_empty());
        site.sql("UPDATE enrolments SET state = 'completed' WHERE id = $1", id.get()).await;
        artem.get("/my/applications").await.says(&survey(id));
        send_survey(&mut artem, id).await.goes_to("/my/applications");
        site.sql("UPDATE charges SET state = 'waived' WHERE id = $1", charge.get()).await;
        let (own, now) = (site.app.clone(), site.now());
        let issued = site.app.db.write(move |tx| Box::pin(async move { issue(tx, &own, id, now).await }));
        issued.await.unwrap();
        artem.get("/my/applications").await.says(&paper(id));
        artem.get(&paper(id)).await.is(200);
        // The sign-in ends, and so does all of it.
        let keep = format!("/my/children/{person}/sign-in");
        maria.fill(&keep, &keep, &[("deed", "end")]).await.goes_to(&keep);
        sign_in(&mut artem, PASSWORD).await;
        artem.get(&paper(id)).await.is(404);
        artem.get("/my/payments").await.is(200).says_not("Rzeźba");
        maria.get(&paper(id)).await.is(200);
    }

    async fn at_18_the_record_is_the_persons_alone(site: Site) {
        let chess = programme(&site, "Szachy").await;
        let (mut maria, mut artem, id) = linked(&site).await;
        let person = id.to_string();
        maria.fill(&chess.join(), &chess.join(), &[("person", &person)]).await.goes_to("/my/applications");
        // The day begins where the installation stands: in Warsaw, an hour before it does in UTC.
        let eve: Timestamp = "2029-03-13T22:59:59Z".parse().unwrap();
        assert_eq!(come_of_age(&site.app, eve).await.unwrap(), 0);
        let birthday: Timestamp = "2029-03-13T23:00:00Z".parse().unwrap();
        assert_eq!(come_of_age(&site.app, birthday).await.unwrap(), 1);
        assert_eq!(come_of_age(&site.app, birthday).await.unwrap(), 0);
        maria.get(&format!("/my/children/{id}")).await.is(404);
        maria.get("/my/applications").await.says_not("Szachy");
        artem.get("/my/record").await.goes_to("/my/profile");
        artem.get("/my/profile").await.says("name=\"surname\"").says("Lesin");
        artem.get("/my/trainings").await.is(200).says("Szachy");
        assert!(subjects(&site, "maria@dom.example").await.contains(&"Artem is of age".into()));
        assert!(subjects(&site, MAIL).await.contains(&"Your record is yours alone".into()));
        assert_eq!(site.number("SELECT COUNT(*) FROM guardianships WHERE state = 'ended'").await, 1);
        assert_eq!(site.number("SELECT COUNT(*) FROM audit WHERE action = 'teenager.of_age'").await, 1);
    }

    async fn at_18_without_a_sign_in_the_record_waits_for_one(site: Site) {
        let (mut maria, id) = family(&site, "confirmed").await;
        let birthday: Timestamp = "2029-03-14T12:00:00Z".parse().unwrap();
        assert_eq!(come_of_age(&site.app, birthday).await.unwrap(), 0);
        maria.get(&format!("/my/children/{id}")).await.is(200);
        let wait = birthday.duration_since(site.now());
        site.app.clock.advance(wait);
        maria = site.browser();
        maria.get("/?lang=en").await;
        maria.fill("/sign-in", "/sign-in", &[("email", "maria@dom.example"), ("password", crate::cast::PASSWORD)]).await.is(303);
        maria.get(&format!("/my/children/{id}")).await.is(200).says(&format!("/my/children/{id}/sign-in"));
    }
}
