//! Passwords: argon2id, off the async threads and few at a time, so that a crowd signing in does not stop those who are in.

use std::sync::{Arc, Mutex, PoisonError};

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use tokio::sync::Semaphore;

use crate::random::Random;

/// The fewest characters (`spec/rules.md`, Account).
pub const FEWEST: usize = 8;
/// The most; more would only make hashing a burden.
pub const MOST: usize = 200;
/// So many characters are looked at for being guessable: when they are hard to guess, more make it no easier, and the
/// time to judge grows with the square of their number.
const JUDGED: usize = 40;
/// Bytes of a hash.
const LENGTH: usize = 32;

/// Hashes and checks passwords.
#[derive(Debug)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    /// One memory for each turn, used again and again: as much as is in use at the same time, and no more.
    memory: Arc<Mutex<Vec<Vec<Block>>>>,
    memory_kib: u32,
}

impl Passwords {
    /// `light` costs little: for the demo and tests, whose passwords guard nothing.
    pub fn new(light: bool) -> Self {
        let at_once = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Self {
            turns: Arc::new(Semaphore::new(at_once)),
            memory: Arc::default(),
            memory_kib: if light { 64 } else { 19 * 1024 },
        }
    }

    fn params(&self) -> Params {
        // OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
        Params::new(self.memory_kib, 2, 1, Some(LENGTH)).unwrap_or_default()
    }

    /// Does work on a thread of its own, in turn. Whoever asked may have gone away meanwhile: the turn lasts as long as
    /// the work, so that nobody gains turns by going away.
    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Vec<Block>) -> T + Send + 'static,
    ) -> Option<T> {
        let turn = Arc::clone(&self.turns).acquire_owned().await.ok()?;
        let memory = Arc::clone(&self.memory);
        let whole = move || {
            let _turn = turn;
            let taken = locked(&memory).pop();
            let mut blocks = taken.unwrap_or_default();
            let done = work(&mut blocks);
            locked(&memory).push(blocks);
            done
        };
        tokio::task::spawn_blocking(whole).await.ok()
    }

    /// The PHC string to keep; none when the machine has no memory for it.
    pub async fn hash(&self, random: &Random, password: String) -> Option<String> {
        let (params, salt) = (self.params(), random.bytes::<16>());
        let work = move |blocks: &mut Vec<Block>| {
            let output = derive(&params, &password, &salt, blocks)?;
            let kept = PasswordHash {
                algorithm: Algorithm::Argon2id.ident(),
                version: Some(Version::V0x13.into()),
                params: ParamsString::try_from(&params).ok()?,
                salt: Some(Salt::new(&salt).ok()?),
                hash: Some(output),
            };
            Some(kept.to_string())
        };
        self.in_turn(work).await.flatten()
    }

    /// Whether the password fits. With no hash at hand the same work is done, so that time tells nothing.
    pub async fn fits(&self, password: String, hash: Option<String>) -> bool {
        let own = self.params();
        let work = move |blocks: &mut Vec<Block>| {
            let kept = hash
                .as_deref()
                .and_then(|hash| PasswordHash::new(hash).ok());
            let known = kept.as_ref().and_then(|kept| {
                let is_ours = kept.algorithm == Algorithm::Argon2id.ident();
                let params = Params::try_from(kept).ok().filter(|_| is_ours)?;
                Some((params, kept.salt.as_ref()?, kept.hash.as_ref()?))
            });
            if let Some((params, salt, output)) = known {
                // Outputs are compared in constant time.
                return derive(&params, &password, salt, blocks).as_ref() == Some(output);
            }
            let _ = derive(&own, &password, &[0; 16], blocks);
            false
        };
        self.in_turn(work).await.unwrap_or(false)
    }

    /// Why a password is refused; `known` are the person's own words, such as the address and the name.
    ///
    /// # Errors
    /// `password_short`, `password_long` or `password_common`.
    pub async fn check(&self, password: &str, known: &[&str]) -> Result<(), &'static str> {
        let length = password.chars().count();
        if length < FEWEST {
            return Err("password_short");
        }
        if length > MOST {
            return Err("password_long");
        }
        let judged: String = password.chars().take(JUDGED).collect();
        let known: Vec<String> = known
            .iter()
            .map(|word| word.chars().take(JUDGED).collect())
            .collect();
        let work = move |_: &mut Vec<Block>| {
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            zxcvbn::zxcvbn(&judged, &known).score() < zxcvbn::Score::Two
        };
        match self.in_turn(work).await {
            Some(false) => Ok(()),
            _ => Err("password_common"),
        }
    }
}

fn locked(memory: &Mutex<Vec<Vec<Block>>>) -> std::sync::MutexGuard<'_, Vec<Vec<Block>>> {
    memory.lock().unwrap_or_else(PoisonError::into_inner)
}

fn derive(params: &Params, password: &str, salt: &[u8], blocks: &mut Vec<Block>) -> Option<Output> {
    if blocks.len() < params.block_count() {
        blocks.resize(params.block_count(), Block::new());
    }
    let mut out = [0; LENGTH];
    let used = blocks.get_mut(..params.block_count())?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone())
        .hash_password_into_with_memory(password.as_bytes(), salt, &mut out, used)
        .ok()?;
    Output::new(&out).ok()
}
