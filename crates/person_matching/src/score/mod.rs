//! Evidence in bits that two records are one person.

pub(crate) mod fields;
mod guards;
mod names;

use crate::population::Population;
use crate::prepared::PreparedPerson;
use crate::verdict::Verdict;

/// What was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Given name.
    GivenName,
    /// Surname.
    Surname,
    /// Patronymic.
    Patronymic,
    /// Date of birth.
    BirthDate,
    /// Sex.
    Sex,
    /// Number of a document.
    Document,
    /// Telephone, e-mail, guardian, address, municipality: one household or not.
    Household,
}

/// How two values of a field agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// The same, after normal forms.
    Equal,
    /// Another spelling or a short form of the same name.
    Variant,
    /// A part of the other: one half of a double surname, one of two given names.
    Part,
    /// Nearly the same: a slip.
    Similar,
    /// Alike.
    Alike,
    /// Given name and surname exchanged, or day and month.
    Swapped,
    /// The year before or after.
    NextYear,
    /// One digit, or two neighbouring ones exchanged.
    OneDigit,
    /// The same telephone, e-mail or guardian.
    SameContact,
    /// The same address.
    SameAddress,
    /// The same street with another number.
    SameStreet,
    /// The same municipality or postal code.
    SameMunicipality,
    /// Different.
    Different,
}

/// One field's part in the answer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// The field.
    pub field: Field,
    /// How it agrees.
    pub agreement: Agreement,
    /// What that weighs, in bits: above zero for one person, below for two.
    pub bits: f64,
}

/// What no sum of evidence outweighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guard {
    /// Two different given names: twins, or brothers and sisters. Never one person unless a document is equal.
    OtherGivenName,
    /// Dates of birth that no slip explains: father and son, namesakes. Never one person unless a document is equal.
    DistantBirthDate,
    /// Name and date of birth agree, documents do not: always asked about.
    OtherDocument,
    /// A document agrees, and neither the given name nor the date of birth does: always asked about.
    DocumentAlone,
}

/// The answer about two records.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The sum of all evidence.
    pub bits: f64,
    /// What follows from it.
    pub verdict: Verdict,
    /// The fields that were there in both records, with their parts of the sum.
    pub reasons: Vec<Reason>,
    /// What decided instead of the sum, if anything did.
    pub guard: Option<Guard>,
}

/// Compares two records as records of this population. What comes out does not depend on which of them is first.
pub fn compare(a: &PreparedPerson, b: &PreparedPerson, population: &Population) -> Match {
    let mut reasons = Vec::with_capacity(8);
    reasons.extend(names::compare(a, b, population));
    reasons.extend(fields::patronymic(a, b));
    reasons.extend(fields::birth_date(a, b));
    reasons.extend(fields::sex(a, b));
    reasons.extend(fields::document(a, b));
    reasons.extend(fields::household(a, b, population.has_families()));
    let bits = reasons.iter().map(|reason| reason.bits).sum();
    let (verdict, guard) = guards::decide(&reasons, (a, b), population, bits);
    Match {
        bits,
        verdict,
        reasons,
        guard,
    }
}
