//! Mail servers that hang, drop the line or ask who we are; workers that share a queue, die or are asked to stop.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use tokio::sync::watch;
use zapis::accounts::AccountId;
use zapis::app::Shared;
use zapis::mail::{Failure, Post, Server};
use zapis::outbox::store::{self, ClaimedRow};
use zapis::outbox::worker::{Round, Worker};

use crate::mail::{delivery, letters, minutes, queue, sent, standing, worker};
use crate::site::on_both;
use crate::smtp::{AUTHORITY, MailServer, Mood};

on_both! {
    async fn a_server_that_hangs_is_left_alone_for_a_while(site: Site) {
        let server = MailServer::start().await;
        let mut worker = worker(&site, &server.address("", ""));
        server.feels(Mood::Hangs);
        for number in 0..6 {
            queue(&site, &format!("letter {number}"), "ewa@szkola.example").await;
        }
        let round = Round { postponed: 1, untried: 5, ..Round::default() };
        assert_eq!(worker.round().await.unwrap(), round);
        assert!(letters(&site).await[0].last_error.as_deref().unwrap().contains("did not answer within"));
        server.feels(Mood::Takes);
        assert_eq!(worker.round().await.unwrap(), Round::default(), "the server rests");
        minutes(&site, 1);
        assert_eq!(worker.round().await.unwrap(), sent(6));
    }

    async fn a_line_dropped_in_the_middle_of_a_letter_is_begun_anew(site: Site) {
        let server = MailServer::start().await;
        let mut worker = worker(&site, &server.address("", ""));
        server.feels(Mood::Drops);
        queue(&site, "one", "ewa@szkola.example").await;
        assert_eq!(worker.round().await.unwrap().postponed, 1);
        assert_eq!(server.taken().len(), 0);
        server.feels(Mood::Takes);
        minutes(&site, 1);
        assert_eq!(worker.round().await.unwrap(), sent(1));
        assert_eq!(server.taken().len(), 1);
    }

    async fn a_kept_line_that_was_closed_meanwhile_is_replaced(site: Site) {
        let server = MailServer::start().await;
        let mut worker = worker(&site, &server.address("", ""));
        for number in 0..3 {
            queue(&site, &format!("letter {number}"), "ewa@szkola.example").await;
            assert_eq!(worker.round().await.unwrap(), sent(1));
            server.hangs_up().await;
        }
        assert_eq!((server.taken().len(), server.connections()), (3, 3));
    }

    async fn workers_share_a_queue_without_sending_twice(site: Site) {
        let server = MailServer::start().await;
        for number in 0..150 {
            queue(&site, &format!("letter {number}"), &format!("p{number}@szkola.example")).await;
        }
        let work = |mut worker: Worker| async move {
            let mut count = 0;
            loop {
                let round = worker.round().await.unwrap();
                if round == Round::default() {
                    return count;
                }
                assert_eq!(round, sent(round.sent));
                count += round.sent;
            }
        };
        let address = server.address("", "");
        let workers = [(); 3].map(|()| tokio::spawn(work(worker(&site, &address))));
        let mut counts = Vec::new();
        for worker in workers {
            counts.push(worker.await.unwrap());
        }
        assert_eq!(counts.iter().sum::<u64>(), 150, "{counts:?}");
        let taken = server.taken();
        let unique: BTreeSet<_> = taken.iter().map(|letter| letter.header("Message-ID")).collect();
        assert_eq!((unique.len(), taken.len()), (150, 150));
    }

    async fn a_letter_is_claimed_by_one(site: Site) {
        for number in 0..25 {
            queue(&site, &format!("letter {number}"), "ewa@szkola.example").await;
            let claims = [(); 8].map(|()| tokio::spawn(claim(site.app.clone())));
            let mut count = 0;
            for claim in claims {
                count += claim.await.unwrap().len();
            }
            assert_eq!(count, 1, "claims of letter {number}");
        }
    }

    async fn letters_of_a_worker_that_died_are_sent_by_another(site: Site) {
        let server = MailServer::start().await;
        let address = server.address("", "");
        queue(&site, "one", "ewa@szkola.example").await;
        let claimed = claim(site.app.clone()).await;
        // It dies between the server's answer and its own note.
        delivery(&site, &address).deliver(&claimed[0], &site.app.files).await.unwrap();
        let mut other = worker(&site, &address);
        minutes(&site, 14);
        assert_eq!(other.round().await.unwrap(), Round::default(), "still claimed");
        minutes(&site, 1);
        assert_eq!(other.round().await.unwrap(), sent(1));
        let taken = server.taken();
        assert_eq!(taken.len(), 2);
        assert_eq!(taken[0].header("Message-ID"), taken[1].header("Message-ID"), "recognised as the same letter");
        assert_eq!(taken[0].data, taken[1].data);
    }

    async fn a_letter_that_can_not_be_read_does_not_hold_up_the_others(site: Site) {
        let server = MailServer::start().await;
        let now = site.now();
        let torn = site.app.db.write(move |tx| {
            let nobody = None::<AccountId>;
            Box::pin(async move { tx.exec(store::INSERT_LETTER, &[&"torn", &nobody, &"ewa@szkola.example", &"{\"subject", &now]).await })
        });
        torn.await.unwrap();
        queue(&site, "one", "ewa@szkola.example").await;
        let round = Round { sent: 1, given_up: 1, ..Round::default() };
        assert_eq!(worker_of(&site, &server).round().await.unwrap(), round);
    }

    async fn a_queued_letter_goes_out_at_once_and_a_stop_leaves_the_rest(site: Site) {
        let server = MailServer::start().await;
        let (stop, stopped) = watch::channel(false);
        let worker = Worker::new(site.app.clone(), delivery(&site, &server.address("", "")), stopped);
        let running = tokio::spawn(worker.run());
        queue(&site, "one", "ewa@szkola.example").await;
        site.app.outbox.wake();
        server.has_taken(1).await;
        stop.send(true).unwrap();
        running.await.unwrap();
        assert_eq!(standing(&site).await, (0, 0), "what was taken has been noted");
        queue(&site, "two", "ewa@szkola.example").await;
        let (_, stopped) = watch::channel(true);
        let mut late = Worker::new(site.app.clone(), delivery(&site, &server.address("", "")), stopped);
        let round = Round { untried: 1, ..Round::default() };
        assert_eq!(late.round().await.unwrap(), round);
        assert_eq!(worker_of(&site, &server).round().await.unwrap(), sent(1), "the claim was given back");
    }
}

