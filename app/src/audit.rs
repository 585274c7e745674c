//! Who did what, when, from what to what, and why: one row in the transaction of the change.

use database::{DbError, Tx};
use jiff::Timestamp;
use serde::Serialize;

use crate::accounts::{AccountId, OrganisationId};
use crate::i18n::Translator;

database::statements! {
    /// One row of the log. Who stands in for somebody acts for them meanwhile, except on the own account and in the own
    /// enrolments.
    pub INSERT_AUDIT = "INSERT INTO audit (at, account_id, action, subject_kind, subject_id, organisation_id, before_state, after_state, reason, \
        on_behalf_of) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, (SELECT h.account_id FROM roles r JOIN roles h ON h.id = r.for_role \
        WHERE r.account_id = $2 AND r.for_role IS NOT NULL AND r.granted_at <= $1 AND r.ends_at > $1 \
        AND NOT ($4 = 'account' AND r.account_id = $5) AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.id = $5 \
        AND $4 = 'enrolment' AND e.account_id = r.account_id) ORDER BY r.id LIMIT 1))";
    /// What happened to a subject, oldest first.
    pub LIST_RECORDED = "SELECT u.at, a.name AS by_name, b.name AS for_name, u.action, u.before_state, u.after_state, u.reason \
        FROM audit u LEFT JOIN accounts a ON a.id = u.account_id LEFT JOIN accounts b ON b.id = u.on_behalf_of WHERE u.subject_kind = $1 AND u.subject_id = $2 ORDER BY u.id";
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

    /// Writes the entry of a list that was looked at or taken away, with the number of its rows after it.
    ///
    /// # Errors
    /// The database refuses.
    pub async fn write_with_rows(&self, tx: &mut Tx<'_>, rows: usize) -> Result<(), DbError> {
        let rows = rows.to_string();
        let mut entry = self.clone();
        entry.after = Some(&rows);
        entry.write(tx).await
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

/// The fields in which a record differs from what it was, as two JSON objects: before and after.
pub fn changed_fields<T: Serialize>(before: &T, after: &T) -> (String, String) {
    let fields = |record| match serde_json::to_value(record) {
        Ok(serde_json::Value::Object(fields)) => fields,
        _ => serde_json::Map::new(),
    };
    let (mut before, mut after) = (fields(before), fields(after));
    let same: Vec<String> = before
        .iter()
        .filter(|(name, value)| after.get(*name) == Some(value))
        .map(|(name, _)| name.clone())
        .collect();
    for name in &same {
        before.remove(name);
        after.remove(name);
    }
    let text = |fields| serde_json::Value::Object(fields).to_string();
    (text(before), text(after))
}

/// An entry as staff reads it in a timeline.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// When.
    pub at: Timestamp,
    /// Who; none is the system itself.
    pub by_name: Option<String>,
    /// For whom they stood in.
    pub for_name: Option<String>,
    /// What.
    pub action: String,
    /// State or values before.
    pub before_state: Option<String>,
    /// State or values after.
    pub after_state: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

database::from_row!(Recorded {
    at,
    by_name,
    for_name,
    action,
    before_state,
    after_state,
    reason
});

impl Recorded {
    /// Who did it, and for whom; none is the system itself.
    pub fn who(&self, t: Translator) -> Option<String> {
        let by = self.by_name.as_deref().filter(|name| !name.is_empty())?;
        Some(match self.for_name.as_deref() {
            Some(absent) => t
                .get("branches-by-for")
                .text("name", by)
                .text("absent", absent)
                .to_string(),
            None => by.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changed_is_kept() {
        #[derive(Serialize)]
        struct Record {
            title: &'static str,
            hours: i64,
            place: Option<&'static str>,
        }
        let record = |title, place| Record {
            title,
            hours: 4,
            place,
        };
        let (before, after) = changed_fields(&record("Tablica", None), &record("Tablica", None));
        assert_eq!((before.as_str(), after.as_str()), ("{}", "{}"));
        let (before, after) = changed_fields(&record("A", Some("12")), &record("B", None));
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
        assert_eq!(read(&before), read(r#"{"place":"12","title":"A"}"#));
        assert_eq!(read(&after), read(r#"{"place":null,"title":"B"}"#));
    }
}
