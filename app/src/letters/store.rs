//! SQL of the texts of letters.

use database::from_row;

use crate::accounts::OrganisationId;

database::statements! {
    /// Every text that is in use: the newest of its kind, where that is not the standard one.
    pub LIST_IN_USE = "SELECT t.organisation_id, t.kind, t.language, t.subject, t.body FROM letter_texts t \
        JOIN (SELECT MAX(id) AS id FROM letter_texts GROUP BY organisation_id, kind, language) newest ON newest.id = t.id \
        WHERE t.subject <> ''";
    /// Raises the version of the texts, so that every node reads them anew.
    pub TOUCH = "UPDATE snapshot_versions SET version = version + 1 WHERE name = 'letters'";
    /// The version of the texts.
    pub FIND_VERSION = "SELECT version FROM snapshot_versions WHERE name = 'letters'";
}

/// A text in use.
#[derive(Clone, Debug)]
pub struct InUse {
    /// Whose; none is the installation.
    pub organisation_id: Option<OrganisationId>,
    /// Code of the kind.
    pub kind: String,
    /// Code of the language.
    pub language: String,
    /// Subject as typed.
    pub subject: String,
    /// Text as typed.
    pub body: String,
}

from_row!(InUse {
    organisation_id,
    kind,
    language,
    subject,
    body
});
