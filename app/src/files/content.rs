//! Looks at content while it passes: how long it is, its hash, and whether it is what its name says.

use sha2::{Digest as _, Sha256};

use super::kinds::{Kind, Sign};

/// So many first bytes tell most kinds.
const HEAD: usize = 4 * 1024;
/// So many last bytes hold the list of contents of any usual package.
const TAIL: usize = 256 * 1024;

/// What content turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Bytes.
    pub size: u64,
    /// SHA-256 in hexadecimal digits.
    pub hash: String,
}

/// The content is of another kind than its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OfAnotherKind;

/// Sees all chunks of some content, in order; holds a few of its bytes.
pub(super) struct Inspector {
    kind: &'static Kind,
    head: Vec<u8>,
    tail: Vec<u8>,
    hash: Sha256,
    size: u64,
    is_head_seen: bool,
}

impl Inspector {
    pub(super) fn new(kind: &'static Kind) -> Self {
        Self {
            kind,
            head: Vec::new(),
            tail: Vec::new(),
            hash: Sha256::new(),
            size: 0,
            is_head_seen: false,
        }
    }

    /// Bytes seen so far.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    pub(super) fn see(&mut self, chunk: &[u8]) -> Result<(), OfAnotherKind> {
        self.hash.update(chunk);
        self.size += chunk.len() as u64;
        if self.head.len() < HEAD {
            let lacking = HEAD - self.head.len();
            self.head
                .extend_from_slice(&chunk[..lacking.min(chunk.len())]);
        }
        if self.head.len() == HEAD {
            self.see_head()?;
        }
        if self.kind.sign == Sign::Text
            && !is_utf16(&self.head)
            && chunk.iter().copied().any(is_control)
        {
            return Err(OfAnotherKind);
        }
        if self.kind.needs_tail() {
            let kept = &chunk[chunk.len().saturating_sub(TAIL)..];
            let all = self.tail.len() + kept.len();
            self.tail
                .drain(..all.saturating_sub(TAIL).min(self.tail.len()));
            self.tail.extend_from_slice(kept);
        }
        Ok(())
    }

    pub(super) fn end(mut self) -> Result<Facts, OfAnotherKind> {
        self.see_head()?;
        if !self.kind.ends_well(&self.tail) {
            return Err(OfAnotherKind);
        }
        Ok(Facts {
            size: self.size,
            hash: data_encoding::HEXLOWER.encode(&self.hash.finalize()),
        })
    }

    fn see_head(&mut self) -> Result<(), OfAnotherKind> {
        if !self.is_head_seen && !self.kind.begins_well(&self.head) {
            return Err(OfAnotherKind);
        }
        self.is_head_seen = true;
        Ok(())
    }
}

/// Notepad saves so; every other byte of it is 0.
fn is_utf16(head: &[u8]) -> bool {
    head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF")
}

fn is_control(byte: u8) -> bool {
    matches!(byte, 0x00..=0x08 | 0x0B | 0x0E..=0x1F | 0x7F)
}
