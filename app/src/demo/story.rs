//! What happened to the people of the demo before it opens, by the actions that pages call.

use anyhow::Context as _;
use database::DbError;
use futures_util::future::try_join_all;
use jiff::{SignedDuration, Timestamp};

use super::files;
use super::offer::{Made, RUNS, Run, Then};
use super::people::Cast;
use super::town::Town;
use super::words;
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::catalogue::{self, GroupDetail, GroupId};
use crate::certificates;
use crate::clock::zone;
use crate::enrolment::payer::Payer;
use crate::enrolment::permissions::{KeepList, may_join, may_keep_list, may_resign};
use crate::enrolment::{self, EnrolmentState, Listed, Mark, actions};
use crate::permit::Permit;
use crate::random::Random;
use crate::surveys::actions::Submission;
use crate::surveys::permissions::may_answer;
use crate::surveys::{self, Answer, Answers, Kind, Template};

mod line;

/// Runs that the participant of the sign-in page is in, so that *My trainings* shows every state.
const OF_PARTICIPANT: [usize; 7] = [0, 13, 15, 16, 17, 18, 19];
/// The one given back.
const RESIGNED: usize = 13;
/// The one whose survey waits for the participant.
const WAITING: usize = 16;
/// The one missed: present at nothing.
const MISSED: usize = 18;

pub(super) async fn play(
    app: &Shared,
    cast: &Cast,
    town: &Town,
    made: &[Made],
    random: &Random,
    now: Timestamp,
) -> anyhow::Result<()> {
    let mut scenes: Vec<Scene<'_>> = RUNS
        .iter()
        .zip(made)
        .enumerate()
        .map(|(index, (run, made))| Scene {
            app,
            cast,
            centre: town.centre,
            index,
            run,
            made: *made,
            random: random.clone(),
            now,
        })
        .collect();
    for scene in &scenes {
        scene.join().await.with_context(|| scene.name())?;
    }
    // What is due starts everywhere at once, so the earliest comes first.
    scenes.sort_by_key(|scene| scene.made.first_starts);
    for scene in &scenes {
        scene.go_on().await.with_context(|| scene.name())?;
    }
    Ok(())
}

struct Scene<'a> {
    app: &'a Shared,
    cast: &'a Cast,
    centre: OrganisationId,
    index: usize,
    run: &'a Run,
    made: Made,
    random: Random,
    now: Timestamp,
}

