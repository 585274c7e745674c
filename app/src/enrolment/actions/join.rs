//! Joining: a place or a spot in the line for one, the enrolment, the audit row and the letter in one transaction.

use std::sync::Arc;

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{draw, on_group, react};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::catalogue::places::{self, NoPlace};
use crate::catalogue::{self, Counts, GroupDetail, GroupId, Offer};
use crate::enrolment::letters::About;
use crate::enrolment::payer::{self, Payer};
use crate::enrolment::permissions::Join;
use crate::enrolment::rules::{self, CanNotJoin};
use crate::enrolment::store::Taker;
use crate::enrolment::{EnrolmentId, EnrolmentState, entries, line_store, prepared_store, store};
use crate::families::types::PersonState;
use crate::i18n::Lang;
use crate::outbox::Letter;
use crate::people::PersonId;
use crate::people::fields::is_teenager;
use crate::permit::Permit;
use crate::{audit, outbox};

/// Where the confirmation goes and in which language, and who pays.
#[derive(Clone, Debug)]
pub struct To {
    /// Address of the account.
    pub email: String,
    /// Language of the account.
    pub lang: Lang,
    /// Who reads it.
    pub name: String,
    /// Who pays, when it costs something.
    pub payer: Payer,
}

/// How joining went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// A place was taken now, and it is theirs.
    Now(EnrolmentId),
    /// A place was taken now, and staff decides whether it is theirs.
    Applied(EnrolmentId),
    /// No place was free; the person waits for one now.
    Waiting(EnrolmentId),
    /// Places are drawn later, and the person takes part in it.
    Draw(EnrolmentId),
    /// The person had joined before; nothing was done.
    Before(EnrolmentId),
}

/// Why somebody did not get a place. Nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JoinError {
    /// The rules or the places say no.
    #[error("the group can not be joined: {0:?}")]
    Refused(CanNotJoin),
    /// The account has no person yet: its profile is to be filled in first.
    #[error("the account has no person")]
    NoPerson,
    /// Found inside the transaction, whose place goes back; [`join`] answers [`Joined::Before`].
    #[error("the person had joined before")]
    JoinedBefore(EnrolmentId),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl From<NoPlace> for JoinError {
    fn from(reason: NoPlace) -> Self {
        Self::Refused(match reason {
            NoPlace::Full => CanNotJoin::Full,
            NoPlace::NotOpenYet(at) => CanNotJoin::NotYetOpen(at),
            NoPlace::Closed => CanNotJoin::Closed,
            NoPlace::Cancelled => CanNotJoin::Cancelled,
            NoPlace::Gone => CanNotJoin::NotOffered,
            NoPlace::Database(error) => return Self::Database(error),
        })
    }
}

/// Joins a group: the place is theirs at once, or, where staff approves, held until staff decides; the log has one row,
/// from nothing to `confirmed` or `applied` (`spec/rules.md`, Enrolment). Sent twice it is one enrolment.
///
/// # Errors
/// Why there is no place; [`DbError::Retry`] only after several attempts.
pub async fn join(
    app: &Shared,
    permit: &Permit<Join>,
    to: &To,
    now: Timestamp,
) -> Result<Joined, JoinError> {
    Attempt::of(app, permit, to, false, now).make().await
}

/// The same, and waits in line for a place when none is free and the group has a waiting list with a free spot.
///
/// # Errors
/// As [`join`].
pub async fn join_or_wait(
    app: &Shared,
    permit: &Permit<Join>,
    to: &To,
    now: Timestamp,
) -> Result<Joined, JoinError> {
    Attempt::of(app, permit, to, true, now).make().await
}

/// The same by a teenager who may submit: the enrolment is in the cabinet of `holder`, who acts for the child, and `to` is where
/// the holder reads letters.
///
/// # Errors
/// As [`join`]; [`JoinError::NoPerson`] when a parent has changed that meanwhile.
pub async fn join_for_holder(
    app: &Shared,
    permit: &Permit<Join>,
    (holder, to): (AccountId, &To),
    waits: bool,
    now: Timestamp,
) -> Result<Joined, JoinError> {
    let mut attempt = Attempt::of(app, permit, to, waits, now);
    if let Some(attempt) = Arc::get_mut(&mut attempt) {
        attempt.account_id = holder;
    }
    attempt.make().await
}

