//! What does not go together: one room or one trainer in two places at once, more people than chairs. Each can be right (two
//! groups that sit together, a trainer who hands over), so that these are said before saving, and nothing is refused.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::Room;
use super::venue_store::{Busy, LIST_IN_ROOM, LIST_OF_TRAINER};
use crate::accounts::AccountId;
use crate::catalogue::editing::GroupDraft;
use crate::catalogue::{GroupDetail, GroupId, RoomId};

/// Something that does not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Another group is in the room during a meeting.
    Room(RoomId, Timestamp, Busy),
    /// A trainer teaches another group during a meeting.
    Trainer(AccountId, Timestamp, Busy),
    /// The group has more places (the second number) than the room (the first).
    TooSmall(RoomId, i64, i64),
}

/// What a group is made of, as far as it can be in the way of others.
#[derive(Debug, Default)]
struct Plan {
    meetings: Vec<(Timestamp, Timestamp, Option<RoomId>)>,
    trainers: Vec<AccountId>,
    capacity: i64,
}

/// What does not go together in a draft; not what stood like this already in the group as it is, so that nobody is warned
/// twice. `trainers` are those the group has now.
///
/// # Errors
/// The database does not answer.
pub async fn warnings(
    tx: &mut Tx<'_>,
    before: Option<(&GroupDetail, &[AccountId])>,
    draft: &GroupDraft,
    rooms: &[Room],
) -> Result<Vec<Warning>, DbError> {
    let id = before.map_or(GroupId::new(0), |(detail, _)| detail.group.id);
    let new = Plan {
        meetings: draft
            .meetings
            .iter()
            .map(|one| {
                let fields = &one.fields;
                (fields.starts_at, fields.ends_at, fields.room_id)
            })
            .collect(),
        trainers: draft.trainers.clone(),
        capacity: draft.fields.capacity,
    };
    let old = before.map(|(detail, trainers)| Plan {
        meetings: detail
            .meetings
            .iter()
            .map(|one| (one.starts_at, one.ends_at, one.room_id))
            .collect(),
        trainers: trainers.to_vec(),
        capacity: detail.group.capacity,
    });
    let known = of_plan(tx, id, &old.unwrap_or_default(), rooms).await?;
    let mut found = of_plan(tx, id, &new, rooms).await?;
    found.retain(|warning| !known.contains(warning));
    Ok(found)
}

async fn of_plan(
    tx: &mut Tx<'_>,
    id: GroupId,
    plan: &Plan,
    rooms: &[Room],
) -> Result<Vec<Warning>, DbError> {
    let mut found = Vec::new();
    for (starts, ends, room) in &plan.meetings {
        if let Some(room) = room {
            let params: database::Params<'_> = &[room, starts, ends, &id];
            let busy: Vec<Busy> = tx.all(LIST_IN_ROOM, params).await?;
            found.extend(
                busy.into_iter()
                    .map(|one| Warning::Room(*room, *starts, one)),
            );
        }
        for trainer in &plan.trainers {
            let params: database::Params<'_> = &[trainer, starts, ends, &id];
            let busy: Vec<Busy> = tx.all(LIST_OF_TRAINER, params).await?;
            found.extend(
                busy.into_iter()
                    .map(|one| Warning::Trainer(*trainer, *starts, one)),
            );
        }
    }
    for room in rooms {
        let is_used = plan
            .meetings
            .iter()
            .any(|(_, _, used)| *used == Some(room.id));
        if is_used && room.places < plan.capacity {
            found.push(Warning::TooSmall(room.id, room.places, plan.capacity));
        }
    }
    Ok(found)
}
