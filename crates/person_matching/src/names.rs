//! Given names: which are known, and which are the same name in another spelling or shortened.

use crate::hash::HashKey;
use crate::normal::{fold, skeleton};
use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

const TABLES: [&str; 2] = [
    include_str!("../data/names.pl.txt"),
    include_str!("../data/names.ru.txt"),
];
const LATIN_SURNAMES: &str = include_str!("../data/surnames.pl.txt");
const CYRILLIC_SURNAMES: &str = include_str!("../data/surnames.ru.txt");

/// A name that stands for all its spellings and short forms: a hash of the first spelling in its line of the tables, so that
/// keys that were stored hold when lines are added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Root(u64);

impl Root {
    fn of(head: &str) -> Self {
        Self(HashKey::none().hash(0, &[head.as_bytes()]))
    }

    pub(crate) fn to_bytes(self) -> [u8; 8] {
        self.0.to_le_bytes()
    }
}

/// The roots that a word, in its skeleton, is a form of; none for a word that is no name we know.
pub(crate) fn roots(skeleton: &str) -> &'static [Root] {
    table().get(skeleton).map_or(&[], Vec::as_slice)
}

/// Whether the word, in its skeleton, is a form of a given name that we know.
pub(crate) fn is_known(skeleton: &str) -> bool {
    table().contains_key(skeleton)
}

fn table() -> &'static HashMap<String, Vec<Root>> {
    static TABLE: OnceLock<HashMap<String, Vec<Root>>> = OnceLock::new();
    TABLE.get_or_init(read)
}

/// A line that begins with the same skeleton as an earlier one, in the other language, shares its root: Julia is Юлия.
fn read() -> HashMap<String, Vec<Root>> {
    let mut table: HashMap<String, Vec<Root>> = HashMap::new();
    for text in TABLES {
        let own: BTreeSet<String> = lines(text).map(head).collect();
        for line in lines(text) {
            let root = Root::of(&head(line));
            let (spellings, short) = line.split_once(':').unwrap_or((line, ""));
            // A name in its own right is not another's short form, even where two of them come to one skeleton.
            let short = short
                .split(' ')
                .map(as_skeleton)
                .filter(|form| !own.contains(form));
            let forms: BTreeSet<String> =
                spellings.split(' ').map(as_skeleton).chain(short).collect();
            for form in forms.into_iter().filter(|form| !form.is_empty()) {
                let roots = table.entry(form).or_default();
                if !roots.contains(&root) {
                    roots.push(root);
                }
            }
        }
    }
    table
}

fn head(line: &str) -> String {
    as_skeleton(line.split([' ', ':']).next().unwrap_or_default())
}

fn as_skeleton(form: &str) -> String {
    skeleton::skeleton(&fold::words(form).collect::<String>())
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
}

/// Latin given names and surnames, folded.
pub(crate) fn latin_words() -> impl Iterator<Item = String> {
    words(TABLES[0], LATIN_SURNAMES)
}

/// Cyrillic given names and surnames, folded.
pub(crate) fn cyrillic_words() -> impl Iterator<Item = String> {
    words(TABLES[1], CYRILLIC_SURNAMES)
}

fn words(given: &'static str, surnames: &'static str) -> impl Iterator<Item = String> {
    lines(given)
        .chain(lines(surnames))
        .flat_map(|line| line.split([' ', ':']))
        .flat_map(fold::words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_a_root_of_its_own() {
        let heads: BTreeSet<String> = TABLES.into_iter().flat_map(lines).map(head).collect();
        let roots: BTreeSet<Root> = heads.iter().map(|head| Root::of(head)).collect();
        assert_eq!(roots.len(), heads.len());
        assert_eq!(roots_of("Юлия"), roots_of("Julia"));
        assert_ne!(roots_of("Jan"), roots_of("Jakub"));
    }

    fn roots_of(name: &str) -> &'static [Root] {
        roots(&as_skeleton(name))
    }
}