/// What a worker claims at first.
async fn claim(app: Shared) -> Vec<ClaimedRow> {
    let (now, until) = (
        app.clock.now(),
        app.clock.now() + SignedDuration::from_mins(15),
    );
    let claimed = app.db.write_retrying(move |tx| {
        Box::pin(async move {
            tx.all::<ClaimedRow>(store::CLAIM_LETTERS, &[&now, &until, &40])
                .await
        })
    });
    claimed.await.unwrap()
}

fn worker_of(site: &crate::site::Site, server: &MailServer) -> Worker {
    worker(site, &server.address("", ""))
}

const USER: &str = "zapis%40mail.example:za%C5%BC%C3%B3%C5%82%C4%87%3A%2F@";

async fn greet(server: &MailServer, user: &str, query: &str) -> Result<(), String> {
    let server = Server::from_url(&server.address(user, query)).unwrap();
    let post = Post::new(server).unwrap();
    post.check().await.map_err(|failure| match failure {
        Failure::Unreachable(reason) => reason,
        other => panic!("{other}"),
    })
}

#[tokio::test]
async fn the_password_is_shown_to_the_server_it_is_for() {
    let server = MailServer::offering(&["STARTTLS", "AUTH PLAIN"]).await;
    let own = format!("?ca={AUTHORITY}");
    greet(&server, USER, &own).await.unwrap();
    greet(&server, USER, "?tls=none").await.unwrap();
    let wrong = greet(&server, "zapis%40mail.example:other@", &own)
        .await
        .unwrap_err();
    assert!(wrong.contains("535") && !wrong.contains("other"), "{wrong}");
    let stranger = greet(&server, USER, "").await.unwrap_err();
    assert!(stranger.contains("certificate"), "{stranger}");
    let plain = MailServer::offering(&["AUTH PLAIN"]).await;
    let refused = greet(&plain, USER, &own).await.unwrap_err();
    assert!(refused.contains("STARTTLS"), "{refused}");
}

#[tokio::test]
async fn tls_is_used_where_it_is_offered() {
    let offering = MailServer::offering(&["STARTTLS"]).await;
    greet(&offering, "", "").await.unwrap();
    greet(&offering, "", &format!("?tls=required&ca={AUTHORITY}"))
        .await
        .unwrap();
    let stranger = greet(&offering, "", "?tls=required").await.unwrap_err();
    assert!(stranger.contains("certificate"), "{stranger}");
    let plain = MailServer::start().await;
    greet(&plain, "", "").await.unwrap();
    greet(&plain, "", "?tls=required").await.unwrap_err();
}

on_both! {
    async fn letters_travel_encrypted_and_signed_in(site: Site) {
        let server = MailServer::offering(&["STARTTLS", "AUTH PLAIN"]).await;
        queue(&site, "one", "ewa@szkola.example").await;
        let mut worker = worker(&site, &server.address(USER, &format!("?ca={AUTHORITY}")));
        assert_eq!(worker.round().await.unwrap(), sent(1));
        let taken = server.taken();
        assert!(taken[0].encrypted && taken[0].signed_in);
    }
}
