//! Marks by which an entry is known again, so that a statement that is imported twice books nothing twice.

use std::collections::HashMap;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

use crate::statement::{Entry, File, Statement};
use crate::text::clean;

/// 32 hexadecimal digits.
type Mark = [u8; 16];

/// How often each content was seen, and in which statements, one going on where the other ended.
#[derive(Default)]
struct Account<'s> {
    seen: HashMap<Mark, u32>,
    chain: Vec<&'s Statement>,
}

impl Statement {
    /// A mark for each entry, in the order of the entries: 32 hexadecimal digits made of date, amount, title, account of
    /// the other side, reference, and which one of several equal entries it is. Marks are unique within a statement, and
    /// the same in every statement of the account that has the entry, as long as days are not torn apart between
    /// statements whose entries carry no reference. They do not depend on the account: keep them with it.
    pub fn fingerprints(&self) -> Vec<String> {
        number(&self.entries, &mut HashMap::new())
    }
}

impl File {
    /// [`Statement::fingerprints`] for each statement. A statement that goes on where one before it of the same account
    /// ended (its opening balance is the other's closing balance, and its number another) goes on counting equal entries,
    /// so that two pages of one day keep both; one that repeats another gets the same marks again.
    pub fn fingerprints(&self) -> Vec<Vec<String>> {
        let mut accounts: HashMap<Option<&str>, Account<'_>> = HashMap::new();
        let mut all = Vec::with_capacity(self.statements.len());
        for statement in &self.statements {
            let Account { seen, chain } = accounts.entry(statement.account.as_deref()).or_default();
            if !goes_on(statement, chain) {
                seen.clear();
                chain.clear();
            }
            chain.push(statement);
            all.push(number(&statement.entries, seen));
        }
        all
    }
}

fn goes_on(statement: &Statement, chain: &[&Statement]) -> bool {
    let Some(last) = chain.last() else {
        return true;
    };
    last.closing.is_some()
        && last.closing == statement.opening
        && chain.iter().all(|one| one.number != statement.number)
}

fn number(entries: &[Entry], seen: &mut HashMap<Mark, u32>) -> Vec<String> {
    entries
        .iter()
        .map(|entry| {
            let content = content(entry);
            let count = seen.entry(content).or_insert(0);
            *count += 1;
            let mut hash = Sha256::new();
            hash.update(content);
            hash.update(count.to_be_bytes());
            HEXLOWER.encode(&short(hash))
        })
        .collect()
}

fn content(entry: &Entry) -> Mark {
    let mut hash = Sha256::new();
    hash.update(b"zapis entry 1");
    hash.update(entry.date.to_string());
    hash.update(entry.amount_minor.to_be_bytes());
    let texts = [
        Some(entry.title.as_str()),
        entry.counterparty_account.as_deref(),
        entry.reference.as_deref(),
    ];
    for text in texts {
        let text = clean(text.unwrap_or_default());
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    short(hash)
}

fn short(hash: Sha256) -> Mark {
    let mut mark = Mark::default();
    for (to, from) in mark.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    mark
}
