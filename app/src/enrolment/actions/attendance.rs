//! Marking who was at which meeting: by list, or by the participants themselves with the code shown in the room.

use std::collections::{BTreeMap, HashMap, HashSet};

use database::{DbError, Tx, Value};
use jiff::Timestamp;

use super::correct::{CorrectError, correct_as};
use super::finish::Minutes;
use super::{Deed, on_group};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::audit;
use crate::catalogue::{GroupDetail, GroupState, MeetingId};
use crate::enrolment::attendance_store::{Attendable, FIND_ATTENDABLE, FIND_MARK};
use crate::enrolment::permissions::{CheckIn, KeepList};
use crate::enrolment::{EnrolmentId, EnrolmentState, Listed, Mark, rules, store};
use crate::permit::Permit;

/// Why nothing was marked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkError {
    /// A meeting or a person of another group, or somebody who does not take part.
    #[error("a mark that is not of this group")]
    NotOfThisGroup,
    /// The meeting has not begun.
    #[error("the meeting has not begun")]
    NotYet(MeetingId),
    /// After the end of the group a mark is a correction, and every correction says why.
    #[error("a correction needs a reason")]
    NoReason,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// A list of attendance as somebody has filled it in.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Who was where.
    pub marks: Vec<Mark>,
    /// Who was ticked when the list was opened: somebody who has come in by code since then, and is not ticked on it, stays
    /// present. Without it every mark is meant.
    pub ticked_before: Option<HashSet<(EnrolmentId, MeetingId)>>,
    /// Why, when the group is over.
    pub reason: String,
}

impl From<Vec<Mark>> for Sheet {
    fn from(marks: Vec<Mark>) -> Self {
        Self {
            marks,
            ..Self::default()
        }
    }
}

/// What came of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// So many marks changed.
    pub marks: usize,
    /// So many results changed with them.
    pub results: usize,
}

/// Marks as they stand.
type Marks = HashMap<(EnrolmentId, MeetingId), bool>;

/// Notes who was at which meeting, all or nothing; the last word counts. After the end of the group that takes a reason, and
/// whoever comes above or below the threshold by it gets the other result, as by [`super::correct`].
///
/// # Errors
/// Why nothing was marked.
pub async fn mark(
    app: &Shared,
    permit: &Permit<KeepList>,
    sheet: Sheet,
    now: Timestamp,
) -> Result<Marked, MarkError> {
    let (by, group_id, own) = (permit.by(), permit.on(), app.clone());
    let marked = on_group(app, group_id, move |tx| {
        let (own, sheet) = (own.clone(), sheet.clone());
        Box::pin(async move {
            let deed = Deed::on(tx, group_id, Some(by), &own, now).await?;
            keep(tx, &deed.because(sheet.reason.trim()), by, &sheet).await
        })
    });
    let marked = marked.await?;
    app.outbox.wake();
    Ok(marked)
}

async fn keep(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    by: AccountId,
    sheet: &Sheet,
) -> Result<Marked, MarkError> {
    let (listed, group) = (deed.listed(tx).await?, &deed.detail.group);
    for mark in &sheet.marks {
        check(&deed.detail, &listed, mark, deed.now)?;
    }
    let before: Vec<Mark> = tx.all(store::LIST_MARKS_OF_GROUP, &[&group.id]).await?;
    let before: Marks = before
        .iter()
        .map(|mark| ((mark.enrolment_id, mark.meeting_id), mark.present))
        .collect();
    let changed: Vec<Mark> = sheet
        .marks
        .iter()
        .copied()
        .filter(|mark| is_news(sheet, &before, mark))
        .collect();
    if changed.is_empty() {
        return Ok(Marked::default());
    }
    let is_over = group.state == GroupState::Finished;
    if is_over && deed.reason.is_none() {
        return Err(MarkError::NoReason);
    }
    let was = Minutes::load(tx, &deed.detail).await?;
    let row = |mark: &Mark| {
        let (meeting, enrolment) = (mark.meeting_id.into(), mark.enrolment_id.into());
        vec![
            meeting,
            enrolment,
            Value::from(mark.present),
            deed.now.into(),
            by.into(),
        ]
    };
    let rows: Vec<Vec<Value>> = changed.iter().map(row).collect();
    tx.batch(store::MARK, &rows).await?;
    let (old, new) = described(&changed, &before)?;
    let subject = ("group", group.id.get());
    deed.note(tx, "group.attendance", subject, (&old, &new))
        .await?;
    let results = if is_over {
        let mut concerned = listed;
        concerned.retain(|one| changed.iter().any(|mark| mark.enrolment_id == one.id));
        re_evaluate(tx, deed, by, &concerned, &was).await?
    } else {
        0
    };
    Ok(Marked {
        marks: changed.len(),
        results,
    })
}

/// Whether a mark says something else than what stands there. A box that was empty when the list was opened, and is empty
/// still, says nothing against somebody who came in by code meanwhile.
fn is_news(sheet: &Sheet, before: &Marks, mark: &Mark) -> bool {
    let cell = (mark.enrolment_id, mark.meeting_id);
    let came_meanwhile = !mark.present
        && before.get(&cell) == Some(&true)
        && sheet
            .ticked_before
            .as_ref()
            .is_some_and(|ticked| !ticked.contains(&cell));
    before.get(&cell) != Some(&mark.present) && !came_meanwhile
}

