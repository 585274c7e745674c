//! Evidence between two records as cases keep it.

use person_matching::{Agreement, Field, Match, Reason, Thresholds};

use super::types::Limits;

/// Bits in hundredths, as cases keep them.
#[expect(
    clippy::cast_possible_truncation,
    reason = "evidence is a few dozen bits"
)]
pub(super) fn hundredths(bits: f64) -> i64 {
    (bits * 100.0).round() as i64
}

/// The thresholds of a register of so many people, as cases keep them.
pub(super) fn limits(size: usize) -> Limits {
    let thresholds = Thresholds::of_register(size);
    Limits {
        asked_from: hundredths(thresholds.review),
        same_from: hundredths(thresholds.same),
    }
}

/// The fields that evidence comes from, as cases keep them: JSON.
pub(super) fn reasons(evidence: &Match) -> String {
    let one = |reason: &Reason| {
        serde_json::json!({
            "field": field_code(reason.field),
            "agreement": agreement_code(reason.agreement),
            "bits": hundredths(reason.bits),
        })
    };
    serde_json::Value::Array(evidence.reasons.iter().map(one).collect()).to_string()
}

fn field_code(field: Field) -> &'static str {
    match field {
        Field::GivenName => "given_name",
        Field::Surname => "surname",
        Field::Patronymic => "patronymic",
        Field::BirthDate => "birth_date",
        Field::Sex => "sex",
        Field::Document => "document",
        Field::Household => "household",
    }
}

fn agreement_code(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Equal => "equal",
        Agreement::Variant => "variant",
        Agreement::Part => "part",
        Agreement::Similar => "similar",
        Agreement::Alike => "alike",
        Agreement::Swapped => "swapped",
        Agreement::NextYear => "next_year",
        Agreement::OneDigit => "one_digit",
        Agreement::SameContact => "same_contact",
        Agreement::SameAddress => "same_address",
        Agreement::SameStreet => "same_street",
        Agreement::SameMunicipality => "same_municipality",
        Agreement::Different => "different",
    }
}
