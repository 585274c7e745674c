//! The command line. Exit status: 0 done, 1 refused or failed with one sentence on standard error, 2 usage.

pub mod admin;
mod allocation;
mod backup;
mod certificate;
mod demo;
pub mod doctor;
mod identity;
mod import;
mod printing;
mod serve;
mod statement;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app::{App, Parts, Shared};
use crate::clock::Clock;
use crate::config::Config;
use crate::random::Random;
use crate::secrets::RootKey;
use printing::{aside, tell};

/// Enrolment platform for public education.
#[derive(Debug, Parser)]
#[command(name = "zapis", version, about)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Runs the server with the settings of zapis.toml and ZAPIS_*.
    Serve,
    /// Brings the database to the shape that this program needs.
    Migrate,
    /// Checks the settings and what they name, and says what to mend.
    Doctor,
    /// Takes a list in: organisations, courses, groups, or a bank's statement. All of it or nothing.
    Import(import::Import),
    /// Makes accounts of staff.
    #[command(subcommand)]
    Admin(admin::Admin),
    /// Saves the SQLite database, running or not, to a file that is not there yet.
    Backup(backup::File),
    /// Puts a backup in the place of a SQLite database that is not there.
    Restore(backup::File),
    /// Lists method and path of every page and action.
    Routes,
    /// Checks certificates without a network.
    Certificate(certificate::CertificateCommand),
    /// Looks for people who stand in a list twice; gives documents a new key.
    #[command(subcommand)]
    Identity(identity::IdentityCommand),
    /// Holds published draws of places once more.
    #[command(subcommand)]
    Allocation(allocation::AllocationCommand),
    /// Reads statements of banks.
    #[command(subcommand)]
    Statement(statement::StatementCommand),
    /// Builds a city with people in every state, and opens it on a local address. No set-up.
    Demo(demo::Demo),
}

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let line = Line::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => return fail(&anyhow::anyhow!("cannot start threads: {error}")),
    };
    match runtime.block_on(run(line.command)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => fail(&error),
    }
}

fn fail(error: &anyhow::Error) -> ExitCode {
    aside!("zapis: {error:#}");
    ExitCode::FAILURE
}

async fn run(command: Command) -> anyhow::Result<()> {
    match command {
        Command::Serve => serve::run().await,
        Command::Migrate => migrate().await,
        Command::Doctor => doctor::run().await,
        Command::Import(import) => import.run().await,
        Command::Admin(admin) => admin.run().await,
        Command::Backup(file) => backup::backup(file).await,
        Command::Restore(file) => backup::restore(file).await,
        Command::Routes => {
            for route in crate::web::routes(false) {
                tell!("{route}")?;
            }
            Ok(())
        }
        Command::Certificate(certificate) => certificate.run().await,
        Command::Identity(identity) => identity.run().await,
        Command::Allocation(allocation) => allocation.run(),
        Command::Statement(statement) => statement.run(),
        Command::Demo(demo) => demo.run().await,
    }
}

async fn migrate() -> anyhow::Result<()> {
    let db = open(&Config::load()?).await?;
    let count = database::migrate(&db, crate::MIGRATIONS).await?;
    tell!("{count} migrations carried out.")?;
    Ok(())
}

async fn open(config: &Config) -> anyhow::Result<database::Db> {
    database::Db::open(&config.database_url, database::Options::default())
        .await
        .map_err(|error| {
            anyhow::anyhow!("cannot open the database that ZAPIS_DATABASE_URL names: {error}")
        })
}

/// The app of the configuration, its database migrated.
async fn assemble(config: Config) -> anyhow::Result<Shared> {
    let db = open(&config).await?;
    database::migrate(&db, crate::MIGRATIONS).await?;
    let random = Random::System;
    let key = RootKey::load_or_create(&config.secret_key_file, &random)?;
    Ok(App::assemble(Parts {
        config,
        db,
        clock: Clock::System,
        random,
        key,
        demo: false,
    })
    .await?)
}

fn start_logging(config: &Config) -> anyhow::Result<()> {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_new(&config.log).map_err(|_| {
        anyhow::anyhow!(
            "ZAPIS_LOG is {}, which is no filter: write error, warn, info or debug",
            config.log
        )
    })?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    match config.log_format.as_str() {
        "json" => builder.json().init(),
        "text" => builder.init(),
        other => anyhow::bail!("ZAPIS_LOG_FORMAT is {other}: write text or json"),
    }
    Ok(())
}
