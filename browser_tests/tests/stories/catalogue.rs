//! A5: trainings are found by words without diacritics and by filters; each state of the filters is an address.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};
use thirtyfour::By;

const SAFETY: &str = "Bezpieczeństwo uczniów w internecie: jak rozmawiać z rodzicami";
const FIRST_AID: &str = "Pierwsza pomoc w szkole i przedszkolu";

story!(catalogue, also on postgres);

async fn catalogue(walk: &Walk) -> Result<()> {
    walk.open("/").await?;
    walk.fill("q", "BEZPIECZENSTWO uczniow").await?;
    walk.submit_search().await?;
    walk.is_at("/courses?").await?;
    walk.sees(SAFETY).await?;
    walk.sees_no(FIRST_AID).await?;
    let found = walk.path().await?;

    walk.fill("q", "czegoś takiego nie ma").await?;
    walk.submit_search().await?;
    walk.sees_words("catalogue-nothing-title").await?;
    walk.press_words("catalogue-clear").await?;
    let all = offers(walk).await?;
    ensure!(all > 5, "only {all} trainings are listed");

    walk.open(&found).await?;
    walk.sees(SAFETY).await?;

    walk.open("/courses").await?;
    if walk
        .driver()
        .find(By::Css("details.more"))
        .await?
        .attr("open")
        .await?
        .is_none()
    {
        walk.visible("details.more summary").await?.click().await?;
    }
    walk.choose("mode", "online").await?;
    walk.press_words("catalogue-apply").await?;
    walk.is_at("/courses?").await?;
    let online = offers(walk).await?;
    ensure!(
        0 < online && online < all,
        "{online} of {all} trainings are online"
    );

    walk.open("/courses").await?;
    walk.press_with(".offer h3 a", "Ocenianie kształtujące")
        .await?;
    walk.sees_words("catalogue-programme").await?;
    walk.sees_words("catalogue-join").await?;
    ensure!(
        walk.has("script[type=\"application/ld+json\"]").await?,
        "no structured data"
    );
    calendar_file(walk).await
}

async fn offers(walk: &Walk) -> Result<usize> {
    Ok(walk.driver().find_all(By::Css("main .offer")).await?.len())
}

async fn calendar_file(walk: &Walk) -> Result<()> {
    let link = walk
        .visible("main a[href$=\".ics\"]")
        .await?
        .attr("href")
        .await?;
    let (status, file) = walk.download(&link.unwrap_or_default()).await?;
    let file = String::from_utf8(file)?;
    ensure!(
        status == 200 && file.starts_with("BEGIN:VCALENDAR"),
        "{status}: {file}"
    );
    Ok(())
}
