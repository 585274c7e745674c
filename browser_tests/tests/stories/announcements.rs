//! What an institution announces is seen by those whom it concerns, in their language; it is put away with a press of a button,
//! mailed to each person once, and withdrawn.

use anyhow::{Result, ensure};
use browser_tests::{Walk, story};

use crate::people;

const TITLE: &str = "Sala 3 zamiast sali 12";
const TEXT: &str = "Plan budynku: https://mdk.lipowiec.example/sala3";

story!(announcements, by chromium);

async fn announcements(walk: &Walk) -> Result<()> {
    // The region speaks to everybody who is signed in.
    people::sign_in_as(walk, "participant").await?;
    walk.open("/my/trainings").await?;
    walk.visible("aside .announced").await?;
    walk.press("aside .announced button").await?;
    walk.sees_words("flash-notice-put-away").await?;
    ensure!(
        !walk.has("aside .announced").await?,
        "what was put away is there"
    );
    people::sign_out(walk).await?;

    announces(walk).await?;
    people::sign_out(walk).await?;
    walk.open("/institutions?q=doskonalenia").await?;
    walk.press("main li h3 a").await?;
    walk.visible("aside a[href=\"https://mdk.lipowiec.example/sala3\"]")
        .await?;
    ensure!(
        !walk.has("aside form").await?,
        "a visitor has nothing to put away"
    );

    people::sign_in_as(walk, "organisation-administrator").await?;
    walk.open("/staff/announcements").await?;
    walk.press_with("main tbody th a", TITLE).await?;
    walk.press("main [name=do][value=withdraw]").await?;
    walk.sees_words("flash-announcement-withdrawn").await?;
    walk.sees_no(TITLE).await
}

/// What is missing is said, then it is announced, looked at and mailed.
async fn announces(walk: &Walk) -> Result<()> {
    people::sign_in_as(walk, "organisation-administrator").await?;
    walk.open("/staff").await?;
    walk.follow("/staff/announcements").await?;
    walk.press("main a[href=\"/staff/announcements/new\"]")
        .await?;
    walk.choose("language", "pl").await?;
    walk.fill("title_pl", TITLE).await?;
    walk.press("main [name=do][value=save]").await?;
    ensure!(
        walk.has("#errors a[href=\"#text_pl\"]").await? && walk.typed("title_pl").await? == TITLE,
        "a text may be missing"
    );
    walk.fill("text_pl", TEXT).await?;
    walk.press("main [name=do][value=save]").await?;
    walk.sees_words("flash-announcement-created").await?;
    walk.press("main a[href$=\"/mail\"]").await?;
    walk.sees(TITLE).await?;
    walk.submit().await?;
    walk.sees_words("flash-announcement-mailed").await
}
