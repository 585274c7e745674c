//! Letters on their way from the queue to a mail server, which has its own ways.

use std::collections::BTreeSet;
use std::time::Duration;

use jiff::SignedDuration;
use tokio::sync::watch;
use zapis::mail::{Delivery, Letterhead, Post, Server};
use zapis::outbox::store::{self, LetterRow};
use zapis::outbox::worker::{Round, Worker};
use zapis::outbox::{self, Letter, Standing};

use crate::site::{Site, on_both};
use crate::smtp::{MailServer, Mood};

/// A worker that sends to this address.
pub fn worker(site: &Site, address: &str) -> Worker {
    let (_stop, stopped) = watch::channel(false);
    Worker::new(site.app.clone(), delivery(site, address), stopped)
}

pub fn delivery(site: &Site, address: &str) -> Delivery {
    let post = Post::new(Server::from_url(address).unwrap()).unwrap();
    let post = post.with_patience(Duration::from_millis(400));
    Delivery::smtp(Letterhead::of(&site.app).unwrap(), post)
}

pub async fn queue(site: &Site, key: &str, to: &str) {
    let (key, to, now) = (key.to_owned(), to.to_owned(), site.now());
    let letter = Letter {
        subject: key.clone(),
        paragraphs: vec!["Zażółć gęślą jaźń.".into(), ".".into()],
        ..Letter::default()
    };
    let queued = site.app.db.write(move |tx| {
        Box::pin(async move { outbox::queue(tx, &key, None, &to, &letter, now).await })
    });
    queued.await.unwrap();
}

pub async fn letters(site: &Site) -> Vec<LetterRow> {
    let all = site.app.db.read(|tx| {
        Box::pin(async move { tx.all::<LetterRow>(store::LIST_NEWEST, &[&1000]).await })
    });
    let mut all = all.await.unwrap();
    all.reverse();
    all
}

pub async fn standing(site: &Site) -> (i64, i64) {
    let Standing {
        queued, given_up, ..
    } = outbox::standing(&site.app.db).await.unwrap();
    (queued, given_up)
}

pub fn sent(count: u64) -> Round {
    Round {
        sent: count,
        ..Round::default()
    }
}

pub fn minutes(site: &Site, count: i64) {
    site.app.clock.advance(SignedDuration::from_mins(count));
}

