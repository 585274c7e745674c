//! How alike two words are.

/// Longer words are compared by their beginnings: no name is that long, and the work grows with the square.
const MOST_LETTERS: usize = 64;
/// Letters at the beginning that Winkler's correction counts.
const PREFIX: usize = 4;
/// How much each of them brings the words together.
const PREFIX_SCALE: f64 = 0.1;

/// Jaro–Winkler similarity: 1 for equal words, 0 for words with nothing in common.
///
/// Source: W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
/// Linkage", 1990; prefix of 4 letters at 0.1 each.
pub(crate) fn jaro_winkler(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    // Which letters find each other depends, rarely, on who looks: so it is always the same one.
    let (a, b) = if a < b { (a, b) } else { (b, a) };
    if a.is_ascii() && b.is_ascii() {
        let (a, b) = (a.as_bytes(), b.as_bytes());
        return of_letters(
            &a[..a.len().min(MOST_LETTERS)],
            &b[..b.len().min(MOST_LETTERS)],
        );
    }
    let a: Vec<char> = a.chars().take(MOST_LETTERS).collect();
    let b: Vec<char> = b.chars().take(MOST_LETTERS).collect();
    of_letters(&a, &b)
}

fn of_letters<L: PartialEq + Copy>(a: &[L], b: &[L]) -> f64 {
    let jaro = jaro(a, b);
    let prefix = a
        .iter()
        .zip(b)
        .take(PREFIX)
        .take_while(|(left, right)| left == right)
        .count();
    jaro + small(prefix) * PREFIX_SCALE * (1.0 - jaro)
}

fn jaro<L: PartialEq + Copy>(a: &[L], b: &[L]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let reach = (a.len().max(b.len()) / 2).saturating_sub(1);
    let (mut taken_a, mut taken_b) = (0_u64, 0_u64);
    let mut matches = 0;
    for (i, left) in a.iter().enumerate() {
        let from = i.saturating_sub(reach);
        let to = (i + reach + 1).min(b.len());
        let free = (from..to).find(|&j| taken_b & (1 << j) == 0 && b[j] == *left);
        if let Some(j) = free {
            taken_a |= 1 << i;
            taken_b |= 1 << j;
            matches += 1;
        }
    }
    if matches == 0 {
        return 0.0;
    }
    let matched_b = (0..b.len()).filter(|j| taken_b & (1 << j) != 0);
    let matched_a = (0..a.len()).filter(|i| taken_a & (1 << i) != 0);
    let out_of_order = matched_a
        .zip(matched_b)
        .filter(|(i, j)| a[*i] != b[*j])
        .count();
    let found = small(matches);
    (found / small(a.len()) + found / small(b.len()) + (found - small(out_of_order / 2)) / found)
        / 3.0
}

/// A count of letters as a number to divide.
fn small(count: usize) -> f64 {
    f64::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// Whether one text becomes the other by one slip: a sign changed, added, left out, or two neighbours exchanged.
pub(crate) fn one_slip_apart<L: PartialEq>(a: &[L], b: &[L]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short_rest, long_rest) = (&short[same..], &long[same..]);
    match long.len() - short.len() {
        0 => match (short_rest, long_rest) {
            ([_, one @ ..], [_, other @ ..]) if one == other => true,
            ([first, second, one @ ..], [third, fourth, other @ ..]) => {
                first == fourth && second == third && one == other
            }
            _ => false,
        },
        1 => short_rest == &long_rest[1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn winklers_own_examples() {
        for (a, b, expected) in [
            ("martha", "marhta", 0.9611),
            ("dwayne", "duane", 0.84),
            ("dixon", "dicksonx", 0.8133),
            ("ola", "iga", 0.5556),
            ("abc", "xyz", 0.0),
            ("", "xyz", 0.0),
        ] {
            assert!((jaro_winkler(a, b) - expected).abs() < 0.0001, "{a} {b}");
        }
    }

    #[test]
    fn slips() {
        for (a, b, expected) in [
            ("12345", "12345", false),
            ("12345", "12945", true),
            ("12345", "13245", true),
            ("12345", "1234", true),
            ("12345", "2345", true),
            ("12345", "54321", false),
            ("12", "1234", false),
        ] {
            assert_eq!(
                one_slip_apart(a.as_bytes(), b.as_bytes()),
                expected,
                "{a} {b}"
            );
            assert_eq!(
                one_slip_apart(b.as_bytes(), a.as_bytes()),
                expected,
                "{b} {a}"
            );
        }
    }

    proptest! {
        #[test]
        fn alike_from_both_sides(a in ".{0,80}", b in ".{0,80}") {
            let there = jaro_winkler(&a, &b);
            prop_assert!((0.0..=1.0).contains(&there));
            prop_assert!((there - jaro_winkler(&b, &a)).abs() < 1e-9);
        }
    }
}
