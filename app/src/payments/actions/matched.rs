//! Entries of the bank meet their charges.

use std::collections::{HashMap, HashSet};

use database::{DbError, Tx, Value};
use jiff::Timestamp;

use super::book::{BookError, Order, book_entry};
use crate::accounts::OrganisationId;
use crate::app::Shared;
use crate::payments::matching::{self, Expected};
use crate::payments::types::{Charge, ChargeId, CollectiveId, Entry, EntryId, EntryState};
use crate::payments::{bank_store, second_looks, store, together, token};

/// Looks at every entry that nothing has looked at yet, some hundreds in a transaction, so that others are not kept
/// waiting; answers how many were booked.
///
/// # Errors
/// The database refuses; what was not looked at is looked at by the next call.
pub async fn match_new(app: &Shared, now: Timestamp) -> Result<usize, DbError> {
    let (mut booked, mut last) = (0, EntryId::new(0));
    loop {
        let after = last;
        let read = app.db.read(move |tx| {
            Box::pin(async move { tx.all::<Entry>(bank_store::LIST_NEW, &[&after]).await })
        });
        let entries: Vec<Entry> = read.await.map_err(|error: DbError| error)?;
        let Some(end) = entries.last() else { break };
        last = end.id;
        match match_some(app, entries.clone(), now).await {
            Ok(count) => booked += count,
            Err(BookError::Database(error)) if !error.is_retry() => return Err(error),
            // One of them has met something else meanwhile: one by one, so that it alone waits for a person.
            Err(_) => booked += one_by_one(app, entries, now).await?,
        }
    }
    if booked > 0 {
        app.outbox.wake();
    }
    Ok(booked)
}

async fn match_some(app: &Shared, entries: Vec<Entry>, now: Timestamp) -> Result<usize, BookError> {
    let own = app.clone();
    let work = app.db.write(move |tx| {
        Box::pin(async move {
            let (mut booked, mut waiting) = (0, Vec::new());
            let suspected = suspect(tx, &entries).await?;
            for entry in &entries {
                if suspected.contains(&entry.id) {
                    continue;
                }
                if entry.amount_minor < 0 {
                    take_back(tx, entry).await?;
                } else if meet(tx, &own, entry, now).await? {
                    booked += 1;
                } else {
                    let (from, to) = (EntryState::New.code(), EntryState::ToMatch.code());
                    waiting.push(vec![
                        Value::from(entry.id),
                        Value::from(from.to_owned()),
                        Value::from(to.to_owned()),
                    ]);
                }
            }
            tx.batch(bank_store::MOVE_ENTRY, &waiting).await?;
            Ok(booked)
        })
    });
    work.await
}

/// Entries that an earlier statement has already in other words: each waits for a person, and says what it repeats.
async fn suspect(tx: &mut Tx<'_>, entries: &[Entry]) -> Result<HashSet<EntryId>, DbError> {
    let ids = || entries.iter().map(|entry| entry.id);
    let (Some(first), Some(last)) = (ids().min(), ids().max()) else {
        return Ok(HashSet::new());
    };
    let found: Vec<(EntryId, EntryId)> =
        tx.all(bank_store::LIST_REPEATED, &[&first, &last]).await?;
    let rows: Vec<Vec<Value>> = found
        .iter()
        .map(|(id, other)| vec![Value::from(*id), Value::from(*other)])
        .collect();
    tx.batch(bank_store::MARK_REPEAT, &rows).await?;
    Ok(found.into_iter().map(|(id, _)| id).collect())
}

/// Money that went: when it takes back what is booked, or the bank says that it takes something back, it waits for a person.
async fn take_back(tx: &mut Tx<'_>, entry: &Entry) -> Result<(), DbError> {
    let booked: Vec<Entry> = tx.all(bank_store::LIST_TAKEN_BACK, &[&entry.id]).await?;
    if let Some(original) = second_looks::taken_back(entry, &booked) {
        tx.exec(bank_store::MARK_REVERSAL, &[&entry.id, &original.id])
            .await?;
        return Ok(());
    }
    let to = if entry.is_reversal {
        EntryState::ToMatch
    } else {
        EntryState::Outgoing
    };
    tx.exec(bank_store::MOVE_ENTRY, &[&entry.id, &EntryState::New, &to])
        .await?;
    Ok(())
}

