//! Clears away what no row knows: files of requests that ended between store and database, and what a process that was
//! killed left half written.

use std::collections::HashSet;
use std::time::{Duration, SystemTime};

use futures_util::TryStreamExt as _;
use jiff::Timestamp;
use object_store::ObjectStoreExt as _;

use super::{Files, StoreError};

const DAY: Duration = Duration::from_hours(24);

impl Files {
    /// Deletes the files of a room's part of the store that are older than a day and whose keys are not among these;
    /// answers how many.
    ///
    /// # Errors
    /// The store refuses.
    pub async fn sweep(
        &self,
        room: &str,
        known: &HashSet<String>,
        now: Timestamp,
    ) -> Result<usize, StoreError> {
        let before = SystemTime::from(now) - DAY;
        let begun = self.sweep_begun(room, before).await;
        let mut unknown = Vec::new();
        let mut listed = self.store.list(Some(&self.path_of(room)));
        while let Some(one) = listed.try_next().await? {
            let is_known = one
                .location
                .filename()
                .is_some_and(|name| known.contains(&format!("{room}/{name}")));
            if !is_known && SystemTime::from(one.last_modified) < before {
                unknown.push(one.location);
            }
        }
        drop(listed);
        for location in &unknown {
            self.store.delete(location).await?;
        }
        Ok(begun + unknown.len())
    }

    /// What was begun in a folder has a `#` in its name until it is whole, and the store does not list it. S3 forgets
    /// such things by itself, when its administrator says so.
    async fn sweep_begun(&self, room: &str, before: SystemTime) -> usize {
        let Some(folder) = &self.folder else {
            return 0;
        };
        let Ok(mut entries) = tokio::fs::read_dir(folder.join(room)).await else {
            return 0;
        };
        let mut count = 0;
        while let Ok(Some(entry)) = entries.next_entry().await {
            let is_begun = entry.file_name().to_string_lossy().contains('#');
            let changed = entry.metadata().await.and_then(|about| about.modified());
            if is_begun
                && changed.is_ok_and(|at| at < before)
                && tokio::fs::remove_file(entry.path()).await.is_ok()
            {
                count += 1;
            }
        }
        count
    }
}
