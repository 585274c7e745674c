//! Sends what is due: claims letters for a while, hands them over, notes the outcome of each.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use database::DbError;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::watch;

use super::schedule::{self, Next};
use super::standing;
use super::store::{self, ClaimedRow};
use crate::app::Shared;
use crate::mail::{Delivery, Failure};

/// Letters claimed at a time.
const CLAIMED: i64 = 40;
/// Letters under way at the same time; those to one address follow each other.
const LANES: usize = 4;
/// A claim ends by itself after this long, so that the letters of a process that died are sent by another.
const LEASE: SignedDuration = SignedDuration::from_mins(15);
/// Within the last part of a claim no more letters are begun: one may take a minute.
const MARGIN: SignedDuration = SignedDuration::from_mins(5);
/// How long a mail server that does not answer is left alone.
const REST: SignedDuration = SignedDuration::from_mins(1);
/// How often the queue is looked into without being woken: other nodes queue letters too.
const LOOK: Duration = Duration::from_secs(1);

/// What one look into the queue brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Letters that the server took.
    pub sent: u64,
    /// Letters that are tried again later.
    pub postponed: u64,
    /// Letters that nobody takes.
    pub given_up: u64,
    /// Letters that were claimed and not tried: the server was not to be had, or a stop was asked for.
    pub untried: u64,
}

impl Round {
    fn and(self, other: Self) -> Self {
        Self {
            sent: self.sent + other.sent,
            postponed: self.postponed + other.postponed,
            given_up: self.given_up + other.given_up,
            untried: self.untried + other.untried,
        }
    }

    fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// One worker. Several, in one process or on several nodes, share the queue without sending twice.
pub struct Worker {
    app: Shared,
    delivery: Delivery,
    rests_until: Timestamp,
    stopped: watch::Receiver<bool>,
}

impl Worker {
    /// A worker that ends soon after `stopped` turns true.
    pub fn new(app: Shared, delivery: Delivery, stopped: watch::Receiver<bool>) -> Self {
        Self {
            app,
            delivery,
            rests_until: Timestamp::MIN,
            stopped,
        }
    }

    /// Sends until it is stopped; the letter in hand is finished.
    pub async fn run(mut self) {
        if matches!(self.delivery, Delivery::Waiting) {
            tracing::warn!("ZAPIS_SMTP_URL is not set: letters wait in the queue");
            return;
        }
        while !*self.stopped.borrow() {
            match self.round().await {
                Ok(round) if round.untried == 0 && !round.is_empty() => continue,
                Ok(_) => {}
                Err(error) => tracing::error!(%error, "the outbox can not be read"),
            }
            let mut stopped = self.stopped.clone();
            tokio::select! {
                () = self.app.outbox.woken() => {}
                () = tokio::time::sleep(LOOK) => {}
                _ = stopped.wait_for(|stopped| *stopped) => return,
            }
        }
    }

    /// One look into the queue: claims what is due, and tries to send it. Nothing is done while the server rests.
    ///
    /// # Errors
    /// The database refuses the claim; what is claimed already becomes free by itself.
    pub async fn round(&mut self) -> Result<Round, DbError> {
        let now = self.app.clock.now();
        if now < self.rests_until {
            return Ok(Round::default());
        }
        if matches!(self.delivery, Delivery::Mailbox) {
            return self.put_in_mailbox(now).await;
        }
        let until = now.checked_add(LEASE).unwrap_or(now);
        let mut claimed = self
            .app
            .db
            .write_retrying(move |tx| {
                Box::pin(async move {
                    tx.all::<ClaimedRow>(store::CLAIM_LETTERS, &[&now, &until, &CLAIMED])
                        .await
                })
            })
            .await?;
        claimed.sort_by_key(|row| row.id);
        let last_begin = until.checked_sub(MARGIN).unwrap_or(now);
        let is_down = AtomicBool::new(false);
        let [a, b, c, d] =
            in_lanes(claimed).map(|lane| Box::pin(self.carry(lane, last_begin, &is_down)));
        let (a, b, c, d) = tokio::join!(a, b, c, d);
        let round = a.and(b).and(c).and(d);
        if is_down.load(Ordering::SeqCst) {
            let now = self.app.clock.now();
            self.rests_until = now.checked_add(REST).unwrap_or(now);
        }
        if !round.is_empty() {
            tracing::info!(
                sent = round.sent,
                postponed = round.postponed,
                given_up = round.given_up,
                untried = round.untried,
                "letters"
            );
        }
        Ok(round)
    }

    async fn put_in_mailbox(&self, now: Timestamp) -> Result<Round, DbError> {
        let put = self.app.db.write_retrying(move |tx| {
            Box::pin(async move { tx.exec(store::PUT_IN_MAILBOX, &[&now]).await })
        });
        Ok(Round {
            sent: put.await?,
            ..Round::default()
        })
    }

