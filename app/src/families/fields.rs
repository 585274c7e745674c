//! The fields of a child: what was typed becomes [`Known`] and a [`Document`], or an error beside the field.

use jiff::civil::Date;
use person_matching::identifiers::{
    BirthCertificate, IdentifierError, Pesel, PeselMismatch, RussianBirthCertificate, Snils,
};

use super::identity;
use super::types::{Document, DocumentKind, Known, Sex};
use crate::accounts::OrganisationId;
use crate::forms::{FieldError, Form};
use crate::organisations::{Kind, Tree};
use crate::people::fields::{age_on, line, place};
use crate::text::{clean_name, parse_date_fields, postal_code};

pub use crate::people::fields::OF_AGE;
/// Fields whose values come back when somebody returns to what was typed.
pub const ALL: [&str; 14] = [
    "given_name",
    "surname",
    "patronymic",
    "born_day",
    "born_month",
    "born_year",
    "sex",
    "birth_place",
    "document_kind",
    "document_number",
    "municipality",
    "street",
    "postal_code",
    "city",
];

/// What the form of a child brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// About the child.
    pub known: Known,
    /// Its document, when one was given.
    pub document: Option<Document>,
}

/// The municipalities that can be chosen, by name.
pub fn municipalities(tree: &Tree) -> Vec<(String, String)> {
    let all = tree.all().filter(|one| one.kind == Kind::Municipality);
    let mut all: Vec<_> = all
        .map(|one| (one.id.to_string(), one.name.clone()))
        .collect();
    all.sort_by(|one, other| one.1.cmp(&other.1));
    all
}

/// Fills a form with what is known; a document is never shown again.
#[must_use]
pub fn fill(form: Form, known: &Known) -> Form {
    let municipality = known.municipality_id.map(|id| id.to_string());
    form.with("given_name", &known.given_name)
        .with("surname", &known.surname)
        .with("patronymic", &known.patronymic)
        .with("born_day", known.born_on.day().to_string())
        .with("born_month", known.born_on.month().to_string())
        .with("born_year", known.born_on.year().to_string())
        .with("sex", &known.sex)
        .with("birth_place", &known.birth_place)
        .with("municipality", municipality.unwrap_or_default())
        .with("street", &known.street)
        .with("postal_code", &known.postal_code)
        .with("city", &known.city)
}

/// Reads the fields in the order in which the page has them; every one that can not be taken gets its error. None where
/// there is one.
pub fn read(form: &mut Form, today: Date, tree: &Tree) -> Option<Typed> {
    read_in(form, today, tree, None)
}

/// The same for a child that stays in the municipality where it lives, when that is known.
pub fn read_in(
    form: &mut Form,
    today: Date,
    tree: &Tree,
    stays: Option<OrganisationId>,
) -> Option<Typed> {
    let given_name = line(form, "given_name", clean_name);
    let surname = line(form, "surname", clean_name);
    let patronymic = match form.value("patronymic").trim() {
        "" => String::new(),
        _ => line(form, "patronymic", clean_name),
    };
    let born_on = read_birth(form, today);
    let sex = read_sex(form);
    let birth_place = line(form, "birth_place", place);
    let document = read_document(form, born_on, sex);
    let municipality_id = stays.or_else(|| read_municipality(form, tree));
    let known = Known {
        surname,
        given_name,
        patronymic,
        born_on: born_on?,
        birth_place,
        sex: sex.map_or_else(String::new, |sex| sex.code().to_owned()),
        municipality_id,
        street: line(form, "street", place),
        postal_code: line(form, "postal_code", postal_code),
        city: line(form, "city", place),
    };
    form.is_fine().then_some(Typed { known, document })
}

/// What was chosen; nothing where it was left open. A word that no page offers is no answer.
fn read_sex(form: &mut Form) -> Option<Sex> {
    let typed = form.value("sex");
    let (sex, is_open) = (Sex::from_code(typed), typed.is_empty());
    if sex.is_none() && !is_open {
        form.refuse(FieldError::new("sex", "choose"));
    }
    sex
}

