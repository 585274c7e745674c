use database::{Column, DbError, FromRow, Param, Row, ValueRef};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::accounts::OrganisationId;
use crate::enrolment::EnrolmentId;
use crate::i18n::Lang;

database::id! {
    /// A certificate that was issued.
    CertificateId;
    /// A version of an organisation's layout.
    LayoutId;
    /// A picture for an organisation's certificates.
    LogoId;
}

/// Where a certificate stands: `issued → reissued | revoked`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateState {
    /// Valid.
    Issued,
    /// Replaced by a later one after a correction.
    Reissued,
    /// No longer valid.
    Revoked,
}

impl CertificateState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Issued, Self::Reissued, Self::Revoked];

    /// As the database keeps it, and as message keys end.
    pub fn code(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Reissued => "reissued",
            Self::Revoked => "revoked",
        }
    }
}

impl Column for CertificateState {
    fn from_value(value: ValueRef<'_>) -> Option<Self> {
        let code = String::from_value(value)?;
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

impl Param for CertificateState {
    fn to_value(&self) -> ValueRef<'_> {
        self.code().to_value()
    }
}

/// Everything that a certificate says, as it was at issue. Words around it are chosen when it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Language of the certificate: that of the course.
    pub lang: Lang,
    /// Who issues.
    pub organisation: String,
    /// Given name of the holder.
    pub given_name: String,
    /// Surname of the holder.
    pub surname: String,
    /// Date of birth.
    pub born_on: Date,
    /// Place of birth.
    pub birth_place: String,
    /// Title of the training.
    pub title: String,
    /// Teaching hours of 45 minutes.
    pub teaching_hours: i64,
    /// First and last day of the meetings on the organisation's calendar; none without meetings.
    pub days: Option<(Date, Date)>,
    /// What it was about.
    pub topics: Vec<String>,
    /// Who taught.
    pub trainers: Vec<String>,
    /// Where it is issued.
    pub issue_place: String,
    /// The day of issue on the organisation's calendar.
    pub issued_on: Date,
    /// Who signs.
    pub signatory_name: String,
    /// As what.
    pub signatory_role: String,
}

impl Snapshot {
    /// The holder's name as it is printed: the surname comes first in Russian.
    pub fn full_name(&self) -> String {
        match self.lang {
            Lang::Ru => format!("{} {}", self.surname, self.given_name),
            Lang::Pl | Lang::En => format!("{} {}", self.given_name, self.surname),
        }
    }
}

/// A certificate as kept.
#[derive(Clone, Debug)]
pub struct Certificate {
    /// Its id.
    pub id: CertificateId,
    /// Public address: organisation, number and year, such as `12-214-2026`.
    pub number: String,
    /// As printed: `214/2026`.
    pub register_number: String,
    /// Who issued it.
    pub organisation_id: OrganisationId,
    /// For which enrolment.
    pub enrolment_id: EnrolmentId,
    /// Where it stands.
    pub state: CertificateState,
    /// When it was issued.
    pub issued_at: Timestamp,
    /// What it says.
    pub snapshot: Snapshot,
    /// The signed code of its QR.
    pub code: String,
    /// The layout that it was issued with; none is the standard one.
    pub layout_id: Option<LayoutId>,
}

impl FromRow for Certificate {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let snapshot: String = row.get("snapshot")?;
        Ok(Self {
            id: row.get("id")?,
            number: row.get("number")?,
            register_number: row.get("register_number")?,
            organisation_id: row.get("organisation_id")?,
            enrolment_id: row.get("enrolment_id")?,
            state: row.get("state")?,
            issued_at: row.get("issued_at")?,
            snapshot: serde_json::from_str(&snapshot)
                .map_err(|error| DbError::Other(format!("snapshot: {error}")))?,
            code: row.get("code")?,
            layout_id: row.get("layout_id")?,
        })
    }
}