/// What a transaction needs.
struct Attempt {
    /// Who asks: the holder, or a teenager who is linked to the child's record.
    by: AccountId,
    /// In whose cabinet the enrolment is.
    account_id: AccountId,
    group_id: GroupId,
    /// The child that is enrolled; none where the account's own person joins.
    child: Option<PersonId>,
    to: To,
    /// Whether a spot in line is wanted too.
    waits: bool,
    /// The group as memory has it; used when its version is still the current one.
    known: Option<Arc<Offer>>,
    app: Shared,
    now: Timestamp,
}

impl Attempt {
    fn of(app: &Shared, permit: &Permit<Join>, to: &To, waits: bool, now: Timestamp) -> Arc<Self> {
        Arc::new(Self {
            by: permit.by(),
            account_id: permit.by(),
            group_id: permit.on().0,
            child: permit.on().1,
            to: to.clone(),
            waits,
            known: app.catalogue.current().group(permit.on().0).cloned(),
            app: app.clone(),
            now,
        })
    }

    async fn make(self: Arc<Self>) -> Result<Joined, JoinError> {
        let (app, id) = (self.app.clone(), self.group_id);
        let work = on_group(&app, id, move |tx| {
            let this = self.clone();
            Box::pin(async move { this.run(tx).await })
        });
        match work.await {
            Ok((joined, counts)) => {
                app.catalogue.set_counts(id, counts);
                Ok(joined)
            }
            Err(JoinError::JoinedBefore(id)) => Ok(Joined::Before(id)),
            Err(error) => Err(error),
        }
    }

    async fn run(&self, tx: &mut Tx<'_>) -> Result<(Joined, Counts), JoinError> {
        let place = match places::take(tx, self.group_id, self.now).await {
            Ok(place) => place,
            Err(NoPlace::Database(error)) => return Err(error.into()),
            Err(NoPlace::Full) if self.waits => return self.line_up(tx).await,
            Err(reason) => return Err(self.why_not(tx, reason).await),
        };
        let loaded;
        let detail = if let Some(offer) = self.still_known(place.version) {
            &offer.detail
        } else {
            loaded = self.load(tx).await?;
            &loaded
        };
        let taker = self.taker(tx, detail).await?;
        let is_young = taker
            .born_on
            .is_some_and(|born| is_teenager(detail.local_date(self.now), born));
        let waits_for_documents =
            (self.child.is_some() || is_young) && taker.state == PersonState::Unconfirmed;
        let state = if detail.group.needs_approval || waits_for_documents {
            EnrolmentState::Applied
        } else {
            EnrolmentState::Confirmed
        };
        let id = self.insert(tx, state).await?;
        let about = self.about(detail, &taker.child);
        let (joined, action, letter) = if state == EnrolmentState::Applied {
            (
                Joined::Applied(id),
                "enrolment.apply",
                about.applied(waits_for_documents),
            )
        } else {
            let entry = entries::attachment(
                detail,
                entries::Deed::Put,
                &self.to.email,
                &self.app.config,
                self.now,
            );
            (Joined::Now(id), "enrolment.join", about.confirmed(entry))
        };
        self.tell(tx, (id, state), detail, action, &letter).await?;
        Ok((joined, place.counts()))
    }

    /// No place is free: a spot in the line for one, or, before a draw, a part in it.
    async fn line_up(&self, tx: &mut Tx<'_>) -> Result<(Joined, Counts), JoinError> {
        let spot = match places::line_up(tx, self.group_id, self.now).await {
            Ok(spot) => spot,
            Err(NoPlace::Database(error)) => return Err(error.into()),
            Err(reason) => return Err(self.why_not(tx, reason).await),
        };
        let detail = self.load(tx).await?;
        let taker = self.taker(tx, &detail).await?;
        let state = EnrolmentState::Waiting;
        let id = self.insert(tx, state).await?;
        tx.exec(line_store::STAND_IN_LINE, &[&id]).await?;
        let counts = Counts {
            taken: detail.group.taken,
            waiting: spot.waiting,
        };
        if detail.group.is_undrawn() {
            let code = draw::take_part(tx, &self.app, (id, self.group_id)).await?;
            let letter = self.about(&detail, &taker.child).in_draw(&code);
            let action = "enrolment.enter_draw";
            self.tell(tx, (id, state), &detail, action, &letter).await?;
            return Ok((Joined::Draw(id), counts));
        }
        let position: i64 = tx.one(line_store::FIND_POSITION, &[&id]).await?;
        let letter = self.about(&detail, &taker.child).waiting(position);
        self.tell(tx, (id, state), &detail, "enrolment.wait", &letter)
            .await?;
        Ok((Joined::Waiting(id), counts))
    }

