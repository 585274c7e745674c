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
/// bytes.
///
/// # Errors
/// [`CodeError::NotACode`] when there is no address with a code, or several that differ: then nobody can tell which one
/// the paper shows. Otherwise why it is not believed.
pub fn read_document(key: &VerifyingKey, pdf: &[u8]) -> Result<Claims, CodeError> {
    const MARK: &[u8] = b"?c=";
    let is_base32 = |byte: &u8| byte.is_ascii_uppercase() || (b'2'..=b'7').contains(byte);
    let mut found: Option<&str> = None;
    for at in 0..pdf.len() {
        let Some(rest) = pdf[at..].strip_prefix(MARK) else {
            continue;
        };
        let length = rest.iter().take_while(|byte| is_base32(byte)).count();
        let text = std::str::from_utf8(&rest[..length]).unwrap_or_default();
        if found.is_some_and(|before| before != text) {
            return Err(CodeError::NotACode);
        }
        found = Some(text);
    }
    code::verify(key, found.unwrap_or_default())
}
