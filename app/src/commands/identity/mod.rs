//! `zapis identity …`: who is one person, the hashes by which people are found, and the keys that documents are sealed with.

mod pairs;
mod renew;
mod rotate;

use std::io::IsTerminal as _;

use clap::Subcommand;

use super::printing::aside;

/// What is done about the identity of people.
#[derive(Debug, Subcommand)]
pub(super) enum IdentityCommand {
    /// Prints the pairs of a list that are one person (same) or may be (review). Nothing is taken in.
    Pairs(pairs::Pairs),
    /// Seals the numbers of documents with a new key; goes on where it was interrupted. The server may run meanwhile.
    RotateKey(rotate::RotateKey),
    /// Makes the hashes by which people are found anew, after a release with more names; goes on where it was interrupted. The
    /// server may run meanwhile.
    RenewHashes(renew::RenewHashes),
}

impl IdentityCommand {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        match self {
            Self::Pairs(pairs) => pairs.run(),
            Self::RotateKey(rotate) => rotate.run().await,
            Self::RenewHashes(renew) => renew.run().await,
        }
    }
}

/// Says on a terminal how far it is; silent in a pipe.
fn progress(said: std::fmt::Arguments<'_>) {
    if std::io::stderr().is_terminal() {
        aside!("{said}");
    }
}