on_both! {
    async fn a_letter_is_delivered_once(site: Site) {
        let server = MailServer::start().await;
        let mut worker = worker(&site, &server.address("", ""));
        assert_eq!(worker.round().await.unwrap(), Round::default());
        queue(&site, "one", "ewa@szkola.example").await;
        queue(&site, "one", "ewa@szkola.example").await;
        queue(&site, "two", "jan@szkola.example").await;
        assert_eq!(worker.round().await.unwrap(), sent(2));
        minutes(&site, 60);
        assert_eq!(worker.round().await.unwrap(), Round::default());
        assert_eq!(server.taken().len(), 2);
        assert!(letters(&site).await.iter().all(|letter| letter.state == "sent"));
        assert!(server.taken()[0].data.ends_with("\r\n"));
    }

    async fn letters_to_one_address_keep_their_order(site: Site) {
        let server = MailServer::start().await;
        for number in 0..30 {
            queue(&site, &format!("{number:02}"), &format!("p{}@szkola.example", number % 3)).await;
        }
        assert_eq!(worker(&site, &server.address("", "")).round().await.unwrap(), sent(30));
        for person in 0..3 {
            let to = format!("p{person}@szkola.example");
            let taken = server.taken();
            let subjects: Vec<_> = taken.iter().filter(|letter| letter.to == to).map(|letter| letter.header("Subject")).collect();
            assert_eq!(subjects.len(), 10);
            assert!(subjects.is_sorted(), "{subjects:?}");
        }
        assert!(server.connections() <= 4, "connections are kept");
    }

    async fn a_server_that_says_later_is_asked_again_with_growing_pauses(site: Site) {
        let server = MailServer::start().await;
        let mut worker = worker(&site, &server.address("", ""));
        server.feels(Mood::Answers("full", "452 4.2.2 mailbox full"));
        queue(&site, "full", "full@szkola.example").await;
        queue(&site, "other", "jan@szkola.example").await;
        let first = Round { sent: 1, postponed: 1, ..Round::default() };
        assert_eq!(worker.round().await.unwrap(), first);
        let postponed = Round { postponed: 1, ..Round::default() };
        for pause in [1, 2, 5, 15, 60, 180, 180] {
            minutes(&site, pause);
            site.app.clock.advance(SignedDuration::from_secs(-1));
            assert_eq!(worker.round().await.unwrap(), Round::default(), "before {pause} minutes");
            site.app.clock.advance(SignedDuration::from_secs(1));
            assert_eq!(worker.round().await.unwrap(), postponed, "after {pause} minutes");
        }
        assert!(letters(&site).await[0].last_error.as_deref().unwrap().contains("mailbox full"));
        server.feels(Mood::Takes);
        minutes(&site, 180);
        assert_eq!(worker.round().await.unwrap(), sent(1));
        assert_eq!(letters(&site).await[0].last_error, None);
    }

    async fn after_three_days_a_letter_is_given_up(site: Site) {
        let server = MailServer::start().await;
        let mut worker = worker(&site, &server.address("", ""));
        server.feels(Mood::Answers("full", "452 4.2.2 mailbox full"));
        // Waiting without a mail server does not count.
        queue(&site, "full", "full@szkola.example").await;
        minutes(&site, 10 * 24 * 60);
        let begin = site.now();
        while standing(&site).await.0 == 1 {
            worker.round().await.unwrap();
            minutes(&site, 30);
        }
        let days = site.now().duration_since(begin).as_hours();
        assert!((72..77).contains(&days), "{days}");
        assert_eq!(standing(&site).await, (0, 1));
        assert!(letters(&site).await[0].last_error.as_deref().unwrap().contains("mailbox full"));
    }

    async fn an_address_that_is_refused_is_given_up_at_once(site: Site) {
        let server = MailServer::start().await;
        let mut worker = worker(&site, &server.address("", ""));
        server.feels(Mood::Answers("nobody", "550 5.1.1 no such mailbox"));
        queue(&site, "nobody", "nobody@szkola.example").await;
        queue(&site, "malformed", "not an address\r\nBcc: all@szkola.example").await;
        queue(&site, "other", "jan@szkola.example").await;
        let round = Round { sent: 1, given_up: 2, ..Round::default() };
        assert_eq!(worker.round().await.unwrap(), round);
        let reasons: Vec<_> = letters(&site).await.into_iter().filter_map(|letter| letter.last_error).collect();
        assert!(reasons[0].contains("no such mailbox"), "{reasons:?}");
        assert_eq!(reasons[1], "the recipient is not a mail address");
    }

    async fn a_refusal_that_settings_can_mend_is_not_final(site: Site) {
        let server = MailServer::start().await;
        let mut worker = worker(&site, &server.address("", ""));
        queue(&site, "one", "ewa@szkola.example").await;
        server.feels(Mood::Answers("ewa", "554 5.7.1 relay access denied"));
        assert_eq!(worker.round().await.unwrap().postponed, 1);
        server.feels(Mood::Answers("ewa", "530 5.7.0 authentication required"));
        minutes(&site, 1);
        assert_eq!(worker.round().await.unwrap().postponed, 1);
        server.feels(Mood::Takes);
        minutes(&site, 2);
        assert_eq!(worker.round().await.unwrap(), sent(1));
    }

    async fn an_hour_without_a_mail_server_loses_nothing(site: Site) {
        let server = MailServer::start().await;
        let mut worker = worker(&site, &server.address("", ""));
        server.feels(Mood::Down);
        for number in 0..100 {
            queue(&site, &format!("letter {number}"), &format!("p{number}@szkola.example")).await;
        }
        for _ in 0..60 {
            worker.round().await.unwrap();
            minutes(&site, 1);
        }
        assert_eq!(standing(&site).await, (100, 0));
        server.feels(Mood::Takes);
        while worker.round().await.unwrap() != Round::default() {}
        assert!(server.taken().len() > 30, "those that were never tried go at once, not {}", server.taken().len());
        minutes(&site, 180);
        while worker.round().await.unwrap() != Round::default() {}
        let addresses: BTreeSet<_> = server.taken().into_iter().map(|letter| letter.to).collect();
        assert_eq!((addresses.len(), server.taken().len()), (100, 100));
        assert_eq!(standing(&site).await, (0, 0));
    }
}
