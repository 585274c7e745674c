//! A person's fields in the forms in which they are compared.

use crate::hash::HashKey;
use crate::identifiers::{BirthCertificate, Pesel, RussianBirthCertificate, Snils};
use crate::names::{self, Root};
use crate::normal::{name_words, plain_words};
use crate::person::{BirthDate, DocumentKind, Person, Sex, TypedDocument};
use crate::similarity::jaro_winkler;

/// A person whose normal forms were made once, to be compared many times.
#[derive(Clone, Debug)]
pub struct PreparedPerson {
    pub(crate) given: Box<[Word]>,
    pub(crate) surname: Box<[Word]>,
    pub(crate) patronymic: Box<str>,
    pub(crate) birth_date: Option<BirthDate>,
    pub(crate) sex: Option<Sex>,
    pub(crate) municipality: Box<str>,
    pub(crate) postal_code: Box<str>,
    pub(crate) address: Address,
    pub(crate) documents: Box<[Document]>,
    pub(crate) guardian: Box<str>,
    pub(crate) phone: Box<str>,
    pub(crate) email: Box<str>,
}

/// One word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Its a–z skeleton.
    pub text: Box<str>,
    /// The given names that it is a form of.
    pub roots: &'static [Root],
}

/// Street and number apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Address {
    /// Words of the street without its kind, joined.
    pub street: Box<str>,
    /// The first number: the house.
    pub house: Box<str>,
    /// The second: the flat.
    pub flat: Box<str>,
}

/// A document's number made comparable.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub kind: DocumentKind,
    pub text: Box<str>,
    /// Whether its checksum says that it was typed right; true for numbers without one.
    pub sound: bool,
    /// Only the digits of a certificate are known, not its series.
    pub partial: bool,
}

/// So many documents of one person are looked at.
const MOST_DOCUMENTS: usize = 8;
/// So many words of one name are looked at.
const MOST_WORDS: usize = 5;
/// Digits at the end of a telephone number that stay the same with and without the country's code.
const PHONE_DIGITS: usize = 9;

/// Kinds of streets and their abbreviations, in skeletons: people write them before or after the name, or not.
const STREET_KINDS: [&str; 36] = [
    "ul",
    "ulica",
    "al",
    "alea",
    "aleia",
    "alee",
    "aleie",
    "pl",
    "plac",
    "os",
    "osedle",
    "bul",
    "bulvar",
    "per",
    "pereulok",
    "s",
    "sose",
    "nab",
    "nabereznaia",
    "pr",
    "prosp",
    "prospekt",
    "proezd",
    "tup",
    "tupik",
    "d",
    "dom",
    "kv",
    "kvartira",
    "korp",
    "korpus",
    "str",
    "stroene",
    "m",
    "lok",
    "lokal",
];

impl PreparedPerson {
    /// The normal forms of a person. Takes time that grows with the length of the fields, of which only the first 200
    /// characters count.
    pub fn new(person: &Person) -> Self {
        let [given, surname, patronymic] =
            name_words([&person.given_name, &person.surname, &person.patronymic]);
        let (given, surname) = in_their_places(words(given), words(surname));
        let [mut guardian] = name_words([&person.guardian]);
        guardian.sort_unstable();
        let is_asked = |typed: &&TypedDocument| typed.number.contains(char::is_alphanumeric);
        Self {
            given,
            surname,
            patronymic: patronymic.concat().into(),
            birth_date: person.birth_date,
            sex: person.sex,
            municipality: plain_words(&person.municipality).concat().into(),
            postal_code: letters_and_digits(&person.postal_code).into(),
            address: address(&person.address),
            documents: person
                .documents
                .iter()
                .filter(is_asked)
                .take(MOST_DOCUMENTS)
                .map(document)
                .collect(),
            guardian: guardian.join(" ").into(),
            phone: phone(&person.phone).into(),
            email: person.email.trim().to_lowercase().into(),
        }
    }
}

impl PreparedPerson {
    /// The date of birth as it was typed.
    pub const fn birth_date(&self) -> Option<BirthDate> {
        self.birth_date
    }

