use database::{DbError, FromRow, Row};
use jiff::Timestamp;

use crate::catalogue::GroupId;
use crate::files::{Kind, Served};

database::id!(
    /// A file of a group.
    MaterialId
);

/// A file that a group's participants get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Material {
    /// Its id.
    pub id: MaterialId,
    /// Whose it is.
    pub group_id: GroupId,
    /// Name with its ending, cleaned.
    pub name: String,
    /// What it is.
    pub kind: &'static Kind,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content in hexadecimal digits.
    pub content_hash: String,
    /// Where the content lies in the store of files.
    pub object_key: String,
    /// Open to everybody with a place, before the gate is.
    pub from_start: bool,
    /// When it was handed in.
    pub added_at: Timestamp,
}

impl Material {
    /// As it is handed out.
    pub fn served(&self) -> Served<'_> {
        Served {
            key: &self.object_key,
            name: &self.name,
            kind: self.kind,
            size: self.size.unsigned_abs(),
            hash: &self.content_hash,
        }
    }
}

impl FromRow for Material {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let kind: String = row.get("kind")?;
        let kind = Kind::of_ending(&kind)
            .ok_or_else(|| DbError::Other(format!("a material of the kind {kind}")))?;
        Ok(Self {
            id: row.get("id")?,
            group_id: row.get("group_id")?,
            name: row.get("name")?,
            kind,
            size: row.get("size")?,
            content_hash: row.get("content_hash")?,
            object_key: row.get("object_key")?,
            from_start: row.get("from_start")?,
            added_at: row.get("added_at")?,
        })
    }
}
