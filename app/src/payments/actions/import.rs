//! A bank's statement is taken in as a whole or not at all; what was taken in before is known again and books nothing
//! twice. Then every new entry meets its charge, or waits for a person.

use std::sync::Arc;

use bank_statements::{CsvMapping, File, ReadError, Statement, Warning};
use database::{DbError, Tx, Value};
use jiff::Timestamp;

use super::matched::match_new;
use crate::accounts::{Actor, OrganisationId};
use crate::app::Shared;
use crate::audit;
use crate::payments::permissions::may_keep_books;
use crate::payments::types::{EntryState, StatementId};
use crate::payments::{bank_store, rules, second_looks};

/// A file as it was handed in.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Whose statement it is when the file does not say its account.
    pub organisation: Option<OrganisationId>,
    /// Which of its accounts; needed when it has several and the file does not say.
    pub account: Option<String>,
    /// Who handed it in; none is whoever runs the machine, and may hand in everything.
    pub by: Option<Arc<Actor>>,
    /// Everything is tried, nothing is kept.
    pub dry_run: bool,
}

/// Why nothing was taken in.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file is broken, or no statement: where, and what was expected.
    #[error("{0}")]
    Broken(#[from] ReadError),
    /// The file does not say whose account it is of, and nobody else did.
    #[error("the file does not say of which account it is")]
    NoAccount,
    /// The file does not say whose account it is of, and the organisation has these.
    #[error("the file does not say of which account it is, and the organisation has several: {}", .0.join(", "))]
    WhichAccount(Vec<String>),
    /// The account that was named is none of the organisation's, which has these.
    #[error("the organisation has no account {named}, but: {}", .own.join(", "))]
    UnknownAccount {
        /// As it was named.
        named: String,
        /// What the organisation has.
        own: Vec<String>,
    },
    /// The account is none whose books the actor keeps.
    #[error("the account {0} is nobody's whose books you keep")]
    NotYours(String),
    /// The database refuses.
    #[error(transparent)]
    Database(#[from] DbError),
}

/// One statement that was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The account as the file writes it.
    pub account: String,
    /// Whose it is; none when no organisation has named it.
    pub organisation: Option<OrganisationId>,
    /// How many entries it has.
    pub entries: usize,
    /// How many of them were not known before.
    pub fresh: usize,
    /// The balances do not agree with the entries, by so many minor units; then a person books.
    pub difference: Option<i64>,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The statements of the file, in order.
    pub statements: Vec<Taken>,
    /// How many entries were booked by themselves.
    pub booked: usize,
}

impl Imported {
    /// How many entries were not known before.
    pub fn fresh(&self) -> usize {
        self.statements.iter().map(|one| one.fresh).sum()
    }

    /// How many there are.
    pub fn entries(&self) -> usize {
        self.statements.iter().map(|one| one.entries).sum()
    }
}

/// Ends the transaction of a dry run without keeping it.
enum Stop {
    Tried(Vec<Taken>),
    Refused(ImportError),
}

impl From<DbError> for Stop {
    fn from(error: DbError) -> Self {
        Self::Refused(error.into())
    }
}

/// Takes a file in and books what agrees.
///
/// # Errors
/// [`ImportError`]; nothing was taken in then.
pub async fn import(app: &Shared, source: Source, now: Timestamp) -> Result<Imported, ImportError> {
    let own_accounts = known_of(app, &source).await?;
    let (source, own_accounts, file, marks) = tokio::task::spawn_blocking(move || {
        let file = read(&source.bytes, &own_accounts)?;
        let marks = file.fingerprints();
        Ok::<_, ImportError>((source, own_accounts, file, marks))
    })
    .await
    .map_err(|_| DbError::Unavailable)??;
    let (own, dry_run) = (app.clone(), source.dry_run);
    let outcome = app
        .db
        .write(move |tx| {
            Box::pin(async move {
                let desk = Desk {
                    app: &own,
                    source: &source,
                    own_accounts,
                    now,
                };
                let taken = desk.take(tx, &file, &marks).await?;
                if dry_run {
                    Err(Stop::Tried(taken))
                } else {
                    Ok(taken)
                }
            })
        })
        .await;
    let statements = match outcome {
        Ok(taken) => taken,
        Err(Stop::Tried(statements)) => {
            return Ok(Imported {
                statements,
                booked: 0,
            });
        }
        Err(Stop::Refused(error)) => return Err(error),
    };
    let booked = match_new(app, now).await?;
    Ok(Imported { statements, booked })
}

