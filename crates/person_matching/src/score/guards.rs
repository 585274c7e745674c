//! What decides instead of the sum.

use super::{Agreement, Field, Guard, Reason};
use crate::prepared::PreparedPerson;
use crate::verdict::{Thresholds, Verdict};

/// The verdict on this evidence, and the guard that changed it.
pub(super) fn decide(
    reasons: &[Reason],
    a: &PreparedPerson,
    b: &PreparedPerson,
    thresholds: Thresholds,
    bits: f64,
) -> (Verdict, Option<Guard>) {
    let of = |field: Field| {
        let found = reasons.iter().find(|reason| reason.field == field);
        found.map(|reason| reason.agreement)
    };
    let (given, birth, document) = (of(Field::GivenName), of(Field::BirthDate), of(Field::Document));
    let is_other_name = given == Some(Agreement::Different) && (known_names(a, b) || same_family(&of));
    let is_other_day = birth == Some(Agreement::Different);
    if document == Some(Agreement::Equal) {
        return if is_other_day && is_other_name {
            (Verdict::Review, Some(Guard::DocumentAlone))
        } else if is_other_day || is_other_name {
            (thresholds.verdict(bits).max(Verdict::Review), None)
        } else {
            (Verdict::Same, None)
        };
    }
    if is_other_name {
        return (Verdict::New, Some(Guard::OtherGivenName));
    }
    let sum = thresholds.verdict(bits);
    if is_other_day {
        let asked = sum > Verdict::New && nothing_else_differs(&of);
        let verdict = if asked { Verdict::Review } else { Verdict::New };
        return (verdict, Some(Guard::DistantBirthDate));
    }
    let named_alike = matches!(given, Some(Agreement::Equal | Agreement::Swapped))
        && matches!(of(Field::Surname), Some(Agreement::Equal | Agreement::Swapped))
        && birth == Some(Agreement::Equal);
    if named_alike && document == Some(Agreement::Different) {
        return (Verdict::Review, Some(Guard::OtherDocument));
    }
    (sum, None)
}

/// Whether both given names are names that we know: then no slip made one of the other.
fn known_names(a: &PreparedPerson, b: &PreparedPerson) -> bool {
    let known = |person: &PreparedPerson| person.given.iter().all(|word| !word.roots.is_empty());
    known(a) && known(b)
}

/// Surname, birth date and household agree: with another given name that is a twin.
fn same_family(of: &impl Fn(Field) -> Option<Agreement>) -> bool {
    let household = matches!(
        of(Field::Household),
        Some(Agreement::SameContact | Agreement::SameAddress)
    );
    household && of(Field::Surname).is_some_and(|agreement| agreement < Agreement::Alike)
}

/// Both names and the address agree, and nothing that is known tells the records apart but the date.
fn nothing_else_differs(of: &impl Fn(Field) -> Option<Agreement>) -> bool {
    let agrees = |field| of(field).is_some_and(|agreement| agreement < Agreement::Different);
    let silent = |field| of(field) != Some(Agreement::Different);
    let household = matches!(
        of(Field::Household),
        Some(Agreement::SameContact | Agreement::SameAddress)
    );
    agrees(Field::GivenName)
        && agrees(Field::Surname)
        && household
        && silent(Field::Patronymic)
        && silent(Field::Sex)
        && silent(Field::Document)
}
