//! Whatever happens in whatever order: never more people than places, nobody twice, nobody past another without a reason,
//! no offer beyond its time.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use zapis::accounts::{Actor, RoleKind};
use zapis::enrolment::actions::{
    self, AcceptError, DecideError, Joined, MoveError, ResignError, To,
};
use zapis::enrolment::line_store::{InLine, LIST_LINE};
use zapis::enrolment::permissions::{Decide, may_answer_offer, may_decide, may_join, may_resign};
use zapis::enrolment::reasons::{OF_REFUSAL, Reason};
use zapis::enrolment::{Enrolment, EnrolmentId, EnrolmentState, store};
use zapis::i18n::Lang;
use zapis::permit::Permit;

use crate::fixtures::{Training, warsaw};
use crate::join::{actor, places};
use crate::site::Site;

const PEOPLE: usize = 7;

#[derive(Clone, Copy, Debug)]
enum Step {
    Join(usize),
    Leave(usize),
    Accept(usize),
    Confirm(usize),
    Refuse(usize),
    Cancel(usize),
    MoveUp(usize, usize),
    Wait(i64),
    Sweep,
    Raise,
}

fn any_step() -> impl Strategy<Value = Step> {
    let who = || 0..PEOPLE;
    prop_oneof![
        8 => who().prop_map(Step::Join),
        4 => who().prop_map(Step::Leave),
        4 => who().prop_map(Step::Accept),
        2 => who().prop_map(Step::Confirm),
        1 => who().prop_map(Step::Refuse),
        1 => who().prop_map(Step::Cancel),
        1 => (who(), 1_usize..4).prop_map(|(who, to)| Step::MoveUp(who, to)),
        3 => (1_i64..60).prop_map(Step::Wait),
        2 => Just(Step::Sweep),
        1 => Just(Step::Raise),
    ]
}

/// One group and everybody who wants into it.
struct Play<'a> {
    site: &'a Site,
    training: Training,
    people: &'a [(Actor, To)],
    permit: Permit<Decide>,
    now: Timestamp,
    /// Who should be in line, in this order.
    line: Vec<EnrolmentId>,
    /// The last audit row that was looked at.
    seen: i64,
}

