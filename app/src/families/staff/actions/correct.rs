//! Putting a child's data right: because a guardian asked, or by an operator alone (B5). Data that are another child's open a
//! case instead; what was decided to be two children stays two.

use database::{DbError, Tx};
use jiff::Timestamp;
use person_matching::IdentityKey;

use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::families::actions::ChangeError;
use crate::families::actions::change::{documents, put};
use crate::families::actions::record::open_cases;
use crate::families::fields::Typed;
use crate::families::identity::{self, Found, Near, Sought, date_of};
use crate::families::staff::letters::{self, News};
use crate::families::staff::permissions::CorrectChild;
use crate::families::staff::staff_store as own;
use crate::families::staff::types::CorrectionId;
use crate::families::store::{self, KeptDocument};
use crate::families::turn;
use crate::families::types::{Child, Known, PersonState};
use crate::people::PersonId;
use crate::permit::Permit;

/// So many true namesakes are born on one day at the most.
const MOST_NAMESAKES: u32 = 99;

/// What is put right.
#[derive(Clone, Debug)]
pub struct Deed {
    /// The data as they should be.
    pub typed: Typed,
    /// The version that was looked at.
    pub version: i64,
    /// Why.
    pub reason: String,
    /// Which organisation acts; none is the installation.
    pub by: Option<OrganisationId>,
    /// What a guardian asked, where one did.
    pub asked: Option<CorrectionId>,
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The data are right now.
    Done,
    /// Another record has these data: nothing was changed, and a case waits for a decision whether they are one child.
    Collides,
}

/// Why nothing was corrected.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum CorrectError {
    /// A document that is kept says otherwise.
    #[error("a document that is kept says otherwise")]
    OtherDocument,
    /// Somebody else has changed the data, or decided, since the page was shown.
    #[error("it was changed meanwhile")]
    Meanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl From<ChangeError> for CorrectError {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::OtherDocument => Self::OtherDocument,
            ChangeError::Taken | ChangeError::Meanwhile => Self::Meanwhile,
            ChangeError::Database(error) => Self::Database(error),
        }
    }
}

/// Puts a child's data right, and tells its guardians.
///
/// # Errors
/// [`CorrectError`]; nothing was changed then.
pub async fn correct(
    app: &Shared,
    permit: &Permit<CorrectChild>,
    deed: &Deed,
    now: Timestamp,
) -> Result<Outcome, CorrectError> {
    let (by, id, own, deed) = (permit.by(), permit.on(), app.clone(), deed.clone());
    let work = turn::in_turn(app, move |tx| {
        let (own, deed) = (own.clone(), deed.clone());
        Box::pin(async move { attempt(tx, &own, (by, id), &deed, now).await })
    });
    let outcome = work.await?;
    app.outbox.wake();
    Ok(outcome)
}

async fn attempt(
    tx: &mut Tx<'_>,
    app: &Shared,
    (by, id): (AccountId, PersonId),
    deed: &Deed,
    now: Timestamp,
) -> Result<Outcome, CorrectError> {
    let before: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let stands = matches!(
        before.state,
        PersonState::Unconfirmed | PersonState::Confirmed
    );
    if before.version != deed.version || !stands {
        return Err(CorrectError::Meanwhile);
    }
    let kept: Vec<KeptDocument> = tx.among(store::LIST_DOCUMENTS_AMONG, &[id.get()]).await?;
    let all = documents(app, &kept, &deed.typed)?;
    let guardian: Option<AccountId> = tx.opt(own::FIND_FIRST_GUARDIAN, &[&id]).await?;
    let household = guardian.unwrap_or(by);
    let sought = identity::prepare_with(tx, app, household, (&deed.typed.known, all)).await?;
    let sought = sought.except(id);
    let (mut key, mut near) = (sought.key.clone(), Vec::new());
    match identity::look(tx, app, &sought).await? {
        Found::Nobody => {}
        Found::Perhaps(found) => near = undecided(tx, id, found).await?,
        Found::Here(other) => {
            if !are_two(tx, (id, other)).await? {
                collide(tx, app, (by, id), (&sought, other), deed, now).await?;
                return Ok(Outcome::Collides);
            }
            key = free_key(tx, id, &sought.key, &deed.typed).await?;
        }
    }
    if let Some(asked) = deed.asked {
        let row: database::Params<'_> = &[&asked, &"accepted", &now, &by, &""];
        if tx.exec(own::DECIDE_CORRECTION, row).await? == 0 {
            return Err(CorrectError::Meanwhile);
        }
    }
    put(
        tx,
        app,
        (by, id),
        (&before, &deed.typed),
        (&key, &deed.reason),
        now,
    )
    .await?;
    open_cases(tx, id, &near, now).await?;
    let news = News {
        kind: &letters::CORRECTED,
        by: deed.by,
        reason: &deed.reason,
    };
    letters::tell_guardians(tx, app, id, news, now).await?;
    Ok(Outcome::Done)
}

