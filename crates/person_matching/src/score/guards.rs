//! What decides instead of the sum.

use super::{Agreement, Field, Guard, Reason};
use crate::person::DocumentKind;
use crate::population::Population;
use crate::prepared::{Document, PreparedPerson};
use crate::verdict::{Thresholds, Verdict};

/// The verdict on this evidence, and the guard that changed it.
pub(super) fn decide(
    reasons: &[Reason],
    (a, b): (&PreparedPerson, &PreparedPerson),
    population: &Population,
    bits: f64,
) -> (Verdict, Option<Guard>) {
    let of = |field: Field| agreement(reasons, field);
    let sum = Thresholds::of_register(population.size()).verdict(bits);
    let (given, birth, document) = (
        of(Field::GivenName),
        of(Field::BirthDate),
        of(Field::Document),
    );
    let home = one_household(&of);
    let other_sex = of(Field::Sex) == Some(Agreement::Different);
    let is_other_name = match given {
        Some(Agreement::Different) => home || known_names(a, b),
        // Brother and sister: Wiktor and Wiktoria, or both of them Sasha.
        Some(Agreement::Similar | Agreement::Alike | Agreement::Variant) if other_sex => home,
        // Two numbers without a slip in one home are two people, as soon as their names are not the same.
        Some(Agreement::Similar | Agreement::Alike) => home && sound_documents_differ(a, b),
        _ => false,
    };
    // A second name shared by sisters, and a date that is near by chance.
    let is_sister = home && given == Some(Agreement::Part) && birth == Some(Agreement::Alike);
    let is_other_day = birth == Some(Agreement::Different) || is_sister;
    if document == Some(Agreement::Equal) {
        return match (given == Some(Agreement::Different), is_other_day) {
            (true, true) => (Verdict::Review, Some(Guard::DocumentAlone)),
            (false, false) => (Verdict::Same, None),
            _ => (sum.max(Verdict::Review), None),
        };
    }
    if is_other_name || is_other_day {
        let guard = if is_other_name {
            Guard::OtherGivenName
        } else {
            Guard::DistantBirthDate
        };
        let verdict = if population.has_families() {
            Verdict::New
        } else {
            sum.min(Verdict::Review)
        };
        return (verdict, Some(guard));
    }
    // Two digits off may be two slips, or two children of one name; names alike in one home, two slips or twins.
    let is_asked = birth == Some(Agreement::Alike) || home && given == Some(Agreement::Alike);
    let sum = if is_asked {
        sum.min(Verdict::Review)
    } else {
        sum
    };
    if document == Some(Agreement::Different) {
        let verdict = if are_named_alike(reasons) {
            Verdict::Review
        } else {
            sum.min(Verdict::Review)
        };
        return (verdict, Some(Guard::OtherDocument));
    }
    (sum, None)
}

fn agreement(reasons: &[Reason], field: Field) -> Option<Agreement> {
    let found = reasons.iter().find(|reason| reason.field == field);
    found.map(|reason| reason.agreement)
}

/// Whether all names and the date of birth are the same.
pub(super) fn are_named_alike(reasons: &[Reason]) -> bool {
    let same = |field: Field| {
        let found = agreement(reasons, field);
        matches!(found, Some(Agreement::Equal | Agreement::Swapped))
    };
    same(Field::GivenName)
        && same(Field::Surname)
        && agreement(reasons, Field::BirthDate) == Some(Agreement::Equal)
        && agreement(reasons, Field::Patronymic) != Some(Agreement::Different)
}

/// Whether both given names are names that we know: then no slip made one of the other.
fn known_names(a: &PreparedPerson, b: &PreparedPerson) -> bool {
    let known = |person: &PreparedPerson| person.given.iter().all(|word| !word.roots.is_empty());
    known(a) && known(b)
}

/// One household: with another given name that is a twin, or a brother or sister.
fn one_household(of: &impl Fn(Field) -> Option<Agreement>) -> bool {
    matches!(
        of(Field::Household),
        Some(Agreement::SameContact | Agreement::SameAddress)
    )
}

/// Whether both have a document of one kind whose number is right by its checksum, and these differ.
fn sound_documents_differ(a: &PreparedPerson, b: &PreparedPerson) -> bool {
    let is_checked = |one: &&Document| {
        one.sound && matches!(one.kind, DocumentKind::Pesel | DocumentKind::Snils)
    };
    let mut checked = a.documents.iter().filter(is_checked);
    checked.any(|left| {
        let mut others = b.documents.iter().filter(is_checked);
        others.any(|right| right.kind == left.kind && right.text != left.text)
    })
}
