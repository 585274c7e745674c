//! Everything but the names.

use super::{Agreement, Field, Reason};
use crate::person::BirthDate;
use crate::prepared::{Address, Document, PreparedPerson};
use crate::similarity::{jaro_winkler, one_slip_apart};

fn reason(field: Field, (agreement, bits): (Agreement, f64)) -> Reason {
    Reason {
        field,
        agreement,
        bits,
    }
}

/// Patronymics: +7 equal, +4 nearly, -5 different.
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
        (Agreement::Different, -5.0)
    };
    Some(reason(Field::Patronymic, found))
}

/// Dates of birth.
pub(super) fn birth_date(a: &PreparedPerson, b: &PreparedPerson) -> Option<Reason> {
    Some(reason(Field::BirthDate, dates(a.birth_date?, b.birth_date?)))
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
    if one_slip_apart(&a.digits(), &b.digits()) {
        return (Agreement::OneDigit, 5.6);
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
        let tail = |one: &Document| one.text.len().checked_sub(6).and_then(|at| one.text.get(at..).map(str::to_owned));
        return if tail(a) == tail(b) {
            (Agreement::Part, 10.0)
        } else {
            (Agreement::Different, -4.0)
        };
    }
    let (left, right): (Vec<char>, Vec<char>) = (a.text.chars().collect(), b.text.chars().collect());
    if one_slip_apart(&left, &right) {
        (Agreement::OneDigit, 8.0)
    } else if a.sound && b.sound {
        (Agreement::Different, -7.0)
    } else {
        (Agreement::Different, -4.0)
    }
}

/// One household or not: the strongest of contact, guardian, address and municipality.
pub(super) fn household(a: &PreparedPerson, b: &PreparedPerson) -> Option<Reason> {
    let equal = |left: &str, right: &str| (!left.is_empty() && !right.is_empty()).then(|| left == right);
    let contacts = [
        equal(&a.phone, &b.phone),
        equal(&a.email, &b.email),
        equal(&a.guardian, &b.guardian),
    ];
    let place = [
        equal(&a.municipality, &b.municipality),
        equal(&a.postal_code, &b.postal_code),
    ];
    let address = addresses(&a.address, &b.address);
    let near = place.contains(&Some(true));
    let found = if contacts.contains(&Some(true)) {
        (Agreement::SameContact, if address == Some(true) { 11.0 } else { 10.0 })
    } else if address == Some(true) {
        (Agreement::SameAddress, if near { 9.0 } else { 7.0 })
    } else if near {
        (Agreement::SameMunicipality, 2.0)
    } else if address.is_some() || contacts.iter().chain(&place).any(Option::is_some) {
        (Agreement::Different, -3.5)
    } else {
        return None;
    };
    Some(reason(Field::Household, found))
}

/// Whether street and house are the same; none where either is missing.
fn addresses(a: &Address, b: &Address) -> Option<bool> {
    if a.street.is_empty() || b.street.is_empty() {
        return None;
    }
    let same_house = a.house == b.house || a.house.is_empty() || b.house.is_empty();
    Some(same_house && jaro_winkler(&a.street, &b.street) >= 0.9)
}
