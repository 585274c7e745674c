//! `zapis doctor`: looks at the settings and at everything they name, and says what to mend.

mod database;
mod files;
mod gateway;
mod mail;

use std::path::Path;

use jiff::Timestamp;
use tracing_subscriber::EnvFilter;

use crate::clock::Clock;
use crate::commands::printing::tell;
use crate::config::Config;
use crate::random::Random;
use crate::secrets::RootKey;

/// How one thing stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is as it should be.
    Fine,
    /// Nothing is broken, and it is worth knowing.
    Note,
    /// It must be mended; what to do.
    Mend(String),
}

/// What was found out about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How it stands.
    pub verdict: Verdict,
    /// What is so, in one sentence; never a password.
    pub said: String,
}

fn fine(said: impl Into<String>) -> Finding {
    Finding {
        verdict: Verdict::Fine,
        said: said.into(),
    }
}

fn note(said: impl Into<String>) -> Finding {
    Finding {
        verdict: Verdict::Note,
        said: said.into(),
    }
}

fn mend(said: impl Into<String>, todo: impl Into<String>) -> Finding {
    Finding {
        verdict: Verdict::Mend(todo.into()),
        said: said.into(),
    }
}

pub(super) async fn run() -> anyhow::Result<()> {
    let config = Config::load()?;
    let findings = examine(&config, Clock::System.now()).await;
    for finding in &findings {
        match &finding.verdict {
            Verdict::Fine => tell!("ok    {}", finding.said)?,
            Verdict::Note => tell!("note  {}", finding.said)?,
            Verdict::Mend(todo) => tell!("MEND  {}\n      {todo}", finding.said)?,
        }
    }
    let is_broken = |finding: &&Finding| matches!(finding.verdict, Verdict::Mend(_));
    match findings.iter().filter(is_broken).count() {
        0 => Ok(()),
        1 => anyhow::bail!("one thing must be mended, see above"),
        count => anyhow::bail!("{count} things must be mended, see above"),
    }
}

/// Looks at everything, in the order in which a start needs it. Changes nothing.
pub async fn examine(config: &Config, now: Timestamp) -> Vec<Finding> {
    let mut findings = settings(config);
    findings.push(key_file(&config.secret_key_file));
    findings.extend(files::examine(config).await);
    findings.extend(mail::examine(config).await);
    findings.push(gateway::examine(config).await);
    findings.extend(database::examine(config, now).await);
    findings
}

fn settings(config: &Config) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_local = ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|host| config.base_url.contains(&format!("//{host}")));
    findings.push(match url::Url::parse(&config.base_url) {
        Ok(url) if url.scheme() == "https" || (url.scheme() == "http" && is_local) => {
            fine(format!("People reach the installation at {}.", config.base_url))
        }
        Ok(url) if url.scheme() == "http" => note(format!(
            "People reach the installation at {} without encryption; put a proxy with TLS in front and write https:// in ZAPIS_BASE_URL.",
            config.base_url
        )),
        _ => mend(
            format!("ZAPIS_BASE_URL is {}, which is no address.", config.base_url),
            "Write the address that people type, such as https://zapisy.example.",
        ),
    });
    if config
        .listen
        .rsplit_once(':')
        .and_then(|(_, port)| port.parse::<u16>().ok())
        .is_none()
    {
        findings.push(mend(
            format!(
                "ZAPIS_LISTEN is {}, which is no host and port.",
                config.listen
            ),
            "Write them as 127.0.0.1:8080.",
        ));
    }
    if EnvFilter::try_new(&config.log).is_err() {
        findings.push(mend(
            format!("ZAPIS_LOG is {}, which is no filter.", config.log),
            "Write error, warn, info or debug.",
        ));
    }
    if !["text", "json"].contains(&config.log_format.as_str()) {
        findings.push(mend(
            format!("ZAPIS_LOG_FORMAT is {}.", config.log_format),
            "Write text or json.",
        ));
    }
    if config.metrics_token.is_none() {
        findings.push(note("/metrics is closed: ZAPIS_METRICS_TOKEN is not set."));
    }
    findings
}

fn key_file(path: &Path) -> Finding {
    let shown = path.display();
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return note(format!(
                "The key file {shown} is not there yet; the first start makes it."
            ));
        }
        Err(error) => {
            return mend(
                format!("The key file {shown} can not be looked at: {error}."),
                "Give it to the user that runs zapis, or name another in ZAPIS_SECRET_KEY_FILE.",
            );
        }
    };
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o777;
        if mode & 0o077 != 0 {
            return mend(
                format!("The key file {shown} is open to other users (mode {mode:o})."),
                format!("chmod 600 {shown}"),
            );
        }
    }
    if !metadata.is_file() {
        return mend(
            format!("The key file {shown} is not a file."),
            "Name a file in ZAPIS_SECRET_KEY_FILE.",
        );
    }
    match RootKey::load_or_create(path, &Random::System) {
        Ok(_) => fine(format!(
            "The key file {shown} holds a key and is closed to others."
        )),
        Err(error) => mend(
            format!("{error}."),
            "Restore the key file from a backup: without it documents and links can not be read.",
        ),
    }
}
