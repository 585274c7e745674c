//! In whatever order things happen: money is booked once, and the gate opens never before it.

use database::DbError;
use jiff::SignedDuration;
use zapis::accounts::RoleKind;
use zapis::payments::actions::{self, Order};
use zapis::payments::permissions::may_keep_books;
use zapis::payments::{BookingId, Charge, EntryId, charge_of, token};
use zapis::random::Random;

use crate::completed::{ANSWERS, survey};
use crate::fixtures::Training;
use crate::gateway_server::{FakeGateway, Mood, Notice};
use crate::payments::{join_and_pay_oneself, statement};
use crate::site::{Browser, Site, on_both};

const PRICE: i64 = 12_000;

struct Story<'a> {
    site: &'a Site,
    training: Training,
    anna: Browser,
    enrolment: zapis::enrolment::EnrolmentId,
    title: String,
    gateway: FakeGateway,
}

impl Story<'_> {
    async fn charge(&self) -> Charge {
        let id = self.enrolment;
        let read = self
            .site
            .app
            .db
            .read(move |tx| Box::pin(async move { charge_of(tx, id).await }));
        read.await.map_err(|error: DbError| error).unwrap().unwrap()
    }

    /// One of the things that can happen; whether it is refused does not matter.
    async fn event(&mut self, number: u64) {
        let site = self.site;
        match number {
            0 => drop(site.takes_in(&statement(&[(PRICE, &self.title)])).await),
            1 => drop(site.takes_in(&statement(&[(5_000, &self.title)])).await),
            2 => drop(
                site.takes_in(&statement(&[(PRICE, &self.title), (7_000, "reszta")]))
                    .await,
            ),
            3 => {
                let sql = "UPDATE enrolments SET state = 'completed' WHERE id = $1 AND state = 'confirmed'";
                site.sql(sql, self.enrolment.get()).await;
            }
            4 => {
                let address = survey(self.enrolment);
                self.anna.get(&address).await;
                self.anna.post(&address, &ANSWERS).await;
            }
            5 => {
                site.app.clock.advance(SignedDuration::from_hours(30));
                actions::sweep(&site.app, site.now()).await.unwrap();
            }
            10 => {
                let charge = self.charge().await.id;
                self.anna.get("/my/payments").await;
                self.anna
                    .post(&format!("/my/payments/{charge}/online"), &[])
                    .await;
            }
            // The gateway speaks of any payment that was ever set out for, again and again.
            11 | 12 => {
                let told = self.gateway.registered();
                let Some(one) = told.get(usize::from(number == 12) * told.len() / 2) else {
                    return;
                };
                let session = one["sessionId"].as_str().unwrap();
                let order = session.bytes().fold(0_i64, |sum, byte| {
                    (sum * 31 + i64::from(byte)) % 1_000_000_007
                });
                let amount = one["amount"].as_i64().unwrap();
                let notice = Notice {
                    order,
                    ..Notice::of(session, amount)
                };
                site.hears(&notice.text()).await;
            }
            13 => {
                let told = self.gateway.registered();
                let session = told
                    .last()
                    .map_or("none", |one| one["sessionId"].as_str().unwrap());
                site.hears(&Notice::of(session, 1).text()).await;
            }
            14 => self.gateway.is(Mood::Failing),
            15 => {
                self.gateway.is(Mood::Fine);
                site.app.clock.advance(SignedDuration::from_hours(4));
                actions::confirm_waiting(&site.app, site.now())
                    .await
                    .unwrap();
            }
            16 => {
                let resign = format!("/my/trainings/{}/resign", self.enrolment);
                self.anna.get(&resign).await;
                self.anna.post(&resign, &[]).await;
            }
            17 => {
                let join = self.training.join();
                self.anna.get(&join).await;
                self.anna.post(&join, &[("payer", "participant")]).await;
                let newest = site.number("SELECT MAX(id) FROM enrolments").await;
                self.enrolment = zapis::enrolment::EnrolmentId::new(newest);
                self.title = token::title_of(self.charge().await.id);
            }
            other => self.decide(other).await,
        }
    }

    /// What the accountant does.
    async fn decide(&self, number: u64) {
        let site = self.site;
        let branch = Some(self.training.organisation_id);
        let actor = site
            .actor("zofia@centre.example", RoleKind::Accountant, branch)
            .await;
        let tree = site.app.organisations.current();
        let permit = may_keep_books(&actor, &tree, self.training.organisation_id).unwrap();
        let (own, now, charge) = (site.app.clone(), site.now(), self.charge().await);
        let entry = site
            .number("SELECT COALESCE(MAX(id), 0) FROM statement_entries WHERE state = 'to_match'")
            .await;
        let booking = site
            .number("SELECT COALESCE(MAX(id), 0) FROM bookings WHERE undone_at IS NULL")
            .await;
        let write = site.app.db.write(move |tx| {
            Box::pin(async move {
                let order = Order {
                    entry: EntryId::new(entry),
                    charge: charge.id,
                    amount_minor: charge.remaining().min(5_000),
                    after_minor: 0,
                };
                let undone = (charge.id, BookingId::new(booking));
                let done = match number {
                    6 => actions::book(tx, &own, &permit, order, now).await.is_ok(),
                    7 => actions::unbook(tx, &own, &permit, undone, "Pomyłka", now)
                        .await
                        .is_ok(),
                    8 => actions::waive(tx, &own, &permit, charge.id, "Stypendium", now)
                        .await
                        .is_ok(),
                    _ => actions::pay_back(tx, &own, &permit, charge.id, now)
                        .await
                        .is_ok(),
                };
                // What is refused leaves nothing behind.
                if done { Ok(()) } else { Err(DbError::NotFound) }
            })
        });
        let _refused = write.await;
    }

    async fn holds(&self, past: &[u64]) {
        let site = self.site;
        let charge = self.charge().await;
        let sums = [
            "SELECT COUNT(*) FROM charges c WHERE c.booked_minor <> (SELECT COALESCE(SUM(b.amount_minor), 0) FROM bookings b \
             WHERE b.charge_id = c.id AND b.undone_at IS NULL)",
            "SELECT COUNT(*) FROM charges c WHERE c.booked_minor > 12000",
            "SELECT COUNT(*) FROM charges c WHERE c.state = 'booked' AND c.booked_minor <> c.amount_minor",
            "SELECT COUNT(*) FROM charges c WHERE c.state IN ('due', 'overdue') AND c.booked_minor = c.amount_minor",
            "SELECT COUNT(*) FROM statement_entries n WHERE n.booked_minor <> (SELECT COALESCE(SUM(b.amount_minor), 0) \
             FROM bookings b WHERE b.entry_id = n.id AND b.undone_at IS NULL)",
            "SELECT COUNT(*) FROM statement_entries n WHERE n.booked_minor > n.amount_minor AND n.booked_minor > 0",
            "SELECT COUNT(*) FROM online_payments o WHERE (o.state = 'confirmed') <> (o.entry_id IS NOT NULL)",
            "SELECT COUNT(*) - COUNT(DISTINCT o.entry_id) FROM online_payments o WHERE o.entry_id IS NOT NULL",
        ];
        for sum in sums {
            assert_eq!(site.number(sum).await, 0, "{sum} {past:?}");
        }
        let mut anna = self.anna.clone();
        let paper = anna.get(&crate::completed::paper(self.enrolment)).await;
        let since = past.iter().rposition(|one| *one == 17).unwrap_or(0);
        let past = &past[since..];
        let may = past.contains(&3) && past.contains(&4) && charge.state.is_settled();
        assert!(paper.status == 404 || may, "{past:?} {charge:?}");
    }
}

