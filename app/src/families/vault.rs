//! Numbers of documents: sealed in the database, and found again by a hash that nobody without the key can make
//! (`spec/rules.md`, Person).

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};

use crate::random::Random;
use crate::secrets::{RootKey, mac};

/// A sealed number, with the number of the key that opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Of the installation's keys.
    pub key_number: i64,
    /// Nonce, then what was sealed.
    pub bytes: Vec<u8>,
}

struct Pair {
    number: i64,
    seal: LessSafeKey,
    hash: [u8; 32],
}

/// The keys of documents; the newest seals, all of them open.
pub struct Vault {
    newest: Pair,
    older: Vec<Pair>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Vault(key {})", self.newest.number)
    }
}

impl Pair {
    fn new(number: i64, root: &RootKey) -> Self {
        #[expect(clippy::expect_used, reason = "the key has the length of the cipher")]
        let key = UnboundKey::new(&AES_256_GCM, &root.derive("documents seal")).expect("32 bytes");
        Self {
            number,
            seal: LessSafeKey::new(key),
            hash: root.derive("documents hash"),
        }
    }
}

impl Vault {
    /// The vault of an installation.
    pub fn new(root: &RootKey) -> Self {
        let mut pairs: Vec<Pair> = root
            .of_documents()
            .into_iter()
            .map(|(number, key)| Pair::new(number, key))
            .collect();
        let newest = pairs.pop().unwrap_or_else(|| Pair::new(0, root));
        Self {
            newest,
            older: pairs,
        }
    }

    /// The number of the key that seals now.
    pub fn newest(&self) -> i64 {
        self.newest.number
    }

    /// Seals a number for the row that carries this hash of it: moved to another row, it does not open.
    pub fn seal(&self, random: &Random, number: &str, about: &[u8]) -> Sealed {
        let nonce = random.bytes::<NONCE_LEN>();
        let mut bytes = number.as_bytes().to_vec();
        let sealed = self.newest.seal.seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(about),
            &mut bytes,
        );
        debug_assert!(sealed.is_ok(), "numbers are short");
        let mut whole = nonce.to_vec();
        whole.append(&mut bytes);
        Sealed {
            key_number: self.newest.number,
            bytes: whole,
        }
    }

    /// What was sealed for the row with this hash; none when the key is not here or the bytes are not what was kept.
    pub fn open(&self, sealed: &Sealed, about: &[u8]) -> Option<String> {
        let pair = std::iter::once(&self.newest)
            .chain(&self.older)
            .find(|pair| pair.number == sealed.key_number)?;
        let (nonce, rest) = sealed.bytes.split_first_chunk::<NONCE_LEN>()?;
        let mut bytes = rest.to_vec();
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let about = Aad::from(about);
        let opened = pair.seal.open_in_place(nonce, about, &mut bytes).ok()?;
        String::from_utf8(opened.to_vec()).ok()
    }

    /// What a document is found by: made with the newest key first, then with those before it.
    pub fn hashes(&self, kind: &str, number: &str) -> Vec<Vec<u8>> {
        let text = format!("{kind}\0{number}");
        let pairs = std::iter::once(&self.newest).chain(self.older.iter().rev());
        pairs
            .map(|pair| mac(&pair.hash, text.as_bytes()).to_vec())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault() -> Vault {
        Vault::new(&RootKey::from_bytes([7; 32]))
    }

    #[test]
    fn what_is_sealed_opens_for_its_row_only() {
        let (vault, random) = (vault(), Random::System);
        let sealed = vault.seal(&random, "44051401359", b"5");
        assert_eq!(vault.open(&sealed, b"5").as_deref(), Some("44051401359"));
        assert_eq!(vault.open(&sealed, b"6"), None);
        assert!(
            !sealed
                .bytes
                .windows(11)
                .any(|bytes| bytes == b"44051401359")
        );
        let again = vault.seal(&random, "44051401359", b"5");
        assert_ne!(sealed, again, "the same number looks different each time");
        for place in 0..sealed.bytes.len() {
            let mut torn = sealed.clone();
            torn.bytes[place] ^= 1;
            assert_eq!(vault.open(&torn, b"5"), None);
        }
        let stranger = Vault::new(&RootKey::from_bytes([8; 32]));
        assert_eq!(stranger.open(&sealed, b"5"), None);
        assert_ne!(stranger.hashes("pesel", "1"), vault.hashes("pesel", "1"));
        assert_ne!(vault.hashes("snils", "1"), vault.hashes("pesel", "1"));
    }

    #[test]
    fn what_older_keys_sealed_opens_with_them() {
        let root = || RootKey::from_bytes([7; 32]);
        let old = Vault::new(&root()).seal(&Random::System, "1", b"1");
        let newer = Vault::new(&root().with_document_key(1, [9; 32]));
        assert_eq!((old.key_number, newer.newest()), (0, 1));
        assert_eq!(newer.open(&old, b"1").as_deref(), Some("1"));
        assert_eq!(newer.seal(&Random::System, "1", b"1").key_number, 1);
        let hashes = newer.hashes("pesel", "1");
        assert_eq!(hashes.len(), 2);
        assert_eq!(hashes[1], Vault::new(&root()).hashes("pesel", "1")[0]);
    }
}
