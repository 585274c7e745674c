//! Hashes that stay the same on every machine and in every release.

use siphasher::sip::SipHasher24;
use std::hash::Hasher;

/// The secret with which keys of persons are made.
///
/// Keys are stored beside records. A number of a document has so few digits that a hash without a secret could be turned
/// back by trying them all; so an installation derives its own 128 bits and changes them never. A list that is read once
/// and thrown away can do with [`HashKey::none`].
#[derive(Clone, Copy)]
pub struct HashKey([u8; 16]);

impl HashKey {
    /// Keys made with this secret.
    pub const fn new(secret: [u8; 16]) -> Self {
        Self(secret)
    }

    /// No secret: for keys that are never stored.
    pub const fn none() -> Self {
        Self([0; 16])
    }

    /// Hash (SipHash-2-4, 64 bits) of a kind and its parts; parts can not run into one another.
    pub(crate) fn hash(&self, kind: u8, parts: &[&[u8]]) -> u64 {
        let mut hasher = SipHasher24::new_with_key(&self.0);
        hasher.write(&[kind]);
        for part in parts {
            hasher.write(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
            hasher.write(part);
        }
        hasher.finish()
    }
}

impl std::fmt::Debug for HashKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("HashKey(..)")
    }
}
