//! `zapis backup` and `zapis restore`: the whole SQLite database as one file. PostgreSQL has its own tools.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args;
use database::Engine;

use crate::commands::printing::tell;
use crate::config::Config;

/// A file outside of the installation.
#[derive(Debug, Args)]
pub(super) struct File {
    /// The file of the backup.
    file: PathBuf,
}

const POSTGRES: &str =
    "the database is PostgreSQL: use pg_dump to back it up and pg_restore to bring it back";

/// Writes a copy of the running or stopped installation's database to a file that is not there yet.
pub(super) async fn backup(File { file }: File) -> anyhow::Result<()> {
    let config = Config::load()?;
    if let Some(path) = path_of(&config)
        && !path.exists()
    {
        bail!("there is no database at {}", path.display());
    }
    let db = super::open(&config).await?;
    if db.engine() == Engine::Postgres {
        bail!(POSTGRES);
    }
    make_closed(&file).with_context(|| {
        format!(
            "cannot make {}; a file that is there is never overwritten",
            file.display()
        )
    })?;
    if let Err(error) = db.backup(&file).await {
        let _ = fs::remove_file(&file);
        bail!("the backup failed: {error}");
    }
    db.close().await;
    tell!("The database is saved in {}.", file.display())?;
    tell!(
        "Not in it: the key file {} and the files that people handed in, in {}. Keep copies of both, apart from this one.",
        config.secret_key_file.display(),
        config.files_url.trim_start_matches("file:")
    )?;
    Ok(())
}

/// Puts a backup in the place of a database that is not there.
pub(super) async fn restore(File { file }: File) -> anyhow::Result<()> {
    let config = Config::load()?;
    let Some(path) = path_of(&config) else {
        bail!(POSTGRES);
    };
    for there in [path.clone(), beside(&path, "-wal")] {
        if there.exists() {
            bail!(
                "{} is there and is not overwritten; stop zapis, move it away, and try again",
                there.display()
            );
        }
    }
    let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    if !bytes.starts_with(b"SQLite format 3\0") {
        bail!("{} is not a backup made by zapis backup", file.display());
    }
    // Looked at beside its place first, so that a torn file never stands in it.
    let trial = beside(&path, ".restoring");
    let _ = fs::remove_file(&trial);
    make_closed(&trial).with_context(|| format!("cannot make {}", trial.display()))?;
    let pending = match fs::write(&trial, bytes) {
        Ok(()) => look_into(&trial).await,
        Err(error) => Err(error.into()),
    };
    let settled = pending.and_then(|pending| Ok((pending, fs::rename(&trial, &path)?)));
    for left in [&trial, &beside(&trial, "-wal"), &beside(&trial, "-shm")] {
        let _ = fs::remove_file(left);
    }
    let (pending, ()) = settled.with_context(|| format!("cannot restore {}", file.display()))?;
    tell!("The database is restored to {}.", path.display())?;
    if pending > 0 {
        tell!("It is of an older version; zapis serve or zapis migrate brings it up to date.")?;
    }
    Ok(())
}

/// How many migrations a database lacks; an error when it is not one of ours.
async fn look_into(file: &Path) -> anyhow::Result<usize> {
    let address = format!("sqlite:{}", file.display());
    let db = database::Db::open(&address, database::Options::default()).await?;
    let pending = database::pending(&db, crate::MIGRATIONS).await;
    db.close().await;
    let pending = pending?.len();
    if pending == crate::MIGRATIONS.len() {
        bail!("it holds no data of zapis");
    }
    Ok(pending)
}

fn path_of(config: &Config) -> Option<PathBuf> {
    let path = config.database_url.strip_prefix("sqlite:")?;
    Some(path.strip_prefix("//").unwrap_or(path).into())
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// A new, empty file that only its owner may read: it will hold everybody's data.
fn make_closed(file: &Path) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(|_| ())
}