impl Scene<'_> {
    fn name(&self) -> String {
        format!("run {} of the demo", self.index)
    }

    async fn go_on(&self) -> anyhow::Result<()> {
        match self.run.then {
            Then::Running => {
                self.hand_in().await?;
                self.meet().await?;
                files::write(
                    self.app,
                    &self.list()?,
                    self.now - SignedDuration::from_hours(19),
                )
                .await?;
                self.ask_late().await
            }
            Then::Ended | Then::Finished => {
                self.hand_in().await?;
                self.meet().await
            }
            Then::Cancelled => {
                let reason = "Prowadzący zachorował. Nowy termin ogłosimy w styczniu.";
                let at = by_day(self.now - SignedDuration::from_hours(30));
                actions::cancel_group(self.app, &self.list()?, reason, at).await?;
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The group's materials, as its first meeting begins.
    async fn hand_in(&self) -> anyhow::Result<()> {
        files::hand_in(self.app, &self.list()?, self.made.first_starts).await
    }

    fn group(&self) -> GroupId {
        self.made.group_id
    }

    /// The operator's permit for the group's list.
    fn list(&self) -> anyhow::Result<Permit<KeepList>> {
        let tree = self.app.organisations.current();
        let permit = may_keep_list(&self.cast.operator, &tree, self.centre, self.group(), false);
        permit.context("the operator keeps every list")
    }

    async fn join(&self) -> anyhow::Result<()> {
        if matches!(self.run.then, Then::Draft | Then::OpensIn(_)) || self.run.price > 0 {
            return Ok(());
        }
        let begun = self.made.first_starts.min(self.now);
        let first = at_eight(begun - SignedDuration::from_hours(24 * 9));
        let takes_part = OF_PARTICIPANT.contains(&self.index);
        let others = self.run.joined - usize::from(takes_part && self.index != RESIGNED);
        // Another beginning for each run, so that not the same people sit everywhere.
        let people = self
            .cast
            .others
            .iter()
            .cycle()
            .skip(self.index * 5)
            .take(others);
        let people = people.chain(takes_part.then_some(&self.cast.participant));
        // All at once, so that the database commits them together.
        let joining = people.enumerate().map(|(number, actor)| {
            let at = first + between_lessons(number);
            let to = actions::To {
                email: actor.email.clone(),
                lang: actor.lang,
                name: actor.name.clone(),
                payer: Payer::Participant,
            };
            let permit = may_join(actor, self.group());
            async move { actions::join(self.app, &permit, &to, at).await }
        });
        try_join_all(joining).await?;
        if self.run.waiting_places > 0 {
            self.wait_in_line().await?;
        }
        if self.run.needs_approval {
            self.decide().await?;
        }
        if self.index == RESIGNED {
            self.resign(
                &self.cast.participant,
                by_day(self.now - SignedDuration::from_hours(20)),
            )
            .await?;
        }
        Ok(())
    }

    async fn resign(&self, actor: &Actor, at: Timestamp) -> anyhow::Result<()> {
        let (_, listed) = self.read().await?;
        let id = listed
            .iter()
            .find(|one| one.account_id == actor.account_id)
            .context("who resigns has joined")?
            .id;
        let found = self
            .app
            .db
            .read(move |tx| Box::pin(async move { enrolment::find(tx, id).await }));
        let enrolment = found.await?.context("the enrolment is there")?;
        let permit = may_resign(actor, &enrolment, false).context("one's own place")?;
        actions::resign(self.app, &permit, at).await?;
        Ok(())
    }

    async fn read(&self) -> anyhow::Result<(GroupDetail, Vec<Listed>)> {
        let group_id = self.group();
        let read = self.app.db.read(move |tx| {
            Box::pin(async move {
                let detail = catalogue::load_group(tx, group_id)
                    .await?
                    .ok_or(DbError::NotFound)?;
                let listed = tx
                    .all::<Listed>(enrolment::store::LIST_OF_GROUP, &[&group_id])
                    .await?;
                Ok::<_, DbError>((detail, listed))
            })
        });
        Ok(read.await?)
    }

    /// The meetings begin, attendance is marked, and where all are over the group is finished.
    async fn meet(&self) -> anyhow::Result<()> {
        actions::start_due(self.app, self.made.first_starts).await?;
        let (detail, listed) = self.read().await?;
        let mut marks = Vec::new();
        let mut over: Vec<_> = detail
            .meetings
            .iter()
            .filter(|meeting| meeting.ends_at < self.now)
            .collect();
        if self.run.then == Then::Running {
            over.pop();
        }
        for meeting in over {
            marks.extend(listed.iter().enumerate().map(|(number, one)| Mark {
                meeting_id: meeting.id,
                enrolment_id: one.id,
                present: self.was_present(number, one),
            }));
        }
        actions::attendance::mark(
            self.app,
            &self.list()?,
            marks.into(),
            by_day(self.now - SignedDuration::from_hours(20)),
        )
        .await?;
        if self.run.then == Then::Finished {
            let at = self.made.last_ends + SignedDuration::from_hours(2);
            actions::finish(self.app, &self.list()?, at).await?;
            self.answer(at + SignedDuration::from_hours(20)).await?;
        }
        Ok(())
    }

    fn was_present(&self, number: usize, one: &Listed) -> bool {
        if one.account_id == self.cast.participant.account_id {
            self.index != MISSED
        } else {
            number % 7 != 3
        }
    }

    /// Those who completed the training answer its survey, but for the participant's one that waits for it.
    async fn answer(&self, at: Timestamp) -> anyhow::Result<()> {
        let (detail, listed) = self.read().await?;
        let organisation_id = detail.organisation.id;
        let template = self.app.db.read(move |tx| {
            Box::pin(async move { surveys::current_template(tx, organisation_id).await })
        });
        let template = template.await?;
        let day = at.to_zoned(detail.organisation.zone.clone()).date();
        let mut answering = Vec::new();
        for one in listed {
            let is_participant = one.account_id == self.cast.participant.account_id;
            if one.state != EnrolmentState::Completed || (is_participant && self.index == WAITING) {
                continue;
            }
            let answers = answers_to(&template, &self.random);
            let submission = Submission::new(&self.random, template.id, answers, day);
            let (app, actors) = (self.app.clone(), self.cast.clone());
            let work = self.app.db.write(move |tx| {
                Box::pin(async move {
                    let enrolment = enrolment::find(tx, one.id)
                        .await?
                        .ok_or(DbError::NotFound)?;
                    let mut everybody = actors.others.iter().chain([&actors.participant]);
                    let actor = everybody.find(|actor| actor.account_id == one.account_id);
                    let actor = actor.ok_or(DbError::NotFound)?;
                    let concern = enrolment::concern_of(tx, actor.account_id, one.id).await?;
                    let permit = may_answer(actor, &enrolment, concern);
                    let permit = permit.ok_or(DbError::NotFound)?;
                    surveys::actions::submit(tx, &permit, &submission).await?;
                    certificates::actions::issue(tx, &app, one.id, at).await?;
                    Ok::<_, surveys::actions::Refusal>(())
                })
            });
            answering.push(work);
        }
        try_join_all(answering).await?;
        Ok(())
    }
}

/// Eight in the morning of the same day.
fn at_eight(at: Timestamp) -> Timestamp {
    let morning = at.to_zoned(zone()).date().at(8, 0, 0, 0);
    let morning = morning.to_zoned(zone());
    morning.map_or(at, |morning| morning.timestamp())
}

/// The same day at an hour at which people write: before noon when it was night.
fn by_day(at: Timestamp) -> Timestamp {
    if (8..21).contains(&at.to_zoned(zone()).hour()) {
        at
    } else {
        at_eight(at) + SignedDuration::from_mins(107)
    }
}

/// How long after eight in the morning of the first day the next one joins: seven a day, none at night.
fn between_lessons(number: usize) -> SignedDuration {
    let (days, slot) = (number / 7, number % 7);
    let minutes = days * 24 * 60 + slot * 97 + number * 3;
    SignedDuration::from_mins(i64::try_from(minutes).unwrap_or(0))
}

/// What a mostly content participant answers.
fn answers_to(template: &Template, random: &Random) -> Answers {
    let mut answers = Answers::new();
    for question in &template.questions {
        let option = || {
            let index = words::index(random, question.options.len().max(1));
            question
                .options
                .get(index)
                .map(|option| option.code.clone())
        };
        let answer = match question.kind {
            Kind::Scale => Some(Answer::Point([3, 4, 4, 5, 5, 5][words::index(random, 6)])),
            Kind::One => option().map(Answer::Words),
            Kind::Several => option().map(|code| Answer::Codes(vec![code])),
            Kind::Text => None,
        };
        if let Some(answer) = answer {
            answers.insert(question.code.clone(), answer);
        }
    }
    answers
}
