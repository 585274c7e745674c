//! The chain over the audit log [B13]: whoever changes, removes or slips in a row of the log without the root key is found by
//! `zapis doctor`. `docs/decisions/audit-chain.md` says why it is made beside the writers.

use data_encoding::HEXLOWER;
use database::{Db, DbError, Tx, from_row};

use crate::secrets::{RootKey, mac, same};

database::statements! {
    /// The last link.
    pub FIND_HEAD = "SELECT place, audit_id, hash FROM audit_chain ORDER BY place DESC LIMIT 1";
    /// Rows after $1 that are in no link, the oldest first.
    pub LIST_LOOSE = "SELECT u.id, u.at, u.account_id, u.action, u.subject_kind, u.subject_id, u.organisation_id, u.before_state, \
        u.after_state, u.reason, u.on_behalf_of FROM audit u WHERE u.id > $1 AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.audit_id = u.id) \
        ORDER BY u.id LIMIT 500";
    /// A new link.
    pub INSERT_LINK = "INSERT INTO audit_chain (place, audit_id, hash) VALUES ($1, $2, $3)";
    /// Links after place $1 with their rows.
    pub LIST_LINKS = "SELECT c.place, c.audit_id, c.hash FROM audit_chain c WHERE c.place > $1 ORDER BY c.place LIMIT 1000";
    /// Rows of the log by their ids.
    pub LIST_ROWS_AMONG = concat!("SELECT u.id, u.at, u.account_id, u.action, u.subject_kind, u.subject_id, u.organisation_id, \
        u.before_state, u.after_state, u.reason, u.on_behalf_of FROM audit u WHERE u.id IN ", database::among!());
    /// Rows before $1 that are in no link: the first one, and how many.
    pub COUNT_BESIDE = "SELECT COALESCE(MIN(u.id), 0), COUNT(*) FROM audit u WHERE u.at < $1 \
        AND NOT EXISTS (SELECT 1 FROM audit_chain c WHERE c.audit_id = u.id)";
}

/// Transactions that commit late have smaller ids than what is sealed already; they are looked for so far back.
const LATE: i64 = 10_000;
/// A row that is so much older than the last one of the chain, in microseconds, is in the chain too, or was slipped in: no
/// transaction takes as long.
const LATEST: i64 = 15 * 60 * 1_000_000;

#[derive(Debug)]
struct Link {
    place: i64,
    audit_id: i64,
    hash: String,
}

from_row!(Link {
    place,
    audit_id,
    hash
});

#[derive(Debug)]
struct Row {
    id: i64,
    at: i64,
    account_id: Option<i64>,
    action: String,
    subject_kind: String,
    subject_id: i64,
    organisation_id: Option<i64>,
    before_state: Option<String>,
    after_state: Option<String>,
    reason: Option<String>,
    on_behalf_of: Option<i64>,
}

from_row!(Row {
    id,
    at,
    account_id,
    action,
    subject_kind,
    subject_id,
    organisation_id,
    before_state,
    after_state,
    reason,
    on_behalf_of
});

impl Row {
    /// The mark over the link before and this row. Every field has its length in front, so that no two rows read alike.
    fn hash(&self, key: &[u8; 32], before: &str) -> String {
        let number = |value: i64| Some(value.to_string());
        let mut fields = vec![
            Some(before.to_owned()),
            number(self.id),
            number(self.at),
            self.account_id.and_then(number),
            Some(self.action.clone()),
            Some(self.subject_kind.clone()),
            number(self.subject_id),
            self.organisation_id.and_then(number),
            self.before_state.clone(),
            self.after_state.clone(),
            self.reason.clone(),
        ];
        // Only where somebody stood in: rows that were sealed before there was this field keep their mark.
        fields.extend(self.on_behalf_of.map(number));
        let mut bytes = Vec::new();
        for field in fields {
            match field {
                None => bytes.push(0),
                Some(text) => {
                    bytes.push(1);
                    bytes.extend((text.len() as u64).to_be_bytes());
                    bytes.extend(text.as_bytes());
                }
            }
        }
        HEXLOWER.encode(&mac(key, &bytes))
    }
}

