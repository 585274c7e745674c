//! From a secret to an order. Everything is SHA-256 of plain text, written as lower-case hexadecimal digits, so that any
//! tool that has it can check a draw.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// What is published before anybody can apply: it holds whoever draws to the secret without telling it.
pub fn commitment(secret: &str) -> String {
    hex(&Sha256::digest(secret.as_bytes()))
}

/// What the order of a group follows from: SHA-256 over the secret and the codes of all applications, sorted, each on a line
/// of its own. In whatever order the codes come, the seed is the same; it changes with any of them.
pub fn seed<'a>(secret: &str, codes: impl IntoIterator<Item = &'a str>) -> String {
    let mut codes: Vec<&str> = codes.into_iter().collect();
    codes.sort_unstable();
    let mut hash = Sha256::new();
    hash.update(secret.as_bytes());
    hash.update(b"\n");
    for code in codes {
        hash.update(code.as_bytes());
        hash.update(b"\n");
    }
    hex(&hash.finalize())
}

/// The order in which a group takes people: their codes by SHA-256 of `seed:group:code`.
pub fn order<'a>(
    seed: &str,
    group: &str,
    codes: impl IntoIterator<Item = &'a str>,
) -> Vec<&'a str> {
    let lot = |code: &'a str| (Sha256::digest(format!("{seed}:{group}:{code}")), code);
    let mut lots: Vec<_> = codes.into_iter().map(lot).collect();
    lots.sort_unstable();
    lots.into_iter().map(|(_, code)| code).collect()
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed with `sha256sum`, which anybody has.
    #[test]
    fn any_tool_gives_the_same() {
        assert_eq!(
            commitment("open sesame"),
            "41ef4bb0b23661e66301aac36066912dac037827b4ae63a7b1165a5aa93ed4eb"
        );
        let seed = seed("open sesame", ["CODE-B", "CODE-A"]);
        assert_eq!(
            seed,
            "46aee54d2bdaeef70ed9c8fd211572be6e07e74402f2fbc41d1aae6d6b13bd54"
        );
        // 3423… and d563…
        assert_eq!(
            order(&seed, "41", ["CODE-B", "CODE-A"]),
            ["CODE-A", "CODE-B"]
        );
    }
}
