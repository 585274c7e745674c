//! The server under measure: started here or found by its address; its CPU time and memory from `/proc`.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, bail};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::Target;

/// A server.
#[derive(Debug)]
pub struct Server {
    /// `http://HOST:PORT`.
    pub url: String,
    /// From start to the line that tells its address.
    pub started_in: Option<Duration>,
    process: Option<Child>,
    _dir: Option<TempDir>,
}

/// What a server has used.
#[derive(Clone, Copy, Debug)]
pub struct Usage {
    /// CPU time of all its threads, user and system.
    pub cpu: Duration,
    /// Memory in use now, in KiB.
    pub rss_kib: u64,
    /// The most memory so far, in KiB.
    pub peak_kib: u64,
}

impl Server {
    /// The running one, or a new demo.
    pub async fn find_or_start(target: &Target) -> anyhow::Result<Self> {
        if let Some(url) = &target.url {
            return Ok(Self {
                url: url.clone(),
                started_in: None,
                process: None,
                _dir: None,
            });
        }
        let program = std::env::current_exe()?.with_file_name("zapis");
        if !program.exists() {
            bail!(
                "{} is missing: run cargo build --release first",
                program.display()
            );
        }
        let dir = tempfile::tempdir()?;
        let began = std::time::Instant::now();
        let mut command = Command::new(program);
        command
            .args(["demo", "--listen", "127.0.0.1:0", "--dir"])
            .arg(dir.path());
        if let Some(database) = &target.database {
            command.env("ZAPIS_DATABASE_URL", database);
        }
        let mut process = command
            .env("ZAPIS_LOG", "warn")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let mut lines = BufReader::new(process.stdout.take().context("no output")?).lines();
        while let Some(line) = lines.next_line().await? {
            if let Some(url) = line.strip_prefix("Listening on ") {
                let url = url.trim().to_owned();
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return Ok(Self {
                    url,
                    started_in: Some(began.elapsed()),
                    process: Some(process),
                    _dir: Some(dir),
                });
            }
        }
        bail!("the demo ended before it listened")
    }

    /// What it has used; none for a server that was not started here.
    pub fn usage(&self) -> Option<Usage> {
        let id = self.process.as_ref()?.id()?;
        usage_of(id).ok()
    }
}

/// What a process has used, from `/proc`.
pub fn usage_of(id: u32) -> anyhow::Result<Usage> {
    let folder = PathBuf::from(format!("/proc/{id}"));
    let stat = std::fs::read_to_string(folder.join("stat"))?;
    let fields: Vec<&str> = stat
        .rsplit_once(')')
        .context("stat")?
        .1
        .split_whitespace()
        .collect();
    let ticks: u64 = fields[11].parse::<u64>()? + fields[12].parse::<u64>()?;
    let status = std::fs::read_to_string(folder.join("status"))?;
    let kib = |name: &str| -> u64 {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok())
            .unwrap_or(0)
    };
    // Linux counts in hundredths of a second.
    Ok(Usage {
        cpu: Duration::from_millis(ticks * 10),
        rss_kib: kib("VmRSS:"),
        peak_kib: kib("VmHWM:"),
    })
}
