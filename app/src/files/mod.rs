//! Files that people hand in: checked while they come, kept in a folder or in S3 under names that say nothing, handed out
//! whole or in parts. Rooms keep the key of a file in a row; a file without a row is cleared away after a day.

mod arriving;
pub mod clamav;
mod content;
mod kinds;
mod names;
mod place;
mod ranges;
pub mod refusals;
mod serving;
mod sweeping;

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use axum::body::Bytes;
use futures_util::{Stream, StreamExt as _};
use object_store::path::Path;
use object_store::{GetOptions, GetRange, ObjectStore, ObjectStoreExt as _};

pub use arriving::NotTaken;
pub use clamav::Scanner;
pub use content::Facts;
pub use kinds::{KINDS, Kind};
pub use names::{NameProblem, attachment, clean_file_name};
pub use place::BadSetting;
pub use serving::{Served, send};

use crate::config::Config;
use crate::random::Random;

/// The most bytes of a file.
pub const MOST_BYTES: u64 = 100 * 1024 * 1024;

/// What the store of files answers when it refuses.
pub type StoreError = object_store::Error;

/// The store of files of an installation.
#[derive(Debug)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    prefix: Path,
    folder: Option<PathBuf>,
    piece: usize,
    scanner: Option<Scanner>,
}

impl Files {
    /// The store that the settings name. It is neither made nor asked yet.
    ///
    /// # Errors
    /// [`BadSetting`].
    pub fn of(config: &Config) -> Result<Self, BadSetting> {
        let place = place::Place::of(config)?;
        let scanner = match &config.clamav {
            None => None,
            Some(setting) => Some(
                Scanner::from_setting(setting)
                    .ok_or_else(|| BadSetting::Scanner(setting.clone()))?,
            ),
        };
        Ok(Self {
            store: place.store,
            prefix: place.prefix,
            folder: place.folder,
            piece: place.piece,
            scanner,
        })
    }

    /// A new key in a room's part of the store; it says nothing about the file.
    pub fn new_key(room: &str, random: &Random) -> String {
        let name = data_encoding::HEXLOWER.encode(&random.bytes::<16>());
        format!("{room}/{name}")
    }

    /// The content, or a part of it that lies inside, piece by piece.
    ///
    /// # Errors
    /// The store refuses, or has no such file.
    pub async fn read(
        &self,
        key: &str,
        part: Option<Range<u64>>,
    ) -> Result<impl Stream<Item = Result<Bytes, StoreError>> + Send + use<>, StoreError> {
        let options = GetOptions {
            range: part.map(GetRange::Bounded),
            ..GetOptions::default()
        };
        let found = self.store.get_opts(&self.path_of(key), options).await?;
        Ok(found.into_stream().boxed())
    }

    /// All of a file at once; for small ones.
    ///
    /// # Errors
    /// The store refuses, or has no such file.
    pub async fn whole(&self, key: &str) -> Result<Vec<u8>, StoreError> {
        let found = self.store.get(&self.path_of(key)).await?;
        Ok(found.bytes().await?.to_vec())
    }

    /// Deletes a file. One that is not there is deleted.
    ///
    /// # Errors
    /// The store refuses.
    pub async fn delete(&self, key: &str) -> Result<(), StoreError> {
        match self.store.delete(&self.path_of(key)).await {
            Err(StoreError::NotFound { .. }) => Ok(()),
            done => done,
        }
    }

    /// Asks the store for a file that nobody has, and so whether it answers.
    ///
    /// # Errors
    /// The store refuses.
    pub async fn check(&self) -> Result<(), StoreError> {
        match self.store.head(&self.path_of("doctor/nothing")).await {
            Ok(_) | Err(StoreError::NotFound { .. }) => Ok(()),
            Err(error) => Err(error),
        }
    }

    fn path_of(&self, key: &str) -> Path {
        key.split('/').fold(self.prefix.clone(), Path::join)
    }

    /// Makes the folder, closed to other users: what people hand in may be meant for few.
    async fn make_folder(&self) -> Result<(), StoreError> {
        let Some(folder) = &self.folder else {
            return Ok(());
        };
        let mut builder = tokio::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        builder.mode(0o700);
        let made = builder.create(folder).await;
        made.map_err(|error| StoreError::Generic {
            store: "folder",
            source: Box::new(error),
        })
    }
}
