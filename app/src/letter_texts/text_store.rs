//! SQL of the texts of letters as they are written.

use database::from_row;
use jiff::Timestamp;

database::id!(
    /// A version of the text of a letter.
    TextId
);

database::statements! {
    /// Versions of a text, the newest first.
    pub LIST_VERSIONS = "SELECT t.version, t.subject, t.body, t.written_at, COALESCE(a.name, '') AS written_by FROM letter_texts t \
        LEFT JOIN accounts a ON a.id = t.written_by \
        WHERE COALESCE(t.organisation_id, 0) = COALESCE(CAST($1 AS BIGINT), 0) AND t.kind = $2 AND t.language = $3 \
        ORDER BY t.version DESC LIMIT 50";
    /// One version of a text.
    pub FIND_VERSION = "SELECT subject, body FROM letter_texts \
        WHERE COALESCE(organisation_id, 0) = COALESCE(CAST($1 AS BIGINT), 0) AND kind = $2 AND language = $3 AND version = $4";
    /// The newest version: its number, subject and text.
    pub FIND_NEWEST = "SELECT version, subject, body FROM letter_texts \
        WHERE COALESCE(organisation_id, 0) = COALESCE(CAST($1 AS BIGINT), 0) AND kind = $2 AND language = $3 \
        ORDER BY version DESC LIMIT 1";
    /// A new version.
    pub INSERT_TEXT = "INSERT INTO letter_texts (organisation_id, kind, language, version, subject, body, written_by, written_at) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id";
    /// Organisations that offer courses or have a text of their own.
    pub LIST_WRITING = "SELECT organisation_id FROM courses UNION \
        SELECT organisation_id FROM letter_texts WHERE organisation_id IS NOT NULL";
}

/// A version of a text.
#[derive(Clone, Debug)]
pub struct Version {
    /// Counted from 1.
    pub version: i64,
    /// Its subject; empty for the standard text.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// When it was written.
    pub written_at: Timestamp,
    /// By whom.
    pub written_by: String,
}

from_row!(Version {
    version,
    subject,
    body,
    written_at,
    written_by
});

impl Version {
    /// Whether from here on the standard text was used.
    pub fn is_standard(&self) -> bool {
        self.subject.is_empty()
    }
}
