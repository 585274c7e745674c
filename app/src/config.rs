//! Configuration: `zapis.toml`, then the environment, which wins. `docs/operations` lists every name.

use std::path::PathBuf;

use anyhow::Context as _;
use serde::Deserialize;

/// Everything that an administrator sets outside the database.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// `sqlite:PATH` or `postgres://…`.
    pub database_url: String,
    /// Address and port to listen on; port 0 picks a free one.
    pub listen: String,
    /// Address in links and mails, without a slash at the end.
    pub base_url: String,
    /// `smtp://` or `smtps://`; none lets mails wait in the queue.
    pub smtp_url: Option<String>,
    /// Sender of all mails.
    pub mail_from: String,
    /// `file:DIR` or `s3://BUCKET/PREFIX`.
    pub files_url: String,
    /// Address of a server that speaks S3; none is Amazon's own.
    pub s3_endpoint: Option<String>,
    /// Region of the bucket.
    pub s3_region: Option<String>,
    /// Key of the bucket; none takes what the machine offers (`AWS_…` variables, its role).
    pub s3_access_key_id: Option<String>,
    /// The secret of that key.
    pub s3_secret_access_key: Option<String>,
    /// `HOST:PORT` or `unix:PATH` of a running `clamd`; none takes files without looking for viruses.
    pub clamav: Option<String>,
    /// Merchant's number at Przelewy24; none offers no payment online.
    pub p24_merchant_id: Option<String>,
    /// Number of the shop there; none is the merchant's.
    pub p24_pos_id: Option<String>,
    /// Password of their API.
    pub p24_api_key: Option<String>,
    /// Key of their signatures.
    pub p24_crc_key: Option<String>,
    /// Where they are reached.
    pub p24_url: String,
    /// Seconds that an answer of theirs is waited for.
    pub p24_timeout_seconds: String,
    /// Organisation whose account there it is, and those below it; none is everybody.
    pub p24_organisation: Option<String>,
    /// Root key of all derived keys.
    pub secret_key_file: PathBuf,
    /// Log filter.
    pub log: String,
    /// `text` or `json`.
    pub log_format: String,
    /// Name of the installation, shown beside the wordmark.
    pub site_name: String,
    /// Secret that `/metrics` asks for as a bearer token; none closes `/metrics`.
    pub metrics_token: Option<String>,
    /// Header in which a trusted proxy in front writes the visitor's address; none trusts the connection itself.
    pub client_address_header: Option<String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            database_url: "sqlite:zapis.db".into(),
            listen: "127.0.0.1:8080".into(),
            base_url: "http://127.0.0.1:8080".into(),
            smtp_url: None,
            mail_from: "Zapis <zapis@localhost>".into(),
            files_url: "file:files".into(),
            s3_endpoint: None,
            s3_region: None,
            s3_access_key_id: None,
            s3_secret_access_key: None,
            clamav: None,
            p24_merchant_id: None,
            p24_pos_id: None,
            p24_api_key: None,
            p24_crc_key: None,
            p24_url: "https://secure.przelewy24.pl".into(),
            p24_timeout_seconds: "10".into(),
            p24_organisation: None,
            secret_key_file: "zapis.key".into(),
            log: "info".into(),
            log_format: "text".into(),
            site_name: "Zapis".into(),
            metrics_token: None,
            client_address_header: None,
        }
    }
}

impl Config {
    /// Reads `zapis.toml` of the working folder (or the file that `ZAPIS_CONFIG` names), then `ZAPIS_*`.
    ///
    /// # Errors
    /// The file is not readable or not valid TOML, or a name in it or a `ZAPIS_*` variable is not known.
    pub fn load() -> anyhow::Result<Self> {
        let named = std::env::var_os("ZAPIS_CONFIG").map(PathBuf::from);
        let path = named.clone().unwrap_or_else(|| "zapis.toml".into());
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && named.is_none() => {
                String::new()
            }
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read {}", path.display()));
            }
        };
        // Variables of others may be anything; a setting that is no text is refused with its name.
        let variables = std::env::vars_os().filter_map(|(name, value)| {
            let name = name.into_string().ok()?;
            Some((name, value.to_string_lossy().into_owned()))
        });
        Self::from_parts(&text, variables)
            .with_context(|| format!("in {} or the ZAPIS_ environment", path.display()))
    }

    /// The same from a TOML text and a list of variables.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub fn from_parts(
        text: &str,
        variables: impl Iterator<Item = (String, String)>,
    ) -> anyhow::Result<Self> {
        let mut table: toml::Table = text.parse().map_err(|error| not_toml(text, &error))?;
        for name in table.keys() {
            check_name(name, name)?;
        }
        for (name, value) in variables {
            if let Some(name) = name.strip_prefix("ZAPIS_")
                && !matches!(name, "CONFIG" | "TEST_POSTGRES_URL" | "POSTGRES_DIR")
            {
                check_name(&name.to_lowercase(), &format!("ZAPIS_{name}"))?;
                // As a container's settings have it where nothing was filled in.
                if value.is_empty() {
                    continue;
                }
                table.insert(name.to_lowercase(), toml::Value::String(value));
            }
        }
        let mut config: Self = table.try_into().map_err(|error: toml::de::Error| {
            let text = error.to_string();
            anyhow::anyhow!(text.split_whitespace().collect::<Vec<_>>().join(" "))
        })?;
        while config.base_url.ends_with('/') {
            config.base_url.pop();
        }
        Ok(config)
    }

    /// Whether people reach the installation through TLS; then cookies are `Secure` and HSTS is sent.
    pub fn is_behind_tls(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

/// The names that the file may hold; the environment has them in capitals after `ZAPIS_`.
const NAMES: [&str; 24] = [
    "database_url",
    "listen",
    "base_url",
    "smtp_url",
    "mail_from",
    "files_url",
    "s3_endpoint",
    "s3_region",
    "s3_access_key_id",
    "s3_secret_access_key",
    "clamav",
    "p24_merchant_id",
    "p24_pos_id",
    "p24_api_key",
    "p24_crc_key",
    "p24_url",
    "p24_timeout_seconds",
    "p24_organisation",
    "secret_key_file",
    "log",
    "log_format",
    "site_name",
    "metrics_token",
    "client_address_header",
];

/// A name that is not known is refused: a slip of the pen must not leave a setting at its default.
fn check_name(name: &str, written: &str) -> anyhow::Result<()> {
    anyhow::ensure!(
        NAMES.contains(&name),
        "{written} is not a setting; there are: {}",
        NAMES.join(", ")
    );
    Ok(())
}

/// Names the line, and does not show it: it may hold a password.
fn not_toml(text: &str, error: &toml::de::Error) -> anyhow::Error {
    let before = error.span().and_then(|span| text.get(..span.start));
    let line = before.unwrap_or_default().matches('\n').count() + 1;
    let what = error.message().replace('\n', " ");
    anyhow::anyhow!("line {line} can not be read: {what}")
}
