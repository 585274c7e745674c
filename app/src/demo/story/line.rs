//! Who waits in the demo: for a place, for staff's decision, for an answer after the deadline.

use anyhow::Context as _;
use database::DbError;
use jiff::{SignedDuration, Timestamp};

use super::Scene;
use crate::accounts::Actor;
use crate::enrolment::payer::Payer;
use crate::enrolment::permissions::{may_decide, may_join, may_resign};
use crate::enrolment::{self, Enrolment, EnrolmentId, EnrolmentState, actions};

/// People in line behind the participant.
const BEHIND: usize = 3;

impl Scene<'_> {
    fn hours_ago(&self, hours: i64) -> Timestamp {
        self.now - SignedDuration::from_hours(hours)
    }

    /// The participant and some others wait for a place; then one becomes free, and the participant is offered it.
    pub(super) async fn wait_in_line(&self) -> anyhow::Result<()> {
        let behind = self.cast.others.iter().rev().take(BEHIND);
        let line = std::iter::once(&self.cast.participant).chain(behind);
        for (hours, actor) in (0..).zip(line) {
            let to = actions::To {
                email: actor.email.clone(),
                lang: actor.lang,
                name: actor.name.clone(),
                payer: Payer::Participant,
            };
            let permit = may_join(actor, self.group());
            let at = self.hours_ago(40 - hours);
            actions::join_or_wait(self.app, &permit, &to, at).await?;
        }
        let (_, listed) = self.read().await?;
        let holder = listed
            .iter()
            .find(|one| one.state == EnrolmentState::Confirmed)
            .context("somebody has a place")?;
        let holder = self.actor_of(holder.id).await?;
        self.resign(&holder.0, self.hours_ago(5)).await
    }

    /// Staff has decided about the first applications.
    pub(super) async fn decide(&self) -> anyhow::Result<()> {
        let tree = self.app.organisations.current();
        let permit = may_decide(&self.cast.operator, &tree, self.centre, self.group());
        let permit = permit.context("the operator decides")?;
        let (_, listed) = self.read().await?;
        for one in listed.iter().take(listed.len() / 2) {
            actions::confirm(self.app, &permit, one.id, self.hours_ago(20)).await?;
        }
        Ok(())
    }

    /// Somebody in a group that runs can not go on, and asks to be withdrawn.
    pub(super) async fn ask_late(&self) -> anyhow::Result<()> {
        let (_, listed) = self.read().await?;
        let of_participant = self.cast.participant.account_id;
        let one = listed
            .iter()
            .find(|one| one.state == EnrolmentState::Attending && one.account_id != of_participant)
            .context("somebody attends")?;
        let (actor, enrolment) = self.actor_of(one.id).await?;
        let permit = may_resign(&actor, &enrolment, false).context("one's own place")?;
        let reason = "Od poniedziałku mam zastępstwa w innej szkole i nie zdążę dojechać.";
        actions::ask_late(self.app, &permit, reason, self.hours_ago(9)).await?;
        Ok(())
    }

    async fn actor_of(&self, id: EnrolmentId) -> anyhow::Result<(Actor, Enrolment)> {
        let found = self
            .app
            .db
            .read(move |tx| Box::pin(async move { enrolment::find(tx, id).await }));
        let found: Option<Enrolment> = found.await.map_err(|error: DbError| error)?;
        let enrolment = found.context("the enrolment is there")?;
        let mut everybody = self.cast.others.iter().chain([&self.cast.participant]);
        let actor = everybody.find(|actor| actor.account_id == enrolment.account_id);
        Ok((actor.context("one of the cast")?.clone(), enrolment))
    }
}
