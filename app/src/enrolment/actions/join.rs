//! Joining: a place, the enrolment, the audit row and the letter in one transaction.

use std::sync::Arc;

use database::{DbError, Tx};
use jiff::Timestamp;

use super::{ATTEMPTS, react};
use crate::accounts::AccountId;
use crate::app::Shared;
use crate::catalogue::places::{self, NoPlace};
use crate::catalogue::{self, GroupDetail, GroupId, Offer};
use crate::enrolment::letters::About;
use crate::enrolment::permissions::Join;
use crate::enrolment::rules::CanNotJoin;
use crate::enrolment::{EnrolmentId, EnrolmentState, entries, store};
use crate::i18n::Lang;
use crate::permit::Permit;
use crate::{audit, outbox};

/// Where the confirmation goes, and in which language.
#[derive(Clone, Debug)]
pub struct To {
    /// Address of the account.
    pub email: String,
    /// Language of the account.
    pub lang: Lang,
}

/// How joining went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// A place was taken now.
    Now(EnrolmentId),
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

/// Joins a group that needs no approval and no payment: `applied → confirmed` at once, so that the log has one row, from
/// nothing to `confirmed` (`spec/rules.md`, Enrolment). Sent twice it is one enrolment.
///
/// # Errors
/// Why there is no place; [`DbError::Retry`] only after several attempts.
pub async fn join(
    app: &Shared,
    permit: &Permit<Join>,
    to: &To,
    now: Timestamp,
) -> Result<Joined, JoinError> {
    let group_id = permit.on();
    let attempt = Arc::new(Attempt {
        account_id: permit.by(),
        group_id,
        to: to.clone(),
        known: app.catalogue.current().group(group_id).cloned(),
        app: app.clone(),
        now,
    });
    let mut tries = 1;
    loop {
        let this = attempt.clone();
        let work = app.db.write_hot(group_id.get(), move |tx| {
            Box::pin(async move { this.run(tx).await })
        });
        match work.await {
            Ok((id, taken)) => {
                app.catalogue.set_taken(group_id, taken);
                return Ok(Joined::Now(id));
            }
            Err(JoinError::JoinedBefore(id)) => return Ok(Joined::Before(id)),
            Err(JoinError::Database(DbError::Retry)) if tries < ATTEMPTS => tries += 1,
            Err(error) => return Err(error),
        }
    }
}

/// What a transaction needs.
struct Attempt {
    account_id: AccountId,
    group_id: GroupId,
    to: To,
    /// The group as memory has it; used when its version is still the current one.
    known: Option<Arc<Offer>>,
    app: Shared,
    now: Timestamp,
}

impl Attempt {
    async fn run(&self, tx: &mut Tx<'_>) -> Result<(EnrolmentId, i64), JoinError> {
        let place = match places::take(tx, self.group_id, self.now).await {
            Ok(place) => place,
            Err(NoPlace::Database(error)) => return Err(error.into()),
            // Whoever is in already hears that, whatever became of the window and the places since.
            Err(reason) => {
                let joined = self.find_joined(tx).await?;
                return Err(joined.map_or_else(|| reason.into(), JoinError::JoinedBefore));
            }
        };
        let loaded;
        let detail = match &self.known {
            // Not saved since it was read into memory, so that the letter says what holds now.
            Some(offer) if offer.detail.group.version == place.version => &offer.detail,
            _ => {
                loaded = catalogue::load_group(tx, self.group_id)
                    .await?
                    .ok_or(DbError::NotFound)?;
                &loaded
            }
        };
        if detail.group.price_minor > 0 {
            return Err(JoinError::Refused(CanNotJoin::Paid));
        }
        let id = self.insert(tx).await?;
        self.tell(tx, id, detail).await?;
        react(tx, &self.app, (id, EnrolmentState::Confirmed), self.now).await?;
        Ok((id, place.taken))
    }

    async fn find_joined(&self, tx: &mut Tx<'_>) -> Result<Option<EnrolmentId>, DbError> {
        tx.opt(store::FIND_JOINED, &[&self.account_id, &self.group_id])
            .await
    }

    async fn insert(&self, tx: &mut Tx<'_>) -> Result<EnrolmentId, JoinError> {
        let params: database::Params<'_> = &[&self.account_id, &self.group_id, &self.now];
        if let Some(id) = tx.opt(store::INSERT_CONFIRMED, params).await? {
            return Ok(id);
        }
        let found = self.find_joined(tx).await?;
        Err(found.map_or(JoinError::NoPerson, JoinError::JoinedBefore))
    }

    async fn tell(
        &self,
        tx: &mut Tx<'_>,
        id: EnrolmentId,
        detail: &GroupDetail,
    ) -> Result<(), DbError> {
        audit::Entry {
            organisation_id: Some(detail.organisation.id),
            after: Some(EnrolmentState::Confirmed.code()),
            ..audit::Entry::new(
                self.now,
                self.account_id,
                "enrolment.join",
                "enrolment",
                id.get(),
            )
        }
        .write(tx)
        .await?;
        let about = About {
            detail,
            base_url: &self.app.config.base_url,
            lang: self.to.lang,
        };
        let letter = about.confirmed(entries::attachment(
            detail,
            entries::Deed::Put,
            &self.to.email,
            &self.app.config,
            self.now,
        ));
        let key = format!("enrolment.{id}.confirmed");
        outbox::queue(
            tx,
            &key,
            Some(self.account_id),
            &self.to.email,
            &letter,
            self.now,
        )
        .await
    }
}
