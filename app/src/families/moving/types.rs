//! What changes of municipality speak of.

use database::{DbError, FromRow, Row, from_row};
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId};
use crate::files::{Kind, Served};
use crate::people::PersonId;

database::id! {
    /// A change of municipality that is asked for.
    MoveId;
}

database::codes! {
    /// Where a change of municipality stands: `draft → submitted → approved | refused`, `draft → withdrawn`.
    MoveState {
        /// The institution has printed the application; nobody has signed it yet.
        Draft = "draft",
        /// The signed copy is there; the region decides.
        Submitted = "submitted",
        /// The child lives in the other municipality from now on.
        Approved = "approved",
        /// The child stays where it is known to live.
        Refused = "refused",
        /// Taken back before it was signed.
        Withdrawn = "withdrawn",
    }
}

impl MoveState {
    /// Whether anything can still be done about it.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Submitted)
    }

    /// What it means at a glance, as badges show it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Draft | Self::Submitted => "attention",
            Self::Approved => "done",
            Self::Refused => "problem",
            Self::Withdrawn => "information",
        }
    }
}

/// The signed application as it was handed in.
#[derive(Clone, Debug)]
pub struct SignedCopy {
    /// Cleaned name with its ending.
    pub name: String,
    /// What it is.
    pub kind: &'static Kind,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content in hexadecimal digits.
    pub hash: String,
    /// Where it lies in the store of files.
    pub key: String,
}

impl SignedCopy {
    /// As it is handed out.
    pub fn served(&self) -> Served<'_> {
        Served {
            key: &self.key,
            name: &self.name,
            kind: self.kind,
            size: self.size.unsigned_abs(),
            hash: &self.hash,
        }
    }
}

/// A change of municipality.
#[derive(Clone, Debug)]
pub struct Move {
    /// Which.
    pub id: MoveId,
    /// Of which child.
    pub person_id: PersonId,
    /// Where the child was known to live.
    pub from_id: OrganisationId,
    /// Where it lives.
    pub to_id: OrganisationId,
    /// Why.
    pub reason: String,
    /// Where it stands.
    pub state: MoveState,
    /// Which institution deals with it; none is the installation.
    pub organisation_id: Option<OrganisationId>,
    /// Who has opened it.
    pub opened_by: String,
    /// When.
    pub opened_at: Timestamp,
    /// The name of whoever signs; empty where nobody acts for the child.
    pub signer: String,
    /// The code of their language.
    pub language: String,
    /// What they have signed.
    pub copy: Option<SignedCopy>,
    /// Who has handed it in.
    pub submitted_by: String,
    /// When.
    pub submitted_at: Option<Timestamp>,
    /// Who has decided, or withdrawn it.
    pub decided_by: String,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// Why it was refused.
    pub answer: String,
}

impl FromRow for Move {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let key: Option<String> = row.get("file_key")?;
        let copy = match key {
            Some(key) => Some(copy(row, key)?),
            None => None,
        };
        Ok(Self {
            id: row.get("id")?,
            person_id: row.get("person_id")?,
            from_id: row.get("from_id")?,
            to_id: row.get("to_id")?,
            reason: row.get("reason")?,
            state: row.get("state")?,
            organisation_id: row.get("organisation_id")?,
            opened_by: row.get("opened_by")?,
            opened_at: row.get("opened_at")?,
            signer: row.get("signer")?,
            language: row.get("language")?,
            copy,
            submitted_by: row.get("submitted_by")?,
            submitted_at: row.get("submitted_at")?,
            decided_by: row.get("decided_by")?,
            decided_at: row.get("decided_at")?,
            answer: row.get("answer")?,
        })
    }
}

fn copy(row: &Row<'_>, key: String) -> Result<SignedCopy, DbError> {
    let kind: String = row.get("file_kind")?;
    let kind = Kind::of_ending(&kind)
        .ok_or_else(|| DbError::Other(format!("a signed copy of the kind {kind}")))?;
    Ok(SignedCopy {
        name: row.get("file_name")?,
        kind,
        size: row.get("file_size")?,
        hash: row.get("file_hash")?,
        key,
    })
}

/// A change of municipality in the queue.
#[derive(Clone, Debug)]
pub struct MoveLine {
    /// Which.
    pub id: MoveId,
    /// The child's surname.
    pub surname: String,
    /// Its given name.
    pub given_name: String,
    /// Where it was known to live.
    pub from_id: OrganisationId,
    /// Where it lives.
    pub to_id: OrganisationId,
    /// Which institution deals with it.
    pub organisation_id: Option<OrganisationId>,
    /// Where it stands.
    pub state: MoveState,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When the signed copy came.
    pub submitted_at: Option<Timestamp>,
}

from_row!(MoveLine {
    id,
    surname,
    given_name,
    from_id,
    to_id,
    organisation_id,
    state,
    opened_at,
    submitted_at
});

/// A child lives in another municipality from now on; for rooms above.
#[derive(Clone, Copy, Debug)]
pub struct ChildMoved {
    /// Which child.
    pub child: PersonId,
    /// Where it lived.
    pub from: OrganisationId,
    /// Where it lives.
    pub to: OrganisationId,
    /// Who has decided so.
    pub by: AccountId,
}
