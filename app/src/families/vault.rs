//! Numbers of documents: sealed in the database, and found again by a hash that nobody without the key can make
//! (`spec/rules.md`, Person).

use std::sync::{Arc, PoisonError, RwLock};

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

/// The keys of documents: one is in force and seals, all of them open and find. Which one is in force, the database says, to
/// all nodes at the same moment; a node that does not know it reads the key file again.
pub struct Vault {
    keys: RwLock<Arc<Keys>>,
}

struct Keys {
    /// In order of their numbers; there is always one.
    pairs: Vec<Arc<Pair>>,
    in_force: Arc<Pair>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Vault(key {})", self.in_force())
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

impl Keys {
    fn of(root: &RootKey) -> Self {
        let pairs = root.of_documents().into_iter();
        let pairs: Vec<_> = pairs
            .map(|(number, key)| Arc::new(Pair::new(number, key)))
            .collect();
        let newest = pairs.last().cloned();
        Self {
            in_force: newest.unwrap_or_else(|| Arc::new(Pair::new(0, root))),
            pairs,
        }
    }

    fn find(&self, number: i64) -> Option<&Arc<Pair>> {
        self.pairs.iter().find(|pair| pair.number == number)
    }
}

impl Vault {
    /// The vault of an installation; the newest key is in force until the database says otherwise.
    pub fn new(root: &RootKey) -> Self {
        Self {
            keys: RwLock::new(Arc::new(Keys::of(root))),
        }
    }

    fn keys(&self) -> Arc<Keys> {
        Arc::clone(&self.keys.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn put(&self, keys: Keys) {
        *self.keys.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(keys);
    }

    /// Takes the keys of a key file that was read again; the one in force stays while the file has it.
    pub fn take(&self, root: &RootKey) {
        let mut keys = Keys::of(root);
        if let Some(pair) = keys.find(self.in_force()) {
            keys.in_force = Arc::clone(pair);
        }
        self.put(keys);
    }

    /// Whether the key of this number is here.
    pub fn knows(&self, number: i64) -> bool {
        self.keys().find(number).is_some()
    }

    /// The number of the key that seals now.
    pub fn in_force(&self) -> i64 {
        self.keys().in_force.number
    }

    /// Seals with this key from now on; false when there is no such key here.
    pub fn put_in_force(&self, number: i64) -> bool {
        let keys = self.keys();
        if keys.in_force.number == number {
            return true;
        }
        let Some(pair) = keys.find(number) else {
            return false;
        };
        self.put(Keys {
            in_force: Arc::clone(pair),
            pairs: keys.pairs.clone(),
        });
        true
    }

    /// Seals a number for the row that carries this hash of it: moved to another row, it does not open.
    pub fn seal(&self, random: &Random, number: &str, about: &[u8]) -> Sealed {
        let pair = &self.keys().in_force;
        let nonce = random.bytes::<NONCE_LEN>();
        let mut bytes = number.as_bytes().to_vec();
        let sealed = pair.seal.seal_in_place_append_tag(
            Nonce::assume_unique_for_key(nonce),
            Aad::from(about),
            &mut bytes,
        );
        debug_assert!(sealed.is_ok(), "numbers are short");
        let mut whole = nonce.to_vec();
        whole.append(&mut bytes);
        Sealed {
            key_number: pair.number,
            bytes: whole,
        }
    }

    /// What was sealed for the row with this hash; none when the key is not here or the bytes are not what was kept.
    pub fn open(&self, sealed: &Sealed, about: &[u8]) -> Option<String> {
        let keys = self.keys();
        let pair = keys.find(sealed.key_number)?;
        let (nonce, rest) = sealed.bytes.split_first_chunk::<NONCE_LEN>()?;
        let mut bytes = rest.to_vec();
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let about = Aad::from(about);
        let opened = pair.seal.open_in_place(nonce, about, &mut bytes).ok()?;
        String::from_utf8(opened.to_vec()).ok()
    }

    /// What a document is found by: made with the key in force first, then with all others.
    pub fn hashes(&self, kind: &str, number: &str) -> Vec<Vec<u8>> {
        let text = format!("{kind}\0{number}");
        let keys = self.keys();
        let others = keys.pairs.iter().rev();
        let others = others.filter(|pair| pair.number != keys.in_force.number);
        std::iter::once(&keys.in_force)
            .chain(others)
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
        assert_eq!((old.key_number, newer.in_force()), (0, 1));
        assert_eq!(newer.open(&old, b"1").as_deref(), Some("1"));
        assert_eq!(newer.seal(&Random::System, "1", b"1").key_number, 1);
        let hashes = newer.hashes("pesel", "1");
        assert_eq!(hashes.len(), 2);
        assert_eq!(hashes[1], Vault::new(&root()).hashes("pesel", "1")[0]);
    }
    #[test]
    fn the_database_says_which_key_seals() {
        let root = || RootKey::from_bytes([7; 32]);
        let vault = Vault::new(&root());
        assert!(!vault.put_in_force(1) && vault.put_in_force(0));
        vault.take(&root().with_document_key(1, [9; 32]));
        assert!(vault.knows(1) && !vault.knows(2));
        assert_eq!(vault.in_force(), 0, "the file does not put a key in force");
        assert!(vault.put_in_force(0));
        assert_eq!(vault.seal(&Random::System, "1", b"1").key_number, 0);
        let (before, both) = (vault.hashes("pesel", "1"), 2);
        assert!(vault.put_in_force(1));
        let mut after = vault.hashes("pesel", "1");
        assert_eq!((vault.in_force(), after.len()), (1, both));
        after.reverse();
        assert_eq!(before, after);
        vault.take(&root().with_document_key(2, [8; 32]));
        assert_eq!(vault.in_force(), 2, "the one between is gone");
    }
}
