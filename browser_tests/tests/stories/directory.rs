//! A16: whoever looks for an institution finds it by a word without accents, sees where it is, when it is open and what it
//! offers; its e-mail address is shown after a press of a button only.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

story!(directory);

async fn directory(walk: &Walk) -> Result<()> {
    walk.open("/").await?;
    walk.follow("/institutions").await?;
    walk.fill("q", "mlodziezowy dom").await?;
    walk.press("main form[action=\"/institutions\"] button")
        .await?;
    walk.press("main li h3 a").await?;
    let there = walk.path().await?;
    walk.sees("Młodzieżowy Dom Kultury").await?;
    walk.visible("main a[href^=\"https://www.openstreetmap.org/\"]")
        .await?;
    let (_, page) = walk.download(&there).await?;
    ensure!(
        !String::from_utf8(page)?.contains("@lipowiec.example"),
        "an address can be harvested"
    );
    walk.press("main #reach ~ dl form button").await?;
    walk.visible("main a[href^=\"mailto:\"]").await?;

    // What it offers leads to the course, and the course back to it.
    walk.open(&there).await?;
    walk.press("main .offer h3 a").await?;
    walk.press(&format!("main a[href=\"{there}\"]")).await?;
    walk.is_at(&there).await
}
