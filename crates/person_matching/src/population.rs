//! How common names are: two called Nowak are less of a coincidence than two called Waluk.

use crate::hash::HashKey;
use crate::prepared::{PreparedPerson, Word};
use std::collections::HashMap;

/// The people among whom someone is looked for: how many they are, and how common their names.
#[derive(Clone, Debug)]
pub struct Population {
    size: usize,
    given: Counts,
    surnames: Counts,
    families: bool,
}

/// The fewest and most bits that the equality of one name weighs.
const FEWEST_BITS: f64 = 3.0;
const MOST_BITS: f64 = 13.0;
/// What equal names weigh where nothing was learned.
const USUAL_GIVEN_BITS: f64 = 6.5;
const USUAL_SURNAME_BITS: f64 = 9.0;
/// Fewer names than this teach nothing.
const ENOUGH: f64 = 200.0;

#[derive(Clone, Debug)]
struct Counts {
    of: HashMap<u64, u32>,
    total: f64,
    usual: f64,
}

impl Population {
    /// A register of so many people, its names as common as names are.
    pub fn of_size(size: usize) -> Self {
        Self {
            size,
            given: Counts::new(USUAL_GIVEN_BITS),
            surnames: Counts::new(USUAL_SURNAME_BITS),
            families: true,
        }
    }

    /// A register of these people, whose names are counted.
    pub fn of<'people>(people: impl IntoIterator<Item = &'people PreparedPerson>) -> Self {
        let mut population = Self::of_size(0);
        for person in people {
            population.add(person);
        }
        population
    }

    /// Counts one more person.
    pub fn add(&mut self, person: &PreparedPerson) {
        self.size += 1;
        person.given.iter().for_each(|word| self.given.add(word));
        person
            .surname
            .iter()
            .for_each(|word| self.surnames.add(word));
    }

    /// How many people the register holds.
    pub const fn size(&self) -> usize {
        self.size
    }

    /// The same population with or without families in it. Where brothers and sisters are registered, twins are too, and
    /// fathers beside sons; a list of people of whom no two belong together needs no guard against them. A new population
    /// has families.
    #[must_use]
    pub const fn with_families(mut self, families: bool) -> Self {
        self.families = families;
        self
    }

    /// Whether members of one family are expected in it.
    pub const fn has_families(&self) -> bool {
        self.families
    }

    pub(crate) fn given_bits(&self, word: &Word) -> f64 {
        self.given.bits(word)
    }

    pub(crate) fn surname_bits(&self, word: &Word) -> f64 {
        self.surnames.bits(word)
    }
}

impl Counts {
    fn new(usual: f64) -> Self {
        Self {
            of: HashMap::new(),
            total: 0.0,
            usual,
        }
    }

    fn add(&mut self, word: &Word) {
        *self.of.entry(hash(word)).or_default() += 1;
        self.total += 1.0;
    }

    fn bits(&self, word: &Word) -> f64 {
        if self.total < ENOUGH {
            return self.usual;
        }
        let count = self.of.get(&hash(word)).copied().unwrap_or(0);
        let share = f64::from(count.max(1)) / self.total;
        (-share.log2()).clamp(FEWEST_BITS, MOST_BITS)
    }
}

/// A form that can only be one name counts as that name.
fn hash(word: &Word) -> u64 {
    match word.roots {
        [root] => HashKey::none().hash(1, &[&root.to_bytes()]),
        _ => HashKey::none().hash(0, &[word.text.as_bytes()]),
    }
}
