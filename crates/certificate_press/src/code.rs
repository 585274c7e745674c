//! The signed text that the QR on a certificate carries, so that it can be checked without a network.
//!
//! The QR is `{base}/verify/{slug}?c={code}`. The code is base32 in capitals, which a QR holds in fewer modules than
//! base64, of: version, organisation, date of issue, number, title, a mark of the holder, and an Ed25519 signature over
//! all of it. Number, title and date are in the clear, the holder is not: rules.md shows the name only when it is typed
//! in, so the code has a digest which a typed name is compared with. The digest is salted by the rest of the code, which
//! no two certificates share, and takes thousands of rounds, so that guessing names is slow.
//!
//! A whole code with the longest title has about 310 characters and fits a QR of version 13 with error correction M.

use data_encoding::BASE32_NOPAD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use jiff::civil::Date;
use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use crate::printable::is_invisible;

/// Bytes of UTF-8 that a title may take in the code; a longer one ends in "…".
pub const TITLE_BYTES: usize = 96;
/// Bytes of UTF-8 that a number may take.
pub const NUMBER_BYTES: usize = 32;

const VERSION: u8 = 1;
const MARK_BYTES: usize = 8;
const SIGNATURE_BYTES: usize = Signature::BYTE_SIZE;
/// Each guess of a name costs this many hashes; one check takes about a millisecond.
const ROUNDS: u32 = 4096;
/// What is signed begins with this, so that the key can never be tricked into signing a code as something else.
const PURPOSE: &[u8] = b"zapis certificate code\0";

/// What a code says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claims {
    organisation: i64,
    number: String,
    title: String,
    issued_on: Date,
    holder: [u8; MARK_BYTES],
}

/// Why a code was not made or not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CodeError {
    /// The text is not a code, or a part of it is missing.
    #[error("this is not the code of a certificate")]
    NotACode,
    /// Made by a later version of the product.
    #[error("this code is of version {0}, which is not known here")]
    UnknownVersion(u8),
    /// The signature does not fit: the code was changed, or another installation made it.
    #[error("the signature of this code is not valid")]
    WrongSignature,
    /// The number is empty or longer than [`NUMBER_BYTES`].
    #[error("a number has 1 to {NUMBER_BYTES} bytes")]
    NumberLength,
}

impl Claims {
    /// What the code of this certificate says. `organisation` and `number` together belong to one certificate only.
    ///
    /// # Errors
    /// [`CodeError::NumberLength`]
    pub fn new(
        organisation: i64,
        number: &str,
        title: &str,
        issued_on: Date,
        holder: &str,
    ) -> Result<Self, CodeError> {
        if number.is_empty() || number.len() > NUMBER_BYTES {
            return Err(CodeError::NumberLength);
        }
        let (number, title) = (number.to_owned(), shortened(title));
        let mut claims = Self {
            organisation,
            number,
            title,
            issued_on,
            holder: [0; MARK_BYTES],
        };
        claims.holder = claims.mark_of(holder);
        Ok(claims)
    }

    /// Identifier of the organisation that issued it.
    pub fn organisation(&self) -> i64 {
        self.organisation
    }

    /// Number in the organisation's register.
    pub fn number(&self) -> &str {
        &self.number
    }

    /// Title of the training; ends in "…" when it was too long for the code.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Date of issue.
    pub fn issued_on(&self) -> Date {
        self.issued_on
    }

    /// Is `name` the holder's? Upper and lower case, the width of spaces and the way accents are encoded do not matter;
    /// the accents themselves and the order of the names do. The chance that a wrong name passes is 1 in 2⁶⁴.
    pub fn is_held_by(&self, name: &str) -> bool {
        self.mark_of(name) == self.holder
    }

    fn mark_of(&self, name: &str) -> [u8; MARK_BYTES] {
        let salt = Sha256::digest(self.facts());
        let mut digest = Sha256::new()
            .chain_update(salt)
            .chain_update(comparable(name))
            .finalize();
        for _ in 1..ROUNDS {
            digest = Sha256::new()
                .chain_update(salt)
                .chain_update(digest)
                .finalize();
        }
        let mut mark = [0; MARK_BYTES];
        mark.copy_from_slice(&digest[..MARK_BYTES]);
        mark
    }

