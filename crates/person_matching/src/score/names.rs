//! Given name and surname.

use super::{Agreement, Field, Reason};
use crate::population::Population;
use crate::prepared::{PreparedPerson, Word};
use crate::similarity::{jaro_winkler, one_slip_apart};

/// Similarity (Jaro–Winkler) from which given names are [`Agreement::Similar`] and [`Agreement::Alike`].
const GIVEN_SIMILAR: f64 = 0.9;
const GIVEN_ALIKE: f64 = 0.8;
/// The same for surnames.
const SURNAME_SIMILAR: f64 = 0.92;
const SURNAME_ALIKE: f64 = 0.82;
/// A shorter name becomes another by one slip too easily.
const SHORTEST: usize = 3;
/// What a variant or a part of a name is short of the whole.
const VARIANT_COSTS: f64 = 1.0;
const PART_COSTS: f64 = 2.0;
/// What exchanged names cost: that they are exchanged at all.
const SWAP_COSTS: f64 = 2.0;
/// The most that both words of a double name weigh.
const MOST_BITS: f64 = 14.0;

/// Which of a person's names is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Given,
    Surname,
    /// Either, where names may have been exchanged.
    Any,
}

/// Both names as they stand or exchanged, whichever speaks more for one person.
pub(super) fn compare(
    a: &PreparedPerson,
    b: &PreparedPerson,
    population: &Population,
) -> impl Iterator<Item = Reason> {
    let given = one(&a.given, &b.given, Kind::Given, population);
    let surname = one(&a.surname, &b.surname, Kind::Surname, population);
    let bits = |found: Option<(Agreement, f64)>| found.map_or(0.0, |(_, bits)| bits);
    let straight = bits(given) + bits(surname);
    // Exchanged names are looked at where those in their places are unlike.
    let crossed = (straight < SWAP_COSTS)
        .then(|| crossed(a, b, population))
        .flatten()
        .filter(|crossed| bits(crossed[0]) + bits(crossed[1]) - SWAP_COSTS > straight);
    let [given, surname] = match crossed {
        Some(found) => {
            found.map(|found| found.map(|(_, bits)| (Agreement::Swapped, bits - SWAP_COSTS / 2.0)))
        }
        None => [given, surname],
    };
    let reason = |field| {
        move |(agreement, bits)| Reason {
            field,
            agreement,
            bits,
        }
    };
    given
        .map(reason(Field::GivenName))
        .into_iter()
        .chain(surname.map(reason(Field::Surname)))
}

/// The names of one against the other's in each other's places; none unless both agree at least nearly.
fn crossed(
    a: &PreparedPerson,
    b: &PreparedPerson,
    population: &Population,
) -> Option<[Option<(Agreement, f64)>; 2]> {
    let nearly = |found: &(Agreement, f64)| found.0 < Agreement::Alike;
    let there = one(&a.given, &b.surname, Kind::Any, population).filter(nearly)?;
    let back = one(&a.surname, &b.given, Kind::Any, population).filter(nearly)?;
    let ordered = if there.1 <= back.1 {
        [there, back]
    } else {
        [back, there]
    };
    Some(ordered.map(Some))
}

/// How one name agrees; none where either is missing.
fn one(a: &[Word], b: &[Word], kind: Kind, population: &Population) -> Option<(Agreement, f64)> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let weight = |word: &Word| match kind {
        Kind::Any if word.roots.is_empty() => population.surname_bits(word),
        Kind::Given | Kind::Any => population.given_bits(word),
        Kind::Surname => population.surname_bits(word),
    };
    let whole = |words: &[Word]| words.iter().map(weight).sum::<f64>().min(MOST_BITS);
    let is_in = |word: &Word, words: &[Word]| words.iter().any(|other| other.text == word.text);
    if a.len() == b.len()
        && a.iter().all(|word| is_in(word, b))
        && b.iter().all(|word| is_in(word, a))
    {
        return Some((Agreement::Equal, whole(a)));
    }
    if (a.len() > 1 || b.len() > 1) && one_is_the_other_run_together(a, b) {
        return Some((Agreement::Equal, whole(a).min(whole(b))));
    }
    let shared = a.iter().filter(|word| is_in(word, b)).map(weight);
    if let Some(bits) = shared.max_by(f64::total_cmp) {
        return Some((Agreement::Part, (bits - PART_COSTS).max(1.0)));
    }
    if kind != Kind::Surname
        && let Some(bits) = variant(a, b, population)
    {
        return Some((Agreement::Variant, bits));
    }
    Some(alike(a, b, kind))
}

/// `Nowak Kowalska` and `Kowalskanowak`.
fn one_is_the_other_run_together(a: &[Word], b: &[Word]) -> bool {
    let joined = |words: &[Word]| words.iter().map(|word| &*word.text).collect::<String>();
    let turned = |words: &[Word]| {
        words
            .iter()
            .rev()
            .map(|word| &*word.text)
            .collect::<String>()
    };
    let (joined_a, joined_b) = (joined(a), joined(b));
    joined_a == joined_b || turned(a) == joined_b || joined_a == turned(b)
}

/// The bits of two forms of one given name.
fn variant(a: &[Word], b: &[Word], population: &Population) -> Option<f64> {
    let pairs = a
        .iter()
        .flat_map(|left| b.iter().map(move |right| (left, right)));
    let bits = pairs
        .filter(|(left, right)| left.roots.iter().any(|root| right.roots.contains(root)))
        .map(|(left, right)| {
            population
                .given_bits(left)
                .min(population.given_bits(right))
                - VARIANT_COSTS
        });
    bits.max_by(f64::total_cmp).map(|bits| bits.max(1.0))
}

/// How much two names that are not equal look alike. Two given names that we know are different names, however alike:
/// Hanna and Anna.
fn alike(a: &[Word], b: &[Word], kind: Kind) -> (Agreement, f64) {
    let pairs = a
        .iter()
        .flat_map(|left| b.iter().map(move |right| (left, right)));
    let agreement = pairs
        .filter(|(left, right)| {
            kind == Kind::Surname || left.roots.is_empty() || right.roots.is_empty()
        })
        .map(|(left, right)| words_alike(&left.text, &right.text, kind))
        .min()
        .unwrap_or(Agreement::Different);
    let bits = match (kind, agreement) {
        (Kind::Surname, Agreement::Similar) => 5.6,
        (Kind::Surname, Agreement::Alike) => 2.2,
        (Kind::Surname, _) => -8.0,
        (_, Agreement::Similar) => 5.4,
        (_, Agreement::Alike) => 2.0,
        _ => -7.0,
    };
    (agreement, bits)
}

fn words_alike(a: &str, b: &str, kind: Kind) -> Agreement {
    let (similar, alike) = match kind {
        Kind::Surname => (SURNAME_SIMILAR, SURNAME_ALIKE),
        Kind::Given | Kind::Any => (GIVEN_SIMILAR, GIVEN_ALIKE),
    };
    let similarity = jaro_winkler(a, b);
    // Jaro and Winkler trust the first letters; people do exchange them: `Abs` for `Bas`.
    let slip = || {
        let (left, right): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        left.len().min(right.len()) >= SHORTEST && one_slip_apart(&left, &right)
    };
    if similarity >= similar || slip() {
        Agreement::Similar
    } else if similarity >= alike {
        Agreement::Alike
    } else {
        Agreement::Different
    }
}
