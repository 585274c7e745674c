//! Whether letters look like a name: how often its pairs of neighbouring letters stand in names that are known.

use crate::names;
use std::sync::OnceLock;

/// Letters that a pair can be made of: the edge of a word, anything unknown, the alphabet.
const LETTERS: usize = 40;
const EDGE: usize = 0;
const UNKNOWN: usize = 1;
/// Letters that can follow another, for what a pair never seen counts for.
const FOLLOWERS: f64 = 33.0;
const SMOOTHING: f64 = 0.05;
/// No pair is unlikelier than this.
const NEVER: f64 = -6.0;

/// Natural logarithms of how likely one letter follows another.
struct Pairs([[f64; LETTERS]; LETTERS]);

impl Pairs {
    fn learn(words: impl Iterator<Item = String>, first: char) -> Self {
        let mut counts = [[0.0; LETTERS]; LETTERS];
        for word in words {
            for (from, to) in neighbours(&word, first) {
                counts[from][to] += 1.0;
            }
        }
        Self(counts.map(|row| {
            let all = row.iter().sum::<f64>() + FOLLOWERS * SMOOTHING;
            row.map(|count| ((count + SMOOTHING) / all).ln().max(NEVER))
        }))
    }

    fn look(&self, word: &str, first: char) -> f64 {
        let (mut sum, mut count) = (0.0, 0.0);
        for (from, to) in neighbours(word, first) {
            let unknown = from == UNKNOWN || to == UNKNOWN;
            sum += if unknown { NEVER } else { self.0[from][to] };
            count += 1.0;
        }
        sum / count
    }
}

/// The places in the table of each letter and the one behind it, for an alphabet that begins with `first`.
fn neighbours(word: &str, first: char) -> impl Iterator<Item = (usize, usize)> {
    let place = move |c: char| {
        let place = u32::from(c).wrapping_sub(u32::from(first)) as usize + 2;
        if place < LETTERS { place } else { UNKNOWN }
    };
    let from = std::iter::once(EDGE).chain(word.chars().map(place));
    let to = word.chars().map(place).chain(std::iter::once(EDGE));
    from.zip(to)
}

/// How much a folded Latin word looks like a Polish name: mean logarithm over its pairs of letters, about -2 for names
/// and -4 for keys struck at random.
pub(crate) fn latin_look(word: &str) -> f64 {
    static PAIRS: OnceLock<Pairs> = OnceLock::new();
    let pairs = PAIRS.get_or_init(|| Pairs::learn(names::latin_words(), 'a'));
    pairs.look(word, 'a')
}

/// The same for a folded Cyrillic word and Russian names.
pub(crate) fn cyrillic_look(word: &str) -> f64 {
    static PAIRS: OnceLock<Pairs> = OnceLock::new();
    let pairs = PAIRS.get_or_init(|| Pairs::learn(names::cyrillic_words(), 'а'));
    pairs.look(word, 'а')
}
