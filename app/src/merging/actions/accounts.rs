//! Taking an account into another one: what would happen, and doing it.

use database::{DbError, Tx};
use jiff::Timestamp;

use super::guardians::{self, Side};
use super::people::{give, json, written};
use crate::accounts::actions::has_roles;
use crate::accounts::{AccountId, OrganisationId, store as accounts};
use crate::app::Shared;
use crate::audit;
use crate::enrolment::actions::cancel_of_duplicate;
use crate::families::{hashes, turn};
use crate::merging::letters;
use crate::merging::permissions::MergeAccounts;
use crate::merging::references_store::{MOVING, Of};
use crate::merging::store::{self, ChildLine, Holder, OpenOne};
use crate::merging::types::{
    Applications, Before, Chosen, MergeId, MergeState, differing, with_fields,
};
use crate::people::store as people;
use crate::people::{self as persons, Details, Person, PersonId};
use crate::permit::Permit;

/// Why nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// The account that would go has roles: whoever works here does not lose them by this.
    #[error("the account has roles")]
    HasRoles,
    /// One of the accounts waits for an answer already.
    #[error("an answer is waited for")]
    Asked,
    /// One of the accounts is not in use any more.
    #[error("one of the accounts is not in use")]
    Meanwhile,
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// One of the two sides as it is now.
#[derive(Clone, Debug)]
pub struct Account {
    /// The account.
    pub holder: Holder,
    /// Whom the holder is known as; none when nothing was ever filled in.
    pub person: Option<Person>,
    /// Children that it acts for.
    pub children: Vec<ChildLine>,
    /// Trainings and applications that are not over.
    pub open: Vec<OpenOne>,
}

/// What a merge would do: the dry run.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The account that goes.
    pub gone: Account,
    /// The account that is kept.
    pub kept: Account,
    /// Fields in which the holders differ: name, value kept, value that could be taken.
    pub differing: Vec<(String, String, String)>,
    /// How many rows would go over, by reference; those without any are left out.
    pub moving: Vec<(&'static str, i64)>,
    /// Titles of groups in which both are: that of the account that goes is cancelled.
    pub doubled: Vec<String>,
    /// Why it can not be done, if so.
    pub refusal: Option<MergeError>,
}

/// What was decided.
#[derive(Clone, Debug)]
pub struct Deed {
    /// What was chosen.
    pub chosen: Chosen,
    /// Why; both holders read it.
    pub reason: String,
    /// Which organisation acts; none is the installation.
    pub by: Option<OrganisationId>,
}

async fn account(tx: &mut Tx<'_>, id: AccountId) -> Result<Account, DbError> {
    Ok(Account {
        holder: tx.one(store::FIND_ACCOUNT_BY_ID, &[&id]).await?,
        person: persons::find_by_account(tx, id).await?,
        children: tx.all(store::LIST_CHILDREN, &[&id]).await?,
        open: tx.all(store::LIST_OPEN, &[&id]).await?,
    })
}

/// The own records of both holders, where both have one.
fn both(gone: Option<&Person>, kept: Option<&Person>) -> Option<(PersonId, PersonId)> {
    Some((gone?.id, kept?.id))
}

/// What a merge would do; nothing is changed.
///
/// # Errors
/// [`DbError::NotFound`] when one of the accounts is not there.
pub async fn plan(
    tx: &mut Tx<'_>,
    (gone, kept): (AccountId, AccountId),
    now: Timestamp,
) -> Result<Plan, DbError> {
    let (one, other) = (account(tx, gone).await?, account(tx, kept).await?);
    let (mut moving, mut doubled, mut differ) = (Vec::new(), Vec::new(), Vec::new());
    let people = both(one.person.as_ref(), other.person.as_ref());
    for reference in MOVING {
        let (from, into) = match (reference.of, people) {
            (Of::Accounts, _) => (gone.get(), kept.get()),
            (Of::People, Some((from, into))) => (from.get(), into.get()),
            (Of::People, None) => continue,
        };
        let count: i64 = tx.one(reference.count, &[&from, &into]).await?;
        if count > 0 {
            moving.push((reference.name, count));
        }
    }
    if let (Some((from, into)), Some(gone), Some(kept)) = (people, &one.person, &other.person) {
        doubled = tx.all(store::LIST_DOUBLED, &[&from, &into]).await?;
        differ = differing(&kept.details, &gone.details).map_err(json)?;
    }
    let refusal = match refuses(tx, (gone, kept), now).await {
        Ok(()) => None,
        Err(MergeError::Database(error)) => return Err(error),
        Err(refusal) => Some(refusal),
    };
    Ok(Plan {
        gone: one,
        kept: other,
        differing: differ,
        moving,
        doubled,
        refusal,
    })
}

