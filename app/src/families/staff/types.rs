//! What the staff's part of the room speaks of.

use database::{DbError, FromRow, Row, from_row};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::accounts::{AccountId, OrganisationId};
use crate::families::store::KeptDocument;
use crate::families::types::{CaseId, DocumentKind, Known, PersonState};
use crate::people::PersonId;

database::id! {
    /// A correction that a guardian asks for.
    CorrectionId;
}

/// A child in a list of the branch.
#[derive(Clone, Debug)]
pub struct Line {
    /// Which.
    pub id: PersonId,
    /// Surname.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// Date of birth.
    pub born_on: Option<Date>,
    /// Where it lives.
    pub municipality_id: Option<OrganisationId>,
    /// Where the record stands.
    pub state: PersonState,
    /// When it was entered.
    pub created_at: Timestamp,
    /// Whether a case about it waits for a decision.
    pub is_doubted: bool,
}

from_row!(Line {
    id,
    surname,
    given_name,
    born_on,
    municipality_id,
    state,
    created_at,
    is_doubted
});

/// A look that staff had at a child.
#[derive(Clone, Debug)]
pub struct Look {
    /// Who.
    pub name: String,
    /// Code of the role that let them.
    pub role: String,
    /// Of which organisation; none is the whole installation.
    pub organisation_id: Option<OrganisationId>,
    /// Why; empty where the child is of their branch.
    pub reason: String,
    /// When.
    pub looked_at: Timestamp,
}

from_row!(Look {
    name,
    role,
    organisation_id,
    reason,
    looked_at
});

/// A guardian as staff sees one: the address is masked before it is shown.
#[derive(Clone, Debug)]
pub struct GuardianLine {
    /// Which account.
    pub account_id: AccountId,
    /// The holder.
    pub name: String,
    /// Where letters go.
    pub email: String,
    /// Whether it acts for the child, or asks to: a code.
    pub state: String,
}

from_row!(GuardianLine {
    account_id,
    name,
    email,
    state
});

/// One way of the child through a group.
#[derive(Clone, Debug)]
pub struct Joined {
    /// What is taught.
    pub title: String,
    /// Which group.
    pub group_code: String,
    /// Whose.
    pub organisation_id: OrganisationId,
    /// Code of its state.
    pub state: String,
    /// When it was applied for.
    pub applied_at: Timestamp,
}

from_row!(Joined {
    title,
    group_code,
    organisation_id,
    state,
    applied_at
});

/// What was known before a change.
#[derive(Clone, Debug)]
pub struct Version {
    /// JSON.
    pub known: String,
    /// When it was changed.
    pub changed_at: Timestamp,
    /// By whom.
    pub name: String,
    /// Why, when somebody said so.
    pub reason: String,
}

from_row!(Version {
    known,
    changed_at,
    name,
    reason
});

/// A comparison of the data with documents.
#[derive(Clone, Debug)]
pub struct Confirmation {
    /// Where.
    pub organisation_id: OrganisationId,
    /// By whom.
    pub name: String,
    /// When.
    pub confirmed_at: Timestamp,
    /// Kinds of documents, with spaces between them.
    pub seen: String,
}

from_row!(Confirmation {
    organisation_id,
    name,
    confirmed_at,
    seen
});

/// A correction in the queue.
#[derive(Clone, Debug)]
pub struct CorrectionLine {
    /// Which.
    pub id: CorrectionId,
    /// Of which child.
    pub person_id: PersonId,
    /// Surname.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// Where it lives.
    pub municipality_id: Option<OrganisationId>,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// Why.
    pub reason: String,
}

from_row!(CorrectionLine {
    id,
    person_id,
    surname,
    given_name,
    municipality_id,
    asked_at,
    reason
});

/// A correction that waits for a decision.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Which.
    pub id: CorrectionId,
    /// Of which child.
    pub person_id: PersonId,
    /// Who asks.
    pub asked_by: AccountId,
    /// The name of whoever asks.
    pub name: String,
    /// When.
    pub asked_at: Timestamp,
    /// The data as they should be.
    pub known: Known,
    /// Why.
    pub reason: String,
    /// The document that was named, sealed.
    pub document: Option<KeptDocument>,
    /// `open`, `accepted` or `refused`.
    pub state: String,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// By whom; empty where nobody has decided.
    pub decided_by: String,
    /// Why it was refused.
    pub answer: String,
}