    /// Who takes part, when the rules let them.
    async fn taker(&self, tx: &mut Tx<'_>, detail: &GroupDetail) -> Result<Taker, JoinError> {
        let found: Option<Taker> = match self.child {
            // Asks nothing of the database for most trainings; whether there is a person is found by the insert.
            None if detail.course.ages().is_none() => return Ok(Taker::unasked()),
            None => tx.opt(store::FIND_OWN_TAKER, &[&self.account_id]).await?,
            Some(child) => {
                if self.by != self.account_id {
                    let link: database::Params<'_> = &[&child, &self.by];
                    let may: i64 = tx.one(prepared_store::COUNT_MAY_SUBMIT, link).await?;
                    if may == 0 {
                        return Err(JoinError::NoPerson);
                    }
                }
                let params: database::Params<'_> = &[&self.account_id, &child];
                tx.opt(store::FIND_CHILD_TAKER, params).await?
            }
        };
        let taker = found.ok_or(JoinError::NoPerson)?;
        if rules::fits_age(detail, taker.born_on, self.child.is_some(), self.now) {
            Ok(taker)
        } else {
            Err(JoinError::Refused(CanNotJoin::Age))
        }
    }

    /// Not saved since it was read into memory, so that the letter says what holds now.
    fn still_known(&self, version: i64) -> Option<&Arc<Offer>> {
        let known = self.known.as_ref();
        known.filter(|offer| offer.detail.group.version == version)
    }

    async fn load(&self, tx: &mut Tx<'_>) -> Result<GroupDetail, DbError> {
        let detail = catalogue::load_group(tx, self.group_id).await?;
        detail.ok_or(DbError::NotFound)
    }

    /// Whoever is in already hears that, whatever became of the window and the places since.
    async fn why_not(&self, tx: &mut Tx<'_>, reason: NoPlace) -> JoinError {
        match self.find_joined(tx).await {
            Ok(joined) => joined.map_or_else(|| reason.into(), JoinError::JoinedBefore),
            Err(error) => error.into(),
        }
    }

    async fn find_joined(&self, tx: &mut Tx<'_>) -> Result<Option<EnrolmentId>, DbError> {
        let (joined, who) = match &self.child {
            None => (store::FIND_JOINED, &self.account_id as &dyn database::Param),
            Some(child) => (store::FIND_JOINED_CHILD, child as &dyn database::Param),
        };
        tx.opt(joined, &[who, &self.group_id]).await
    }

    async fn insert(
        &self,
        tx: &mut Tx<'_>,
        state: EnrolmentState,
    ) -> Result<EnrolmentId, JoinError> {
        let (account, group, code) = (&self.account_id, &self.group_id, state.code());
        let inserted = match &self.child {
            None => {
                let params: database::Params<'_> = &[account, group, &self.now, &code];
                tx.opt(store::INSERT_ENROLMENT, params).await?
            }
            Some(child) => {
                let params: database::Params<'_> = &[account, group, &self.now, &code, child];
                let made = tx.opt(store::INSERT_FOR_CHILD, params).await?;
                let by = Some(self.by);
                let row: database::Params<'_> = &[child, group, &self.now, &by];
                tx.exec(prepared_store::NOTE_SUBMITTED, row).await?;
                made
            }
        };
        if let Some(id) = inserted {
            payer::note(tx, id, &self.to.payer).await?;
            return Ok(id);
        }
        let found = self.find_joined(tx).await?;
        Err(found.map_or(JoinError::NoPerson, JoinError::JoinedBefore))
    }

    fn about<'a>(&'a self, detail: &'a GroupDetail, child: &'a str) -> About<'a> {
        About {
            detail,
            app: &self.app,
            lang: self.to.lang,
            child,
            name: &self.to.name,
            now: self.now,
        }
    }

    /// The audit row, what rooms above do, and the letter.
    async fn tell(
        &self,
        tx: &mut Tx<'_>,
        (id, state): (EnrolmentId, EnrolmentState),
        detail: &GroupDetail,
        action: &'static str,
        letter: &Letter,
    ) -> Result<(), DbError> {
        audit::Entry {
            organisation_id: Some(detail.organisation.id),
            after: Some(state.code()),
            ..audit::Entry::new(self.now, self.by, action, "enrolment", id.get())
        }
        .write(tx)
        .await?;
        react(tx, &self.app, (id, state), self.now).await?;
        let key = format!("enrolment.{id}.{}", state.code());
        outbox::queue(
            tx,
            &key,
            Some(self.account_id),
            &self.to.email,
            letter,
            self.now,
        )
        .await
    }
}
