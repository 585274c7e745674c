//! A family reads who of the staff looked at its child and why; an administrator reads the log, narrows it and goes to a record.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::{children, people};

story!(traces, by chromium);

async fn traces(walk: &Walk) -> Result<()> {
    children::enter(walk).await?;
    children::find(walk).await?;
    people::change_to(walk, "participant").await?;
    walk.open("/my/profile").await?;
    walk.press("main a[href=\"/my/traces\"]").await?;
    walk.is_at("/my/traces").await?;
    walk.sees("Apolonia").await?;
    walk.sees("Przy okienku").await?;
    people::change_to(walk, "organisation-administrator").await?;
    walk.open("/staff").await?;
    walk.follow("/staff/traces").await?;
    walk.visible("#from").await?;
    walk.fill("from", "x").await?;
    walk.submit().await?;
    ensure!(
        walk.has("#errors a[href=\"#from\"]").await? && walk.typed("from").await? == "x",
        "no day is called x"
    );
    walk.open("/staff/traces").await?;
    walk.choose("action", "trace.look_up").await?;
    walk.submit().await?;
    ensure!(
        walk.has("main tbody tr").await?,
        "the look at the log is not in the log"
    );
    Ok(())
}