fn key_of(root: &RootKey) -> [u8; 32] {
    root.derive("audit chain")
}

async fn append(tx: &mut Tx<'_>, key: &[u8; 32]) -> Result<usize, DbError> {
    let head: Option<Link> = tx.opt(FIND_HEAD, &[]).await?;
    let (mut place, last, mut hash) = head.map_or((0, 0, String::new()), |one| {
        (one.place, one.audit_id, one.hash)
    });
    let rows: Vec<Row> = tx.all(LIST_LOOSE, &[&(last - LATE)]).await?;
    for row in &rows {
        place += 1;
        hash = row.hash(key, &hash);
        tx.exec(INSERT_LINK, &[&place, &row.id, &hash]).await?;
    }
    Ok(rows.len())
}

/// Appends the rows of the log that are not in the chain yet. Another node that does the same at once loses nothing: one of
/// them appends.
///
/// # Errors
/// The database refuses.
pub async fn seal(db: &Db, root: &RootKey) -> Result<(), DbError> {
    let key = key_of(root);
    loop {
        let work = db.write(move |tx| Box::pin(async move { append(tx, &key).await }));
        match work.await {
            Ok(0) | Err(DbError::Unique { .. }) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(error),
        }
    }
}

/// What is wrong with the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The row with this id is not what it was when it was written.
    Changed(i64),
    /// A link, or the row of a link, was removed here: after this place.
    Removed(i64),
    /// Rows were written beside the program, the first one with this id.
    SlippedIn(i64),
}

/// How the chain stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How many links there are.
    pub links: i64,
    /// The last mark; noted elsewhere, it shows whether the end was cut off.
    pub head: String,
    /// The first thing that is wrong.
    pub fault: Option<Fault>,
}

/// Walks the whole chain, a thousand links at a time.
///
/// # Errors
/// The database does not answer.
pub async fn verify(db: &Db, root: &RootKey) -> Result<Standing, DbError> {
    let (key, mut place, mut hash, mut last) = (key_of(root), 0, String::new(), 0);
    loop {
        let read = db.read_long(move |tx| {
            Box::pin(async move {
                let links: Vec<Link> = tx.all(LIST_LINKS, &[&place]).await?;
                let ids: Vec<i64> = links.iter().map(|one| one.audit_id).collect();
                let rows: Vec<Row> = tx.among(LIST_ROWS_AMONG, &ids).await?;
                Ok::<_, DbError>((links, rows))
            })
        });
        let (links, mut rows) = read.await?;
        if links.is_empty() {
            break;
        }
        rows.sort_unstable_by_key(|row| row.id);
        for link in links {
            let found = rows.binary_search_by_key(&link.audit_id, |row| row.id);
            let row = found.ok().and_then(|at| rows.get(at));
            let fault = match row {
                _ if link.place != place + 1 => Some(Fault::Removed(place)),
                None => Some(Fault::Removed(place)),
                Some(row) if !same(row.hash(&key, &hash).as_bytes(), link.hash.as_bytes()) => {
                    Some(Fault::Changed(row.id))
                }
                Some(_) => None,
            };
            if fault.is_some() {
                return Ok(Standing {
                    links: place,
                    head: hash,
                    fault,
                });
            }
            (place, hash) = (link.place, link.hash);
            last = row.map_or(last, |row| last.max(row.at));
        }
    }
    let before = last.saturating_sub(LATEST);
    let read = db.read_long(move |tx| {
        Box::pin(async move { tx.one::<(i64, i64)>(COUNT_BESIDE, &[&before]).await })
    });
    let (first, beside) = read.await?;
    Ok(Standing {
        links: place,
        head: hash,
        fault: (beside > 0).then_some(Fault::SlippedIn(first)),
    })
}
