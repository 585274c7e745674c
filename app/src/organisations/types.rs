use jiff::tz::TimeZone;

use super::OrganisationId;
use super::hours::Hours;
use crate::text::fold;

/// What an organisation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The root: a region or the only city of the installation.
    Region,
    /// A municipality.
    Municipality,
    /// A centre where teachers are trained.
    TrainingCentre,
    /// A school, kindergarten or centre of supplementary education; also a workplace.
    #[default]
    Institution,
    /// The municipality's second line of help.
    SupportCentre,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Region,
        Self::Municipality,
        Self::TrainingCentre,
        Self::Institution,
        Self::SupportCentre,
    ];

    /// As the database keeps it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Municipality => "municipality",
            Self::TrainingCentre => "training_centre",
            Self::Institution => "institution",
            Self::SupportCentre => "support_centre",
        }
    }

    /// From its code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An organisation as the tree in memory holds it.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What lies above it; none for a root.
    pub parent: Option<OrganisationId>,
    /// What it is.
    pub kind: Kind,
    /// Its name as the register writes it.
    pub name: String,
    /// `szkoła podstawowa`, `przedszkole` … in the register's words.
    pub institution_type: String,
    /// Street and number, or only the number in villages without streets.
    pub address: String,
    /// Postal code.
    pub postal_code: String,
    /// Town or village.
    pub city: String,
    /// As people write it.
    pub phone: String,
    /// Public address, never shown in plain text to visitors.
    pub email: String,
    /// Where its days begin and end.
    pub time_zone: TimeZone,
    /// A training is long from this many teaching hours on.
    pub long_from_hours: i64,
    /// A training is long from this many meetings on.
    pub long_from_meetings: i64,
    /// When it is open.
    pub hours: Hours,
    /// Folded name, city and street, for search.
    pub(super) folded: String,
}

impl Organisation {
    /// Whether its name, town, street or type holds this folded word.
    pub fn holds(&self, word: &str) -> bool {
        self.folded.contains(word) || fold(&self.institution_type).contains(word)
    }

    /// Name, telephone and address as letters end with them; without telephone and address, the page that leads on.
    pub fn contact(&self, page: &str) -> String {
        let ways = [self.phone.as_str(), self.email.as_str()];
        let mut parts: Vec<&str> = ways.into_iter().filter(|way| !way.is_empty()).collect();
        if parts.is_empty() {
            parts.push(page);
        }
        parts.insert(0, &self.name);
        parts.join(", ")
    }

    /// Whether people can name it as their workplace.
    pub fn is_workplace(&self) -> bool {
        matches!(self.kind, Kind::Institution | Kind::TrainingCentre)
    }
}

/// An organisation as a list or a form describes it.
#[derive(Clone, Debug, Default)]
#[expect(
    missing_docs,
    reason = "the fields are those of the list, see import::SPEC"
)]
pub struct NewOrganisation {
    pub parent: Option<OrganisationId>,
    pub kind: Kind,
    pub name: String,
    pub institution_type: String,
    pub street: String,
    pub street_number: String,
    pub postal_code: String,
    pub post_office: String,
    pub city: String,
    pub tax_id: String,
    pub phone: String,
    pub email: String,
}
