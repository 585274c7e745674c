//! Who pays, as chosen when joining [A7]: the participant, or an institution with its name, tax id and address.

use database::{DbError, Tx, from_row};

use super::{EnrolmentId, store};
use crate::accounts::{AccountId, OrganisationId};
use crate::forms::{FieldError, Form};
use crate::text::{TextProblem, clean_email, clean_line, postal_code, tax_id};

const LINE_LENGTH: usize = 150;

/// An institution that is to pay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Institution {
    /// The directory has it.
    pub organisation_id: Option<OrganisationId>,
    /// Its name.
    pub name: String,
    /// NIP or INN, digits.
    pub tax_id: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub city: String,
    /// Who is asked.
    pub email: String,
    /// Who receives, when the payer is the municipality above it; empty otherwise.
    pub recipient_name: String,
    /// Its address.
    pub recipient_address: String,
}

from_row!(Institution {
    organisation_id,
    name,
    tax_id,
    street,
    postal_code,
    city,
    email,
    recipient_name,
    recipient_address
});

impl Institution {
    /// The address in one line.
    pub fn address(&self) -> String {
        format!("{}, {} {}", self.street, self.postal_code, self.city)
    }
}

/// Who pays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Payer {
    /// Whoever joins.
    #[default]
    Participant,
    /// An institution, once it has agreed.
    Institution(Box<Institution>),
}

/// The form as it begins: the participant pays, and the institution is the workplace as far as the directory knows it.
pub fn fill(workplace: Option<&Institution>) -> Form {
    let form = Form::new().with("payer", "participant");
    let Some(place) = workplace else {
        return form;
    };
    let id = place.organisation_id.map(|id| id.to_string());
    form.with("payer_organisation", id.unwrap_or_default())
        .with("payer_name", &place.name)
        .with("payer_tax_id", &place.tax_id)
        .with("payer_street", &place.street)
        .with("payer_postal_code", &place.postal_code)
        .with("payer_city", &place.city)
        .with("payer_email", &place.email)
}

/// Who pays, as typed; none when something has to be put right, with the errors in the form. The institution is the one
/// of the directory as long as its name was left as it is there.
pub fn read(form: &mut Form, workplace: Option<&Institution>) -> Option<Payer> {
    match form.value("payer") {
        "participant" => return Some(Payer::Participant),
        "institution" => {}
        _ => {
            form.refuse(FieldError::new("payer", "choose"));
            return None;
        }
    }
    let name = line(form, "payer_name", clean);
    let known = workplace.filter(|place| place.name == name);
    let institution = Institution {
        organisation_id: known.and_then(|place| place.organisation_id),
        name,
        tax_id: read_tax_id(form),
        street: line(form, "payer_street", clean),
        postal_code: line(form, "payer_postal_code", postal_code),
        city: line(form, "payer_city", clean),
        email: line(form, "payer_email", |typed| {
            clean_email(typed).map(|email| email.typed)
        }),
        recipient_name: line(form, "payer_recipient", |typed| {
            clean_line(typed, LINE_LENGTH)
        }),
        recipient_address: line(form, "payer_recipient_address", |typed| {
            clean_line(typed, LINE_LENGTH)
        }),
    };
    for field in ["payer_name", "payer_recipient", "payer_recipient_address"] {
        if holds_an_address(form.value(field)) {
            form.refuse(FieldError::new(field, "address_in_name"));
        }
    }
    form.is_fine()
        .then(|| Payer::Institution(Box::new(institution)))
}

/// Endings of addresses that programs for mail make links of.
const ENDINGS: [&str; 14] = [
    "com", "pl", "ru", "org", "net", "eu", "info", "io", "shop", "online", "site", "xyz", "biz",
    "co",
];

/// Whether a name holds an address of the web or of a mailbox: it would go out in letters to whoever is named.
fn holds_an_address(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.contains("://")
        || lower.contains("www.")
        || lower.contains('@')
        || lower
            .split(|c: char| c.is_whitespace() || c == '/' || c == ',')
            .filter_map(|word| word.rsplit_once('.'))
            .any(|(before, ending)| before.chars().count() > 1 && ENDINGS.contains(&ending))
}

fn clean(typed: &str) -> Result<String, TextProblem> {
    let line = clean_line(typed, LINE_LENGTH)?;
    if line.is_empty() {
        return Err(TextProblem::Empty);
    }
    Ok(line)
}

fn line(
    form: &mut Form,
    field: &'static str,
    clean: fn(&str) -> Result<String, TextProblem>,
) -> String {
    clean(form.value(field)).unwrap_or_else(|problem| {
        form.refuse(problem.on(field));
        String::new()
    })
}

fn read_tax_id(form: &mut Form) -> String {
    let typed = form.value("payer_tax_id").trim().to_owned();
    let read = match tax_id(&typed) {
        Some(id) => Ok(id),
        None if typed.is_empty() => Err("required"),
        None => Err("tax_id"),
    };
    form.take("payer_tax_id", read).unwrap_or_default()
}

/// The workplace of an account's person, as the directory knows it.
///
/// # Errors
/// The database does not answer.
pub async fn workplace_of(
    tx: &mut Tx<'_>,
    account_id: AccountId,
) -> Result<Option<Institution>, DbError> {
    tx.opt(store::FIND_WORKPLACE, &[&account_id]).await
}

/// The institution that is to pay for an enrolment; none when the participant pays.
///
/// # Errors
/// The database does not answer.
pub async fn institution_of(
    tx: &mut Tx<'_>,
    id: EnrolmentId,
) -> Result<Option<Institution>, DbError> {
    tx.opt(store::FIND_PAYER, &[&id]).await
}

/// Notes who pays for a new enrolment.
pub(super) async fn note(tx: &mut Tx<'_>, id: EnrolmentId, payer: &Payer) -> Result<(), DbError> {
    let Payer::Institution(one) = payer else {
        return Ok(());
    };
    let row: database::Params<'_> = &[
        &id,
        &one.organisation_id,
        &one.name,
        &one.tax_id,
        &one.street,
        &one.postal_code,
        &one.city,
        &one.email,
        &one.recipient_name,
        &one.recipient_address,
    ];
    tx.exec(store::INSERT_PAYER, row).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_names() {
        for name in [
            "Szkoła Podstawowa nr 7 im. J. Słowackiego",
            "Edukacja Sp. z o.o.",
            "I LO, ul. Długa 5",
            "МБОУ СОШ № 5",
        ] {
            assert!(!holds_an_address(name), "{name}");
        }
        for name in [
            "Wygraj na https://spam.example",
            "spam.com/nagroda teraz",
            "WWW.SPAM.RU",
            "pisz: a@b.example",
            "casino.xyz",
        ] {
            assert!(holds_an_address(name), "{name}");
        }
    }
}
