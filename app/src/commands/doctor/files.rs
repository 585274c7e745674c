//! Whether files can be kept, and looked into for viruses.

use super::{Finding, fine, mend, note};
use crate::config::Config;
use crate::files::{Files, Scanner};

/// Looks at the place for files and asks the scanner for its version.
pub(super) async fn examine(config: &Config) -> Vec<Finding> {
    let files = match &config.files_url {
        url if url.starts_with("file:") => folder(&url["file:".len()..]),
        _ => bucket(config).await,
    };
    vec![files, scanner(config.clamav.as_deref()).await]
}

fn folder(folder: &str) -> Finding {
    match std::fs::metadata(folder) {
        Ok(metadata) if metadata.is_dir() && !metadata.permissions().readonly() => {
            fine(format!("Files are kept in {folder}."))
        }
        Ok(_) => mend(
            format!("{folder} is not a folder that can be written to (ZAPIS_FILES_URL)."),
            "Give it to the user that runs zapis, or name another.",
        ),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => note(format!(
            "The folder {folder} for files is not there yet; it is made when the first file comes."
        )),
        Err(error) => mend(
            format!("The folder {folder} for files can not be looked at: {error}."),
            "Give it to the user that runs zapis, or name another in ZAPIS_FILES_URL.",
        ),
    }
}

async fn bucket(config: &Config) -> Finding {
    // What concerns the scanner is said of the scanner.
    let alone = Config {
        clamav: None,
        ..config.clone()
    };
    let files = match Files::of(&alone) {
        Ok(files) => files,
        Err(error) => {
            return mend(
                format!("{error}."),
                "Write file: and a folder, such as file:/var/lib/zapis/files, or s3://BUCKET/PREFIX.",
            );
        }
    };
    match files.check().await {
        Ok(()) => fine(format!(
            "Files are kept in {}; it answers.",
            config.files_url
        )),
        Err(error) => {
            tracing::debug!(%error, "the bucket refuses");
            mend(
                format!(
                    "Files can not be kept in {}: the server does not answer, or refuses.",
                    config.files_url
                ),
                "Check the bucket, ZAPIS_S3_ENDPOINT, ZAPIS_S3_REGION, ZAPIS_S3_ACCESS_KEY_ID and ZAPIS_S3_SECRET_ACCESS_KEY.",
            )
        }
    }
}

async fn scanner(setting: Option<&str>) -> Finding {
    let Some(setting) = setting else {
        return note("Files are not looked into for viruses: ZAPIS_CLAMAV is not set.");
    };
    let Some(scanner) = Scanner::from_setting(setting) else {
        return mend(
            format!("ZAPIS_CLAMAV is {setting}, which is no address of clamd."),
            "Write HOST:PORT, such as 127.0.0.1:3310, or unix:/run/clamav/clamd.ctl.",
        );
    };
    match scanner.version().await {
        Ok(version) => fine(format!("Files are looked into for viruses by {version}.")),
        Err(error) => mend(
            format!(
                "The virus scanner at {setting} can not be used, so no file is taken: {error}."
            ),
            "See that clamd runs, that it listens there (TCPSocket or LocalSocket), and that zapis may open the socket.",
        ),
    }
}