impl Play<'_> {
    /// The newest enrolment of somebody.
    async fn newest(&self, who: usize) -> Option<Enrolment> {
        let (account, group) = (self.people[who].0.account_id, self.training.group_id);
        let read = self.site.app.db.read(move |tx| {
            Box::pin(async move {
                let id = "SELECT MAX(id) FROM enrolments WHERE account_id = $1 AND group_id = $2";
                let id: Option<EnrolmentId> = tx.one(id, &[&account, &group]).await?;
                match id {
                    Some(id) => tx.opt(store::FIND_ENROLMENT, &[&id]).await,
                    None => Ok(None),
                }
            })
        });
        read.await
            .map_err(|error: database::DbError| error)
            .unwrap()
    }

    async fn step(&mut self, step: Step) {
        let (app, now) = (&self.site.app, self.now);
        let reason = Reason::new(OF_REFUSAL, "data", "").unwrap();
        match step {
            Step::Join(who) => {
                let (person, to) = &self.people[who];
                let permit = may_join(person, self.training.group_id);
                if let Ok(Joined::Waiting(id)) = actions::join_or_wait(app, &permit, to, now).await
                {
                    self.line.push(id);
                }
            }
            Step::Leave(who) => {
                let Some(one) = self.newest(who).await else {
                    return;
                };
                let permit = may_resign(&self.people[who].0, &one, false).unwrap();
                match actions::resign(app, &permit, now).await {
                    Ok(()) => self.line.retain(|id| *id != one.id),
                    Err(ResignError::Refused(_)) => assert!(
                        !one.state.is_open()
                            || one.state.takes_part()
                            || one.state == EnrolmentState::Applied
                    ),
                    Err(error) => panic!("{error}"),
                }
            }
            Step::Accept(who) => {
                let Some(one) = self.newest(who).await else {
                    return;
                };
                let permit = may_answer_offer(&self.people[who].0, &one, false).unwrap();
                match actions::accept(app, &permit, now).await {
                    Ok(_) => assert!(one.offered_until.unwrap() > now, "taken after its time"),
                    Err(AcceptError::Refused(_)) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            Step::Confirm(who) | Step::Refuse(who) | Step::Cancel(who) => {
                let Some(one) = self.newest(who).await else {
                    return;
                };
                let done = match step {
                    Step::Confirm(_) => actions::confirm(app, &self.permit, one.id, now).await,
                    Step::Refuse(_) => {
                        actions::refuse(app, &self.permit, one.id, &reason, now).await
                    }
                    _ => actions::cancel(app, &self.permit, one.id, &reason, now).await,
                };
                match (done, step) {
                    (Ok(()), Step::Refuse(_) | Step::Cancel(_)) => {
                        self.line.retain(|id| *id != one.id);
                    }
                    (Ok(()) | Err(DecideError::Decided), _) => {}
                    (Err(error), _) => panic!("{error}"),
                }
            }
            Step::MoveUp(who, to) => {
                let Some(one) = self.newest(who).await else {
                    return;
                };
                match actions::move_up(app, &self.permit, one.id, to, "z ważnego powodu", now).await
                {
                    Ok(passed) => {
                        let at = self.line.iter().position(|id| *id == one.id).unwrap();
                        assert_eq!(passed, at + 1 - to);
                        self.line.remove(at);
                        self.line.insert(to - 1, one.id);
                    }
                    Err(MoveError::NotInLine | MoveError::NotAhead) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            Step::Wait(hours) => self.now += SignedDuration::from_hours(hours),
            Step::Sweep => drop(actions::sweep(app, now).await.unwrap()),
            Step::Raise => {
                let sql = "UPDATE groups SET capacity = capacity + 1 WHERE id = $1";
                self.site.sql(sql, self.training.group_id.get()).await;
                actions::sweep(app, now).await.unwrap();
            }
        }
        // A microsecond later, so that times of application differ.
        self.now += SignedDuration::from_micros(1);
        self.check(matches!(step, Step::Sweep | Step::Raise)).await;
    }

    async fn check(&mut self, is_swept: bool) {
        let (group, seen, now) = (self.training.group_id, self.seen, self.now);
        let (taken, held) = places(self.site, group).await;
        let read = self.site.app.db.read(move |tx| {
            Box::pin(async move {
                let line: Vec<InLine> = tx.all(LIST_LINE, &[&group]).await?;
                let counters = "SELECT capacity, waiting FROM groups WHERE id = $1";
                let counters: (i64, i64) = tx.one(counters, &[&group]).await?;
                let offers = "SELECT id, subject_id FROM audit WHERE action = 'enrolment.offer' AND id > $1 \
                    AND subject_id IN (SELECT id FROM enrolments WHERE group_id = $2) ORDER BY id";
                let offers: Vec<(i64, EnrolmentId)> = tx.all(offers, &[&seen, &group]).await?;
                let late = "SELECT COUNT(*) FROM enrolments WHERE group_id = $1 AND state = 'offered' AND offered_until < $2";
                let late: i64 = tx.one(late, &[&group, &now]).await?;
                let twice = "SELECT COUNT(*) - COUNT(DISTINCT person_id) FROM enrolments WHERE group_id = $1 \
                    AND state IN ('applied', 'waiting', 'offered', 'confirmed', 'attending')";
                Ok((line, counters, offers, late, tx.one::<i64>(twice, &[&group]).await?))
            })
        });
        let (line, (capacity, waiting), offers, late, twice) = read
            .await
            .map_err(|error: database::DbError| error)
            .unwrap();
        assert_eq!(taken, held, "every place has its holder");
        assert!(taken <= capacity, "{taken} of {capacity}");
        assert_eq!(waiting, i64::try_from(line.len()).unwrap());
        assert_eq!(twice, 0, "nobody is in the group twice");
        for (row, offered) in offers {
            assert_eq!(
                self.line.first(),
                Some(&offered),
                "the first in line is asked"
            );
            self.line.remove(0);
            self.seen = row;
        }
        let line: Vec<EnrolmentId> = line.into_iter().map(|one| one.id).collect();
        assert_eq!(line, self.line, "nobody passes another without a reason");
        assert!(!is_swept || late == 0, "an offer beyond its time");
    }
}

#[test]
fn no_order_of_events_breaks_the_line() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (site, people, staff) = runtime.block_on(async {
        let site = Site::on_sqlite().await;
        let mut people = Vec::new();
        for number in 0..PEOPLE {
            let email = format!("p{number}@poczta.example");
            site.participant("Anna Nowak", &email).await;
            let to = To {
                email: email.clone(),
                lang: Lang::En,
                name: "Anna Nowak".into(),
                payer: zapis::enrolment::payer::Payer::Participant,
            };
            people.push((actor(site.account(&email).await, &to), to));
        }
        site.participant("Olga Radina", "olga@centrum.example")
            .await;
        let staff = site
            .actor(
                "olga@centrum.example",
                RoleKind::InstallationAdministrator,
                None,
            )
            .await;
        (site, people, staff)
    });
    let mut runner = TestRunner::new(Config {
        cases: 32,
        failure_persistence: None,
        ..Config::default()
    });
    let counter = std::cell::Cell::new(0);
    let steps = (any::<bool>(), prop::collection::vec(any_step(), 1..50));
    let done = runner.run(&steps, |(approval, steps)| {
        counter.set(counter.get() + 1);
        runtime.block_on(async {
            let title = format!("Pierwsza pomoc {}", counter.get());
            let mut training = site
                .training(&title)
                .capacity(2)
                .waiting(3)
                .window("2026-11-01T09:00", "2026-12-20T09:00")
                .meeting("2026-12-21T16:00", "2026-12-21T18:00");
            training.group.needs_approval = approval;
            let training = training.publish().await;
            let tree = site.app.organisations.current();
            let permit =
                may_decide(&staff, &tree, training.organisation_id, training.group_id).unwrap();
            let seen = site.number("SELECT COALESCE(MAX(id), 0) FROM audit").await;
            let mut play = Play {
                site: &site,
                training,
                people: &people,
                permit,
                now: warsaw("2026-11-22T10:00"),
                line: Vec::new(),
                seen,
            };
            for step in steps {
                play.step(step).await;
            }
        });
        Ok(())
    });
    done.unwrap();
}
