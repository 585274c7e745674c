//! Who did what, when, from what to what, and why: one row in the transaction of the change.

use database::{DbError, FromRow, Row, Tx};
use jiff::Timestamp;

use crate::accounts::{AccountId, OrganisationId};

database::statements! {
    /// One row of the log.
    pub INSERT_AUDIT = "INSERT INTO audit (at, account_id, action, subject_kind, subject_id, organisation_id, before_state, after_state, reason) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    /// What happened to a subject, oldest first.
    pub FIND_AUDIT = "SELECT at, account_id, action, before_state, after_state, reason FROM audit \
        WHERE subject_kind = $1 AND subject_id = $2 ORDER BY id";
}

/// One thing that was done.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// When.
    pub at: Timestamp,
    /// Who; none is the system itself or a visitor.
    pub account_id: Option<AccountId>,
    /// What, as `room.verb`: `enrolment.join`.
    pub action: &'static str,
    /// Kind of the record: `enrolment`, `group`, `account` …
    pub subject_kind: &'static str,
    /// Its id.
    pub subject_id: i64,
    /// Organisation whose branch it lies in.
    pub organisation_id: Option<OrganisationId>,
    /// State or values before.
    pub before: Option<&'a str>,
    /// State or values after.
    pub after: Option<&'a str>,
    /// Why, when somebody said so.
    pub reason: Option<&'a str>,
}

impl Entry<'_> {
    /// An entry with nothing but who, what and when.
    pub fn new(
        at: Timestamp,
        account_id: impl Into<Option<AccountId>>,
        action: &'static str,
        subject_kind: &'static str,
        subject_id: i64,
    ) -> Self {
        Self {
            at,
            account_id: account_id.into(),
            action,
            subject_kind,
            subject_id,
            organisation_id: None,
            before: None,
            after: None,
            reason: None,
        }
    }

    /// Writes the entry.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn write(&self, tx: &mut Tx<'_>) -> Result<(), DbError> {
        tx.exec(
            INSERT_AUDIT,
            &[
                &self.at,
                &self.account_id,
                &self.action,
                &self.subject_kind,
                &self.subject_id,
                &self.organisation_id,
                &self.before,
                &self.after,
                &self.reason,
            ],
        )
        .await?;
        Ok(())
    }
}

/// An entry as it is read back for a timeline.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub account_id: Option<AccountId>,
    /// What.
    pub action: String,
    /// Before.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

impl FromRow for Recorded {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            at: row.get("at")?,
            account_id: row.get("account_id")?,
            action: row.get("action")?,
            before: row.get("before_state")?,
            after: row.get("after_state")?,
            reason: row.get("reason")?,
        })
    }
}
