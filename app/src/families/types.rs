//! What the room speaks of: children, their documents, who acts for them.

use database::{DbError, FromRow, Row};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::accounts::OrganisationId;
use crate::people::PersonId;

database::id! {
    /// An account that acts, or asks to act, for a child.
    GuardianshipId;
    /// Two records that may be one person.
    CaseId;
}

database::codes! {
    /// Where a person's record stands: `unconfirmed → confirmed`, `→ merged`, `→ archived` (`spec/rules.md`, Person).
    PersonState {
        /// As the guardian typed it.
        Unconfirmed = "unconfirmed",
        /// Compared with documents by an operator.
        Confirmed = "confirmed",
        /// Another record has taken its place.
        Merged = "merged",
        /// Kept, and not in use.
        Archived = "archived",
    }
}

impl PersonState {
    /// What it means at a glance, as badges show it.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Confirmed => "done",
            Self::Unconfirmed => "attention",
            Self::Merged | Self::Archived => "information",
        }
    }
}

database::codes! {
    /// Where it stands whether an account acts for a child.
    GuardianshipState {
        /// A second guardian asks.
        Asked = "asked",
        /// Acts for the child.
        Holds = "holds",
        /// Was not let in.
        Refused = "refused",
        /// Acted for the child once.
        Ended = "ended",
    }
}

database::codes! {
    /// Sex as documents write it.
    Sex {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
    }
}

database::codes! {
    /// Kinds of documents that name one person each.
    DocumentKind {
        /// Polish number of the population register.
        Pesel = "pesel",
        /// Russian number of the pension insurance account.
        Snils = "snils",
        /// Birth certificate.
        BirthCertificate = "birth_certificate",
        /// Any other: a passport, a document of another country.
        Other = "other",
    }
}

/// What is known of a child.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Surname; may have several parts.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// Patronymic or second name; may be empty.
    pub patronymic: String,
    /// Date of birth.
    pub born_on: Date,
    /// Place of birth.
    pub birth_place: String,
    /// Code of [`Sex`]; empty where it was not said.
    pub sex: String,
    /// The municipality where the child lives.
    pub municipality_id: Option<OrganisationId>,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town or village.
    pub city: String,
}

impl Known {
    /// Given name and surname, as people are addressed.
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.surname)
    }
}

/// From where on evidence says something, in hundredths of a bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// From here on somebody is asked.
    pub asked_from: i64,
    /// From here on it is one person.
    pub same_from: i64,
}

/// A document as it was typed and checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its kind.
    pub kind: DocumentKind,
    /// Its number in the one form in which it is compared.
    pub number: String,
}

/// A child as kept.
#[derive(Clone, Debug)]
pub struct Child {
    /// Which.
    pub id: PersonId,
    /// What is known.
    pub known: Known,
    /// Where the record stands.
    pub state: PersonState,
    /// Grows with every change.
    pub version: i64,
    /// When it was entered.
    pub created_at: Timestamp,
}

impl FromRow for Child {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let born_on: Option<Date> = row.get("born_on")?;
        Ok(Self {
            id: row.get("id")?,
            known: Known {
                surname: row.get("surname")?,
                given_name: row.get("given_name")?,
                patronymic: row.get("patronymic")?,
                born_on: born_on.unwrap_or_default(),
                birth_place: row.get("birth_place")?,
                sex: row.get("sex")?,
                municipality_id: row.get("municipality_id")?,
                street: row.get("street")?,
                postal_code: row.get("postal_code")?,
                city: row.get("city")?,
            },
            state: row.get("state")?,
            version: row.get("version")?,
            created_at: row.get("created_at")?,
        })
    }
}
