//! What is done to enrolments: one file per verb, one transaction each, with its audit rows and letters.

mod accept;
pub mod attendance;
mod cancel_group;
mod change_group;
mod correct;
mod decide;
mod draw;
mod finish;
mod join;
mod keepers;
mod late;
mod line;
mod move_up;
mod moved;
mod prepare;
mod rank;
mod records;
mod remind;
mod resign;
mod show_address;
mod start_due;
mod transfer;
mod undecided;

use database::{DbError, Tx, Work};
use jiff::Timestamp;

pub use accept::{AcceptError, accept};
pub use cancel_group::{CancelError, cancel_group};
pub use change_group::change_group;
pub use correct::{CorrectError, Correction, correct};
pub use decide::{DecideError, after_child_confirmed, cancel, confirm, enrol, refuse};
pub(super) use draw::Came;
pub use draw::draw_due;
pub use finish::{FinishError, Finished, finish};
pub use join::{JoinError, Joined, To, join, join_for_holder, join_or_wait};
pub use late::{LateError, ask_late, decline_late, withdraw_late};
pub use line::sweep;
pub use move_up::{MoveError, move_up};
pub use moved::after_child_moved;
pub use prepare::{after_coming_of_age, after_guardian_left, drop_prepared, prepare};
pub use rank::{RankError, rank};
pub use records::{cancel_doubled, cancel_of_duplicate};
pub use remind::remind;
pub use resign::{ResignError, resign};
pub use show_address::show_address;
pub use start_due::start_due;
pub use transfer::{TransferError, transfer};
pub use undecided::{Stage, remind_undecided};

use super::letters::About;
use super::{EnrolmentId, EnrolmentState, Event, Listed, entries, rules, store};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::catalogue::{self, Counts, GroupDetail, GroupId, GroupState, places};
use crate::i18n::Lang;
use crate::outbox::{Attachment, Letter};
use crate::{audit, outbox};

/// So often is a write tried that collided with others.
const ATTEMPTS: usize = 4;

/// One transaction on a group, tried again when it collided with others.
async fn on_group<T, E, F>(app: &Shared, id: GroupId, work: F) -> Result<T, E>
where
    T: Send + 'static,
    E: From<DbError> + PartialEq + Send + 'static,
    F: for<'a, 'c> Fn(&'a mut Tx<'c>) -> Work<'a, T, E> + Clone + Send + 'static,
{
    let mut tries = 1;
    loop {
        let again = work.clone();
        let answer = app.db.write_hot(id.get(), move |tx| again(tx)).await;
        match answer {
            Err(error) if error == E::from(DbError::Retry) && tries < ATTEMPTS => tries += 1,
            answer => return answer,
        }
    }
}

/// After the commit: pages hear how the group stands, letters leave.
fn told(app: &Shared, id: GroupId, counts: Option<Counts>) {
    if let Some(counts) = counts {
        app.catalogue.set_counts(id, counts);
    }
    app.outbox.wake();
}

/// Tells rooms above that an enrolment has come to this state, in the transaction that brought it there.
async fn react(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, state): (EnrolmentId, EnrolmentState),
    now: Timestamp,
) -> Result<(), DbError> {
    use EnrolmentState as S;
    match state {
        S::Waiting | S::Offered | S::Applied | S::Confirmed => {
            (app.reactions.after_join)(tx, app.clone(), id, now).await
        }
        left if left.is_closed() => (app.reactions.after_leaving)(tx, app.clone(), id, now).await,
        _ => Ok(()),
    }
}

/// One deed on a group inside its transaction: the group as read there, who does it, when.
struct Deed<'a> {
    detail: GroupDetail,
    by: Option<AccountId>,
    app: &'a Shared,
    reason: Option<&'a str>,
    now: Timestamp,
}

impl<'a> Deed<'a> {
    /// Reads the group.
    async fn on(
        tx: &mut Tx<'_>,
        group_id: GroupId,
        by: Option<AccountId>,
        app: &'a Shared,
        now: Timestamp,
    ) -> Result<Self, DbError> {
        let detail = catalogue::load_group(tx, group_id)
            .await?
            .ok_or(DbError::NotFound)?;
        Ok(Self {
            detail,
            by,
            app,
            reason: None,
            now,
        })
    }

    /// The same deed, for a reason; an empty one is none.
    fn because(self, reason: &'a str) -> Self {
        Self {
            reason: (!reason.is_empty()).then_some(reason),
            ..self
        }
    }

    /// What the system does because of this deed.
    fn by_itself(&self) -> Self {
        Self {
            detail: self.detail.clone(),
            by: None,
            reason: None,
            ..*self
        }
    }

