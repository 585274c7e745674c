//! Keys by which a person is found among many.

use crate::hash::HashKey;
use crate::person::BirthDate;
use crate::prepared::{Document, PreparedPerson, Word};
use crate::score::fields::are_near;

/// A name in a key: a word of unknown names, or the root of a known one.
type NamePart = Vec<u8>;

/// So many roots of one ambiguous short form get keys.
const MOST_ROOTS: usize = 3;
/// Letters of a name in the key that forgives the rest.
const PREFIX: usize = 3;
/// The same for a street.
const STREET_PREFIX: usize = 5;

/// What a hash is of; part of the stored value, so never renumbered.
mod kind {
    pub const DATE_AND_NAME: u8 = 1;
    pub const DATE_AND_INITIALS: u8 = 2;
    pub const YEAR_AND_NAMES: u8 = 3;
    pub const DAY_AND_NAMES: u8 = 4;
    pub const MONTH_AND_PREFIXES: u8 = 5;
    pub const DOCUMENT: u8 = 6;
    pub const PHONE: u8 = 7;
    pub const EMAIL: u8 = 8;
    pub const POSTAL_CODE_AND_NAME: u8 = 9;
    pub const TOWN_AND_NAMES: u8 = 10;
    pub const DATE_AND_HOUSE: u8 = 11;
    pub const HOME: u8 = 12;
    pub const DATE: u8 = 13;
    pub const STREET_AND_HOUSE: u8 = 14;
    pub const POSTAL_CODE_AND_HOUSE: u8 = 15;
    pub const SURNAME: u8 = 16;
}

