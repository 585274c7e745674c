//! SQL of the layouts of certificates.

use database::{DbError, FromRow, Row, from_row};
use jiff::Timestamp;

use super::layouts::Layout;
use super::{LayoutId, LogoId};

database::statements! {
    /// A version, whoever has it.
    pub FIND_LAYOUT = "SELECT id, version, layout, logo_id FROM certificate_layouts WHERE id = $1";
    /// The one that an organisation issues with.
    pub FIND_IN_USE = "SELECT l.id, l.version, l.layout, l.logo_id FROM certificate_layouts_in_use u \
        JOIN certificate_layouts l ON l.id = u.layout_id WHERE u.organisation_id = $1";
    /// All versions of an organisation, the newest first.
    pub LIST_VERSIONS = "SELECT l.id, l.version, l.saved_at, COALESCE(a.name, '') AS saved_by FROM certificate_layouts l \
        LEFT JOIN accounts a ON a.id = l.saved_by WHERE l.organisation_id = $1 ORDER BY l.version DESC LIMIT 50";
    /// One version of an organisation.
    pub FIND_VERSION = "SELECT id, version, layout, logo_id FROM certificate_layouts WHERE organisation_id = $1 AND version = $2";
    /// The number of the newest one; 0 without any.
    pub FIND_LAST_VERSION = "SELECT COALESCE(MAX(version), 0) FROM certificate_layouts WHERE organisation_id = $1";
    /// A new version.
    pub INSERT_LAYOUT = "INSERT INTO certificate_layouts (organisation_id, version, layout, logo_id, saved_by, saved_at) \
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
    /// Puts a version in use.
    pub USE = "INSERT INTO certificate_layouts_in_use (organisation_id, layout_id) VALUES ($1, $2) \
        ON CONFLICT (organisation_id) DO UPDATE SET layout_id = excluded.layout_id";
    /// Goes back to the standard layout.
    pub USE_STANDARD = "DELETE FROM certificate_layouts_in_use WHERE organisation_id = $1";
    /// A new picture.
    pub INSERT_LOGO = "INSERT INTO certificate_logos (organisation_id, name, kind, content, added_at) VALUES ($1, $2, $3, $4, $5) RETURNING id";
    /// Pictures of an organisation, the newest first.
    pub LIST_LOGOS = "SELECT id, name FROM certificate_logos WHERE organisation_id = $1 ORDER BY id DESC";
    /// A picture.
    pub FIND_LOGO = "SELECT content FROM certificate_logos WHERE id = $1";
}

/// A layout as kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its id.
    pub id: LayoutId,
    /// Counted from 1 in its organisation.
    pub version: i64,
    /// What it changes.
    pub layout: Layout,
}

impl FromRow for Kept {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let text: String = row.get("layout")?;
        let layout: Layout = serde_json::from_str(&text)
            .map_err(|error| DbError::Other(format!("layout: {error}")))?;
        Ok(Self {
            id: row.get("id")?,
            version: row.get("version")?,
            layout: Layout {
                logo_id: row.get("logo_id")?,
                ..layout
            },
        })
    }
}

/// A version in a list.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its id.
    pub id: LayoutId,
    /// Counted from 1 in its organisation.
    pub version: i64,
    /// When it was saved.
    pub saved_at: Timestamp,
    /// By whom.
    pub saved_by: String,
}

from_row!(Version {
    id,
    version,
    saved_at,
    saved_by
});

/// A picture in a list.
#[derive(Clone, Debug)]
pub struct NamedLogo {
    /// Its id.
    pub id: LogoId,
    /// Name of its file.
    pub name: String,
}

from_row!(NamedLogo { id, name });
