//! Passwords: argon2id, off the async threads and few at a time, so that a crowd signing in does not stop those who are in.

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::random::Random;

/// The fewest characters (`spec/rules.md`, Account).
pub const FEWEST: usize = 8;
/// The most; more would only make hashing a burden.
pub const MOST: usize = 200;

/// Hashes and checks passwords.
#[derive(Debug)]
pub struct Passwords {
    turns: Semaphore,
    memory_kib: u32,
}

impl Passwords {
    /// `light` costs little: for the demo and tests, whose passwords guard nothing.
    pub fn new(light: bool) -> Self {
        let at_once = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Self {
            turns: Semaphore::new(at_once),
            memory_kib: if light { 64 } else { 19 * 1024 },
        }
    }

    fn hasher(&self) -> Argon2<'static> {
        // OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
        let params = Params::new(self.memory_kib, 2, 1, None).unwrap_or_default();
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
    }

    /// The PHC string to keep; none when the machine has no memory for it.
    pub async fn hash(&self, random: &Random, password: String) -> Option<String> {
        let (hasher, salt) = (self.hasher(), random.bytes::<16>());
        let _turn = self.turns.acquire().await.ok()?;
        let work = move || {
            hasher
                .hash_password_with_salt(password.as_bytes(), &salt)
                .ok()
                .map(|hash| hash.to_string())
        };
        tokio::task::spawn_blocking(work).await.ok().flatten()
    }

    /// Whether the password fits. With no hash at hand the same work is done, so that time tells nothing.
    pub async fn fits(&self, password: String, hash: Option<String>) -> bool {
        let hasher = self.hasher();
        let Ok(_turn) = self.turns.acquire().await else {
            return false;
        };
        let work = move || {
            let kept = hash
                .as_deref()
                .and_then(|hash| PasswordHash::new(hash).ok());
            if let Some(kept) = kept {
                return hasher.verify_password(password.as_bytes(), &kept).is_ok();
            }
            let _ = hasher.hash_password_with_salt(password.as_bytes(), &[0; 16]);
            false
        };
        tokio::task::spawn_blocking(work).await.unwrap_or(false)
    }
}

/// Why a password is refused; `known` are the person's own words, such as the address and the name.
///
/// # Errors
/// `password_short`, `password_long` or `password_common`.
pub fn check(password: &str, known: &[&str]) -> Result<(), &'static str> {
    let length = password.chars().count();
    if length < FEWEST {
        return Err("password_short");
    }
    if length > MOST {
        return Err("password_long");
    }
    if zxcvbn::zxcvbn(password, known).score() < zxcvbn::Score::Two {
        Err("password_common")
    } else {
        Ok(())
    }
}
