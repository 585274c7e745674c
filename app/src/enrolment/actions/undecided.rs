//! Applications that nobody has decided: those who decide are reminded on the fifth working day, those above them hear of it
//! on the eighth (`spec/rules.md`, Enrolment). Never is an application refused because time has passed.

use database::{DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::Deed;
use crate::app::Shared;
use crate::catalogue::GroupId;
use crate::enrolment::line_store::{self, Undecided};
use crate::organisations::working_days_after;

/// Five working days are never over sooner, whatever the time zone.
const SOONEST: SignedDuration = SignedDuration::from_hours(4 * 24);

/// How long applications have waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Those who decide are reminded.
    Reminder,
    /// Those above them are told.
    Escalation,
}

impl Stage {
    /// As kept.
    fn code(self) -> &'static str {
        match self {
            Self::Reminder => "reminder",
            Self::Escalation => "escalation",
        }
    }

    /// Working days after which it comes.
    pub fn working_days(self) -> u32 {
        match self {
            Self::Reminder => 5,
            Self::Escalation => 8,
        }
    }
}

/// Tells of every application that has waited too long, once per stage; called by a worker, safe on several nodes. Answers
/// how many applications were told of.
///
/// # Errors
/// The database does not answer; what was told of is not told of again.
pub async fn remind_undecided(app: &Shared, now: Timestamp) -> Result<usize, DbError> {
    let before = now.checked_sub(SOONEST).unwrap_or(Timestamp::MIN);
    let groups = app.db.read(move |tx| {
        Box::pin(async move {
            tx.all::<GroupId>(line_store::LIST_GROUPS_WITH_UNDECIDED, &[&before])
                .await
        })
    });
    let mut told = 0;
    for id in groups.await? {
        let own = app.clone();
        let work = app.db.write_hot(id.get(), move |tx| {
            Box::pin(async move {
                let deed = Deed::on(tx, id, None, &own, now).await?;
                let reminded = tell(tx, &deed, Stage::Reminder).await?;
                Ok::<_, DbError>(reminded + tell(tx, &deed, Stage::Escalation).await?)
            })
        });
        match work.await {
            Ok(count) => told += count,
            // One group must not keep the others from being told of.
            Err(error) => {
                tracing::error!(%error, group = id.get(), "nobody could be told of undecided applications");
            }
        }
    }
    if told > 0 {
        app.outbox.wake();
    }
    Ok(told)
}

async fn tell(tx: &mut Tx<'_>, deed: &Deed<'_>, stage: Stage) -> Result<usize, DbError> {
    let organisation = &deed.detail.organisation;
    let day = |at: Timestamp| at.to_zoned(organisation.zone.clone()).date();
    let (id, today) = (deed.detail.group.id, day(deed.now));
    let waiting: Vec<Undecided> = tx.all(line_store::LIST_UNDECIDED, &[&id]).await?;
    let (mut fresh, mut count) = (None, 0);
    for one in waiting {
        let due = working_days_after(
            day(one.since),
            stage.working_days(),
            &organisation.time_zone,
        );
        if due > today {
            continue;
        }
        count += 1;
        let params: database::Params<'_> = &[&one.id, &stage.code(), &deed.now];
        if tx.exec(line_store::INSERT_UNDECIDED, params).await? == 1 {
            fresh = Some(one.id);
        }
    }
    let Some(fresh) = fresh else { return Ok(0) };
    let key = format!("{fresh}.undecided.{}", stage.code());
    match stage {
        Stage::Reminder => {
            deed.tell_keepers(tx, &key, |about| about.undecided(stage, count))
                .await?;
        }
        Stage::Escalation => {
            deed.tell_those_above(tx, &key, |about| about.undecided(stage, count))
                .await?;
        }
    }
    Ok(count)
}