async fn opening<'a>(site: &'a Site, gateway: &FakeGateway, number: usize) -> Story<'a> {
    let training = site
        .training(&format!("Ocenianie {number}"))
        .price(PRICE)
        .publish()
        .await;
    site.is_paid_at(&training).await;
    let mut anna = site.participant("Anna Nowak", "anna@school.example").await;
    let branch = Some(training.organisation_id);
    site.staff(
        "Zofia Lis",
        "zofia@centre.example",
        RoleKind::Accountant,
        branch,
    )
    .await;
    join_and_pay_oneself(&mut anna, &training).await;
    let enrolment = site.number("SELECT MAX(id) FROM enrolments").await;
    Story {
        title: token::title_of(site.charge().await),
        gateway: gateway.clone(),
        enrolment: zapis::enrolment::EnrolmentId::new(enrolment),
        site,
        training,
        anna,
    }
}

/// One order of events, from a seed.
async fn play(site: Site, seed: u64) {
    let gateway = FakeGateway::start().await;
    let site = site.with_gateway(&gateway).await;
    let mut story = opening(&site, &gateway, 0).await;
    let random = Random::seeded(seed);
    let mut past = Vec::new();
    for _ in 0..18 {
        let number = random.below(18);
        story.event(number).await;
        past.push(number);
        story.holds(&past).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_order_of_events_books_twice_or_opens_too_early() {
    for seed in 0..24 {
        play(Site::on_sqlite().await, seed).await;
    }
}

on_both! {
    async fn one_order_on_both(site: Site) {
        play(site, 1_001).await;
    }

    async fn two_statements_at_once_book_once(site: Site) {
        let gateway = FakeGateway::start().await;
        let story = opening(&site, &gateway, 0).await;
        let text = statement(&[(PRICE, &story.title)]);
        let (one, other) = tokio::join!(site.takes_in(&text), site.takes_in(&text));
        assert_eq!(one.fresh() + other.fresh(), 1);
        story.holds(&[0]).await;
        assert_eq!(site.number("SELECT COUNT(*) FROM bookings").await, 1);
    }
}
