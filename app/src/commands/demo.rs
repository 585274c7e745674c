//! `zapis demo`: the whole system without any set-up.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;
use tokio::net::TcpListener;

use crate::app::{App, Parts};
use crate::clock::Clock;
use crate::config::Config;
use crate::demo::Scale;
use crate::random::Random;
use crate::secrets::RootKey;

/// Arguments of the demo.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Where to listen; port 0 picks a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
    /// Folder that keeps the demo; without it a temporary one is used and deleted.
    #[arg(long)]
    dir: Option<PathBuf>,
    /// How much there is: a small town to click through, or a city to measure.
    #[arg(long, value_enum, default_value_t = Scale::Small)]
    scale: Scale,
    /// The same seed gives the same people.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Demo {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let temporary = if self.dir.is_none() {
            Some(tempfile::tempdir()?)
        } else {
            None
        };
        let dir = self
            .dir
            .clone()
            .or_else(|| temporary.as_ref().map(|dir| dir.path().to_owned()))
            .unwrap_or_default();
        std::fs::create_dir_all(&dir)
            .with_context(|| format!("cannot make the folder {}", dir.display()))?;
        let listener = TcpListener::bind(&self.listen)
            .await
            .with_context(|| format!("cannot listen on {} (--listen)", self.listen))?;
        let database_url = std::env::var("ZAPIS_DATABASE_URL")
            .unwrap_or_else(|_| format!("sqlite:{}", dir.join("zapis.db").display()));
        let config = Config {
            database_url,
            base_url: format!("http://{}", listener.local_addr()?),
            files_url: format!("file:{}", dir.join("files").display()),
            secret_key_file: dir.join("zapis.key"),
            site_name: "Miejskie Centrum Doskonalenia Nauczycieli".into(),
            ..Config::default()
        };
        super::start_logging(&config)?;
        let db = super::open(&config).await?;
        database::migrate(&db, crate::MIGRATIONS).await?;
        let random = Random::System;
        let key = RootKey::load_or_create(&config.secret_key_file, &random)?;
        let app = App::assemble(Parts {
            config,
            db,
            clock: Clock::System,
            random,
            key,
            demo: true,
        })
        .await?;
        crate::demo::build(&app, self.scale, self.seed).await?;
        super::serve::run_until_stopped(app, listener).await
    }
}