/// The date of birth of a child, or its error.
pub fn read_birth(form: &mut Form, today: Date) -> Option<Date> {
    let typed = ["born_day", "born_month", "born_year"].map(|part| form.value(part));
    let [day, month, year] = typed;
    let problem = match parse_date_fields(day, month, year, today) {
        Ok(date) if age_on(today, date) >= OF_AGE => {
            FieldError::new("born", "of_age").with("age", OF_AGE)
        }
        Ok(date) => return Some(date),
        Err(problem) => problem.on("born"),
    };
    form.refuse(problem);
    None
}

fn read_municipality(form: &mut Form, tree: &Tree) -> Option<OrganisationId> {
    let all = municipalities(tree);
    if let [(only, _)] = all.as_slice() {
        return only.parse().ok();
    }
    let chosen = form.value("municipality");
    let found = all.iter().find(|(id, _)| id == chosen);
    if found.is_none() && !all.is_empty() {
        form.refuse(FieldError::new("municipality", "choose"));
    }
    found.and_then(|(id, _)| id.parse().ok())
}

/// The document: its kind and number, checked by what the number itself says. Both may be left empty.
pub fn read_document(form: &mut Form, born_on: Option<Date>, sex: Option<Sex>) -> Option<Document> {
    let typed = form.value("document_number").trim().to_owned();
    let kind = match (form.value("document_kind"), typed.as_str()) {
        ("", "") => return None,
        (code, _) => DocumentKind::from_code(code),
    };
    let Some(kind) = kind else {
        form.refuse(FieldError::new("document_kind", "choose"));
        return None;
    };
    if typed.is_empty() {
        form.refuse(FieldError::new("document_number", "required"));
        return None;
    }
    match number_of(kind, &typed, born_on, sex) {
        Ok(number) => Some(Document { kind, number }),
        Err(code) => {
            form.refuse(FieldError::new("document_number", code));
            None
        }
    }
}

/// A number in the one form in which it is compared, or the code of what is wrong with it.
///
/// # Errors
/// The code of a field's error.
pub fn number_of(
    kind: DocumentKind,
    typed: &str,
    born_on: Option<Date>,
    sex: Option<Sex>,
) -> Result<String, &'static str> {
    match kind {
        DocumentKind::Pesel => {
            let pesel: Pesel = typed.parse().map_err(|error| match error {
                IdentifierError::Checksum | IdentifierError::Date => "pesel_wrong",
                _ => "pesel_form",
            })?;
            let sex = sex.map(identity::sex_of);
            match pesel.mismatch(born_on.map(identity::date_of), sex) {
                Some(PeselMismatch::BirthDate) => Err("pesel_other_birth"),
                Some(PeselMismatch::Sex) => Err("pesel_other_sex"),
                None => Ok(pesel.to_string()),
            }
        }
        DocumentKind::Snils => {
            let snils: Snils = typed.parse().map_err(|error| match error {
                IdentifierError::Checksum => "snils_wrong",
                _ => "snils_form",
            })?;
            Ok(snils.to_string())
        }
        DocumentKind::BirthCertificate => {
            let polish = typed.parse::<BirthCertificate>().map(|one| one.to_string());
            let russian = || {
                typed
                    .parse::<RussianBirthCertificate>()
                    .map(|one| one.to_string())
            };
            polish.or_else(|_| russian()).or_else(|_| plain(typed))
        }
        DocumentKind::Other => plain(typed),
    }
}

/// Letters and digits of a number whose form nobody here knows.
fn plain(typed: &str) -> Result<String, &'static str> {
    let belongs = |c: &char| c.is_alphanumeric();
    let is_fine = typed
        .chars()
        .all(|c| c.is_alphanumeric() || " -/.№".contains(c));
    let number: String = typed
        .chars()
        .filter(belongs)
        .flat_map(char::to_uppercase)
        .collect();
    let length = number.chars().count();
    if is_fine && (4..=30).contains(&length) && number.chars().any(char::is_numeric) {
        Ok(number)
    } else {
        Err("document_form")
    }
}