impl PreparedPerson {
    /// The keys to store with a person: hashes of 64 bits, nine to fourteen, sorted, each once.
    ///
    /// Birth date with each name (given names and surnames alike, so that exchanged ones are found), with the initials, with
    /// the number of the house; year with both names; day and month in any order with both names; month with the first three
    /// letters of the names; postal code with each name; town with both names; address; document, telephone, e-mail.
    pub fn keys(&self, key: &HashKey) -> Vec<u64> {
        let mut found = Vec::with_capacity(16);
        if let Some(date) = self.birth_date {
            self.date_and_names(key, date, &mut found);
            self.date_and_both_names(key, date, &mut found);
        }
        self.place_and_names(key, &mut found);
        found.extend(self.document_keys(key));
        for (kind, text) in [(kind::PHONE, &self.phone), (kind::EMAIL, &self.email)] {
            if !text.is_empty() {
                found.push(key.hash(kind, &[text.as_bytes()]));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The keys to look for when this person is asked about: its own, and those with day and month of birth exchanged and
    /// with the year before and after.
    pub fn probes(&self, key: &HashKey) -> Vec<u64> {
        let mut found = self.keys(key);
        if let Some(date) = self.birth_date {
            let years = [date.year.wrapping_sub(1), date.year.wrapping_add(1)];
            let near = years.map(|year| Some(BirthDate { year, ..date }));
            for date in near.into_iter().chain([date.swapped()]).flatten() {
                self.date_and_names(key, date, &mut found);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Those of the keys that are of documents. Records that share one are compared whatever else they say.
    pub fn document_keys(&self, key: &HashKey) -> Vec<u64> {
        let of = |document: &Document| {
            let digits = document.text.len().saturating_sub(6);
            let text = document.text.get(digits..).unwrap_or(&document.text);
            let tail = if document.kind == crate::DocumentKind::BirthCertificate {
                text
            } else {
                &document.text
            };
            key.hash(kind::DOCUMENT, &[tail.as_bytes()])
        };
        self.documents.iter().map(of).collect()
    }

    /// Whether a record with this date of birth has to be compared though no document is shared: in a register of families
    /// [`crate::compare`] finds [`crate::Verdict::New`] for every other date, so that such records need not be read.
    pub fn may_be_born_on(&self, date: BirthDate) -> bool {
        self.birth_date.is_none_or(|own| are_near(own, date))
    }

    /// Coarse keys, of use only where few share them: birth date; street, or postal code, with the number of the house; a
    /// surname. Never stored: in a large register they would find half of it.
    pub(crate) fn coarse_keys(&self) -> Vec<u64> {
        let key = HashKey::none();
        let mut found = Vec::with_capacity(6);
        if let Some(date) = self.birth_date {
            found.push(key.hash(kind::DATE, &[&date.digits()]));
        }
        let house = self.address.house.as_bytes();
        if !self.address.street.is_empty() {
            let street: String = self.address.street.chars().take(STREET_PREFIX).collect();
            found.push(key.hash(kind::STREET_AND_HOUSE, &[street.as_bytes(), house]));
        }
        if !self.postal_code.is_empty() && !house.is_empty() {
            found.push(key.hash(
                kind::POSTAL_CODE_AND_HOUSE,
                &[self.postal_code.as_bytes(), house],
            ));
        }
        found.extend(
            self.surname
                .iter()
                .map(|word| key.hash(kind::SURNAME, &[word.text.as_bytes()])),
        );
        found
    }

    fn date_and_names(&self, key: &HashKey, date: BirthDate, found: &mut Vec<u64>) {
        let day = date.digits();
        for part in self.words().flat_map(parts) {
            found.push(key.hash(kind::DATE_AND_NAME, &[&day, &part]));
        }
    }

    fn date_and_both_names(&self, key: &HashKey, date: BirthDate, found: &mut Vec<u64>) {
        let day = date.digits();
        let (year, month) = (&day[..4], &day[..6]);
        let mut of_year = [date.day, date.month];
        of_year.sort_unstable();
        for given in &self.given {
            for surname in &self.surname {
                let initials = sorted(prefix(given, 1), prefix(surname, 1));
                found.push(key.hash(kind::DATE_AND_INITIALS, &[&day, &initials[0], &initials[1]]));
                let short = sorted(prefix(given, PREFIX), prefix(surname, PREFIX));
                found.push(key.hash(kind::MONTH_AND_PREFIXES, &[month, &short[0], &short[1]]));
                for given in parts(given) {
                    for surname in parts(surname) {
                        let names = sorted(given.clone(), surname);
                        found.push(key.hash(kind::YEAR_AND_NAMES, &[year, &names[0], &names[1]]));
                        found
                            .push(key.hash(kind::DAY_AND_NAMES, &[&of_year, &names[0], &names[1]]));
                    }
                }
            }
        }
    }

    fn place_and_names(&self, key: &HashKey, found: &mut Vec<u64>) {
        let town: String = self.municipality.chars().take(PREFIX).collect();
        if !self.postal_code.is_empty() {
            for part in self.words().flat_map(parts) {
                found.push(key.hash(
                    kind::POSTAL_CODE_AND_NAME,
                    &[self.postal_code.as_bytes(), &part],
                ));
            }
        }
        for given in self.given.iter().flat_map(parts) {
            for surname in self.surname.iter().flat_map(parts) {
                let names = sorted(given.clone(), surname);
                found.push(key.hash(
                    kind::TOWN_AND_NAMES,
                    &[town.as_bytes(), &names[0], &names[1]],
                ));
            }
        }
        let house = self.address.house.as_bytes();
        if let Some(date) = self.birth_date
            && !house.is_empty()
        {
            found.push(key.hash(kind::DATE_AND_HOUSE, &[&date.digits(), house]));
        }
        if !self.address.street.is_empty() {
            let street: String = self.address.street.chars().take(STREET_PREFIX).collect();
            let home = [
                town.as_bytes(),
                street.as_bytes(),
                house,
                self.address.flat.as_bytes(),
            ];
            found.push(key.hash(kind::HOME, &home));
        }
    }

    fn words(&self) -> impl Iterator<Item = &Word> {
        self.given.iter().chain(&self.surname)
    }
}

fn parts(word: &Word) -> Vec<NamePart> {
    if word.roots.is_empty() {
        return vec![word.text.as_bytes().to_vec()];
    }
    let root = |root: &crate::names::Root| {
        // A byte that no text has keeps roots and words apart.
        let mut part = vec![0xFF];
        part.extend(root.to_bytes());
        part
    };
    word.roots.iter().take(MOST_ROOTS).map(root).collect()
}

fn prefix(word: &Word, letters: usize) -> NamePart {
    word.text
        .chars()
        .take(letters)
        .collect::<String>()
        .into_bytes()
}

fn sorted(first: NamePart, second: NamePart) -> [NamePart; 2] {
    if first <= second {
        [first, second]
    } else {
        [second, first]
    }
}
