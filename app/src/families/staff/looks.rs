//! Looks of staff at a child: whether one may be had, and that it was. Whoever found a child by exact data has its page open
//! for an hour; every view is in the log with its reason, and the family sees each hour of looking once.

use database::{DbError, Tx};
use jiff::{SignedDuration, Timestamp};

use super::permissions::{Place, inside, may_find_child};
use super::staff_store as own;
use crate::accounts::{AccountId, Actor, OrganisationId, Role};
use crate::app::App;
use crate::audit;
use crate::families::store;
use crate::families::types::Child;
use crate::people::PersonId;

/// How long a look opens the child's page.
const OPEN: SignedDuration = SignedDuration::from_hours(1);
/// What the log gives as the reason where the child is of the own branch.
const OF_THE_BRANCH: &str = "#branch";

/// A child that staff may see, and why.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The child.
    pub child: Child,
    /// Where it belongs.
    pub place: Place,
    /// As what.
    pub role: Role,
    /// The reason that was given; empty where the child is of the branch.
    pub reason: String,
    is_noted: bool,
    /// Whether a case about it waits for a decision.
    pub is_doubted: bool,
}

impl Opened {
    /// The organisation that acts; none is the whole installation.
    pub fn by(&self) -> Option<OrganisationId> {
        self.role.branch
    }
}

/// A child of the branch, or one that was found within the hour; others are not there.
///
/// # Errors
/// [`DbError::NotFound`].
pub async fn open(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    id: PersonId,
    now: Timestamp,
) -> Result<Opened, DbError> {
    let child: Child = tx.one(store::FIND_CHILD, &[&id]).await?;
    let place = Place {
        municipality: child.known.municipality_id,
        applied_at: tx.all(own::LIST_APPLIED_AT, &[&id]).await?,
    };
    let tree = app.organisations.current();
    let row: database::Params<'_> = &[&id, &actor.account_id, &now];
    let held: Option<String> = tx.opt(own::FIND_LOOK, row).await?;
    let found = || may_find_child(actor).filter(|_| held.is_some());
    let role = inside(actor, &tree, &place).or_else(|| found().map(|(_, role)| role));
    let role = role.ok_or(DbError::NotFound)?;
    let cases: i64 = tx.one(store::COUNT_OPEN_CASES, &[&id]).await?;
    Ok(Opened {
        child,
        place,
        role,
        is_noted: held.is_some(),
        reason: held.unwrap_or_default(),
        is_doubted: cases > 0,
    })
}

/// The same, noted as a look.
///
/// # Errors
/// As [`open`].
pub async fn look(
    tx: &mut Tx<'_>,
    app: &App,
    actor: &Actor,
    id: PersonId,
    now: Timestamp,
) -> Result<Opened, DbError> {
    let opened = open(tx, app, actor, id, now).await?;
    if !opened.is_noted {
        note(tx, (id, actor), (opened.role, ""), now).await?;
    }
    let reason = match opened.reason.as_str() {
        "" => OF_THE_BRANCH,
        given => given,
    };
    audit::Entry {
        organisation_id: opened.by(),
        reason: Some(reason),
        ..audit::Entry::new(now, actor.account_id, "child.view", "person", id.get())
    }
    .write(tx)
    .await?;
    Ok(opened)
}

/// What of a child was read elsewhere than on its page.
#[derive(Clone, Copy, Debug)]
pub enum Glance {
    /// The whole address of somebody who acts for it, or asks to.
    Address,
    /// The accounts of those who act for it, beside others that may be theirs as well.
    Accounts,
}

impl Glance {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Address, Self::Accounts];

    /// What the kept reason begins with.
    pub fn begin(self) -> &'static str {
        match self {
            Self::Address => "#address ",
            Self::Accounts => "#accounts ",
        }
    }

    /// The message that says it to the family, with the reason.
    pub fn key(self) -> &'static str {
        match self {
            Self::Address => "children-look-address",
            Self::Accounts => "children-look-accounts",
        }
    }
}

/// Notes that something of a child was read elsewhere than on its page: the family sees it, the same within an hour once.
///
/// # Errors
/// The database refuses.
pub async fn glance(
    tx: &mut Tx<'_>,
    (id, account, role): (PersonId, AccountId, Role),
    (what, reason): (Glance, &str),
    now: Timestamp,
) -> Result<(), DbError> {
    let since = now.checked_sub(OPEN).unwrap_or(now);
    let code = role.kind.code();
    let reason = format!("{}{reason}", what.begin());
    let row: database::Params<'_> = &[&id, &account, &code, &role.branch, &reason, &now, &since];
    tx.exec(own::INSERT_GLANCE_ONCE, row).await.map(drop)
}

/// Opens the child's page for an hour, and says so to the family.
pub(in crate::families) async fn note(
    tx: &mut Tx<'_>,
    (id, actor): (PersonId, &Actor),
    (role, reason): (Role, &str),
    now: Timestamp,
) -> Result<(), DbError> {
    let until = now.checked_add(OPEN).unwrap_or(now);
    let code = role.kind.code();
    let row: database::Params<'_> = &[
        &id,
        &actor.account_id,
        &code,
        &role.branch,
        &reason,
        &now,
        &until,
    ];
    tx.exec(own::INSERT_LOOK, row).await.map(drop)
}