async fn refuses(
    tx: &mut Tx<'_>,
    (gone, kept): (AccountId, AccountId),
    now: Timestamp,
) -> Result<(), MergeError> {
    if has_roles(tx, gone, now).await? {
        return Err(MergeError::HasRoles);
    }
    let asked: i64 = tx.one(store::COUNT_ASKED, &[&gone, &kept]).await?;
    if asked > 0 {
        return Err(MergeError::Asked);
    }
    Ok(())
}

/// Merges at once, or asks the holder of the kept account first whether the applications may come over.
///
/// # Errors
/// [`MergeError`]; nothing was done then.
pub async fn merge(
    app: &Shared,
    permit: &Permit<MergeAccounts>,
    deed: &Deed,
    now: Timestamp,
) -> Result<MergeId, MergeError> {
    let (by, pair, own, deed) = (permit.by(), permit.on(), app.clone(), deed.clone());
    let work = turn::in_turn(app, move |tx| {
        let (own, deed) = (own.clone(), deed.clone());
        Box::pin(async move {
            refuses(tx, pair, now).await?;
            let id = open(tx, pair, (by, &deed), now).await?;
            match deed.chosen.applications {
                Applications::Cancel => {
                    done(tx, &own, (id, by), pair, (&deed.chosen, &deed.reason), now).await?;
                }
                Applications::Move => ask(tx, &own, id, pair, &deed.reason, now).await?,
            }
            Ok::<_, MergeError>(id)
        })
    });
    let id = work.await?;
    app.sessions.forget(pair.0);
    app.catalogue.refresh(&app.db, now).await?;
    app.outbox.wake();
    Ok(id)
}

async fn open(
    tx: &mut Tx<'_>,
    (gone, kept): (AccountId, AccountId),
    (by, deed): (AccountId, &Deed),
    now: Timestamp,
) -> Result<MergeId, DbError> {
    let none: Option<PersonId> = None;
    let row: database::Params<'_> = &[
        &gone,
        &kept,
        &none,
        &none,
        &MergeState::Asked,
        &written(&deed.chosen)?,
        &deed.reason,
        &deed.by,
        &now,
        &by,
    ];
    let id = tx.one(store::INSERT_MERGE, row).await?;
    for account in [gone, kept] {
        audit::Entry {
            organisation_id: deed.by,
            reason: Some(&deed.reason),
            ..audit::Entry::new(now, by, "merge.open", "account", account.get())
        }
        .write(tx)
        .await?;
    }
    Ok(id)
}

async fn ask(
    tx: &mut Tx<'_>,
    app: &Shared,
    id: MergeId,
    (gone, kept): (AccountId, AccountId),
    reason: &str,
    now: Timestamp,
) -> Result<(), MergeError> {
    let gone: Holder = tx.one(store::FIND_ACCOUNT_BY_ID, &[&gone]).await?;
    let kept: Holder = tx.one(store::FIND_ACCOUNT_BY_ID, &[&kept]).await?;
    let to = (&kept, &gone, reason);
    letters::tell(tx, app, (id, &letters::ASKED), to, now).await?;
    Ok(())
}

