//! `zapis identity rotate-key`: a new key for the numbers of documents.

use anyhow::bail;
use clap::Args;

use super::progress;
use crate::app::Shared;
use crate::commands::printing::tell;
use crate::config::Config;
use crate::families::actions::rotate::{self, Place};

/// So many documents are sealed anew in one transaction; whoever enters a child waits for one of them at most.
const AT_ONCE: i64 = 500;

/// Arguments of a rotation.
#[derive(Debug, Args)]
pub(in crate::commands) struct RotateKey {
    /// Only writes the new key into the key file: copy the file to the other nodes, then run the command without this.
    #[arg(long)]
    prepare: bool,
}

impl RotateKey {
    pub(super) async fn run(self) -> anyhow::Result<()> {
        let app = crate::commands::assemble(Config::load()?).await?;
        let said = self.rotate(&app).await;
        app.db.close().await;
        tell!("{}", said?)?;
        Ok(())
    }

    async fn rotate(&self, app: &Shared) -> anyhow::Result<String> {
        let file = app.config.secret_key_file.display();
        if self.prepare {
            let key = rotate::prepare_key(app).await?;
            return Ok(format!(
                "Key {key} is in {file} and not yet in force. Copy the file to the other nodes, then run this without --prepare."
            ));
        }
        let begun = rotate::begin(app, app.clock.now()).await?;
        let (mut sealed, mut shut) = (0, 0);
        for place in Place::ALL {
            let mut behind = 0;
            loop {
                let step = rotate::step(app, place, behind, AT_ONCE).await?;
                let Some(last) = step.last else { break };
                (sealed, shut, behind) = (sealed + step.sealed, shut + step.shut, last);
                progress(format_args!("{sealed} of {} documents", begun.waiting));
            }
        }
        if shut > 0 {
            bail!(
                "{sealed} documents are sealed with key {}, {shut} do not open with any key of {file} and stay as they are: restore the key file of the time in which they were added, and run this again",
                begun.key
            );
        }
        rotate::end(app).await?;
        Ok(format!(
            "Documents sealed with key {}: {sealed}. Keep a copy of {file}; backups of the database made before need the copy that belongs to them.",
            begun.key
        ))
    }
}
