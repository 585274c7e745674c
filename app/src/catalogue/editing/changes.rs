//! What people are told of when a published group changes: dates, place, mode, trainer, link (A11).

use jiff::Timestamp;

use super::GroupDraft;
use crate::catalogue::{GroupDetail, Mode};

/// When and where a meeting is, as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// Begin.
    pub starts_at: Timestamp,
    /// End.
    pub ends_at: Timestamp,
    /// Its own place; empty is the group's.
    pub place: String,
}

/// One thing that changes, from old to new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A meeting moves.
    Moved(When, When),
    /// A meeting is new.
    Added(When),
    /// A meeting is taken away.
    Removed(When),
    /// The group's place.
    Place(String, String),
    /// Where people meet.
    Mode(Mode, Mode),
    /// Who teaches.
    Trainers(String, String),
    /// The address of the online room.
    Link(String, String),
}

/// What changes between a group and a draft of it, in the order in which it is told; nothing when nobody needs to know.
pub fn changes(before: &GroupDetail, draft: &GroupDraft) -> Vec<Change> {
    let mut found = of_meetings(before, draft);
    let (old, new) = (&before.group, &draft.fields);
    let texts = [
        (
            &old.place,
            &new.place,
            Change::Place as fn(String, String) -> Change,
        ),
        (&old.trainers, &new.trainers, Change::Trainers),
        (&old.online_link, &new.online_link, Change::Link),
    ];
    if old.mode != new.mode {
        found.push(Change::Mode(old.mode, new.mode));
    }
    for (old, new, change) in texts {
        if old != new {
            found.push(change(old.clone(), new.clone()));
        }
    }
    found
}

fn of_meetings(before: &GroupDetail, draft: &GroupDraft) -> Vec<Change> {
    let kept = |id| draft.meetings.iter().find(|new| new.id == Some(id));
    let mut found = Vec::new();
    for old in &before.meetings {
        let was = When {
            starts_at: old.starts_at,
            ends_at: old.ends_at,
            place: old.place.clone(),
        };
        match kept(old.id).map(when) {
            None => found.push(Change::Removed(was)),
            Some(is) if is != was => found.push(Change::Moved(was, is)),
            Some(_) => {}
        }
    }
    found.extend(
        draft
            .meetings
            .iter()
            .filter(|new| new.id.is_none())
            .map(|new| Change::Added(when(new))),
    );
    found
}

fn when(draft: &super::MeetingDraft) -> When {
    When {
        starts_at: draft.fields.starts_at,
        ends_at: draft.fields.ends_at,
        place: draft.fields.place.clone(),
    }
}
