//! The first page of staff, its daily letter, the institutions that are behind, and children as numbers.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

story!(consoles, by chromium);

async fn consoles(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "operator").await?;
    walk.open("/staff").await?;
    ensure!(
        walk.has("#waits, main .status.done").await?,
        "the first page says neither what waits nor that nothing does"
    );
    walk.press_words("consoles-digest-way").await?;
    walk.is_at("/staff/digest").await?;
    walk.sees_words("consoles-digest-is-on").await?;
    walk.press_words("consoles-digest-switch-off").await?;
    walk.sees_words("consoles-digest-is-off").await?;
    walk.press_words("consoles-digest-switch-on").await?;
    walk.sees_words("consoles-digest-is-on").await?;
    people::sign_out(walk).await?;
    people::sign_in_as(walk, "support-centre").await?;
    walk.open("/staff").await?;
    walk.follow("/staff/branch").await?;
    walk.sees_words("consoles-branch-title").await?;
    people::sign_out(walk).await?;
    people::sign_in_as(walk, "organisation-administrator").await?;
    walk.open("/staff/reports").await?;
    walk.press_words("reports-children-title").await?;
    walk.is_at("/staff/reports/children").await?;
    walk.sees_words("reports-children-once").await?;
    walk.fill("on", "x").await?;
    walk.submit().await?;
    ensure!(walk.has("#errors").await?, "no day is called x");
    Ok(())
}
