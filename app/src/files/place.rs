//! Where files lie: a folder, or a bucket of a server that speaks S3.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ClientOptions, ObjectStore, RetryConfig};

use crate::config::Config;

/// Bytes of a piece that is written to a folder.
const PIECE_OF_FOLDER: usize = 1 << 20;
/// S3 takes no smaller ones, but for the last.
const PIECE_OF_BUCKET: usize = 8 << 20;

/// Why the settings name no place for files.
#[derive(Debug, thiserror::Error)]
pub enum BadSetting {
    /// Neither of the two forms.
    #[error(
        "ZAPIS_FILES_URL is {0}, which this program does not know: write file: and a folder, or s3://BUCKET/PREFIX"
    )]
    Unknown(String),
    /// What the store's own settings lack.
    #[error("ZAPIS_FILES_URL can not be used: {0}")]
    Store(#[from] object_store::Error),
    /// Not an address of `clamd`.
    #[error("ZAPIS_CLAMAV is {0}: write HOST:PORT or unix:PATH")]
    Scanner(String),
}

/// A store, and where in it.
pub(super) struct Place {
    pub store: Arc<dyn ObjectStore>,
    pub prefix: Path,
    /// The folder, when it is one.
    pub folder: Option<PathBuf>,
    pub piece: usize,
}

impl Place {
    pub(super) fn of(config: &Config) -> Result<Self, BadSetting> {
        let unknown = || BadSetting::Unknown(config.files_url.clone());
        if let Some(folder) = config.files_url.strip_prefix("file:") {
            let folder = std::path::absolute(folder).map_err(|_| unknown())?;
            let prefix = Path::from_absolute_path(&folder).map_err(object_store::Error::from)?;
            return Ok(Self {
                store: Arc::new(LocalFileSystem::new().with_fsync(true)),
                prefix,
                folder: Some(folder),
                piece: PIECE_OF_FOLDER,
            });
        }
        let place = config.files_url.strip_prefix("s3://").ok_or_else(unknown)?;
        let (bucket, prefix) = place.split_once('/').unwrap_or((place, ""));
        if bucket.is_empty() {
            return Err(unknown());
        }
        Ok(Self {
            store: Arc::new(bucket_of(config, bucket)?),
            prefix: Path::from(prefix),
            folder: None,
            piece: PIECE_OF_BUCKET,
        })
    }
}

/// The keys of the settings; without them what the machine offers (`AWS_…`, its role).
fn bucket_of(config: &Config, bucket: &str) -> Result<impl ObjectStore, BadSetting> {
    // The second call finds it there already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    // No limit for the whole of an answer: whoever reads slowly still gets the file.
    let is_plain = |endpoint: &String| endpoint.starts_with("http://");
    let client = ClientOptions::new()
        .with_allow_http(config.s3_endpoint.as_ref().is_some_and(is_plain))
        .with_timeout_disabled()
        .with_connect_timeout(Duration::from_secs(5))
        .with_read_timeout(Duration::from_secs(30));
    let retry = RetryConfig {
        max_retries: 3,
        retry_timeout: Duration::from_secs(15),
        ..RetryConfig::default()
    };
    let mut builder = match &config.s3_access_key_id {
        Some(id) => AmazonS3Builder::new()
            .with_access_key_id(id)
            .with_secret_access_key(config.s3_secret_access_key.as_deref().unwrap_or_default()),
        None => AmazonS3Builder::from_env(),
    };
    if let Some(region) = &config.s3_region {
        builder = builder.with_region(region);
    }
    if let Some(endpoint) = &config.s3_endpoint {
        builder = builder.with_endpoint(endpoint);
    }
    let built = builder
        .with_bucket_name(bucket)
        .with_client_options(client)
        .with_retry(retry)
        .build();
    Ok(built?)
}