/// One account gives everything to the other one.
pub(super) async fn done(
    tx: &mut Tx<'_>,
    app: &Shared,
    (id, by): (MergeId, AccountId),
    (gone, kept): (AccountId, AccountId),
    (chosen, reason): (&Chosen, &str),
    now: Timestamp,
) -> Result<(), MergeError> {
    let (one, other) = (account(tx, gone).await?, account(tx, kept).await?);
    let cancelled = match chosen.applications {
        Applications::Move => 0,
        Applications::Cancel => {
            let duplicate = (gone, other.holder.email.as_str());
            cancel_of_duplicate(tx, app, duplicate, by, now).await?
        }
    };
    let people = both(one.person.as_ref(), other.person.as_ref());
    let mut before = match people {
        Some(pair) => give(tx, app, (id, by), pair, (true, reason), now)
            .await?
            .ok_or(MergeError::Meanwhile)?,
        None => Before::default(),
    };
    before.cancelled += cancelled;
    if tx.exec(store::MERGE_ACCOUNT, &[&gone, &kept]).await? == 0 {
        return Err(MergeError::Meanwhile);
    }
    let none_spared = 0_i64;
    tx.exec(accounts::END_OTHER_SESSIONS, &[&gone, &none_spared, &now])
        .await?;
    tx.exec(accounts::END_TOKENS, &[&gone, &now]).await?;
    guardians::bring_over(tx, id, Side::Account(gone, kept), (true, by), now).await?;
    for reference in MOVING.iter().filter(|one| one.of == Of::Accounts) {
        tx.exec(reference.note, &[&gone, &kept, &id]).await?;
        tx.exec(reference.take, &[&id, &kept]).await?;
    }
    if let (Some(from), Some(into)) = (&one.person, &other.person) {
        let taken = with_fields(&into.details, &from.details, &chosen.taken).map_err(json)?;
        if taken != into.details {
            save(tx, kept, &taken, now).await?;
            before.details = Some((into.details.clone(), taken));
        }
    }
    hashes::forget_forms_of(tx, kept).await?;
    let (from, into) = people.unzip();
    let row: database::Params<'_> = &[&id, &now, &written(&before)?, &from, &into];
    tx.exec(store::FINISH, row).await?;
    for account in [gone, kept] {
        audit::Entry {
            before: Some("active"),
            after: Some(if account == gone { "merged" } else { "kept" }),
            reason: Some(reason),
            ..audit::Entry::new(now, by, "account.merge", "account", account.get())
        }
        .write(tx)
        .await?;
    }
    let to = (&one.holder, &other.holder, reason);
    letters::tell(tx, app, (id, &letters::GONE), to, now).await?;
    let to = (&other.holder, &one.holder, reason);
    letters::tell(tx, app, (id, &letters::KEPT), to, now).await?;
    Ok(())
}

/// What is known of an account's holder from now on.
pub(super) async fn save(
    tx: &mut Tx<'_>,
    account: AccountId,
    known: &Details,
    now: Timestamp,
) -> Result<(), DbError> {
    let row: database::Params<'_> = &[
        &account,
        &known.surname,
        &known.given_name,
        &known.born_on,
        &known.birth_place,
        &known.phone,
        &known.street,
        &known.postal_code,
        &known.city,
        &known.workplace_id,
        &known.workplace_name,
        &now,
    ];
    tx.one::<PersonId>(people::SAVE_OF_ACCOUNT, row)
        .await
        .map(drop)
}

/// Cancels everything open in a duplicate account, which stays in use; its holder reads which account to apply from. Answers
/// with how many were cancelled.
///
/// # Errors
/// [`MergeError`]; nothing was done then.
pub async fn cancel_only(
    app: &Shared,
    permit: &Permit<MergeAccounts>,
    deed: &Deed,
    now: Timestamp,
) -> Result<usize, MergeError> {
    let (by, (gone, kept), own, deed) = (permit.by(), permit.on(), app.clone(), deed.clone());
    let work = turn::in_turn(app, move |tx| {
        let (own, deed) = (own.clone(), deed.clone());
        Box::pin(async move {
            let kept: Holder = tx.one(store::FIND_ACCOUNT_BY_ID, &[&kept]).await?;
            audit::Entry {
                organisation_id: deed.by,
                reason: Some(&deed.reason),
                ..audit::Entry::new(now, by, "account.cancel_duplicates", "account", gone.get())
            }
            .write(tx)
            .await?;
            let cancelled = cancel_of_duplicate(tx, &own, (gone, &kept.email), by, now).await?;
            Ok::<_, MergeError>(cancelled)
        })
    });
    let cancelled = work.await?;
    app.catalogue.refresh(&app.db, now).await?;
    app.outbox.wake();
    Ok(cancelled)
}
