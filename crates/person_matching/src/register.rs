//! A whole list in memory, and the pairs in it.

use crate::hash::HashKey;
use crate::population::Population;
use crate::prepared::PreparedPerson;
use crate::score::{Match, compare};
use crate::verdict::Verdict;

mod chains;

/// So many records may share a key before it is taken for no sign of anything: a school's telephone, `1900-01-01`.
const MOST_ALIKE: usize = 400;
/// The same for coarse keys: a birth date among ten thousand says something, among a million it does not.
const FEW_ALIKE: usize = 24;
/// Records are handed to threads in pieces of this size.
const PIECE: usize = 512;
/// Leading bits of a key by which its place in the index is found.
const DIRECTORY_BITS: u32 = 16;

/// With a pair of brothers or sisters for so many people, the list holds families. Registers of children have one for three
/// or four; slips in lists of single people make one for some hundreds.
const LIST_OF_FAMILIES: usize = 50;
/// So few people say nothing about that: then families are expected.
const FEWEST_PEOPLE: usize = 500;

/// A list of people, indexed by their keys.
#[derive(Debug)]
pub struct Register {
    people: Vec<PreparedPerson>,
    population: Population,
    /// Keys and the places of their people, in order of both.
    index: Vec<(u64, u32)>,
    /// Where keys with these leading bits begin.
    directory: Vec<usize>,
}

/// Two records of a list that are, or may be, one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Place of the earlier record in the list, from 0.
    pub first: usize,
    /// Place of the later one.
    pub second: usize,
    /// Why.
    pub found: Match,
}

impl Register {
    /// Indexes a list; places are those of the list. Takes no more than `u32::MAX` people: later ones are not looked at.
    pub fn new(people: Vec<PreparedPerson>) -> Self {
        let population = Population::of(&people);
        let families = families(&people) * LIST_OF_FAMILIES >= people.len();
        let population = population.with_families(families);
        let mut index = Vec::with_capacity(people.len() * 10);
        for (place, person) in (0_u32..).zip(&people) {
            let keys = person.keys(&HashKey::none());
            index.extend(
                keys.into_iter()
                    .chain(person.coarse_keys())
                    .map(|key| (key, place)),
            );
        }
        index.sort_unstable();
        let mut directory = vec![0; (1 << DIRECTORY_BITS) + 1];
        for (key, _) in &index {
            directory[leading(*key) + 1] += 1;
        }
        for at in 1..directory.len() {
            directory[at] += directory[at - 1];
        }
        Self {
            people,
            population,
            index,
            directory,
        }
    }

    /// The records that a probe of this person meets, each once, in order.
    pub fn candidates(&self, person: &PreparedPerson) -> Vec<u32> {
        let mut found = Vec::new();
        for probe in person.probes(&HashKey::none()) {
            let alike = self.of_key(probe);
            if alike.len() <= MOST_ALIKE {
                found.extend(alike.iter().map(|entry| entry.1));
            }
        }
        for probe in person.coarse_keys() {
            let alike = self.of_key(probe);
            if alike.len() <= FEW_ALIKE {
                found.extend(alike.iter().map(|entry| entry.1));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn of_key(&self, key: u64) -> &[(u64, u32)] {
        let at = leading(key);
        let part = &self.index[self.directory[at]..self.directory[at + 1]];
        let from = part.partition_point(|entry| entry.0 < key);
        let rest = &part[from..];
        let length = rest.partition_point(|entry| entry.0 == key);
        &rest[..length]
    }

    /// All pairs that are one person or may be, in the order of the earlier record and then the later one. When two records are
    /// one person with a third, they are a pair too, though they alone may look too little alike. Works on this many
    /// threads; what comes out does not depend on how many.
    pub fn pairs(&self, threads: usize) -> Vec<Pair> {
        let pieces = self.people.len().div_ceil(PIECE);
        let next = std::sync::atomic::AtomicUsize::new(0);
        let work = || {
            let mut found = Vec::new();
            loop {
                let piece = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                if piece >= pieces {
                    return found;
                }
                self.pairs_of(piece, &mut found);
            }
        };
        let mut pairs: Vec<Pair> = std::thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let mut found = work();
            for other in others {
                match other.join() {
                    Ok(more) => found.extend(more),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            found
        });
        pairs.sort_unstable_by_key(|pair| (pair.first, pair.second));
        chains::close(&mut pairs, &self.people, &self.population);
        pairs
    }

    fn pairs_of(&self, piece: usize, found: &mut Vec<Pair>) {
        let from = piece * PIECE;
        let to = (from + PIECE).min(self.people.len());
        for (second, person) in self.people.iter().enumerate().take(to).skip(from) {
            for first in self.candidates(person) {
                let first = first as usize;
                if first >= second {
                    break;
                }
                let answer = compare(&self.people[first], person, &self.population);
                if answer.verdict > Verdict::New {
                    found.push(Pair {
                        first,
                        second,
                        found: answer,
                    });
                }
            }
        }
    }
}

/// How many people share surname and address with the one before them, and neither given name nor birth date.
fn families(people: &[PreparedPerson]) -> usize {
    if people.len() < FEWEST_PEOPLE {
        return people.len();
    }
    let mut by_home: Vec<(u64, u32)> = (0_u32..)
        .zip(people)
        .filter_map(|(place, person)| Some((person.home()?, place)))
        .collect();
    by_home.sort_unstable();
    let are_relatives = |pair: &&[(u64, u32)]| {
        let (a, b) = (&people[pair[0].1 as usize], &people[pair[1].1 as usize]);
        pair[0].0 == pair[1].0 && a.is_relative_of(b)
    };
    by_home.windows(2).filter(are_relatives).count()
}

fn leading(key: u64) -> usize {
    usize::try_from(key >> (u64::BITS - DIRECTORY_BITS)).unwrap_or(0)
}
