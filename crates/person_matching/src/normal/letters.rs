//! Whether letters look like a name: how often its pairs of neighbouring letters stand in names that are known.

use crate::names;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Before the first and after the last letter.
const EDGE: char = ' ';
/// What a pair never seen counts for, among the letters that can follow.
const SMOOTHING: f64 = 0.05;

struct Pairs {
    /// Natural logarithm of how likely the second letter follows the first.
    likely: HashMap<(char, char), f64>,
    /// The same for a pair never seen behind this letter.
    unseen: HashMap<char, f64>,
}

const NEVER: f64 = -6.0;

impl Pairs {
    fn learn(words: impl Iterator<Item = String>) -> Self {
        let mut counts: HashMap<(char, char), f64> = HashMap::new();
        let mut totals: HashMap<char, f64> = HashMap::new();
        for word in words {
            for pair in neighbours(&word) {
                *counts.entry(pair).or_default() += 1.0;
                *totals.entry(pair.0).or_default() += 1.0;
            }
        }
        let all = |total: f64| total + 33.0 * SMOOTHING;
        let likely = counts
            .iter()
            .map(|(pair, count)| (*pair, ((count + SMOOTHING) / all(totals[&pair.0])).ln()))
            .collect();
        let unseen = totals
            .iter()
            .map(|(first, total)| (*first, (SMOOTHING / all(*total)).ln()))
            .collect();
        Self { likely, unseen }
    }

    fn look(&self, word: &str) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        for pair in neighbours(word) {
            let unseen = || self.unseen.get(&pair.0).copied().unwrap_or(NEVER);
            sum += self
                .likely
                .get(&pair)
                .copied()
                .unwrap_or_else(unseen)
                .max(NEVER);
            count += 1.0;
        }
        sum / count
    }
}

fn neighbours(word: &str) -> impl Iterator<Item = (char, char)> {
    let from = std::iter::once(EDGE).chain(word.chars());
    let to = word.chars().chain(std::iter::once(EDGE));
    from.zip(to)
}

/// How much a folded Latin word looks like a Polish name: mean logarithm over its pairs of letters, about -2 for names
/// and -4 for keys struck at random.
pub(crate) fn latin_look(word: &str) -> f64 {
    static PAIRS: OnceLock<Pairs> = OnceLock::new();
    PAIRS
        .get_or_init(|| Pairs::learn(names::latin_words()))
        .look(word)
}

/// The same for a folded Cyrillic word and Russian names.
pub(crate) fn cyrillic_look(word: &str) -> f64 {
    static PAIRS: OnceLock<Pairs> = OnceLock::new();
    PAIRS
        .get_or_init(|| Pairs::learn(names::cyrillic_words()))
        .look(word)
}
