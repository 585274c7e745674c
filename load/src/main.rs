//! Drives a demo server through real HTTP and says how much it did, how fast, and at what cost; `floor` does the same
//! transaction by hand on the database's driver, which is what results are divided by.

mod certificates;
mod client;
mod floor;
mod pages;
mod report;
mod rush;
mod server;

use clap::{Args, Parser, Subcommand};

/// Measures Zapis.
#[derive(Debug, Parser)]
#[command(name = "load")]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Visitors read the catalogue and its trainings.
    Pages(pages::Pages),
    /// Many signed-in people want few places at the same moment.
    Rush(rush::Rush),
    /// Participants download their certificates.
    Certificates(certificates::Certificates),
    /// The transaction of joining alone, by hand on the driver in this process, without HTTP.
    Floor(floor::Floor),
}

/// Which server is measured.
#[derive(Clone, Debug, Args)]
struct Target {
    /// Address of a running demo; without it one is started from the same target folder and stopped afterwards.
    #[arg(long)]
    url: Option<String>,
    /// Database of the demo that is started: `postgres://…`; SQLite in a temporary folder without it.
    #[arg(long)]
    database: Option<String>,
    /// Connections at the same time.
    #[arg(long, default_value_t = 64)]
    connections: usize,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    match Line::parse().command {
        Command::Pages(pages) => pages.run().await,
        Command::Rush(rush) => rush.run().await,
        Command::Certificates(certificates) => certificates.run().await,
        Command::Floor(floor) => floor.run().await,
    }
}
