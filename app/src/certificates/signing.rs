//! The installation's signing key, derived from the root key, and its public half for checks without a network.

use certificate_press::code::{self, Claims, CodeError};
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use ed25519_dalek::{SigningKey, VerifyingKey};

use crate::secrets::RootKey;

/// The key that signs certificates.
pub fn signing_key(root: &RootKey) -> SigningKey {
    SigningKey::from_bytes(&root.derive("certificate-signing"))
}

/// The public key as `/verify/key` shows it: 64 hexadecimal digits.
pub fn public_key_text(root: &RootKey) -> String {
    HEXLOWER.encode(signing_key(root).verifying_key().as_bytes())
}

/// A public key from 64 hexadecimal digits; none for anything else.
pub fn read_public_key(text: &str) -> Option<VerifyingKey> {
    let bytes = HEXLOWER_PERMISSIVE.decode(text.trim().as_bytes()).ok()?;
    VerifyingKey::from_bytes(&bytes.try_into().ok()?).ok()
}

/// What the code in a printed certificate says. The press keeps the QR's address among the document's keywords, in plain
/// bytes; the first address whose signature fits counts.
///
/// # Errors
/// [`CodeError::NotACode`] when there is no address with a code, otherwise why the last one found is not believed.
pub fn read_document(key: &VerifyingKey, pdf: &[u8]) -> Result<Claims, CodeError> {
    const MARK: &[u8] = b"?c=";
    let is_base32 = |byte: &u8| byte.is_ascii_uppercase() || (b'2'..=b'7').contains(byte);
    let mut answer = Err(CodeError::NotACode);
    for at in 0..pdf.len() {
        let Some(rest) = pdf[at..].strip_prefix(MARK) else {
            continue;
        };
        let length = rest.iter().take_while(|byte| is_base32(byte)).count();
        if let Ok(text) = std::str::from_utf8(&rest[..length]) {
            answer = code::verify(key, text);
        }
        if answer.is_ok() {
            break;
        }
    }
    answer
}
