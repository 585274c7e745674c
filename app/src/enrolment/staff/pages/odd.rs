//! What looks odd about a group before it is saved, in words: slips of dates, and rooms and trainers in two places at once.

use std::sync::Arc;

use database::DbError;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::form::Choices;
use crate::accounts::{AccountId, Actor, RoleKind};
use crate::app::Shared;
use crate::catalogue::editing::permissions::EDITORS;
use crate::catalogue::editing::venues::venue_store::Busy;
use crate::catalogue::editing::venues::{Warning, warnings};
use crate::catalogue::editing::{GroupDraft, oddities};
use crate::catalogue::{GroupDetail, RoomId};
use crate::i18n::Translator;
use crate::organisations::{self, Tree};
use crate::web::{AppError, Context};

/// So many rooms and trainers in two places are named; nobody reads more.
const MOST: usize = 12;

/// All that is odd in a draft and was not in the group as it is, given with its trainers.
pub(super) async fn of_draft(
    app: &Shared,
    context: &Context,
    zone: &TimeZone,
    before: Option<(&GroupDetail, Vec<AccountId>)>,
    draft: &GroupDraft,
    choices: &Choices,
) -> Result<Vec<String>, AppError> {
    let (actor, t) = (context.staff()?, context.t());
    let detail = before.as_ref().map(|(detail, _)| *detail);
    let slips = oddities(detail, draft, context.now());
    let mut odd: Vec<String> = slips
        .iter()
        .map(|code| t.get(&format!("staff-odd-{code}")).to_string())
        .collect();
    let before = before.map(|(detail, trainers)| (Arc::new(detail.clone()), trainers));
    let (plan, rooms) = (draft.clone(), choices.rooms.clone());
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let before = before
                .as_ref()
                .map(|(detail, trainers)| (detail.as_ref(), trainers.as_slice()));
            warnings(tx, before, &plan, &rooms).await
        })
    });
    let found = read.await.map_err(|error: DbError| error)?;
    let tree = app.organisations.current();
    let words = Words {
        t,
        zone,
        actor,
        tree: &tree,
        choices,
    };
    odd.extend(found.iter().take(MOST).map(|one| words.of(one)));
    if found.len() > MOST {
        let more = t.get("meetings-warn-more").int("count", found.len() - MOST);
        odd.push(more.to_string());
    }
    Ok(odd)
}

/// What it takes to say a warning.
struct Words<'a> {
    t: Translator,
    zone: &'a TimeZone,
    actor: &'a Actor,
    tree: &'a Tree,
    choices: &'a Choices,
}

impl Words<'_> {
    fn of(&self, warning: &Warning) -> String {
        match warning {
            Warning::Room(room, at, busy) => self.clash("room", &self.room(*room), *at, busy),
            Warning::Trainer(trainer, at, busy) => {
                let mut trainers = self.choices.trainers.iter();
                let named = trainers.find(|one| one.id == *trainer);
                let name = named.map_or("", |one| one.name.as_str());
                self.clash("trainer", name, *at, busy)
            }
            Warning::TooSmall(room, places, capacity) => self
                .t
                .get("meetings-warn-small")
                .text("who", self.room(*room))
                .int("places", *places)
                .int("capacity", *capacity)
                .to_string(),
        }
    }

    fn room(&self, id: RoomId) -> String {
        let mut rooms = self.choices.rooms.iter();
        rooms
            .find(|room| room.id == id)
            .map_or_else(String::new, |room| format!("{}, {}", room.venue, room.name))
    }

    /// A group of another branch is not named.
    fn clash(&self, what: &str, who: &str, at: Timestamp, busy: &Busy) -> String {
        let mut kinds = EDITORS.to_vec();
        kinds.push(RoleKind::Trainer);
        let is_seen = organisations::may(self.actor, self.tree, &kinds, busy.organisation_id);
        let key = if is_seen { "" } else { "-elsewhere" };
        let key = format!("meetings-warn-{what}{key}");
        let [starts, ends] =
            [busy.starts_at, busy.ends_at].map(|at| at.to_zoned(self.zone.clone()).time());
        let hours = format!("{}–{}", self.t.time(starts), self.t.time(ends));
        let message = self
            .t
            .get(&key)
            .text("who", who)
            .text("when", self.t.date(at.to_zoned(self.zone.clone()).date()))
            .text("hours", hours);
        if is_seen {
            message
                .text("title", &busy.title)
                .text("code", &busy.code)
                .to_string()
        } else {
            message.to_string()
        }
    }
}
