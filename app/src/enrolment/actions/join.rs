//! Joining: a place or a spot in the line for one, the enrolment, the audit row and the letter in one transaction.

use std::sync::Arc;

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{on_group, react};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::catalogue::places::{self, NoPlace};
use crate::catalogue::{self, Counts, GroupDetail, GroupId, Offer};
use crate::enrolment::letters::About;
use crate::enrolment::payer::{self, Payer};
use crate::enrolment::permissions::Join;
use crate::enrolment::rules::CanNotJoin;
use crate::enrolment::{EnrolmentId, EnrolmentState, entries, line_store, store};
use crate::i18n::Lang;
use crate::outbox::Letter;
use crate::permit::Permit;
use crate::{audit, outbox};

/// Where the confirmation goes and in which language, and who pays.
#[derive(Clone, Debug)]
pub struct To {
    /// Address of the account.
    pub email: String,
    /// Language of the account.
    pub lang: Lang,
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

/// What a transaction needs.
struct Attempt {
    account_id: AccountId,
    group_id: GroupId,
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
            account_id: permit.by(),
            group_id: permit.on(),
            to: to.clone(),
            waits,
            known: app.catalogue.current().group(permit.on()).cloned(),
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
        let state = if detail.group.needs_approval {
            EnrolmentState::Applied
        } else {
            EnrolmentState::Confirmed
        };
        let id = self.insert(tx, state).await?;
        let about = self.about(detail);
        let (joined, action, letter) = if state == EnrolmentState::Applied {
            (Joined::Applied(id), "enrolment.apply", about.applied())
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

    /// No place is free: a spot in the line for one.
    async fn line_up(&self, tx: &mut Tx<'_>) -> Result<(Joined, Counts), JoinError> {
        let spot = match places::line_up(tx, self.group_id, self.now).await {
            Ok(spot) => spot,
            Err(NoPlace::Database(error)) => return Err(error.into()),
            Err(reason) => return Err(self.why_not(tx, reason).await),
        };
        let detail = self.load(tx).await?;
        let state = EnrolmentState::Waiting;
        let id = self.insert(tx, state).await?;
        tx.exec(line_store::STAND_IN_LINE, &[&id]).await?;
        let position: i64 = tx.one(line_store::FIND_POSITION, &[&id]).await?;
        let letter = self.about(&detail).waiting(position);
        self.tell(tx, (id, state), &detail, "enrolment.wait", &letter)
            .await?;
        let counts = Counts {
            taken: detail.group.taken,
            waiting: spot.waiting,
        };
        Ok((Joined::Waiting(id), counts))
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
        tx.opt(store::FIND_JOINED, &[&self.account_id, &self.group_id])
            .await
    }

    async fn insert(
        &self,
        tx: &mut Tx<'_>,
        state: EnrolmentState,
    ) -> Result<EnrolmentId, JoinError> {
        let params: database::Params<'_> =
            &[&self.account_id, &self.group_id, &self.now, &state.code()];
        if let Some(id) = tx.opt(store::INSERT_ENROLMENT, params).await? {
            payer::note(tx, id, &self.to.payer).await?;
            return Ok(id);
        }
        let found = self.find_joined(tx).await?;
        Err(found.map_or(JoinError::NoPerson, JoinError::JoinedBefore))
    }

    fn about<'a>(&'a self, detail: &'a GroupDetail) -> About<'a> {
        About {
            detail,
            app: &self.app,
            lang: self.to.lang,
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
            ..audit::Entry::new(self.now, self.account_id, action, "enrolment", id.get())
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