/// A record has these data from now on because another one was joined with it, or taken apart from it; whoever has decided that
/// writes to the guardians.
///
/// # Errors
/// [`DbError::Unique`] when another child has them.
pub async fn take_over(
    tx: &mut Tx<'_>,
    app: &Shared,
    (by, id): (AccountId, PersonId),
    (known, reason): (&Known, &str),
    now: Timestamp,
) -> Result<(), DbError> {
    let before: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let plain = identity::key_of(known);
    let key = if plain == identity::key_of(&before.known) {
        tx.one(store::FIND_KEY, &[&id]).await?
    } else {
        plain
    };
    let typed = Typed {
        known: known.clone(),
        document: None,
    };
    let done = put(tx, app, (by, id), (&before, &typed), (&key, reason), now).await;
    done.map_err(|error| match error {
        ChangeError::Database(error) => error,
        _ => DbError::Retry,
    })
}

/// Whether somebody has decided that these are two children.
async fn are_two(tx: &mut Tx<'_>, (id, other): (PersonId, PersonId)) -> Result<bool, DbError> {
    let state: Option<String> = tx.opt(own::FIND_CASE_STATE, &[&id, &other]).await?;
    Ok(state.as_deref() == Some("different"))
}

async fn undecided(tx: &mut Tx<'_>, id: PersonId, found: Vec<Near>) -> Result<Vec<Near>, DbError> {
    let mut near = Vec::new();
    for one in found {
        let state: Option<String> = tx.opt(own::FIND_CASE_STATE, &[&id, &one.id]).await?;
        if state.is_none() {
            near.push(one);
        }
    }
    Ok(near)
}

/// The key of the child; of a true namesake where another child has it.
pub(super) async fn free_key(
    tx: &mut Tx<'_>,
    id: PersonId,
    plain: &str,
    typed: &Typed,
) -> Result<String, DbError> {
    let known = &typed.known;
    let key = IdentityKey::of(&known.surname, &known.given_name, date_of(known.born_on));
    let Some(key) = key else {
        return Ok(plain.to_owned());
    };
    for number in 1..=MOST_NAMESAKES {
        let key = key.of_namesake(number).to_string();
        let holder: Option<PersonId> = tx.opt(store::FIND_BY_KEY, &[&key]).await?;
        if holder.is_none_or(|holder| holder == id) {
            return Ok(key);
        }
    }
    Err(DbError::Other("too many namesakes".into()))
}

async fn collide(
    tx: &mut Tx<'_>,
    app: &Shared,
    (by, id): (AccountId, PersonId),
    (sought, other): (&Sought, PersonId),
    deed: &Deed,
    now: Timestamp,
) -> Result<(), DbError> {
    let state: Option<String> = tx.opt(own::FIND_CASE_STATE, &[&id, &other]).await?;
    if state.is_none() {
        let near = identity::near(tx, app, sought, other).await?;
        open_cases(tx, id, &[near], now).await?;
    }
    audit::Entry {
        organisation_id: deed.by,
        reason: Some(&deed.reason),
        ..audit::Entry::new(now, by, "child.correction_collides", "person", id.get())
    }
    .write(tx)
    .await
}

/// Leaves the data as they are; whoever asked is told why.
///
/// # Errors
/// [`CorrectError::Meanwhile`] when somebody else has decided.
pub async fn refuse(
    tx: &mut Tx<'_>,
    app: &Shared,
    permit: &Permit<CorrectChild>,
    (asked, by): (CorrectionId, Option<OrganisationId>),
    reason: &str,
    now: Timestamp,
) -> Result<(), CorrectError> {
    let (account, id) = (permit.by(), permit.on());
    let row: database::Params<'_> = &[&asked, &"refused", &now, &account, &reason];
    if tx.exec(own::DECIDE_CORRECTION, row).await? == 0 {
        return Err(CorrectError::Meanwhile);
    }
    audit::Entry {
        organisation_id: by,
        before: Some("open"),
        after: Some("refused"),
        reason: Some(reason),
        ..audit::Entry::new(now, account, "child.refuse_correction", "person", id.get())
    }
    .write(tx)
    .await?;
    let news = News {
        kind: &letters::CORRECTION_REFUSED,
        by,
        reason,
    };
    letters::tell_guardians(tx, app, id, news, now).await?;
    Ok(())
}
