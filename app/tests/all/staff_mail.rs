//! A17: staff writes to a group, sees the letter and how many get it before it leaves, and how it fared with each. And the
//! reminders before the first meeting.

use database::DbError;
use jiff::SignedDuration;
use mail_parser::{MessageParser, MimeHeaders as _};
use zapis::enrolment::actions::remind;
use zapis::outbox::Letter;

use crate::fixtures::{Training, warsaw};
use crate::join::press_join;
use crate::mail::worker;
use crate::materials::{PDF, kept, list, operator};
use crate::site::{Answer, Browser, Site, on_both};
use crate::smtp::{MailServer, Mood};
use crate::staff_offer::Typed;

const ANNA: &str = "anna@poczta.example";
const IVAN: &str = "ivan@poczta.example";
const PLAN: &str = "Sala 12, trzecie piętro\n";

fn mail(training: &Training) -> String {
    format!("/staff/groups/{}/mail", training.group_id)
}

/// Two people with a place, who read Polish and Russian, somebody who waits, an operator, and two materials of which one
/// is open from the start.
async fn opening(site: &Site) -> (Training, Browser) {
    let training = site.training("Tablica od podstaw").publish().await;
    for (name, email, language) in [("Anna Nowak", ANNA, "pl"), ("Ivan Lis", IVAN, "ru")] {
        let mut browser = site.participant(name, email).await;
        press_join(&mut browser, &training).await;
        speaks(site, email, language).await;
    }
    site.participant("Zofia Czeka", "zofia@poczta.example")
        .await;
    site.enrolled("zofia@poczta.example", &training, "waiting")
        .await;
    let mut wanda = operator(site, &training).await;
    let page = kept(&training);
    wanda.get(&page).await;
    wanda.upload(&page, &[], ("karty.pdf", PDF)).await.is(303);
    wanda.get(&page).await;
    let opened = [("from_start", "yes")];
    wanda
        .upload(&page, &opened, ("plan.txt", PLAN.as_bytes()))
        .await
        .is(303);
    (training, wanda)
}

async fn speaks(site: &Site, email: &'static str, language: &'static str) {
    let speak = "UPDATE accounts SET language = $2 WHERE email_key = $1";
    let work = site
        .app
        .db
        .write(move |tx| Box::pin(async move { tx.exec(speak, &[&email, &language]).await }));
    work.await.map_err(|error: DbError| error).unwrap();
}

/// Letters after the one about the place.
async fn letters(site: &Site, email: &str) -> Vec<Letter> {
    let mut all = site.letters_to(email).await;
    all.remove(0);
    all
}

async fn id_of(site: &Site, training: &Training, name: &str) -> String {
    let all = list(site, training.group_id).await;
    let found = all.iter().find(|one| one.name == name);
    found.expect("the material is there").id.to_string()
}

/// Presses what the page that was shown last offers: the button that sends.
async fn press_send(browser: &mut Browser, training: &Training, shown: &Answer) -> Answer {
    let typed = Typed::of_page(&shown.text());
    browser.post(&mail(training), &typed.pairs()).await
}

const TEXT: &str = "Dzień dobry,\n\nprosimy o własne notatniki.";

