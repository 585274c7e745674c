//! The only source of chance: tokens, salts, keys.

use std::sync::{Arc, Mutex, PoisonError};

use sha2::{Digest, Sha256};

/// Where random bytes come from: the operating system, or a seed whose bytes repeat (tests and the demo's data).
#[derive(Clone, Debug)]
pub enum Random {
    /// The operating system's generator.
    System,
    /// SHA-256 over a seed and a counter: the same seed gives the same bytes.
    Seeded(Arc<Mutex<(u64, u64)>>),
}

impl Random {
    /// Bytes that repeat for the same seed. Never for secrets of a real installation.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new((seed, 0))))
    }

    /// `N` random bytes.
    ///
    /// # Panics
    /// The operating system has no randomness to give.
    #[expect(
        clippy::expect_used,
        reason = "an operating system without randomness can not run a server"
    )]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0_u8; N];
        match self {
            Self::System => {
                getrandom::fill(&mut out).expect("the operating system gives random bytes");
            }
            Self::Seeded(state) => {
                let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
                for chunk in out.chunks_mut(32) {
                    let mut hash = Sha256::new();
                    hash.update(state.0.to_be_bytes());
                    hash.update(state.1.to_be_bytes());
                    state.1 += 1;
                    chunk.copy_from_slice(&hash.finalize()[..chunk.len()]);
                }
            }
        }
        out
    }

    /// A number below `bound`; the demo's data use it. 0 when `bound` is 0.
    pub fn below(&self, bound: u64) -> u64 {
        u64::from_be_bytes(self.bytes::<8>())
            .checked_rem(bound)
            .unwrap_or(0)
    }
}
