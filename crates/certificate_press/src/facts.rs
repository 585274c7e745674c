//! What a certificate says.

use std::fmt;

use jiff::Timestamp;
use serde::Serialize;

/// Language of the certificate's own words; the facts are printed as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Polish.
    Pl,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// The code that templates see and the document declares: `pl`, `ru` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Pl => "pl",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }
}

/// Who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signatory {
    /// Full name.
    pub name: String,
    /// Office, such as "Dyrektor Centrum".
    pub role: String,
}

/// The snapshot that a certificate shows (rules: Certificate). Dates and hours come as text already written out in the
/// certificate's language. Templates see every field under the name it has here, except `issued_at`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Facts {
    /// Who issues.
    pub organisation: String,
    /// Number in the organisation's yearly register, such as `214/2026`.
    pub number: String,
    /// The holder's names and surname, in the order in which they are printed.
    pub full_name: String,
    /// Date of birth, written out.
    pub born_on: String,
    /// Place of birth.
    pub birth_place: String,
    /// Title of the training.
    pub title: String,
    /// How long it was, such as "16 godzin dydaktycznych".
    pub hours: String,
    /// When it took place, written out.
    pub dates: String,
    /// What it was about; may be empty.
    pub topics: Vec<String>,
    /// Who taught; may be empty.
    pub trainers: Vec<String>,
    /// Where it was issued.
    pub issue_place: String,
    /// Date of issue, written out.
    pub issue_date: String,
    /// Who signs.
    pub signatory: Signatory,
    /// The address under the QR, for people who type it.
    pub verify_address: String,
    /// What the QR carries; see [`crate::code::address`]. A template puts it among the document's keywords, so that the
    /// file can be checked as well as the paper.
    pub qr_payload: String,
    /// The instant that the document declares as its creation; the press has no clock.
    #[serde(skip)]
    pub issued_at: Timestamp,
}

/// A fact that must be exact, so that it is refused rather than printed with a character replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// [`Facts::number`].
    Number,
    /// [`Facts::full_name`].
    FullName,
    /// [`Facts::born_on`].
    BornOn,
    /// [`Facts::birth_place`].
    BirthPlace,
    /// [`Facts::issue_date`].
    IssueDate,
    /// [`Signatory::name`].
    SignatoryName,
    /// [`Facts::verify_address`].
    VerifyAddress,
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Number => "number",
            Self::FullName => "full_name",
            Self::BornOn => "born_on",
            Self::BirthPlace => "birth_place",
            Self::IssueDate => "issue_date",
            Self::SignatoryName => "signatory.name",
            Self::VerifyAddress => "verify_address",
        })
    }
}
