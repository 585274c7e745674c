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

/// The most that a document which is not equal adds: a slip in its number.
const MOST_OF_ANOTHER_DOCUMENT: f64 = 8.0;

/// Whether a record of which everything but the documents is known (see [`PreparedPerson::of_form`]) is [`Verdict::New`]
/// whatever documents it has, as long as it shares no [document key](PreparedPerson::document_keys) with `sought`.
pub fn is_ruled_out(
    sought: &PreparedPerson,
    form: &PreparedPerson,
    population: &Population,
) -> bool {
    let reasons = without_documents(sought, form, population);
    let has_documents = !sought.documents.is_empty();
    let may_add = if has_documents {
        MOST_OF_ANOTHER_DOCUMENT
    } else {
        0.0
    };
    let bits = reasons.iter().map(|reason| reason.bits).sum::<f64>() + may_add;
    let (verdict, _) = guards::decide(&reasons, (sought, form), population, bits);
    verdict == Verdict::New && !(has_documents && guards::are_named_alike(&reasons))
}

fn without_documents(
    a: &PreparedPerson,
    b: &PreparedPerson,
    population: &Population,
) -> Vec<Reason> {
    let mut reasons = Vec::with_capacity(8);
    reasons.extend(names::compare(a, b, population));
    reasons.extend(fields::patronymic(a, b));
    reasons.extend(fields::birth_date(a, b));
    reasons.extend(fields::sex(a, b));
    reasons.extend(fields::household(a, b, population.has_families()));
    reasons
}

/// Compares two records as records of this population. What comes out does not depend on which of them is first.
pub fn compare(a: &PreparedPerson, b: &PreparedPerson, population: &Population) -> Match {
    let mut reasons = without_documents(a, b, population);
    if let Some(document) = fields::document(a, b) {
        // Documents are told before the household.
        let before = |reason: &Reason| reason.field != Field::Household;
        reasons.insert(
            reasons.iter().take_while(|one| before(one)).count(),
            document,
        );
    }
    let bits = reasons.iter().map(|reason| reason.bits).sum();
    let (verdict, guard) = guards::decide(&reasons, (a, b), population, bits);
    Match {
        bits,
        verdict,
        reasons,
        guard,
    }
}
