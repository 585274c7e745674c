//! Kept records as they are compared: what is known, the documents, and those who act for the child.

use std::collections::HashSet;

use database::{DbError, Row, Tx};

use super::identity::{Household, Sought, opened, person_of};
use super::store::{self, KeptDocument};
use super::types::{Child, Document};
use crate::app::App;
use crate::people::PersonId;
use person_matching::{BirthDate, Population, PreparedPerson, is_ruled_out};

/// A row of a candidate: the record, and one of those who act for it.
struct Candidate {
    child: Child,
    home: Household,
}

impl database::FromRow for Candidate {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let surname: String = row.get("guardian_surname")?;
        let given_name: String = row.get("guardian_given_name")?;
        Ok(Self {
            child: Child::from_row(row)?,
            home: Household {
                guardian: format!("{given_name} {surname}").trim().to_owned(),
                phone: row.get("phone")?,
                email: row.get("email")?,
            },
        })
    }
}

/// A record that gave everything to another one, and which.
struct Joined {
    kept_id: PersonId,
    child: Child,
    phone: String,
}

impl database::FromRow for Joined {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            kept_id: row.get("kept_id")?,
            child: Child::from_row(row)?,
            phone: row.get("phone")?,
        })
    }
}

/// A record that shares a hash, and its date of birth as a number.
type ByHash = (PersonId, i64);

/// So many who share a hash are compared; those who share most come first.
const MOST_FOUND: usize = 128;

/// The records that share a hash with a child and may be that child, made comparable. Most who share one were born on another
/// day altogether, or are somebody else by their forms: unless a document is shared as well, they are not read.
pub(super) async fn candidates(
    tx: &mut Tx<'_>,
    app: &App,
    sought: &Sought,
    population: &Population,
) -> Result<Vec<(PersonId, PreparedPerson)>, DbError> {
    let mut ids = Vec::new();
    if !sought.document_probes.is_empty() {
        let found: Vec<ByHash> = tx
            .among(store::LIST_BY_HASHES, &sought.document_probes)
            .await?;
        ids.extend(found.into_iter().map(|(id, _)| id.get()));
    }
    let found: Vec<ByHash> = tx.among(store::LIST_BY_HASHES, &sought.probes).await?;
    let near: Vec<i64> = found
        .into_iter()
        .filter(|(_, born)| may_be_born(sought, *born))
        .map(|(id, _)| id.get())
        .take(MOST_FOUND)
        .collect();
    let forms: Vec<(PersonId, String)> = tx.among(store::LIST_FORMS_AMONG, &near).await?;
    let is_other = |(_, form): &&(PersonId, String)| is_somebody_else(sought, form, population);
    let others: HashSet<i64> = forms
        .iter()
        .filter(is_other)
        .map(|(id, _)| id.get())
        .collect();
    for id in near {
        if !others.contains(&id) && !ids.contains(&id) {
            ids.push(id);
        }
    }
    comparable(tx, app, &ids).await
}

/// Whether a record with this date of birth, as a number, may be this child; zero stands for a date that is not known.
fn may_be_born(sought: &Sought, born: i64) -> bool {
    let known = u32::try_from(born).ok().filter(|number| *number > 0);
    let date = known.and_then(BirthDate::from_number);
    date.is_none_or(|date| sought.prepared.may_be_born_on(date))
}

/// Whether a form says that nobody who has it is this child, with whomever acts for them.
fn is_somebody_else(sought: &Sought, form: &str, population: &Population) -> bool {
    PreparedPerson::of_form(form).is_some_and(|households| {
        let mut all = households.iter();
        all.all(|one| is_ruled_out(&sought.prepared, one, population))
    })
}

/// The records with these ids, made comparable; one with two guardians comes once with each.
pub(super) async fn comparable(
    tx: &mut Tx<'_>,
    app: &App,
    ids: &[i64],
) -> Result<Vec<(PersonId, PreparedPerson)>, DbError> {
    let rows: Vec<Candidate> = tx.among(store::LIST_CANDIDATES_AMONG, ids).await?;
    let kept: Vec<KeptDocument> = tx.among(store::LIST_DOCUMENTS_AMONG, ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let own = kept.iter().filter(|one| one.person_id == row.child.id);
            let documents: Vec<Document> = own.filter_map(|one| opened(app, one)).collect();
            let person = person_of(&row.child.known, &documents, row.home);
            (row.child.id, PreparedPerson::new(&person))
        })
        .collect())
}

/// What was known of the records that were joined with these, made comparable.
pub(super) async fn joined_with(
    tx: &mut Tx<'_>,
    ids: &[i64],
) -> Result<Vec<(PersonId, PreparedPerson)>, DbError> {
    let joined: Vec<Joined> = tx.among(store::LIST_JOINED_AMONG, ids).await?;
    let comparable = joined.into_iter().map(|one| {
        let home = Household {
            phone: one.phone,
            ..Household::default()
        };
        let person = person_of(&one.child.known, &[], home);
        (one.kept_id, PreparedPerson::new(&person))
    });
    Ok(comparable.collect())
}
