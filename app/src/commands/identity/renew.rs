//! `zapis identity renew-hashes`: people are found by the tables of names of today.

use anyhow::bail;
use clap::Args;

use super::progress;
use crate::app::Shared;
use crate::commands::printing::tell;
use crate::config::Config;
use crate::families::actions::renew;

/// So many people are looked at in one transaction; whoever enters a child waits for one of them at most.
const AT_ONCE: i64 = 500;

/// Arguments of a renewal.
#[derive(Debug, Args)]
pub(in crate::commands) struct RenewHashes {
    /// Begins with the first person, also where an earlier run was interrupted: after one of an older release.
    #[arg(long)]
    from_start: bool,
}

impl RenewHashes {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let app = crate::commands::assemble(Config::load()?).await?;
        let said = self.renew(&app).await;
        app.db.close().await;
        tell!("{}", said?)?;
        Ok(())
    }

    async fn renew(&self, app: &Shared) -> anyhow::Result<String> {
        let begun = renew::begin(app, self.from_start, app.clock.now()).await?;
        if begun.goes_on {
            progress(format_args!("going on with {} people", begun.waiting));
        }
        let (mut seen, mut changed, mut shut) = (0, 0, 0);
        loop {
            let step = renew::step(app, AT_ONCE).await?;
            if step.seen == 0 {
                break;
            }
            seen += step.seen;
            changed += step.renewed.changed;
            shut += step.renewed.shut;
            progress(format_args!("{seen} of {} people", begun.waiting));
        }
        if shut > 0 {
            let file = app.config.secret_key_file.display();
            bail!(
                "{seen} people looked at, {changed} have new hashes, {shut} have a document that does not open with any key of {file} and are found as before: restore the key file of the time in which it was added, and run this again"
            );
        }
        Ok(format!(
            "People looked at: {seen}. With new hashes: {changed}."
        ))
    }
}
