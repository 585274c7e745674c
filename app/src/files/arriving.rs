//! How a file comes in: piece by piece through the inspector and the scanner into the store, where it appears whole or
//! not at all.

use std::time::Duration;

use axum::body::Bytes;
use futures_util::{Stream, StreamExt as _};
use object_store::path::Path;
use object_store::{ObjectStoreExt as _, WriteMultipart};
use tokio::runtime::Handle;
use tokio::time::timeout;

use super::clamav::{Scan, ScanError, Verdict};
use super::content::{Facts, Inspector, OfAnotherKind};
use super::{Files, Kind, StoreError};

/// For the next piece of an upload; a person's line may stall, a torn one does not come back.
const NEXT_PIECE: Duration = Duration::from_mins(1);
/// Pieces that are written to the store at the same time.
const AT_ONCE: usize = 2;

/// Why a file was not kept; nothing of it stays.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// It stopped coming before its end.
    #[error("the file did not arrive whole")]
    Torn,
    /// It has no content.
    #[error("the file is empty")]
    Empty,
    /// It has more bytes than are taken.
    #[error("the file is too large")]
    TooLarge,
    /// The content is of another kind than its name says.
    #[error("the content is of another kind than the name says")]
    OfAnotherKind,
    /// The scanner found this in it.
    #[error("the scanner found {0}")]
    Infected(String),
    /// The scanner that is set gives no verdict.
    #[error(transparent)]
    Scan(#[from] ScanError),
    /// The store refuses.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl NotTaken {
    /// Whether nothing more of it comes, or nobody waits for more: its rest need not be read.
    pub fn is_over(&self) -> bool {
        matches!(self, Self::Torn | Self::TooLarge | Self::Empty)
    }
}

impl From<OfAnotherKind> for NotTaken {
    fn from(_: OfAnotherKind) -> Self {
        Self::OfAnotherKind
    }
}

/// Being written; what is dropped before it is kept disappears, so that a request that ends early leaves nothing.
struct Staged(Option<WriteMultipart>);

impl Staged {
    async fn put(&mut self, piece: Bytes) -> Result<(), StoreError> {
        if let Some(writer) = &mut self.0 {
            writer.wait_for_capacity(AT_ONCE).await?;
            writer.put(piece);
        }
        Ok(())
    }

    async fn keep(mut self) -> Result<(), StoreError> {
        if let Some(writer) = self.0.take() {
            writer.finish().await?;
        }
        Ok(())
    }

    async fn discard(mut self) {
        if let Some(writer) = self.0.take() {
            abort(writer).await;
        }
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if let (Some(writer), Ok(runtime)) = (self.0.take(), Handle::try_current()) {
            runtime.spawn(abort(writer));
        }
    }
}

async fn abort(writer: WriteMultipart) {
    if let Err(error) = writer.abort().await {
        tracing::warn!(%error, "what was begun in the store of files could not be taken back");
    }
}

impl Files {
    /// Takes a file in under a key that is not used yet: at most `most` bytes of this kind, clean if a scanner is set.
    /// Holds a few pieces in memory, never the whole.
    ///
    /// # Errors
    /// [`NotTaken`]; nothing of the file stays then, nor when the future is dropped.
    pub async fn receive<E>(
        &self,
        key: &str,
        kind: &'static Kind,
        most: u64,
        pieces: impl Stream<Item = Result<Bytes, E>> + Unpin,
    ) -> Result<Facts, NotTaken> {
        let scan = match &self.scanner {
            Some(scanner) => Some(scanner.begin().await?),
            None => None,
        };
        let mut staged = self.begin(key).await?;
        match pass(&mut staged, scan, kind, most, pieces).await {
            Ok(facts) => {
                staged.keep().await?;
                Ok(facts)
            }
            Err(reason) => {
                staged.discard().await;
                Err(reason)
            }
        }
    }

    async fn begin(&self, key: &str) -> Result<Staged, StoreError> {
        self.make_folder().await?;
        let path: Path = self.path_of(key);
        let upload = self.store.put_multipart(&path).await?;
        let writer = WriteMultipart::new_with_chunk_size(upload, self.piece);
        Ok(Staged(Some(writer)))
    }
}

async fn pass<E>(
    staged: &mut Staged,
    mut scan: Option<Scan>,
    kind: &'static Kind,
    most: u64,
    mut pieces: impl Stream<Item = Result<Bytes, E>> + Unpin,
) -> Result<Facts, NotTaken> {
    let mut inspector = Inspector::new(kind);
    loop {
        let next = timeout(NEXT_PIECE, pieces.next()).await;
        let piece = match next.map_err(|_| NotTaken::Torn)? {
            Some(piece) => piece.map_err(|_| NotTaken::Torn)?,
            None => break,
        };
        inspector.see(&piece)?;
        if inspector.size() > most {
            return Err(NotTaken::TooLarge);
        }
        if let Some(scan) = &mut scan {
            scan.feed(&piece).await?;
        }
        staged.put(piece).await?;
    }
    if inspector.size() == 0 {
        return Err(NotTaken::Empty);
    }
    let facts = inspector.end()?;
    if let Some(scan) = scan
        && let Verdict::Infected(name) = scan.verdict().await?
    {
        return Err(NotTaken::Infected(name));
    }
    Ok(facts)
}