/// An account of the organisation that was named with the file, and what the columns of its CSV mean.
struct Own {
    account: String,
    mapping: Option<CsvMapping>,
}

fn numbers(own: &[Own]) -> Vec<String> {
    own.iter().map(|one| one.account.clone()).collect()
}

/// The account that was named with the file, or all of the organisation's; none of an organisation whose books the actor
/// does not keep.
async fn known_of(app: &Shared, source: &Source) -> Result<Vec<Own>, ImportError> {
    let Some(id) = source.organisation else {
        return Ok(Vec::new());
    };
    let tree = app.organisations.current();
    let is_foreign = |actor: &Arc<Actor>| may_keep_books(actor, &tree, id).is_none();
    if source.by.as_ref().is_some_and(is_foreign) {
        return Ok(Vec::new());
    }
    let read = app.db.read(move |tx| {
        Box::pin(async move { tx.all(bank_store::LIST_OWN_ACCOUNTS, &[&id, &""]).await })
    });
    let found: Vec<(String, Option<String>)> = read.await.map_err(|error: DbError| error)?;
    let own = found.into_iter().map(|(account, kept)| Own {
        account,
        mapping: kept.and_then(|text| serde_json::from_str(&text).ok()),
    });
    let mut own: Vec<Own> = own.collect();
    if let Some(named) = &source.account {
        let (key, all) = (rules::account_key(named), numbers(&own));
        own.retain(|one| rules::account_key(&one.account) == key);
        if own.is_empty() && !all.is_empty() {
            let named = named.clone();
            return Err(ImportError::UnknownAccount { named, own: all });
        }
    }
    Ok(own)
}

/// The statements of a file. One whose columns only some of several accounts explain needs the account's name.
fn read(bytes: &[u8], own: &[Own]) -> Result<File, ImportError> {
    if let [only] = own {
        return Ok(bank_statements::read(bytes, only.mapping.as_ref())?);
    }
    bank_statements::read(bytes, None).map_err(|error| {
        let explains = |one: &Own| {
            let mapping = one.mapping.as_ref();
            mapping.is_some_and(|_| bank_statements::read(bytes, mapping).is_ok())
        };
        if own.iter().any(explains) {
            ImportError::WhichAccount(numbers(own))
        } else {
            error.into()
        }
    })
}

/// What taking a file in needs.
struct Desk<'a> {
    app: &'a Shared,
    source: &'a Source,
    /// The accounts of which it can be when it does not say.
    own_accounts: Vec<Own>,
    now: Timestamp,
}