impl FromRow for Correction {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let known: String = row.get("known")?;
        let person_id = row.get("person_id")?;
        let kind: Option<DocumentKind> = row.get("document_kind")?;
        let document = match kind {
            Some(kind) => Some(KeptDocument {
                person_id,
                kind,
                number_hash: row.get("number_hash")?,
                sealed: row.get("sealed")?,
                key_number: row.get("key_number")?,
            }),
            None => None,
        };
        Ok(Self {
            id: row.get("id")?,
            person_id,
            asked_by: row.get("asked_by")?,
            name: row.get("name")?,
            asked_at: row.get("asked_at")?,
            known: serde_json::from_str(&known)
                .map_err(|error| DbError::Other(error.to_string()))?,
            reason: row.get("reason")?,
            document,
            state: row.get("state")?,
            decided_at: row.get("decided_at")?,
            decided_by: row.get("decided_by")?,
            answer: row.get("answer")?,
        })
    }
}

/// A case in the queue.
#[derive(Clone, Debug)]
pub struct CaseLine {
    /// Which.
    pub id: CaseId,
    /// Surname of the one record.
    pub surname: String,
    /// Its given name.
    pub given_name: String,
    /// Surname of the other.
    pub other_surname: String,
    /// Its given name.
    pub other_given_name: String,
    /// Evidence in hundredths of a bit.
    pub bits: i64,
    /// When it was opened.
    pub opened_at: Timestamp,
}

from_row!(CaseLine {
    id,
    surname,
    given_name,
    other_surname,
    other_given_name,
    bits,
    opened_at
});

/// Two records that may be one child.
#[derive(Clone, Debug)]
pub struct Case {
    /// Which.
    pub id: CaseId,
    /// The one.
    pub person_id: PersonId,
    /// The other.
    pub other_id: PersonId,
    /// Evidence in hundredths of a bit.
    pub bits: i64,
    /// From where on somebody was asked when it was opened; none for old cases.
    pub asked_from: Option<i64>,
    /// From where on it would have been one child; none for old cases.
    pub same_from: Option<i64>,
    /// The fields that it comes from: JSON.
    pub reasons: String,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// `open`, `same` or `different`.
    pub state: String,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// By whom; empty where nobody has decided.
    pub decided_by: String,
    /// Why it was decided so.
    pub decision: String,
    /// What somebody wanted to make of one of the records: [`Attempted`] as JSON.
    pub attempted: Option<String>,
    /// When.
    pub attempted_at: Option<Timestamp>,
    /// Who; empty where nobody did.
    pub attempted_by: String,
}

from_row!(Case {
    id,
    person_id,
    other_id,
    bits,
    asked_from,
    same_from,
    reasons,
    opened_at,
    state,
    decided_at,
    decided_by,
    decision,
    attempted,
    attempted_at,
    attempted_by
});

impl Case {
    /// Whether it waits for a decision.
    pub fn is_open(&self) -> bool {
        self.state == "open"
    }
}

/// Data that a record was to have, and that are another record's: what the case between the two is about.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Attempted {
    /// The record that was to have them.
    pub record: PersonId,
    /// The data.
    pub known: Known,
    /// Code of the kind of document that was typed with them; its number is not kept here.
    pub document: Option<String>,
    /// Why they were to be put right.
    pub reason: String,
}

/// One record has given everything to another; for rooms above.
#[derive(Clone, Debug)]
pub struct PeopleJoined {
    /// The record that goes.
    pub from: PersonId,
    /// The one that is kept.
    pub into: PersonId,
    /// Who decided.
    pub by: AccountId,
    /// Whether those who acted for the record that goes act for the other one from now on; otherwise they ask to.
    pub lets_in: bool,
    /// Fields whose value comes from the record that goes, as [`Known`] names them.
    pub taken: Vec<String>,
    /// Why.
    pub reason: String,
}
