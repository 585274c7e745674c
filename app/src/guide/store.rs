//! SQL of the guide.

use database::from_row;
use jiff::Timestamp;

use crate::accounts::OrganisationId;

/// Columns of an [`Office`].
macro_rules! office {
    () => {
        "SELECT o.id, o.name, o.street, o.street_number, o.postal_code, o.post_office, o.city, o.phone, o.office_hours \
         FROM organisations o WHERE o.closed_at IS NULL AND "
    };
}

database::statements! {
    /// The newest version: its number and its tree.
    pub FIND_NEWEST = "SELECT version, tree FROM guide_versions ORDER BY version DESC LIMIT 1";
    /// The tree of a version.
    pub FIND_VERSION = "SELECT tree FROM guide_versions WHERE version = $1";
    /// Versions, the newest first.
    pub LIST_VERSIONS = "SELECT v.version, v.published_at, COALESCE(a.name, '') AS published_by, \
        CASE WHEN v.tree = '' THEN 1 ELSE 0 END AS standard FROM guide_versions v LEFT JOIN accounts a ON a.id = v.published_by \
        ORDER BY v.version DESC LIMIT 50";
    /// A new version.
    pub INSERT_VERSION = "INSERT INTO guide_versions (version, tree, published_by, published_at) VALUES ($1, $2, $3, $4) RETURNING id";
    /// What is being written: its number and its tree.
    pub FIND_DRAFT = "SELECT revision, tree FROM guide_draft WHERE id = 1";
    /// Changes what is being written; nothing when it has another number meanwhile.
    pub SAVE_DRAFT = "UPDATE guide_draft SET revision = revision + 1, tree = $2, changed_by = $3, changed_at = $4 \
        WHERE id = 1 AND revision = $1";
    /// Support centres, by name.
    pub LIST_SUPPORT_CENTRES = concat!(office!(), "o.kind = 'support_centre' ORDER BY o.name, o.id LIMIT 500");
    /// Institutions with an operator, by name.
    pub LIST_INSTITUTIONS = concat!(office!(), "o.kind IN ('institution', 'training_centre') AND EXISTS (SELECT 1 FROM roles r \
        WHERE r.organisation_id = o.id AND r.role = 'operator') ORDER BY o.name, o.id LIMIT 500");
}

/// A version that was published.
#[derive(Clone, Debug)]
pub struct Version {
    /// Counted from 1.
    pub version: i64,
    /// When it was published.
    pub published_at: Timestamp,
    /// By whom.
    pub published_by: String,
    /// 1 when from here on the guide of the program was used.
    standard: i64,
}

from_row!(Version {
    version,
    published_at,
    published_by,
    standard
});

impl Version {
    /// Whether from here on the guide of the program was used.
    pub fn is_standard(&self) -> bool {
        self.standard == 1
    }
}

/// An organisation that one can call or visit.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the fields are those of an organisation")]
pub struct Office {
    pub id: OrganisationId,
    pub name: String,
    pub street: String,
    pub street_number: String,
    pub postal_code: String,
    pub post_office: String,
    pub city: String,
    pub phone: String,
    pub office_hours: String,
}

from_row!(Office {
    id,
    name,
    street,
    street_number,
    postal_code,
    post_office,
    city,
    phone,
    office_hours
});