impl Desk<'_> {
    async fn take(
        &self,
        tx: &mut Tx<'_>,
        file: &File,
        marks: &[Vec<String>],
    ) -> Result<Vec<Taken>, Stop> {
        let mut all = Vec::new();
        for (statement, marks) in file.statements.iter().zip(marks) {
            all.push(self.take_one(tx, statement, marks).await?);
        }
        let fresh: usize = all.iter().map(|one| one.fresh).sum();
        let after = format!("{} statements, {fresh} new entries", all.len());
        let by = self.source.by.as_ref().map(|actor| actor.account_id);
        audit::Entry {
            organisation_id: all.iter().find_map(|one| one.organisation),
            after: Some(&after),
            ..audit::Entry::new(self.now, by, "statement.import", "statement", 0)
        }
        .write(tx)
        .await?;
        Ok(all)
    }

    /// The account of a statement, whose it is, and in which currency.
    async fn owner(
        &self,
        tx: &mut Tx<'_>,
        statement: &Statement,
    ) -> Result<(String, Option<(OrganisationId, String)>), Stop> {
        let account = match (&statement.account, self.own_accounts.as_slice()) {
            (Some(account), _) => account.clone(),
            (None, [only]) => only.account.clone(),
            // Without entries there is nothing that could be mistaken for another account's.
            (None, _) if statement.entries.is_empty() && self.source.by.is_none() => String::new(),
            (None, []) => return Err(Stop::Refused(ImportError::NoAccount)),
            (None, several) => {
                let several = numbers(several);
                return Err(Stop::Refused(ImportError::WhichAccount(several)));
            }
        };
        let key = rules::account_key(&account);
        let owner: Option<(OrganisationId, String)> =
            tx.opt(bank_store::FIND_BY_ACCOUNT, &[&key]).await?;
        if let Some(actor) = &self.source.by {
            let tree = self.app.organisations.current();
            let permit = owner
                .as_ref()
                .and_then(|(owner, _)| may_keep_books(actor, &tree, *owner));
            if permit.is_none() {
                return Err(Stop::Refused(ImportError::NotYours(account)));
            }
        }
        Ok((account, owner))
    }

    async fn take_one(
        &self,
        tx: &mut Tx<'_>,
        statement: &Statement,
        marks: &[String],
    ) -> Result<Taken, Stop> {
        let (account, owner) = self.owner(tx, statement).await?;
        let (organisation, own_currency) = owner.unzip();
        let key = rules::account_key(&account);
        let currency = statement.currency.map(String::from);
        let currency = currency.or(own_currency).unwrap_or_default();
        let count = i64::try_from(statement.entries.len()).unwrap_or(i64::MAX);
        let by = self.source.by.as_ref().map(|actor| actor.account_id);
        let row: database::Params<'_> = &[
            &organisation,
            &account,
            &key,
            &currency,
            &statement.from,
            &statement.to,
            &statement.opening,
            &statement.closing,
            &self.source.file_name,
            &count,
            &self.now,
            &by,
        ];
        let id: StatementId = tx.one(bank_store::INSERT_STATEMENT, row).await?;
        let rows = rows_of(statement, marks, (id, organisation, &key, &currency));
        let fresh = tx.batch(bank_store::INSERT_ENTRY, &rows).await?;
        if tx.one(bank_store::HAS_NO_CURRENCY, &[&key]).await? {
            tx.batch(bank_store::FILL_CURRENCY, &currencies_of(&rows))
                .await?;
        }
        let counted = i64::try_from(fresh).unwrap_or(i64::MAX);
        tx.exec(bank_store::COUNT_FRESH, &[&id, &counted]).await?;
        Ok(Taken {
            account,
            organisation,
            entries: statement.entries.len(),
            fresh: usize::try_from(fresh).unwrap_or(usize::MAX),
            difference: difference(statement),
        })
    }
}

/// What the rows know of entries that were taken in before without a currency.
fn currencies_of(rows: &[Vec<Value>]) -> Vec<Vec<Value>> {
    const WANTED: [usize; 4] = [KEY, MARK, CURRENCY, STATE];
    let known = rows
        .iter()
        .filter(|row| row[CURRENCY] != Value::from(String::new()));
    known
        .map(|row| WANTED.map(|at| row[at].clone()).to_vec())
        .collect()
}

fn difference(statement: &Statement) -> Option<i64> {
    statement.warnings.iter().find_map(|warning| match warning {
        Warning::BalanceMismatch { difference } => Some(*difference),
        _ => None,
    })
}

/// Where they are in the rows.
const KEY: usize = 2;
const MARK: usize = 3;
const CURRENCY: usize = 6;
const STATE: usize = 12;

/// The rows of a statement's entries. Where balances do not agree, or the statement is one within the day, nothing is
/// booked without a person.
fn rows_of(
    statement: &Statement,
    marks: &[String],
    (id, organisation, key, currency): (StatementId, Option<OrganisationId>, &str, &str),
) -> Vec<Vec<Value>> {
    let is_sound = difference(statement).is_none()
        && !currency.is_empty()
        && !statement.warnings.contains(&Warning::Interim);
    let text = |value: &Option<String>| Value::from(value.clone().unwrap_or_default());
    let entries = statement.entries.iter().zip(marks);
    entries
        .map(|(entry, mark)| {
            let state = match entry.amount_minor {
                0 => EntryState::Outgoing,
                // It may take back what is booked.
                ..0 => EntryState::New,
                _ if is_sound => EntryState::New,
                _ => EntryState::ToMatch,
            };
            let own = entry
                .currency
                .map_or_else(|| currency.to_owned(), String::from);
            vec![
                Value::from(id),
                organisation.map_or(Value::Null, Value::from),
                Value::from(key.to_owned()),
                Value::from(mark.clone()),
                Value::from(entry.date.to_string()),
                Value::from(entry.amount_minor),
                Value::from(own.clone()),
                Value::from(entry.title.clone()),
                text(&entry.counterparty),
                text(&entry.counterparty_account),
                text(&entry.counterparty_tax_id),
                text(&entry.reference),
                Value::from(state.code().to_owned()),
                Value::from(entry.is_reversal),
                second_looks::repeat_key(key, &own, entry).map_or(Value::Null, Value::from),
            ]
        })
        .collect()
}