    /// Everything but the holder, in the one way that it can be written.
    fn facts(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        bytes.extend(self.organisation.to_be_bytes());
        bytes.extend(self.issued_on.year().to_be_bytes());
        bytes.extend(self.issued_on.month().to_be_bytes());
        bytes.extend(self.issued_on.day().to_be_bytes());
        for text in [&self.number, &self.title] {
            bytes.extend(u8::try_from(text.len()).unwrap_or(u8::MAX).to_be_bytes());
            bytes.extend(text.as_bytes());
        }
        bytes
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.get(1..)?;
        let organisation = i64::from_be_bytes(take(&mut rest)?);
        let year = i16::from_be_bytes(take(&mut rest)?);
        let [month, day] = take::<2>(&mut rest)?.map(|byte| i8::from_be_bytes([byte]));
        let issued_on = Date::new(year, month, day).ok()?;
        let number = text(&mut rest)?;
        let title = text(&mut rest)?;
        let holder = take(&mut rest)?;
        rest.is_empty().then_some(Self {
            organisation,
            number,
            title,
            issued_on,
            holder,
        })
    }
}

/// The code of these claims.
pub fn sign(key: &SigningKey, claims: &Claims) -> String {
    let mut bytes = claims.facts();
    bytes.extend(claims.holder);
    let signature = key.sign(&signed(&bytes));
    bytes.extend(signature.to_bytes());
    BASE32_NOPAD.encode(&bytes)
}

/// What a code says, when `key` signed it and nothing was changed. `text` is the code alone, or the whole [`address`].
///
/// # Errors
/// [`CodeError::NotACode`], [`CodeError::UnknownVersion`], [`CodeError::WrongSignature`]
pub fn verify(key: &VerifyingKey, text: &str) -> Result<Claims, CodeError> {
    let text = text.trim();
    let code = text.rsplit_once("?c=").map_or(text, |(_, code)| code);
    let bytes = BASE32_NOPAD
        .decode(code.as_bytes())
        .map_err(|_| CodeError::NotACode)?;
    match bytes.first() {
        None => return Err(CodeError::NotACode),
        Some(&VERSION) => {}
        Some(&other) => return Err(CodeError::UnknownVersion(other)),
    }
    let (claims, signature) = bytes
        .split_last_chunk::<SIGNATURE_BYTES>()
        .ok_or(CodeError::NotACode)?;
    key.verify_strict(&signed(claims), &Signature::from_bytes(signature))
        .map_err(|_| CodeError::WrongSignature)?;
    Claims::read(claims).ok_or(CodeError::NotACode)
}

/// What the QR carries: the page that shows the certificate's state, with the code behind it. `base` is the
/// installation's address (`https://…`, a slash at its end does not matter), `slug` the certificate's part of the path.
pub fn address(base: &str, slug: &str, code: &str) -> String {
    format!("{}/verify/{slug}?c={code}", base.trim_end_matches('/'))
}

fn signed(bytes: &[u8]) -> Vec<u8> {
    [PURPOSE, bytes].concat()
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, left) = rest.split_first_chunk::<N>()?;
    *rest = left;
    Some(*taken)
}

fn text(rest: &mut &[u8]) -> Option<String> {
    let [length] = take(rest)?;
    let (taken, left) = rest.split_at_checked(length.into())?;
    *rest = left;
    String::from_utf8(taken.to_vec()).ok()
}

fn shortened(title: &str) -> String {
    const ELLIPSIS: &str = "…";
    if title.len() <= TITLE_BYTES {
        return title.to_owned();
    }
    let cut = title.floor_char_boundary(TITLE_BYTES - ELLIPSIS.len());
    format!("{}{ELLIPSIS}", title[..cut].trim_end())
}

/// The form in which two spellings of one name are the same: compatible characters unified, case folded, spaces
/// collapsed, invisible characters left out. Through upper case first, because ß and ς fold only that way.
fn comparable(name: &str) -> String {
    let folded: String = name
        .nfkc()
        .filter(|&character| !is_invisible(character))
        .collect();
    let folded: String = folded.to_uppercase().to_lowercase().nfkc().collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}
