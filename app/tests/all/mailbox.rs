//! The mailbox page of the demo, and what becomes of old letters.

use jiff::SignedDuration;
use tokio::sync::watch;
use zapis::i18n::Lang;
use zapis::mail::Delivery;
use zapis::outbox::worker::Worker;
use zapis::outbox::{self, Attachment, Letter};
use zapis::workers;

use crate::mail::{letters, sent};
use crate::site::{Site, on_both};

async fn queue_invitation(site: &Site) -> i64 {
    let letter = Letter {
        lang: Lang::Pl,
        subject: "Potwierdź adres <ewa>".into(),
        paragraphs: vec!["Dzień dobry, <b>Ewo</b>!".into()],
        action: Some((
            "Potwierdź".into(),
            "http://127.0.0.1:8080/activate/abc?x=1&y=2".into(),
        )),
        attachments: vec![Attachment {
            name: "spotkania/żółte.ics".into(),
            kind: "text/calendar; method=REQUEST; charset=utf-8".into(),
            text: "BEGIN:VCALENDAR".into(),
        }],
        ..Letter::default()
    };
    let now = site.now();
    let queued = site.app.db.write(move |tx| {
        Box::pin(
            async move { outbox::queue(tx, "one", None, "ewa@szkola.example", &letter, now).await },
        )
    });
    queued.await.unwrap();
    letters(site).await[0].id.get()
}

fn demo_worker(site: &Site) -> Worker {
    let (_stop, stopped) = watch::channel(false);
    Worker::new(site.app.clone(), Delivery::of(&site.app).unwrap(), stopped)
}

on_both! {
    async fn the_demo_shows_every_letter(site: Site) {
        let mut browser = site.browser();
        browser.set_cookie("zapis_lang", "en");
        browser.get("/dev/mail").await.is(200).says("No letters yet");
        let id = queue_invitation(&site).await;
        browser.get("/dev/mail").await.is(200).says("ewa@szkola.example").says("Waiting")
            .says("Sunday, 22 November 2026, 10:00");
        assert_eq!(demo_worker(&site).round().await.unwrap(), sent(1));
        browser.get("/dev/mail").await.says("Sent").says("Potwierdź adres &#60;ewa&#62;");
        let link = "<a href=\"http://127.0.0.1:8080/activate/abc?x=1&#38;y=2\">";
        browser.get(&format!("/dev/mail/{id}")).await.is(200).says(link).says("&#60;b&#62;Ewo&#60;/b&#62;");
    }

    async fn the_html_part_is_shown_as_it_was_sent_and_can_do_nothing(site: Site) {
        let id = queue_invitation(&site).await;
        let mut browser = site.browser();
        let answer = browser.get(&format!("/dev/mail/{id}/html")).await;
        answer.is(200).says("<!doctype html>").says("&#60;b&#62;Ewo").says("class=\"button\"");
        let policy = answer.policy;
        assert!(policy.contains("default-src 'none'") && policy.contains("sandbox") && !policy.contains("script-src"), "{policy}");
        let file = browser.get(&format!("/dev/mail/{id}/files/0")).await;
        assert_eq!((file.is(200).text(), file.kind.as_str()), ("BEGIN:VCALENDAR".into(), "text/calendar; method=REQUEST; charset=utf-8"));
    }

    async fn letters_that_are_not_there_have_no_page(site: Site) {
        let id = queue_invitation(&site).await;
        let mut browser = site.browser();
        for address in ["/dev/mail/0", "/dev/mail/x", "/dev/mail/99999999999999999999", "/dev/mail/0/html"] {
            browser.get(address).await.is(404);
        }
        browser.get(&format!("/dev/mail/{id}/files/1")).await.is(404);
        browser.get(&format!("/dev/mail/{id}/files/-1")).await.is(404);
    }

    async fn texts_of_letters_are_forgotten_after_a_month(site: Site) {
        queue_invitation(&site).await;
        demo_worker(&site).round().await.unwrap();
        site.app.clock.advance(SignedDuration::from_hours(30 * 24));
        workers::keep_house(&site.app).await.unwrap();
        assert_eq!(letters(&site).await[0].letter.subject, "Potwierdź adres <ewa>");
        site.app.clock.advance(SignedDuration::from_hours(1));
        workers::keep_house(&site.app).await.unwrap();
        let kept = letters(&site).await;
        assert_eq!((kept[0].letter.clone(), kept[0].state.as_str()), (Letter::default(), "sent"));
    }
}

#[test]
fn only_the_demo_has_the_mailbox() {
    let has_it = |demo| format!("{:?}", zapis::routes(demo)).contains("/dev/mail");
    assert!(has_it(true) && !has_it(false));
}
