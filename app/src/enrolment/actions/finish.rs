//! The end of a group: everybody who attended enough has completed it.

use std::collections::HashMap;

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{Deed, start_due};
use crate::app::Shared;
use crate::catalogue::{self, GroupDetail, GroupState, MeetingId};
use crate::enrolment::permissions::KeepList;
use crate::enrolment::{EnrolmentId, EnrolmentState, Event, Listed, Mark, rules, store};
use crate::i18n::Lang;
use crate::permit::Permit;

/// How a group ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Finished {
    /// People who attended enough; their survey is open.
    pub completed: usize,
    /// People who did not.
    pub not_completed: usize,
}

/// Why a group can not be finished. Nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FinishError {
    /// It is a draft, cancelled or finished already, or has not begun.
    #[error("the group is not running")]
    NotRunning,
    /// The last meeting ends at this instant.
    #[error("the group has meetings to come")]
    NotOver(Timestamp),
    /// So many people lack a mark at some meeting: nobody fails because somebody forgot to mark.
    #[error("attendance is not marked for {0} people")]
    Unmarked(usize),
    /// So many applications wait for a decision.
    #[error("{0} applications are not decided")]
    Undecided(usize),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Finishes a group after its last meeting: `attending → completed` or `not_completed` by the minutes attended, with a
/// letter to each; the places are given back, as nobody holds one any more.
///
/// # Errors
/// Why not.
pub async fn finish(
    app: &Shared,
    permit: &Permit<KeepList>,
    now: Timestamp,
) -> Result<Finished, FinishError> {
    let (by, group_id) = (permit.by(), permit.on());
    let own = app.clone();
    let work = app.db.write_hot(group_id.get(), move |tx| {
        Box::pin(async move {
            let mut deed = Deed::on(tx, group_id, Some(by), &own, now).await?;
            begin_the_end(tx, &mut deed).await?;
            end(tx, &deed).await
        })
    });
    let finished = work.await?;
    app.catalogue.refresh_soon(&app.db, now).await;
    Ok(finished)
}

/// Whether the group can be finished; one whose start the worker has not come by for is started first.
async fn begin_the_end(tx: &mut Tx<'_>, deed: &mut Deed<'_>) -> Result<(), FinishError> {
    let has_begun = deed
        .detail
        .starts_at()
        .is_some_and(|first| first <= deed.now);
    match deed.detail.group.state {
        GroupState::Running => {}
        GroupState::Published if has_begun => {
            start_due::start(tx, deed).await?;
            deed.detail.group.state = GroupState::Running;
        }
        _ => return Err(FinishError::NotRunning),
    }
    match deed.detail.ends_at() {
        Some(ends) if deed.now < ends => Err(FinishError::NotOver(ends)),
        _ => Ok(()),
    }
}

async fn end(tx: &mut Tx<'_>, deed: &Deed<'_>) -> Result<Finished, FinishError> {
    let listed = deed.listed(tx).await?;
    let applied = |one: &&Listed| one.state == EnrolmentState::Applied;
    match listed.iter().filter(applied).count() {
        0 => {}
        undecided => return Err(FinishError::Undecided(undecided)),
    }
    let attending: Vec<Listed> = listed
        .into_iter()
        .filter(|one| one.state == EnrolmentState::Attending)
        .collect();
    let minutes = Minutes::load(tx, &deed.detail).await?;
    let unmarked = attending
        .iter()
        .filter(|one| !minutes.is_marked(one.id))
        .count();
    if unmarked > 0 {
        return Err(FinishError::Unmarked(unmarked));
    }
    let threshold = deed.detail.group.attendance_percent;
    let mut finished = Finished::default();
    for one in &attending {
        let enough = rules::attended_enough(minutes.attended(one.id), minutes.all, threshold);
        let (event, action) = if enough {
            finished.completed += 1;
            (Event::Complete, "enrolment.complete")
        } else {
            finished.not_completed += 1;
            (Event::Fail, "enrolment.fail")
        };
        let Ok(to) = rules::next(one.state, event) else {
            continue;
        };
        deed.step(tx, (one.id, one.state), to, action).await?;
        tell_result(tx, deed, one, enough, to.code()).await?;
    }
    let freed = i64::try_from(attending.len()).unwrap_or(i64::MAX);
    let id = deed.detail.group.id;
    if tx
        .exec(store::FINISH_GROUP, &[&id, &deed.now, &freed])
        .await?
        == 0
    {
        return Err(FinishError::NotRunning);
    }
    deed.note_group(tx, "group.finish", GroupState::Finished)
        .await?;
    catalogue::touch(tx).await?;
    Ok(finished)
}

/// The letter about the result: the survey is open, or attendance was too little.
async fn tell_result(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    one: &Listed,
    enough: bool,
    key: &str,
) -> Result<(), DbError> {
    let lang = Lang::from_code(&one.language).unwrap_or_default();
    let also = if enough {
        (deed.app.reactions.at_the_end)(tx, deed.app.clone(), one.id, lang, deed.now).await?
    } else {
        Vec::new()
    };
    deed.tell(tx, one, key, |about| {
        if enough {
            about.completed(one.id, also)
        } else {
            about.not_completed()
        }
    })
    .await
}

/// Attendance of a group in minutes.
pub(super) struct Minutes {
    of_meeting: HashMap<MeetingId, i64>,
    /// Of all meetings.
    pub all: i64,
    marks: HashMap<EnrolmentId, Vec<Mark>>,
}

impl Minutes {
    pub(super) async fn load(tx: &mut Tx<'_>, detail: &GroupDetail) -> Result<Self, DbError> {
        let length = |from: Timestamp, to: Timestamp| to.duration_since(from).as_mins();
        let of_meeting: HashMap<MeetingId, i64> = detail
            .meetings
            .iter()
            .map(|meeting| (meeting.id, length(meeting.starts_at, meeting.ends_at)))
            .collect();
        let mut marks: HashMap<EnrolmentId, Vec<Mark>> = HashMap::new();
        for mark in tx
            .all::<Mark>(store::LIST_MARKS_OF_GROUP, &[&detail.group.id])
            .await?
        {
            marks.entry(mark.enrolment_id).or_default().push(mark);
        }
        Ok(Self {
            all: of_meeting.values().sum(),
            of_meeting,
            marks,
        })
    }

    /// Whether somebody is marked, present or absent, at every meeting.
    fn is_marked(&self, id: EnrolmentId) -> bool {
        self.marks.get(&id).map_or(0, Vec::len) == self.of_meeting.len()
    }

    /// Of the meetings that somebody was at.
    pub(super) fn attended(&self, id: EnrolmentId) -> i64 {
        let marks = self.marks.get(&id).map_or(&[][..], Vec::as_slice);
        let present = marks.iter().filter(|mark| mark.present);
        present
            .filter_map(|mark| self.of_meeting.get(&mark.meeting_id))
            .sum()
    }
}