    /// Closes an enrolment by an event: its place goes to the next in line at once, or its spot in the line back. Answers
    /// how the group stands then; none when the enrolment stands elsewhere meanwhile, or the event does not fit.
    async fn leave(
        &self,
        tx: &mut Tx<'_>,
        (id, from): (EnrolmentId, EnrolmentState),
        event: Event,
        action: &'static str,
    ) -> Result<Option<Counts>, DbError> {
        let Ok(to) = rules::next(from, event) else {
            return Ok(None);
        };
        if !self.step(tx, (id, from), to, action).await? {
            return Ok(None);
        }
        let group_id = self.detail.group.id;
        let counts = if from.holds_a_place() {
            places::give_back(tx, group_id).await?
        } else {
            places::leave_line(tx, group_id).await?
        };
        line::fill(tx, self, counts).await.map(Some)
    }

    /// Everybody on the group's list.
    async fn listed(&self, tx: &mut Tx<'_>) -> Result<Vec<Listed>, DbError> {
        tx.all(store::LIST_OF_GROUP, &[&self.detail.group.id]).await
    }

    /// Moves an enrolment, writes the audit row and lets rooms above react; `false` when it stands elsewhere meanwhile.
    async fn step(
        &self,
        tx: &mut Tx<'_>,
        (id, from): (EnrolmentId, EnrolmentState),
        to: EnrolmentState,
        action: &'static str,
    ) -> Result<bool, DbError> {
        let moved = tx
            .exec(store::MOVE, &[&id, &from.code(), &to.code(), &self.now])
            .await?;
        if moved == 1 {
            let states = (from.code(), to.code());
            self.note(tx, action, ("enrolment", id.get()), states)
                .await?;
            react(tx, self.app, (id, to), self.now).await?;
        }
        Ok(moved == 1)
    }

    /// Gives somebody the place that was taken for them: theirs at once by `events.1`, or by `events.0` held until staff
    /// decides, or until a child's data is compared with documents. Answers which; none when it stands elsewhere meanwhile.
    async fn give(
        &self,
        tx: &mut Tx<'_>,
        one: &Listed,
        events: (Event, Event),
        action: &'static str,
    ) -> Result<Option<EnrolmentState>, DbError> {
        let unconfirmed: i64 = tx.one(store::COUNT_UNCONFIRMED, &[&one.id]).await?;
        let event = if self.detail.group.needs_approval || unconfirmed > 0 {
            events.0
        } else {
            events.1
        };
        let Ok(to) = rules::next(one.state, event) else {
            return Ok(None);
        };
        let is_moved = self.step(tx, (one.id, one.state), to, action).await?;
        Ok(is_moved.then_some(to))
    }

    /// The letter about a place that was given.
    async fn tell_of_place(
        &self,
        tx: &mut Tx<'_>,
        one: &Listed,
        to: EnrolmentState,
    ) -> Result<(), DbError> {
        if to == EnrolmentState::Applied {
            return self
                .tell(tx, one, to.code(), |about| {
                    about.applied(!about.detail.group.needs_approval)
                })
                .await;
        }
        let entry = self.entry(one, entries::Deed::Put);
        self.tell(tx, one, to.code(), |about| about.confirmed(entry))
            .await
    }

    /// The audit row of the group that moved.
    async fn note_group(
        &self,
        tx: &mut Tx<'_>,
        action: &'static str,
        to: GroupState,
    ) -> Result<(), DbError> {
        let states = (self.detail.group.state.code(), to.code());
        self.note(tx, action, ("group", self.detail.group.id.get()), states)
            .await
    }

    async fn note(
        &self,
        tx: &mut Tx<'_>,
        action: &'static str,
        (kind, id): (&'static str, i64),
        (before, after): (&str, &str),
    ) -> Result<(), DbError> {
        audit::Entry {
            organisation_id: Some(self.detail.organisation.id),
            before: Some(before),
            after: Some(after),
            reason: self.reason,
            ..audit::Entry::new(self.now, self.by, action, kind, id)
        }
        .write(tx)
        .await
    }

    /// Queues a letter about the group in the person's language; `key` makes it one letter however often it is queued.
    async fn tell(
        &self,
        tx: &mut Tx<'_>,
        one: &Listed,
        key: &str,
        compose: impl FnOnce(&About<'_>) -> Letter + Send,
    ) -> Result<(), DbError> {
        let about = About {
            detail: &self.detail,
            app: self.app,
            lang: Lang::from_code(&one.language).unwrap_or_default(),
            child: &one.child,
            name: &one.name,
            now: self.now,
        };
        let key = format!("enrolment.{}.{key}", one.id);
        outbox::queue(
            tx,
            &key,
            Some(one.account_id),
            &one.email,
            &compose(&about),
            self.now,
        )
        .await
    }

    /// What removes the meetings from the calendar of whoever has them there.
    fn calendar_cancel(&self, one: &Listed) -> Vec<Attachment> {
        let entry = one
            .state
            .takes_part()
            .then(|| self.entry(one, entries::Deed::Remove));
        entry.into_iter().collect()
    }

    /// The meetings for somebody's calendar.
    fn entry(&self, one: &Listed, what: entries::Deed) -> Attachment {
        entries::attachment(&self.detail, what, &one.email, &self.app.config, self.now)
    }
}
