//! `zapis allocation replay FILE`: holds a published draw once more, from its file alone.

use std::path::PathBuf;

use allocation::{Outcome, Record};
use anyhow::Context as _;
use clap::{Args, Subcommand};

use super::printing::tell;

/// What is done with a draw.
#[derive(Debug, Subcommand)]
pub(super) enum AllocationCommand {
    /// Draws anew from the secret, the codes and the wishes of a published file, and says whether it agrees.
    Replay(Replay),
}

/// Arguments of replaying.
#[derive(Debug, Args)]
pub(super) struct Replay {
    /// The file of the draw's page.
    file: PathBuf,
}

impl AllocationCommand {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let Self::Replay(replay) = self;
        let name = replay.file.display();
        let text =
            std::fs::read_to_string(&replay.file).with_context(|| format!("cannot read {name}"))?;
        let record = Record::from_csv(&text)
            .map_err(|error| anyhow::anyhow!("{name} is no file of a draw: {error}"))?;
        let found = record.replay();
        for one in &found {
            tell!("{one}")?;
        }
        if !found.is_empty() {
            anyhow::bail!("{name} does not agree with its own draw, see above");
        }
        let places = record.applications.iter();
        let places = places.filter(|one| one.outcome == Outcome::Place).count();
        tell!(
            "The draw agrees: groups {}, applications {}, places given {places}.",
            record.groups.len(),
            record.applications.len()
        )?;
        Ok(())
    }
}
