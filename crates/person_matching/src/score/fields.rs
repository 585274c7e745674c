//! Everything but the names.

use super::{Agreement, Field, Reason};
use crate::person::BirthDate;
use crate::prepared::{Address, Document, PreparedPerson};
use crate::similarity::{jaro_winkler, one_slip_apart};

/// From this share of shared pairs of letters on, two streets are one.
const SAME_STREET: f64 = 0.75;
/// Shorter streets are compared as they are.
const FEWEST_PAIRS: usize = 4;

fn reason(field: Field, (agreement, bits): (Agreement, f64)) -> Reason {
    Reason {
        field,
        agreement,
        bits,
    }
}

/// Patronymics: +7 equal, +4 nearly, -7 different.
pub(super) fn patronymic(a: &PreparedPerson, b: &PreparedPerson) -> Option<Reason> {
    let (a, b) = (&a.patronymic, &b.patronymic);
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let found = if a == b {
        (Agreement::Equal, 7.0)
    } else if jaro_winkler(a, b) >= 0.93 {
        (Agreement::Similar, 4.0)
    } else {
        (Agreement::Different, -7.0)
    };
    Some(reason(Field::Patronymic, found))
}

/// Dates of birth.
pub(super) fn birth_date(a: &PreparedPerson, b: &PreparedPerson) -> Option<Reason> {
    Some(reason(
        Field::BirthDate,
        dates(a.birth_date?, b.birth_date?),
    ))
}

/// Whether a slip, or two, may have made one of these dates of the other.
pub(crate) fn are_near(a: BirthDate, b: BirthDate) -> bool {
    dates(a, b).0 != Agreement::Different
}

fn dates(a: BirthDate, b: BirthDate) -> (Agreement, f64) {
    if a == b {
        return (Agreement::Equal, 11.6);
    }
    if a.swapped() == Some(b) {
        return (Agreement::Swapped, 9.5);
    }
    if (a.day, a.month) == (b.day, b.month) && a.year.abs_diff(b.year) == 1 {
        return (Agreement::NextYear, 7.0);
    }
    let (left, right) = (a.digits(), b.digits());
    if one_slip_apart(&left, &right) {
        return (Agreement::OneDigit, 5.6);
    }
    let digits_off = left
        .iter()
        .zip(&right)
        .filter(|(one, other)| one != other)
        .count();
    let turned = b.swapped().unwrap_or(b);
    if digits_off == 2
        || (a.day, a.month) == (turned.day, turned.month) && a.year.abs_diff(b.year) == 1
    {
        return (Agreement::Alike, -3.0);
    }
    (Agreement::Different, -8.0)
}

/// Sexes: +1 equal, -5.9 different.
pub(super) fn sex(a: &PreparedPerson, b: &PreparedPerson) -> Option<Reason> {
    let found = if a.sex? == b.sex? {
        (Agreement::Equal, 1.0)
    } else {
        (Agreement::Different, -5.9)
    };
    Some(reason(Field::Sex, found))
}

/// Documents of one kind: the best of all pairs.
pub(super) fn document(a: &PreparedPerson, b: &PreparedPerson) -> Option<Reason> {
    let pairs = a
        .documents
        .iter()
        .flat_map(|left| b.documents.iter().map(move |right| (left, right)));
    pairs
        .filter(|(left, right)| left.kind == right.kind)
        .map(|(left, right)| numbers(left, right))
        .max_by(|left, right| left.1.total_cmp(&right.1))
        .map(|found| reason(Field::Document, found))
}

fn numbers(a: &Document, b: &Document) -> (Agreement, f64) {
    if a.text == b.text && !a.partial {
        return (Agreement::Equal, 14.9);
    }
    if a.partial || b.partial {
        let tail = |one: &Document| {
            one.text
                .len()
                .checked_sub(6)
                .and_then(|at| one.text.get(at..).map(str::to_owned))
        };
        return if tail(a) == tail(b) {
            (Agreement::Part, 10.0)
        } else {
            (Agreement::Different, -4.0)
        };
    }
    let (left, right): (Vec<char>, Vec<char>) =
        (a.text.chars().collect(), b.text.chars().collect());
    if one_slip_apart(&left, &right) {
        (Agreement::OneDigit, 8.0)
    } else if a.sound && b.sound {
        (Agreement::Different, -11.0)
    } else {
        (Agreement::Different, -6.0)
    }
}

