//! Deferred acceptance (Gale and Shapley, 1962), the children proposing.

use std::collections::{BinaryHeap, HashMap};

/// What a group has to give, and to whom first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Places to give.
    pub places: usize,
    /// Who applied, by number, in the order in which the group takes them.
    pub order: Vec<usize>,
}

/// Gives everybody the best wish that they can have. `wishes[who]` are numbers of groups, the dearest first; the answer holds
/// the number of the group for everybody, or none.
///
/// - Nobody gets a group that they did not wish for or did not apply to, and no group takes more than its places.
/// - It is stable: whoever would rather have had another group, applied there and did not get it, is behind everybody who
///   did, and no place there was left over.
/// - Of all stable results it is the best one for every single child, so that nobody gains by ranking otherwise than they wish.
/// - It follows from the wishes and the orders alone, not from who is looked at first.
pub fn matching(wishes: &[Vec<usize>], groups: &[Ranking]) -> Vec<Option<usize>> {
    let ranks: Vec<HashMap<usize, usize>> = groups.iter().map(ranks).collect();
    let mut held: Vec<BinaryHeap<(usize, usize)>> = vec![BinaryHeap::new(); groups.len()];
    let mut next = vec![0; wishes.len()];
    let mut asking: Vec<usize> = (0..wishes.len()).collect();
    while let Some(who) = asking.pop() {
        let Some(&group) = wishes[who].get(next[who]) else {
            continue;
        };
        next[who] += 1;
        let rank = ranks.get(group).and_then(|ranks| ranks.get(&who));
        let Some(&rank) = rank else {
            asking.push(who);
            continue;
        };
        held[group].push((rank, who));
        if held[group].len() > groups[group].places
            && let Some((_, last)) = held[group].pop()
        {
            asking.push(last);
        }
    }
    let mut given = vec![None; wishes.len()];
    for (group, held) in held.into_iter().enumerate() {
        for (_, who) in held {
            given[who] = Some(group);
        }
    }
    given
}

/// Who stands where; whoever is named twice stands where they are named first.
fn ranks(group: &Ranking) -> HashMap<usize, usize> {
    let mut ranks = HashMap::with_capacity(group.order.len());
    for (rank, who) in group.order.iter().enumerate() {
        ranks.entry(*who).or_insert(rank);
    }
    ranks
}
