//! Who acts for a child when two records, or two accounts, become one: nobody loses the child, nobody has it twice.

use database::{DbError, Tx};
use jiff::Timestamp;

use crate::accounts::AccountId;
use crate::families::types::GuardianshipState as State;
use crate::merging::store::{self, Guardianship};
use crate::merging::types::MergeId;
use crate::people::PersonId;

/// What one side gives to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// A record of a child, to another one.
    Person(PersonId, PersonId),
    /// An account, to another one.
    Account(AccountId, AccountId),
}

fn is(one: &Guardianship, state: State) -> bool {
    one.state == state.code()
}

/// The guardianships that change, as they are afterwards: those of the side that goes come over in the state `lets_in` gives to
/// those who hold; where the kept side has one between the same account and child, the better of both stays there and the
/// other one ends.
pub(super) fn changed(
    side: Side,
    gone: &[Guardianship],
    kept: &[Guardianship],
    lets_in: bool,
) -> Vec<Guardianship> {
    let mut changed = Vec::new();
    for one in gone {
        if !is(one, State::Holds) && !is(one, State::Asked) {
            continue;
        }
        let state = if is(one, State::Holds) && !lets_in {
            State::Asked
        } else {
            State::from_code(&one.state).unwrap_or(State::Asked)
        };
        let mut over = one.clone();
        state.code().clone_into(&mut over.state);
        match side {
            Side::Person(_, kept) => over.person_id = kept,
            Side::Account(_, kept) => over.account_id = kept,
        }
        let same = |other: &&Guardianship| {
            (other.person_id, other.account_id) == (over.person_id, over.account_id)
        };
        let Some(other) = kept.iter().find(same) else {
            changed.push(over);
            continue;
        };
        let mut ended = one.clone();
        State::Ended.code().clone_into(&mut ended.state);
        changed.push(ended);
        let is_better = match state {
            State::Holds => !is(other, State::Holds),
            // Whoever was refused by the guardians of the kept record does not ask again by this.
            _ => is(other, State::Ended),
        };
        if is_better {
            let mut better = other.clone();
            state.code().clone_into(&mut better.state);
            changed.push(better);
        }
    }
    changed
}

/// Brings the guardianships of one side over, and notes each as it was.
pub(super) async fn bring_over(
    tx: &mut Tx<'_>,
    id: MergeId,
    side: Side,
    (lets_in, by): (bool, AccountId),
    now: Timestamp,
) -> Result<(), DbError> {
    let (gone, kept): (Vec<Guardianship>, Vec<Guardianship>) = match side {
        Side::Person(gone, kept) => (
            tx.all(store::LIST_GUARDIANSHIPS_OF_PERSON, &[&gone])
                .await?,
            tx.all(store::LIST_GUARDIANSHIPS_OF_PERSON, &[&kept])
                .await?,
        ),
        Side::Account(gone, kept) => (
            tx.all(store::LIST_GUARDIANSHIPS_OF_ACCOUNT, &[&gone])
                .await?,
            tx.all(store::LIST_GUARDIANSHIPS_OF_ACCOUNT, &[&kept])
                .await?,
        ),
    };
    // A child is never left without anybody who acts for it.
    let is_left_alone =
        matches!(side, Side::Person(..)) && !kept.iter().any(|one| is(one, State::Holds));
    for one in changed(side, &gone, &kept, lets_in || is_left_alone) {
        let before = gone.iter().chain(&kept).find(|other| other.id == one.id);
        if let Some(before) = before {
            let was = format!(
                "{} {} {}",
                before.person_id, before.account_id, before.state
            );
            let row: database::Params<'_> = &[&id, &"guardianships", &one.id, &was];
            tx.exec(store::INSERT_MOVE, row).await?;
        }
        set(tx, &one, by, now).await?;
    }
    Ok(())
}

async fn set(
    tx: &mut Tx<'_>,
    one: &Guardianship,
    by: AccountId,
    now: Timestamp,
) -> Result<(), DbError> {
    let row: database::Params<'_> = &[
        &one.id,
        &one.person_id,
        &one.account_id,
        &one.state,
        &now,
        &by,
    ];
    tx.exec(store::SET_GUARDIANSHIP, row).await.map(drop)
}

