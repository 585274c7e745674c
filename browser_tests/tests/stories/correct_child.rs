//! B5: the data of a confirmed child are corrected: the guardian asks, the operator compares old and new and accepts.

use anyhow::Result;
use browser_tests::{Walk, story};

use crate::{children, people};

story!(correct_child, by chromium, chromium_without_scripts);

async fn correct_child(walk: &Walk) -> Result<()> {
    let child = children::enter(walk).await?;
    children::confirm(walk).await?;
    people::change_to(walk, "participant").await?;
    walk.open(&child).await?;
    walk.follow(&format!("{child}/correct")).await?;
    walk.fill("surname", "Źrebiec-Maj").await?;
    walk.submit().await?;
    walk.fill("reason", "Nowe nazwisko").await?;
    walk.submit().await?;
    walk.sees_words("flash-correction-asked").await?;
    let there = children::find(walk).await?;
    walk.press("main a[href^=\"/staff/corrections/\"]").await?;
    walk.sees("Źrebiec-Maj").await?;
    walk.sees("Nowe nazwisko").await?;
    walk.submit().await?;
    walk.sees_words("flash-children-corrected").await?;
    walk.open(&there).await?;
    walk.sees("Apolonia Źrebiec-Maj").await?;
    people::change_to(walk, "participant").await?;
    walk.open(&child).await?;
    walk.sees("Źrebiec-Maj").await
}
