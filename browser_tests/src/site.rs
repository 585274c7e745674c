//! A whole Zapis of its own for one story.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use database::testing::{TestDb, fresh_postgres};
use tempfile::TempDir;

use crate::child::Running;

const LOG: &str = "zapis.log";
const ADVICE: &str =
    "run ./scripts/test, or `cargo build -p zapis` first, or name the program in ZAPIS_PROGRAM";

/// A running `zapis demo` in a temporary folder. The server ends before its database and folder are removed.
pub struct Site {
    _server: Running,
    /// `http://127.0.0.1:…`
    pub address: String,
    _database: Option<TestDb>,
    _data: TempDir,
    folder: TempDir,
}

impl Site {
    pub(crate) async fn start(on_postgres: bool) -> Result<Self> {
        let folder = TempDir::new()?;
        let data = in_memory().map_or_else(TempDir::new, Ok)?;
        let program = std::env::var_os("ZAPIS_PROGRAM")
            .map_or_else(|| workspace().join("target/debug/zapis"), PathBuf::from);
        ensure!(
            program.is_file(),
            "{} is not there: {ADVICE}",
            program.display()
        );
        let database = if on_postgres {
            Some(fresh_postgres().await?)
        } else {
            None
        };
        let mut command = Command::new(&program);
        command
            .args(["demo", "--listen", "127.0.0.1:0", "--dir"])
            .arg(data.path())
            .env_remove("ZAPIS_DATABASE_URL")
            .stderr(File::create(folder.path().join(LOG))?);
        if let Some(database) = &database {
            command.env("ZAPIS_DATABASE_URL", database.address());
        }
        let server = Running::start(&mut command, ADVICE)?;
        let address = server
            .wait_for("Listening on ")
            .with_context(|| last_lines(folder.path()))?;
        Ok(Self {
            _server: server,
            address: address.trim().to_owned(),
            _database: database,
            _data: data,
            folder,
        })
    }

    /// A folder that is removed after the story.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The end of the server's log.
    pub(crate) fn last_lines(&self) -> String {
        last_lines(self.folder())
    }
}

/// A folder in memory, where the system has such: a demo begins with hundreds of commits, and each waits for a disk.
fn in_memory() -> Option<TempDir> {
    TempDir::new_in("/dev/shm").ok()
}

fn last_lines(folder: &Path) -> String {
    let log = std::fs::read_to_string(folder.join(LOG)).unwrap_or_default();
    let lines: Vec<&str> = log.lines().collect();
    format!(
        "the server's log ends with:\n{}",
        lines[lines.len().saturating_sub(12)..].join("\n")
    )
}

/// The root of the repository.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
