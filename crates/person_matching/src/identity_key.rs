//! The unique form of a person: what a database keeps apart for good.

use crate::normal::{fold, lookalike};
use crate::person::BirthDate;
use std::fmt;

/// The canonical form of surname, given name and date of birth, for a unique column (rule "Once", 1).
///
/// Compatibility forms, case, marks (ё is е, й is и, ł is l) and look-alike letters of other alphabets are folded, hyphens and
/// spaces collapsed, the parts of a double surname sorted. The text stays the same in every release.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdentityKey(String);

impl IdentityKey {
    /// The key of these names and this date; none when a name has no letter in it.
    pub fn of(surname: &str, given_name: &str, birth_date: BirthDate) -> Option<Self> {
        let mut surname: Vec<String> = words(surname);
        surname.sort_unstable();
        let given_name = words(given_name);
        if surname.is_empty() || given_name.is_empty() {
            return None;
        }
        Some(Self(format!(
            "{}|{}|{birth_date}",
            surname.join(" "),
            given_name.join(" ")
        )))
    }

    /// The key of a true namesake, whom an operator let in beside others of the same name and day: the second is number 2
    /// (rule "Once", 4). Number 1 and 0 are the key itself.
    #[must_use]
    pub fn of_namesake(&self, number: u32) -> Self {
        let plain = self.0.split('#').next().unwrap_or_default();
        if number < 2 {
            Self(plain.to_owned())
        } else {
            Self(format!("{plain}#{number}"))
        }
    }

    /// The text to store.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IdentityKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// Folded until nothing changes any more: what stood between two marks can leave them side by side, and they fold once more.
fn words(name: &str) -> Vec<String> {
    let mut found = folded(name);
    // Two passes are enough for everything that was met; no name can keep this going.
    for _ in 0..8 {
        let again = folded(&found.join(" "));
        if again == found {
            break;
        }
        found = again;
    }
    found
}

fn folded(name: &str) -> Vec<String> {
    fold::words(name)
        .map(|word| word.chars().map(lookalike::looks_like).collect())
        .collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DAY: BirthDate = BirthDate::new(2015, 3, 9);

    #[test]
    fn one_person_has_one_key() {
        for (first, second) in [
            (("Wiśniewska-Łoś", "Zoë"), ("LOS  wisniewska", "zoe")),
            (("Соловьёв", "Андрей"), ("соловьев", "Андреи")),
            (("Сара", "Оскар"), ("Capa", "Ocкap")),
            (("O’Neil", "Søren"), ("O'NEIL", "Soren")),
            (("Nowak", "Jan Maria"), ("nowak ", "Jan-Maria")),
        ] {
            let key = |name: (&str, &str)| IdentityKey::of(name.0, name.1, DAY).unwrap();
            assert_eq!(key(first), key(second), "{first:?}");
        }
        let key = IdentityKey::of("Nowak", "Łucja", DAY).unwrap();
        assert_eq!(key.as_str(), "nowak|lucja|2015-03-09");
        assert_ne!(
            Some(key),
            IdentityKey::of("Nowak", "Łucja", BirthDate::new(2015, 9, 3))
        );
        assert_eq!(IdentityKey::of("-", "Ola", DAY), None);
    }

    #[test]
    fn namesakes_are_numbered() {
        let key = IdentityKey::of("Nowak", "Anna", DAY).unwrap();
        let second = key.of_namesake(2);
        assert_eq!(second.as_str(), "nowak|anna|2015-03-09#2");
        assert_eq!(second.of_namesake(3), key.of_namesake(3));
        assert_eq!(second.of_namesake(1), key);
    }

    proptest! {
        #[test]
        fn a_key_is_its_own(surname in any::<String>(), given in any::<String>()) {
            if let Some(key) = IdentityKey::of(&surname, &given, DAY) {
                let mut parts = key.as_str().split('|');
                let again = IdentityKey::of(parts.next().unwrap(), parts.next().unwrap(), DAY);
                prop_assert_eq!(Some(key), again);
            }
        }
    }
}