/// One household or not: the strongest of contact, guardian, address and municipality. An address weighs more where no two
/// people of one family are listed.
pub(super) fn household(a: &PreparedPerson, b: &PreparedPerson, families: bool) -> Option<Reason> {
    let equal =
        |left: &str, right: &str| (!left.is_empty() && !right.is_empty()).then(|| left == right);
    let contacts = [
        equal(&a.phone, &b.phone),
        equal(&a.email, &b.email),
        equal(&a.guardian, &b.guardian),
    ];
    let near = near(a, b);
    let address = addresses(&a.address, &b.address);
    let is_known = |found: &Option<bool>| found.is_some();
    let others = contacts.iter().any(is_known) && address.is_some();
    let found = match address {
        _ if contacts.contains(&Some(true)) => (
            Agreement::SameContact,
            if address == Some(Agreement::SameAddress) {
                12.0
            } else {
                10.0
            },
        ),
        Some(Agreement::SameAddress) => {
            let bits = if near == Some(true) { 11.0 } else { 7.0 };
            (
                Agreement::SameAddress,
                if families { bits } else { bits + 4.0 },
            )
        }
        Some(Agreement::SameStreet) if near == Some(true) => (Agreement::SameStreet, 5.0),
        // One town is little; where telephone and street are known and differ, it is nothing.
        _ if near == Some(true) => (Agreement::SameMunicipality, if others { -2.0 } else { 2.0 }),
        None if near.is_none() && !contacts.iter().any(is_known) => return None,
        _ => (Agreement::Different, if others { -6.0 } else { -3.5 }),
    };
    Some(reason(Field::Household, found))
}

/// Whether municipality or postal code agree, but for a slip; none where neither can be compared.
fn near(a: &PreparedPerson, b: &PreparedPerson) -> Option<bool> {
    let known = |left: &str, right: &str| !left.is_empty() && !right.is_empty();
    let municipality = known(&a.municipality, &b.municipality)
        .then(|| jaro_winkler(&a.municipality, &b.municipality) >= 0.93);
    let (left, right) = (a.postal_code.as_bytes(), b.postal_code.as_bytes());
    let postal_code =
        known(&a.postal_code, &b.postal_code).then(|| left == right || one_slip_apart(left, right));
    match (municipality, postal_code) {
        (Some(one), Some(other)) => Some(one || other),
        (one, other) => one.or(other),
    }
}

/// How addresses agree; none where a street is missing.
fn addresses(a: &Address, b: &Address) -> Option<Agreement> {
    if a.street.is_empty() || b.street.is_empty() {
        return None;
    }
    let same_house = a.house == b.house || a.house.is_empty() || b.house.is_empty();
    Some(
        match shared_pairs(a.street.as_bytes(), b.street.as_bytes()) >= SAME_STREET {
            true if same_house => Agreement::SameAddress,
            true => Agreement::SameStreet,
            false => Agreement::Different,
        },
    )
}

/// The share of the shorter text's neighbouring letters that the other has too, so that words may be left out, split or
/// change places.
fn shared_pairs(a: &[u8], b: &[u8]) -> f64 {
    if a == b {
        return 1.0;
    }
    let pairs = |text: &[u8]| {
        let mut pairs: Vec<[u8; 2]> = text.windows(2).map(|pair| [pair[0], pair[1]]).collect();
        pairs.sort_unstable();
        pairs
    };
    let (a, b) = (pairs(a), pairs(b));
    let fewer = a.len().min(b.len());
    if fewer < FEWEST_PAIRS {
        return 0.0;
    }
    let (mut i, mut j, mut shared) = (0, 0, 0_u16);
    while let (Some(left), Some(right)) = (a.get(i), b.get(j)) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (i, j) = (i + 1, j + 1);
                shared = shared.saturating_add(1);
            }
        }
    }
    f64::from(shared) / f64::from(u16::try_from(fewer).unwrap_or(u16::MAX))
}
