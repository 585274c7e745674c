//! Two children of one name who were born on one day. Somebody has decided that they are two, and the key of the second carries
//! a number behind it; what is known of either can be changed without asking again (`spec/rules.md`, Once, 4).

use database::{DbError, Tx};

use super::identity::Sought;
use super::store;
use crate::people::PersonId;

/// So many true namesakes are born on one day at the most.
const MOST_NAMESAKES: u32 = 99;

/// The key of the namesake of this number; the first has the plain one.
fn numbered(plain: &str, number: u32) -> String {
    match number {
        0 | 1 => plain.to_owned(),
        number => format!("{plain}#{number}"),
    }
}

/// Whether a key is the plain one with something behind it.
fn is_numbered(key: &str, plain: &str) -> bool {
    let behind = key.strip_prefix(plain);
    behind.is_some_and(|behind| behind.starts_with('#'))
}

/// Whether somebody has decided that these are two.
pub(super) async fn are_two(
    tx: &mut Tx<'_>,
    (id, other): (PersonId, PersonId),
) -> Result<bool, DbError> {
    let two: Vec<PersonId> = tx.all(store::LIST_DECIDED_TWO, &[&id]).await?;
    Ok(two.contains(&other))
}

/// What is looked for, with the record whose data it is: neither this one is another child, nor are those of whom somebody
/// has decided so.
pub(super) async fn apart(
    tx: &mut Tx<'_>,
    sought: &Sought,
    id: PersonId,
) -> Result<Sought, DbError> {
    let two = tx.all(store::LIST_DECIDED_TWO, &[&id]).await?;
    Ok(sought.except(id, two))
}

/// The key that a record can have for these data without anybody deciding anything: the plain one where nobody else has it, and
/// otherwise its own, as long as that is the plain one with a number.
pub(super) async fn kept_key(
    tx: &mut Tx<'_>,
    id: PersonId,
    plain: &str,
) -> Result<Option<String>, DbError> {
    let holder: Option<PersonId> = tx.opt(store::FIND_BY_KEY, &[&plain]).await?;
    if holder.is_none_or(|holder| holder == id) {
        return Ok(Some(plain.to_owned()));
    }
    let own: Option<String> = tx.opt(store::FIND_KEY, &[&id]).await?;
    Ok(own.filter(|own| is_numbered(own, plain)))
}

/// The same; the next free number where somebody has decided that the record and whoever has the plain key are two. None where
/// nobody has.
pub(super) async fn own_key(
    tx: &mut Tx<'_>,
    id: PersonId,
    plain: &str,
) -> Result<Option<String>, DbError> {
    if let Some(key) = kept_key(tx, id, plain).await? {
        return Ok(Some(key));
    }
    let holder: PersonId = tx.one(store::FIND_BY_KEY, &[&plain]).await?;
    if are_two(tx, (id, holder)).await? {
        free_key(tx, Some(id), plain).await.map(Some)
    } else {
        Ok(None)
    }
}

/// The first key that nobody has, or only a record that was joined with this one.
pub(super) async fn free_key(
    tx: &mut Tx<'_>,
    id: Option<PersonId>,
    plain: &str,
) -> Result<String, DbError> {
    for number in 1..=MOST_NAMESAKES {
        let key = numbered(plain, number);
        let holder: Option<PersonId> = tx.opt(store::FIND_BY_KEY, &[&key]).await?;
        if holder.is_none() || holder == id {
            return Ok(key);
        }
    }
    Err(DbError::Other("too many namesakes".into()))
}

/// Everybody who has this key, plain or with a number.
pub(super) async fn of_key(tx: &mut Tx<'_>, plain: &str) -> Result<Vec<PersonId>, DbError> {
    let mut found = Vec::new();
    for number in 1..=MOST_NAMESAKES {
        let key = numbered(plain, number);
        found.extend(tx.opt::<PersonId>(store::FIND_BY_KEY, &[&key]).await?);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &str = "lesin|artem|2017-03-14";

    #[test]
    fn a_key_with_a_number_is_told_from_others() {
        assert_eq!(numbered(PLAIN, 1), PLAIN);
        let second = numbered(PLAIN, 2);
        assert!(is_numbered(&second, PLAIN) && !is_numbered(PLAIN, PLAIN));
        assert!(!is_numbered(&second, "lesin|artem|2017-03-1"));
        assert!(!is_numbered("lesin|artem|2017-03-15#2", PLAIN));
    }
}
