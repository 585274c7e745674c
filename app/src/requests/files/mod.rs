//! Files that are attached to messages: PDF and pictures, by whoever asks and by staff, open to those who read the thread.

mod attach;
pub mod file_store;
pub(super) mod pages;
mod worker;

pub use attach::{AttachError, From, attach};
pub use worker::sweep;

use database::{DbError, FromRow, Row};

use super::types::MessageId;
use crate::files::{Kind, Served};

/// Where the files lie in the store.
pub const ROOM: &str = "requests";
/// The endings of names that are taken.
const ENDINGS: [&str; 3] = ["pdf", "jpg", "png"];
/// The most bytes of one file.
const MOST_BYTES: u64 = 10 * 1024 * 1024;
/// So many files a request may have.
const MOST_FILES: i64 = 10;

database::id! {
    /// A file of a request.
    FileId;
}

/// A file as it came in.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// Cleaned name with its ending.
    pub name: String,
    /// What it is.
    pub kind: &'static Kind,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the content in hexadecimal digits.
    pub hash: String,
    /// Where it lies in the store of files.
    pub key: String,
}

/// A file that is kept.
#[derive(Clone, Debug)]
pub struct Attached {
    /// Which.
    pub id: FileId,
    /// Of which message.
    pub message_id: MessageId,
    /// What it is.
    pub file: NewFile,
}

impl Attached {
    /// As it is handed out.
    pub fn served(&self) -> Served<'_> {
        Served {
            key: &self.file.key,
            name: &self.file.name,
            kind: self.file.kind,
            size: self.file.size.unsigned_abs(),
            hash: &self.file.hash,
        }
    }
}

impl FromRow for Attached {
    fn from_row(row: &Row<'_>) -> Result<Self, DbError> {
        let ending: String = row.get("kind")?;
        let kind = Kind::of_ending(&ending)
            .ok_or_else(|| DbError::Other(format!("a file of kind {ending}")))?;
        Ok(Self {
            id: row.get("id")?,
            message_id: row.get("message_id")?,
            file: NewFile {
                name: row.get("name")?,
                kind,
                size: row.get("size")?,
                hash: row.get("hash")?,
                key: row.get("file_key")?,
            },
        })
    }
}