on_both! {
    async fn a_mail_is_seen_before_it_is_sent_and_followed_afterwards(site: Site) {
        let (training, mut wanda) = opening(&site).await;
        let page = mail(&training);
        wanda.get(&format!("/staff/groups/{}", training.group_id)).await.says("Write to the group").says(&page);
        wanda.get(&page).await.is(200).says("Confirmed: 2").says("Waiting list: 1").says("plan.txt").says_not("karty.pdf");
        let plan = id_of(&site, &training, "plan.txt").await;
        let once = wanda.last.input("once").unwrap();
        let fields = [("once", once.as_str()), ("state", "confirmed"), ("subject", "Co zabrać"), ("text", TEXT), ("file", &plan)];
        let shown = wanda.post(&page, &fields).await;
        shown.is(200).says("2 people get this letter.").says("Send 2 letters").says("Co zabrać").says("prosimy o własne notatniki.")
            .says("Szkolenie: Tablica od podstaw").says("Программа: Tablica od podstaw").says("plan.txt")
            .says_not("Nowak").says_not(ANNA);
        assert!(letters(&site, ANNA).await.is_empty(), "nothing is mailed before it is confirmed");
        // Going back keeps what was typed.
        let back = Typed::of_page(&shown.text()).with("back", "1");
        wanda.post(&page, &back.pairs()).await.is(200).says("prosimy o własne notatniki.").says("value=\"Co zabrać\"");

        let sent = press_send(&mut wanda, &training, &shown).await;
        let there = sent.is(303).location.clone().unwrap();
        wanda.follow().await.is(200).says("The letters are on their way").says("2 letters. Sent: 0, waiting: 2, undelivered: 0.")
            .says("Nowak Anna").says("Lis Ivan").says("plan.txt").says_not("Czeka");
        press_send(&mut wanda, &training, &shown).await.goes_to(&there);
        let (anna, ivan) = (letters(&site, ANNA).await, letters(&site, IVAN).await);
        assert_eq!((anna.len(), ivan.len()), (1, 1), "once per person, however often it is pressed");
        assert_eq!((anna[0].subject.as_str(), anna[0].paragraphs.as_slice()), ("Co zabrać", ["Dzień dobry,".to_owned(), "prosimy o własne notatniki.".into()].as_slice()));
        assert_eq!((anna[0].facts[0].0.as_str(), ivan[0].facts[0].0.as_str()), ("Szkolenie", "Программа"));
        assert!(site.letters_to("zofia@poczta.example").await.is_empty(), "only those who were chosen");
        let noted = site.number("SELECT COUNT(*) FROM audit WHERE action LIKE 'group_mail.%'").await;
        assert_eq!(noted, 2, "the mail, and the look at the names");

        let server = MailServer::start().await;
        server.feels(Mood::Answers("ivan", "550 5.1.1 no such mailbox"));
        worker(&site, &server.address("", "")).round().await.unwrap();
        let taken = server.taken();
        let letter = taken.last().unwrap();
        assert_eq!(letter.to, ANNA);
        let parsed = MessageParser::default().parse(letter.data.trim_start().as_bytes()).unwrap();
        let file = parsed.attachment(0).unwrap();
        assert_eq!((file.attachment_name(), file.contents()), (Some("plan.txt"), PLAN.as_bytes()));
        wanda.get(&there).await.says("2 letters. Sent: 1, waiting: 0, undelivered: 1.").says("to call them and to check the address");
        wanda.get(&page).await.says("Co zabrać").says("undelivered: 1");
        let other = site.training("Inne").publish().await;
        let mail_id = there.rsplit('/').next().unwrap();
        wanda.get(&format!("{}/{mail_id}", mail(&other))).await.is(404);
    }

    async fn what_can_not_be_sent_is_said_and_nothing_typed_is_lost(site: Site) {
        let (training, mut wanda) = opening(&site).await;
        let page = mail(&training);
        let [plan, cards] = [id_of(&site, &training, "plan.txt").await, id_of(&site, &training, "karty.pdf").await];
        wanda.get(&page).await;
        let mut post = async |more: &[(&str, &str)]| {
            let typed = [("once", "0123456789abcdef0123456789abcdef"), ("text", TEXT)];
            wanda.post(&page, &[&typed, more].concat()).await
        };
        post(&[("state", "confirmed")]).await.is(422).says("Subject:").says("prosimy o własne notatniki.");
        let subject = ("subject", "Co zabrać");
        post(&[subject]).await.is(422).says("Choose somebody who gets the letter");
        post(&[subject, ("state", "completed")]).await.is(422).says("Choose somebody who gets the letter");
        post(&[subject, ("state", "resigned")]).await.is(422).says("Choose somebody who gets the letter");
        post(&[subject, ("state", "waiting"), ("file", &plan)]).await.is(422).says("Files can go only to those who have a place");
        post(&[subject, ("state", "confirmed"), ("file", &cards)]).await.is(422).says("opens only at the end");
        post(&[("subject", "a\0b"), ("state", "confirmed")]).await.is(422);
        let shown = post(&[subject, ("state", "confirmed")]).await;
        shown.is(200);

        // Somebody more comes between the look and the button.
        let mut jan = site.participant("Jan Trzeci", "jan@poczta.example").await;
        press_join(&mut jan, &training).await;
        let again = press_send(&mut wanda, &training, &shown).await;
        again.is(422).says("now 3 people would get the letter").says("Send 3 letters");
        assert!(letters(&site, ANNA).await.is_empty());
        press_send(&mut wanda, &training, &again).await.is(303);
        assert_eq!(letters(&site, ANNA).await.len(), 1);
    }

    async fn another_letter_from_the_same_form_is_another_mail(site: Site) {
        let (training, mut wanda) = opening(&site).await;
        let page = mail(&training);
        let written = |text: &'static str| {
            [("once", "0123456789abcdef0123456789abcdef"), ("state", "confirmed"), ("subject", "Co zabrać"), ("text", text)]
        };
        wanda.get(&page).await;
        let first = wanda.post(&page, &written("Notatnik.")).await;
        let there = press_send(&mut wanda, &training, &first).await.is(303).location.clone().unwrap();
        wanda.get(&page).await;
        let second = wanda.post(&page, &written("Ołówek.")).await;
        let elsewhere = press_send(&mut wanda, &training, &second).await.is(303).location.clone().unwrap();
        assert_ne!(there, elsewhere);
        wanda.get(&page).await;
        press_send(&mut wanda, &training, &second).await.goes_to(&elsewhere);
        wanda.get(&page).await;
        press_send(&mut wanda, &training, &first).await.goes_to(&there);
        let texts: Vec<String> = letters(&site, ANNA).await.into_iter().map(|one| one.paragraphs.join(" ")).collect();
        assert_eq!(texts, ["Notatnik.", "Ołówek."]);
    }

    async fn as_many_people_are_not_the_same_people(site: Site) {
        let (training, mut wanda) = opening(&site).await;
        wanda.get(&mail(&training)).await;
        let fields = [("state", "confirmed"), ("subject", "Co zabrać"), ("text", TEXT)];
        let shown = wanda.post(&mail(&training), &fields).await;
        site.sql("UPDATE enrolments SET state = 'resigned' WHERE group_id = $1 AND state = 'confirmed' \
            AND account_id = (SELECT MIN(account_id) FROM enrolments WHERE state = 'confirmed')", training.group_id.get()).await;
        let mut jan = site.participant("Jan Trzeci", "jan@poczta.example").await;
        press_join(&mut jan, &training).await;
        let again = press_send(&mut wanda, &training, &shown).await;
        again.is(422).says("Send 2 letters");
        assert!(letters(&site, IVAN).await.is_empty());
        press_send(&mut wanda, &training, &again).await.is(303);
        assert_eq!(letters(&site, IVAN).await.len(), 1);
    }

    async fn a_file_that_was_deleted_meanwhile_does_not_leave(site: Site) {
        let (training, mut wanda) = opening(&site).await;
        let plan = id_of(&site, &training, "plan.txt").await;
        wanda.get(&mail(&training)).await;
        let fields = [("state", "confirmed"), ("subject", "Co zabrać"), ("text", TEXT), ("file", plan.as_str())];
        let shown = wanda.post(&mail(&training), &fields).await;
        let there = press_send(&mut wanda, &training, &shown).await.is(303).location.clone().unwrap();
        wanda.get(&there).await.says("plan.txt").says_not("deleted since");
        wanda.get(&kept(&training)).await;
        wanda.post(&format!("{}/{plan}/delete", kept(&training)), &[]).await.is(303);
        wanda.get(&there).await.says("deleted since. Letters that left after that went without it.");
        let server = MailServer::start().await;
        worker(&site, &server.address("", "")).round().await.unwrap();
        let taken = server.taken();
        let last = taken.iter().rfind(|letter| letter.to == ANNA).unwrap();
        assert!(last.data.contains("Co_zabra") || last.header("Subject").contains("utf-8"), "{}", last.data);
        assert!(!last.data.contains("plan.txt"));
    }

    async fn people_are_reminded_once_before_the_first_meeting(site: Site) {
        let short = site.training("Krótkie").publish().await;
        let long = site.training("Długie").meeting("2026-12-08T16:00", "2026-12-08T19:15")
            .meeting("2026-12-15T16:00", "2026-12-15T19:15").publish().await;
        let mut anna = site.participant("Anna Nowak", ANNA).await;
        press_join(&mut anna, &short).await;
        press_join(&mut anna, &long).await;
        speaks(&site, ANNA, "pl").await;
        let at = async |local: &str| {
            let pause: SignedDuration = warsaw(local).duration_since(site.now());
            site.app.clock.advance(pause);
            remind(&site.app, site.now()).await.unwrap()
        };
        assert_eq!(at("2026-11-30T07:59").await, 0);
        let mut ivan = site.participant("Ivan Lis", IVAN).await;
        assert_eq!(at("2026-11-30T08:00").await, 1, "the day before a short one, in the morning");
        press_join(&mut ivan, &short).await;
        assert_eq!(at("2026-11-30T09:00").await, 0, "once");
        let reminder = site.letters_to(ANNA).await.pop().unwrap();
        assert_eq!(reminder.subject, "Już wkrótce: Krótkie");
        assert!(reminder.paragraphs[0].contains("wtorek, 1 grudnia 2026, 16:00"), "{reminder:?}");
        assert!(reminder.after[0].contains("30 listopada"), "{reminder:?}");
        assert_eq!(site.letters_to(IVAN).await.len(), 1, "who has just got the place knows");

        assert_eq!(at("2026-12-01T07:59").await, 0);
        assert_eq!(at("2026-12-01T08:00").await, 1, "seven days before a long one");
        assert_eq!(site.letters_to(ANNA).await.pop().unwrap().subject, "Już wkrótce: Długie");
        // Put off, it is reminded of again.
        let (later, end) = (warsaw("2026-12-10T16:00"), warsaw("2026-12-10T19:15"));
        let first = long.meeting_ids[0];
        let work = site.app.db.write(move |tx| Box::pin(async move {
            tx.exec("UPDATE meetings SET starts_at = $2, ends_at = $3 WHERE id = $1", &[&first, &later, &end]).await
        }));
        work.await.map_err(|error: DbError| error).unwrap();
        assert_eq!(at("2026-12-02T09:00").await, 0);
        assert_eq!(at("2026-12-03T09:00").await, 1);
        assert_eq!(at("2026-12-10T16:00").await, 0, "nobody is reminded of what has begun");
    }
}
