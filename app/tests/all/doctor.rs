//! `zapis doctor` on settings that are as they should be, and on those that are not.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;
use zapis::commands::doctor::{Verdict, examine};
use zapis::config::Config;
use zapis::outbox::{self, Letter};
use zapis::random::Random;
use zapis::secrets::RootKey;

use crate::site::START;
use crate::smtp::{MailServer, Mood};

fn now() -> Timestamp {
    START.parse().unwrap()
}

/// Settings of an installation in a folder, its database migrated and its key made.
async fn installation(folder: &Path, server: &MailServer) -> Config {
    let config = Config {
        database_url: format!("sqlite:{}", folder.join("zapis.db").display()),
        smtp_url: Some(server.address("", "")),
        files_url: format!("file:{}", folder.display()),
        secret_key_file: folder.join("zapis.key"),
        ..Config::default()
    };
    RootKey::load_or_create(&config.secret_key_file, &Random::System).unwrap();
    let db = database::Db::open(&config.database_url, database::Options::default())
        .await
        .unwrap();
    database::migrate(&db, zapis::MIGRATIONS).await.unwrap();
    let queued = db.write(|tx| {
        Box::pin(async move {
            outbox::queue(
                tx,
                "one",
                None,
                "ewa@szkola.example",
                &Letter::default(),
                now(),
            )
            .await
        })
    });
    queued.await.unwrap();
    db.close().await;
    config
}

/// What must be mended, as sentences with what to do.
async fn broken(config: &Config, at: Timestamp) -> Vec<String> {
    let findings = examine(config, at).await;
    let broken = findings
        .into_iter()
        .filter_map(|finding| match finding.verdict {
            Verdict::Mend(todo) => Some(format!("{} {todo}", finding.said)),
            _ => None,
        });
    broken.collect()
}

async fn complains(config: &Config, words: &[&str]) {
    let found = broken(config, now()).await;
    let is_said = found
        .iter()
        .any(|sentence| words.iter().all(|word| sentence.contains(word)));
    assert!(is_said, "{words:?} not in {found:?}");
}

#[tokio::test]
async fn a_sound_installation_has_nothing_to_mend() {
    let (folder, server) = (TempDir::new().unwrap(), MailServer::start().await);
    let config = installation(folder.path(), &server).await;
    assert_eq!(broken(&config, now()).await, Vec::<String>::new());
    let later = now() + SignedDuration::from_hours(30);
    let late = broken(&config, later).await;
    assert!(
        late.len() == 1 && late[0].contains("Letters that wait: 1"),
        "{late:?}"
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_with_what_to_do() {
    let (folder, server) = (TempDir::new().unwrap(), MailServer::start().await);
    let good = installation(folder.path(), &server).await;
    let with = |change: fn(&mut Config)| {
        let mut config = good.clone();
        change(&mut config);
        config
    };
    complains(
        &with(|c| c.smtp_url = None),
        &["ZAPIS_SMTP_URL is not set", "wait in the queue"],
    )
    .await;
    complains(
        &with(|c| c.smtp_url = Some("smtp://".into())),
        &["ZAPIS_SMTP_URL", "smtp://host"],
    )
    .await;
    complains(
        &with(|c| c.mail_from = "Zapis".into()),
        &["ZAPIS_MAIL_FROM"],
    )
    .await;
    complains(
        &with(|c| c.database_url = "sqlite:/nowhere/zapis.db".into()),
        &["no database", "zapis migrate"],
    )
    .await;
    complains(
        &with(|c| c.database_url = "mysql://host/x".into()),
        &["database", "ZAPIS_DATABASE_URL"],
    )
    .await;
    complains(&with(|c| c.base_url = "zapisy".into()), &["ZAPIS_BASE_URL"]).await;
    complains(&with(|c| c.listen = "8080".into()), &["ZAPIS_LISTEN"]).await;
    complains(
        &with(|c| c.log_format = "xml".into()),
        &["ZAPIS_LOG_FORMAT"],
    )
    .await;
    complains(
        &with(|c| c.files_url = "ftp://x".into()),
        &["ZAPIS_FILES_URL"],
    )
    .await;
    fs::set_permissions(&good.secret_key_file, fs::Permissions::from_mode(0o644)).unwrap();
    complains(&good, &["mode 644", "chmod 600"]).await;
    fs::set_permissions(&good.secret_key_file, fs::Permissions::from_mode(0o600)).unwrap();
    fs::write(&good.secret_key_file, "torn").unwrap();
    complains(&good, &["64 hexadecimal digits", "backup"]).await;
}

#[tokio::test]
async fn a_mail_server_that_can_not_be_used_is_named() {
    let folder = TempDir::new().unwrap();
    let server = MailServer::offering(&["AUTH PLAIN"]).await;
    let mut config = installation(folder.path(), &server).await;
    config.smtp_url = Some(server.address("someone:secret@", "?tls=none"));
    complains(&config, &["535", "user and password"]).await;
    config.smtp_url = Some(server.address("someone:secret@", ""));
    complains(&config, &["STARTTLS", "tls=none"]).await;
    server.feels(Mood::Down);
    complains(&config, &["can not be used", "host and port"]).await;
    let said = broken(&config, now()).await.concat();
    assert!(!said.contains("secret"), "{said}");
}
