//! Tokens and keys. Tokens go out once and are kept only as hashes; keys are derived from one root key, so that one file
//! is all there is to guard and to back up.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use data_encoding::{BASE64URL_NOPAD, HEXLOWER, HEXLOWER_PERMISSIVE};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretBox};
use sha2::{Digest, Sha256};

use crate::random::Random;

/// A random secret that is handed out once, in a link or a cookie.
#[derive(Clone, Debug)]
pub struct Token(String);

/// What the database keeps of a token: SHA-256, enough since a token carries 256 random bits.
pub type TokenHash = Vec<u8>;

impl Token {
    /// A new token of 256 bits.
    pub fn new(random: &Random) -> Self {
        Self(BASE64URL_NOPAD.encode(&random.bytes::<32>()))
    }

    /// The text that goes into the link or the cookie.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What to keep in its place.
    pub fn hash(&self) -> TokenHash {
        hash_of(&self.0)
    }
}

/// The hash under which a presented token would be found. Any text is taken; nonsense simply is not found.
pub fn hash_of(token: &str) -> TokenHash {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// The root key of an installation (`ZAPIS_SECRET_KEY_FILE`), 32 bytes, and the keys that documents were given since.
#[derive(Debug)]
pub struct RootKey {
    root: SecretBox<[u8; 32]>,
    /// Numbers from 1 on, in order.
    documents: Vec<(i64, RootKey)>,
}

impl RootKey {
    /// A key made of the given bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self {
            root: SecretBox::new(Box::new(bytes)),
            documents: Vec::new(),
        }
    }

    /// The same, with a key of its own for documents.
    #[must_use]
    pub fn with_document_key(mut self, number: i64, bytes: [u8; 32]) -> Self {
        self.documents.push((number, Self::from_bytes(bytes)));
        self
    }

    /// The same without keys of documents before this one; the root stays.
    #[must_use]
    pub fn without_document_keys_before(mut self, number: i64) -> Self {
        self.documents.retain(|(one, _)| *one >= number);
        self
    }

    /// The number of the newest key of documents; 0 is the root itself.
    pub fn newest_document_key(&self) -> i64 {
        self.documents.last().map_or(0, |(number, _)| *number)
    }

    /// The keys that documents are or were sealed with, the newest last; number 0 is the root itself.
    pub fn of_documents(&self) -> Vec<(i64, &Self)> {
        let later = self.documents.iter().map(|(number, key)| (*number, key));
        std::iter::once((0, self)).chain(later).collect()
    }

    /// Reads the key file, or makes it with mode 600 when it does not exist.
    ///
    /// # Errors
    /// The file can not be read or made, or does not hold 64 hexadecimal digits on its first line and keys of documents on
    /// the others.
    pub fn load_or_create(path: &Path, random: &Random) -> anyhow::Result<Self> {
        if let Some(key) = Self::load(path)? {
            return Ok(key);
        }
        let bytes = random.bytes::<32>();
        let text = format!("{}\n", HEXLOWER.encode(&bytes));
        write_new(path, &text).map_err(|error| {
            anyhow::anyhow!("cannot make the key file {}: {error}", path.display())
        })?;
        Ok(Self::from_bytes(bytes))
    }

    /// Reads the key file; none when it does not exist.
    ///
    /// # Errors
    /// As [`RootKey::load_or_create`].
    pub fn load(path: &Path) -> anyhow::Result<Option<Self>> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&text).map(Some).ok_or_else(|| {
                anyhow::anyhow!(
                    "the key file {} does not hold 64 hexadecimal digits; restore it from a backup",
                    path.display()
                )
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(anyhow::anyhow!(
                "cannot read the key file {}: {error}",
                path.display()
            )),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let bytes = |text: &str| {
            let bytes = HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).ok()?;
            <[u8; 32]>::try_from(bytes).ok()
        };
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        let mut key = Self::from_bytes(bytes(lines.next()?)?);
        for line in lines {
            let (number, digits) = line.strip_prefix("documents ")?.split_once(' ')?;
            let number = number.parse().ok()?;
            let last = key.documents.last().map_or(0, |(last, _)| *last);
            if number <= last {
                return None;
            }
            key.documents
                .push((number, Self::from_bytes(bytes(digits)?)));
        }
        Some(key)
    }

    /// Keeps the key file with these keys of documents, in one step: whoever reads it finds the old one or the new one.
    ///
    /// # Errors
    /// The folder can not be written to; the file is as it was.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        let digits = |key: &Self| HEXLOWER.encode(key.root.expose_secret());
        let mut text = format!("{}\n", digits(self));
        for (number, key) in &self.documents {
            let _ = writeln!(text, "documents {number} {}", digits(key));
        }
        let mut name = path.as_os_str().to_owned();
        name.push(".new");
        let beside = Path::new(&name);
        // One that was cut off while it was written is no key of anything.
        match std::fs::remove_file(beside) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        write_new(beside, &text)?;
        std::fs::rename(beside, path)
    }

    /// A key for one purpose; different purposes have unrelated keys.
    pub fn derive(&self, purpose: &str) -> [u8; 32] {
        mac(self.root.expose_secret(), purpose.as_bytes())
    }
}

/// Makes a file that nobody else may read.
fn write_new(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// HMAC-SHA-256.
///
/// # Panics
/// Never: HMAC takes a key of any length.
pub fn mac(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(key).expect("a key of 32 bytes");
    mac.update(message);
    mac.finalize().into_bytes().into()
}

/// Whether two byte strings are equal, in a time that depends on their length alone.
pub fn same(left: &[u8], right: &[u8]) -> bool {
    left.len() == right.len()
        && left
            .iter()
            .zip(right)
            .fold(0, |difference, (a, b)| difference | (a ^ b))
            == 0
}