    async fn carry(
        &self,
        lane: Vec<ClaimedRow>,
        last_begin: Timestamp,
        is_down: &AtomicBool,
    ) -> Round {
        let mut round = Round::default();
        for row in lane {
            let begins = !is_down.load(Ordering::SeqCst)
                && !*self.stopped.borrow()
                && self.app.clock.now() < last_begin;
            let noted = if begins {
                self.try_one(&row, &mut round, is_down).await
            } else {
                round.untried += 1;
                self.note(&row, Outcome::Untried).await
            };
            if let Err(error) = noted {
                // The claim ends by itself; a letter that was sent is then sent again, with the same Message-ID.
                tracing::error!(letter = row.id.get(), %error, "the outcome of a letter can not be noted");
            }
        }
        round
    }

    async fn try_one(
        &self,
        row: &ClaimedRow,
        round: &mut Round,
        is_down: &AtomicBool,
    ) -> Result<(), DbError> {
        let failure = match self.delivery.deliver(row, &self.app.files).await {
            Ok(()) => {
                round.sent += 1;
                metrics::counter!("zapis_letters_sent_total").increment(1);
                let now = self.app.clock.now();
                return self.note(row, Outcome::Sent(now)).await;
            }
            Err(failure) => failure,
        };
        metrics::counter!("zapis_letters_failed_total").increment(1);
        if let Failure::Unreachable(reason) = &failure {
            is_down.store(true, Ordering::SeqCst);
            tracing::warn!(reason, "the mail server is not to be had");
        }
        let now = self.app.clock.now();
        let next = match failure {
            Failure::Refused(_) => Next::GiveUp,
            _ => schedule::after_failure(row.attempts + 1, row.first_tried_at.unwrap_or(now), now),
        };
        let reason: String = failure.reason().chars().take(500).collect();
        match next {
            Next::TryAt(due) => {
                round.postponed += 1;
                self.note(row, Outcome::Postponed(now, due, reason)).await
            }
            Next::GiveUp => {
                round.given_up += 1;
                self.note(row, Outcome::GivenUp(now, reason)).await
            }
        }
    }

    async fn note(&self, row: &ClaimedRow, outcome: Outcome) -> Result<(), DbError> {
        let id = row.id;
        let is_over = matches!(outcome, Outcome::Sent(_) | Outcome::GivenUp(..));
        let forgets = is_over && row.letter.as_ref().is_some_and(|letter| letter.secret);
        let note = self.app.db.write_retrying(move |tx| {
            let outcome = outcome.clone();
            Box::pin(async move {
                if forgets {
                    tx.exec(store::FORGET_TEXT, &[&id]).await?;
                }
                match &outcome {
                    Outcome::Untried => tx.exec(store::RELEASE, &[&id]).await,
                    Outcome::Sent(now) => tx.exec(store::MARK_SENT, &[&id, now]).await,
                    Outcome::Postponed(now, due, reason) => {
                        tx.exec(store::POSTPONE, &[&id, now, due, reason]).await
                    }
                    Outcome::GivenUp(now, reason) => {
                        tx.exec(store::GIVE_UP, &[&id, now, reason]).await
                    }
                }
            })
        });
        note.await.map(drop)
    }
}

#[derive(Clone, Debug)]
enum Outcome {
    Untried,
    Sent(Timestamp),
    /// Tried at, due again at, why.
    Postponed(Timestamp, Timestamp, String),
    /// Tried at, why.
    GivenUp(Timestamp, String),
}

/// Letters to the same address share a lane, so that they arrive in the order in which they were queued.
fn in_lanes(claimed: Vec<ClaimedRow>) -> [Vec<ClaimedRow>; LANES] {
    let mut lanes = [const { Vec::new() }; LANES];
    for row in claimed {
        let mut hash = DefaultHasher::new();
        row.recipient.hash(&mut hash);
        let lane = hash.finish() % LANES as u64;
        lanes[usize::try_from(lane).unwrap_or(0)].push(row);
    }
    lanes
}

/// Shows on `/metrics` how the queue stands.
///
/// # Errors
/// The database does not answer.
pub async fn measure(app: &Shared) -> Result<(), DbError> {
    let standing = standing(&app.db).await?;
    let age = standing.oldest.map_or(0.0, |oldest| {
        app.clock.now().duration_since(oldest).as_secs_f64()
    });
    #[expect(clippy::cast_precision_loss, reason = "a count of letters")]
    {
        metrics::gauge!("zapis_letters_queued").set(standing.queued as f64);
        metrics::gauge!("zapis_letters_given_up").set(standing.given_up as f64);
    }
    metrics::gauge!("zapis_letters_oldest_seconds").set(age);
    Ok(())
}
