//! What the room speaks of: entries of the log, and which of them are asked for.

use database::from_row;
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId};

/// Whose entries somebody reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All of the installation.
    All,
    /// Those of the branches that the account administers; the first of them.
    Branch(OrganisationId),
}

impl Scope {
    /// Where a look at the log is noted; none is the whole installation.
    pub fn organisation(self) -> Option<OrganisationId> {
        match self {
            Self::All => None,
            Self::Branch(organisation) => Some(organisation),
        }
    }
}

/// Which entries are asked for.
#[derive(Clone, Debug)]
pub struct Narrow {
    /// Not before.
    pub from: Timestamp,
    /// Not after.
    pub until: Timestamp,
    /// Of those of the last instant, the ones with a smaller id.
    pub below: i64,
    /// Kind of the record; empty for any.
    pub kind: String,
    /// Code of the action; empty for any.
    pub action: String,
    /// The account that did it; 0 for anybody.
    pub who: i64,
    /// At most so many.
    pub most: i64,
}

/// An entry as administrators read it.
#[derive(Clone, Debug)]
pub struct Trace {
    /// Its id.
    pub id: i64,
    /// When.
    pub at: Timestamp,
    /// The name of whoever did it; none is the system itself, or a visitor.
    pub by_name: Option<String>,
    /// For whom they stood in.
    pub for_name: Option<String>,
    /// What, as `room.verb`.
    pub action: String,
    /// Kind of the record.
    pub subject_kind: String,
    /// Its id; 0 where it was many.
    pub subject_id: i64,
    /// Whose branch it lies in.
    pub organisation_id: Option<OrganisationId>,
    /// State or values before.
    pub before_state: Option<String>,
    /// State or values after.
    pub after_state: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

from_row!(Trace {
    id,
    at,
    by_name,
    for_name,
    action,
    subject_kind,
    subject_id,
    organisation_id,
    before_state,
    after_state,
    reason
});

/// An entry about somebody's own data, or that of a child.
#[derive(Clone, Debug)]
pub struct OwnTrace {
    /// Its id.
    pub id: i64,
    /// When.
    pub at: Timestamp,
    /// Who of the staff.
    pub account_id: AccountId,
    /// Their name.
    pub by_name: String,
    /// What, as `room.verb`.
    pub action: String,
    /// For which organisation.
    pub organisation_id: Option<OrganisationId>,
    /// Why.
    pub reason: Option<String>,
    /// The given name of the child; empty where it is oneself.
    pub about: String,
}

from_row!(OwnTrace {
    id,
    at,
    account_id,
    by_name,
    action,
    organisation_id,
    reason,
    about
});

/// A role that somebody has or had.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) account_id: AccountId,
    pub(super) role: String,
    pub(super) organisation_id: Option<OrganisationId>,
}

from_row!(Held {
    account_id,
    role,
    organisation_id
});

/// Somebody who works or worked in a branch.
#[derive(Clone, Debug)]
pub(super) struct Staff {
    pub(super) id: AccountId,
    pub(super) name: String,
}

from_row!(Staff { id, name });
