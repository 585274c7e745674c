//! Meetings as staff sees them in a calendar: those of the branch, and those one teaches.

use database::{DbError, from_row};
use jiff::Timestamp;
use jiff::civil::Date;

use super::staff_store::LIST_AGENDA;
use crate::accounts::{Actor, OrganisationId, RoleKind};
use crate::app::Shared;
use crate::catalogue::editing::pages::group_state_word;
use crate::catalogue::editing::permissions::EDITORS;
use crate::catalogue::{GroupId, GroupState, MeetingId};
use crate::i18n::Translator;
use crate::organisations::{self, Tree};
use crate::web::AppError;

/// A meeting with what a calendar says of it.
#[derive(Clone, Debug)]
pub struct AgendaRow {
    /// The meeting.
    pub id: MeetingId,
    /// Its group.
    pub group_id: GroupId,
    /// Known by in lists.
    pub code: String,
    /// Where the group stands.
    pub state: GroupState,
    /// Begin.
    pub starts_at: Timestamp,
    /// End.
    pub ends_at: Timestamp,
    /// Where, in words; empty when it is online.
    pub place: String,
    /// Who teaches, in words.
    pub trainers: String,
    /// Places held.
    pub taken: i64,
    /// Places.
    pub capacity: i64,
    /// Title of the course.
    pub title: String,
    /// Whose offer it is.
    pub organisation_id: OrganisationId,
    /// More than zero when the viewer is a trainer of the group.
    pub own: i64,
}

from_row!(AgendaRow {
    id,
    group_id,
    code,
    state,
    starts_at,
    ends_at,
    place,
    trainers,
    taken,
    capacity,
    title,
    organisation_id,
    own
});

/// A meeting, ready to be shown.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub day: Date,
    pub href: String,
    pub title: String,
    pub code: String,
    pub organisation: String,
    pub hours: String,
    pub place: String,
    pub trainers: String,
    pub taken: i64,
    pub capacity: i64,
    /// The state of a group that is not simply on offer or running.
    pub badge: Option<(&'static str, String)>,
    pub is_own: bool,
    /// Address of the code for the wall, while the meeting goes on.
    pub wall: Option<String>,
}

/// Meetings that begin from one instant to another, in order of time, as far as the actor may see them.
pub(crate) async fn agenda(
    app: &Shared,
    actor: &Actor,
    t: Translator,
    (from, to): (Timestamp, Timestamp),
    now: Timestamp,
) -> Result<Vec<Entry>, AppError> {
    let account = actor.account_id;
    let read = app.db.read(move |tx| {
        Box::pin(async move {
            let params: database::Params<'_> = &[&account, &now, &from, &to];
            tx.all(LIST_AGENDA, params).await
        })
    });
    let rows: Vec<AgendaRow> = read.await.map_err(|error: DbError| error)?;
    let tree = app.organisations.current();
    let mut seen = EDITORS.to_vec();
    seen.push(RoleKind::Trainer);
    let rows = rows
        .iter()
        .filter(|row| organisations::may(actor, &tree, &seen, row.organisation_id));
    Ok(rows.filter_map(|row| entry(t, &tree, row, now)).collect())
}

fn entry(t: Translator, tree: &Tree, row: &AgendaRow, now: Timestamp) -> Option<Entry> {
    let home = tree.find(row.organisation_id)?;
    let [starts, ends] = [row.starts_at, row.ends_at].map(|at| at.to_zoned(home.time_zone.clone()));
    let group = format!("/staff/groups/{}", row.group_id);
    let is_live = matches!(row.state, GroupState::Published | GroupState::Running);
    let is_on = is_live && (row.starts_at..=row.ends_at).contains(&now);
    Some(Entry {
        day: starts.date(),
        hours: format!("{}–{}", t.time(starts.time()), t.time(ends.time())),
        title: row.title.clone(),
        code: row.code.clone(),
        organisation: home.name.clone(),
        place: if row.place.is_empty() {
            t.get("staff-mode-online").to_string()
        } else {
            row.place.clone()
        },
        trainers: row.trainers.clone(),
        taken: row.taken,
        capacity: row.capacity,
        badge: (!is_live).then(|| group_state_word(t, row.state)),
        is_own: row.own > 0,
        wall: is_on.then(|| format!("{group}/meetings/{}/code", row.id)),
        href: group,
    })
}
