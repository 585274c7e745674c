//! Compressed content that stands between texts which are not: one gzip member (RFC 1952) put together from parts.

use flate2::{Compress, Compression, Crc, FlushCompress};

/// The most bytes of a stored block (RFC 1951).
const BLOCK: usize = 65_535;
/// Deflate, no name, no time, system unknown.
const HEADER: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

/// Content, compressed once.
#[derive(Debug)]
pub(super) struct Packed {
    /// Whole deflate blocks that end on a byte's boundary and refer to nothing before them.
    blocks: Vec<u8>,
    checksum: Crc,
}

impl Packed {
    /// Compresses the content.
    pub(super) fn new(content: &str) -> Self {
        let mut checksum = Crc::new();
        checksum.update(content.as_bytes());
        Self {
            blocks: blocks_of(content.as_bytes()),
            checksum,
        }
    }

    /// The gzip of `before`, the content and `after`.
    pub(super) fn between(&self, before: &[u8], after: &[u8]) -> Vec<u8> {
        let mut checksum = Crc::new();
        checksum.update(before);
        checksum.combine(&self.checksum);
        checksum.update(after);
        let mut out = Vec::with_capacity(self.blocks.len() + before.len() + after.len() + 64);
        out.extend_from_slice(&HEADER);
        for block in before.chunks(BLOCK) {
            store(&mut out, block, false);
        }
        out.extend_from_slice(&self.blocks);
        for block in after.chunks(BLOCK) {
            store(&mut out, block, false);
        }
        store(&mut out, &[], true);
        out.extend_from_slice(&checksum.sum().to_le_bytes());
        out.extend_from_slice(&checksum.amount().to_le_bytes());
        out
    }
}

/// Falls back to stored blocks where the compressor fails.
fn blocks_of(content: &[u8]) -> Vec<u8> {
    let mut compress = Compress::new(Compression::new(6), false);
    let mut blocks = Vec::with_capacity(content.len() + content.len() / 100 + 1_024);
    let done = compress.compress_vec(content, &mut blocks, FlushCompress::Full);
    // Room that was left means that the flush has been written out whole.
    let is_whole = compress.total_in() == content.len() as u64 && blocks.len() < blocks.capacity();
    if done.is_err() || !is_whole {
        blocks.clear();
        for block in content.chunks(BLOCK) {
            store(&mut blocks, block, false);
        }
    }
    blocks
}

/// A block that is not compressed; it begins and ends on a byte's boundary.
fn store(out: &mut Vec<u8>, block: &[u8], is_last: bool) {
    let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
    out.push(u8::from(is_last));
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(&(!length).to_le_bytes());
    out.extend_from_slice(block);
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;
    use proptest::prelude::*;

    use super::*;

    fn unpacked(bytes: &[u8]) -> String {
        let mut text = String::new();
        match GzDecoder::new(bytes).read_to_string(&mut text) {
            Ok(_) => text,
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn long_parts_take_several_blocks() {
        let (before, content, after) = (
            "ą".repeat(100_000),
            "żółw ".repeat(200_000),
            "я".repeat(70_000),
        );
        let bytes = Packed::new(&content).between(before.as_bytes(), after.as_bytes());
        assert!(unpacked(&bytes) == format!("{before}{content}{after}"));
        assert!(bytes.len() < before.len() + after.len() + 10_000);
    }

    proptest! {
        #[test]
        fn the_parts_come_out_in_one_piece(before in ".{0,300}", content in "(<li>[a-ż]{0,9}</li>){0,300}|.{0,3000}", after in ".{0,300}") {
            let bytes = Packed::new(&content).between(before.as_bytes(), after.as_bytes());
            prop_assert_eq!(unpacked(&bytes), format!("{before}{content}{after}"));
        }
    }
}
