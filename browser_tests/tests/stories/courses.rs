//! Steps that several stories take on the pages of trainings.

use anyhow::Result;
use browser_tests::Walk;

/// Opens the page of the training with this title and returns its address.
pub async fn find(walk: &Walk, title: &str) -> Result<String> {
    walk.open("/courses").await?;
    walk.press_with(".offer h3 a", title).await?;
    walk.path().await
}

/// What the page of a training says of its places.
pub async fn places(walk: &Walk) -> Result<String> {
    Ok(walk.visible("aside .panel strong").await?.text().await?)
}
