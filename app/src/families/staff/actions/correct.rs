//! Putting a child's data right: because a guardian asked, or by an operator alone (B5). Whoever types data that are another
//! record's is asked first; only where it is the same child a case is opened, which keeps what was typed. What was decided to be
//! two children stays two.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::families::actions::ChangeError;
use crate::families::actions::change::{documents, put};
use crate::families::actions::record::open_cases;
use crate::families::fields::Typed;
use crate::families::identity::{self, Found, Sought};
use crate::families::staff::letters::{self, News};
use crate::families::staff::permissions::CorrectChild;
use crate::families::staff::staff_store as own;
use crate::families::staff::types::{Attempted, CorrectionId};
use crate::families::store::{self, KeptDocument};
use crate::families::types::{CaseId, Child, Known, PersonState};
use crate::families::{namesakes, turn};
use crate::people::PersonId;
use crate::permit::Permit;

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
    /// Whoever corrects has been told that another record has these data, and says that it is the same child.
    pub is_same: bool,
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The data are right now.
    Done,
    /// Another record has these data: nothing was changed, and whoever corrects is to be asked whether it is the same child.
    Meets(PersonId),
    /// It is said to be the same child as this one: nothing was changed, and a case waits for a decision whether they are.
    Collides(PersonId, Option<CaseId>),
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
    /// Nothing differs from what is known.
    #[error("nothing differs")]
    Nothing,
    /// The document is that of another child, of whom somebody has decided that it is not this one.
    #[error("the document is another child's")]
    OthersDocument,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

impl From<ChangeError> for CorrectError {
    fn from(error: ChangeError) -> Self {
        match error {
            ChangeError::OtherDocument => Self::OtherDocument,
            ChangeError::Taken | ChangeError::Own | ChangeError::Meanwhile => Self::Meanwhile,
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
    let is_new = before.known != deed.typed.known || is_other_document(app, &kept, &deed.typed);
    if !is_new && deed.asked.is_none() {
        return Err(CorrectError::Nothing);
    }
    let all = documents(app, &kept, &deed.typed)?;
    let guardian: Option<AccountId> = tx.opt(own::FIND_FIRST_GUARDIAN, &[&id]).await?;
    let household = guardian.unwrap_or(by);
    let sought = identity::prepare_with(tx, app, household, (&deed.typed.known, all)).await?;
    let sought = namesakes::apart(tx, &sought, id).await?;
    let near = match identity::look(tx, app, &sought).await? {
        Found::Nobody => Vec::new(),
        Found::Perhaps(near) => near,
        Found::Here(other) => {
            if namesakes::are_two(tx, (id, other)).await? {
                return Err(CorrectError::OthersDocument);
            }
            return meet(tx, app, (by, id), (&sought, other), deed, now).await;
        }
    };
    let key = namesakes::own_key(tx, id, &sought.key).await?;
    let key = key.ok_or(CorrectError::Meanwhile)?;
    if let Some(asked) = deed.asked {
        let row: database::Params<'_> = &[&asked, &"accepted", &now, &by, &""];
        if tx.exec(own::DECIDE_CORRECTION, row).await? == 0 {
            return Err(CorrectError::Meanwhile);
        }
    }
    // Somebody may have put right already what a guardian asked for: nothing is left to be written.
    if is_new {
        let data = (&before, &deed.typed);
        put(tx, app, (by, id), data, (&key, &deed.reason), now).await?;
    }
    open_cases(tx, id, &near, now).await?;
    let news = News {
        kind: &letters::CORRECTED,
        by: deed.by,
        reason: &deed.reason,
    };
    letters::tell_guardians(tx, app, id, news, now).await?;
    Ok(Outcome::Done)
}

/// Whether a document was typed that is not kept with the child yet.
fn is_other_document(app: &Shared, kept: &[KeptDocument], typed: &Typed) -> bool {
    typed.document.as_ref().is_some_and(|new| {
        let mut known = kept.iter().filter_map(|one| identity::opened(app, one));
        !known.any(|one| one == *new)
    })
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
    // Where another child has them, the database says so.
    let key = namesakes::own_key(tx, id, &plain).await?.unwrap_or(plain);
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

/// Another record has the data. Nothing is changed; what was typed is kept with a case where it is said to be the same child.
async fn meet(
    tx: &mut Tx<'_>,
    app: &Shared,
    (by, id): (AccountId, PersonId),
    (sought, other): (&Sought, PersonId),
    deed: &Deed,
    now: Timestamp,
) -> Result<Outcome, CorrectError> {
    let action = if deed.is_same {
        "child.correction_collides"
    } else {
        "child.correction_meets"
    };
    audit::Entry {
        organisation_id: deed.by,
        reason: Some(&deed.reason),
        ..audit::Entry::new(now, by, action, "person", id.get())
    }
    .write(tx)
    .await?;
    if !deed.is_same {
        return Ok(Outcome::Meets(other));
    }
    let state: Option<String> = tx.opt(store::FIND_CASE_STATE, &[&id, &other]).await?;
    if state.is_none() {
        let near = identity::near(tx, app, sought, other).await?;
        open_cases(tx, id, &[near], now).await?;
    }
    let attempted = Attempted {
        record: id,
        known: deed.typed.known.clone(),
        document: deed
            .typed
            .document
            .as_ref()
            .map(|document| document.kind.code().to_owned()),
        reason: deed.reason.clone(),
    };
    let attempted =
        serde_json::to_string(&attempted).map_err(|error| DbError::Other(error.to_string()))?;
    let row: database::Params<'_> = &[&id, &other, &attempted, &by, &now];
    let case: Option<CaseId> = tx.opt(own::KEEP_ATTEMPT, row).await?;
    Ok(Outcome::Collides(other, case))
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
