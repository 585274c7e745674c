use database::{DbError, FromRow, Row};
use jiff::civil::Date;

use serde::{Deserialize, Serialize};

use crate::accounts::{AccountId, OrganisationId};

database::id!(
    /// A human being, once in the installation.
    PersonId
);

/// What is known of a person (`spec/traceability.md`, A2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Surname; may have several parts.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// Date of birth; printed on certificates.
    pub born_on: Option<Date>,
    /// Place of birth; printed on certificates.
    pub birth_place: String,
    /// Telephone number, digits with an optional plus.
    pub phone: String,
    /// Street and number of the home address.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub city: String,
    /// Workplace in the directory.
    pub workplace_id: Option<OrganisationId>,
    /// Workplace as typed when the directory does not have it; empty otherwise.
    pub workplace_name: String,
}

impl Details {
    /// Given name and surname, as people are addressed.
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.surname)
    }
}

/// A person as kept.
#[derive(Clone, Debug)]
pub struct Person {
    /// The id.
    pub id: PersonId,
    /// The account whose holder this is.
    pub account_id: Option<AccountId>,
    /// Everything else.
    pub details: Details,
}

impl FromRow for Person {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        Ok(Self {
            id: row.get("id")?,
            account_id: row.get("account_id")?,
            details: Details {
                surname: row.get("surname")?,
                given_name: row.get("given_name")?,
                born_on: row.get("born_on")?,
                birth_place: row.get("birth_place")?,
                phone: row.get("phone")?,
                street: row.get("street")?,
                postal_code: row.get("postal_code")?,
                city: row.get("city")?,
                workplace_id: row.get("workplace_id")?,
                workplace_name: row.get("workplace_name")?,
            },
        })
    }
}