    /// The normal forms of many people, in their order, made on this many threads.
    pub fn of_all(people: &[Person], threads: usize) -> Vec<Self> {
        let piece = people.len().div_ceil(threads.max(1)).max(1);
        std::thread::scope(|scope| {
            let pieces: Vec<_> = people
                .chunks(piece)
                .map(|piece| scope.spawn(|| piece.iter().map(Self::new).collect::<Vec<_>>()))
                .collect();
            let mut all = Vec::with_capacity(people.len());
            for piece in pieces {
                match piece.join() {
                    Ok(prepared) => all.extend(prepared),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            all
        })
    }

    /// A hash of surname and address; none where either is missing.
    pub(crate) fn home(&self) -> Option<u64> {
        let surname = self.surname.first()?;
        if self.address.street.is_empty() {
            return None;
        }
        let (street, house) = (
            self.address.street.as_bytes(),
            self.address.house.as_bytes(),
        );
        Some(HashKey::none().hash(0, &[surname.text.as_bytes(), street, house]))
    }

    /// Whether one who lives at the same address is another member of the family: no given name in common, and a birth date
    /// that no slip explains.
    pub(crate) fn is_relative_of(&self, other: &Self) -> bool {
        let unlike = |word: &Word| {
            other
                .given
                .iter()
                .all(|given| jaro_winkler(&word.text, &given.text) < 0.8)
        };
        let named = !self.given.is_empty() && !other.given.is_empty();
        let far = |day: BirthDate, other: BirthDate| {
            day.year.abs_diff(other.year) > 1
                || day.swapped() != Some(other) && day.month != other.month
        };
        named
            && self.given.iter().all(unlike)
            && matches!((self.birth_date, other.birth_date), (Some(one), Some(two)) if one != two && far(one, two))
    }
}

fn words(skeletons: Vec<String>) -> Box<[Word]> {
    skeletons.into_iter().take(MOST_WORDS).map(word).collect()
}

/// A word of a name by its skeleton.
pub(crate) fn word(text: String) -> Word {
    Word {
        roots: names::roots(&text),
        text: text.into(),
    }
}

/// Given names and surnames where they belong: exchanged, when what stands for the surname is a given name that we know, and
/// what stands for the given name is none.
fn in_their_places(given: Box<[Word]>, surname: Box<[Word]>) -> (Box<[Word]>, Box<[Word]>) {
    let is_given_name = |word: &Word| !word.roots.is_empty();
    let exchanged = !given.is_empty()
        && !surname.is_empty()
        && !given.iter().any(is_given_name)
        && surname.iter().all(is_given_name);
    if exchanged {
        (surname, given)
    } else {
        (given, surname)
    }
}

fn address(typed: &str) -> Address {
    let is_number = |word: &String| word.starts_with(|c: char| c.is_numeric());
    let words = plain_words(typed);
    let mut numbers = words.iter().filter(|word| is_number(word)).cloned();
    let is_kind = |word: &&String| STREET_KINDS.contains(&word.as_str());
    let street: Vec<&String> = words.iter().filter(|word| !is_number(word)).collect();
    let before = street.iter().take_while(|word| is_kind(word)).count();
    let after = street
        .iter()
        .skip(before)
        .rev()
        .take_while(|word| is_kind(word))
        .count();
    Address {
        street: street[before..street.len() - after]
            .iter()
            .map(|word| word.as_str())
            .collect::<String>()
            .into(),
        house: numbers.next().unwrap_or_default().into(),
        flat: numbers.next().unwrap_or_default().into(),
    }
}

fn letters_and_digits(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .take(40)
        .collect()
}

/// The last nine digits; nothing for what is too short, or one digit over and over, as people type who want to give none.
fn phone(typed: &str) -> String {
    let digits: Vec<char> = typed.chars().filter(char::is_ascii_digit).collect();
    let last = &digits[digits.len().saturating_sub(PHONE_DIGITS)..];
    let is_one_digit = last.windows(2).all(|pair| pair[0] == pair[1]);
    if last.len() < 7 || is_one_digit {
        String::new()
    } else {
        last.iter().collect()
    }
}

fn document(typed: &TypedDocument) -> Document {
    let number = typed.number.as_str();
    let plain = letters_and_digits(number);
    let kind = typed.kind.unwrap_or_else(|| {
        if number.parse::<Pesel>().is_ok() {
            DocumentKind::Pesel
        } else if number.parse::<Snils>().is_ok() {
            DocumentKind::Snils
        } else if number.parse::<RussianBirthCertificate>().is_ok()
            || number.parse::<BirthCertificate>().is_ok()
        {
            DocumentKind::BirthCertificate
        } else {
            DocumentKind::Other
        }
    });
    let (text, sound) = match kind {
        DocumentKind::Pesel => (plain, number.parse::<Pesel>().is_ok()),
        DocumentKind::Snils => (plain, number.parse::<Snils>().is_ok()),
        DocumentKind::BirthCertificate => match number.parse::<RussianBirthCertificate>() {
            Ok(read) => (letters_and_digits(&read.to_string()), true),
            Err(_) => (plain, true),
        },
        DocumentKind::Other => (plain, true),
    };
    let partial = kind == DocumentKind::BirthCertificate
        && text.len() == 6
        && text.bytes().all(|byte| byte.is_ascii_digit());
    Document {
        kind,
        text: text.into(),
        sound,
        partial,
    }
}
