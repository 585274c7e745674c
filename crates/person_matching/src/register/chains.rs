//! Records that are one person with the same third.

use super::Pair;
use crate::population::Population;
use crate::prepared::PreparedPerson;
use crate::score::{Guard, compare};
use crate::verdict::{Thresholds, Verdict};
use std::collections::{BTreeMap, HashSet};

/// Longer chains have gone wrong somewhere: they are left as they are.
const LONGEST: usize = 16;

/// Adds the pairs that are missing among records linked as one person, to be reviewed; keeps the order. Those that a guard
/// keeps apart stay apart.
pub(super) fn close(pairs: &mut Vec<Pair>, people: &[PreparedPerson], population: &Population) {
    let thresholds = Thresholds::of_register(population.size());
    // Without families, a likely pair links as well: nobody else could stand between the two.
    let likely = f64::midpoint(thresholds.same, thresholds.review);
    let is_link = |pair: &&Pair| {
        let alone = !population.has_families();
        pair.found.verdict == Verdict::Same || alone && pair.found.bits >= likely
    };
    let known: HashSet<(usize, usize)> =
        pairs.iter().map(|pair| (pair.first, pair.second)).collect();
    let chains = chains(pairs.iter().filter(is_link), people.len());
    for chain in chains
        .values()
        .filter(|chain| (3..=LONGEST).contains(&chain.len()))
    {
        for (at, &first) in chain.iter().enumerate() {
            for &second in chain
                .iter()
                .skip(at + 1)
                .filter(|second| !known.contains(&(first, **second)))
            {
                let mut found = compare(&people[first], &people[second], population);
                let kept_apart = found
                    .guard
                    .is_some_and(|guard| guard != Guard::OtherDocument);
                if !(kept_apart && population.has_families()) {
                    found.verdict = Verdict::Review;
                    pairs.push(Pair {
                        first,
                        second,
                        found,
                    });
                }
            }
        }
    }
    pairs.sort_unstable_by_key(|pair| (pair.first, pair.second));
}

/// The records that links hold together, each in order, under the first of them.
fn chains<'pairs>(
    links: impl Iterator<Item = &'pairs Pair>,
    people: usize,
) -> BTreeMap<usize, Vec<usize>> {
    let mut parent: Vec<usize> = (0..people).collect();
    let mut linked = Vec::new();
    for link in links {
        let (a, b) = (
            first_of(&mut parent, link.first),
            first_of(&mut parent, link.second),
        );
        let (first, later) = (a.min(b), a.max(b));
        parent[later] = first;
        linked.extend([link.first, link.second]);
    }
    linked.sort_unstable();
    linked.dedup();
    let mut chains: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for place in linked {
        let first = first_of(&mut parent, place);
        chains.entry(first).or_default().push(place);
    }
    chains
}

fn first_of(parent: &mut [usize], mut place: usize) -> usize {
    while parent[place] != place {
        parent[place] = parent[parent[place]];
        place = parent[place];
    }
    place
}