/// Books an entry whose title names several charges on all of them, when it pays exactly what is still to be paid.
async fn meet_named(
    tx: &mut Tx<'_>,
    app: &Shared,
    (entry, organisation): (&Entry, OrganisationId),
    tokens: &[ChargeId],
    now: Timestamp,
) -> Result<bool, BookError> {
    let mut named: Vec<Charge> = Vec::new();
    for id in tokens {
        named.extend(tx.opt::<Charge>(store::FIND_CHARGE, &[id]).await?);
    }
    let orders = matching::decide_many(entry, &named);
    for (charge, amount_minor) in &orders {
        let order = Order {
            entry: entry.id,
            charge: *charge,
            amount_minor: *amount_minor,
            after_minor: 0,
        };
        book_entry(tx, app, (entry, order), (organisation, None), now).await?;
    }
    Ok(!orders.is_empty())
}

/// Books an entry when everything agrees.
async fn meet(
    tx: &mut Tx<'_>,
    app: &Shared,
    entry: &Entry,
    now: Timestamp,
) -> Result<bool, BookError> {
    let Some(organisation) = entry.organisation_id else {
        return Ok(false);
    };
    let titles = token::find_collective(&format!("{} {}", entry.title, entry.reference));
    let tokens = matching::tokens(entry);
    if let ([title], []) = (&titles[..], &tokens[..]) {
        return meet_many(tx, app, (entry, organisation), *title, now).await;
    }
    let [only] = &tokens[..] else {
        return meet_named(tx, app, (entry, organisation), &tokens, now).await;
    };
    let found: Option<Charge> = tx.opt(store::FIND_CHARGE, &[only]).await?;
    let Some(charge) = found.filter(|charge| charge.organisation_id == organisation) else {
        return Ok(false);
    };
    let expected = Expected {
        state: charge.state,
        remaining: charge.remaining(),
        currency: charge.currency,
    };
    let Some(charge) = matching::decide(entry, &HashMap::from([(*only, expected)])) else {
        return Ok(false);
    };
    let order = Order {
        entry: entry.id,
        charge,
        amount_minor: entry.amount_minor,
        after_minor: 0,
    };
    book_entry(tx, app, (entry, order), (organisation, None), now).await?;
    Ok(true)
}

/// Books an entry on all open charges that its collective title names, when it pays exactly what is still to be paid.
async fn meet_many(
    tx: &mut Tx<'_>,
    app: &Shared,
    (entry, organisation): (&Entry, OrganisationId),
    title: CollectiveId,
    now: Timestamp,
) -> Result<bool, BookError> {
    let mut named = together::named_by(tx, organisation, title).await?;
    named.retain(|charge| charge.remaining() > 0);
    let sum: i64 = named.iter().map(Charge::remaining).sum();
    let agrees = entry.booked_minor == 0
        && entry.amount_minor == sum
        && named.iter().all(|charge| charge.currency == entry.currency);
    if named.is_empty() || !agrees {
        return Ok(false);
    }
    for charge in named {
        let order = Order {
            entry: entry.id,
            charge: charge.id,
            amount_minor: charge.remaining(),
            after_minor: 0,
        };
        book_entry(tx, app, (entry, order), (organisation, None), now).await?;
    }
    Ok(true)
}

async fn one_by_one(app: &Shared, entries: Vec<Entry>, now: Timestamp) -> Result<usize, DbError> {
    let mut booked = 0;
    for entry in entries {
        let id = entry.id;
        match match_some(app, vec![entry], now).await {
            Ok(count) => booked += count,
            Err(BookError::Database(error)) => return Err(error),
            Err(_) => {
                let write = app.db.write(move |tx| {
                    Box::pin(async move {
                        let states = (EntryState::New, EntryState::ToMatch);
                        tx.exec(bank_store::MOVE_ENTRY, &[&id, &states.0, &states.1])
                            .await
                    })
                });
                write.await.map_err(|error: DbError| error)?;
            }
        }
    }
    Ok(booked)
}