/// Puts every guardianship that a merge changed back as it was.
pub(super) async fn give_back(
    tx: &mut Tx<'_>,
    id: MergeId,
    by: AccountId,
    now: Timestamp,
) -> Result<(), DbError> {
    let changed: Vec<(i64, String)> = tx.all(store::LIST_CHANGED_GUARDIANSHIPS, &[&id]).await?;
    for (row, was) in changed {
        let mut parts = was.split(' ');
        let mut next = || parts.next().unwrap_or_default();
        let (person, account, state) = (next().parse(), next().parse(), next().to_owned());
        let (Ok(person_id), Ok(account_id)) = (person, account) else {
            return Err(DbError::Other(
                "a noted guardianship can not be read".into(),
            ));
        };
        let one = Guardianship {
            id: row,
            person_id,
            account_id,
            state,
        };
        set(tx, &one, by, now).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(id: i64, person: i64, account: i64, state: &str) -> Guardianship {
        Guardianship {
            id,
            person_id: PersonId::new(person),
            account_id: AccountId::new(account),
            state: state.into(),
        }
    }

    /// How the rows are after a change.
    fn after(
        gone: &[Guardianship],
        kept: &[Guardianship],
        changed: &[Guardianship],
    ) -> Vec<Guardianship> {
        let as_is = |one: &Guardianship| {
            let new = changed.iter().find(|other| other.id == one.id);
            new.unwrap_or(one).clone()
        };
        gone.iter().chain(kept).map(as_is).collect()
    }

    #[test]
    fn who_held_asks_where_that_was_decided() {
        let side = Side::Person(PersonId::new(1), PersonId::new(2));
        let (gone, kept) = ([one(10, 1, 7, "holds")], [one(20, 2, 8, "holds")]);
        assert_eq!(changed(side, &gone, &kept, false), [one(10, 2, 7, "asked")]);
        assert_eq!(changed(side, &gone, &kept, true), [one(10, 2, 7, "holds")]);
        let refused = [one(20, 2, 7, "refused")];
        assert_eq!(
            changed(side, &gone, &refused, false),
            [one(10, 1, 7, "ended")]
        );
        assert_eq!(
            changed(side, &gone, &refused, true),
            [one(10, 1, 7, "ended"), one(20, 2, 7, "holds")]
        );
    }

    proptest! {
        /// Between one account and one child there is one row, and whoever held a child holds it still.
        #[test]
        fn nobody_loses_a_child_and_nobody_has_it_twice(
            gone in proptest::collection::btree_map(1..6_i64, 0..4_usize, 0..5),
            kept in proptest::collection::btree_map(1..6_i64, 0..4_usize, 0..5),
        ) {
            let states = ["holds", "asked", "refused", "ended"];
            let rows = |all: &std::collections::BTreeMap<i64, usize>, account: i64| -> Vec<Guardianship> {
                all.iter().map(|(child, state)| one(account * 100 + child, *child, account, states[*state])).collect()
            };
            let (gone, kept) = (rows(&gone, 1), rows(&kept, 2));
            let side = Side::Account(AccountId::new(1), AccountId::new(2));
            let after = after(&gone, &kept, &changed(side, &gone, &kept, true));
            let mut pairs: Vec<_> = after.iter().map(|one| (one.person_id, one.account_id)).collect();
            let all = pairs.len();
            pairs.sort();
            pairs.dedup();
            prop_assert_eq!(pairs.len(), all);
            for one in gone.iter().chain(&kept).filter(|one| one.state == "holds") {
                let holds = after.iter().any(|other| other.person_id == one.person_id
                    && other.account_id == AccountId::new(2) && other.state == "holds");
                prop_assert!(holds, "{:?}", one);
            }
            prop_assert!(!after.iter().any(|one| one.account_id == AccountId::new(1) && (one.state == "holds" || one.state == "asked")));
        }
    }
}
