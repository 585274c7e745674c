//! Tells one story to one site, and cleans up however it ends.

use std::fmt::{Debug, Formatter};
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use futures_util::FutureExt as _;

use crate::{Reader, Site, Walk};

/// No story takes longer, even on a machine that does much else; a minute is usual for the longest.
const LONGEST: Duration = Duration::from_mins(7);

/// Why a story failed, in words; the stack of the harness would only hide them.
pub struct Failed(anyhow::Error);

impl Debug for Failed {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:#}", self.0)
    }
}

/// Tells the story that the module is named after.
///
/// # Errors
/// The story fails, or a page on its way is not as every page must be; the message says where the walk was.
pub fn tell(
    module: &str,
    reader: Reader,
    story: impl AsyncFnOnce(&Walk) -> Result<()>,
) -> Result<(), Failed> {
    tell_or_explain(module, reader, story).map_err(Failed)
}

fn tell_or_explain(
    module: &str,
    reader: Reader,
    story: impl AsyncFnOnce(&Walk) -> Result<()>,
) -> Result<()> {
    let name = module.rsplit("::").next().unwrap_or(module);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let site = Site::start(reader.uses_postgres()).await?;
        let walk = Walk::start(name, reader, site).await?;
        let told =
            tokio::time::timeout(LONGEST, AssertUnwindSafe(story(&walk)).catch_unwind()).await;
        let outcome = match told {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_panic)) => Err(anyhow!("the story panicked, see above")),
            Err(_elapsed) => Err(anyhow!(
                "the story took longer than {} s",
                LONGEST.as_secs()
            )),
        };
        let outcome = match outcome {
            Ok(()) => Ok(()),
            Err(error) => {
                let scene = walk.describe_scene().await;
                Err(error).with_context(|| scene)
            }
        };
        walk.end().await?;
        outcome
    })
}