/// Those whose attendance was enough and is not any more, or the other way round, get the other result. One that staff has
/// corrected by hand stays when the threshold is not crossed.
async fn re_evaluate(
    tx: &mut Tx<'_>,
    deed: &Deed<'_>,
    by: AccountId,
    concerned: &[Listed],
    was: &Minutes,
) -> Result<usize, MarkError> {
    let is = Minutes::load(tx, &deed.detail).await?;
    let threshold = deed.detail.group.attendance_percent;
    let enough = |minutes: &Minutes, id| {
        rules::attended_enough(minutes.attended(id), minutes.all, threshold)
    };
    let (group_id, reason) = (deed.detail.group.id, deed.reason.unwrap_or_default());
    let mut results = 0;
    for one in concerned {
        let completed = enough(&is, one.id);
        if completed == enough(was, one.id) {
            continue;
        }
        let on = (group_id, one.id);
        match correct_as(tx, deed.app, by, on, completed, reason, deed.now).await {
            Ok(()) => results += 1,
            // It was corrected by hand to this very result before.
            Err(CorrectError::NothingToCorrect) => {}
            Err(CorrectError::NoReason) => return Err(MarkError::NoReason),
            Err(CorrectError::Database(error)) => return Err(error.into()),
        }
    }
    Ok(results)
}

/// Who was marked how, before and after, as `{"meeting": {"enrolment": "present"}}`: the log holds ids, no names.
fn described(changed: &[Mark], before: &Marks) -> Result<(String, String), DbError> {
    type Sides = BTreeMap<i64, BTreeMap<i64, Option<&'static str>>>;
    let word = |present| if present { "present" } else { "absent" };
    let (mut old, mut new) = (Sides::new(), Sides::new());
    for mark in changed {
        let (meeting, person) = (mark.meeting_id.get(), mark.enrolment_id.get());
        let was = before.get(&(mark.enrolment_id, mark.meeting_id));
        old.entry(meeting)
            .or_default()
            .insert(person, was.copied().map(word));
        new.entry(meeting)
            .or_default()
            .insert(person, Some(word(mark.present)));
    }
    let json = |sides: &Sides| {
        serde_json::to_string(sides).map_err(|error| DbError::Other(error.to_string()))
    };
    Ok((json(&old)?, json(&new)?))
}

fn check(
    detail: &GroupDetail,
    listed: &[Listed],
    mark: &Mark,
    now: Timestamp,
) -> Result<(), MarkError> {
    let meeting = detail
        .meetings
        .iter()
        .find(|meeting| meeting.id == mark.meeting_id);
    let meeting = meeting.ok_or(MarkError::NotOfThisGroup)?;
    let takes_part = |one: &&Listed| {
        one.id == mark.enrolment_id
            && matches!(
                one.state,
                EnrolmentState::Confirmed
                    | EnrolmentState::Attending
                    | EnrolmentState::Completed
                    | EnrolmentState::NotCompleted
            )
    };
    listed
        .iter()
        .find(takes_part)
        .ok_or(MarkError::NotOfThisGroup)?;
    if meeting.starts_at > now {
        return Err(MarkError::NotYet(meeting.id));
    }
    Ok(())
}

/// Why nobody was marked by code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckInError {
    /// The meeting begins at this instant.
    #[error("the meeting has not begun")]
    NotYet(Timestamp),
    /// The meeting ended at this instant.
    #[error("the meeting is over")]
    Over(Timestamp),
    /// The database failed; not found when the person does not take part.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Marks the participant as present during the meeting; a second time changes nothing. Whether the code is right was asked
/// before the permit was given. Answers whether anything changed.
///
/// # Errors
/// Why not.
pub async fn check_in(
    app: &Shared,
    permit: &Permit<CheckIn>,
    now: Timestamp,
) -> Result<bool, CheckInError> {
    let (by, (group_id, meeting_id, id)) = (permit.by(), permit.on());
    on_group(app, group_id, move |tx| {
        Box::pin(async move {
            let found: Attendable = tx.one(FIND_ATTENDABLE, &[&by, &meeting_id, &id]).await?;
            is_on(&found, now)?;
            let before: Option<bool> = tx.opt(FIND_MARK, &[&meeting_id, &id]).await?;
            let row: database::Params<'_> = &[&meeting_id, &id, &true, &now, &by];
            if tx.exec(store::MARK, row).await? == 0 {
                return Ok(false);
            }
            let mark = Mark {
                enrolment_id: id,
                meeting_id,
                present: true,
            };
            let before = before.map(|present| ((id, meeting_id), present));
            let (old, new) = described(&[mark], &before.into_iter().collect())?;
            let entry = audit::Entry {
                organisation_id: Some(found.organisation_id),
                before: Some(&old),
                after: Some(&new),
                ..audit::Entry::new(now, by, "group.attendance_code", "group", group_id.get())
            };
            entry.write(tx).await?;
            Ok(true)
        })
    })
    .await
}

/// Whether a meeting goes on.
///
/// # Errors
/// It has not begun, or is over.
pub fn is_on(meeting: &Attendable, now: Timestamp) -> Result<(), CheckInError> {
    if now < meeting.starts_at {
        Err(CheckInError::NotYet(meeting.starts_at))
    } else if now > meeting.ends_at {
        Err(CheckInError::Over(meeting.ends_at))
    } else {
        Ok(())
    }
}
